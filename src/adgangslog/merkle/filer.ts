import { readFileSync } from 'node:fs'
import { Opstartsfejl } from '#platform/database'
import type { Vidneafvisning } from './bevidn.ts'
import { type Kontrolpunktafvisning, readKontrolpunkt, type Verificeret } from './kontrolpunkt.ts'
import { parseVerifikator, type Underskriftsart, type Verifikator } from './note.ts'

/** What the commands read from files and options. All throw Opstartsfejl with a sentence for whoever runs them. */

export function readFil(fil: string): string {
  try {
    return readFileSync(fil, 'utf8')
  } catch {
    throw new Opstartsfejl(`Filen ${fil} kan ikke læses.`)
  }
}

/** A log's key, or a witness's: one is never taken for the other. */
export function readNoegle(linje: string, art: Underskriftsart = 'note'): Verifikator {
  const laest = parseVerifikator(linje)
  if (laest.ok && laest.value.art === art) return laest.value
  throw new Opstartsfejl(
    art === 'note'
      ? 'Nøglen skal være den linje, som loggen viser på /adgangslog/noegle.'
      : 'Et vidnes nøgle skal være den linje, som vidnet har fået udskrevet.',
  )
}

/** The checkpoints that were kept, and the witnesses that have signed them. */
export const readHoldte = (filer: readonly string[], log: Verifikator, vidner: readonly Verifikator[]): Verificeret[] =>
  filer.map((fil) => {
    const laest = readKontrolpunkt(readFil(fil), log, vidner)
    if (laest.ok) return laest.value
    throw new Opstartsfejl(`${fil}: ${AFVIST[laest.afvisning]}`)
  })

/** Each witness once, with the time it says that it last signed at. */
export function describeVidner(holdte: readonly Verificeret[]): string {
  const set = new Map<string, number>()
  for (const { navn, tid = 0 } of holdte.flatMap(({ vidner }) => vidner)) set.set(navn, Math.max(tid, set.get(navn) ?? 0))
  if (set.size === 0) return 'Ingen vidner: kontrolpunkterne har kun loggens egen underskrift.'
  return `Vidner: ${[...set].map(([navn, tid]) => `${navn} (${toTekst(tid)})`).join(', ')}.`
}

const SEKUND_MS = 1_000
/** What a calendar can hold. */
const SIDSTE_SEKUND = 253_402_300_799
const toTekst = (tid: number): string => (tid > SIDSTE_SEKUND ? `${tid} s` : new Date(tid * SEKUND_MS).toISOString())

export const AFVIST: Readonly<Record<Vidneafvisning | Kontrolpunktafvisning, string>> = {
  KONTROLPUNKT_UGYLDIGT: 'det er ikke et kontrolpunkt.',
  ANDEN_LOG: 'kontrolpunktet er fra en anden log end nøglens.',
  UNDERSKRIFT_MANGLER: 'loggen har ikke skrevet under på det, eller en underskrift holder ikke.',
  LOGGEN_ER_KORTERE: 'loggen har færre linjer, end vidnet før har skrevet under på. Vidnet skriver ikke under.',
  LOGGEN_ER_AENDRET: 'loggen begynder ikke længere med det, som vidnet før har skrevet under på. Vidnet skriver ikke under.',
}
