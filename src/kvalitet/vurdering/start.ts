import { startRunder } from '#platform/runder'
import type { Foelgedeps } from './foelg.ts'
import { work } from './foelg.ts'

/** With nothing to do it looks twice a second: what is new is judged about when its events are sent. */
const PAUSE_MS = 500
const EFTER_FEJL_MS = 5_000
/** While there is much to do it rests as long as it works, so that half the processor is left to those who want a page. */
const HOEJST_HVIL_MS = 1_000

/**
 * Begins to judge titles in this process; other processes may do so too, and one at a time does. `onFejl` is told of what could not be done and
 * is tried again. Answers how to stop: what is under way is waited for.
 */
export const startVurdering = (deps: Foelgedeps, onFejl: (fejl: unknown) => void): (() => Promise<void>) =>
  startRunder({
    work: async () => {
      const begyndt = performance.now()
      const antal = await work(deps)
      return antal > 0 ? Math.min(performance.now() - begyndt, HOEJST_HVIL_MS) : PAUSE_MS
    },
    onFejl,
    efterFejlMs: EFTER_FEJL_MS,
  })
