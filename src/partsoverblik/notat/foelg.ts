import { type Tidspunkt, tidspunkt } from '#kernel'
import type { Transaktion } from '#platform/database'
import { type Afgjort, emptyGamle, settleForaeldede, settleJournaliserede, takeUfortalte } from './foelg.sql.ts'
import { FORAELDES_DAGE } from './tilstand.ts'

const DOEGN_MS = 86_400_000
const AD_GANGEN = 100
const dageFoer = (nu: Tidspunkt, dage: number): Tidspunkt => tidspunkt(new Date(Date.parse(nu) - dage * DOEGN_MS))

/**
 * Looks after the notes that were written here: what came back is on the case, what nobody fetched is given up, and what is not needed any more is
 * emptied. Answers those whose writers are to be told, each once. In the role advis.
 */
export async function followNotater(tx: Transaktion, nu: Tidspunkt): Promise<readonly Afgjort[]> {
  await tx.run(settleJournaliserede(nu))
  await tx.run(settleForaeldede(dageFoer(nu, FORAELDES_DAGE), nu))
  await tx.run(emptyGamle(dageFoer(nu, FORAELDES_DAGE)))
  return tx.run(takeUfortalte(AD_GANGEN))
}
