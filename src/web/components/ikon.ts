import { aktivSti } from '../assets/aktiver.ts'
import type { Ikonnavn } from '../assets/ikoner.ts'
import { html, type Markup } from '../html.ts'

/** An icon from dkfds' sprite. Decoration unless it has a name; then it is read out. */
export const ikon = (navn: Ikonnavn, valg: { readonly klasse?: string; readonly navn?: string } = {}): Markup => {
  const klasse = valg.klasse ? `icon-svg ${valg.klasse}` : 'icon-svg'
  const henvisning = `${aktivSti('ikoner.svg')}#${navn}`
  return valg.navn
    ? html`<svg class="${klasse}" role="img" aria-label="${valg.navn}" focusable="false"><use href="${henvisning}"></use></svg>`
    : html`<svg class="${klasse}" focusable="false" aria-hidden="true"><use href="${henvisning}"></use></svg>`
}
