import { grundlagForKommune, kontekstForKommune } from '#adgang'
import { type CvrNummer, newUuid, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { findEgneRetter, insertRet } from './ret.sql.ts'
import type { NyRet } from './ret.ts'

type Giver = { readonly id: Uuid; readonly cvr: CvrNummer; readonly navn: string }

/** Gives somebody a right to review, in the giver's own municipality. Answers its id. Throws DatabaseFejl. */
export async function grantRet(
  { db, clock }: { readonly db: Pick<Database, 'transaction'>; readonly clock: Clock },
  af: Giver,
  ret: NyRet,
): Promise<Uuid> {
  const id = newUuid()
  const kontekst = kontekstForKommune(grundlagForKommune(af, 'gennemgangAfTitler'))
  await db.transaction(kontekst, (tx) => tx.run(insertRet(af.cvr, id, ret, af, clock.now())))
  return id
}

/** True where the person has a right already. Throws DatabaseFejl. */
export async function hasRet(db: Pick<Database, 'transaction'>, hvem: Pick<Giver, 'id' | 'cvr'>): Promise<boolean> {
  const kontekst = kontekstForKommune(grundlagForKommune(hvem, 'gennemgangAfTitler'))
  return db.transaction(kontekst, async (tx) => (await tx.run(findEgneRetter(hvem.cvr, hvem.id))).length > 0)
}
