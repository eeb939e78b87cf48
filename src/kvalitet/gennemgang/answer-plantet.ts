import { kontekstForKommune } from '#adgang'
import type { Kommunegrundlag, Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Beslutning } from './afgoer.ts'
import { settlePlantet } from './plantede.sql.ts'
import { isFundet } from './plantede.ts'

export type Plantetsvar = 'fundet' | 'ikke'

/** The answer to a planted title, where it was one that this reviewer had not answered; undefined of every other task. */
export async function answerPlantet(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  grundlag: Kommunegrundlag,
  opgave: Uuid,
  { slags }: Beslutning,
): Promise<Plantetsvar | undefined> {
  const fundet = isFundet(slags)
  const raekker = await db.transaction(kontekstForKommune(grundlag), (tx) =>
    tx.run(settlePlantet(grundlag.kommune, grundlag.aktoer.id, opgave, fundet, clock.now())),
  )
  if (raekker.length === 0) return undefined
  return fundet ? 'fundet' : 'ikke'
}
