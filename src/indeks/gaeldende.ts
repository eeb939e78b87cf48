import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { findObjekter, toGaeldende } from './indeks.sql.ts'
import type { GaeldendeObjekt } from './objekt.ts'

export { findIndhold, type IndholdRaekke } from './indeks.sql.ts'

/** The current states of those that are there. Role modtagelse; whoever is to change one holds its lock. */
export async function findGaeldende(tx: Transaktion, ider: readonly Uuid[]): Promise<ReadonlyMap<Uuid, GaeldendeObjekt>> {
  const raekker = ider.length > 0 ? await tx.run(findObjekter(ider)) : []
  return new Map(raekker.map((raekke) => [raekke.objekt_id, toGaeldende(raekke)]))
}
