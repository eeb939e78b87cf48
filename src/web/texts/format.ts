import type { Beloeb, Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import type { Sprog } from '../sprog.ts'

const MAANEDER: { readonly [S in Sprog]: readonly string[] } = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const UGEDAGE: { readonly [S in Sprog]: readonly string[] } = {
  da: 'søndag mandag tirsdag onsdag torsdag fredag lørdag'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}

// One formatter for the process: making one costs a hundred times a format.
const KLOKKE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' })

/** The day in Denmark, YYYY-MM-DD, of an instant; a day is returned as it is. */
export const dagFor = (dato: string): string => (dato.length === 10 ? dato : danskDag(dato as Tidspunkt))

/** `dage` days after (before, where negative) a day YYYY-MM-DD. */
export const dagEfter = (dag: string, dage: number): string =>
  new Date(Date.parse(`${dag}T12:00:00Z`) + dage * 86_400_000).toISOString().slice(0, 10)

/** Whole days from one day to another, YYYY-MM-DD. */
export const dageMellem = (fra: string, til: string): number =>
  Math.round((Date.parse(`${til}T12:00:00Z`) - Date.parse(`${fra}T12:00:00Z`)) / 86_400_000)

/** "14. oktober 2026"; "14 October 2026". Takes a day or an instant; the instant's day is the one in Denmark. */
export function formatDato(dato: string, sprog: Sprog): string {
  const [aar, maaned, dag] = dagFor(dato).split('-')
  const navn = MAANEDER[sprog][Number(maaned) - 1]
  return sprog === 'da' ? `${Number(dag)}. ${navn} ${aar}` : `${Number(dag)} ${navn} ${aar}`
}

/** "okt."; "Oct". For the small calendar leaf beside a deadline. */
export const formatMaanedKort = (dato: string, sprog: Sprog): string => {
  const navn = MAANEDER[sprog][Number(dagFor(dato).slice(5, 7)) - 1] ?? ''
  return navn.length > 4 ? `${navn.slice(0, 3)}${sprog === 'da' ? '.' : ''}` : navn
}

export const formatUgedag = (dato: string, sprog: Sprog): string =>
  UGEDAGE[sprog][new Date(`${dagFor(dato)}T12:00:00Z`).getUTCDay()] ?? ''

const NAERE: { readonly [S in Sprog]: { readonly [dage: number]: string } } = {
  da: { [-1]: 'i går', 0: 'i dag', 1: 'i morgen' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

/** "i dag", "i morgen", "i går", else the date. */
export const formatDag = (dato: string, sprog: Sprog, nu: Tidspunkt): string =>
  NAERE[sprog][dageMellem(dagFor(nu), dagFor(dato))] ?? formatDato(dato, sprog)

/** As formatDag, as part of a sentence: "den 14. oktober 2026", "i morgen"; "on 14 October 2026", "tomorrow". */
export const formatPaaDag = (dato: string, sprog: Sprog, nu: Tidspunkt): string =>
  NAERE[sprog][dageMellem(dagFor(nu), dagFor(dato))] ?? `${sprog === 'da' ? 'den' : 'on'} ${formatDato(dato, sprog)}`

/** "kl. 8.05"; "at 8:05". Danish time, whatever the machine's. */
export function formatKlokken(tid: string, sprog: Sprog): string {
  const [time, minut] = KLOKKE.format(new Date(tid)).split(':')
  return sprog === 'da' ? `kl. ${Number(time)}.${minut}` : `at ${Number(time)}:${minut}`
}

/** "i dag kl. 8.05", "14. oktober 2026 kl. 8.05". */
export const formatTid = (tid: Tidspunkt, sprog: Sprog, nu: Tidspunkt): string =>
  `${formatDag(tid, sprog, nu)} ${formatKlokken(tid, sprog)}`

const formatMaaned = (dag: string, sprog: Sprog): string => `${MAANEDER[sprog][Number(dag.slice(5, 7)) - 1]} ${dag.slice(0, 4)}`

/** "14. oktober 2026 til 3. november 2026", "oktober 2026" for a whole month, or with one end open. Undefined where both are. */
export function formatPeriode(fra: string | undefined, til: string | undefined, sprog: Sprog): string | undefined {
  const ord = sprog === 'da' ? { fra: 'fra', til: 'til' } : { fra: 'from', til: 'to' }
  if (fra && til && fra === `${til.slice(0, 7)}-01` && dagEfter(til, 1).endsWith('-01')) return formatMaaned(til, sprog)
  if (fra && til) return `${formatDato(fra, sprog)} ${ord.til} ${formatDato(til, sprog)}`
  if (fra) return `${ord.fra} ${formatDato(fra, sprog)}`
  if (til) return `${ord.til} ${formatDato(til, sprog)}`
  return undefined
}

/** "11.423,50 kr."; "DKK 11,423.50". Digits are moved, never counted with: no float, no rounding; at least two decimals. */
export function formatBeloeb(beloeb: Beloeb, sprog: Sprog): string {
  const fortegn = beloeb.startsWith('-') ? '\u2212' : ''
  const [hele = '0', dele = ''] = beloeb.replace('-', '').split('.')
  const [tusind, komma] = sprog === 'da' ? ['.', ','] : [',', '.']
  const tal = `${hele.replace(/\B(?=(\d{3})+$)/g, tusind)}${komma}${dele.padEnd(2, '0')}`
  return sprog === 'da' ? `${fortegn}${tal} kr.` : `${fortegn}DKK ${tal}`
}

/** "1 sag", "2 sager", "1.204 sager". */
export const antal = (n: number, en: string, flere: string, sprog: Sprog): string =>
  `${formatAntal(n, sprog)} ${n === 1 ? en : flere}`

export const formatAntal = (n: number, sprog: Sprog): string => String(n).replace(/\B(?=(\d{3})+$)/g, sprog === 'da' ? '.' : ',')

/** "a", "a og b", "a, b og c". */
export function formatListe(led: readonly string[], sprog: Sprog): string {
  if (led.length < 2) return led[0] ?? ''
  return `${led.slice(0, -1).join(', ')} ${sprog === 'da' ? 'og' : 'and'} ${led.at(-1)}`
}

export const stort = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)
