import { type Uuid, uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import {
  findKanterTil,
  findObjektafvigelser,
  findRaekkeafvigelser,
  nyesteRegistreringer,
  type Objektafvigelse,
  type Raekkeafvigelse,
  type Raekkenoegle,
  type RegistreringRaekke,
} from './genopbyg.sql.ts'
import { findKommune, type Hjemsted, type Stand } from './hjemsted.ts'
import { type Afhaengighed, afhaengighederAf, type GaeldendeObjekt, type Objekt } from './objekt.ts'
import { type OverblikRaekke, projectObjekt } from './projektion.ts'

/** Opens a registration's sealed content and reads it. Throws where it cannot. */
export type Laes = (raekke: RegistreringRaekke) => Objekt

/** Some objects as the registrations alone say that they are, and what of the current state about them is otherwise. */
export type Billede = {
  /** With the parts that they should have rows for. */
  readonly objekter: ReadonlyMap<Uuid, GaeldendeObjekt>
  readonly raekker: readonly OverblikRaekke[]
  readonly stand: Stand
  readonly objektafvigelser: readonly Objektafvigelse[]
  readonly raekkeafvigelser: readonly Raekkeafvigelse[]
  /** Dependences of theirs that stand, and that neither end declares. */
  readonly loeseKanter: readonly Afhaengighed[]
}

/** What is known already besides what the tables tell. */
export type Viden = {
  /** Dependences that are declared and do not stand. */
  readonly manglende?: (id: Uuid) => readonly Uuid[]
  /** Rows of the objects that their own rows do not tell of. */
  readonly raekker?: readonly Raekkenoegle[]
}

/**
 * Reads objects from their registrations, with what they take facts from, and compares. Nothing is taken from the current state but which
 * cases may list a document: each that says so is asked itself.
 */
export async function readBillede(tx: Transaktion, laes: Laes, ider: readonly Uuid[], viden: Viden = {}): Promise<Billede> {
  const fundne = await tx.run(findKanterTil(ider))
  const sande = new Map<Uuid, GaeldendeObjekt>()
  const load = createLoad(tx, laes, sande)
  const mulige = [...fundne, ...ider.flatMap((objekt) => (viden.manglende?.(objekt) ?? []).map((af) => ({ af, objekt })))]
  await load([...ider, ...mulige.map((kant) => kant.af)])
  const egne = ider.flatMap((id) => upward(sande, id))
  await load(egne.map((kant) => kant.af))
  // The longest chain is payment, grant, case.
  await load(egne.flatMap((kant) => upward(sande, kant.af)).map((kant) => kant.af))
  const erklaeret = (kant: Afhaengighed) => isErklaeret(sande, kant)
  const stand = toStand(sande, [...mulige.filter(erklaeret), ...egne])
  const raekker: OverblikRaekke[] = []
  const objekter = new Map<Uuid, GaeldendeObjekt>()
  for (const id of ider) {
    const gaeldende = sande.get(id)
    if (!gaeldende) continue
    const dens = projectObjekt(gaeldende, stand.opslag, stand.foraeldre.get(id) ?? [])
    for (const raekke of dens) raekker.push(raekke)
    objekter.set(id, { ...gaeldende, raekker: dens.map((raekke) => raekke.part) })
  }
  const [objektafvigelser, raekkeafvigelser] = await Promise.all([
    tx.run(findObjektafvigelser(ider, [...objekter.values()])),
    tx.run(findRaekkeafvigelser(ider, raekker, viden.raekker ?? [])),
  ])
  const loeseKanter = fundne.filter((kant) => !erklaeret(kant))
  return { objekter, raekker, stand, objektafvigelser, raekkeafvigelser, loeseKanter }
}

/** The objects as their newest registrations say that they are, without what follows from it. */
export async function readSande(tx: Transaktion, laes: Laes, ider: readonly Uuid[]): Promise<ReadonlyMap<Uuid, GaeldendeObjekt>> {
  const sande = new Map<Uuid, GaeldendeObjekt>()
  await createLoad(tx, laes, sande)(ider)
  return sande
}

function createLoad(tx: Transaktion, laes: Laes, sande: Map<Uuid, GaeldendeObjekt>) {
  const set = new Set<Uuid>()
  return async (ider: readonly Uuid[]): Promise<void> => {
    const nye = [...new Set(ider)].filter((id) => !set.has(id))
    if (nye.length === 0) return
    for (const id of nye) set.add(id)
    for (const raekke of await tx.run(nyesteRegistreringer(nye))) {
      const { objekt: id, indhold: _, ...resten } = raekke
      sande.set(id, { ...resten, objekt: laes(raekke), raekker: [] })
    }
  }
}

/** What an object itself says that it takes facts from. */
const upward = (sande: ReadonlyMap<Uuid, GaeldendeObjekt>, id: Uuid): Afhaengighed[] => {
  const fundet = sande.get(id)
  return fundet ? afhaengighederAf(fundet.objekt).filter((kant) => kant.objekt === id) : []
}

const isErklaeret = (sande: ReadonlyMap<Uuid, GaeldendeObjekt>, { af, objekt }: Afhaengighed): boolean =>
  [af, objekt].some((id) => {
    const ende = sande.get(id)
    return ende !== undefined && afhaengighederAf(ende.objekt).some((kant) => kant.af === af && kant.objekt === objekt)
  })

function toStand(sande: ReadonlyMap<Uuid, GaeldendeObjekt>, kanter: readonly Afhaengighed[]): Stand {
  const foraeldre = new Map<Uuid, Set<Uuid>>()
  for (const { af, objekt } of kanter) foraeldre.set(objekt, (foraeldre.get(objekt) ?? new Set()).add(af))
  return { opslag: (id) => sande.get(id), foraeldre: new Map([...foraeldre].map(([id, alle]) => [id, [...alle]])) }
}

/** Where something that was not as it should be stands, and where it should. */
export function hjemstederFor({ objekter, stand, ...fundne }: Billede, id: Uuid): Hjemsted[] {
  const ret = objekter.get(id)
  const steder = [
    ...fundne.objektafvigelser.filter((led) => led.id === id),
    ...fundne.raekkeafvigelser.filter((led) => led.item === id),
  ].flatMap(({ kilde, kommune }) => (kilde ? [{ kilde, kommune: (kommune ?? undefined) as Hjemsted['kommune'] }] : []))
  return ret ? [{ kilde: ret.kilde, kommune: findKommune(ret.objekt, stand) }, ...steder] : steder
}

export const FOER_ALLE = uuid('00000000-0000-0000-0000-000000000000')
