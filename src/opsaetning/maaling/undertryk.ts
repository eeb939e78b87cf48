/** Below this many, a number could be somebody. */
export const MINDST = 5

/** 'faa': one to four, which is not told. */
export type Vist = number | 'faa'

/** A count of people as it may be told. Nobody is no small count. */
export const suppress = (antal: number): Vist => (antal > 0 && antal < MINDST ? 'faa' : antal)

/** A share in whole per cent of `alle`; not told where those in it, or those outside, are one to four. Undefined of nobody. */
export function suppressAndel(antal: number, alle: number): Vist | undefined {
  if (alle === 0) return undefined
  if (suppress(antal) === 'faa' || suppress(alle - antal) === 'faa') return 'faa'
  return Math.round((100 * antal) / alle)
}
