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
  const dato = new Date(Date.UTC(aar, maaned - 1, rigtigDag))
  const findes = rigtigDag > 0 && dato.getUTCMonth() === maaned - 1 && dato.getUTCDate() === rigtigDag
  return findes ? dato.toISOString().slice(0, 10) : undefined
}

/** Whole years from the date of birth to `dato` (both YYYY-MM-DD). A person born on 29 February grows older on 1 March. */
export function alder(foedt: string, dato: string): number {
  const aar = Number(dato.slice(0, 4)) - Number(foedt.slice(0, 4))
  return dato.slice(5) >= foedt.slice(5) ? aar : aar - 1
}

const CPR_I_TEKST = /(?<![\d\p{L}])(\d{6})[\s\u00a0\-–.]{0,2}(\d{4})(?!\d)/gu

/** `text` with everything that could be a personal number replaced, so that nobody's number is kept or shown in free text. */
export const maskCpr = (text: string): string =>
  text.replace(CPR_I_TEKST, (hel, dato: string, loebe: string) => (foedselsdato(dato + loebe) ? '[cpr-nummer]' : hel))
