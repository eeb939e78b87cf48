import { parseOpslagsformaal } from '#kernel'
import { FORMAALSORD } from '#partsoverblik/formaal'
import type { Sprog } from '#web'

/** A purpose in words; one of another edition stays as it is. */
export function formaalsord(sprog: Sprog, formaal: string): string {
  const kendt = parseOpslagsformaal(formaal)
  return kendt ? FORMAALSORD[kendt][sprog].navn : formaal
}
