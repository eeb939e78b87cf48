import type { Regelbrud } from './regelbrud.ts'

/**
 * Rules that are new or sharper, by number, with the day (YYYY-MM-DD, Danish) from which they refuse. Until then what breaks them alone is
 * taken in, and the receipt warns: a vendor has time to follow, and no citizen loses sight of something meanwhile.
 */
export const VARSLEDE: ReadonlyMap<string, string> = new Map<string, string>()

/** What refuses on `dag`, and what only warns. A line that is refused is told both. Pure. */
export function skelVarsler(
  brud: readonly Regelbrud[],
  varslede: ReadonlyMap<string, string>,
  dag: string,
): { readonly brud: readonly Regelbrud[]; readonly varsler: readonly Regelbrud[] } {
  const varsler = brud.filter(({ regel }) => (varslede.get(regel) ?? '') > dag)
  return varsler.length === brud.length ? { brud: [], varsler } : { brud, varsler: [] }
}

/** True where every breach is of a rule with a day of its own: whoever knows the day decides. */
export const isKunVarslet = (brud: readonly Regelbrud[], varslede: ReadonlyMap<string, string>): boolean =>
  brud.every(({ regel }) => varslede.has(regel))
