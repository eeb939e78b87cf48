import { isKalenderdag } from './virkning.ts'

/**
 * A Danish personal number, ten digits. Mod-11 is never required: since 2007 numbers without it are issued (cpr.dk).
 * Day + 60 marks administrative and fictive numbers (replacement numbers, MedCom, STIL); all test persons here use it.
 */
export type CprNummer = string & { readonly __cpr: true }

const CPR = /^(\d{6})[- ]?(\d{4})$/

/** The number in `text` (ten digits, a hyphen or space after six allowed), or undefined where its day or month cannot be. */
export function parseCprNummer(text: string): CprNummer | undefined {
  const match = CPR.exec(text)
  if (!match) return undefined
  const cpr = `${match[1]}${match[2]}` as CprNummer
  return foedselsdato(cpr) ? cpr : undefined
}

/** True for numbers with day + 60, which no real person has. */
export const isFiktivCpr = (cpr: CprNummer): boolean => Number(cpr.slice(0, 2)) > 60

/** The century by the seventh digit and the year (cpr.dk, "Personnummeret i CPR"). */
function aarhundrede(syvende: number, aar: number): number {
  if (syvende <= 3) return 1900
  if (syvende === 4 || syvende === 9) return aar <= 36 ? 2000 : 1900
  return aar <= 57 ? 2000 : 1800
}

/** The date of birth as YYYY-MM-DD (day + 60 taken off), or undefined where no such day exists. */
export function foedselsdato(cpr: CprNummer | string): string | undefined {
  const dag = Number(cpr.slice(0, 2))
  const maaned = Number(cpr.slice(2, 4))
  const kortAar = Number(cpr.slice(4, 6))
  const aar = aarhundrede(Number(cpr[6]), kortAar) + kortAar
  const rigtigDag = dag > 60 ? dag - 60 : dag
  if (!isKalenderdag(aar, maaned, rigtigDag)) return undefined
  return `${aar}-${toTo(maaned)}-${toTo(rigtigDag)}`
}

const toTo = (tal: number): string => String(tal).padStart(2, '0')

/** Whole years from the date of birth to `dato` (both YYYY-MM-DD). A person born on 29 February grows older on 1 March. */
export function alder(foedt: string, dato: string): number {
  const aar = Number(dato.slice(0, 4)) - Number(foedt.slice(0, 4))
  return dato.slice(5) >= foedt.slice(5) ? aar : aar - 1
}

/** Full-width digits too: they look the same, and PDF and Word text brings them. */
const C = String.raw`[\d\uff10-\uff19]`
/** What people and programs put between the parts of a number: spaces of any kind, also those of no width, hyphens, dashes, full stop, slash. */
const S = String.raw`[\s\u00ad\u200b-\u200d\u2060\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d.\uff0e/\uff0f]`
/** The date in one or as three parts, then four digits; no more digits on either side. Letters may stand next to it, as in "CPR0101704321". */
const MULIGT_CPR = `(?<!${C})(${C}{6}|${C}{2}${S}{1,2}${C}{2}${S}{1,2}${C}{2})${S}{0,3}(${C}{4})(?!${C})`
/** A UUID is taken first, and stands: one in ten thousand has ten digits in a row that could be a number. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const CPR_I_TEKST = new RegExp(`(?<![0-9a-f])${UUID}(?![0-9a-f])|${MULIGT_CPR}`, 'gi')

const toCifre = (tekst: string): string => tekst.normalize('NFKC').replace(/\D/g, '')

/**
 * Calls `work` with where each thing in `text` that could be a personal number begins and ends, and its ten digits. Every repetition of the
 * pattern is bounded, so it takes time by length alone.
 */
function eachCpr(text: string, work: (fra: number, til: number, cifre: string) => void): void {
  CPR_I_TEKST.lastIndex = 0
  for (let fundet = CPR_I_TEKST.exec(text); fundet; fundet = CPR_I_TEKST.exec(text)) {
    const [hel, dato, loebe] = fundet
    if (dato === undefined || loebe === undefined) continue
    const cifre = toCifre(dato + loebe)
    // A number may begin within what was no date.
    if (foedselsdato(cifre)) work(fundet.index, fundet.index + hel.length, cifre)
    else CPR_I_TEKST.lastIndex = fundet.index + 1
  }
}

/** What stands in a text where a number was taken out. */
export const CPR_MASKE = '[cpr-nummer]'

/**
 * `text` with everything that could be a personal number replaced, so that nobody's number is kept or shown in free text. Ten digits that
 * hold no possible date stand: telephone numbers, amounts, most case numbers.
 */
export function maskCpr(text: string): string {
  let maskeret = ''
  let taget = 0
  eachCpr(text, (fra, til) => {
    maskeret += text.slice(taget, fra) + CPR_MASKE
    taget = til
  })
  return taget === 0 ? text : maskeret + text.slice(taget)
}

/** The numbers that `maskCpr` takes out, each once. For looking up whose they are, and for nothing else. */
export function findCprNumre(text: string): readonly CprNummer[] {
  const numre = new Set<CprNummer>()
  eachCpr(text, (_fra, _til, cifre) => numre.add(cifre as CprNummer))
  return [...numre]
}
