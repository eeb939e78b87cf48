import { maskCpr, parseDato } from '#kernel'

/** A form as it was sent: whatever a browser, or somebody in its place, may have put in. Every page that takes one reads it by these. */
export type Formular = Readonly<Record<string, unknown>>

const HOEJST_VAERDIER = 100
const HOEJST_TEGN = 4_000

/** All values of a field, trimmed and bounded; a form may name it once or several times. What is no text is left out. */
export function readVaerdier(formular: Formular, navn: string): readonly string[] {
  const vaerdi = Object.hasOwn(formular, navn) ? formular[navn] : undefined
  const liste: readonly unknown[] = Array.isArray(vaerdi) ? vaerdi : [vaerdi]
  return liste
    .slice(0, HOEJST_VAERDIER)
    .filter((en) => typeof en === 'string')
    .map((en) => en.trim().slice(0, HOEJST_TEGN))
}

/** The one value of a field; '' where there is none, or several: which of them was meant nobody knows. */
export function readFelt(formular: Formular, navn: string): string {
  const [vaerdi = '', ...flere] = readVaerdier(formular, navn)
  return flere.length > 0 ? '' : vaerdi
}

/** One line of ordinary text, without a number that could be a person's; undefined for anything else. */
export const parseLinje = (tekst: string, hoejst = 200): string | undefined =>
  tekst.length > 0 && tekst.length <= hoejst && !/\p{Cc}/u.test(tekst) && maskCpr(tekst) === tekst ? tekst : undefined

/** A day as YYYY-MM-DD, of that or of what people write: 01-03-2026, 1.3.2026. Undefined for what is no day. */
export function parseDag(tekst: string): string | undefined {
  const dansk = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(tekst)
  return parseDato(dansk ? `${dansk[3]}-${dansk[2]?.padStart(2, '0')}-${dansk[1]?.padStart(2, '0')}` : tekst)
}

/** Compared, not looked up: every object has a `constructor`. */
export const parseJaNej = (ord: string): boolean | undefined => (ord === 'ja' ? true : ord === 'nej' ? false : undefined)
