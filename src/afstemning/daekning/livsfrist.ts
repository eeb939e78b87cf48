import type { Tidspunkt, Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { findFrist, type Rytme } from '../rytme/index.ts'

/** How sources give signs of life, as far as it has been learned. */
export type Rytmer = ReadonlyMap<Uuid, Rytme>

/** A rhythm is learned anew by the hour, and the same question is asked of it at each reading of coverage. */
const kendte = new WeakMap<object, Map<string, Tidspunkt>>()
/** What is promised, where nothing is learned. */
const UDEN_RYTME = {}
const HOEJST_KENDTE = 10_000

/**
 * Until when a source that was last heard at `senest` may be silent, by what it has promised and what has been learned of it. Undefined where there
 * is nothing but the agreement to go by.
 */
export function findLivsfrist(
  kilde: Kilde,
  rytme: Rytme,
  senest: Tidspunkt | undefined,
  lovet: Tidspunkt | undefined,
): Tidspunkt | undefined {
  if (senest === undefined || (rytme === undefined && lovet === undefined)) return undefined
  const egne = kendte.get(rytme ?? UDEN_RYTME) ?? new Map<string, Tidspunkt>()
  kendte.set(rytme ?? UDEN_RYTME, egne)
  const hvad = `${kilde.rytmeTimer} ${senest} ${lovet}`
  const kendt = egne.get(hvad)
  if (kendt) return kendt
  if (egne.size >= HOEJST_KENDTE) egne.clear()
  const frist = findFrist({ rytme, aftaltTimer: kilde.rytmeTimer, senest, lovet })?.frist
  if (frist) egne.set(hvad, frist)
  return frist
}
