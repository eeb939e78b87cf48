import type { Uuid } from '#kernel'
import { type Database, DatabaseFejl, type Transaktion } from '#platform/database'
import { koeFor } from './koe.ts'

/**
 * Deadlock, serialization failure, and a receipt that somebody else has written meanwhile (the same delivery sent twice at once): the whole
 * batch is tried again, since nothing of it was kept.
 */
const KAN_GENTAGES = new Set(['40P01', '40001', '23505'])
const HOEJST_FORSOEG = 5

/** Runs `work` in a transaction of the intake when it is the source's turn, again where it may be. Throws DatabaseFejl, Koefejl, or what `work` throws. */
export async function writeInTurn<T>(
  { db }: { readonly db: Database },
  kilde: Uuid,
  work: (tx: Transaktion, forsoeg: number) => Promise<T>,
): Promise<T> {
  const koe = koeFor(db)
  for (let forsoeg = 1; ; forsoeg++) {
    try {
      return await koe.run(kilde, () => db.transaction({ rolle: 'modtagelse' }, (tx) => work(tx, forsoeg)))
    } catch (error) {
      if (!(error instanceof DatabaseFejl && KAN_GENTAGES.has(error.kode ?? '') && forsoeg < HOEJST_FORSOEG)) throw error
    }
  }
}
