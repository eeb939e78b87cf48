import type { Uuid } from '#kernel'
import type { Database } from '#platform/database'

type Koegraenser = { readonly ialt: number; readonly prKilde: number; readonly venterPrKilde: number }

/** So many batches are written at a time in all, and of one source. The other connections are for logins, sessions and the log. */
const STANDARD: Koegraenser = { ialt: 4, prKilde: 2, venterPrKilde: 256 }

/** A source has too many batches waiting: nothing of this one was kept, and it can be sent again. */
export class Koefejl extends Error {
  override readonly name = 'Koefejl'
}

/** Whose turn it is to write. One source that delivers on many connections at once holds up neither the others nor the citizens. */
type Koe = {
  /** Runs `work` when it is its turn. Throws Koefejl where too many of the source's wait already, or what `work` throws. */
  run<T>(kilde: Uuid, work: () => Promise<T>): Promise<T>
}

export function createKoe({ ialt, prKilde, venterPrKilde }: Koegraenser = STANDARD): Koe {
  const venter: { readonly kilde: Uuid; readonly start: () => void }[] = []
  const iGang = new Map<Uuid, number>()
  let alle = 0
  const antal = (kilde: Uuid): number => iGang.get(kilde) ?? 0
  const hasTur = (kilde: Uuid): boolean => alle < ialt && antal(kilde) < prKilde
  const count = (kilde: Uuid, mere: 1 | -1): void => {
    alle += mere
    if (antal(kilde) + mere === 0) iGang.delete(kilde)
    else iGang.set(kilde, antal(kilde) + mere)
  }
  /** The first in line whose source has room; one that has not is passed by, and keeps its place. */
  const startNext = (): void => {
    const naeste = venter.findIndex(({ kilde }) => hasTur(kilde))
    if (naeste >= 0) venter.splice(naeste, 1)[0]?.start()
  }
  const wait = (kilde: Uuid): Promise<void> => {
    if (venter.filter((anden) => anden.kilde === kilde).length >= venterPrKilde)
      throw new Koefejl('Too many batches of the source wait')
    return new Promise((resolve) => {
      venter.push({
        kilde,
        start: () => {
          count(kilde, 1)
          resolve()
        },
      })
    })
  }
  return {
    run: async (kilde, work) => {
      if (hasTur(kilde)) count(kilde, 1)
      else await wait(kilde)
      try {
        return await work()
      } finally {
        count(kilde, -1)
        startNext()
      }
    },
  }
}

const skrivekoeer = new WeakMap<Database, Koe>()
const forberedelseskoeer = new WeakMap<Database, Koe>()

function findOrCreate(koeer: WeakMap<Database, Koe>, db: Database, graenser: Koegraenser): Koe {
  const koe = koeer.get(db) ?? createKoe(graenser)
  koeer.set(db, koe)
  return koe
}

/** Whose turn it is to write to a database. */
export const koeFor = (db: Database): Koe => findOrCreate(skrivekoeer, db, STANDARD)

/**
 * Whose turn it is to have a batch made ready. It is work of this thread alone: more than one of a source at a time would take nothing but
 * everybody else's turns. As many wait as there are deliveries, which are counted where they come.
 */
export const forberedelseskoeFor = (db: Database): Koe =>
  findOrCreate(forberedelseskoeer, db, { ialt: 2, prKilde: 1, venterPrKilde: Number.POSITIVE_INFINITY })
