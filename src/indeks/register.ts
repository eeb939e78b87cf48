import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Transaktion, untilSent } from '#platform/database'
import { findGravsten } from './fjern.sql.ts'
import { findKommune, type Hjemsted, type Sted } from './hjemsted.ts'
import { findRegistreringer, insertRegistreringer } from './indeks.sql.ts'
import type { GaeldendeObjekt, NyRegistrering, Objekt } from './objekt.ts'
import { lockRegion, type Region } from './region.ts'
import { toStand, workOut, writeFoelger } from './reproject.ts'

/** 'aendret': kept and now current. 'historik': kept, but a newer one is current. 'uaendret': was kept already. Else the rule it broke. */
export type Registreringsudfald = 'aendret' | 'historik' | 'uaendret' | 'IND-002' | 'IND-004' | 'IND-005' | 'IND-006' | 'IND-023'

/** Outcomes that are known, and the writing of them, which goes on: nothing may be said of an outcome before `skrevet` is waited for. */
export type Registrering = {
  readonly udfald: readonly Registreringsudfald[]
  /** The municipality that each registration is for, as far as it can be told. */
  readonly kommuner: readonly (CvrNummer | undefined)[]
  /** Where what was there already, and was changed by this, belonged before and belongs now: other sources' too. */
  readonly beroerte: readonly Hjemsted[]
  /** Who has got something in a municipality where they may have had nothing. */
  readonly steder: readonly Sted[]
  readonly skrevet: Promise<unknown>
}

/**
 * Keeps registrations, makes the newest of each object current, and projects what follows from them, in the caller's transaction.
 * The end state depends on the set of registrations alone, never on their order. Answers one outcome each, in the order given, when all is on
 * its way to the database: what else stands on the outcomes can be made meanwhile. `maaErstatte`: may the sender replace what is there already
 * (IND-005), which stands on `grundlag`?
 */
export async function register(
  tx: Transaktion,
  nye: readonly NyRegistrering[],
  maaErstatte: (nu: GaeldendeObjekt, grundlag: readonly Objekt[]) => boolean = () => true,
): Promise<Registrering> {
  if (nye.length === 0) return { udfald: [], kommuner: [], beroerte: [], steder: [], skrevet: Promise.resolve() }
  const region = await lockRegion(
    tx,
    nye.map((ny) => ny.objekt),
  )
  const [fjernede, kendte] = await Promise.all([findFjernede(tx, nye, region.objekter), findKendte(tx, nye, region.objekter)])
  const laaste = findLaaste(nye, region, maaErstatte)
  const { udfald, gemmes, efter } = settle(nye, region, kendte, { fjernede, laaste })
  const registreret = gemmes.length > 0 && tx.run(insertRegistreringer(gemmes, region.tid))
  // The database keeps them while what follows from them is worked out.
  await untilSent()
  const foelger = efter.size > 0 ? workOut(region, efter) : undefined
  const skrevet = Promise.all([registreret, foelger && writeFoelger(tx, foelger)])
  // What goes wrong is told to whoever waits for it.
  skrevet.catch(() => undefined)
  const stand = foelger?.stand ?? toStand(region)
  const { beroerte = [], steder = [] } = foelger ?? {}
  return { udfald, kommuner: nye.map((ny) => findKommune(ny.objekt, stand)), beroerte, steder, skrevet }
}

/** The hashes kept at the same (object, Tidspunkt). An object that has no current state has no registration either. */
async function findKendte(tx: Transaktion, nye: readonly NyRegistrering[], foer: ReadonlyMap<Uuid, GaeldendeObjekt>) {
  const mulige = nye.filter((ny) => foer.has(ny.objekt.id))
  if (mulige.length === 0) return new Map<string, string>()
  const ider = mulige.map((ny) => ny.objekt.id)
  const tider = mulige.map((ny) => ny.tidspunkt)
  const kendte = await tx.run(findRegistreringer(ider, tider))
  return new Map(kendte.map((led) => [noegle(led.objekt_id, led.tidspunkt), led.hash]))
}

/** The masters of those that have been deleted. What has a current state has not been. */
async function findFjernede(tx: Transaktion, nye: readonly NyRegistrering[], foer: ReadonlyMap<Uuid, GaeldendeObjekt>) {
  const mulige = nye.flatMap(({ objekt: { id } }) => (foer.has(id) ? [] : [id]))
  const fundne = mulige.length > 0 ? await tx.run(findGravsten(mulige)) : []
  return new Map(fundne.map((led) => [led.id, led.master]))
}

/** Those that the sender may not replace. */
function findLaaste(
  nye: readonly NyRegistrering[],
  { objekter, kanter }: Region,
  maaErstatte: (nu: GaeldendeObjekt, grundlag: readonly Objekt[]) => boolean,
): ReadonlySet<Uuid> {
  const kendte = [...new Set(nye.map((ny) => ny.objekt.id))].flatMap((id) => objekter.get(id) ?? [])
  if (kendte.length === 0) return new Set()
  const paa = Map.groupBy(kanter, (kant) => kant.objekt)
  const grundlagFor = (id: Uuid) => (paa.get(id) ?? []).flatMap(({ af }) => objekter.get(af)?.objekt ?? [])
  return new Set(kendte.filter((nu) => !maaErstatte(nu, grundlagFor(nu.objekt.id))).map(({ objekt }) => objekt.id))
}

const noegle = (id: Uuid, tidspunkt: Tidspunkt) => `${id} ${tidspunkt}`

/** An object is its Master's, of one kind for good, and once: what has been deleted does not come back. */
function findIdentitetsbrud(ny: NyRegistrering, nu: GaeldendeObjekt | undefined, fjernetsMaster: Uuid | undefined) {
  const master = nu?.master ?? fjernetsMaster
  if (master !== undefined && master !== ny.master) return 'IND-004'
  if (nu && nu.art !== ny.objekt.art) return 'IND-006'
  return fjernetsMaster === undefined ? undefined : 'IND-023'
}

/** Decides each registration against what is kept and against those before it in the same batch. Pure. */
function settle(
  nye: readonly NyRegistrering[],
  { objekter: foer, tid: modtaget }: Region,
  kendte: Map<string, string>,
  { fjernede, laaste }: { readonly fjernede: ReadonlyMap<Uuid, Uuid>; readonly laaste: ReadonlySet<Uuid> },
) {
  const efter = new Map<Uuid, GaeldendeObjekt>()
  const gemmes: NyRegistrering[] = []
  const udfald = nye.map((ny): Registreringsudfald => {
    const { id, art } = ny.objekt
    const nu = efter.get(id) ?? foer.get(id)
    const brud = findIdentitetsbrud(ny, nu, fjernede.get(id))
    if (brud) return brud
    if (laaste.has(id)) return 'IND-005'
    const kendt = kendte.get(noegle(id, ny.tidspunkt))
    if (kendt !== undefined) return kendt === ny.hash ? 'uaendret' : 'IND-002'
    kendte.set(noegle(id, ny.tidspunkt), ny.hash)
    gemmes.push(ny)
    if (nu && nu.tidspunkt > ny.tidspunkt) return 'historik'
    const { objekt, master, kilde, tidspunkt, hash } = ny
    const foerstModtaget = nu?.foerstModtaget ?? modtaget
    efter.set(id, { objekt, art, master, kilde, tidspunkt, hash, modtaget, foerstModtaget, raekker: nu?.raekker ?? [] })
    return 'aendret'
  })
  return { udfald, gemmes, efter }
}
