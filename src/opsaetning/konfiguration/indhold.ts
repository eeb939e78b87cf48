import type { Uuid } from '#kernel'
import type { KleKonfiguration } from '#visning'

/** What a version says besides whose it is, of which number and from when. `juristAabnet` follows from the jurist's confirmation alone. */
export type KleIndhold = Omit<KleKonfiguration, 'kommune' | 'kle' | 'gaelderFra'>

/** The fields that a draft changes, in the order of the pages. */
export const FELTER = [
  'aaben',
  'fradato',
  'visAeldreAktive',
  'fagsystemfilter',
  'titelvisning',
  'kvalitetskrav',
  'stikproeve',
  'visDokumenttitler',
  'dokumenttyper',
  'visJournalnotater',
  'notatsystemer',
  'notatfristDage',
  'karantaene',
  'ventArbejdsdage',
  'visYdelser',
  'visUdbetalinger',
  'visAftaler',
] as const satisfies readonly (keyof KleIndhold)[]
export type Felt = (typeof FELTER)[number]

/** The fields that a draft's line sets; what it leaves out stays as it is. */
export type Feltvalg = { readonly [F in Felt]?: KleIndhold[F] }

/** SF1470's document types, as the index has them. */
export const DOKUMENTTYPER = [
  'Brev, indgaaende',
  'Brev, udgaaende',
  'Dagsorden',
  'Eksternt Notat',
  'Faktura',
  'Internt Notat',
  'Rapport',
  'Plan',
  'Andet',
] as const

/** Further than these no field goes: a longer wait is a closed number, and a longer list a mistake. */
export const GRAENSER = { stikproeve: 1_000, notatfristDage: 365, ventArbejdsdage: 60, systemer: 50 } as const

/** What nobody has configured yet is closed; opened without more it shows the least, the titles in KLE's citizens' words. */
export const UDGANGSPUNKT: KleIndhold = {
  aaben: false,
  juristAabnet: false,
  fradato: '2100-01-01',
  visAeldreAktive: false,
  fagsystemfilter: [],
  titelvisning: 'kle',
  kvalitetskrav: 'alle',
  stikproeve: 0,
  visDokumenttitler: false,
  dokumenttyper: [],
  visJournalnotater: false,
  notatsystemer: [],
  notatfristDage: 0,
  karantaene: true,
  ventArbejdsdage: 0,
  visYdelser: false,
  visUdbetalinger: false,
  visAftaler: false,
}

/** The content of a version; of none: UDGANGSPUNKT. */
export function indholdAf(version: KleKonfiguration | undefined): KleIndhold {
  if (!version) return UDGANGSPUNKT
  const { kommune: _kommune, kle: _kle, gaelderFra: _gaelderFra, ...indhold } = version
  return indhold
}

type Vaerdi = KleIndhold[Felt]
const isListe = (vaerdi: Vaerdi): vaerdi is readonly Uuid[] | readonly string[] => Array.isArray(vaerdi)

/** Lists are sets: their order says nothing. */
export const isSammeVaerdi = (a: Vaerdi, b: Vaerdi): boolean =>
  isListe(a) && isListe(b) ? a.length === b.length && new Set([...a, ...b]).size === new Set(a).size : a === b

/** The fields in which two contents differ, in order. */
export const forskelle = (a: KleIndhold, b: KleIndhold): readonly Felt[] =>
  FELTER.filter((felt) => !isSammeVaerdi(a[felt], b[felt]))
