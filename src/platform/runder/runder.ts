import { setTimeout as wait } from 'node:timers/promises'

/** Work that is done over and over for as long as the server runs. */
export type Runder = {
  /** One round. Answers how long to rest before the next, in milliseconds. */
  readonly work: () => Promise<number>
  /** Is told of a round that failed, which is tried again after `efterFejlMs`. */
  readonly onFejl: (fejl: unknown) => void
  readonly efterFejlMs: number
}

/** Begins at once. Answers how to stop: the round under way is waited for, a rest is not. What rests keeps no process alive by itself. */
export function startRunder({ work, onFejl, efterFejlMs }: Runder): () => Promise<void> {
  const afbryd = new AbortController()
  const run = async (): Promise<void> => {
    while (!afbryd.signal.aborted) {
      const hvilMs = await work().catch((fejl: unknown) => {
        onFejl(fejl)
        return efterFejlMs
      })
      await wait(hvilMs, undefined, { signal: afbryd.signal, ref: false }).catch(() => undefined)
    }
  }
  const slut = run()
  return async () => {
    afbryd.abort()
    await slut
  }
}
