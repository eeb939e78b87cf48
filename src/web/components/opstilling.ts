import { html, type Indhold, type Markup } from '../html.ts'

export type Kolonne<T> = {
  readonly overskrift: string
  readonly celle: (raekke: T) => Indhold
  /** Amounts stand to the right. */
  readonly tal?: boolean
}

/** dkfds table; on a phone each row is a block with its headings. `navn` is read out, and shown where `synligtNavn`. */
export const table = <T>(navn: string, kolonner: readonly Kolonne<T>[], raekker: readonly T[], synligtNavn = false): Markup =>
  html`<table class="table table-md-responsive-headers">
  <caption class="${synligtNavn ? 'bb-tabelnavn' : 'sr-only'}">${navn}</caption>
  <thead><tr>${kolonner.map((k) => html`<th scope="col"${k.tal ? html` class="bb-tal"` : undefined}>${k.overskrift}</th>`)}</tr></thead>
  <tbody>${raekker.map(
    (raekke) =>
      html`<tr>${kolonner.map((k) => html`<td data-title="${k.overskrift}"${k.tal ? html` class="bb-tal"` : undefined}>${k.celle(raekke)}</td>`)}</tr>`,
  )}</tbody>
</table>`

/** Names and values; those without a value are left out. */
export const factList = (par: readonly (readonly [Indhold, Indhold])[]): Markup =>
  html`<dl class="bb-fakta">${par
    .filter(([, vaerdi]) => vaerdi !== undefined)
    .map(([navn, vaerdi]) => html`<div><dt>${navn}</dt><dd>${vaerdi}</dd></div>`)}</dl>`

export type Trin = { readonly titel: string; readonly tid: string; readonly aktuelt: boolean }

/** What has happened, in order; the last that happened is the current one. */
export const timeline = (trin: readonly Trin[]): Markup =>
  html`<ol class="bb-tidslinje">${trin.map(
    ({ titel, tid, aktuelt }) =>
      html`<li${aktuelt ? html` class="bb-aktuelt" aria-current="step"` : undefined}><p class="bb-trin">${titel}</p><p class="bb-tid">${tid}</p></li>`,
  )}</ol>`
