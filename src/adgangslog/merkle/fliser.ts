import { type Hash, hashNode, type LaesNode } from './trae.ts'

/**
 * The tree as it is kept: tiles of 256 hashes (C2SP tlog-tiles). Tile `nr` of `niveau` 0 holds leaves; each hash of a tile one level up is
 * the root of a full tile below. Only the last tile of a level is ever written again, and then only made longer.
 */

export const BREDDE = 256
const HOEJDE = 8
const HASH = 32

export type Flisested = { readonly niveau: number; readonly nr: number }
export type Flise = Flisested & { readonly hashes: Buffer }

/** A tile's hashes; undefined where there is none. */
export type LaesFlise = (sted: Flisested) => Buffer | undefined

/** Where tiles are missing or too short, which none of a tree that is whole are. */
export class Flisefejl extends Error {
  override readonly name = 'Flisefejl'
}

export const flisenavn = ({ niveau, nr }: Flisested): string => `${niveau}/${nr}`

/** The tiles' last ones in a tree of so many leaves, which is all that adding to it reads. */
export function sidsteFliser(antal: number): Flisested[] {
  const steder: Flisested[] = []
  for (let [niveau, hashes] = [0, antal]; hashes > 0; niveau++, hashes = Math.floor(hashes / BREDDE))
    steder.push({ niveau, nr: Math.floor(hashes / BREDDE) })
  return steder
}

/** The tiles that change when `nye` leaves are added to `antal`. */
export function addBlade(antal: number, nye: readonly Hash[], laes: LaesFlise): Flise[] {
  const aendrede: Flise[] = []
  let [fra, hashes] = [antal, nye]
  for (let niveau = 0; hashes.length > 0; niveau++) {
    const fliser = addHashes(niveau, fra, hashes, laes)
    aendrede.push(...fliser)
    hashes = fliser.filter(({ hashes: led }) => led.length === BREDDE * HASH).map(rootOf)
    fra = Math.floor(fra / BREDDE)
  }
  return aendrede
}

function addHashes(niveau: number, fra: number, nye: readonly Hash[], laes: LaesFlise): Flise[] {
  const fliser: Flise[] = []
  for (let naaet = 0; naaet < nye.length; ) {
    const nr = Math.floor((fra + naaet) / BREDDE)
    const foer = (fra + naaet) % BREDDE
    const gamle = foer === 0 ? Buffer.alloc(0) : laes({ niveau, nr })
    if (gamle === undefined || gamle.length < foer * HASH) throw new Flisefejl('A tile of the log is missing')
    const plads = nye.slice(naaet, naaet + BREDDE - foer)
    fliser.push({ niveau, nr, hashes: Buffer.concat([gamle.subarray(0, foer * HASH), ...plads]) })
    naaet += plads.length
  }
  return fliser
}

const rootOf = ({ hashes }: Flise): Hash => foldHashes(hashes, 0, BREDDE)

/** The root over `antal` (a power of two) hashes of a tile, from `fra`. */
function foldHashes(hashes: Buffer, fra: number, antal: number): Hash {
  if (antal === 1) return hashes.subarray(fra * HASH, (fra + 1) * HASH)
  const halv = antal / 2
  return hashNode(foldHashes(hashes, fra, halv), foldHashes(hashes, fra + halv, halv))
}

/** Reads the tree's nodes out of tiles. What it gives throws Flisefejl where one is missing. */
export const laesNodeAf =
  (laes: LaesFlise): LaesNode =>
  (niveau, plads) => {
    const antal = 2 ** (niveau % HOEJDE)
    const fra = plads * antal
    const hashes = laes({ niveau: Math.floor(niveau / HOEJDE), nr: Math.floor(fra / BREDDE) })
    const foerste = fra % BREDDE
    if (hashes === undefined || hashes.length < (foerste + antal) * HASH) throw new Flisefejl('A tile of the log is missing')
    return foldHashes(hashes, foerste, antal)
  }

/** The tiles that some work on the tree reads: it is done once on hashes of nothing, and what it asked for is noted. */
export function findFliser(work: (laes: LaesNode) => unknown): Flisested[] {
  const steder = new Map<string, Flisested>()
  work((niveau, plads) => {
    const sted = { niveau: Math.floor(niveau / HOEJDE), nr: Math.floor((plads * 2 ** (niveau % HOEJDE)) / BREDDE) }
    steder.set(flisenavn(sted), sted)
    return Buffer.alloc(HASH)
  })
  return [...steder.values()]
}
