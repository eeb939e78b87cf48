import { sletGamleLinjer } from '#adgangslog'
import { startRunder } from '#platform/runder'
import { type Oprydningsdeps, readKommuner, ryd } from './ryd.ts'

const ET_DOEGN_MS = 86_400_000
const EFTER_FEJL_MS = 600_000
/** As it stands in what is written down of deletions. */
const SERVEREN = 'server'

/**
 * Begins to delete, once a day, the log's lines and what is kept of look-ups whose time is over; the lines first, since visits wait for them. Answers
 * how to stop: the piece under way is waited for, the rest is done the next time.
 */
export function startOprydning(deps: Oprydningsdeps, onFejl: (fejl: unknown) => void): () => Promise<void> {
  const afbryd = new AbortController()
  const { signal } = afbryd
  const stop = startRunder({
    onFejl,
    efterFejlMs: EFTER_FEJL_MS,
    work: async () => {
      await sletGamleLinjer(deps, await readKommuner(deps), SERVEREN, { signal })
      await ryd(deps, SERVEREN, { signal })
      return ET_DOEGN_MS
    },
  })
  return () => {
    afbryd.abort()
    return stop()
  }
}
