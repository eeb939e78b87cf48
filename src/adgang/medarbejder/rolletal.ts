import type { CvrNummer, Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Rolle } from './medarbejder.ts'
import { listTildelinger } from './rolle.sql.ts'

/** How many persons hold each role in an organisation now; a role that nobody holds is left out. Throws DatabaseFejl. */
export async function countRolleindehavere(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  cvr: CvrNummer,
): Promise<ReadonlyMap<Rolle, number>> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listTildelinger(cvr, clock.now())])
  const efterRolle = Map.groupBy(
    raekker.filter(({ gaelder }) => gaelder),
    ({ rolle }) => rolle,
  )
  return new Map([...efterRolle].map(([rolle, egne]) => [rolle, new Set(egne.map((en) => en.medarbejder_id)).size]))
}

/** Who holds one of the roles in an organisation now, by name, each once. Throws DatabaseFejl. */
export async function listRolleindehavere(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  cvr: CvrNummer,
  roller: readonly Rolle[],
): Promise<readonly { readonly id: Uuid; readonly navn: string }[]> {
  const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [listTildelinger(cvr, clock.now())])
  const egne = raekker.filter(({ gaelder, rolle }) => gaelder && roller.includes(rolle))
  return [...new Map(egne.map(({ medarbejder_id, navn }) => [medarbejder_id, { id: medarbejder_id, navn }])).values()]
}
