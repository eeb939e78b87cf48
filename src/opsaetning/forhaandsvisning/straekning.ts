import type { Uuid } from '#kernel'

/** A stretch of parts by id, both ends with it: an open end would have the database look to the end of the index for each stretch. */
export type Straekning = { readonly fra: Uuid; readonly til: Uuid }

/** Ids' first 32 bits: finer than these nothing is divided. */
const ENDE = 0x1_0000_0000
const toTal = (id: Uuid): number => Number.parseInt(id.slice(0, 8), 16)
const toHex = (tal: number): string => tal.toString(16).padStart(8, '0')

/** From the first id with these bits to the last that has fewer than `til`. */
const between = (fra: number, til: number): Straekning => ({
  fra: `${toHex(fra)}-0000-0000-0000-000000000000` as Uuid,
  til: `${toHex(til - 1)}-ffff-ffff-ffff-ffffffffffff` as Uuid,
})

/** All parts there can be. */
export const ALLE_PARTER = between(0, ENDE)

/** Stretches of the same width, end to end: parts' ids are random, so that each has as much in it. */
export function splitStraekning({ fra, til }: Straekning, antal: number): readonly Straekning[] {
  const [foerste, ende] = [toTal(fra), toTal(til) + 1]
  const graense = (nr: number) => foerste + Math.floor((nr * (ende - foerste)) / antal)
  return Array.from({ length: antal }, (_, nr) => between(graense(nr), graense(nr + 1)))
}

/** The first piece is as narrow as a municipality with millions of items needs it; wider ones than the widest would not tell how far it is. */
const SMALLEST = 1 / 512
const BREDEST = 1 / 16
/** Items in a piece: what a preview holds in memory is two of them. */
const TING_I_STYKKE = 4_000

export type Stykke = {
  readonly straekning: Straekning /** Of the whole stretch, once it is done. */
  readonly tusindedele: number
}

/**
 * Walks a stretch in pieces of about as many items each, which is not known beforehand: a piece is half or double as wide as the one before
 * by how many items the newest one held. So a small municipality takes few, and a large one no more memory.
 */
export function createStykker({ fra, til }: Straekning) {
  const [foerste, ende] = [toTal(fra), toTal(til) + 1]
  const hele = ende - foerste
  let naaet = foerste
  let bredde = hele * SMALLEST
  return {
    next: (): Stykke | undefined => {
      if (naaet >= ende) return undefined
      const begynd = naaet
      naaet = Math.min(ende, begynd + Math.max(1, Math.floor(bredde)))
      return { straekning: between(begynd, naaet), tusindedele: Math.floor((1_000 * (naaet - foerste)) / hele) }
    },
    /** Told how many items a piece held. */
    see: (ting: number): void => {
      if (ting * 2 <= TING_I_STYKKE) bredde = Math.min(bredde * 2, hele * BREDEST)
      else if (ting > TING_I_STYKKE * 2) bredde /= 2
    },
  }
}
