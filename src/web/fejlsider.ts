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
  loginNiveau: 403,
  loginUdenCpr: 403,
  loginNede: 503,
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
  'loginAfbrudt',
])

/** What happened, what is safe, and what to do. The same for everybody: it tells nothing about what exists. */
export function fejlside(k: Sidekontekst, art: Fejlart): Markup {
  const { titel, hvad, sikkert, goer } = (k.sprog === 'da' ? fejlDa : fejlEn)[art]
  const t = tekster(k.sprog)
  return renderSide(k, {
    indhold: html`<div class="bb-smal">
  <h1>${titel}</h1>
  <p class="font-lead">${hvad}</p>
  <h2 class="h4">${t.fejl.hvad}</h2><p>${sikkert}</p>
  <h2 class="h4">${t.fejl.goer}</h2><p>${goer}</p>
  <p class="bb-knapper">${vejVidere(k, art)}</p>
</div>`,
  })
}

function vejVidere(k: Sidekontekst, art: Fejlart): Markup | undefined {
  const t = tekster(k.sprog)
  if (k.bruger) return html`<a class="button button-primary" href="${STIER.overblik}">${t.punkter.overblik}</a>`
  if (art === 'loginUnder15') return undefined
  return UDENFOR.has(art)
    ? html`<a class="button button-primary" href="${STIER.logInd}">${t.logInd}</a>`
    : html`<a class="button button-primary" href="${STIER.forside}">${t.tjeneste}</a>`
}
