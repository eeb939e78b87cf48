import type { Art, KleEmne } from '#kernel'
import { isAltidLukket, livsomraadeFor } from '#klassifikation'
import type { Forklaringsgrund } from '#overblik'
import { MAERKER } from './fakta/partsfakta.ts'
import type { Forskel, Partsforskel } from './sammenlign.ts'

type Retning = Forskel['retning']
/** By life area, kind and the reason that hides on the other side. */
export type Fordeling = { [omraade: string]: { [A in Art]?: { [G in Forklaringsgrund]?: number } } }

/** What a change does, in numbers alone. */
export type Optaelling = {
  /** Citizens with an item under the changed numbers; of them those who get something more, and those who lose something. */
  readonly borgere: { beroerte: number; faar: number; mister: number }
  readonly ting: { [R in Retning]: number }
  readonly fordelt: { [R in Retning]: Fordeling }
  readonly risici: Risici
}

/** Items among those that appear that somebody should look at first. One item can count under several. */
export type Risici = {
  /** Titles that the check blocks: the citizen gets safe words instead. */
  blokeret: number
  /** Titles that it warns of: they are shown as they stand. */
  advaret: number
  /** Of these two, those that may name another person. */
  tredjeperson: number
  /** No check has been made yet. It is made when the citizen looks. */
  ikkeVurderet: number
  /** Marked by the source as sensitive. */
  foelsomme: number
  /** Of a number that is always closed and that the jurist has opened. */
  altidLukkede: number
  /** About persons whose name and address are protected: items, and persons. */
  beskyttede: number
  beskyttedePersoner: number
  /** Held back until the decision's letter is sent or its days have gone: they appear later. */
  venter: number
}

export const ingenting = (): Optaelling => ({
  borgere: { beroerte: 0, faar: 0, mister: 0 },
  ting: { vises: 0, forsvinder: 0 },
  fordelt: { vises: {}, forsvinder: {} },
  risici: {
    blokeret: 0,
    advaret: 0,
    tredjeperson: 0,
    ikkeVurderet: 0,
    foelsomme: 0,
    altidLukkede: 0,
    beskyttede: 0,
    beskyttedePersoner: 0,
    venter: 0,
  },
})

/** Adds one citizen. */
export function countPart(sum: Optaelling, part: Partsforskel): void {
  const { forskelle } = part
  const nye = forskelle.reduce((antal, { retning }) => antal + (retning === 'vises' ? 1 : 0), 0)
  const vaek = forskelle.length - nye
  sum.borgere.beroerte++
  if (nye > 0) sum.borgere.faar++
  if (vaek > 0) sum.borgere.mister++
  for (const forskel of forskelle) countForskel(sum, forskel)
  sum.risici.venter += part.ventende
}

function countForskel(sum: Optaelling, { raekke, retning, grund, vist }: Forskel): void {
  sum.ting[retning]++
  const kle = vist.vinkler[0].kle as KleEmne
  sum.fordelt[retning][livsomraadeFor(kle).noegle] ??= {}
  const iOmraade = sum.fordelt[retning][livsomraadeFor(kle).noegle] as Fordeling[string]
  iOmraade[raekke.art] ??= {}
  const efterGrund = iOmraade[raekke.art] as { [G in Forklaringsgrund]?: number }
  efterGrund[grund] = (efterGrund[grund] ?? 0) + 1
  if (retning === 'forsvinder') return
  const { risici } = sum
  const er = (maerke: number) => ((raekke.maerker & maerke) === 0 ? 0 : 1)
  if (isAltidLukket(kle)) risici.altidLukkede++
  risici.foelsomme += er(MAERKER.foelsom)
  risici.blokeret += er(MAERKER.blokeret)
  risici.advaret += er(MAERKER.advaret)
  risici.tredjeperson += er(MAERKER.omAnden)
  risici.ikkeVurderet += er(MAERKER.ikkeVurderet)
}

/** Puts what was counted in one stretch to what was counted in others. */
export function addOptaelling<T extends object>(sum: T, led: T): T {
  for (const [navn, vaerdi] of Object.entries(led) as [keyof T, number | object][]) {
    const foer = sum[navn] as number | object | undefined
    if (typeof vaerdi === 'number') sum[navn] = (((foer as number | undefined) ?? 0) + vaerdi) as T[keyof T]
    else sum[navn] = addOptaelling((foer as object | undefined) ?? {}, vaerdi) as T[keyof T]
  }
  return sum
}
