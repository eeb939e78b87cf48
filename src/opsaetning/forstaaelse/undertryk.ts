/** Below this many, a number could be somebody. */
const MINDST = 5

/** 'faa': too few have answered for anything to be said. 'skaevt': enough have, but too few of them on one side to tell how they divide. */
export type Svartal =
  | { readonly slags: 'tal'; readonly ja: number; readonly nej: number }
  | { readonly slags: 'skaevt' }
  | { readonly slags: 'faa' }

/**
 * What may be told of answers. Each of the two counts is none or at least five; the sum of them is told only with both, since it would
 * tell the one that is left out. Nobody on one side is no small count, and is told.
 */
export function suppress({ ja, nej }: { readonly ja: number; readonly nej: number }): Svartal {
  if (ja + nej < MINDST) return { slags: 'faa' }
  const lille = (tal: number): boolean => tal > 0 && tal < MINDST
  return lille(ja) || lille(nej) ? { slags: 'skaevt' } : { slags: 'tal', ja, nej }
}
