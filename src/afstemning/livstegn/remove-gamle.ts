import { tidspunkt } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { deleteGamleLivstegn } from './livstegn.sql.ts'

/** Long enough to see how a source has done through a quarter. */
const GEMMES_MS = 90 * 24 * 3_600_000
/** So many at a time, so that none who gives a sign waits for them. */
const AD_GANGEN = 5_000

/** Removes signs of life that are older than they are kept; the number that each source is at stays. Answers how many. Throws DatabaseFejl. */
export async function removeGamleLivstegn({ db, clock }: { readonly db: Database; readonly clock: Clock }): Promise<number> {
  const foer = tidspunkt(new Date(Date.parse(clock.now()) - GEMMES_MS))
  for (let ialt = 0; ; ) {
    const [antal = 0] = await db.writeBatch({ rolle: 'oprydning' }, [deleteGamleLivstegn(foer, AD_GANGEN)])
    ialt += antal
    if (antal < AD_GANGEN) return ialt
  }
}
