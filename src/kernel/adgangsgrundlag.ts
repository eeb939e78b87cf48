import type { KlePraefiks } from './kle-emne.ts'
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
