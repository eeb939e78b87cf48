import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'

/** A quarter of a year, by the weeks that begin in it. Quarters do not overlap, so no two pages can be held against each other. */
export type Kvartal = { readonly aar: number; readonly nr: 1 | 2 | 3 | 4; readonly fra: string; readonly til: string }

const to = (tal: number): string => String(tal).padStart(2, '0')

function kvartalMed(indeks: number): Kvartal {
  const dag = (i: number): string => `${Math.floor(i / 4)}-${to((((i % 4) + 4) % 4) * 3 + 1)}-01`
  return { aar: Math.floor(indeks / 4), nr: ((indeks % 4) + 1) as Kvartal['nr'], fra: dag(indeks), til: dag(indeks + 1) }
}

/** This quarter and the three before it, newest first. */
export function senesteKvartaler(nu: Tidspunkt): readonly [Kvartal, Kvartal, Kvartal, Kvartal] {
  const [aar = '', maaned = ''] = danskDag(nu).split('-')
  const indeks = Number(aar) * 4 + Math.floor((Number(maaned) - 1) / 3)
  return [kvartalMed(indeks), kvartalMed(indeks - 1), kvartalMed(indeks - 2), kvartalMed(indeks - 3)]
}

export const kvartalsnoegle = ({ aar, nr }: Kvartal): string => `${aar}-${nr}`
