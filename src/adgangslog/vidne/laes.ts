import type { Tidspunkt } from '#kernel'
import type { Database } from '#platform/database'
import { listVidner } from './vidne.sql.ts'

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
