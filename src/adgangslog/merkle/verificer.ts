import { type Hash, hashNode, isToPotens, TOM_ROD } from './trae.ts'

/** A root and how many leaves it is the root of: what a checkpoint says. */
export type Traehoved = { readonly antal: number; readonly rod: Hash }

/** No tree that can be counted is proved by more. */
const HOEJST_LED = 128

/**
 * Whether `blad` (a leaf's hash) is leaf number `plads` of the tree: RFC 9162 section 2.1.3.2. Trusts nothing but the head. Whatever the
 * proof is made of the answer is true or false.
 */
export function verifyInklusion(blad: Hash, plads: number, hoved: Traehoved, bevis: readonly Hash[]): boolean {
  if (!isTal(plads) || !isTal(hoved.antal) || plads >= hoved.antal || bevis.length > HOEJST_LED) return false
  let [her, sidste] = [plads, hoved.antal - 1]
  let rod = blad
  for (const led of bevis) {
    if (sidste === 0) return false
    if (isUlige(her) || her === sidste) {
      rod = hashNode(led, rod)
      // Up past the levels where the node stands alone to the left of nothing.
      while (!isUlige(her) && her !== 0) [her, sidste] = [half(her), half(sidste)]
    } else rod = hashNode(rod, led)
    ;[her, sidste] = [half(her), half(sidste)]
  }
  return sidste === 0 && rod.equals(hoved.rod)
}

/** Whether the tree of `nyt` begins with that of `gammelt`, nothing of it changed: RFC 9162 section 2.1.4.2. As verifyInklusion. */
export function verifyKonsistens(gammelt: Traehoved, nyt: Traehoved, bevis: readonly Hash[]): boolean {
  if (!isTal(gammelt.antal) || !isTal(nyt.antal) || gammelt.antal > nyt.antal || bevis.length > HOEJST_LED) return false
  if (gammelt.antal === 0) return bevis.length === 0 && gammelt.rod.equals(TOM_ROD)
  if (gammelt.antal === nyt.antal) return bevis.length === 0 && gammelt.rod.equals(nyt.rod)
  return verifyUdvidelse(gammelt, nyt, isToPotens(gammelt.antal) ? [gammelt.rod, ...bevis] : bevis)
}

function verifyUdvidelse(gammelt: Traehoved, nyt: Traehoved, [foerste, ...resten]: readonly Hash[]): boolean {
  if (!foerste) return false
  let [her, sidste] = [gammelt.antal - 1, nyt.antal - 1]
  while (isUlige(her)) [her, sidste] = [half(her), half(sidste)]
  let [foer, efter] = [foerste, foerste]
  for (const led of resten) {
    if (sidste === 0) return false
    if (isUlige(her) || her === sidste) {
      foer = hashNode(led, foer)
      efter = hashNode(led, efter)
      while (!isUlige(her) && her !== 0) [her, sidste] = [half(her), half(sidste)]
    } else efter = hashNode(efter, led)
    ;[her, sidste] = [half(her), half(sidste)]
  }
  return sidste === 0 && foer.equals(gammelt.rod) && efter.equals(nyt.rod)
}

const isTal = (tal: number): boolean => Number.isSafeInteger(tal) && tal >= 0
// Not the operators on bits: those know 32 of them, and a log may have more leaves.
const isUlige = (tal: number): boolean => tal % 2 === 1
const half = (tal: number): number => Math.floor(tal / 2)
