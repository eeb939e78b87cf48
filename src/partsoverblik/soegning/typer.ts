import type { Uuid } from '#kernel'

/**
 * What somebody types, in one field: a CPR number in any spelling, a name (parts in any order), a case number, an address (street, number,
 * postcode), a company's CVR number or name. Years of birth narrow a search for persons; both ends are included.
 */
export type Soegning = {
  readonly tekst: string
  readonly foedtFra?: number | undefined
  readonly foedtTil?: number | undefined
}

/** Somebody whom the caseworker may see, or know of, at least one thing of. */
export type Soegetraef = {
  /** To be handed to startBesoeg by a form; it stands in no address. */
  readonly part: Uuid
  readonly type: 'person' | 'virksomhed'
  /** Undefined where no register has told it. */
  readonly navn: string | undefined
  /** The name that was searched for, where it is one that the person has had before. */
  readonly tidligereNavn: string | undefined
  /** A person's DDMMAA-****, a company's CVR number; undefined where no number is known. */
  readonly nummer: string | undefined
  readonly foedselsaar: number | undefined
  readonly doed: boolean
  /** A unit of the municipality that answers for something that the caseworker may know of. */
  readonly enhed: string | undefined
}

/** `flere`: there are more than are shown, so the search should be narrowed. */
export type Soegesvar = { readonly traef: readonly Soegetraef[]; readonly flere: boolean }
