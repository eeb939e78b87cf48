import { Worker } from 'node:worker_threads'
import type { Database, Forbindelse } from '#platform/database'
import { Afbrudt, type Del, type Delresultat, runDel, type Tilskuer } from './gennemgaa.ts'
import type { Traadbesked, Traadstart } from './traad.ts'

/** A preview could not be counted. Its name is that of the fault in the thread, where there was one. */
class Forhaandsvisningsfejl extends Error {
  override readonly name: string
  constructor(navn: string) {
    super('A thread of the preview could not answer')
    this.name = navn
  }
}

type Fremdrift = Tilskuer['onFremdrift']
/** Works a stretch; `stop` ends it, and it throws Afbrudt. */
export type Delkoersel = { readonly svar: Promise<Delresultat>; readonly stop: () => void }
export type Delstart = (del: Del, onFremdrift: Fremdrift) => Delkoersel

/**
 * Rows come and go by the thousand: with a small room for what is new, measured, a third of the time went to collecting. A thread that needs
 * more than this ends, and the server does not.
 */
const GRAENSER = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 128 }
/** One that does not stop by itself within this is ended. */
const STOPTID_MS = 2_000
const ENTRE = new URL('./traad.ts', import.meta.url)

function startTraad(forbindelse: Forbindelse, del: Del, onFremdrift: Fremdrift): Delkoersel {
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
      else onFremdrift(besked.tusindedele)
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

/** The same here. */
function startHer(db: Pick<Database, 'transaction'>, del: Del, onFremdrift: Fremdrift): Delkoersel {
  let stoppet = false
  const svar = runDel({ db }, del, {
    onFremdrift: (tusindedele) => {
      if (stoppet) throw new Afbrudt('Stopped')
      onFremdrift(tusindedele)
    },
  })
  return {
    svar,
    stop: () => {
      stoppet = true
    },
  }
}

/** How stretches are worked: each in a thread, where there is a way to log in for one, and else here. */
export const delstart = (db: Pick<Database, 'transaction'>, login: Forbindelse | undefined): Delstart =>
  login ? (del, onFremdrift) => startTraad(login, del, onFremdrift) : (del, onFremdrift) => startHer(db, del, onFremdrift)
