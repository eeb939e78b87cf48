import { html, type Indhold, type Markup } from '../html.ts'
import type { Sprog } from '../sprog.ts'
import { tekster } from '../texts/index.ts'
import { ikon } from './ikon.ts'

export type Beskedslags = 'info' | 'success' | 'warning' | 'error'

/** dkfds alert. Not announced by itself: what is there when the page opens needs no live region. */
export const alert = (
  sprog: Sprog,
  slags: Beskedslags,
  besked: { readonly overskrift?: string; readonly niveau?: 2 | 3; readonly indhold: Indhold },
): Markup => html`<div class="alert alert-${slags}">
  ${ikon(slags, { klasse: 'alert-icon', navn: tekster(sprog).alert[slags] })}
  <div class="alert-body">
    ${besked.overskrift === undefined ? undefined : heading(besked.niveau ?? 2, besked.overskrift)}
    <div class="alert-text">${besked.indhold}</div>
  </div>
</div>`

const heading = (niveau: 2 | 3, tekst: string): Markup =>
  niveau === 2 ? html`<h2 class="alert-heading">${tekst}</h2>` : html`<h3 class="alert-heading">${tekst}</h3>`

export type Maerkat = 'neutral' | 'info' | 'success' | 'warning' | 'error'

/** dkfds badge: a state as a word on a colour. */
export const badge = (maerkat: Maerkat, ord: string): Markup =>
  maerkat === 'neutral'
    ? html`<span class="badge bb-badge-neutral">${ord}</span>`
    : html`<span class="badge badge-${maerkat}">${ord}</span>`

/** dkfds details: opens without script, so that essentials may stand in it. */
export const details = (resume: Indhold, indhold: Indhold): Markup =>
  html`<details class="details"><summary class="details-summary">${resume}</summary><div class="details-text">${indhold}</div></details>`
