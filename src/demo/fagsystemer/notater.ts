import { createKlient, type Klient, type Linje } from '@borgerblikket/klient/kilde'
import type { Tidspunkt } from '#kernel'
import { startRunder } from '#platform/runder'
import { udviklingsnoegle } from '../indlaes/registre.ts'
import { DEMOKILDER } from '../verden/index.ts'

/** What a system did with the notes that waited for it: taken onto their cases, and refused. */
export type Notatudfald = { journaliserede: number; afviste: number }

/**
 * Takes the notes that wait for the system: fetches each, keeps it (here: delivers it onto its case under the same id), and says so. `kender` tells
 * whether the system has the case. What ends it at whatever point, the next time goes on: a note that was not acknowledged is fetched again, and
 * delivered again it is the same line.
 */
export async function tagNotater(klient: Klient, kender: (sag: string) => boolean): Promise<Notatudfald> {
  const udfald: Notatudfald = { journaliserede: 0, afviste: 0 }
  const ventende = []
  for await (const henvisning of klient.notater()) ventende.push(henvisning)
  for (const { id, sag } of ventende) {
    if (!kender(sag)) {
      await klient.kvitterNotat(id, { udfald: 'afvist', grund: 'sagUkendt' })
      udfald.afviste++
      continue
    }
    const { titel, tekst, skrevet } = await klient.notat(id)
    await klient.kvitterNotat(id, { udfald: 'modtaget' })
    for await (const { kvitteringer } of klient.lever([toLinje({ id, sag, titel, tekst, skrevet })], { noegle: `notat/${id}` }))
      udfald.journaliserede += kvitteringer.filter((kvittering) => kvittering.udfald !== 'afvist').length
  }
  return udfald
}

/** The demo's sources, each as itself. `signal` ends a call of theirs at once, wherever it is. */
export const createKilder = (adresse: URL, signal?: AbortSignal): readonly { readonly navn: string; readonly klient: Klient }[] =>
  DEMOKILDER.map((kilde) => ({
    navn: kilde.navn,
    klient: createKlient({
      adresse,
      legitimation: { udviklingsnoegle: udviklingsnoegle(kilde) },
      // The next round tries again: a rest between attempts is one that stopping would wait for.
      ...(signal ? { forsoeg: 1, fetch: (request: Request) => fetch(request, { signal }) } : {}),
    }),
  }))

const PAUSE_MS = 3_000

/**
 * The demo's sources ask for notes as long as the demo runs, over the interface that everybody uses: without that a note of a caseworker would wait
 * for nobody. Answers how to stop. Stopping cuts the call under way: a server that waited for its own caller could not end. What was cut is done
 * again at the next start, and is then the same line.
 */
export function startNotattagning(adresse: URL, onFejl: (fejl: unknown) => void): () => Promise<void> {
  const afbryd = new AbortController()
  const kilder = createKilder(adresse, afbryd.signal)
  const tell = (fejl: unknown): void => {
    if (!afbryd.signal.aborted) onFejl(fejl)
  }
  const stop = startRunder({
    work: async () => {
      // One that fails, since it has been closed in the demo, keeps no other from its notes.
      for (const { klient } of kilder) if (!afbryd.signal.aborted) await tagNotater(klient, () => true).catch(tell)
      return PAUSE_MS
    },
    onFejl: tell,
    efterFejlMs: PAUSE_MS,
  })
  return () => {
    afbryd.abort()
    return stop()
  }
}

/** The note as the system delivers it back: its own line of a case that it is Master of. */
const toLinje = (notat: {
  readonly id: string
  readonly sag: string
  readonly titel: string
  readonly tekst: string
  readonly skrevet: string
}): Linje => ({
  art: 'journalnotat',
  id: notat.id,
  tidspunkt: notat.skrevet as Tidspunkt,
  sag: notat.sag,
  egenskaber: [{ virkning: { fra: notat.skrevet }, titel: notat.titel, notat: notat.tekst, format: 'Text' }],
})
