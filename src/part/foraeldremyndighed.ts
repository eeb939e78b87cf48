import type { Transaktion } from '#platform/database'
import { deleteUnsaid, type ForaeldremyndighedRaekke, upsertForaeldremyndighed } from './foraeldremyndighed.sql.ts'

/** Custody of a child, half-open `[fra, til)` in days YYYY-MM-DD; `til` null is until further notice. */
export type Foraeldremyndighed = ForaeldremyndighedRaekke

/**
 * Replaces what is known about the custody of the children named: what is not said again is taken away, so that a right which the register
 * no longer knows gives no sight. Give all of a child's facts in one call. Role: modtagelse.
 */
export async function registerForaeldremyndighed(tx: Transaktion, sagt: readonly Foraeldremyndighed[]): Promise<void> {
  const sidste = [...new Map(sagt.map((et) => [`${et.barn} ${et.indehaver} ${et.fra}`, et])).values()]
  if (sidste.length === 0) return
  await tx.run(deleteUnsaid(sidste))
  await tx.run(upsertForaeldremyndighed(sidste))
}
