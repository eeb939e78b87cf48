import { hash } from 'node:crypto'
import type { Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import type { Clock } from '#platform/clock'
import { hmac, type Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import type { AendringKilde, FjernelseKilde } from '../element/aendring.kilde.ts'
import type { ElementKilde } from '../element/element.kilde.ts'
import type { Regelbrud, Rollekatalog } from '../regler/index.ts'

export type Modtagelsesdeps = {
  readonly db: Database
  readonly noegler: Noegler
  readonly clock: Clock
  readonly roller: Rollekatalog
  /** Rules that only warn until a day; those of the catalogue where nothing is said. */
  readonly varslede?: ReadonlyMap<string, string>
}

/**
 * One line as it came in: what it was read as, or why it could not be. `raa` is kept, encrypted, where it is refused. What it asks for is
 * told by which of three fields it has; all three go through modtagLinjer and are answered, kept, counted and told of alike:
 * - `element` (importer, AM-01): a whole registration with its history.
 * - `opdater` (AM-02, AM-04): what changes, at a new Tidspunkt. Inside the transaction it is merged with the object's current registration
 *   into a whole new one, which must pass the rules of an import. Refused: IND-021 (no such object of this Master), IND-022 (Tidspunkt is not
 *   newer than the current registration's, and that one does not say the same already: then the receipt is 'uaendret'), IND-024 (names
 *   nothing that changes), IND-025 (the whole would be too large).
 * - `fjern` (AM-03): the object and all its registrations go, and a gravsten without personal data stays. Refused: IND-021. Sent again it is
 *   'uaendret'. Whatever is delivered for the UUID afterwards is IND-023.
 * `udkast` is what is known of a line that is refused: enough to tell what it touches. For opdater and fjern `art` and `id` are enough: with
 * `operation` given the area is read from the object itself, where the sender is its Master.
 */
export type IndkommenLinje = {
  /** From 1. */
  readonly linje: number
  readonly raa: string
} & (
  | {
      readonly brud: readonly []
      readonly element: ElementKilde
      /** The rules of the catalogue have been applied already, and none was broken. */
      readonly kontrolleret?: true
    }
  | { readonly brud: readonly []; readonly opdater: AendringKilde }
  | { readonly brud: readonly []; readonly fjern: FjernelseKilde }
  | {
      readonly brud: readonly [Regelbrud, ...Regelbrud[]]
      readonly udkast: Readonly<Record<string, unknown>> | undefined
      readonly operation?: Operation
    }
)

/** What a line asks for; a refused one that does not say is an import. */
export type Operation = 'importer' | 'opdater' | 'fjern'

/** The receipt of one line. `brud`: why it was refused, and of one taken in, what will be refused from a day on. 'uaendret': the same registration was kept already, or the same deletion was made. */
export type Kvittering = {
  readonly linje: number
  readonly id: Uuid | undefined
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  readonly brud: readonly Regelbrud[]
}

/** Where a line belongs: in which delivery, and its number there. */
export type Sted = { readonly leverance: Uuid; readonly linje: number }

/**
 * A delivery under way. `genoptaget`: the same key was used before, so its lines may have been answered. `steder`: the batch is of several
 * deliveries, messages that came at once, and its lines are numbered through; this is where each belongs, in order.
 */
export type Leverance = {
  readonly id: Uuid
  readonly kilde: Kilde
  readonly genoptaget: boolean
  readonly steder?: readonly Sted[]
}

export const stedOf = ({ id, steder }: Leverance, linje: number): Sted => steder?.[linje - 1] ?? { leverance: id, linje }

/** What a line is known again by. Keyed: by itself a hash of a line would tell, to one who tries, whose number stands in it. */
export const linjeHash = ({ noegler }: Pick<Modtagelsesdeps, 'noegler'>, raa: string): string =>
  hmac(noegler.opslag, `linje ${hash('sha256', raa)}`).toString('hex')
