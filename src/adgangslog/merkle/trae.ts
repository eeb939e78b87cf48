import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 section 2.1 (RFC 9162 section 2.1), over SHA-256. Leaves are counted from 0. A node stands at a level
 * (0: leaves) and a place: it covers the leaves from `plads * 2^niveau` up to, not with, `(plads + 1) * 2^niveau`, all of which exist.
 */

export type Hash = Buffer

/** The hash of a whole node. Throws whatever the reader of them throws. */
export type LaesNode = (niveau: number, plads: number) => Hash

const BLAD = Buffer.from([0])
const NODE = Buffer.from([1])

/** The root of a tree without leaves. */
export const TOM_ROD: Hash = createHash('sha256').digest()

export const hashBlad = (indhold: Uint8Array): Hash => createHash('sha256').update(BLAD).update(indhold).digest()

export const hashNode = (venstre: Hash, hoejre: Hash): Hash =>
  createHash('sha256').update(NODE).update(venstre).update(hoejre).digest()

/** The root of the first `antal` leaves. Throws RangeError for what is no number of leaves. */
export function rodAf(antal: number, laes: LaesNode): Hash {
  checkAntal(antal)
  return antal === 0 ? TOM_ROD : hashOf(0, antal, laes)
}

/** What leads from a leaf to the root of the first `antal`, from the leaf up. Throws RangeError where the leaf is not one of them. */
export function inklusionsbevis(blad: number, antal: number, laes: LaesNode): Hash[] {
  checkAntal(antal)
  if (!Number.isSafeInteger(blad) || blad < 0 || blad >= antal) throw new RangeError('The tree has no such leaf')
  return pathOf(blad, 0, antal, laes)
}

/** That the first `antal` leaves begin with the first `foer`. Throws RangeError where there are not so many. */
export function konsistensbevis(foer: number, antal: number, laes: LaesNode): Hash[] {
  checkAntal(antal)
  if (!Number.isSafeInteger(foer) || foer < 0 || foer > antal) throw new RangeError('The tree has never had so many leaves')
  return foer === 0 || foer === antal ? [] : subproof(foer, 0, antal, true, laes)
}

function checkAntal(antal: number): void {
  if (!Number.isSafeInteger(antal) || antal < 0) throw new RangeError('A tree has a whole number of leaves')
}

/** Exactly: the logarithm alone is a whole number beside large powers of two as well. */
export const isToPotens = (antal: number): boolean => 2 ** Math.round(Math.log2(antal)) === antal

/** The largest power of two that is less than `antal`, which is at least 2. */
function splitAf(antal: number): number {
  let del = 1
  while (del * 2 < antal) del *= 2
  return del
}

/** The hash over leaves `fra` to `til`, where `fra` is where a tree of that many may begin. */
function hashOf(fra: number, til: number, laes: LaesNode): Hash {
  const antal = til - fra
  if (isToPotens(antal)) return laes(Math.round(Math.log2(antal)), fra / antal)
  const midt = fra + splitAf(antal)
  return hashNode(hashOf(fra, midt, laes), hashOf(midt, til, laes))
}

function pathOf(blad: number, fra: number, til: number, laes: LaesNode): Hash[] {
  if (til - fra === 1) return []
  const midt = fra + splitAf(til - fra)
  return blad < midt
    ? [...pathOf(blad, fra, midt, laes), hashOf(midt, til, laes)]
    : [...pathOf(blad, midt, til, laes), hashOf(fra, midt, laes)]
}

/** RFC 6962 section 2.1.2. `hel`: the first `foer` leaves from `fra` are a tree whose root the reader of the proof has. */
function subproof(foer: number, fra: number, til: number, hel: boolean, laes: LaesNode): Hash[] {
  if (foer === til) return hel ? [] : [hashOf(fra, til, laes)]
  const midt = fra + splitAf(til - fra)
  return foer <= midt
    ? [...subproof(foer, fra, midt, hel, laes), hashOf(midt, til, laes)]
    : [...subproof(foer, midt, til, false, laes), hashOf(fra, midt, laes)]
}
