import { tidspunkt } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import {
  countBortfaldne,
  deleteForsoeg,
  deleteHaendelser,
  deleteSlettede,
  deleteSlettedesForsoeg,
  deleteSlettedesUdsendelser,
  deleteUbeviste,
  deleteUdsendelser,
  findGammelTil,
  moveFjernetTil,
} from './oprydning.sql.ts'

export type Oprydningsdeps = {
  readonly db: Database
  readonly clock: Clock
  /** How many days what has happened is kept. */
  readonly dage: number
}

const ROLLE = { rolle: 'oprydning' } as const
const ET_DOEGN_MS = 86_400_000
const HOEJST_AD_GANGEN = 5_000

/**
 * Removes events older than what is kept, with their deliveries, dead ones too, and what is left of subscriptions that have ended; answers how many
 * events. First it is said up to where, so that no reader takes a gap for silence; what is not removed now is removed the next time. Throws DatabaseFejl.
 */
export async function removeOld({ db, clock, dage }: Oprydningsdeps): Promise<number> {
  const foer = tidspunkt(new Date(Date.parse(clock.now()) - dage * ET_DOEGN_MS))
  const til = await db.transaction(ROLLE, async (tx) => {
    const [gammel] = await tx.run(findGammelTil(foer))
    const nr = gammel?.til ?? 0
    await tx.run(moveFjernetTil(nr))
    await tx.run(countBortfaldne(nr))
    await tx.run(deleteUdsendelser(nr))
    await tx.run(deleteForsoeg(nr))
    return nr
  })
  let fjernet = 0
  for (let antal = HOEJST_AD_GANGEN; antal === HOEJST_AD_GANGEN; fjernet += antal)
    antal = await db.transaction(ROLLE, (tx) => tx.count(deleteHaendelser(til, HOEJST_AD_GANGEN)))
  await db.transaction(ROLLE, async (tx) => {
    await tx.run(deleteSlettedesUdsendelser())
    await tx.run(deleteSlettedesForsoeg())
    await tx.run(deleteSlettede())
    await tx.run(deleteUbeviste(foer))
  })
  return fjernet
}
