import type { Fund, Titelkontekst } from './fund.ts'
import { laesTekst } from './laes-tekst.ts'
import { findCpr, findFjernetCpr } from './regler/cpr.ts'
import { findNavne } from './regler/navne.ts'

/** Counted up whenever a check may answer otherwise about the same text: what was assessed under an older one is assessed again. */
export const REGELVERSION = 1

/** What blocks a title, and nothing else: quick enough for the citizen's own read, and needs no dictionary. */
export function checkBlokerende(tekst: string, kontekst: Titelkontekst): readonly Fund[] {
  const laest = laesTekst(tekst)
  return [...findCpr(laest, kontekst), ...findNavne(laest, kontekst)].filter(({ alvor }) => alvor === 'blokerer')
}

/** Everything that is found in a title, in the order in which it stands. */
export function checkTitel(tekst: string, kontekst: Titelkontekst): readonly Fund[] {
  const laest = laesTekst(tekst)
  const fund = [findCpr(laest, kontekst), findFjernetCpr(laest), findNavne(laest, kontekst)].flat()
  return fund.toSorted((a, b) => a.fra - b.fra || a.til - b.til)
}

/** The same of a note's text, where positions tell which paragraphs hold it. */
export function checkNotat(tekst: string, kontekst: Titelkontekst): readonly Fund[] {
  return checkTitel(tekst, kontekst)
}
