import { Worker } from 'node:worker_threads'
import type { Database, Forbindelse } from '#platform/database'
import { type Del, type Delresultat, runDel } from './del.ts'
import { Afbrudt } from './gennemgaa.ts'
import type { Traadbesked, Traadstart } from './traad.ts'

/** A preview could not be counted. Its name is that of the fault in the thread, where there was one. */
class Forhaandsvisningsfejl extends Error {
  override readonly name: string
  constructor(navn: string) {
    super('A thread of the preview could not answer')
    this.name = navn
  }
}

type Fremdrift = (faerdige: number, iAlt: number) => void
/** Works a stretch; `stop` ends it, and it throws Afbrudt. */
export type Delkoersel = { readonly svar: Promise<Delresultat>; readonly stop: () => void }

/**
 * Rows come and go by the thousand: with a small room for what is new, measured, a third of the time went to collecting. A thread that needs
 * more than this ends, and the server does not.
 */
const GRAENSER = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 128 }
/** One that does not stop by itself within this is ended. */
const STOPTID_MS = 2_000
const ENTRE = new URL('./traad.ts', import.meta.url)

export function startTraad(forbindelse: Forbindelse, del: Del, onFremdrift: Fremdrift): Delkoersel {
  const traad = new Worker(ENTRE, {
    workerData: { forbindelse, del } satisfies Traadstart,
    resourceLimits: GRAENSER,
    name: 'forhaandsvisning',
  })
  let stoppet = false
  const svar = new Promise<Delresultat>((resolve, reject) => {
    let grund = 'ended'
    traad.on('message', (besked: Traadbesked) => {
      if ('svar' in besked) resolve(besked.svar)
      else if ('fejl' in besked)
        reject(besked.fejl === 'Afbrudt' ? new Afbrudt('Stopped') : new Forhaandsvisningsfejl(besked.fejl))
      else onFremdrift(besked.faerdige, besked.iAlt)
    })
    traad.on('error', (error: Error & { readonly code?: string }) => {
      grund = error.code ?? error.name
    })
    traad.once('exit', () => reject(stoppet ? new Afbrudt('Stopped') : new Forhaandsvisningsfejl(grund)))
  })
  return {
    svar,
    stop: () => {
      stoppet = true
      traad.postMessage('stop')
      setTimeout(() => void traad.terminate(), STOPTID_MS).unref()
    },
  }
}

/** The same here, where there is no way to log in for a thread. */
export function startHer(db: Pick<Database, 'transaction'>, del: Del, onFremdrift: Fremdrift): Delkoersel {
  let stoppet = false
  const svar = runDel({ db }, del, (faerdige, iAlt) => {
    if (stoppet) throw new Afbrudt('Stopped')
    onFremdrift(faerdige, iAlt)
  })
  return {
    svar,
    stop: () => {
      stoppet = true
    },
  }
}
