import type { Periode } from '#indeks'
import type { Tidspunkt } from '#kernel'

/** The element that holds at the instant; else the newest that began before it; else the first. Undefined only of nothing. */
export function vedTid<T>(perioder: readonly Periode<T>[], tid: Tidspunkt): Periode<T> | undefined {
  let bedste: Periode<T> | undefined
  for (const periode of perioder) {
    if (periode.virkning.fra > tid) continue
    const gaelder = periode.virkning.til === null || tid < periode.virkning.til
    if (gaelder) return periode
    if (!bedste || periode.virkning.fra > bedste.virkning.fra) bedste = periode
  }
  return bedste ?? perioder[0]
}
