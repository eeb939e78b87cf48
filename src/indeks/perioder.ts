import type { Virkning } from '#kernel'

/** Half-open times as sets: what two of them share, and what of one lies in others. */

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
