export type Letlaesning = 'megetLet' | 'let' | 'middel' | 'svaer' | 'megetSvaer'
export type Lix = { readonly tal: number; readonly letlaesning: Letlaesning; readonly langeOrd: readonly string[] }

/** A word of more than six letters is long. Source: Björnsson, Läsbarhet (1968), as LIX is used for Danish. */
const LANGT = 6
/** Words that are worth replacing are longer than those that LIX counts. */
const MEGET_LANGT = 12
const GRAENSER: readonly (readonly [fra: number, Letlaesning])[] = [
  [55, 'megetSvaer'],
  [45, 'svaer'],
  [35, 'middel'],
  [25, 'let'],
]

/**
 * How hard a text is to read: words to a sentence, and how many of a hundred words are long. On a few words it is a hint and no measure.
 * Undefined where there are no words.
 */
export function lix(tekst: string): Lix | undefined {
  const ord = tekst.match(/\p{L}[\p{L}\p{M}\d'’-]*/gu) ?? []
  if (ord.length === 0) return undefined
  const bogstaver = (et: string): number => [...et.replace(/[^\p{L}]/gu, '')].length
  // A full stop within a number or an abbreviation ends no sentence: one must be followed by a space or the end.
  const saetninger = Math.max(1, (tekst.trim().match(/[.!?:]+(?=\s|$)/g) ?? []).length)
  const lange = ord.filter((et) => bogstaver(et) > LANGT)
  const tal = Math.round(ord.length / saetninger + (100 * lange.length) / ord.length)
  return {
    tal,
    letlaesning: GRAENSER.find(([fra]) => tal >= fra)?.[1] ?? 'megetLet',
    langeOrd: [...new Set(ord.filter((et) => bogstaver(et) > MEGET_LANGT))],
  }
}
