import type { Tidspunkt, Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import {
  deleteAfhaengigheder,
  findObjekter,
  findRegistreringer,
  insertAfhaengigheder,
  insertRegistreringer,
  lockBuckets,
  toGaeldende,
  upsertObjekter,
} from './indeks.sql.ts'
import { toBuckets } from './laase.ts'
import { type Afhaengighed, afhaengighederAf, type GaeldendeObjekt, type Objekt } from './objekt.ts'
import { lockOphav, reproject } from './reproject.ts'

/** A registration that passed the rules: what it says, and what is kept of it. */
export type NyRegistrering = {
  readonly objekt: Objekt
  readonly tidspunkt: Tidspunkt
  readonly kilde: Uuid
  readonly master: Uuid
  readonly leverance: Uuid
  /** SHA-256 of the content, hexadecimal: equal content is equal hash. */
  readonly hash: string
  /** The content, encrypted. */
  readonly indhold: Uint8Array
}

/** 'aendret': kept and now current. 'historik': kept, but a newer one is current. 'uaendret': was kept already. Else the rule it broke. */
export type Registreringsudfald = 'aendret' | 'historik' | 'uaendret' | 'IND-002' | 'IND-004' | 'IND-006'

/**
 * Keeps registrations, makes the newest of each object current, and projects what follows from them, in the caller's transaction.
 * The end state depends on the set of registrations alone, never on their order. Answers one outcome each, in the order given.
 */
export async function register(tx: Transaktion, nye: readonly NyRegistrering[]): Promise<Registreringsudfald[]> {
  if (nye.length === 0) return []
  await tx.run(
    lockBuckets(
      toBuckets(nye.flatMap((ny) => [ny.objekt.id, ...afhaengighederAf(ny.objekt).flatMap((par) => [par.af, par.objekt])])),
    ),
  )
  await lockOphav(
    tx,
    nye.map((ny) => ny.objekt),
  )
  const ider = [...new Set(nye.map((ny) => ny.objekt.id))]
  const foer = new Map((await tx.run(findObjekter(ider))).map((raekke) => [raekke.objekt_id, toGaeldende(raekke)]))
  const kendte = await tx.run(
    findRegistreringer(
      nye.map((ny) => ny.objekt.id),
      nye.map((ny) => ny.tidspunkt),
    ),
  )
  const { udfald, gemmes, efter } = settle(
    nye,
    foer,
    new Map(kendte.map((led) => [noegle(led.objekt_id, led.tidspunkt), led.hash])),
  )
  if (gemmes.length > 0)
    await tx.run(insertRegistreringer(gemmes.map((ny) => ({ ...ny, objekt: ny.objekt.id, art: ny.objekt.art }))))
  const aendrede = [...efter.values()]
  if (aendrede.length > 0) {
    await tx.run(upsertObjekter(aendrede))
    await moveAfhaengigheder(tx, foer, aendrede)
    await reproject(
      tx,
      aendrede.map((led) => led.objekt.id),
      afmeldte(foer, aendrede),
    )
  }
  return udfald
}

const noegle = (id: Uuid, tidspunkt: Tidspunkt) => `${id} ${tidspunkt}`

/** Decides each registration against what is kept and against those before it in the same batch. Pure. */
function settle(nye: readonly NyRegistrering[], foer: ReadonlyMap<Uuid, GaeldendeObjekt>, kendte: Map<string, string>) {
  const efter = new Map<Uuid, GaeldendeObjekt>()
  const gemmes: NyRegistrering[] = []
  const udfald = nye.map((ny): Registreringsudfald => {
    const { id, art } = ny.objekt
    const nu = efter.get(id) ?? foer.get(id)
    if (nu && nu.master !== ny.master) return 'IND-004'
    if (nu && nu.art !== art) return 'IND-006'
    const kendt = kendte.get(noegle(id, ny.tidspunkt))
    if (kendt !== undefined) return kendt === ny.hash ? 'uaendret' : 'IND-002'
    kendte.set(noegle(id, ny.tidspunkt), ny.hash)
    gemmes.push(ny)
    if (nu && nu.tidspunkt > ny.tidspunkt) return 'historik'
    const { objekt, master, kilde, tidspunkt, hash } = ny
    efter.set(id, { objekt, art, master, kilde, tidspunkt, hash, raekker: nu?.raekker ?? [] })
    return 'aendret'
  })
  return { udfald, gemmes, efter }
}

const parNoegle = (par: Afhaengighed) => `${par.af} ${par.objekt}`

/** Brings the declared dependences to what the new states declare. */
async function moveAfhaengigheder(
  tx: Transaktion,
  foer: ReadonlyMap<Uuid, GaeldendeObjekt>,
  aendrede: readonly GaeldendeObjekt[],
) {
  const gamle = new Map<string, Afhaengighed>()
  const nye = new Map<string, Afhaengighed>()
  for (const led of aendrede) {
    const forrige = foer.get(led.objekt.id)
    for (const par of forrige ? afhaengighederAf(forrige.objekt) : []) gamle.set(parNoegle(par), par)
    for (const par of afhaengighederAf(led.objekt)) nye.set(parNoegle(par), par)
  }
  const ud = [...gamle].filter(([key]) => !nye.has(key)).map(([, par]) => par)
  const ind = [...nye].filter(([key]) => !gamle.has(key)).map(([, par]) => par)
  if (ud.length > 0) await tx.run(deleteAfhaengigheder(ud))
  if (ind.length > 0) await tx.run(insertAfhaengigheder(ind))
}

/** Documents that a case no longer lists: their rows change too, though nothing points at them any more. */
function afmeldte(foer: ReadonlyMap<Uuid, GaeldendeObjekt>, aendrede: readonly GaeldendeObjekt[]): Uuid[] {
  return aendrede.flatMap((led) => {
    const forrige = foer.get(led.objekt.id)
    return forrige?.objekt.art === 'sag' ? forrige.objekt.journalposter.map((post) => post.dokument) : []
  })
}
