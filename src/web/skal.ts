import type { Tidspunkt } from '#kernel'
import { aktivSti } from './assets/aktiver.ts'
import { FOERSTE_SKRIFT } from './assets/skrifter.ts'
import { postKnap } from './components/formular.ts'
import { html, type Markup } from './html.ts'
import type { Sprog } from './sprog.ts'
import { formatKlokken } from './texts/format.ts'
import { tekster } from './texts/index.ts'

/** A login that ends by itself, and the addresses that have to do with its end. What every shell does about it stands here. */
export type Loginliv = {
  readonly sprog: Sprog
  readonly nu: Tidspunkt
  readonly sti: string
  readonly udloeber: Tidspunkt
  readonly stier: { readonly udloebet: string; readonly forlaeng: string; readonly logUd: string }
  /** Tabs of the same login tell each other; two logins in one browser must not. */
  readonly kanal: string
}

const sekunderTilbage = ({ nu, udloeber }: Loginliv): number =>
  Math.max(0, Math.round((Date.parse(udloeber) - Date.parse(nu)) / 1000))

/**
 * Title: WCAG 2.4.2 is met by an application's name; a case's title would tell bystanders what the tab is about. `fane` is for those at work, who have
 * many tabs: the name of the page, never anybody's.
 */
export const hoved = (sprog: Sprog, liv: Loginliv | undefined, fane?: string): Markup => html`
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fane ? `${fane} – ` : ''}${tekster(sprog).tjeneste}</title>
<link rel="preload" href="${aktivSti(FOERSTE_SKRIFT)}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${aktivSti('borgerblikket.css')}">
<link rel="icon" href="${aktivSti('maerke.svg')}" type="image/svg+xml">
<script src="${aktivSti('borgerblikket.js')}" defer></script>
${liv ? html`<noscript><meta http-equiv="refresh" content="${sekunderTilbage(liv)}; url=${liv.stier.udloebet}"></noscript>` : undefined}
`

/** What the script is told of the login, on the body. */
export const livAttributter = (liv: Loginliv | undefined): Markup | undefined =>
  liv ? html` data-sekunder="${sekunderTilbage(liv)}" data-udloebet="${liv.stier.udloebet}" data-kanal="${liv.kanal}"` : undefined

export const udloebslinje = ({ sprog, sti, udloeber }: Loginliv): Markup => {
  const t = tekster(sprog).udloeb
  return html`<noscript><p class="small-text bb-udloeb">${t.linje(formatKlokken(udloeber, sprog))} <a href="${sti}">${t.bliv}</a></p></noscript>`
}

/** A child of body, outside the main content, so that nothing around it is inert with it. Opened by the script two minutes before the end. */
export const udloebsdialog = ({ sprog, stier }: Loginliv): Markup => {
  const t = tekster(sprog)
  return html`<dialog id="udloeb" class="bb-dialog" aria-labelledby="udloeb-overskrift" data-forlaeng="${stier.forlaeng}">
  <h2 id="udloeb-overskrift" class="h3">${t.udloeb.overskrift}</h2>
  <p>${t.udloeb.tekst}</p>
  <p class="bb-dialogfejl" role="status" data-fejl="${t.udloeb.fejl}"></p>
  <div class="bb-knapper">
    <button type="button" class="button button-primary" data-bliv>${t.udloeb.bliv}</button>
    ${postKnap(stier.logUd, { tekst: t.logUd, klasse: 'button button-secondary', id: 'log-ud' })}
  </div>
</dialog>`
}
