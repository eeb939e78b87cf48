import { startRunder } from '#platform/runder'
import { collectUnderskrifter, type Indhentningsdeps, type Vidneudfald } from './indhent.ts'

/** So long what is sealed stands at the log's own word at most, where its witnesses answer. */
const PAUSE_MS = 60_000

/**
 * Begins to ask the witnesses, for as long as the server runs; the first time at once. `onUdfald` is told of a witness whose answer is another than the
 * time before, `onFejl` of a round that failed. Answers how to stop.
 */
export function startVidner(
  deps: Indhentningsdeps,
  onUdfald: (vidne: string, udfald: Vidneudfald) => void,
  onFejl: (fejl: unknown) => void,
): () => Promise<void> {
  const sidst = new Map<string, Vidneudfald>()
  return startRunder({
    work: async () => {
      for (const [vidne, udfald] of await collectUnderskrifter(deps)) {
        // What it has signed and that there was nothing to sign are the same news.
        const nyt = udfald === 'INTET_NYT' ? 'UNDERSKREVET' : udfald
        if (sidst.get(vidne) !== nyt) onUdfald(vidne, nyt)
        sidst.set(vidne, nyt)
      }
      return PAUSE_MS
    },
    onFejl,
    efterFejlMs: PAUSE_MS,
  })
}
