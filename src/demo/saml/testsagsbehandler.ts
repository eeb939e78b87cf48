import type { CvrNummer, Uuid } from '#kernel'
import type { Privilegiegruppe } from './oio-bpp.ts'

/** A fictive employee to log in as at a municipality's own provider. */
export type Testsagsbehandler = {
  readonly id: Uuid
  readonly navn: string
  readonly cvr: CvrNummer
  readonly organisation: string
  /** One sentence: what this person may here. */
  readonly historie: string
  readonly privilegier: readonly Privilegiegruppe[]
}

/** A fictive municipality's provider: its name in addresses, what it is chosen by, and whom it knows. */
export type Testudbyder = {
  readonly noegle: string
  readonly navn: string
  readonly cvr: CvrNummer
  readonly folk: readonly Testsagsbehandler[]
}
