import { kontekstForSoegning } from '#adgang'
import type { Soegegrundlag, Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import type { Database } from '#platform/database'
import { countSoegedag, countSoegning, forgetSoegninger } from './soegning.sql.ts'

/** A counter with a queue before it makes some ten searches a minute. More than these are somebody who goes through the citizens. */
const HOEJST_I_MINUTTET = 30
const HOEJST_I_TIMEN = 300

/**
 * Counts a search before it is made; false where the employee has made as many as there may be. Kept in the database: whatever process asks. `navn`: the
 * employee's, for those who look after how citizens are looked up.
 */
export async function mayMakeSearch(
  db: Pick<Database, 'transaction'>,
  grundlag: Soegegrundlag,
  navn: string,
  nu: Tidspunkt,
): Promise<boolean> {
  const { id } = grundlag.aktoer
  return db.transaction(kontekstForSoegning(grundlag, []), async (tx) => {
    const [[tal]] = await Promise.all([
      tx.run(countSoegning(id, nu, HOEJST_I_MINUTTET + 1)),
      tx.run(forgetSoegninger(id, nu)),
      tx.run(countSoegedag({ kommune: grundlag.kommune, id, navn }, danskDag(nu))),
    ])
    return tal !== undefined && tal.minut <= HOEJST_I_MINUTTET && tal.foer + tal.minut <= HOEJST_I_TIMEN
  })
}
