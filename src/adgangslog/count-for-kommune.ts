import { kontekstForKommune } from '#adgang'
import type { CvrNummer, Kommunegrundlag } from '#kernel'
import type { Database, Statement } from '#platform/database'
import { requireKommunens } from './read-for-kommune.ts'

/** Reads as the ground's municipality. Every row says whose it is, so that one of another's is seen. */
export type Kommunelaeser = {
  read<R extends { readonly kommune: CvrNummer }>(statement: Statement<R>): Promise<readonly R[]>
}

/** Numbers, by words of the program's own. */
export type Tal = number | { readonly [ord: string]: Tal }

/** What was counted holds something else than numbers: a fault in ours. Nothing was handed out. */
class Talfejl extends Error {
  override readonly name = 'Talfejl'
}

/**
 * Counts what a municipality answers for, without a log row for each person: `work` may look at rows, of which only numbers leave it. Anything
 * else it answers throws, as does a number under an id or a CPR number. On a connection of its own, since it can take long; `work`
 * reads in pieces and keeps no more than it counts. Throws Kommunefejl, Talfejl, DatabaseFejl or what `work` throws.
 */
export async function countForKommune<T extends Tal>(
  { db }: { readonly db: Pick<Database, 'transaction'> },
  grundlag: Kommunegrundlag,
  work: (laeser: Kommunelaeser) => Promise<T>,
): Promise<T> {
  return db.transaction(kontekstForKommune(grundlag), async (tx) => {
    const svar = await work({
      read: async (statement) => {
        const raekker = await tx.run(statement)
        requireKommunens([raekker], grundlag)
        return raekker
      },
    })
    requireTal(svar)
    return svar
  })
}

/** Areas, kinds and reasons; KLE numbers and those of municipalities. Neither an id nor a CPR number has this form. */
const ORD = /^(\p{L}[\p{L}_-]{0,60}|\d{2}(\.\d{2}){0,2}|\d{8})$/u

function requireTal(svar: unknown): void {
  if (typeof svar === 'number') return
  if (typeof svar !== 'object' || svar === null || Object.getPrototypeOf(svar) !== Object.prototype)
    throw new Talfejl('Only numbers may leave a count')
  for (const [ord, tal] of Object.entries(svar)) {
    if (!ORD.test(ord)) throw new Talfejl('A number under a name that is no word')
    requireTal(tal)
  }
}
