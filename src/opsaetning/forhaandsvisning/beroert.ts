import type { CvrNummer, Tidspunkt } from '#kernel'
import type { KleKonfiguration, Opsaetning } from '#visning'

/** More than these are looked for by hovedgruppe: the test of a row takes longer with each. */
const HOEJST = 24

/**
 * The KLE prefixes that a change of configuration can be felt under, at an instant: where what is in force for a prefix differs. Whatever
 * decides for a number is in force for one of its prefixes, so a number under none of these is decided as before. None: nothing changes.
 */
export function changedPraefikser(foer: Opsaetning, efter: Opsaetning, kommune: CvrNummer, tid: Tidspunkt): readonly string[] {
  const nu = byKle(foer.gaeldendeFor(kommune, tid))
  const nye = byKle(efter.gaeldendeFor(kommune, tid))
  const aendrede = [...new Set([...nu.keys(), ...nye.keys()])].filter((kle) => nu.get(kle) !== nye.get(kle))
  const yderste = withoutUnder(aendrede)
  return yderste.length <= HOEJST ? yderste : withoutUnder(yderste.map((kle) => kle.slice(0, 2)))
}

/** What each prefix has, without when it came into force: that alone changes nothing. */
const byKle = (gaeldende: readonly KleKonfiguration[]): ReadonlyMap<string, string> =>
  new Map(gaeldende.map(({ gaelderFra: _, ...indhold }) => [indhold.kle, JSON.stringify(indhold, Object.keys(indhold).sort())]))

/** In order, without those that another one covers. */
function withoutUnder(praefikser: readonly string[]): readonly string[] {
  const yderste: string[] = []
  for (const kle of [...new Set(praefikser)].sort()) if (!kle.startsWith(yderste.at(-1) ?? '-')) yderste.push(kle)
  return yderste
}
