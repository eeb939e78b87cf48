import type { Tidspunkt } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { countVidner, HOEJST_VIDNER, listVidner, upsertVidne } from './vidne.sql.ts'

/** A witness as anybody may know it. */
export type Vidnevisning = {
  readonly noegle: string
  /** What it signed last, and when by its own clock; undefined where it has signed nothing. */
  readonly sidst: { readonly antal: number; readonly tid: Tidspunkt } | undefined
}

/** Who signs the log's checkpoints. Throws DatabaseFejl. */
export async function readVidner(db: Database): Promise<readonly Vidnevisning[]> {
  const [vidner] = await db.readBatch({ rolle: 'forsegling' }, [listVidner()])
  return vidner.map(({ noegle, antal, tid }) => ({ noegle, sidst: antal === null || tid === null ? undefined : { antal, tid } }))
}

/** Lets a witness sign from now on, or from another address than before; `hvem` said so. Whether there was room for it. Throws DatabaseFejl. */
export const addVidne = (
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  vidne: { readonly noegle: string; readonly adresse: string },
  hvem: string,
): Promise<boolean> =>
  db.transaction({ rolle: 'opsaetning' }, async (tx) => {
    const [andre] = await tx.run(countVidner(vidne.noegle))
    if ((andre?.antal ?? 0) >= HOEJST_VIDNER) return false
    await tx.run(upsertVidne(vidne.noegle, vidne.adresse, clock.now(), hvem))
    return true
  })
