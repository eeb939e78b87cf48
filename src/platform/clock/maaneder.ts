import { type Tidspunkt, tidspunkt } from '#kernel'

/** So many months before, by the calendar; the 31st of a month that has none is its last day. */
export function minusMaaneder(nu: Tidspunkt, maaneder: number): Tidspunkt {
  const dag = new Date(nu)
  const dagen = dag.getUTCDate()
  dag.setUTCDate(1)
  dag.setUTCMonth(dag.getUTCMonth() - maaneder)
  const sidste = new Date(Date.UTC(dag.getUTCFullYear(), dag.getUTCMonth() + 1, 0)).getUTCDate()
  dag.setUTCDate(Math.min(dagen, sidste))
  return tidspunkt(dag)
}
