import { startRunder } from '#platform/runder'
import { Forseglingsbrud, type Forseglingsdeps, forsegl } from './forsegl.ts'

/** Much oftener than the minute that is promised, so that a round that fails is made up for within it. */
const PAUSE_MS = 10_000

/** Begins to seal the log, for as long as the server runs; the first time at once. Answers how to stop: what is under way is waited for. */
export const startForsegling = (deps: Forseglingsdeps, onFejl: (fejl: unknown, brud: boolean) => void): (() => Promise<void>) =>
  startRunder({
    // A backlog is sealed without rest.
    work: async () => ((await forsegl(deps)) > 0 ? 0 : PAUSE_MS),
    onFejl: (fejl) => onFejl(fejl, fejl instanceof Forseglingsbrud),
    efterFejlMs: PAUSE_MS,
  })
