import { html, type Markup } from '#web'
import type { Felttal, Kildetilstand } from '../kort.ts'
import { felterI } from '../kort.ts'

/**
 * Signs that are told apart by their shape, so that neither colour nor eyesight for it is needed. They are drawings of words that stand
 * beside them or are read out in their place. Colours are classes: the pages have no inline style.
 */

const HAK = html`<path class="bb-streg" d="M7 12.5l3.5 3.5L17 9"></path>`
const FORM: { readonly [T in Kildetilstand]: Markup } = {
  bevist: html`<circle class="bb-groen" cx="12" cy="12" r="10"></circle><path class="bb-hvidstreg" d="M7 12.5l3.5 3.5L17 9"></path>`,
  venter: html`<circle class="bb-ramme bb-groenramme" cx="12" cy="12" r="9"></circle>${HAK}`,
  delvis: html`<circle class="bb-ramme" cx="12" cy="12" r="9"></circle><path class="bb-moerk" d="M12 3a9 9 0 0 1 0 18z"></path>`,
  uafstemt: html`<rect class="bb-ramme" x="3" y="3" width="18" height="18"></rect><path class="bb-streg" d="M7 10h10M7 14h10M15 6l-6 12"></path>`,
  afviste: html`<path class="bb-gult" d="M12 2.5L22.5 21h-21z"></path><path class="bb-streg" d="M12 9v5.5M12 17v1.6"></path>`,
  forsinket: html`<circle class="bb-gult" cx="12" cy="12" r="9.5"></circle><path class="bb-streg" d="M12 6.5V12l4 2.5"></path>`,
  stoppet: html`<path class="bb-roed" d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"></path><path class="bb-hvidstreg" d="M7 12h10"></path>`,
  mangler: html`<circle class="bb-ramme bb-stiplet" cx="12" cy="12" r="9"></circle><path class="bb-streg" d="M8.5 8.5l7 7M15.5 8.5l-7 7"></path>`,
}

export const tegn = (tilstand: Kildetilstand): Markup =>
  html`<svg class="bb-daektegn" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${FORM[tilstand]}</svg>`

const BREDDE = 100

/** Fields as a bar in three: proved is full, with reservations has an edge, what nobody delivers is empty. Not read out: the numbers stand beside. */
export function feltsoejle(tal: Felttal): Markup {
  const alle = Math.max(1, felterI(tal))
  const x = (antal: number): number => Math.round((antal / alle) * BREDDE * 10) / 10
  const bevist = x(tal.bevist)
  const forbehold = x(tal.forbehold)
  return html`<svg class="bb-feltsoejle" viewBox="0 0 ${String(BREDDE)} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
  <rect class="bb-felt-tom" x="0.5" y="0.5" width="${String(BREDDE - 1)}" height="9"></rect><rect class="bb-felt-forbehold" x="${String(bevist)}" y="0.5" width="${String(forbehold)}" height="9"></rect><rect class="bb-felt-bevist" x="0" y="0" width="${String(bevist)}" height="10"></rect></svg>`
}
