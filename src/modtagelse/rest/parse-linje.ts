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
    return countNoegler(vaerdi, 0) === countTekstnoegler(tekst) ? vaerdi : undefined
  } catch {
    return undefined
  }
}

/** A string followed by a colon is a key; JSON.parse has already accepted the text, so nothing else can look like one. */
const STRENG = /"(?:[^"\\]|\\.)*"(\s*:)?/g

function countTekstnoegler(tekst: string): number {
  let antal = 0
  for (const match of tekst.matchAll(STRENG)) if (match[1]) antal++
  return antal
}

const HOEJST_DYBDE = 20

/** The keys in a parsed value. Throws RangeError for what may not be in it. */
function countNoegler(vaerdi: unknown, dybde: number): number {
  if (dybde > HOEJST_DYBDE) throw new RangeError('Nested too deeply')
  if (typeof vaerdi === 'string') return checkTekst(vaerdi)
  if (typeof vaerdi === 'number') return checkTal(vaerdi)
  if (Array.isArray(vaerdi)) return vaerdi.reduce<number>((sum, led) => sum + countNoegler(led, dybde + 1), 0)
  if (!isObjekt(vaerdi)) return 0
  let antal = 0
  for (const [noegle, led] of Object.entries(vaerdi)) antal += 1 + checkTekst(noegle) + countNoegler(led, dybde + 1)
  return antal
}

function checkTekst(tekst: string): 0 {
  if (tekst.includes('\u0000') || !tekst.isWellFormed()) throw new RangeError('A character that cannot be kept')
  return 0
}

function checkTal(tal: number): 0 {
  if (!Number.isFinite(tal) || Math.abs(tal) > Number.MAX_SAFE_INTEGER) throw new RangeError('A number that a double cannot hold')
  return 0
}
