import type { Tidspunkt } from '#kernel'
import { type Arbejdskontekst, formatKlokken, html, type Markup } from '#web'
import type { Besoegt } from '../besoegt.ts'

const ORD = {
  da: { om: 'Om', udenNavn: 'Navn ikke kendt', besoeg: 'besøg' },
  en: { om: 'About', udenNavn: 'Name not known', besoeg: 'visit' },
} as const

/** The page as one of a visit's: its tab says when the visit began, so that two citizens' tabs are told apart without a name. */
export const withBesoegstid = (k: Arbejdskontekst, begyndt: Tidspunkt): Arbejdskontekst => ({
  ...k,
  kendetegn: `${ORD[k.sprog].besoeg} ${formatKlokken(begyndt, k.sprog)}`,
})

/** Whom the page is about, above its heading. */
export function besoegtlinje(k: Arbejdskontekst, { navn, nummer }: Besoegt): Markup {
  const t = ORD[k.sprog]
  return html`<p class="bb-besoegt">${t.om} <strong>${navn ?? t.udenNavn}</strong>${nummer === undefined ? undefined : html` <span class="bb-meta">${nummer}</span>`}</p>`
}
