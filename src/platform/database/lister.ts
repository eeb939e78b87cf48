import type { Parameter } from './types.ts'

/** What stands in an array's text without quotes: ids, hashes, numbers, instants. Blanks, commas, quotes, braces and nothing at all do not. */
const UDEN_ANFOERSEL = /^[0-9A-Za-z:.+_-]+$/
const INTET = /^null$/i

/**
 * A list as the text of an array. The driver writes one element by element and looks for what is to be escaped in each twice: measured, an
 * eighth of all memory that an intake takes. A list with bytes in it is left to the driver: undefined.
 */
function toListetekst(liste: readonly unknown[]): string | undefined {
  const dele: string[] = []
  for (const led of liste) {
    if (led === null || led === undefined) dele.push('NULL')
    else if (typeof led === 'string') dele.push(UDEN_ANFOERSEL.test(led) && !INTET.test(led) ? led : quote(led))
    else if (typeof led === 'number' || typeof led === 'boolean') dele.push(String(led))
    else return undefined
  }
  return `{${dele.join(',')}}`
}

const quote = (tekst: string): string => `"${/["\\]/.test(tekst) ? tekst.replaceAll(/["\\]/g, '\\$&') : tekst}"`

/** A statement's values as the driver takes them. */
export const toVaerdier = (values: readonly Parameter[]): unknown[] =>
  values.map((vaerdi) => (Array.isArray(vaerdi) ? (toListetekst(vaerdi) ?? vaerdi) : vaerdi))
