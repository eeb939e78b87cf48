import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import {
  deleteUnsaid,
  type ForaeldremyndighedRaekke,
  upsertForaeldremyndighed,
  upsertSpaerring,
} from './foraeldremyndighed.sql.ts'

/** Custody of a child, half-open `[fra, til)` in days YYYY-MM-DD; `til` null is until further notice. */
export type Foraeldremyndighed = ForaeldremyndighedRaekke

/**
 * Replaces what is known about the custody of `boern`, the children that the register was asked about: what it does not say again is taken
 * away, so that a right which it no longer knows gives no sight. A child without facts has no holder. Role: modtagelse. Throws RangeError
 * for facts about a child that was not asked about, since half an answer would take the rest of its holders away.
 */
export async function registerForaeldremyndighed(
  tx: Transaktion,
  boern: readonly Uuid[],
  sagt: readonly Foraeldremyndighed[],
): Promise<void> {
  if (boern.length === 0 && sagt.length === 0) return
  const spurgt = new Set(boern)
  if (sagt.some(({ barn }) => !spurgt.has(barn))) throw new RangeError('Custody of a child that was not asked about')
  const sidste = [...new Map(sagt.map((et) => [`${et.barn} ${et.indehaver} ${et.fra}`, et])).values()]
  await tx.run(deleteUnsaid([...spurgt], sidste))
  await tx.run(upsertForaeldremyndighed(sidste))
}

/**
 * Keeps a holder of custody from seeing a child here, half-open `[fra, til)`, whatever the register says then or later. Said again with
 * another `til` it ends there. Role: modtagelse.
 */
export async function spaerIndehaver(tx: Transaktion, spaerring: Foraeldremyndighed): Promise<void> {
  await tx.run(upsertSpaerring(spaerring))
}
