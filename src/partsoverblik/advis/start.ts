import { danskTime } from '#platform/clock'
import { startRunder } from '#platform/runder'
import { type Foelgedeps, work } from './foelg.ts'
import { FRA_KLOKKEN, type Maildeps, type Mailopsaetning, sendDagens } from './mail.ts'

const HVIL_MS = 2_000
const MAILHVIL_MS = 5 * 60_000
const EFTER_FEJL_MS = 10_000

export type Advisstart = Foelgedeps & Omit<Maildeps, 'mail'> & { readonly mail: Mailopsaetning | undefined }

/** Begins to tell those who asked, and to send the daily mail where that is set up, for as long as the server runs. Answers how to stop. */
export function startAdvis(deps: Advisstart, onFejl: (fejl: unknown) => void): () => Promise<void> {
  const foelg = { onFejl, efterFejlMs: EFTER_FEJL_MS }
  const stop = [startRunder({ ...foelg, work: async () => ((await work(deps)) > 0 ? 0 : HVIL_MS) })]
  const { mail } = deps
  if (mail)
    stop.push(
      startRunder({
        ...foelg,
        work: async () => {
          if (danskTime(deps.clock.now()) < FRA_KLOKKEN) return MAILHVIL_MS
          const { sete } = await sendDagens({ ...deps, mail }, onFejl)
          return sete > 0 ? 0 : MAILHVIL_MS
        },
      }),
    )
  return async () => {
    await Promise.all(stop.map((en) => en()))
  }
}
