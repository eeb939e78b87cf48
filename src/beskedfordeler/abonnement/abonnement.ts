import type { Art, CvrNummer, KlePraefiks, Tidspunkt, Uuid } from '#kernel'
import type { Form, Haendelsesart } from '../haendelse/index.ts'

/** `notifikation` tells people, so what nobody is to be notified of is not sent; `synkronisering` keeps a copy, and is sent all. */
export const FORMAAL = ['notifikation', 'synkronisering'] as const
export type Formaal = (typeof FORMAAL)[number]

/**
 * `afventerBevis`: nobody has shown yet that the address is the owner's. `pauset`: events are kept for it. `stoppet`: the receiver answered that
 * it is gone for good; nothing more is kept for it.
 */
export type Abonnementstilstand = 'afventerBevis' | 'aktiv' | 'pauset' | 'stoppet' | 'slettet'

/** What a subscription asks for; an empty list is everything that its owner may hear of. */
export type Oensker = {
  readonly formaal: Formaal
  readonly arter: readonly Art[]
  readonly haendelser: readonly Haendelsesart[]
  readonly kommuner: readonly CvrNummer[]
  readonly kle: readonly KlePraefiks[]
}

/** Whose a subscription is: a source's, or a municipality's own, which the operator looks after. */
export type Ejer = { readonly kilde: Uuid } | { readonly kommune: CvrNummer }

export type Abonnement = Oensker & {
  readonly id: Uuid
  readonly ejer: Ejer
  readonly navn: string
  readonly url: string
  readonly form: Form
  readonly tilstand: Abonnementstilstand
  readonly oprettet: Tidspunkt
}

/** What an owner may hear of: its municipalities, and the KLE numbers within which it is agreed; none is all. */
export type Graenser = {
  /** The owner's own id, where it is a source: of what it is itself Master it may always hear. */
  readonly master: Uuid | undefined
  readonly kommuner: readonly CvrNummer[]
  readonly kle: readonly KlePraefiks[]
}
