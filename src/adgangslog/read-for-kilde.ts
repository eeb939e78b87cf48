import { kontekstForKilde } from '#adgang'
import type { Kildegrundlag, Uuid } from '#kernel'
import type { Database, RowsOf, Statement } from '#platform/database'
import type { Logpost } from './adgangslog.sql.ts'
import { appendAlle } from './append-alle.ts'
import type { Laesedeps } from './read-persondata.ts'

/** Reads as the ground's source. Every row says whose it is, so that one of another source's is seen. */
export type Kildelaeser = {
  read<const S extends readonly Statement<{ readonly master: Uuid }>[]>(statements: S): Promise<RowsOf<S>>
}

/** What a read came to, and how many items it hands out about each part that they concern. */
export type Kildelaesning<T> = { readonly svar: T; readonly parter: ReadonlyMap<Uuid, number> }

/** A row of another source's came out of a read: a fault in ours that two other layers should have stopped. Nothing was handed out. */
class Kildefejl extends Error {
  override readonly name = 'Kildefejl'
}

/**
 * A source's only way to read back what it has delivered, with the same promise as the citizen's: nothing is handed out before a log row for
 * each part that it concerns is durable. `work` makes its reads through the given door alone. Throws Kildefejl, Logfejl, DatabaseFejl or what
 * `work` throws; then nothing has left.
 */
export async function readForKilde<T>(
  deps: Pick<Laesedeps, 'log'> & { readonly db: Pick<Database, 'readBatch'> },
  grundlag: Kildegrundlag,
  laesning: { readonly hvad: 'egneLeverancer' | 'notat'; readonly objekt?: Uuid | undefined },
  work: (laeser: Kildelaeser) => Promise<Kildelaesning<T>>,
): Promise<T> {
  const laeser: Kildelaeser = {
    read: async (statements) => {
      const raekker = await deps.db.readBatch(kontekstForKilde(grundlag), statements)
      for (const svar of raekker as readonly (readonly { readonly master: Uuid }[])[])
        if (svar.some(({ master }) => master !== grundlag.aktoer.id)) throw new Kildefejl('A row of another source')
      return raekker
    },
  }
  const { svar, parter } = await work(laeser)
  await appendAlle(
    deps.log,
    [...parter].map(([part, antal]) => toPost(grundlag, laesning, part, antal)),
  )
  return svar
}

const toPost = (
  { aktoer, grund, korrelation }: Kildegrundlag,
  { hvad, objekt }: { readonly hvad: string; readonly objekt?: Uuid | undefined },
  part: Uuid,
  antal: number,
): Logpost => ({
  aktoerType: aktoer.type,
  aktoer: aktoer.id,
  part,
  grund,
  formaal: 'laesEgneLeverancer',
  hvad,
  objekt,
  antal,
  korrelation,
})
