import type { Forbindelse } from '#platform/database'
import type { Leverance } from '../leverance/index.ts'
import type { Rolleoverrides } from '../regler/index.ts'
import type { Bunkesvar } from '../rest/bunker.ts'
import type { Linje } from '../rest/ndjson.ts'
import type { SoapBesked } from '../soap/besvar.ts'
import type { SoapSvar } from '../soap/faelles/svar.ts'

/** What is said between the server's thread and those that take in deliveries: texts, bytes and facts, never an item that has been read. */

/** What a thread is started with. It opens the database and the keys itself. */
export type Arbejderstart = {
  readonly forbindelse: Forbindelse
  readonly noeglemappe: string
  readonly roller: Rolleoverrides
}

export type Opgave =
  /** Batches of one delivery have the same `stroem` and are taken in the order in which they come. */
  | { readonly slags: 'bunke'; readonly stroem: number; readonly leverance: Leverance; readonly linjer: readonly Linje[] }
  | { readonly slags: 'besked'; readonly besked: SoapBesked }

export type Opgavesvar = Bunkesvar | SoapSvar

export type TilArbejder =
  | { readonly nr: number; readonly opgave: Opgave }
  /** The delivery has no more batches. */
  | { readonly luk: number }
  | { readonly slut: true }

/** `fejl` is the error's name: its message could hold what is nobody's business here. */
export type FraArbejder =
  | { readonly nr: number; readonly svar: Opgavesvar }
  | { readonly nr: number; readonly fejl: string }
  | { readonly klar: true }
