import { createHash } from 'node:crypto'
import type { Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { Regelbrud, Rollekatalog } from '../regler/index.ts'

export type Modtagelsesdeps = {
  readonly db: Database
  readonly noegler: Noegler
  readonly clock: Clock
  readonly roller: Rollekatalog
}

/** One line as it came in: what it was read as, or why it could not be. `raa` is kept, encrypted, where it is refused. */
export type IndkommenLinje = {
  /** From 1. */
  readonly linje: number
  readonly raa: string
} & (
  | { readonly brud: readonly []; readonly element: ElementKilde }
  | { readonly brud: readonly [Regelbrud, ...Regelbrud[]]; readonly udkast: Readonly<Record<string, unknown>> | undefined }
)

/** The receipt of one line. 'uaendret': the same registration was kept already. */
export type Kvittering = {
  readonly linje: number
  readonly id: Uuid | undefined
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  readonly brud: readonly Regelbrud[]
}

/** A delivery under way. `genoptaget`: the same key was used before, so its lines may have been answered. */
export type Leverance = { readonly id: Uuid; readonly kilde: Kilde; readonly genoptaget: boolean }

export const linjeHash = (raa: string): string => createHash('sha256').update(raa).digest('hex')
