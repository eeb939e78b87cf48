import { countForKommune } from '#adgangslog'
import type { Kommunegrundlag, Uuid } from '#kernel'
import type { Database } from '#platform/database'
import { countTing } from './beroert.sql.ts'

/** What a stop of an item takes with it. */
export type Beroert = { readonly borgere: number; readonly ting: number }

/**
 * Counts what a stop of the item hides in the ground's municipality. Undefined where it has no such item, whether or not there is one
 * elsewhere: a stop of what is not there would let somebody believe that something is hidden. Throws DatabaseFejl.
 */
export async function countBeroert(
  deps: { readonly db: Pick<Database, 'transaction'> },
  grundlag: Kommunegrundlag,
  id: Uuid,
): Promise<Beroert | undefined> {
  const { borgere, ting, den } = await countForKommune(deps, grundlag, async (laeser) => {
    const [raekke] = await laeser.read(countTing(id))
    return { borgere: raekke?.borgere ?? 0, ting: raekke?.ting ?? 0, den: raekke?.den ?? 0 }
  })
  return den > 0 ? { borgere, ting } : undefined
}
