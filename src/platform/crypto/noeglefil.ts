import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Opstartsfejl } from '#platform/database'
import { type Noegle, type NoegleLinje, type Noeglenavn, newNoegleLinje, parseNoegle } from './noegle.ts'

const OTHERS = 0o077
const hasModes = process.platform !== 'win32'

/** The folder for keys, closed to all others. Throws Opstartsfejl where it cannot be made or closed. */
export function ensureNoeglemappe(mappe: string): void {
  try {
    mkdirSync(mappe, { recursive: true, mode: 0o700 })
    if (hasModes && statSync(mappe).mode & OTHERS) chmodSync(mappe, 0o700)
  } catch (error) {
    throw new Opstartsfejl(`Mappen til nøgler, ${mappe}, kan ikke oprettes og lukkes for andre (${codeOf(error)}).`)
  }
}

/** The keys in `<mappe>/<navn>.json`, oldest first; made at the first call. Throws Opstartsfejl for a file that is open to others or unreadable. */
export function readOrMake(mappe: string, navn: Noeglenavn): readonly Noegle[] {
  const fil = filOf(mappe, navn)
  if (!existsSync(fil)) publish(fil, toTekst([newNoegleLinje()]), 'ny')
  return readLinjer(fil, navn).map(({ noegle }) => noegle)
}

/** Puts a new key after those in the file, where it becomes the one that seals. */
export function addNoegle(mappe: string, navn: Noeglenavn): readonly Noegle[] {
  const fil = filOf(mappe, navn)
  const linjer = readLinjer(fil, navn).map(({ linje }) => linje)
  publish(fil, toTekst([...linjer, newNoegleLinje()]), 'erstat')
  return readOrMake(mappe, navn)
}

const filOf = (mappe: string, navn: Noeglenavn): string => join(mappe, `${navn}.json`)

/** Throws Opstartsfejl for a file that others on the machine may read. */
export function requireLukket(fil: string): void {
  if (hasModes && statSync(fil).mode & OTHERS)
    throw new Opstartsfejl(`Nøglefilen ${fil} er åben for andre brugere på maskinen: luk den med chmod 600.`)
}

function readLinjer(fil: string, navn: Noeglenavn): { linje: NoegleLinje; noegle: Noegle }[] {
  requireLukket(fil)
  const linjer = parseFil(fil)
  const noegler = linjer.flatMap((linje) => {
    const noegle = parseNoegle(navn, linje)
    return noegle ? [{ linje: linje as NoegleLinje, noegle }] : []
  })
  if (noegler.length === 0 || noegler.length !== linjer.length)
    throw new Opstartsfejl(`Nøglefilen ${fil} kan ikke læses: læg en kopi tilbage, som ikke er beskadiget.`)
  return noegler
}

function parseFil(fil: string): readonly unknown[] {
  try {
    const indhold: unknown = JSON.parse(readFileSync(fil, 'utf8'))
    return Array.isArray(indhold) ? indhold : []
  } catch (error) {
    throw new Opstartsfejl(`Nøglefilen ${fil} kan ikke læses (${codeOf(error)}).`)
  }
}

const toTekst = (linjer: readonly NoegleLinje[]): string => `${JSON.stringify(linjer, null, 2)}\n`

/** Written whole and synced beside its place before it gets its name, so that no reader and no power cut ever leaves half a file. */
export function publish(fil: string, tekst: string, hvordan: 'ny' | 'erstat'): void {
  const midlertidig = `${fil}.${randomBytes(4).toString('hex')}`
  const fd = openSync(midlertidig, 'wx', 0o600)
  writeSync(fd, tekst)
  syncAndClose(fd)
  if (hvordan === 'erstat') renameSync(midlertidig, fil)
  else linkIfFirst(midlertidig, fil)
  if (hasModes) syncAndClose(openSync(dirname(fil), 'r'))
}

function syncAndClose(fd: number): void {
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** A link refuses an existing name: of two first starts at once, one makes the keys and the other uses them. */
function linkIfFirst(midlertidig: string, fil: string): void {
  try {
    linkSync(midlertidig, fil)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    unlinkSync(midlertidig)
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'ukendt fejl'
