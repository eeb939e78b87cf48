import { html, type Markup } from '../html.ts'

/** How wide a bar is, in the drawing's own units. */
const BREDDE = 100

/**
 * A share as a bar, and above it a line where the others are. A drawing of what the text beside it says, so it is not read out. Widths stand
 * in attributes: the pages have no inline style.
 */
export function soejle(andel: number, maerke?: number): Markup {
  const x = (del: number): string => String(Math.round(Math.max(0, Math.min(1, del)) * BREDDE * 10) / 10)
  return html`<svg class="bb-soejle" viewBox="0 0 ${String(BREDDE)} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
  <rect class="bb-soejle-bund" x="0" y="2" width="${String(BREDDE)}" height="6"></rect><rect class="bb-soejle-fyld" x="0" y="2" width="${x(andel)}" height="6"></rect>
  ${maerke === undefined ? undefined : html`<line class="bb-soejle-maerke" x1="${x(maerke)}" x2="${x(maerke)}" y1="0" y2="10"></line>`}</svg>`
}
