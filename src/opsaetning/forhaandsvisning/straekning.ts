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
