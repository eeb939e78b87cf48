import { ARTER, type Art, parseTidspunkt, parseUuid, type Uuid } from '#kernel'
import type { Betingelse, Interval, Soegeudtryk, Soegning, Sortering, Vaerdiinterval } from '../soegning/index.ts'
import { parseStrengJson } from './parse-linje.ts'

type Felter = Readonly<Record<string, unknown>>

/** What is read is not what it should be. Nothing of it is repeated. */
class Formfejl extends Error {
  override readonly name = 'Formfejl'
}

/**
 * A search as JSON, or undefined where it is none: not strict JSON, a field that is unknown or of another type. Bounds are for checkSoegning
 * to say; depth is bounded by the strict JSON already.
 */
export function parseSoegning(tekst: string): Soegning | undefined {
  try {
    return readSoegning(parseStrengJson(tekst))
  } catch (error) {
    if (error instanceof Formfejl) return undefined
    throw error
  }
}

const readSoegning = (vaerdi: unknown): Soegning => {
  const { arter, ider, udtryk, vis, sortering, foerste, antal, efter } = only(vaerdi, [
    'arter',
    'ider',
    'udtryk',
    'vis',
    'sortering',
    'foerste',
    'antal',
    'efter',
  ])
  return {
    arter: list(arter, readArt),
    ider: maybe(ider, (led) => list(led, readUuid)),
    udtryk: maybe(udtryk, readUdtryk),
    vis: maybe(vis, (led) => list(led, readTekst)),
    sortering: maybe(sortering, (led) => list(led, readSortering)),
    foerste: maybe(foerste, readTal),
    antal: maybe(antal, readTal),
    efter: maybe(efter, readUuid),
  }
}

function readUdtryk(vaerdi: unknown): Soegeudtryk {
  const felter = objekt(vaerdi)
  if ('og' in felter) return { og: list(only(felter, ['og'])['og'], readUdtryk) }
  if ('eller' in felter) return { eller: list(only(felter, ['eller'])['eller'], readUdtryk) }
  if ('ikke' in felter) return { ikke: readUdtryk(only(felter, ['ikke'])['ikke']) }
  return readBetingelse(felter)
}

function readBetingelse(felter: Felter): Betingelse {
  if ('liste' in felter) return readPost(felter)
  const [navn, ...andre] = Object.keys(felter)
  if (navn === undefined || andre.length > 0) throw new Formfejl()
  const vaerdi = felter[navn]
  switch (navn) {
    case 'art':
      return { art: readArt(vaerdi) }
    case 'id':
      return { id: readUuid(vaerdi) }
    case 'tidspunkt':
      return { tidspunkt: readInterval(vaerdi) }
    case 'modtaget':
      return { modtaget: readInterval(vaerdi) }
    case 'brugerRef':
      return { brugerRef: readTekst(vaerdi) }
    case 'sagsloes':
      if (vaerdi === true) return { sagsloes: true }
      throw new Formfejl()
    default:
      throw new Formfejl()
  }
}

function readPost(felter: Felter): Betingelse {
  const { liste, felter: krav, intervaller, virkning } = only(felter, ['liste', 'felter', 'intervaller', 'virkning'])
  return {
    liste: readTekst(liste),
    ...(krav === undefined ? {} : { felter: each(krav, readVaerdi) }),
    ...(intervaller === undefined ? {} : { intervaller: each(intervaller, readVaerdiinterval) }),
    ...(virkning === undefined ? {} : { virkning: readInterval(virkning) }),
  }
}

function readSortering(vaerdi: unknown): Sortering {
  const { efter, retning = 'stigende' } = only(vaerdi, ['efter', 'retning'])
  if (retning !== 'stigende' && retning !== 'faldende') throw new Formfejl()
  if (efter === 'tidspunkt' || efter === 'modtaget' || efter === 'brugerRef') return { efter, retning }
  const { liste, felt, rolle } = only(efter, ['liste', 'felt', 'rolle'])
  return { efter: { liste: readTekst(liste), felt: readTekst(felt), rolle: maybe(rolle, readTekst) }, retning }
}

function readInterval(vaerdi: unknown): Interval {
  const { fra, til } = only(vaerdi, ['fra', 'til'])
  const readTid = (led: unknown) => parseTidspunkt(readTekst(led)) ?? fail()
  return { fra: maybe(fra, readTid), til: maybe(til, readTid) }
}

function readVaerdiinterval(vaerdi: unknown): Vaerdiinterval {
  const { fra, til } = only(vaerdi, ['fra', 'til'])
  return { fra: maybe(fra, readTekst), til: maybe(til, readTekst) }
}

function readVaerdi(vaerdi: unknown): string | number | boolean {
  if (typeof vaerdi === 'string' || typeof vaerdi === 'number' || typeof vaerdi === 'boolean') return vaerdi
  throw new Formfejl()
}

const fail = (): never => {
  throw new Formfejl()
}
const readTekst = (vaerdi: unknown): string => (typeof vaerdi === 'string' ? vaerdi : fail())
const readTal = (vaerdi: unknown): number => (typeof vaerdi === 'number' ? vaerdi : fail())
const readArt = (vaerdi: unknown): Art => ARTER.find((art) => art === vaerdi) ?? fail()
const readUuid = (vaerdi: unknown): Uuid => parseUuid(readTekst(vaerdi)) ?? fail()
const maybe = <T>(vaerdi: unknown, read: (vaerdi: unknown) => T): T | undefined =>
  vaerdi === undefined ? undefined : read(vaerdi)
const list = <T>(vaerdi: unknown, read: (vaerdi: unknown) => T): T[] => (Array.isArray(vaerdi) ? vaerdi.map(read) : fail())
const objekt = (vaerdi: unknown): Felter =>
  typeof vaerdi === 'object' && vaerdi !== null && !Array.isArray(vaerdi) ? (vaerdi as Felter) : fail()

const only = (vaerdi: unknown, kendte: readonly string[]): Felter => {
  const felter = objekt(vaerdi)
  return Object.keys(felter).every((navn) => kendte.includes(navn)) ? felter : fail()
}

const each = <T>(vaerdi: unknown, read: (vaerdi: unknown) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(objekt(vaerdi)).map(([navn, led]) => [navn, read(led)]))
