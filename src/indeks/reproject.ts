import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { findBeroerte, findKommune, type Hjemsted, type Stand, type Sted } from './hjemsted.ts'
import {
  deleteAfhaengigheder,
  deleteOverblik,
  insertAfhaengigheder,
  setRaekker,
  upsertObjekter,
  upsertOverblik,
} from './indeks.sql.ts'
import { type Afhaengighed, afhaengighederAf, type GaeldendeObjekt } from './objekt.ts'
import { type OverblikRaekke, projectObjekt } from './projektion.ts'
import { descendants, type Region } from './region.ts'

/** What must be written where objects have new current states. */
export type Foelger = {
  /** The new states, with the parts that they have rows for. */
  readonly objekter: readonly GaeldendeObjekt[]
  /** Unchanged objects whose set of parts changed all the same. */
  readonly andreParter: readonly GaeldendeObjekt[]
  readonly raekker: readonly OverblikRaekke[]
  readonly forsvundne: readonly { readonly part: Uuid; readonly item: Uuid }[]
  readonly nyeKanter: readonly Afhaengighed[]
  readonly gamleKanter: readonly Afhaengighed[]
  /** How things stand afterwards. */
  readonly stand: Stand
  /** Where what was there already, and was reached, belonged before and belongs now. */
  readonly beroerte: readonly Hjemsted[]
  /** Who has got something where they may have had nothing, each once. */
  readonly steder: readonly Sted[]
}

const key = (kant: Afhaengighed): string => `${kant.af} ${kant.objekt}`

/** Everything that follows from new states of objects in a region, and from those that are gone, worked out without the database. Pure. */
export function workOut(
  region: Region,
  nye: ReadonlyMap<Uuid, GaeldendeObjekt>,
  fjernede: ReadonlySet<Uuid> = new Set(),
): Foelger {
  const efter = (id: Uuid) => (fjernede.has(id) ? undefined : (nye.get(id) ?? region.objekter.get(id)))
  const aendrede = [...nye.keys(), ...fjernede]
  const { kanter, nyeKanter, gamleKanter } = moveKanter(region, nye, aendrede, efter)
  const foraeldre = toForaeldre(kanter)
  const raekker: OverblikRaekke[] = []
  const forsvundne = [...fjernede].flatMap((id) => (region.objekter.get(id)?.raekker ?? []).map((part) => ({ part, item: id })))
  const objekter: GaeldendeObjekt[] = []
  const andreParter: GaeldendeObjekt[] = []
  // Documents that a case no longer lists change too, so the dependences that end are followed as well.
  const naaede = descendants(aendrede, [...kanter, ...gamleKanter])
  for (const id of naaede) {
    const gaeldende = efter(id)
    if (!gaeldende) continue
    const egne = projectObjekt(gaeldende, efter, foraeldre.get(id) ?? [])
    raekker.push(...egne)
    const parter = egne.map((raekke) => raekke.part)
    for (const part of gaeldende.raekker) if (!parter.includes(part)) forsvundne.push({ part, item: id })
    if (nye.has(id)) objekter.push({ ...gaeldende, raekker: parter })
    else if (parter.join() !== gaeldende.raekker.join()) andreParter.push({ ...gaeldende, raekker: parter })
  }
  const stand = { opslag: efter, foraeldre }
  const foer = toStand(region)
  const beroerte = findBeroerte(naaede, foer, stand, (id) => nye.has(id))
  const steder = findSteder(foer, raekker)
  return { objekter, andreParter, raekker, forsvundne, nyeKanter, gamleKanter, stand, beroerte, steder }
}

/** Of the rows that are new to their part, or have moved to another municipality. */
function findSteder(foer: Stand, raekker: readonly OverblikRaekke[]): readonly Sted[] {
  const steder = new Map<string, Sted>()
  for (const { part, item, kommune } of raekker) {
    const gammelt = foer.opslag(item)
    if (gammelt?.raekker.includes(part) && findKommune(gammelt.objekt, foer) === kommune) continue
    steder.set(`${part} ${kommune}`, { part, kommune })
  }
  return [...steder.values()]
}

/** How things stand in a region before it is changed. */
export const toStand = ({ objekter, kanter }: Region): Stand => ({
  opslag: (id) => objekter.get(id),
  foraeldre: toForaeldre(kanter),
})

/** What each object takes facts from. */
function toForaeldre(kanter: Iterable<Afhaengighed>): Map<Uuid, Uuid[]> {
  const foraeldre = new Map<Uuid, Uuid[]>()
  for (const { af, objekt } of kanter) foraeldre.set(objekt, [...(foraeldre.get(objekt) ?? []), af])
  return foraeldre
}

/** Brings the declared dependences to what the new states declare. */
function moveKanter(
  region: Region,
  nye: ReadonlyMap<Uuid, GaeldendeObjekt>,
  aendrede: readonly Uuid[],
  efter: (id: Uuid) => GaeldendeObjekt | undefined,
) {
  const kanter = new Map(region.kanter.map((kant) => [key(kant), kant]))
  const nyeKanter: Afhaengighed[] = []
  const gamleKanter: Afhaengighed[] = []
  for (const { objekt } of nye.values())
    for (const kant of afhaengighederAf(objekt))
      if (!kanter.has(key(kant))) {
        kanter.set(key(kant), kant)
        nyeKanter.push(kant)
      }
  for (const id of aendrede) {
    const foer = region.objekter.get(id)
    for (const kant of foer ? afhaengighederAf(foer.objekt) : []) {
      // Either end may declare it, as where a case files by id something that itself says which case it stands on.
      if (!kanter.has(key(kant)) || isDeclared(kant, efter)) continue
      kanter.delete(key(kant))
      gamleKanter.push(kant)
    }
  }
  return { kanter: [...kanter.values()], nyeKanter, gamleKanter }
}

const isDeclared = (kant: Afhaengighed, efter: (id: Uuid) => GaeldendeObjekt | undefined): boolean =>
  [efter(kant.af), efter(kant.objekt)].some(
    (ende) => ende && afhaengighederAf(ende.objekt).some((egen) => egen.af === kant.af && egen.objekt === kant.objekt),
  )

/** Writes what follows, each kind in one statement. */
export async function writeFoelger(tx: Transaktion, foelger: Foelger): Promise<void> {
  const { objekter, andreParter, raekker, forsvundne, nyeKanter, gamleKanter } = foelger
  await Promise.all([
    objekter.length > 0 && tx.run(upsertObjekter(objekter)),
    andreParter.length > 0 && tx.run(setRaekker(andreParter)),
    gamleKanter.length > 0 && tx.run(deleteAfhaengigheder(gamleKanter)),
    nyeKanter.length > 0 && tx.run(insertAfhaengigheder(nyeKanter)),
    forsvundne.length > 0 && tx.run(deleteOverblik(forsvundne)),
    raekker.length > 0 && tx.run(upsertOverblik(raekker)),
  ])
}
