/** Valid time, half-open `[fra, til)`; instants as ISO 8601 in UTC. `til` null is infinity (GraenseIndikator). Source: OIO Sag/Dokument, SF1470. */
export type Virkning = { readonly fra: Tidspunkt; readonly til: Tidspunkt | null }
/** An instant as YYYY-MM-DDTHH:MM:SS.mmmZ, so that text order is time order. */
export type Tidspunkt = string & { readonly __tidspunkt: true }

/** xsd:dateTime with its zone; a missing zone is refused, since nobody can say which hour was meant. */
const DATETIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** The instants read last, by their text: an object repeats the same few on every relation, and reading one costs what ten look-ups do. */
const laeste = new Map<string, Tidspunkt>()
const HOEJST_LAESTE = 2_000

/** The instant in `text`, in UTC with milliseconds, or undefined for what is no date, has no zone, or lies outside years 1800-9999. */
export function parseTidspunkt(text: string): Tidspunkt | undefined {
  const kendt = laeste.get(text)
  if (kendt !== undefined) return kendt
  const laest = readTidspunkt(text)
  if (laest === undefined) return undefined
  if (laeste.size >= HOEJST_LAESTE) laeste.clear()
  laeste.set(text, laest)
  return laest
}

/** In UTC and to the second, as most systems write: what it is can be seen, and making a date of it takes five times as long. */
const UTC_SEKUND = /^[1-9]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.000)?Z$/

function readTidspunkt(text: string): Tidspunkt | undefined {
  const match = DATETIME.exec(text)
  if (!match || !isKalenderdag(Number(match[1]), Number(match[2]), Number(match[3]))) return undefined
  if (UTC_SEKUND.test(text)) return withinAar(`${text.slice(0, 19)}.000Z`)
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : withinAar(new Date(ms).toISOString())
}

/** The years that have four digits in UTC too: year 10000 is written +010000, which in text order comes before all others. */
const withinAar = (instant: string): Tidspunkt | undefined =>
  /^(1[89]|[2-9]\d)\d\d-/.test(instant) ? (instant as Tidspunkt) : undefined

/** As parseTidspunkt, for text that the program itself wrote. Throws RangeError. */
export function tidspunkt(text: string | Date): Tidspunkt {
  const parsed = typeof text === 'string' ? parseTidspunkt(text) : withinAar(text.toISOString())
  if (!parsed) throw new RangeError(`Not an instant with a zone: ${String(text).slice(0, 40)}`)
  return parsed
}

const DAGE = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isSkudaar = (aar: number): boolean => (aar % 4 === 0 && aar % 100 !== 0) || aar % 400 === 0

/** True for a day that the Gregorian calendar has; NaN is none. */
export const isKalenderdag = (aar: number, maaned: number, dag: number): boolean =>
  dag >= 1 && dag <= (maaned === 2 && isSkudaar(aar) ? 29 : (DAGE[maaned - 1] ?? 0))

/** A calendar day YYYY-MM-DD, or undefined. */
export function parseDato(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match && isKalenderdag(Number(match[1]), Number(match[2]), Number(match[3])) ? text : undefined
}

export const isGaeldende = (virkning: Virkning, nu: Tidspunkt): boolean =>
  virkning.fra <= nu && (virkning.til === null || nu < virkning.til)

/** The elements valid at `nu`, in the order given. */
export const gaeldende = <T extends { readonly virkning: Virkning }>(elementer: readonly T[], nu: Tidspunkt): T[] =>
  elementer.filter((element) => isGaeldende(element.virkning, nu))

/** True where two of the periods share an instant. */
export function hasOverlap(virkninger: readonly Virkning[]): boolean {
  if (virkninger.length < 2) return false
  const sorteret = [...virkninger].sort((a, b) => (a.fra < b.fra ? -1 : a.fra > b.fra ? 1 : 0))
  return sorteret.some((virkning, i) => {
    const naeste = sorteret[i + 1]
    return naeste !== undefined && (virkning.til === null || naeste.fra < virkning.til)
  })
}
