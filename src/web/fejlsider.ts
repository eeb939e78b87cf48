import { html, type Markup } from './html.ts'
import { renderSide } from './layout.ts'
import type { Sidekontekst } from './sidekontekst.ts'
import { STIER } from './stier.ts'
import { type Fejltekster, fejlDa } from './texts/fejl.da.ts'
import { fejlEn } from './texts/fejl.en.ts'
import { tekster } from './texts/index.ts'

/** Why a page could not be shown, or that the visit is over. */
export type Fejlart = keyof Fejltekster

/** The HTTP status that goes with each. */
export const FEJLSTATUS: { readonly [art in Fejlart]: number } = {
  ikkeFundet: 404,
  ingenAdgang: 403,
  formular: 403,
  log: 503,
  utilgaengelig: 503,
  travlt: 503,
  uventet: 500,
  udloebet: 200,
  loggetUd: 200,
  loggetUdHer: 200,
  ikkeLoggetUd: 403,
  loginNiveau: 403,
  loginUdenCpr: 403,
  loginNede: 503,
  loginFejl: 502,
  loginErhverv: 403,
  loginUkendt: 400,
  loginAfbrudt: 400,
  loginUnder15: 403,
}

/** After these the way on is to log in, not to go to the overview. */
const UDENFOR: ReadonlySet<Fejlart> = new Set([
  'udloebet',
  'loggetUd',
  'loginNiveau',
  'loginUdenCpr',
  'loginNede',
  'loginFejl',
  'loginErhverv',
  'loginUkendt',
  'loginAfbrudt',
])

/** Another way on than the usual: a login that leads back to the page one came for, the log out at MitID. */
export type Vej = { readonly sti: string; readonly tekst: string }

const knap = ({ sti, tekst }: Vej): Markup => html`<a class="button button-primary" href="${sti}">${tekst}</a>`

/** What happened, what is safe, and what to do. The same for everybody: it tells nothing about what exists. */
export function fejlside(k: Sidekontekst, art: Fejlart, vej?: Vej): Markup {
  const { titel, hvad, sikkert, goer } = (k.sprog === 'da' ? fejlDa : fejlEn)[art]
  const t = tekster(k.sprog)
  return renderSide(k, {
    indhold: html`<div class="bb-smal">
  <h1>${titel}</h1>
  <p class="font-lead">${hvad}</p>
  <h2 class="h4">${t.fejl.hvad}</h2><p>${sikkert}</p>
  <h2 class="h4">${t.fejl.goer}</h2><p>${goer}</p>
  <p class="bb-knapper">${vej ? knap(vej) : vejVidere(k, art)}</p>
</div>`,
  })
}

function vejVidere(k: Sidekontekst, art: Fejlart): Markup | undefined {
  const t = tekster(k.sprog)
  if (k.bruger) return knap({ sti: STIER.overblik, tekst: t.tilOverblikket })
  if (art === 'loginUnder15') return undefined
  return UDENFOR.has(art) ? knap({ sti: STIER.logInd, tekst: t.logInd }) : knap({ sti: STIER.forside, tekst: t.tilForsidenKort })
}
