import type { CvrNummer, Uuid } from '#kernel'
import { afhaengighederAf, type GaeldendeObjekt, type Objekt } from './objekt.ts'

/** Whose something is, and where it belongs: its source, and the municipality that it is for; undefined where that cannot be told. */
export type Hjemsted = { readonly kilde: Uuid; readonly kommune: CvrNummer | undefined }

/** Somebody who has got something in a municipality. */
export type Sted = { readonly part: Uuid; readonly kommune: CvrNummer }

/** How things stand at one time: current objects, and which others each takes facts from. */
export type Stand = {
  readonly opslag: (id: Uuid) => GaeldendeObjekt | undefined
  readonly foraeldre: ReadonlyMap<Uuid, readonly Uuid[]>
}

/**
 * The municipality that an object is for: its own, else that of what it stands on, else of what that stands on, as a payment's is its grant's
 * case's. The first by number where they differ, so that the order of deliveries cannot show.
 */
export function findKommune(objekt: Objekt, stand: Stand): CvrNummer | undefined {
  if (objekt.kommune !== undefined) return objekt.kommune
  const naer = paaOf(objekt, stand)
  const [naermest] = kommunerOf(naer)
  return naermest ?? kommunerOf(naer.flatMap((led) => paaOf(led, stand)))[0]
}

const paaOf = (objekt: Objekt, { opslag, foraeldre }: Stand): Objekt[] => {
  const egne = afhaengighederAf(objekt).flatMap(({ af }) => (af === objekt.id ? [] : [af]))
  return [...egne, ...(foraeldre.get(objekt.id) ?? [])].flatMap((id) => opslag(id)?.objekt ?? [])
}

const kommunerOf = (objekter: readonly Objekt[]): CvrNummer[] => objekter.flatMap(({ kommune }) => kommune ?? []).sort()

/**
 * Where the objects that a change reaches belonged before it, and where those that it does not itself bring belong after it: a case that moves
 * takes its notes along, of other sources too. What is new stood nowhere. Without repetition.
 */
export function findBeroerte(
  naaede: Iterable<Uuid>,
  foer: Stand,
  efter: Stand,
  isNy: (id: Uuid) => boolean,
): readonly Hjemsted[] {
  const fundne = new Map<string, Hjemsted>()
  const add = ({ objekt, kilde }: GaeldendeObjekt, stand: Stand): void => {
    const kommune = findKommune(objekt, stand)
    fundne.set(`${kilde} ${kommune}`, { kilde, kommune })
  }
  for (const id of naaede) {
    const gammelt = foer.opslag(id)
    if (!gammelt) continue
    add(gammelt, foer)
    const nu = isNy(id) ? undefined : efter.opslag(id)
    if (nu) add(nu, efter)
  }
  return [...fundne.values()]
}
