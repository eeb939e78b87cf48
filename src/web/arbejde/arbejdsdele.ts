import { html, type Indhold, type Markup } from '../html.ts'
import type { Arbejdskontekst } from './arbejdskontekst.ts'
import { formularfelt } from './arbejdslayout.ts'

/** Parts that many pages of people at work have. */

/** The heading of a page, what it says for short, and how what it is about stands. */
export const sidehoved = (overskrift: string, lead: Indhold, maerker: readonly Markup[] = []): Markup =>
  html`<div class="bb-sidehoved"><h1>${overskrift}</h1>${maerker.length > 0 ? html`<p class="bb-roller">${maerker}</p>` : undefined}<p class="font-lead">${lead}</p></div>`

/** A form of a work page: its own field, what is asked for, and one button. */
export const formular = (
  k: Arbejdskontekst,
  sti: string,
  {
    skjult = {},
    felter = [],
    knap,
    klasse = 'button button-primary',
  }: {
    readonly skjult?: { readonly [navn: string]: string }
    readonly felter?: readonly Markup[]
    readonly knap: string
    readonly klasse?: string
  },
): Markup => html`<form method="post" action="${sti}" class="bb-formular">${formularfelt(k)}
  ${Object.entries(skjult).map(([navn, vaerdi]) => html`<input type="hidden" name="${navn}" value="${vaerdi}">`)}
  ${felter}
  <button type="submit" class="${klasse}">${knap}</button>
</form>`
