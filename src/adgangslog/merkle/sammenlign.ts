import { readLinjetekst } from './blad.ts'
import type { Logudtraek } from './udtraek.ts'

/** Lines of the older file are counted from 1. */
export type Sammenligning = {
  readonly genfundne: number
  /** Not in the newer file, or otherwise there, though it says that it holds their time. */
  readonly mangler: readonly number[]
  /** Older than what the newer file holds: nothing is said of them. */
  readonly udenfor: number
}

/**
 * Whether a newer extract has all that an older one had, within what the newer says that it holds. Undefined where it holds only some lines by choice.
 * Both must have been verified, and the newer's checkpoint must go on from the older's. The day that the newer begins on is not judged: deletion may
 * have come into the middle of it.
 */
export function compareUdtraek(foer: Logudtraek, nu: Logudtraek): Sammenligning | undefined {
  const { periode } = nu
  if (!periode || periode.til !== null || periode.hvem !== null) return undefined
  const nye = new Map(nu.linjer.map(({ linje }) => [readLinjetekst(linje)?.['nr'], linje]))
  const mangler: number[] = []
  let [genfundne, udenfor] = [0, 0]
  for (const [i, { linje }] of foer.linjer.entries()) {
    const felter = readLinjetekst(linje)
    const ny = nye.get(felter?.['nr'])
    if (ny === linje) genfundne++
    else if (ny !== undefined || isDaekket(felter?.['tid'], periode)) mangler.push(i + 1)
    else udenfor++
  }
  return { genfundne, mangler, udenfor }
}

const isDaekket = (tid: unknown, { fra, helFra }: NonNullable<Logudtraek['periode']>): boolean =>
  typeof tid === 'string' && tid.slice(0, 10) > fra && (helFra === null || tid >= helFra)
