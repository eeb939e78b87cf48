import type { Uuid } from '#kernel'
import type { Operation } from './typer.ts'

type Led = { readonly operation: Operation; readonly id: Uuid }

/**
 * A batch in steps that are written one after the other, each of lines with the same operation. Lines on the same object keep their order,
 * and nothing passes a deletion, which takes other objects with it; beyond that lines on different objects may change places, since the end
 * state is the same. So a batch of imports is one step, and one of changes of different objects is one. Pure.
 */
export function toTrin<T extends Led>(linjer: readonly T[]): readonly (readonly T[])[] {
  const trin: T[][] = []
  let vindue: T[][] = []
  let runder = new Map<Uuid, number>()
  for (const linje of linjer) {
    if (linje.operation === 'fjern') {
      trin.push(...vindue, [linje])
      vindue = []
      runder = new Map()
      continue
    }
    const runde = nextRunde(runder.get(linje.id), linje.operation)
    runder.set(linje.id, runde)
    while (vindue.length <= runde) vindue.push([])
    vindue[runde]?.push(linje)
  }
  return [...trin, ...vindue].filter((led) => led.length > 0)
}

/** Imports in the even rounds, changes in the odd; an object is imported any number of times in one, and changed once. */
function nextRunde(foer: number | undefined, operation: Operation): number {
  const lige = operation === 'importer'
  if (foer === undefined) return lige ? 0 : 1
  if (lige) return foer % 2 === 0 ? foer : foer + 1
  return foer % 2 === 0 ? foer + 1 : foer + 2
}
