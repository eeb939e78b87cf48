import type { Uuid } from '#kernel'
import type { Transaktion } from '#platform/database'
import { breakBeviser, countModtaget } from './bevis.sql.ts'
import type { Beroert } from './bevis.ts'

/**
 * Counts what a source has had kept, and breaks every proof that it touches, in the transaction that keeps it (role modtagelse). The last that
 * a transaction does: its locks keep others' deliveries of the same source waiting. `alle`: a source of which something came that may be about
 * any of its municipalities. Two statements at the most, and one where all was broken already, as while much is delivered.
 */
export async function recordBeroerte(tx: Transaktion, beroerte: readonly Beroert[], alle?: Uuid): Promise<void> {
  if (beroerte.length === 0 && alle === undefined) return
  const roerte = await tx.run(countModtaget(mergeBeroerte(beroerte), alle))
  const hele = roerte.filter(({ brudt }) => !brudt)
  if (hele.length > 0) await tx.run(breakBeviser(hele))
}

/** One of each pair. */
function mergeBeroerte(beroerte: readonly Beroert[]): Beroert[] {
  const par = new Map<string, Beroert>()
  for (const led of beroerte) {
    const noegle = `${led.kilde} ${led.kommune ?? ''}`
    const kendt = par.get(noegle)
    par.set(noegle, kendt ? { ...kendt, antal: kendt.antal + led.antal, nyeste: max(kendt.nyeste, led.nyeste) } : led)
  }
  return [...par.values()]
}

const max = <T extends string>(a: T | undefined, b: T | undefined): T | undefined => (a === undefined || (b ?? '') > a ? b : a)
