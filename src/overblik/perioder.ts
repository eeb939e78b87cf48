import type { Periode } from '#indeks'
import { gaeldende, type Tidspunkt } from '#kernel'

/** The element that holds at the instant; undefined where none does. */
export const gaeldendeVed = <T>(perioder: readonly Periode<T>[], tid: Tidspunkt): Periode<T> | undefined =>
  gaeldende(perioder, tid)[0]

/** The element that holds at the instant; else the newest that began before it. Never one that is still to come: it may tell of a decision. */
export function vedTid<T>(perioder: readonly Periode<T>[], tid: Tidspunkt): Periode<T> | undefined {
  const begyndte = perioder.filter(({ virkning }) => virkning.fra <= tid)
  return gaeldendeVed(begyndte, tid) ?? begyndte.toSorted((a, b) => (a.virkning.fra < b.virkning.fra ? 1 : -1))[0]
}
