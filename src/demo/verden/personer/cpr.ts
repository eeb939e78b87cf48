import { type CprNummer, parseCprNummer } from '#kernel'
import { type Dato, plusDage } from '../kalender.ts'
import type { Koen } from './person.ts'

/**
 * Unique numbers without remembering any: citizen number i gets the day of the year and the slot below that no other i gets, whatever
 * the year of birth. The day is written + 60, so that no real person can have the number (STIL, MedCom).
 */
const DAGE_I_AARET = 365
const PLADSER = 3000
/** Slots at the low end that generated citizens never get, for test persons made by hand. */
const RESERVERET = 10
const LEDIGE = PLADSER - RESERVERET

/** How many citizens can be made before numbers run out. */
export const MAX_BORGERE = DAGE_I_AARET * LEDIGE

/** The slots of a year of birth: with digit 7 from 0-3 to 1999, 4 and 9 from 1937 to 1999, 4-9 from 2000 to 2036 (cpr.dk). */
function loebenummer(aar: number, plads: number, koen: Koen): number {
  const lige = koen === 'mand' ? 1 : 0
  if (aar >= 2000) return 4000 + 2 * plads + lige
  if (plads < 2500) return 2 * plads + lige
  return 9000 + 2 * (plads - 2500) + lige
}

/** The fictive number of somebody born on `foedt`. Throws RangeError for a year or slot that has none. */
export function fiktivCpr(foedt: Dato, plads: number, koen: Koen): CprNummer {
  const aar = Number(foedt.slice(0, 4))
  const dag = Number(foedt.slice(8, 10)) + 60
  const cpr = parseCprNummer(
    `${dag}${foedt.slice(5, 7)}${foedt.slice(2, 4)}${String(loebenummer(aar, plads, koen)).padStart(4, '0')}`,
  )
  if (!cpr || plads >= PLADSER || aar < 1900 || aar > 2036 || (aar < 1937 && plads >= 2000))
    throw new RangeError(`No number for ${foedt} and slot ${plads}`)
  return cpr
}

/** Day of birth and number of citizen number `i`, who is `alder` whole years old on `idag`. Nobody is born on 29 February. */
export function foedselOgCpr(
  seed: number,
  i: number,
  alder: number,
  koen: Koen,
  idag: Dato,
): { readonly foedt: Dato; readonly cpr: CprNummer } {
  if (i >= MAX_BORGERE) throw new RangeError(`At most ${MAX_BORGERE} citizens can be made`)
  // 101 and 365 have no common factor, nor have 1777 and 2990: each i meets each pair of day and slot once.
  const dag = (i * 101 + Math.abs(seed)) % DAGE_I_AARET
  const plads = RESERVERET + ((Math.floor(i / DAGE_I_AARET) * 1777 + dag * 613 + Math.abs(seed) * 7) % LEDIGE)
  const maanedDag = plusDage('2001-01-01', dag).slice(4)
  const rund = Number(idag.slice(0, 4)) - alder
  const aar = maanedDag > idag.slice(4) ? rund - 1 : rund
  const foedt = `${plads >= 2000 ? Math.max(aar, 1937) : aar}${maanedDag}`
  return { foedt, cpr: fiktivCpr(foedt, plads, koen) }
}
