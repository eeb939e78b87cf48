import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Database, DatabaseFejl, type Transaktion } from '#platform/database'
import { deleteObjekter } from './fjern.sql.ts'
import { findManglendeKanter, type Raekkenoegle, restoreObjekter, restoreOverblik } from './genopbyg.sql.ts'
import { type Billede, hjemstederFor, type Laes, readBillede, readSande } from './genopbyg-billede.ts'
import { findKommune, type Hjemsted } from './hjemsted.ts'
import { deleteAfhaengigheder, deleteOverblik, insertAfhaengigheder } from './indeks.sql.ts'
import { type Afhaengighed, afhaengighederAf, type GaeldendeObjekt } from './objekt.ts'
import { lockRegion } from './region.ts'

/** An object whose current state was put right. */
export type Rettelse = {
  readonly objekt: Uuid
  /** What it is; undefined where nothing is known of it but that a row told of it. */
  readonly hvad:
    | { readonly art: Art; readonly master: Uuid; readonly tidspunkt: Tidspunkt; readonly kle: string | undefined }
    | undefined
  /** True where there should be no such object, and now is none. */
  readonly fjernet: boolean
  /** Where it belongs, and where it said that it did: first where it belongs. */
  readonly hjemsteder: readonly Hjemsted[]
}

/** Told in the transaction that puts them right: what is to be known of it stands if and only if it was done. The last that is done in it. */
export type OnRettet = (tx: Transaktion, rettelser: readonly Rettelse[]) => Promise<void>

type Rettedeps = { readonly db: Database; readonly laes: Laes; readonly onRettet: OnRettet }

/** Few enough that deliveries about the same objects hardly wait. */
const AD_GANGEN = 50
/** Deadlock and serialization failure: nothing was kept. */
const KAN_GENTAGES = new Set(['40P01', '40001'])
const HOEJST_FORSOEG = 5

/** Adds the dependences that objects declare and that do not stand. Answers how many objects were put right. */
export async function addKanter(deps: Rettedeps, ider: readonly Uuid[]): Promise<number> {
  return inTurn(deps, ider, async (tx, nogle) => {
    const { laaste, sande } = await lockSande(tx, deps.laes, nogle, [])
    const erklaerede = [...sande.values()].flatMap(({ objekt }) => afhaengighederAf(objekt))
    // What came meanwhile has brought its own dependences.
    const mangler = await findMangler(
      tx,
      erklaerede.filter((kant) => laaste.has(kant.af) && laaste.has(kant.objekt)),
    )
    if (mangler.length === 0) return []
    await tx.run(insertAfhaengigheder(mangler))
    const beroerte = new Set(mangler.flatMap((kant) => [kant.af, kant.objekt]))
    const stand = { opslag: (id: Uuid) => sande.get(id), foraeldre: new Map<Uuid, readonly Uuid[]>() }
    return [...sande.values()]
      .filter(({ objekt }) => beroerte.has(objekt.id))
      .map((gaeldende) => toRettelse(gaeldende, [{ kilde: gaeldende.kilde, kommune: findKommune(gaeldende.objekt, stand) }]))
  })
}

export const findMangler = async (tx: Transaktion, kanter: readonly Afhaengighed[]): Promise<readonly Afhaengighed[]> =>
  kanter.length > 0 ? tx.run(findManglendeKanter(kanter)) : []

/** Brings objects, their rows and their dependences to what the registrations say. Answers how many objects were put right. */
export async function mendObjekter(
  deps: Rettedeps,
  ider: readonly Uuid[],
  loeseKanter: readonly Afhaengighed[],
  kendte: readonly Raekkenoegle[] = [],
): Promise<number> {
  return inTurn(deps, ider, async (tx, nogle) => {
    const deres = new Set(nogle)
    const ender = loeseKanter.filter((kant) => deres.has(kant.objekt)).map((kant) => kant.af)
    const { laaste } = await lockSande(tx, deps.laes, nogle, ender)
    const billede = await readBillede(tx, deps.laes, nogle, { raekker: kendte.filter((led) => deres.has(led.item)) })
    return putRight(tx, billede, laaste)
  })
}

/** Locks objects as an intake of what they are would, both ends of what they declare with them, and reads them again while they are held. */
async function lockSande(tx: Transaktion, laes: Laes, ider: readonly Uuid[], andre: readonly Uuid[]) {
  const nye = [...(await readSande(tx, laes, ider)).values()].map((led) => led.objekt)
  await lockRegion(tx, nye, [...ider, ...andre])
  const laaste = new Set([...ider, ...andre, ...nye.flatMap(afhaengighederAf).flatMap((kant) => [kant.af, kant.objekt])])
  return { laaste, sande: await readSande(tx, laes, ider) }
}

async function putRight(tx: Transaktion, billede: Billede, laaste: ReadonlySet<Uuid>): Promise<Rettelse[]> {
  const { objekter, raekker, objektafvigelser, raekkeafvigelser } = billede
  const loese = billede.loeseKanter.filter((kant) => laaste.has(kant.af))
  const overskydende = raekkeafvigelser.filter((led) => led.slags === 'overskydende')
  const forkerte = new Set(raekkeafvigelser.map((led) => `${led.part} ${led.item}`))
  const rigtige = raekker.filter((led) => forkerte.has(`${led.part} ${led.item}`))
  const skaeve = objektafvigelser.flatMap((led) => objekter.get(led.id) ?? [])
  const tiloversblevne = objektafvigelser.filter((led) => led.slags === 'overskydende').map((led) => led.id)
  if (loese.length > 0) await tx.run(deleteAfhaengigheder(loese))
  if (overskydende.length > 0) await tx.run(deleteOverblik(overskydende))
  if (skaeve.length > 0) await tx.run(restoreObjekter(skaeve))
  if (rigtige.length > 0) await tx.run(restoreOverblik(rigtige))
  if (tiloversblevne.length > 0) await tx.asSletning(() => tx.run(deleteObjekter(tiloversblevne)))
  const ider = [
    ...objektafvigelser.map((led) => led.id),
    ...raekkeafvigelser.map((led) => led.item),
    ...loese.map((kant) => kant.objekt),
  ]
  return [...new Set(ider)].flatMap((id) => {
    const hjemsteder = hjemstederFor(billede, id)
    const gaeldende = objekter.get(id)
    if (gaeldende) return toRettelse(gaeldende, hjemsteder)
    const vaek = objektafvigelser.find((led) => led.id === id)
    const { art, master, tidspunkt } = vaek ?? {}
    return {
      objekt: id,
      hvad: art && master && tidspunkt ? { art, master, tidspunkt, kle: undefined } : undefined,
      fjernet: true,
      hjemsteder,
    }
  })
}

const toRettelse = ({ objekt, art, master, tidspunkt }: GaeldendeObjekt, hjemsteder: readonly Hjemsted[]): Rettelse => ({
  objekt: objekt.id,
  hvad: { art, master, tidspunkt, kle: objekt.kle },
  fjernet: false,
  hjemsteder,
})

/** A few objects at a time, each few in a transaction of their own: what is cut off leaves whole ones behind. */
async function inTurn(
  { db, onRettet }: Rettedeps,
  ider: readonly Uuid[],
  work: (tx: Transaktion, ider: readonly Uuid[]) => Promise<readonly Rettelse[]>,
): Promise<number> {
  let antal = 0
  for (let fra = 0; fra < ider.length; fra += AD_GANGEN) {
    const nogle = ider.slice(fra, fra + AD_GANGEN)
    antal += await again(() =>
      db.transaction({ rolle: 'modtagelse' }, async (tx) => {
        const rettelser = await work(tx, nogle)
        if (rettelser.length > 0) await onRettet(tx, rettelser)
        return rettelser.length
      }),
    )
  }
  return antal
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let forsoeg = 1; ; forsoeg++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DatabaseFejl && KAN_GENTAGES.has(error.kode ?? '') && forsoeg < HOEJST_FORSOEG)) throw error
    }
  }
}
