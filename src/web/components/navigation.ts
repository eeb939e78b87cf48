import { html, type Indhold, type Markup } from '../html.ts'
import type { Sprog } from '../sprog.ts'
import { tekster } from '../texts/index.ts'
import { ikon } from './ikon.ts'

export type Krumme = { readonly tekst: string; readonly sti?: string }

/** dkfds breadcrumb; the last crumb is this page. */
export const breadcrumbs = (sprog: Sprog, krummer: readonly Krumme[]): Markup =>
  html`<nav class="breadcrumbs" aria-label="${tekster(sprog).broedkrumme}"><ol class="breadcrumbs__list">${krummer.map(
    ({ tekst, sti }, i) => {
      const pil = i === 0 ? undefined : ikon('chevron-right')
      return sti === undefined
        ? html`<li class="breadcrumbs__list-item" aria-current="page">${pil}${tekst}</li>`
        : html`<li class="breadcrumbs__list-item">${pil}<a class="breadcrumbs__link" href="${sti}">${tekst}</a></li>`
    },
  )}</ol></nav>`

export const backLink = (sti: string, tekst: string): Markup =>
  html`<p><a href="${sti}" class="back-link">${ikon('chevron-left')}${tekst}</a></p>`

/** Pages around the current one, with both ends; a gap stands as undefined. */
export function sidetal(nuvaerende: number, alle: number): (number | undefined)[] {
  const vises = Array.from({ length: alle }, (_, i) => i + 1).filter(
    (nr) => nr === 1 || nr === alle || Math.abs(nr - nuvaerende) <= 1 || alle <= 7,
  )
  return vises.flatMap((nr, i) => (i > 0 && nr - (vises[i - 1] ?? 0) > 1 ? [undefined, nr] : [nr]))
}

/** dkfds pagination with links; nothing where there is one page. `sti` gives the address of a page. */
export function pagination(sprog: Sprog, nuvaerende: number, alle: number, sti: (nr: number) => string): Markup | undefined {
  if (alle < 2) return undefined
  const t = tekster(sprog).sider
  const punkt = (nr: number | undefined): Indhold => {
    if (nr === undefined) {
      return html`<li class="pagination-item pagination-overflow"><span class="sr-only">${t.skjulte}</span><span aria-hidden="true">…</span></li>`
    }
    return nr === nuvaerende
      ? html`<li class="pagination-item pagination-number"><a href="${sti(nr)}" class="button current-page" aria-label="${t.side(nr)}" aria-current="page">${nr}</a></li>`
      : html`<li class="pagination-item pagination-number"><a href="${sti(nr)}" class="button button-secondary" aria-label="${t.side(nr)}">${nr}</a></li>`
  }
  return html`<nav class="pagination" aria-label="${t.navn}">
    ${nuvaerende > 1 ? html`<a href="${sti(nuvaerende - 1)}" class="button button-arrow button-previous" aria-label="${t.forrigeSide}">${ikon('chevron-left')}<span class="pagination-nav-link">${t.forrige}</span></a>` : undefined}
    <span class="pagination-mobile">${t.af(nuvaerende, alle)}</span>
    <ul class="pagination__items">${sidetal(nuvaerende, alle).map(punkt)}</ul>
    ${nuvaerende < alle ? html`<a href="${sti(nuvaerende + 1)}" class="button button-arrow button-next" aria-label="${t.naesteSide}"><span class="pagination-nav-link">${t.naeste}</span>${ikon('chevron-right')}</a>` : undefined}
  </nav>`
}
