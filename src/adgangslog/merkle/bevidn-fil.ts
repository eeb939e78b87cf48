import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '#platform/clock'
import { readOrMakeUnderskriftsnoegle } from '#platform/crypto'
import { Opstartsfejl } from '#platform/database'
import { witness } from './bevidn.ts'
import { AFVIST, readFil, readNoegle } from './filer.ts'
import { createVidne, formatVerifikator, type Underskriver } from './note.ts'

export type Bevidnvalg = {
  /** The log's address. */
  readonly log: string
  /** Its key as one line. */
  readonly noegle: string
  /** Where the witness's key and what it signed last stand; made where it is not there. */
  readonly mappe: string
  /** The witness's name. */
  readonly navn: string
  /** Ends what is under way. */
  readonly signal?: AbortSignal
}

const SEKUND_MS = 1_000
const HOEJST_MS = 30_000
const HOEJST_TEGN = 65_536

/**
 * Signs the log's newest checkpoint in `kontrolpunkt.txt`, where it goes on from what stands there. Answers how many lines were signed over, in which file, and
 * the witness's key. Throws Opstartsfejl with a sentence for whoever runs it.
 */
export async function bevidnTilFil({ log, noegle, mappe, navn, signal }: Bevidnvalg, clock: Clock) {
  const verifikator = readNoegle(noegle)
  mkdirSync(mappe, { recursive: true })
  const underskriver = openVidne(navn, mappe)
  const fil = join(mappe, 'kontrolpunkt.txt')
  const sidste = existsSync(fil) ? readFil(fil) : undefined
  const vidne = { log: verifikator, underskriver, hent: (sti: string) => hent(new URL(sti, log), signal) }
  const svar = await witness(vidne, sidste, Math.floor(Date.parse(clock.now()) / SEKUND_MS))
  if (!svar.ok) throw new Opstartsfejl(`${log}: ${AFVIST[svar.afvisning]}`)
  // Whole before it has its name: a power cut leaves the one before.
  writeFileSync(`${fil}.ny`, svar.value.note)
  renameSync(`${fil}.ny`, fil)
  return { antal: svar.value.antal, fil, noegle: formatVerifikator(underskriver) }
}

function openVidne(navn: string, mappe: string): Underskriver {
  try {
    return createVidne(navn, readOrMakeUnderskriftsnoegle(mappe, 'vidne'))
  } catch (fejl) {
    if (fejl instanceof RangeError) throw new Opstartsfejl('Et vidnes navn er uden mellemrum og plus.')
    throw fejl
  }
}

async function hent(adresse: URL, signal: AbortSignal | undefined): Promise<string> {
  const frist = AbortSignal.timeout(HOEJST_MS)
  const svar = await fetch(adresse, { redirect: 'error', signal: signal ? AbortSignal.any([frist, signal]) : frist }).catch(
    () => undefined,
  )
  const tekst = svar?.ok ? await svar.text().catch(() => '') : ''
  if (tekst === '' || tekst.length > HOEJST_TEGN)
    throw new Opstartsfejl(`${adresse.origin} svarede ikke med det, der blev spurgt om.`)
  return tekst
}
