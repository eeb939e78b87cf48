import type { Uuid } from '#kernel'
import { distribute, HOEJST_AD_GANGEN } from './fordel.ts'
import { deliver, type Leveringsdeps, lendDue, type Opgave } from './lever.ts'
import { createOptegner } from './optegner.ts'

/** Sends what has happened to those who are to be told, in this process; other processes may do so at the same time. */
export type Udsender = {
  /** Gives what has happened its place and puts it in the queues; answers how many events. */
  distribute(): Promise<number>
  /** Sends all that is due now and can be sent at once, waits for the answers, and answers how many were sent. */
  deliverDue(): Promise<number>
  /** Begins to do both by itself. Answers how to stop: what is under way is waited for. */
  start(onFejl: (fejl: unknown) => void): () => Promise<void>
}

/** On the way at once to one subscription, from one process; to one that fails, one. */
const HOEJST_TIL_EN = 8
/** All in all, so that very many subscriptions cannot use up the process's sockets; far more than those that fail can hold. */
const HOEJST_I_ALT = 512
const PAUSE_MS = 500

export function createUdsender(deps: Leveringsdeps): Udsender {
  const optegner = createOptegner(deps.db)
  const undervejs = new Map<Uuid, number>()
  let iAlt = 0
  const add = (abonnement: Uuid, antal: number): void => {
    iAlt += antal
    const nu = (undervejs.get(abonnement) ?? 0) + antal
    if (nu > 0) undervejs.set(abonnement, nu)
    else undervejs.delete(abonnement)
  }
  const plads = (abonnement: Uuid, fejlITraek: number): number =>
    iAlt >= HOEJST_I_ALT ? 0 : (fejlITraek > 0 ? 1 : HOEJST_TIL_EN) - (undervejs.get(abonnement) ?? 0)
  const lend = async (): Promise<Opgave[]> => {
    const opgaver = await lendDue(deps, plads)
    for (const { abonnement } of opgaver) add(abonnement.id, 1)
    return opgaver
  }
  const send = (opgave: Opgave): Promise<void> => deliver(deps, optegner, opgave).finally(() => add(opgave.abonnement.id, -1))
  return {
    distribute: () => distribute(deps),
    deliverDue: async () => {
      const opgaver = await lend()
      await Promise.all(opgaver.map(send))
      return opgaver.length
    },
    start: (onFejl) => {
      // At once again only after a full batch: to number every few that an intake has just committed would be a flush to disk for each of them.
      const fordeling = repeat(async () => ((await distribute(deps)) < HOEJST_AD_GANGEN ? 0 : 1), onFejl)
      const levering = startDeliveries(lend, send, onFejl)
      return async () => {
        await Promise.all([fordeling(), levering()])
      }
    },
  }
}

/** Lends whenever there is room again, and waits for nobody: what is slow holds its own place alone. */
function startDeliveries(
  lend: () => Promise<Opgave[]>,
  send: (opgave: Opgave) => Promise<void>,
  onFejl: (fejl: unknown) => void,
): () => Promise<void> {
  const igang = new Set<Promise<void>>()
  let vaek: () => void = () => undefined
  const loop = repeat(
    async () => {
      const opgaver = await lend()
      for (const opgave of opgaver) {
        const levering: Promise<void> = send(opgave)
          .catch(onFejl)
          .finally(() => {
            igang.delete(levering)
            vaek()
          })
        igang.add(levering)
      }
      return opgaver.length
    },
    onFejl,
    (wake) => {
      vaek = wake
    },
  )
  return async () => {
    await loop()
    await Promise.all(igang)
  }
}

/**
 * Does `work` again and again: at once where it did something, else after a pause that `wake` cuts short. A fault is told and waited after. Answers how
 * to stop it.
 */
export function repeat(
  work: () => Promise<number>,
  onFejl: (fejl: unknown) => void,
  onReady: (wake: () => void) => void = () => undefined,
  pauseMs = PAUSE_MS,
): () => Promise<void> {
  let stoppet = false
  let wake: () => void = () => undefined
  let vaekket = false
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      if (vaekket || stoppet) return resolve()
      const timer = setTimeout(resolve, pauseMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const run = async (): Promise<void> => {
    while (!stoppet) {
      vaekket = false
      const antal = await work().catch((fejl: unknown) => {
        onFejl(fejl)
        return -1
      })
      if (antal < 0) vaekket = false
      if (antal <= 0) await rest()
    }
  }
  onReady(() => {
    vaekket = true
    wake()
  })
  const slut = run()
  return async () => {
    stoppet = true
    wake()
    await slut
  }
}
