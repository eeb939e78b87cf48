import type { Virkning } from '#kernel'

/** Half-open times as sets: what two of them share, and what is left of one without others. */

/** The part of `a` that lies in `b`, or undefined where they share no instant. */
export function intersect(a: Virkning, b: Virkning): Virkning | undefined {
  const fra = a.fra > b.fra ? a.fra : b.fra
  const til = a.til === null || (b.til !== null && b.til < a.til) ? b.til : a.til
  return til !== null && til <= fra ? undefined : { fra, til }
}

/** The times of `andre` as few, apart and in order. */
export function merge(andre: readonly Virkning[]): Virkning[] {
  const samlet: Virkning[] = []
  for (const naeste of [...andre].sort((a, b) => (a.fra < b.fra ? -1 : a.fra > b.fra ? 1 : 0))) {
    const sidste = samlet.at(-1)
    if (!sidste || (sidste.til !== null && sidste.til < naeste.fra)) samlet.push(naeste)
    else if (sidste.til !== null && (naeste.til === null || naeste.til > sidste.til))
      samlet[samlet.length - 1] = { fra: sidste.fra, til: naeste.til }
  }
  return samlet
}

/** The parts of `virkning` that lie in one of `andre`. */
export const within = (virkning: Virkning, andre: readonly Virkning[]): Virkning[] =>
  merge(andre).flatMap((anden) => intersect(virkning, anden) ?? [])

/** The parts of `virkning` that lie in none of `andre`. */
export function outside(virkning: Virkning, andre: readonly Virkning[]): Virkning[] {
  const rest: Virkning[] = []
  let fra = virkning.fra
  for (const anden of within(virkning, andre)) {
    if (fra < anden.fra) rest.push({ fra, til: anden.fra })
    if (anden.til === null) return rest
    fra = anden.til
  }
  if (virkning.til === null || fra < virkning.til) rest.push({ fra, til: virkning.til })
  return rest
}
