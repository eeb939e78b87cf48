import type { Clock } from '#platform/clock'
import type { Noegler } from '#platform/crypto'
import type { Database } from '#platform/database'
import { type Brokeropsaetning, createUdgiver } from './broker/index.ts'
import { removeOld } from './oprydning.ts'
import { createUdsender, repeat } from './udsendelse/index.ts'

export type Beskedfordelerdeps = {
  readonly db: Database
  readonly clock: Clock
  readonly noegler: Noegler
  /** The site's own address: where the events are from. */
  readonly url: string
  /** The demo: receivers on the machine itself may be told. */
  readonly lokal: boolean
  /** How many days what has happened is kept. */
  readonly dage: number
  readonly broker: Brokeropsaetning | undefined
}

const FRIST_MS = 10_000
const ET_DOEGN_MS = 86_400_000
const EFTER_BROKERFEJL_MS = 5_000
const VENT_VED_STOP_MS = 2_000

/**
 * Begins to number, send and publish what happens, and to remove what is old, in this process; other processes may do so too. `onFejl` is told of
 * what could not be done and is tried again. Answers how to stop; what is on its way is waited for a little, and is sent again where it did not end.
 */
export function startBeskedfordeler(deps: Beskedfordelerdeps, onFejl: (fejl: unknown) => void): () => Promise<void> {
  const udsender = createUdsender({ ...deps, fristMs: FRIST_MS, terning: Math.random })
  const stopUdsender = udsender.start(onFejl)
  const stopBroker = deps.broker && startBroker(deps, deps.broker, onFejl)
  const stopOprydning = repeat(() => removeOld(deps).then(() => 0), onFejl, undefined, ET_DOEGN_MS)
  return async () => {
    const slut = Promise.all([stopUdsender(), stopBroker?.(), stopOprydning()])
    let timer: NodeJS.Timeout | undefined
    await Promise.race([slut, new Promise((resolve) => (timer = setTimeout(resolve, VENT_VED_STOP_MS)))])
    clearTimeout(timer)
  }
}

function startBroker(
  deps: Beskedfordelerdeps,
  opsaetning: Brokeropsaetning,
  onFejl: (fejl: unknown) => void,
): () => Promise<void> {
  const udgiver = createUdgiver(deps, opsaetning)
  let ventTil = 0
  const stop = repeat(async () => {
    if (Date.now() < ventTil) return 0
    return udgiver.publishNext().catch((fejl: unknown) => {
      ventTil = Date.now() + EFTER_BROKERFEJL_MS
      throw fejl
    })
  }, onFejl)
  return async () => {
    await stop()
    await udgiver.close()
  }
}
