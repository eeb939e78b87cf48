import type { Koerselsidentitet } from '../klargoer.ts'
import type { Proevesag } from '../sag.ts'
import { type Endepunkt, koerSag, type Sagsresultat } from './koer-sag.ts'

export type Koervalg = {
  readonly somSoap?: boolean
  readonly idag: string
  /** Cases under way at the same time. Each has persons and objects of its own, so they do not disturb one another. */
  readonly samtidige?: number
  readonly signal?: AbortSignal
  /** Told as each case is done. */
  readonly onSag?: (resultat: Sagsresultat, nr: number) => void | Promise<void>
}

/** Tries every case and gives the results in the order of the cases. Ends early where `signal` says so. */
export async function koerSager(
  endepunkt: Endepunkt,
  koersel: Koerselsidentitet,
  sager: readonly Proevesag[],
  { somSoap = false, idag, samtidige = 4, signal, onSag }: Koervalg,
): Promise<readonly Sagsresultat[]> {
  const resultater = new Map<number, Sagsresultat>()
  let naeste = 0
  const arbejd = async () => {
    for (let nr = naeste++; nr < sager.length && !signal?.aborted; nr = naeste++) {
      const sag = sager[nr]
      if (!sag) return
      const resultat = await koerSag(endepunkt, koersel, sag, { somSoap, idag })
      resultater.set(nr, resultat)
      await onSag?.(resultat, resultater.size)
    }
  }
  await Promise.all(Array.from({ length: Math.min(samtidige, sager.length) }, arbejd))
  return [...resultater].sort(([a], [b]) => a - b).map(([, resultat]) => resultat)
}
