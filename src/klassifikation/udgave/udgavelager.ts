import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afvist, ok, type Resultat } from '#kernel'
import { importerKle } from '../importer-kle.ts'
import type { ImportAfvisning } from '../klassifikation.errors.ts'
import { EGEN_UDGAVE } from './egen-udgave.ts'
import type { KleUdgave } from './udgave.ts'

/** Many more than KL publishes in a lifetime of an installation. */
const HOEJST_FILER = 200

/**
 * The editions of KLE that an installation knows, newest first: the files of a folder, and our own excerpt, so that numbers have titles
 * before anybody has imported KLE. A file that cannot be used is refused by name: with an edition missing numbers would get the wrong titles.
 */
export async function readUdgaver(
  mappe: string | undefined,
): Promise<Resultat<readonly KleUdgave[], { readonly fil: string; readonly afvisning: ImportAfvisning }>> {
  const filer = mappe === undefined ? [] : (await readdir(mappe)).filter((navn) => /\.(xml|json|txt)$/i.test(navn)).toSorted()
  const udgaver: KleUdgave[] = []
  for (const fil of filer.slice(0, HOEJST_FILER)) {
    // A file of OS2KLE has no date in it, so its name begins with it: 2026-02-01-os2kle.txt.
    const udgivet = /^\d{4}-\d{2}-\d{2}/.exec(fil)?.[0]
    const svar = await importerKle(join(mappe ?? '', fil), { print: () => undefined, ...(udgivet ? { udgivet } : {}) })
    if (!svar.ok) return afvist({ fil, afvisning: svar.afvisning })
    udgaver.push(svar.value)
  }
  return ok([...udgaver, EGEN_UDGAVE].toSorted((a, b) => (a.udgivet < b.udgivet ? 1 : -1)))
}
