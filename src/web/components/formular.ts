import { html, type Indhold, type Markup } from '../html.ts'
import type { Sprog } from '../sprog.ts'
import { tekster } from '../texts/index.ts'
import { ikon } from './ikon.ts'

export type Felt = {
  readonly id: string
  readonly navn: string
  readonly etiket: string
  readonly hjaelp?: string
  readonly fejl?: string
  readonly vaerdi: string
}

const beskrevet = (felt: Felt): string | undefined => {
  const ider = [felt.hjaelp && `${felt.id}-hint`, felt.fejl && `${felt.id}-error`].filter(Boolean)
  return ider.length > 0 ? ider.join(' ') : undefined
}

const ramme = (
  sprog: Sprog,
  felt: Felt,
  kontrol: Markup,
): Markup => html`<div class="form-group${felt.fejl ? ' form-error' : ''}">
  <label class="form-label" for="${felt.id}">${felt.etiket}</label>
  ${felt.hjaelp ? html`<span class="form-hint" id="${felt.id}-hint">${felt.hjaelp}</span>` : undefined}
  ${felt.fejl ? html`<span class="form-error-message" id="${felt.id}-error"><span class="sr-only">${tekster(sprog).fejl.felt}: </span>${felt.fejl}</span>` : undefined}
  ${kontrol}
</div>`

// hono/html writes an attribute's value, never the attribute: those that may be absent are chosen as markup.
const ariaAttributter = (felt: Felt): Indhold => {
  const ider = beskrevet(felt)
  return [ider ? html` aria-describedby="${ider}"` : undefined, felt.fejl ? html` aria-invalid="true"` : undefined]
}

/** dkfds text field; keeps what was typed. */
export const textInput = (sprog: Sprog, felt: Felt, type: 'text' | 'search' | 'email' | 'tel' = 'text'): Markup =>
  ramme(
    sprog,
    felt,
    html`<input type="${type}" id="${felt.id}" name="${felt.navn}" class="form-input" value="${felt.vaerdi}"${ariaAttributter(felt)}>`,
  )

export type Valgmulighed = { readonly vaerdi: string; readonly tekst: string }

/** dkfds select. */
export const select = (sprog: Sprog, felt: Felt, valg: readonly Valgmulighed[]): Markup =>
  ramme(
    sprog,
    felt,
    html`<select class="form-select" id="${felt.id}" name="${felt.navn}"${ariaAttributter(felt)}>${valg.map(
      ({ vaerdi, tekst }) =>
        vaerdi === felt.vaerdi
          ? html`<option value="${vaerdi}" selected>${tekst}</option>`
          : html`<option value="${vaerdi}">${tekst}</option>`,
    )}</select>`,
  )

/** What must be corrected, with a link to each field; goes first on the page. */
export function errorSummary(sprog: Sprog, felter: readonly Felt[]): Markup | undefined {
  const fejl = felter.filter((felt) => felt.fejl !== undefined)
  if (fejl.length === 0) return undefined
  return html`<div class="alert alert-error" role="alert" tabindex="-1">
    ${ikon('error', { klasse: 'alert-icon', navn: tekster(sprog).alert.error })}
    <div class="alert-body">
      <h2 class="alert-heading">${tekster(sprog).fejl.opsummering}</h2>
      <ul class="nobullet-list">${fejl.map((felt) => html`<li><a href="#${felt.id}">${felt.fejl}</a></li>`)}</ul>
    </div>
  </div>`
}

/** A form with one button that posts, for what changes something. Other sites' posts are told by their Origin where the route stands. */
export const postKnap = (
  sti: string,
  knap: {
    readonly tekst: Indhold
    readonly klasse: string
    readonly felter?: { readonly [navn: string]: string }
    readonly id?: string
  },
): Markup => html`<form method="post" action="${sti}"${knap.id ? html` id="${knap.id}"` : undefined}>
  ${Object.entries(knap.felter ?? {}).map(([navn, vaerdi]) => html`<input type="hidden" name="${navn}" value="${vaerdi}">`)}
  <button type="submit" class="${knap.klasse}">${knap.tekst}</button>
</form>`
