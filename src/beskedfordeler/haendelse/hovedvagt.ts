import type { Database } from '#platform/database'
import { findHoved } from './haendelse.sql.ts'

/** Watches how far the order has come, for all who wait for more: one look twice a second, however many they are. */
export type Hovedvagt = {
  /** Answers when something stands after `loebenr`, at the latest after `ms`; at once where too many wait already, or it is closed. */
  waitFor(loebenr: number, ms: number): Promise<void>
  /** Lets all who wait go. */
  close(): void
}

type Ventende = { readonly loebenr: number; readonly go: () => void }

const KIG_MS = 500
const HOEJST_VENTENDE = 500

export function createHovedvagt(db: Pick<Database, 'readBatch'>): Hovedvagt {
  const ventende = new Set<Ventende>()
  let timer: NodeJS.Timeout | undefined
  let lukket = false
  const look = async (): Promise<void> => {
    // An outage is no news; whoever waits asks again when the time is up, and is told then.
    const [[hoved]] = await db.readBatch({ rolle: 'beskedfordeler' }, [findHoved()]).catch(() => [[]] as const)
    for (const led of [...ventende]) if (hoved && hoved.sidste > led.loebenr) led.go()
    timer = ventende.size > 0 ? setTimeout(look, KIG_MS) : undefined
  }
  return {
    waitFor: (loebenr, ms) => {
      if (lukket || ventende.size >= HOEJST_VENTENDE) return Promise.resolve()
      return new Promise((resolve) => {
        const led = {
          loebenr,
          go: () => {
            clearTimeout(frist)
            ventende.delete(led)
            resolve()
          },
        }
        const frist = setTimeout(() => led.go(), ms)
        ventende.add(led)
        timer ??= setTimeout(look, KIG_MS)
      })
    },
    close: () => {
      lukket = true
      clearTimeout(timer)
      for (const led of [...ventende]) led.go()
    },
  }
}
