import type { Tidspunkt, Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import {
  beforeLocks,
  findKanter,
  findObjekter,
  keepLocks,
  lockObjekter,
  readKlokken,
  releaseLocks,
  toGaeldende,
} from './indeks.sql.ts'
import { type Afhaengighed, afhaengighederAf, type GaeldendeObjekt, type Objekt } from './objekt.ts'

/** What a change can reach, and what projecting it needs: current states, and which objects take facts from which. */
export type Region = {
  readonly objekter: ReadonlyMap<Uuid, GaeldendeObjekt>
  readonly kanter: readonly Afhaengighed[]
  /** What the time was while the locks were held. */
  readonly tid: Tidspunkt
}

/**
 * Locks the objects about to change, all whose rows follow from them, and both ends of every dependence that they declare; then reads.
 * Whoever writes an object's rows holds its lock, and whoever adds a dependence holds both ends: so two changes that reach the same row, as
 * of two cases that one grant stands on, wait for each other, and the later one sees what the earlier one wrote. `andre` are locked and read
 * as objects that change are, whatever they become.
 */
export async function lockRegion(tx: Transaktion, nye: readonly Objekt[], andre: readonly Uuid[] = []): Promise<Region> {
  const ider = [...new Set([...nye.map((objekt) => objekt.id), ...andre])]
  const ender = new Set(nye.flatMap((objekt) => afhaengighederAf(objekt).flatMap((kant) => [kant.af, kant.objekt])))
  const flere = new Set(ender)
  for (let begyndelse = beforeLocks(); ; begyndelse = releaseLocks()) {
    // Given together and carried out in order: what is read is read after the locks are held.
    const [, laas, kanter] = await Promise.all([
      tx.run(begyndelse),
      tx.run(lockObjekter(ider, [...flere])),
      tx.run(findKanter(ider, [...ender])),
    ])
    const laaste = new Set(laas.map((raekke) => raekke.id))
    const ulaaste = [...descendants(ider, kanter)].filter((id) => !laaste.has(id))
    if (ulaaste.length === 0) {
      const [, objekter, [klokken]] = await Promise.all([
        tx.run(keepLocks()),
        readObjekter(tx, ider, ender, kanter),
        tx.run(readKlokken()),
      ])
      if (!klokken) throw new TypeError('The database did not tell the time')
      return { kanter, objekter, tid: klokken.tid }
    }
    // While we waited for a lock, its holder made something dependent on ours. All are let go and taken anew with that one, in order:
    // one more on top of those held could be held by somebody who waits for ours.
    for (const id of ulaaste) flere.add(id)
  }
}

async function readObjekter(tx: Transaktion, ider: readonly Uuid[], ender: ReadonlySet<Uuid>, kanter: readonly Afhaengighed[]) {
  const alle = new Set([...ider, ...ender])
  for (const kant of kanter) alle.add(kant.af).add(kant.objekt)
  const raekker = await tx.run(findObjekter([...alle]))
  return new Map(raekker.map((raekke) => [raekke.objekt_id, toGaeldende(raekke)]))
}

/** The objects and all that take facts from them, however far down. */
export function descendants(ider: Iterable<Uuid>, kanter: readonly Afhaengighed[]): Set<Uuid> {
  const alle = new Set(ider)
  const under = new Map<Uuid, Uuid[]>()
  for (const { af, objekt } of kanter) {
    const fundne = under.get(af)
    if (fundne) fundne.push(objekt)
    else under.set(af, [objekt])
  }
  // A set that grows while it is walked is walked to its end.
  for (const id of alle) for (const objekt of under.get(id) ?? []) alle.add(objekt)
  return alle
}
