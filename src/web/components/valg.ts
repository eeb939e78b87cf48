import { html, type Indhold, type Markup } from '../html.ts'
import type { Sprog } from '../sprog.ts'
import { tekster } from '../texts/index.ts'
import type { Felt, Valgmulighed } from './formular.ts'

/** dkfds form elements for several choices and for longer text. */

export type Flervalg = Omit<Felt, 'vaerdi'> & { readonly valgte: readonly string[] }

const beskrivelse = (felt: Pick<Felt, 'id' | 'hjaelp' | 'fejl'>): Indhold => {
  const ider = [felt.hjaelp && `${felt.id}-hint`, felt.fejl && `${felt.id}-error`].filter(Boolean)
  return ider.length > 0 ? html` aria-describedby="${ider.join(' ')}"` : undefined
}
const hjaelpOgFejl = (sprog: Sprog, felt: Pick<Felt, 'id' | 'hjaelp' | 'fejl'>): readonly Indhold[] => [
  felt.hjaelp ? html`<span class="form-hint" id="${felt.id}-hint">${felt.hjaelp}</span>` : undefined,
  felt.fejl
    ? html`<span class="form-error-message" id="${felt.id}-error"><span class="sr-only">${tekster(sprog).fejl.felt}: </span>${felt.fejl}</span>`
    : undefined,
]

/** dkfds checkboxes: each choice has the field's name; none chosen sends nothing. The first has the field's id, for the error summary. */
export const checkboxes = (sprog: Sprog, felt: Flervalg, valg: readonly Valgmulighed[]): Markup =>
  html`<div class="form-group${felt.fejl ? ' form-error' : ''}"><fieldset${beskrivelse(felt)}>
  <legend class="form-label">${felt.etiket}</legend>
  ${hjaelpOgFejl(sprog, felt)}
  ${valg.map(({ vaerdi, tekst }, i) => {
    const id = i === 0 ? felt.id : `${felt.id}-${i + 1}`
    return html`<div class="form-group-checkbox"><input type="checkbox" id="${id}" name="${felt.navn}" class="form-checkbox" value="${vaerdi}"${felt.valgte.includes(vaerdi) ? html` checked` : undefined}><label for="${id}">${tekst}</label></div>`
  })}
</fieldset></div>`

/** dkfds text area; keeps what was typed. */
export const textArea = (sprog: Sprog, felt: Felt, linjer: number): Markup =>
  html`<div class="form-group${felt.fejl ? ' form-error' : ''}">
  <label class="form-label" for="${felt.id}">${felt.etiket}</label>
  ${hjaelpOgFejl(sprog, felt)}
  <textarea class="form-input" id="${felt.id}" name="${felt.navn}" rows="${linjer}"${beskrivelse(felt)}${felt.fejl ? html` aria-invalid="true"` : undefined}>${felt.vaerdi}</textarea>
</div>`
