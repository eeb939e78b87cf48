import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addVidne, bevidnTilFil } from '#adgangslog'
import type { Clock } from '#platform/clock'
import { type Database, Opstartsfejl } from '#platform/database'
import { startRunder } from '#platform/runder'

const NAVN = 'testvidne.example.dk'
const PAUSE_MS = 30_000
/** Nobody has looked at anything yet, so there is nothing to sign. */
const FOER_LOGGEN_MS = 5_000

export type Testvidne = {
  readonly system: { readonly db: Database; readonly clock: Clock }
  readonly origin: string
  /** Where it keeps its key and what it has signed. */
  readonly mappe: string
  readonly onFejl: (fejl: unknown) => void
}

/** A stand-in for somebody outside who signs the demo's access log: what a witness runs on a machine of its own, and its file. Answers how to stop. */
export function startTestvidne({ system, origin, mappe, onFejl }: Testvidne): () => Promise<void> {
  const afbryd = new AbortController()
  let kendt = false
  const stop = startRunder({
    work: async () => {
      const svar = await fetch(new URL('/adgangslog/noegle', origin), { signal: afbryd.signal })
      const valg = { log: origin, noegle: (await svar.text()).trim(), mappe, navn: NAVN, signal: afbryd.signal }
      const { noegle } = await bevidnTilFil(valg, system.clock)
      const adresse = pathToFileURL(join(mappe, 'kontrolpunkt.txt')).href
      if (!kendt) await addVidne(system, { noegle, adresse }, 'demo')
      kendt = true
      return PAUSE_MS
    },
    // A log without lines has no checkpoint, which is no fault.
    onFejl: (fejl) => {
      if (!afbryd.signal.aborted && !(fejl instanceof Opstartsfejl && !kendt)) onFejl(fejl)
    },
    efterFejlMs: FOER_LOGGEN_MS,
  })
  return () => {
    afbryd.abort()
    return stop()
  }
}
