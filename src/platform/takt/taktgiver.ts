import { Worker } from 'node:worker_threads'

/** One answer that is given on a beat. To be stopped when it has been given, or is not to be. */
export type Takt = {
  /** At the next whole number of beats since it was begun. */
  slag(): Promise<void>
  stop(): void
}

export type Taktgiver = {
  /** To be begun when a request comes: what is counted from there does not tell how long it took to make the answer. `slagMs`: a beat other than the site's. */
  begynd(slagMs?: number): Takt
  close(): Promise<void>
}

type Venter = { readonly slagMs: number; forfald: number; slip: (() => void) | undefined }

const UDEN_TAKT: Taktgiver = {
  begynd: () => ({ slag: async () => undefined, stop: () => undefined }),
  close: async () => undefined,
}
const ENTRE = new URL('./ur.ts', import.meta.url)

/**
 * Answers on a beat of `ms` milliseconds; 0: at once. The clock is a thread's: a timer of this one wakes a whole number of milliseconds after
 * what was done last, and by the rest of a millisecond one could measure what is to be hidden (seen: 0.06 ms of 1). It ticks while
 * somebody waits, and rests else.
 */
export function createTaktgiver(ms: number): Taktgiver {
  if (ms === 0) return UDEN_TAKT
  const tilstand = new Int32Array(new SharedArrayBuffer(4))
  const traad = new Worker(ENTRE, { workerData: tilstand, name: 'takt' })
  traad.unref()
  const alle = new Set<Venter>()
  const setIGang = (igang: boolean): void => {
    Atomics.store(tilstand, 0, igang ? 1 : 0)
    if (igang) Atomics.notify(tilstand, 0)
  }
  traad.on('message', () => {
    const nu = performance.now()
    for (const led of alle) {
      if (nu >= led.forfald) led.slip?.()
    }
  })
  return {
    begynd: (slagMs = ms) => {
      const led: Venter = { slagMs, forfald: performance.now() + slagMs, slip: undefined }
      alle.add(led)
      if (alle.size === 1) setIGang(true)
      return {
        slag: () =>
          new Promise((resolve) => {
            // A beat that has gone by is not made up for, however late it is noticed.
            for (const nu = performance.now(); led.forfald <= nu; ) led.forfald += led.slagMs
            led.slip = resolve
          }),
        stop: () => {
          alle.delete(led)
          if (alle.size === 0) setIGang(false)
        },
      }
    },
    close: async () => {
      await traad.terminate()
    },
  }
}
