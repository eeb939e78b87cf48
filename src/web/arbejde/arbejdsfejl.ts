import { html, type Indhold, type Markup } from '../html.ts'
import type { Sprog } from '../sprog.ts'
import { type Arbejdsfejltekster, arbejdsfejlDa } from '../texts/arbejdsfejl.da.ts'
import { arbejdsfejlEn } from '../texts/arbejdsfejl.en.ts'
import { arbejdstekster, tekster } from '../texts/index.ts'
import type { Arbejdskontekst } from './arbejdskontekst.ts'
import { renderArbejdsside } from './arbejdslayout.ts'
import { ARBEJDSSTIER, startsti } from './arbejdsstier.ts'

/** Why a page for somebody at work could not be shown, or that the visit is over. */
export type Arbejdsfejlart = keyof Arbejdsfejltekster

/** The HTTP status that goes with each. */
export const ARBEJDSFEJLSTATUS: { readonly [art in Arbejdsfejlart]: number } = {
  ikkeFundet: 404,
  ingenRolle: 403,
  formular: 403,
  utilgaengelig: 503,
  uventet: 500,
  travlt: 429,
  ugyldig: 400,
  udloebet: 401,
  loggetUd: 200,
  loggetUdHer: 200,
  loggetUdHerOgDer: 200,
  logUdUbekraeftet: 400,
  ikkeLoggetUd: 403,
  loginUkendt: 400,
  loginAfbrudt: 400,
  loginNede: 503,
  loginFejl: 502,
  loginNiveau: 403,
  loginPrivat: 403,
  loginUdenOrganisation: 403,
  samlAfvist: 403,
  samlAfvistDer: 403,
  samlTid: 403,
  samlFremmed: 403,
  logUdAfvist: 403,
}

const FEJL: { readonly [S in Sprog]: Arbejdsfejltekster } = { da: arbejdsfejlDa, en: arbejdsfejlEn }

/** Another way on than the usual: a login that leads back to the page one came for, the log out at MitID. */
export type Arbejdsvej = { readonly sti: string; readonly tekst: string }

/** What happened and what to do; `mere` is what goes with it. */
export function arbejdsfejlside(
  k: Arbejdskontekst,
  art: Arbejdsfejlart,
  { vej, mere }: { readonly vej?: Arbejdsvej; readonly mere?: Indhold } = {},
): Markup {
  const { titel, hvad, goer } = FEJL[k.sprog][art]
  const { sti, tekst } = vej ?? vejVidere(k, art)
  return renderArbejdsside(k, {
    indhold: html`<div class="bb-smal">
  <h1>${titel}</h1>
  <p class="font-lead">${hvad}</p>
  <h2 class="h4">${tekster(k.sprog).fejl.goer}</h2><p>${goer}</p>
  ${mere}
  <p class="bb-knapper"><a class="button button-primary" href="${sti}">${tekst}</a></p>
</div>`,
  })
}

/** To the login, for one who is not logged in; to the start page, of another audience where the role is; for one without any, once more. */
function vejVidere(k: Arbejdskontekst, art: Arbejdsfejlart): Arbejdsvej {
  const t = arbejdstekster(k.sprog)
  // Who asks for an address that is none is not looked up.
  if (art === 'ikkeFundet' && !k.medarbejder) return { sti: startsti(k.maalgruppe), tekst: tekster(k.sprog).tilForsidenKort }
  if (!k.medarbejder) return { sti: ARBEJDSSTIER.logInd, tekst: t.logInd }
  if (k.harRolle) return { sti: startsti(k.maalgruppe), tekst: tekster(k.sprog).tilForsidenKort }
  const [anden] = k.andre
  return anden ? { sti: startsti(anden), tekst: t.tilAndre } : { sti: k.sti, tekst: t.igen }
}
