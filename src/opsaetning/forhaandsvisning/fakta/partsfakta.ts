import { REGELVERSION } from '#kvalitet/titeltjek'
import { isOmAnden, type Vurdering, type Vurderingsviden } from '#kvalitet/vurdering'
import { createTitelviden, type OverblikRaekke } from '#overblik'
import { type Ting, writeTing } from './skrift.ts'

/**
 * What decides about one person's items in one municipality, and no more: no titles, names, texts or amounts. A preview over a million items
 * reads this instead of the items themselves, which are six times as long, and decides on it by the pages' own functions.
 */

/** The form that facts are kept in, and the checks that were asked: of another edition they are not read. */
export const FAKTAVERSION = 2_000 + REGELVERSION

/** An item as it was read in full. Of its titles `viden` says what is known: `false`, that there is nothing to be said; null, that nobody has looked. */
export type FuldTing = Omit<OverblikRaekke, 'aendret'> & { readonly viden: Vurderingsviden | false | null }

/** What a preview counts of an item besides showing it, as bits. */
export const MAERKER = { holdt: 1, ikkeVurderet: 2, blokeret: 4, advaret: 8, omAnden: 16, foelsom: 32 } as const

/** The same of an item that was read in full. */
export const toTing = (ting: FuldTing): Ting => ({ ...ting, maerker: maerkerOf(ting) })

/** A person's facts as text (skrift.ts), and the numbers that they are decided by. Pure. */
export const writeFakta = (raekker: readonly FuldTing[]): { readonly fakta: string; readonly numre: readonly string[] } => ({
  fakta: writeTing(raekker.map(toTing)),
  numre: numreOf(raekker),
})

/** Every number that something of the person's is decided by, now or at another time: what has none under a prefix is as it was when that changes. */
const numreOf = (raekker: readonly FuldTing[]): readonly string[] => [
  ...new Set(
    raekker.flatMap(({ kle, data }) => [
      kle,
      ...('kler' in data ? data.kler : []).map((led) => led.kle),
      ...('sager' in data ? data.sager : []).flatMap((sag) => sag.kler.map((led) => led.kle)),
      ...('ydelser' in data ? data.ydelser : []).flatMap((ydelse) => ydelse.kle ?? []),
    ]),
  ),
]

/** Whether a change under the prefixes can be felt by the person, as findFakta asks it of the numbers that are kept. */
export const isBeroert = (raekker: readonly FuldTing[], praefikser: readonly string[]): boolean =>
  numreOf(raekker).some((kle) => praefikser.some((praefiks) => kle.startsWith(praefiks)))

/**
 * Whether an item is held back is asked as the pages ask it; titles that the worker has found nothing in are not looked at again. One
 * that has changed in the seconds since is looked at when the worker comes by.
 */
function maerkerOf(ting: FuldTing): number {
  const { viden, data } = ting
  const holdt = viden !== false && createTitelviden(viden ? [viden] : [], []).isTilbageholdt(ting as FuldTing & OverblikRaekke)
  const foelsom = data.foelsomhed.some(({ foelsomhed }) => foelsomhed !== 'IKKE_FORTROLIGE_DATA')
  return (
    (viden ? fundOf(viden.vurderinger) : 0) |
    (holdt ? MAERKER.holdt : 0) |
    (viden === null ? MAERKER.ikkeVurderet : 0) |
    (foelsom ? MAERKER.foelsom : 0)
  )
}

/** The heaviest of its titles that nobody has taken responsibility for, and whether any may tell of somebody else. */
function fundOf(vurderinger: readonly Vurdering[]): number {
  const aabne = vurderinger.filter(({ gennemgang }) => gennemgang !== 'godkendt' && gennemgang !== 'rettet')
  const er = (udfald: Vurdering['udfald']) => aabne.some((vurdering) => vurdering.udfald === udfald)
  const omAnden = vurderinger.some(({ fund }) => fund.some(isOmAnden)) ? MAERKER.omAnden : 0
  if (er('blokeret')) return MAERKER.blokeret | omAnden
  return er('advaret') ? MAERKER.advaret | omAnden : 0
}
