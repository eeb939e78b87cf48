import type { Uuid } from '#kernel'
import { graenseFor, medianOf, SOEGNINGER } from './regler/maengde.ts'
import type { SoegedagRaekke } from './soegedage.sql.ts'

/** A day on which somebody searched unusually much. `plejer`: the median of the days before. Days as YYYY-MM-DD. */
export type Soegedag = {
  readonly medarbejder: Uuid
  readonly navn: string
  readonly dag: string
  readonly antal: number
  readonly plejer: number
  /** How many citizens were opened the same day. */
  readonly aabnet: number
}

/** As many as one looks over; the newest. */
const HOEJST_VIST = 50

/** The unusual ones among days of many searches, in their order. Pure. */
export const pickUsaedvanlige = (raekker: readonly SoegedagRaekke[]): readonly Soegedag[] =>
  raekker
    .filter(({ antal, tidligere }) => antal > graenseFor(tidligere, SOEGNINGER))
    .slice(0, HOEJST_VIST)
    .map(({ medarbejder_id, medarbejder_navn, dag, antal, tidligere, aabnet }) => ({
      medarbejder: medarbejder_id,
      navn: medarbejder_navn,
      dag,
      antal,
      plejer: Math.round(medianOf(tidligere)),
      aabnet,
    }))
