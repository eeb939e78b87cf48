import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createTerning } from '../../../test/byggere/tilfaeldighed.ts'
import { addBlade, type Flise, flisenavn, laesNodeAf, sidsteFliser } from './fliser.ts'
import { createKant } from './kant.ts'
import { hashBlad, hashNode, inklusionsbevis, konsistensbevis, type LaesNode, rodAf } from './trae.ts'
import { verifyInklusion, verifyKonsistens } from './verificer.ts'

/**
 * RFC 6962 section 2.1 a second time, word for word as it stands there: on the entries themselves, without tiles, and sharing nothing with ours.
 */
const sha = (...dele: Uint8Array[]) => createHash('sha256').update(Buffer.concat(dele)).digest()
const k = (n: number): number => {
  let potens = 1
  while (potens + potens < n) potens += potens
  return potens
}
const MTH = (D: readonly Buffer[]): Buffer => {
  if (D.length === 0) return sha()
  if (D.length === 1) return sha(Buffer.from([0x00]), D[0] as Buffer)
  return sha(Buffer.from([0x01]), MTH(D.slice(0, k(D.length))), MTH(D.slice(k(D.length))))
}
const PATH = (m: number, D: readonly Buffer[]): Buffer[] => {
  if (D.length === 1) return []
  const midt = k(D.length)
  return m < midt ? [...PATH(m, D.slice(0, midt)), MTH(D.slice(midt))] : [...PATH(m - midt, D.slice(midt)), MTH(D.slice(0, midt))]
}
const SUBPROOF = (m: number, D: readonly Buffer[], b: boolean): Buffer[] => {
  if (m === D.length) return b ? [] : [MTH(D)]
  const midt = k(D.length)
  return m <= midt
    ? [...SUBPROOF(m, D.slice(0, midt), b), MTH(D.slice(midt))]
    : [...SUBPROOF(m - midt, D.slice(midt), false), MTH(D.slice(0, midt))]
}
const PROOF = (m: number, D: readonly Buffer[]): Buffer[] => SUBPROOF(m, D, true)

const makeEntries = (antal: number, froe: number) =>
  Array.from({ length: antal }, (_, nr) =>
    createHash('sha256')
      .update(`${froe} ${nr}`)
      .digest()
      .subarray(0, nr % 33),
  )

const laesAf = (D: readonly Buffer[]): LaesNode => {
  const niveauer = [D.map(hashBlad)]
  for (let under = niveauer[0] ?? []; under.length > 1; ) {
    const over = Array.from({ length: Math.floor(under.length / 2) }, (_, i) =>
      hashNode(under[2 * i] as Buffer, under[2 * i + 1] as Buffer),
    )
    niveauer.push(over)
    under = over
  }
  return (niveau, plads) => {
    const node = niveauer[niveau]?.[plads]
    if (!node) throw new Error('a node beyond the tree was asked for')
    return node
  }
}

describe('as the RFC’s own words say', () => {
  const STOERST = 40
  const D = makeEntries(STOERST, 1)
  const laes = laesAf(D)

  test(`every root, path and proof up to ${STOERST} leaves, and each proof of no other size`, () => {
    for (let n = 1; n <= STOERST; n++) {
      const her = D.slice(0, n)
      const hoved = { antal: n, rod: MTH(her) }
      expect(rodAf(n, laes)).toEqual(hoved.rod)
      for (let m = 0; m < n; m++) {
        const bevis = PATH(m, her)
        expect(inklusionsbevis(m, n, laes)).toEqual(bevis)
        const blad = hashBlad(D[m] as Buffer)
        for (let anden = 0; anden < n; anden++) expect(verifyInklusion(blad, anden, hoved, bevis)).toBe(anden === m)
      }
      for (let m = 1; m <= n; m++) {
        const bevis = PROOF(m, her)
        expect(konsistensbevis(m, n, laes)).toEqual(bevis)
        for (let anden = 1; anden <= n; anden++)
          expect(verifyKonsistens({ antal: anden, rod: MTH(D.slice(0, anden)) }, hoved, bevis)).toBe(anden === m)
      }
    }
  })

  test('random trees of up to some thousand leaves, also out of tiles that were filled piece by piece', () => {
    const terning = createTerning(20_261_123)
    for (let gang = 0; gang < 8; gang++) {
      const n = terning.heltal(1, 3_000)
      const entries = makeEntries(n, gang + 2)
      const fliser = new Map<string, Flise>()
      const kant = createKant()
      for (let fra = 0; fra < n; ) {
        const nye = entries.slice(fra, fra + terning.heltal(1, 700)).map(hashBlad)
        const gamle = (sted: { niveau: number; nr: number }) => fliser.get(flisenavn(sted))?.hashes
        expect(sidsteFliser(fra).length).toBeLessThan(4)
        for (const flise of addBlade(fra, nye, gamle)) fliser.set(flisenavn(flise), flise)
        nye.forEach(kant.add)
        fra += nye.length
      }
      const laesFliser = laesNodeAf((sted) => fliser.get(flisenavn(sted))?.hashes)
      const rod = MTH(entries)
      expect([rodAf(n, laesFliser), kant.rod()]).toEqual([rod, rod])
      for (let proeve = 0; proeve < 5; proeve++) {
        const m = terning.heltal(1, n)
        expect(konsistensbevis(m, n, laesFliser)).toEqual(PROOF(m, entries))
        expect(inklusionsbevis(m - 1, n, laesFliser)).toEqual(PATH(m - 1, entries))
        expect(verifyKonsistens({ antal: m, rod: MTH(entries.slice(0, m)) }, { antal: n, rod }, PROOF(m, entries))).toBe(true)
      }
    }
  })
})

test.each([2 ** 32 + 1, 2 ** 48 + 1, 2 ** 49 - 1, 2 ** 52 + 1, Number.MAX_SAFE_INTEGER])(
  'a tree of %d leaves is parted where it must be, also beside a power of two',
  (antal) => {
    const niveauer: Buffer[] = [hashBlad(Buffer.alloc(0))]
    for (let i = 1; i < 54; i++) niveauer.push(hashNode(niveauer[i - 1] as Buffer, niveauer[i - 1] as Buffer))
    // All leaves are alike, so that a whole node is known by its level alone; one that is not whole is no node.
    const laes: LaesNode = (niveau, plads) => {
      if (!Number.isSafeInteger(plads) || (plads + 1) * 2 ** niveau > antal)
        throw new Error('a node beyond the tree was asked for')
      return niveauer[niveau] as Buffer
    }
    const hoved = { antal, rod: rodAf(antal, laes) }
    for (const foer of [antal - 1, antal - 2, 2 ** 31 + 1, 2 ** 32]) {
      const gammelt = { antal: foer, rod: rodAf(foer, laes) }
      expect(verifyKonsistens(gammelt, hoved, konsistensbevis(foer, antal, laes))).toBe(true)
      expect(verifyInklusion(niveauer[0] as Buffer, foer, hoved, inklusionsbevis(foer, antal, laes))).toBe(true)
    }
    expect(hoved.rod.equals(niveauer[Math.round(Math.log2(antal))] as Buffer)).toBe(false)
  },
)
