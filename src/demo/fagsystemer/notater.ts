import { createKlient, type Klient, type Linje } from '@borgerblikket/klient/kilde'
import type { Tidspunkt } from '#kernel'
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

/** The demo's sources, each as itself. */
export const createKilder = (adresse: URL): readonly { readonly navn: string; readonly klient: Klient }[] =>
  DEMOKILDER.map((kilde) => ({
    navn: kilde.navn,
    klient: createKlient({ adresse, legitimation: { udviklingsnoegle: udviklingsnoegle(kilde) } }),
  }))

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
