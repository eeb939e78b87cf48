import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import {
  deleteOverblik,
  findAfhaengige,
  findObjekter,
  findOphav,
  lockBuckets,
  setRaekker,
  toGaeldende,
  upsertOverblik,
} from './indeks.sql.ts'
import { toBuckets } from './laase.ts'
import type { GaeldendeObjekt, Objekt } from './objekt.ts'
import { type OverblikRaekke, projectObjekt } from './projektion.ts'

/** A payment takes facts from its grants' cases too: those are locked as well, so that a change of the case at the same time waits. */
export async function lockOphav(tx: Transaktion, objekter: readonly Objekt[]): Promise<void> {
  const bevillinger = objekter.flatMap((objekt) =>
    objekt.art === 'oekonomiskEffektuering' ? objekt.ydelser.map((ydelse) => ydelse.bevilling) : [],
  )
  if (bevillinger.length === 0) return
  const sager = await tx.run(findOphav([...new Set(bevillinger)]))
  if (sager.length > 0) await tx.run(lockBuckets(toBuckets(sager.map((par) => par.af))))
}

/** The longest chain of dependence: case, grant, payment. */
const LED = 3

/**
 * Makes the overview's rows anew for the objects and for all that takes facts from them. `ogsaa` are objects that took facts from them
 * before this change.
 */
export async function reproject(tx: Transaktion, aendrede: readonly Uuid[], ogsaa: readonly Uuid[]): Promise<void> {
  const beroerte = await withAfhaengige(tx, [...aendrede, ...ogsaa])
  const { objekter, ophav } = await withOphav(tx, [...beroerte])
  const nyeRaekker: OverblikRaekke[] = []
  const forsvundne: { part: Uuid; item: Uuid }[] = []
  const aendretSaet: GaeldendeObjekt[] = []
  const nytSaet: Uuid[][] = []
  for (const id of beroerte) {
    const gaeldende = objekter.get(id)
    if (!gaeldende) continue
    const raekker = projectObjekt(gaeldende, (fundet) => objekter.get(fundet), ophav.get(id) ?? [])
    nyeRaekker.push(...raekker)
    const parter = raekker.map((raekke) => raekke.part)
    forsvundne.push(...gaeldende.raekker.filter((part) => !parter.includes(part)).map((part) => ({ part, item: id })))
    if (parter.join() !== gaeldende.raekker.join()) {
      aendretSaet.push(gaeldende)
      nytSaet.push(parter)
    }
  }
  if (forsvundne.length > 0) await tx.run(deleteOverblik(forsvundne))
  if (nyeRaekker.length > 0) await tx.run(upsertOverblik(nyeRaekker))
  if (aendretSaet.length > 0)
    await tx.run(
      setRaekker(
        aendretSaet.map((led) => led.objekt.id),
        nytSaet,
      ),
    )
}

async function withAfhaengige(tx: Transaktion, ider: readonly Uuid[]): Promise<Set<Uuid>> {
  const alle = new Set(ider)
  let nye = [...alle]
  for (let led = 0; led < LED && nye.length > 0; led++) {
    const par = await tx.run(findAfhaengige(nye))
    nye = [...new Set(par.map((led) => led.objekt))].filter((id) => !alle.has(id))
    for (const id of nye) alle.add(id)
  }
  return alle
}

/** The objects, what they take facts from, and for each object the ids it takes facts from. */
async function withOphav(tx: Transaktion, ider: readonly Uuid[]) {
  const ophav = new Map<Uuid, Uuid[]>()
  const alle = new Set(ider)
  let nye: Uuid[] = [...ider]
  for (let led = 0; led < LED && nye.length > 0; led++) {
    const par = await tx.run(findOphav(nye))
    for (const { af, objekt } of par) ophav.set(objekt, [...(ophav.get(objekt) ?? []), af])
    nye = [...new Set(par.map((led) => led.af))].filter((id) => !alle.has(id))
    for (const id of nye) alle.add(id)
  }
  const raekker = await tx.run(findObjekter([...alle]))
  return { objekter: new Map(raekker.map((raekke) => [raekke.objekt_id, toGaeldende(raekke)])), ophav }
}
