import { unbindBeviser } from '#afstemning/livstegn'
import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { lockAfvisning, settleAfvisning } from './leverance.sql.ts'

/**
 * The sender says itself that a refused line is settled; the first time counts. Nothing has been delivered by that, so its word alone proves nothing
 * of what we hold until it has been reconciled. Answers false where the line is not the source's. Role modtagelse.
 */
export async function settleOnWord(tx: Transaktion, kilde: Uuid, afvisning: Uuid): Promise<boolean> {
  const [fundet] = await tx.run(lockAfvisning(kilde, afvisning))
  if (!fundet) return false
  if (fundet.afgjort !== null) return true
  await tx.run(settleAfvisning(afvisning))
  await unbindBeviser(tx, kilde, fundet.kommune ?? undefined)
  return true
}
