import { setTimeout as wait } from 'node:timers/promises'
import { Forseglingsbrud, type Forseglingsdeps, forsegl } from './forsegl.ts'

/** Much oftener than the minute that is promised, so that a round that fails is made up for within it. */
const PAUSE_MS = 10_000

/** Begins to seal the log, for as long as the server runs; the first time at once. Answers how to stop: what is under way is waited for. */
export function startForsegling(deps: Forseglingsdeps, onFejl: (fejl: unknown, brud: boolean) => void): () => Promise<void> {
  const afbryd = new AbortController()
  const run = async (): Promise<void> => {
    while (!afbryd.signal.aborted) {
      const antal = await forsegl(deps).catch((fejl: unknown) => {
        onFejl(fejl, fejl instanceof Forseglingsbrud)
        return 0
      })
      // A backlog is sealed without rest.
      if (antal === 0) await wait(PAUSE_MS, undefined, { signal: afbryd.signal }).catch(() => undefined)
    }
  }
  const slut = run()
  return async () => {
    afbryd.abort()
    await slut
  }
}
