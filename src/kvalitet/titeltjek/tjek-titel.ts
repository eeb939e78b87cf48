import type { Fund, Titelkontekst } from './fund.ts'
import { type LaestTekst, laesTekst } from './laes-tekst.ts'
import { LIX_GRAENSE, lix } from './lix.ts'
import { findCpr, findFjernetCpr } from './regler/cpr.ts'
import { findForm } from './regler/form.ts'
import { findKontakt } from './regler/kontakt.ts'
import { findNavne } from './regler/navne.ts'
import { findOrdvalg } from './regler/ordvalg.ts'
import { findStavefejl } from './regler/stavning.ts'

/** Counted up whenever a check may answer otherwise about the same text: what was assessed under an older one is assessed again. */
export const REGELVERSION = 5

/** Characters beyond which nothing is read: twice the largest note that a source may deliver. */
const LAENGST = 200_000

/** What blocks a text, and nothing else: quick enough for the citizen's own read, and needs no dictionary. */
export function checkBlokerende(tekst: string, kontekst: Titelkontekst): readonly Fund[] {
  if (tekst.length > LAENGST) return forLang(tekst)
  const laest = laesTekst(tekst)
  return [...findCpr(laest, kontekst), ...findNavne(laest, kontekst)].filter(({ alvor }) => alvor === 'blokerer')
}

/** Everything that is found in a title, in the order in which it stands. */
export function checkTitel(tekst: string, kontekst: Titelkontekst): readonly Fund[] {
  if (tekst.length > LAENGST) return forLang(tekst)
  const laest = laesTekst(tekst)
  return inOrder([...findFaelles(laest, kontekst), ...findForm(laest)])
}

/** Everything that is found in the text of a note: what a title is checked for but its form, and how hard it is to read. */
export function checkNotat(tekst: string, kontekst: Titelkontekst): readonly Fund[] {
  if (tekst.length > LAENGST) return forLang(tekst)
  const laest = laesTekst(tekst)
  const svaer = (lix(laest) ?? 0) > LIX_GRAENSE
  const hele: Fund = { kode: 'LIX_HOEJT', alvor: 'oplyser', fra: 0, til: tekst.length }
  return inOrder([...findFaelles(laest, kontekst), ...(svaer ? [hele] : [])])
}

const findFaelles = (laest: LaestTekst, kontekst: Titelkontekst): Fund[] => [
  ...findCpr(laest, kontekst),
  ...findFjernetCpr(laest),
  ...findNavne(laest, kontekst),
  ...findKontakt(laest, kontekst),
  ...findOrdvalg(laest),
  ...(kontekst.ordbog ? findStavefejl(laest, kontekst.ordbog) : []),
]

const inOrder = (fund: readonly Fund[]): readonly Fund[] => fund.toSorted((a, b) => a.fra - b.fra || a.til - b.til)

/** What cannot be checked is not shown. */
const forLang = (tekst: string): readonly Fund[] => [{ kode: 'FOR_LANG', alvor: 'blokerer', fra: 0, til: tekst.length }]
