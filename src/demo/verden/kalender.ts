import type { Tidspunkt } from '#kernel'

/** Days as YYYY-MM-DD, so that text order is time order. */
export type Dato = string

const DOEGN = 86_400_000

const toMs = (dato: Dato): number => Date.UTC(Number(dato.slice(0, 4)), Number(dato.slice(5, 7)) - 1, Number(dato.slice(8, 10)))
const fromMs = (ms: number): Dato => new Date(ms).toISOString().slice(0, 10)

export const plusDage = (dato: Dato, dage: number): Dato => fromMs(toMs(dato) + Math.round(dage) * DOEGN)
export const dageMellem = (fra: Dato, til: Dato): number => Math.round((toMs(til) - toMs(fra)) / DOEGN)

/** The same day `maaneder` later, or the last of that month where the day does not exist. */
export function plusMaaneder(dato: Dato, maaneder: number): Dato {
  const aar = Number(dato.slice(0, 4))
  const maaned = Number(dato.slice(5, 7)) - 1 + maaneder
  const sidste = new Date(Date.UTC(aar, maaned + 1, 0)).getUTCDate()
  return fromMs(Date.UTC(aar, maaned, Math.min(Number(dato.slice(8, 10)), sidste)))
}

export const foersteIMaaneden = (dato: Dato): Dato => `${dato.slice(0, 7)}-01`
export const sidsteIMaaneden = (dato: Dato): Dato => plusDage(plusMaaneder(foersteIMaaneden(dato), 1), -1)

/** Easter Sunday (Gauss, in the form of Meeus/Jones/Butcher). */
function paaskedag(aar: number): Dato {
  const a = aar % 19
  const b = Math.floor(aar / 100)
  const c = aar % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return fromMs(Date.UTC(aar, Math.floor(f / 31) - 1, (f % 31) + 1))
}

const lukkedage = new Map<number, ReadonlySet<Dato>>()

/** Days on which Danish banks are closed, weekends apart: holidays, the day after Ascension, Constitution Day, Christmas Eve, New Year's Eve. */
function bankLukkedage(aar: number): ReadonlySet<Dato> {
  const kendt = lukkedage.get(aar)
  if (kendt) return kendt
  const paaske = paaskedag(aar)
  const dage = new Set([
    ...[-3, -2, 1, 39, 40, 50].map((dag) => plusDage(paaske, dag)),
    ...['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'].map((dag) => `${aar}-${dag}`),
  ])
  lukkedage.set(aar, dage)
  return dage
}

export function isBankdag(dato: Dato): boolean {
  const ugedag = new Date(toMs(dato)).getUTCDay()
  return ugedag !== 0 && ugedag !== 6 && !bankLukkedage(Number(dato.slice(0, 4))).has(dato)
}

/** The last banking day of the month of `dato`. */
export function sidsteBankdag(dato: Dato): Dato {
  let dag = sidsteIMaaneden(dato)
  while (!isBankdag(dag)) dag = plusDage(dag, -1)
  return dag
}

/** `dato` itself, or the first banking day after it. */
export function bankdagFra(dato: Dato): Dato {
  let dag = dato
  while (!isBankdag(dag)) dag = plusDage(dag, 1)
  return dag
}

/** An instant in office hours: UTC hours 7-13 are the same day in Copenhagen, summer and winter. */
export function iKontortid(dato: Dato, minutter: number): Tidspunkt {
  const minut = 7 * 60 + (((minutter % 400) + 400) % 400)
  return `${dato}T${String(Math.floor(minut / 60)).padStart(2, '0')}:${String(minut % 60).padStart(2, '0')}:00.000Z` as Tidspunkt
}

const MAANEDER = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
]

/** As written in a letter: "14. oktober 2026". */
export const skrivDato = (dato: Dato): string =>
  `${Number(dato.slice(8, 10))}. ${MAANEDER[Number(dato.slice(5, 7)) - 1]} ${dato.slice(0, 4)}`
