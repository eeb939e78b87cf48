import type { LaestTekst } from './laes-tekst.ts'

/** Above this a text reads as law does (C. H. Björnsson, Läsbarhet, 1968: 45-54 heavy, 55 and more very heavy). */
export const LIX_GRAENSE = 50
/** Fewer words tell nothing. */
const MINDST = 30

/** Words a sentence, and the percentage of words with more than six letters; undefined for a text too short to measure. */
export function lix(laest: LaestTekst): number | undefined {
  const ord = laest.led.filter((led) => led.cifre === undefined)
  if (ord.length < MINDST) return undefined
  const lange = ord.filter((led) => led.tekst.length > 6).length
  const punktummer = laest.mellem.filter((mellem) => /[.:!?]\s|\n/.test(mellem)).length + 1
  return Math.round(ord.length / punktummer + (lange * 100) / ord.length)
}
