import type { Art, Tidspunkt, Uuid } from '#kernel'
import type { Proeveting } from '#overblik'
import type { Saetning } from '../afp-regler.ts'
import type { Personbogstav } from './forloeb.ts'

/** A line that the system under test has sent since the run began. */
export type Modtagelinje = {
  readonly objekt: Uuid | undefined
  readonly art: Art | undefined
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  readonly regel: string | undefined
  /** The place in the item, as `egenskaber[0].titel`, and what was wrong there. */
  readonly sti: string | undefined
  readonly saetning: Saetning | undefined
}

export type Registreringstid = {
  readonly objekt: Uuid
  readonly art: Art
  readonly tidspunkt: Tidspunkt
  readonly modtaget: Tidspunkt
}

/** All that has been seen of the system under test. */
export type Afsenderset = {
  readonly nu: Tidspunkt
  /** The number that the run asks for. */
  readonly kle: string
  readonly linjer: readonly Modtagelinje[]
  /** Of accepted objects, in the order in which they were taken in. */
  readonly registreringer: readonly Registreringstid[]
  /** What the index holds of each person, of this source. */
  readonly personer: Readonly<Record<Personbogstav, readonly Proeveting[]>>
}
