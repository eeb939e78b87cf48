import { Compile } from 'typebox/compile'
import { ARTER, type Art } from '#kernel'
import { type FjernelseKilde, FjernelseKildeSchema } from '../element/aendring.kilde.ts'
import type { ElementKilde } from '../element/element.kilde.ts'
import { DokumentKildeSchema, JournalnotatKildeSchema, SagKildeSchema } from '../element/sag-dokument.kilde.ts'
import { AftaleKildeSchema, BevillingKildeSchema, OekonomiskEffektueringKildeSchema } from '../element/ydelse.kilde.ts'
import type { IndkommenLinje, Operation } from '../leverance/index.ts'
import { indBrud } from '../regler/index.ts'

/** One validator a kind: the kind decides, so that an error speaks of the right one. */
const VALIDATORER = {
  sag: Compile(SagKildeSchema),
  dokument: Compile(DokumentKildeSchema),
  journalnotat: Compile(JournalnotatKildeSchema),
  bevilling: Compile(BevillingKildeSchema),
  oekonomiskEffektuering: Compile(OekonomiskEffektueringKildeSchema),
  aftale: Compile(AftaleKildeSchema),
} as const satisfies Record<Art, unknown>

const FJERNELSE = Compile(FjernelseKildeSchema)

/** A line without its number and text. */
export type LaestLinje = Uden<IndkommenLinje>
type Uden<T> = T extends IndkommenLinje ? Omit<T, 'linje' | 'raa'> : never

/** Reads one line of NDJSON: strict JSON, a known operation and kind, and only known fields of the right type. Never throws. */
export function parseLinje(tekst: string): LaestLinje {
  const vaerdi = parseStrengJson(tekst)
  if (vaerdi === undefined) return { brud: [indBrud('IND-014', '')], udkast: undefined }
  if (!isObjekt(vaerdi)) return { brud: [indBrud('IND-016', '')], udkast: undefined }
  const { operation: navn = 'importer', ...udkast } = vaerdi
  const operation = OPERATIONER.find((kendt) => kendt === navn)
  // One that is not known may have meant any of them: the least is taken for granted by taking it for a change.
  if (!operation) return { brud: [indBrud('IND-016', 'operation')], udkast, operation: 'opdater' }
  const art = ARTER.find((kendt) => kendt === udkast['art'])
  if (!art) return { brud: [indBrud('IND-016', 'art')], udkast, operation }
  const validator = operation === 'fjern' ? FJERNELSE : VALIDATORER[art]
  if (validator.Check(udkast)) return toLinje(operation, udkast)
  const [foerste] = validator.Errors(udkast)
  return { brud: [indBrud('IND-016', toSti(foerste?.instancePath ?? ''))], udkast, operation }
}

const OPERATIONER = ['importer', 'opdater', 'fjern'] as const satisfies readonly Operation[]

function toLinje(operation: Operation, vaerdi: unknown): LaestLinje {
  if (operation === 'fjern') return { brud: [], fjern: vaerdi as FjernelseKilde }
  const element = vaerdi as ElementKilde
  return operation === 'opdater' ? { brud: [], opdater: element } : { brud: [], element }
}

const isObjekt = (vaerdi: unknown): vaerdi is Record<string, unknown> =>
  typeof vaerdi === 'object' && vaerdi !== null && !Array.isArray(vaerdi)

/** /sagsparter/0/rolle as sagsparter[0].rolle; anything but known-looking names is left out, since a key can hold anything. */
const toSti = (pointer: string): string =>
  pointer
    .split('/')
    .filter((led) => /^[a-zA-Z]{1,40}$|^\d{1,6}$/.test(led))
    .map((led, i) => (/^\d/.test(led) ? `[${led}]` : i === 0 ? led : `.${led}`))
    .join('')

/**
 * The JSON in `tekst`, or undefined where it is not JSON or where two readers could see different things in it: a key twice in one object,
 * a number that a double cannot hold, NUL (which PostgreSQL cannot keep) or half a surrogate pair.
 */
export function parseStrengJson(tekst: string): unknown {
  if (!tekst.isWellFormed()) return undefined
  try {
    const vaerdi: unknown = JSON.parse(tekst)
    return hasHverNoegleEnGang(tekst, vaerdi) ? vaerdi : undefined
  } catch {
    return undefined
  }
}

/**
 * The text has as many keys as the value, so none was there twice. A key's colon is told from those within strings by counting: where nothing
 * is written as \u…, each colon of the text is a key's or stands in a string of the value. Throws RangeError for what may not be in it.
 */
function hasHverNoegleEnGang(tekst: string, vaerdi: unknown): boolean {
  if (tekst.includes('\\u')) return countNoegler(vaerdi, checkTekst, 0) === countTekstnoegler(tekst)
  return countNoegler(vaerdi, countKoloner, 0) === countKoloner(tekst)
}

function countKoloner(tekst: string): number {
  let antal = 0
  for (let plads = tekst.indexOf(':'); plads !== -1; plads = tekst.indexOf(':', plads + 1)) antal++
  return antal
}

/** A string followed by a colon is a key; JSON.parse has already accepted the text, so nothing else can look like one. */
const STRENG = /"(?:[^"\\]|\\.)*"(\s*:)?/g

function countTekstnoegler(tekst: string): number {
  let antal = 0
  for (const match of tekst.matchAll(STRENG)) if (match[1]) antal++
  return antal
}

const HOEJST_DYBDE = 20

/** The keys in a parsed value, and what `tael` counts in its strings. Throws RangeError for what may not be in it. */
function countNoegler(vaerdi: unknown, tael: (tekst: string) => number, dybde: number): number {
  if (dybde > HOEJST_DYBDE) throw new RangeError('Nested too deeply')
  if (typeof vaerdi === 'string') return tael(vaerdi)
  if (typeof vaerdi === 'number') return checkTal(vaerdi)
  if (typeof vaerdi !== 'object' || vaerdi === null) return 0
  let antal = 0
  if (Array.isArray(vaerdi)) for (const led of vaerdi) antal += countNoegler(led, tael, dybde + 1)
  else
    for (const noegle of Object.keys(vaerdi))
      antal += 1 + tael(noegle) + countNoegler((vaerdi as Record<string, unknown>)[noegle], tael, dybde + 1)
  return antal
}

/** Only what was written as \u… can be either: JSON holds no bare NUL, and the whole text is well-formed. */
function checkTekst(tekst: string): 0 {
  if (tekst.includes('\u0000') || !tekst.isWellFormed()) throw new RangeError('A character that cannot be kept')
  return 0
}

function checkTal(tal: number): 0 {
  if (!Number.isFinite(tal) || Math.abs(tal) > Number.MAX_SAFE_INTEGER) throw new RangeError('A number that a double cannot hold')
  return 0
}
