import type { Alarmregel } from '../alarm.ts'

/** Whatever one is used to, so many citizens in a day are looked into. */
export const HOEJST_PR_DAG = 120
/** So many in a day are never many, however few one is used to. */
export const ALTID_FAA = 25
const GANGE = 3

/** A day's bounds: what is never many, and what is many whatever one is used to. */
type Yderst = { readonly altidFaa: number; readonly hoejst: number }
const BORGERE: Yderst = { altidFaa: ALTID_FAA, hoejst: HOEJST_PR_DAG }
/** Two searches to each citizen who is found: a name is tried more than once. */
export const SOEGNINGER: Yderst = { altidFaa: 2 * ALTID_FAA, hoejst: 2 * HOEJST_PR_DAG }

/**
 * How many citizens the employee may visit in a day, or how many times search, before it is unusual: three times their own median of the days they worked
 * in the last 28, yet not below what is never many nor above the bound that holds for all.
 */
export const graenseFor = (dage: readonly number[], { altidFaa, hoejst }: Yderst = BORGERE): number =>
  Math.min(hoejst, Math.max(altidFaa, Math.ceil(GANGE * medianOf(dage))))

/** 0 of none. */
export function medianOf(dage: readonly number[]): number {
  const ordnet = [...dage].sort((a, b) => a - b)
  const midt = Math.floor(ordnet.length / 2)
  const hoej = ordnet[midt] ?? 0
  return ordnet.length % 2 === 1 ? hoej : ((ordnet[midt - 1] ?? 0) + hoej) / 2
}

/** Told by the visit that passes the bound, and each time as many again have been visited: not at every visit of a long day, nor when one comes back to somebody. */
export const maengdeRegel: Alarmregel = ({ vaner: { iDag, foer, tidligere } }) => {
  const graense = graenseFor(tidligere.map(({ borgere }) => borgere))
  const passeret = (borgere: number): number => Math.floor(Math.max(0, borgere - 1) / graense)
  return passeret(iDag) > passeret(foer) ? { art: 'maengde', alvor: 'koe', tal: iDag } : undefined
}
