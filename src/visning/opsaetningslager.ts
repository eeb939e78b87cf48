import type { Clock } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import { createSnapshot, type Snapshot } from '#platform/snapshot'
import type { KleKonfiguration } from './fakta.ts'
import { createOpsaetning, type Opsaetning } from './opsaetning.ts'
import { loadKonfigurationer, toKonfiguration, upsertKonfigurationer } from './visning.sql.ts'

/**
 * Where the configuration is kept. `current()` is at most half a minute old; where it can be read no more it throws SnapshotFejl, since a
 * number may have been closed meanwhile. `save` is in force in this process when it returns, and in others within that half minute.
 */
export type Opsaetningslager = Snapshot<Opsaetning> & {
  save(konfigurationer: readonly KleKonfiguration[]): Promise<Opsaetning>
}

/** Opens the store and reads it. Throws SnapshotFejl where it cannot be read: without configuration nothing may start. */
export async function createOpsaetningslager(db: Database, clock: Clock): Promise<Opsaetningslager> {
  const load = async (): Promise<Opsaetning> => {
    const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [loadKonfigurationer()])
    return createOpsaetning(raekker.map(toKonfiguration))
  }
  const snapshot = await createSnapshot({ navn: 'kle_konfiguration', load, clock })
  return {
    ...snapshot,
    save: async (konfigurationer) => {
      await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(upsertKonfigurationer(konfigurationer)))
      return snapshot.refresh()
    },
  }
}

/** The configuration as the transaction sees it, for who decides on it: what lies in memory may be half a minute old. Throws DatabaseFejl. */
export const readOpsaetning = async (tx: Transaktion): Promise<Opsaetning> =>
  createOpsaetning((await tx.run(loadKonfigurationer())).map(toKonfiguration))

/** Writes versions in a transaction of the role opsaetning; the store is to be refreshed when it has ended. Throws DatabaseFejl. */
export const writeKonfigurationer = async (tx: Transaktion, konfigurationer: readonly KleKonfiguration[]): Promise<void> => {
  await tx.run(upsertKonfigurationer(konfigurationer))
}
