import type { Tidspunkt, Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database, Transaktion } from '#platform/database'
import { createSnapshot } from '#platform/snapshot'
import {
  breakBeviser,
  deleteAndreCertifikater,
  insertCertifikat,
  loadCertifikater,
  loadKilder,
  loadNoegler,
  lockKilde,
  setSpaerret,
  toKilder,
  upsertKilde,
} from './kilde.sql.ts'
import type { Kilde, Kildelegitimation, KildeMedLegitimation, NyLegitimation } from './kilde.ts'
import { authenticate, type Legitimation, type Legitimationssvar } from './legitimation.ts'

/**
 * The sources, kept in memory at most half a minute old; where they can be read no more every call throws SnapshotFejl, so that a source
 * that may have been blocked is not let in. What this process saves or blocks is in force when the call returns.
 */
export type Kilderegister = {
  alle(): Promise<readonly Kilde[]>
  find(id: Uuid): Promise<Kilde | undefined>
  authenticate(legitimation: Legitimation): Promise<Legitimationssvar>
  /** What a source is known by: its certificates and public keys, and the hashes of its secrets. */
  legitimationOf(id: Uuid): Promise<Kildelegitimation | undefined>
  /** The source with a client id, with its public keys; undefined where none has it. */
  findKlient(klientId: string): Promise<KildeMedLegitimation | undefined>
  /** Adds or replaces a source. Credentials that are left out stay as they are. Throws DatabaseFejl where another has one of them. */
  save(kilde: Kilde, legitimation?: NyLegitimation): Promise<void>
  /** Blocks the source from now on, tokens it holds too; `undefined` lets it in again. */
  setSpaerret(id: Uuid, fra: Tidspunkt | undefined): Promise<void>
  /** Reads it anew, with all that was committed before the call. Throws SnapshotFejl. */
  refresh(): Promise<void>
}

/** Opens the register and reads it. Throws SnapshotFejl where it cannot be read. `udvikling` accepts development keys. */
export async function createKilderegister(
  db: Database,
  clock: Clock,
  { udvikling = false }: { readonly udvikling?: boolean } = {},
): Promise<Kilderegister> {
  const load = async () => {
    const svar = await db.readBatch({ rolle: 'opsaetning' }, [loadKilder(), loadCertifikater(), loadNoegler()])
    return toKilder(...svar)
  }
  const snapshot = await createSnapshot({ navn: 'kilde', load, clock })
  const alle = async (): Promise<readonly Kilde[]> => (await snapshot.current()).map(({ kilde }) => kilde)
  return {
    alle,
    find: async (id) => (await alle()).find((kilde) => kilde.id === id),
    authenticate: async (legitimation) => authenticate(await snapshot.current(), legitimation, udvikling),
    legitimationOf: async (id) => (await snapshot.current()).find(({ kilde }) => kilde.id === id)?.legitimation,
    findKlient: async (klientId) => (await snapshot.current()).find(({ kilde }) => kilde.klientId === klientId),
    save: async (kilde, legitimation = {}) => {
      await db.transaction({ rolle: 'opsaetning' }, async (tx) => {
        // In the order in which whoever blocks it by hand takes them.
        await tx.run(lockKilde(kilde.id))
        await tx.run(breakBeviser(kilde.id, kilde))
        await tx.run(upsertKilde(kilde, legitimation))
        if (legitimation.certifikat) await replaceCertifikat(tx, kilde.id, legitimation.certifikat)
      })
      await snapshot.refresh()
    },
    setSpaerret: async (id, fra) => {
      await db.transaction({ rolle: 'opsaetning' }, async (tx) => {
        await tx.run(setSpaerret(id, fra ?? null))
        await tx.run(breakBeviser(id))
      })
      await snapshot.refresh()
    },
    refresh: async () => {
      await snapshot.refresh()
    },
  }
}

const UDEN_EMNE = { emne: undefined, gaelderFra: undefined, gaelderTil: undefined }

async function replaceCertifikat(tx: Transaktion, kilde: Uuid, fingeraftryk: Uint8Array): Promise<void> {
  await tx.run(deleteAndreCertifikater(kilde, fingeraftryk))
  await tx.run(insertCertifikat(kilde, { ...UDEN_EMNE, fingeraftryk }))
}
