import { type Arbejdskontekst, html, type Markup } from '#web'
import type { Besoegt } from '../besoegt.ts'

const ORD = {
  da: { om: 'Om', udenNavn: 'Navn ikke kendt' },
  en: { om: 'About', udenNavn: 'Name not known' },
} as const

/** Whom the page is about, above its heading. */
export function besoegtlinje(k: Arbejdskontekst, { navn, nummer }: Besoegt): Markup {
  const t = ORD[k.sprog]
  return html`<p class="bb-besoegt">${t.om} <strong>${navn ?? t.udenNavn}</strong>${nummer === undefined ? undefined : html` <span class="bb-meta">${nummer}</span>`}</p>`
}
