import type { ElementKilde } from '#modtagelse'
import type { Forloeb } from '../forloeb.ts'
import type { Dato } from '../kalender.ts'
import { createBevilling, listBevilgede } from './bevilling.ts'
import { createDokument, listPapirer } from './dokument.ts'
import { createEffektueringer } from './effektuering.ts'
import { createAftaler, createNotater } from './notat-og-aftale.ts'
import { createSag } from './sag.ts'
import { createTidslinje } from './tidslinje.ts'

/** Everything the source delivers of one matter, the case first. */
export function* udfold(forloeb: Forloeb, idag: Dato): Generator<ElementKilde> {
  const linje = createTidslinje(forloeb, idag)
  const papirer = listPapirer(forloeb, linje)
  yield createSag(forloeb, linje, papirer)
  for (const papir of papirer) yield createDokument(forloeb, linje, papir)
  yield* createNotater(forloeb, linje)
  const bevilgede = listBevilgede(forloeb, linje)
  const bevilling = createBevilling(forloeb, linje, bevilgede)
  if (bevilling) yield bevilling
  yield* createEffektueringer(forloeb, linje, bevilgede)
  yield* createAftaler(forloeb, linje)
}
