import type { Tidspunkt, Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { createSnapshot } from '#platform/snapshot'
import { loadKilder, setSpaerret, toKilde, upsertKilde } from './kilde.sql.ts'
import type { Kilde, Kildelegitimation } from './kilde.ts'
import { authenticate, type Legitimation, type Legitimationssvar } from './legitimation.ts'

/**
 * The sources, kept in memory at most half a minute old; where they can be read no more every call throws SnapshotFejl, so that a source
 * that may have been blocked is not let in. What this process saves or blocks is in force when the call returns.
 */
export type Kilderegister = {
  alle(): Promise<readonly Kilde[]>
  find(id: Uuid): Promise<Kilde | undefined>
  authenticate(legitimation: Legitimation): Promise<Legitimationssvar>
  /** Adds or replaces a source. Credentials that are left out stay as they are. */
  save(kilde: Kilde, legitimation?: Partial<Kildelegitimation>): Promise<void>
  /** Blocks the source from now on, tokens it holds too; `undefined` lets it in again. */
  setSpaerret(id: Uuid, fra: Tidspunkt | undefined): Promise<void>
}

/** Opens the register and reads it. Throws SnapshotFejl where it cannot be read. `udvikling` accepts development keys. */
export async function createKilderegister(
  db: Database,
  clock: Clock,
  { udvikling = false }: { readonly udvikling?: boolean } = {},
): Promise<Kilderegister> {
  const load = async () => {
    const [raekker] = await db.readBatch({ rolle: 'opsaetning' }, [loadKilder()])
    return raekker.map(toKilde)
  }
  const snapshot = await createSnapshot({ navn: 'kilde', load, clock })
  const alle = async (): Promise<readonly Kilde[]> => (await snapshot.current()).map(({ kilde }) => kilde)
  return {
    alle,
    find: async (id) => (await alle()).find((kilde) => kilde.id === id),
    authenticate: async (legitimation) => authenticate(await snapshot.current(), legitimation, udvikling),
    save: async (kilde, legitimation = {}) => {
      await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(upsertKilde(kilde, legitimation)))
      await snapshot.refresh()
    },
    setSpaerret: async (id, fra) => {
      await db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run(setSpaerret(id, fra ?? null)))
      await snapshot.refresh()
    },
  }
}
