import { type LaestLinje, readLinjetekst } from './blad.ts'
import { HOEJST_I_UDTRAEK, type Logudtraek } from './udtraek.ts'
import { type Traehoved, verifyKonsistens } from './verificer.ts'

/** Lines of the older file are counted from 1. */
export type Sammenligning = {
  readonly genfundne: number
  /** Not in the newer file, or otherwise there, though it says that it holds their time. */
  readonly mangler: readonly number[]
  /** Older than what the newer file says that it holds: nothing is said of them. */
  readonly udenfor: number
}

/**
 * Whether a newer extract has all that an older one had, within what the newer says that it holds. Undefined where it holds only some lines by choice, or is
 * about somebody else. Both must have been verified, and the newer's checkpoint must go on from the older's. The day that the newer begins on is not judged:
 * deletion may have come into the middle of it.
 */
export function compareUdtraek(foer: Logudtraek, nu: Logudtraek): Sammenligning | undefined {
  const { periode } = nu
  if (!periode || periode.til !== null || periode.hvem !== null) return undefined
  const gamle = foer.linjer.map(({ linje }) => readLinjetekst(linje))
  const nye = new Map(nu.linjer.map(({ linje }) => [readLinjetekst(linje)?.nr, linje]))
  const parter = new Set([...gamle, ...nu.linjer.map(({ linje }) => readLinjetekst(linje))].map((en) => en?.part))
  if (parter.size > 1) return undefined
  // That it was cut is believed of one that is full, and only of what is older than all of it.
  const fuld = nu.linjer.length >= HOEJST_I_UDTRAEK && periode.helFra !== null
  const fraNr = fuld ? Math.min(...[...nye.keys()].map(Number)) : 0
  const mangler: number[] = []
  let [genfundne, udenfor] = [0, 0]
  for (const [i, { linje }] of foer.linjer.entries()) {
    const felter = gamle[i]
    const ny = nye.get(felter?.nr)
    if (ny === linje) genfundne++
    else if (ny !== undefined || isDaekket(felter, periode.fra, fraNr)) mangler.push(i + 1)
    else udenfor++
  }
  return { genfundne, mangler, udenfor }
}

const isDaekket = (linje: LaestLinje | undefined, fra: string, fraNr: number): boolean =>
  linje !== undefined && linje.tid.slice(0, 10) > fra && linje.nr >= fraNr

/** `intet bevis`: none was given of the two sizes. `forskellig`: the later does not go on from the earlier, or is shorter. */
export type Sammenhaeng = 'holder' | 'intet bevis' | 'forskellig'

/** Whether the log of `nyt` goes on from that of `gammelt`, by any of the proofs given; where both are of one size none is needed. */
export function checkSammenhaeng(gammelt: Traehoved, nyt: Traehoved, beviser: readonly (readonly Buffer[])[]): Sammenhaeng {
  if (gammelt.antal > nyt.antal) return 'forskellig'
  if (gammelt.antal === nyt.antal) return gammelt.rod.equals(nyt.rod) ? 'holder' : 'forskellig'
  if (beviser.length === 0) return 'intet bevis'
  return beviser.some((bevis) => verifyKonsistens(gammelt, nyt, bevis)) ? 'holder' : 'forskellig'
}
