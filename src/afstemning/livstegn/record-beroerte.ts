import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { type Beroertpar, breakBeviser, countModtaget, unbindTal } from './bevis.sql.ts'
import type { Beroert } from './bevis.ts'

/**
 * Counts what a source has had kept, and breaks every proof that it touches, in the transaction that keeps it (role modtagelse). The last that
 * a transaction does: its locks keep others' deliveries of the same source waiting. Two statements at the most, and one where all was broken
 * already, as while much is delivered.
 */
export async function recordBeroerte(tx: Transaktion, beroerte: readonly Beroert[]): Promise<void> {
  if (beroerte.length === 0) return
  const par = new Map<string, Beroertpar>()
  const alle = new Set<Uuid>()
  for (const led of beroerte) {
    if (led.kommune === undefined) alle.add(led.kilde)
    else addTo(par, { ...led, kommune: led.kommune })
  }
  const roerte = await tx.run(countModtaget([...par.values()], [...alle]))
  const hele = roerte.filter(({ brudt }) => !brudt)
  if (hele.length > 0) await tx.run(breakBeviser(hele))
}

/**
 * A source's counts say no more what they said, for one municipality or (undefined) any of them: what it states is proved again by a reconciliation
 * alone. Role modtagelse, last in its transaction.
 */
export async function unbindBeviser(tx: Transaktion, kilde: Uuid, kommune: string | undefined): Promise<void> {
  await recordBeroerte(tx, [{ kilde, kommune, antal: 0, nyeste: undefined }])
  await tx.run(unbindTal(kilde, kommune))
}

function addTo(par: Map<string, Beroertpar>, led: Beroertpar): void {
  const noegle = `${led.kilde} ${led.kommune}`
  const kendt = par.get(noegle)
  par.set(noegle, kendt ? { ...led, antal: kendt.antal + led.antal, nyeste: max(kendt.nyeste, led.nyeste) } : led)
}

const max = <T extends string>(a: T | undefined, b: T | undefined): T | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a
