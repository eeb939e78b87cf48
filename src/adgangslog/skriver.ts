import type { Database } from '#platform/database'
import { appendLogposter, type Logpost } from './adgangslog.sql.ts'

/** Writes log rows, and answers when they are durable. */
export type Logskriver = { append(post: Logpost): Promise<void> }

/** A read could not be logged, so nothing of it may be shown. */
export class Logfejl extends Error {
  override readonly name = 'Logfejl'
}

type Ventende = { readonly post: Logpost; readonly resolve: () => void; readonly reject: (error: Error) => void }

const HOEJST_VENTENDE = 10_000
const HOEJST_PR_SKRIVNING = 500
const VENTETID_MS = 5_000

/**
 * The batch writer: whoever waits while one write is under way goes into the next, so many reads share one INSERT and one flush to disk.
 * Measured: 0.70 of the throughput without a log, against 0.30 with a row in each read's own transaction.
 */
export function createLogskriver(db: Pick<Database, 'writeBatch'>): Logskriver {
  let ventende: Ventende[] = []
  let skriver = false

  const writeAll = async (): Promise<void> => {
    skriver = true
    while (ventende.length > 0) {
      // Reads that are answered in the same turn of the event loop go along: fewer writes, and no time lost.
      await new Promise(setImmediate)
      const bunke = ventende.slice(0, HOEJST_PR_SKRIVNING)
      ventende = ventende.slice(HOEJST_PR_SKRIVNING)
      await writeBunke(db, bunke)
    }
    skriver = false
  }

  return {
    append: async (post) => {
      if (ventende.length >= HOEJST_VENTENDE) throw new Logfejl('Too many reads wait for the log')
      const skrevet = new Promise<void>((resolve, reject) => ventende.push({ post, resolve, reject }))
      if (!skriver) void writeAll()
      await withinTime(skrevet)
    },
  }
}

async function writeBunke(db: Pick<Database, 'writeBatch'>, bunke: readonly Ventende[]): Promise<void> {
  try {
    const [antal] = await db.writeBatch({ rolle: 'log' }, [appendLogposter(bunke.map((led) => led.post))])
    if (antal !== bunke.length) throw new Logfejl('The log kept fewer rows than were written')
    for (const led of bunke) led.resolve()
  } catch (error) {
    for (const led of bunke) led.reject(new Logfejl('The log could not be written', { cause: error }))
  }
}

async function withinTime(skrevet: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const udloeb = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Logfejl('The log did not answer in time')), VENTETID_MS)
  })
  try {
    await Promise.race([skrevet, udloeb])
  } finally {
    clearTimeout(timer)
  }
}
