import type { CvrNummer, Uuid } from '#kernel'
import type { Database, Kontekst, Statement, Transaktion } from '#platform/database'
import { appendAlle } from './append-alle.ts'
import type { Logskriver } from './skriver.ts'

/** Who looks after how a municipality's employees look citizens up. Whether they may is for the route to say, as of the same request. */
export type Tilsynsfoerende = { readonly id: Uuid; readonly cvr: CvrNummer }

/** The database role: the municipality's own visits, alarms and log lines, and none that are about the one who reads. */
export const kontekstForTilsyn = ({ id, cvr }: Tilsynsfoerende): Kontekst => ({
  rolle: 'alarm',
  parter: [],
  grund: 'tilsyn',
  aktoer: id,
  kommune: cvr,
})

/** A row of another municipality's came out of a read: a fault in ours that two other layers should have stopped. Nothing was handed out. */
class Tilsynsfejl extends Error {
  override readonly name = 'Tilsynsfejl'
}

type Deps = { readonly db: Pick<Database, 'transaction'>; readonly log: Logskriver }
type Tilsynsraekke = { readonly part_id: Uuid; readonly kommune: CvrNummer }

/**
 * The only way to who has looked at whom in a municipality: log lines and visits. What was looked at about somebody is about them too, so a line for each
 * of them is durable before anything is handed out; `kvittering` is kept in the transaction that reads. On a connection of its own, since it can take
 * long. Throws Tilsynsfejl, Logfejl or DatabaseFejl; then no row has left.
 */
export async function readForTilsyn<R extends Tilsynsraekke>(
  { db, log }: Deps,
  hvem: Tilsynsfoerende,
  korrelation: Uuid,
  statement: Statement<R>,
  kvittering: Statement<never>,
): Promise<readonly R[]> {
  const raekker = await db.transaction(kontekstForTilsyn(hvem), async (tx: Transaktion) => {
    await tx.run(kvittering)
    return tx.run(statement)
  })
  if (raekker.some(({ kommune }) => kommune !== hvem.cvr)) throw new Tilsynsfejl('A row of another municipality')
  const antal = new Map<Uuid, number>()
  for (const { part_id } of raekker) antal.set(part_id, (antal.get(part_id) ?? 0) + 1)
  await appendAlle(
    log,
    [...antal].map(([part, egne]) => ({
      aktoerType: 'medarbejder',
      aktoer: hvem.id,
      kommune: hvem.cvr,
      part,
      // As the municipality's other checks: nobody has asked for this person, and one who is looked into must not learn it from their own page.
      grund: 'kommune',
      formaal: 'tilsynMedOpslag',
      hvad: 'opslag',
      objekt: undefined,
      antal: egne,
      korrelation,
    })),
  )
  return raekker
}
