import type { CvrNummer } from './cvr-nummer.ts'
import type { KlePraefiks } from './kle-emne.ts'
import type { Rettighedsgruppe } from './rettighed.ts'
import type { Uuid } from './uuid.ts'

/**
 * On what ground somebody may read about a part. Every read of personal data asks for one; only adgang/ can make one, which the
 * brand keeps: an object literal of this shape does not type-check.
 */
export type Adgangsgrundlag = {
  readonly __grundlag: never
  readonly aktoer: Aktoer
  /** About whom. */
  readonly part: Uuid
  readonly grund: Grund
  /** The areas the ground covers; undefined is all of them. */
  readonly omraader: readonly KlePraefiks[] | undefined
  readonly session: Uuid
  /** One visit, one id: log rows with the same one belong together. */
  readonly korrelation: Uuid
}

/** Who acts. A citizen is named by part, since a CPR number stands nowhere but in part/. */
export type Aktoer = { readonly type: 'borger'; readonly part: Uuid }

export type Grund = 'egen' | 'foraeldremyndighed'

/**
 * On what ground the operator may find out why an item is shown to a part or not. A type of its own, so that no read of a citizen's takes
 * it and it takes no read of a citizen's; made by adgang/ alone.
 */
export type Driftsgrundlag = {
  readonly __grundlag: never
  readonly aktoer: { readonly type: 'drift'; readonly id: Uuid }
  readonly part: Uuid
  readonly grund: 'drift'
  /** Why, in the operator's own words; kept in the log and never shown to the citizen. */
  readonly formaal: string
  readonly korrelation: Uuid
}

/** A right to read: these municipalities, and these numbers, of which none is all. */
export type Laeseret = { readonly kommuner: readonly CvrNummer[]; readonly kle: readonly KlePraefiks[] }

/**
 * On what ground a source may read back what it has itself delivered. It names no part: which parts a read concerns is known when it has been
 * made, and each is logged before anything is handed out. Made by adgang/ alone.
 */
export type Kildegrundlag = {
  readonly __grundlag: never
  readonly aktoer: { readonly type: 'kilde'; readonly id: Uuid }
  /** What it may read must lie within one of these as a whole; none is nothing. */
  readonly rettigheder: readonly Laeseret[]
  readonly grund: 'kilde'
  readonly korrelation: Uuid
}

/** Why a municipality's employee looks at what its citizens are shown. */
export type Kommuneformaal =
  | 'gennemgangAfTitler'
  | 'forhaandsvisning'
  | 'seSomBorgeren'
  | 'forklaring'
  | 'noedstop'
  /** To answer what citizens ask about who has looked. */
  | 'opslagssvar'
  /** To keep a visit from the citizen for as long as the law lets it. */
  | 'undtagelse'

/**
 * On what ground a municipality's employee may see what the municipality itself answers for, to check what citizens are shown of it. It names
 * no part, as a source's does not: each that a read concerns is logged before anything is handed out. Made by adgang/ alone.
 */
export type Kommunegrundlag = {
  readonly __grundlag: never
  readonly aktoer: { readonly type: 'medarbejder'; readonly id: Uuid }
  readonly kommune: CvrNummer
  readonly grund: 'kommune'
  readonly formaal: Kommuneformaal
  readonly korrelation: Uuid
}

/** Why an employee looks a citizen up: a case that is theirs to handle, or one of the reasons that there are besides. */
export const OPSLAGSFORMAAL = [
  'sagsbehandling',
  'henvendelse',
  'vejledning',
  'partshoering',
  'klage',
  'aktindsigt',
  'tilsyn',
  'andet',
] as const
export type Opslagsformaal = (typeof OPSLAGSFORMAAL)[number]
export const parseOpslagsformaal = (tekst: string): Opslagsformaal | undefined =>
  OPSLAGSFORMAAL.find((formaal) => formaal === tekst)

/**
 * On what ground a caseworker may see a citizen's whole engagement with the municipality: the rights that the login brought, for a purpose, in
 * one visit. Made by adgang/ alone.
 */
export type Medarbejdergrundlag = {
  readonly __grundlag: never
  readonly aktoer: { readonly type: 'medarbejder'; readonly id: Uuid }
  readonly kommune: CvrNummer
  /** About whom. */
  readonly part: Uuid
  readonly grund: 'jobfunktionsrolle'
  /** Only the municipality's own: another's give nothing here. */
  readonly rettigheder: readonly Rettighedsgruppe[]
  readonly enheder: readonly string[]
  readonly formaal: Opslagsformaal
  /** The case that the purpose was taken from, where there is one. */
  readonly sag: Uuid | undefined
  readonly session: Uuid
  /** One visit, one id. */
  readonly korrelation: Uuid
}

/**
 * On what ground a caseworker may search. It names no part: who is shown is known when the search has been made, and each is logged before anything
 * is handed out. Made by adgang/ alone.
 */
export type Soegegrundlag = Omit<Medarbejdergrundlag, 'part' | 'formaal' | 'sag'> & { readonly formaal: 'soegning' }
