import { createHash } from 'node:crypto'
import { type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import type { Database } from '#platform/database'
import { deleteUdloebne, insertEngangsvaerdi } from './engang.sql.ts'

/** What may be used once: the id of a signed message, of a client assertion, of an order for a token. */
export type Engangsvaerdi = {
  readonly slags: 'besked' | 'paastand'
  readonly kilde: Uuid
  /** The value itself, as read: another spelling of the same text around it is the same value. */
  readonly vaerdi: string
  /** When it could not be used any more in any case, so that it need not be known longer. */
  readonly udloeber: Tidspunkt
}

/** Each use removes more than it adds, so the table holds what is still valid and little else, without a job of its own. */
const RYDDES = 4
/** Clocks of several processes differ a little: what has just run out for one has not for another. */
const OVERLEVER_MS = 120_000

/**
 * Uses the value up: true the first time, false ever after. Of two processes at once one gets true: the table's key decides. Kept by source, so
 * that nobody can use up another's. Throws DatabaseFejl, and then nothing may be done on its strength.
 */
export async function useOnce(db: Database, nu: Tidspunkt, { slags, kilde, vaerdi, udloeber }: Engangsvaerdi): Promise<boolean> {
  const hash = createHash('sha256').update(vaerdi, 'utf8').digest()
  const til = tidspunkt(new Date(Date.parse(udloeber) + OVERLEVER_MS))
  const [ny] = await db.writeBatch({ rolle: 'modtagelse' }, [
    insertEngangsvaerdi(kilde, slags, hash, til),
    deleteUdloebne(nu, RYDDES),
  ])
  return ny === 1
}
