import type { Art } from '#kernel'

/** How much a finding weighs: a title with one that blocks is not shown, one that warns asks for a look, one that informs only tells. */
export type Alvor = 'blokerer' | 'advarer' | 'oplyser'

export const FUNDKODER = [
  'CPR_NUMMER',
  'CPR_EGET',
  'CPR_FJERNET',
  'NAVN_ANDEN_PART',
  'NAVN_ANDEN_PERSON',
  'NAVN_MULIGT',
  'ADRESSE',
  'TELEFONNUMMER',
  'MAILADRESSE',
  'DIAGNOSE',
  'HAARD_VURDERING',
  'INTERN_FORKORTELSE',
  'SAGSKODE',
  'FILNAVN',
  'KUN_VERSALER',
  'TOMT_ORD',
  'STAVEFEJL',
  'LANGT_ORD',
  'LIX_HOEJT',
  'FOR_LANG',
  'FREMMED_NAVN_PAA_SAGEN',
  'FORSKELLIGE_PARTER',
  'DUBLET',
  'KLE_PASSER_IKKE',
  'KLE_FREMMED_FOR_KILDEN',
  'DATO_UDEN_FOR_SAGEN',
] as const
export type Fundkode = (typeof FUNDKODER)[number]

/** One finding in a text. `fra` and `til` are UTF-16 positions, half-open, in the text as it was handed in. */
export type Fund = {
  readonly kode: Fundkode
  readonly alvor: Alvor
  readonly fra: number
  readonly til: number
  /** What could stand instead of `fra`..`til`; empty where nothing should. `proposeTekst` puts all of a text's together. */
  readonly forslag?: string
  /** The thing itself must wait for a look, and not only its title: it may lie at the wrong person. */
  readonly holderTilbage?: true
}

/** What the checks may know about the item; nothing of it is fetched by them. */
export type Titelkontekst = {
  readonly art: Art
  readonly dokumenttype?: string | undefined
  readonly kle?: string | undefined
  readonly kilde?: string | undefined
  /** The names of the part who is shown the title, as they are registered: they are no finding. */
  readonly egneNavne: readonly string[]
  /** The names of the case's other known parts: wherever one stands, it is another person's. */
  readonly kendteNavne: readonly string[]
  /** Whether ten digits are the part's own number. Without it every number counts as somebody else's. */
  readonly cprErEgen?: ((cpr: string) => boolean) | undefined
  /** The words of the language, where spelling is to be checked too (`loadOrdbog`): large, and never for the citizen's own read. */
  readonly ordbog?: Stavekontrol | undefined
}

export type Stavekontrol = {
  readonly kender: (ord: string) => boolean
  readonly foreslaa: (ord: string) => string | undefined
}
