import { Worker } from 'node:worker_threads'
import type { Fund } from '#kvalitet/titeltjek'
import type { Stavet, TilStavning } from './traad.ts'

/** Words of a title that may be misspelled, for whoever reviews it. Helps, and never holds anything up: where it cannot answer it says nothing. */
export type Stavning = {
  tjek(titel: string): Promise<readonly Fund[]>
  close(): Promise<void>
}

/** So long a page waits for it. The first time the dictionary is loaded meanwhile, and the next page has it. */
const VENT_MS = 60
/** It takes 150 MB, so it is let go when nobody has reviewed anything for as long. */
const HVIL_MS = 10 * 60_000
const HOEJST_VENTENDE = 20
const GRAENSER = { maxOldGenerationSizeMb: 256 }
const ENTRE = new URL('./traad.ts', import.meta.url)

/** In a thread: to propose a word takes up to 50 ms, which the pages of others must not wait for. */
export function createStavning({ ventMs = VENT_MS, hvilMs = HVIL_MS } = {}): Stavning {
  const ventende = new Map<number, (fund: readonly Fund[]) => void>()
  let traad: Worker | undefined
  let hvile: NodeJS.Timeout | undefined
  let nr = 0
  const answerAlle = (): void => {
    for (const svar of ventende.values()) svar([])
    ventende.clear()
  }
  const rest = async (): Promise<void> => {
    clearTimeout(hvile)
    const ended = traad?.terminate()
    traad = undefined
    answerAlle()
    await ended
  }
  const start = (): Worker => {
    const ny = new Worker(ENTRE, { name: 'stavning', resourceLimits: GRAENSER })
    ny.unref()
    ny.on('message', ({ nr: svaret, fund }: Stavet) => {
      ventende.get(svaret)?.(fund)
      ventende.delete(svaret)
    })
    // Without it nothing is said of spelling; the next title begins another.
    ny.on('error', () => undefined)
    ny.on('exit', () => {
      if (traad !== ny) return
      traad = undefined
      answerAlle()
    })
    return ny
  }
  return {
    tjek: async (titel) => {
      if (ventende.size >= HOEJST_VENTENDE) return []
      traad ??= start()
      clearTimeout(hvile)
      hvile = setTimeout(() => void rest(), hvilMs)
      hvile.unref()
      const denne = ++nr
      let udloeb: NodeJS.Timeout | undefined
      const fund = await new Promise<readonly Fund[]>((resolve) => {
        ventende.set(denne, resolve)
        udloeb = setTimeout(() => resolve([]), ventMs)
        traad?.postMessage({ nr: denne, titel } satisfies TilStavning)
      })
      clearTimeout(udloeb)
      return fund
    },
    close: rest,
  }
}
