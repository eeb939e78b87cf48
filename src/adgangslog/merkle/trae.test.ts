import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hash, hashBlad, hashNode, inklusionsbevis, konsistensbevis, type LaesNode, rodAf, TOM_ROD } from './trae.ts'
import { verifyInklusion, verifyKonsistens } from './verificer.ts'

/** The eight leaves that implementations of RFC 6962 are tried with, and the roots of the first one to eight of them. */
const BLADE = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
  Buffer.from(hex, 'hex'),
)
const ROEDDER = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const laesAf =
  (blade: readonly Hash[]): LaesNode =>
  (niveau, plads) => {
    if (niveau === 0) return blade[plads] as Hash
    const laes = laesAf(blade)
    return hashNode(laes(niveau - 1, plads * 2), laes(niveau - 1, plads * 2 + 1))
  }
const laes = laesAf(BLADE.map(hashBlad))
const hoved = (antal: number, af = laes) => ({ antal, rod: rodAf(antal, af) })
const bit = (hash: Hash, nr: number): Hash => {
  const ny = Buffer.from(hash)
  ny[nr % 32] = (ny[nr % 32] as number) ^ (1 << (nr % 8))
  return ny
}

describe('the vectors of RFC 6962', () => {
  test('the root of nothing is the hash of nothing', () => {
    expect(TOM_ROD.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(rodAf(0, laes)).toEqual(TOM_ROD)
  })

  test.each(ROEDDER.map((rod, i) => [i + 1, rod] as const))('of %i leaves the root is %s', (antal, rod) => {
    expect(rodAf(antal, laes).toString('hex')).toBe(rod)
  })

  // RFC 6962 section 2.1.3 draws a tree of seven leaves, and names the nodes of these proofs.
  const navne = {
    a: [0, 0],
    b: [0, 1],
    c: [0, 2],
    d: [0, 3],
    e: [0, 4],
    f: [0, 5],
    j: [0, 6],
    g: [1, 0],
    h: [1, 1],
    i: [1, 2],
    k: [2, 0],
  } as const
  const node = (navn: string): Hash => {
    if (navn === 'l') return hashNode(node('i'), node('j'))
    const [niveau, plads] = navne[navn as keyof typeof navne]
    return laes(niveau, plads)
  }

  test.each([
    [0, 'b h l'],
    [3, 'c g l'],
    [4, 'f j k'],
    [6, 'i k'],
  ])('the path of leaf %i of seven is %s', (blad, ventet) => {
    expect(inklusionsbevis(blad, 7, laes)).toEqual(ventet.split(' ').map(node))
  })

  test.each([
    [3, 'c d g l'],
    [4, 'l'],
    [6, 'i j k'],
  ])('that seven leaves begin with the first %i is shown by %s', (foer, ventet) => {
    expect(konsistensbevis(foer, 7, laes)).toEqual(ventet.split(' ').map(node))
  })
})

describe('whatever the size', () => {
  const stoerrelser = fc.integer({ min: 1, max: 70 })
  const blade = Array.from({ length: 70 }, (_, nr) => hashBlad(Buffer.from(`blad ${nr}`)))
  const af = laesAf(blade)

  test('each leaf is proved in it, at its own place alone', () => {
    fc.assert(
      fc.property(stoerrelser, fc.nat(69), fc.nat(69), (antal, a, b) => {
        const [blad, andet] = [a % antal, b % antal]
        const bevis = inklusionsbevis(blad, antal, af)
        expect(verifyInklusion(blade[blad] as Hash, blad, hoved(antal, af), bevis)).toBe(true)
        if (andet === blad) return
        expect(verifyInklusion(blade[blad] as Hash, andet, hoved(antal, af), bevis)).toBe(false)
        expect(verifyInklusion(blade[andet] as Hash, blad, hoved(antal, af), bevis)).toBe(false)
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  test('it begins with every smaller one, and with none that is otherwise', () => {
    fc.assert(
      fc.property(stoerrelser, fc.nat(70), fc.nat(69), fc.nat(255), (antal, a, aendret, nr) => {
        const foer = a % (antal + 1)
        const bevis = konsistensbevis(foer, antal, af)
        expect(verifyKonsistens(hoved(foer, af), hoved(antal, af), bevis)).toBe(true)
        if (foer === 0) return
        const andre = blade.map((blad, i) => (i === aendret % foer ? bit(blad, nr) : blad))
        expect(verifyKonsistens(hoved(foer, af), hoved(antal, laesAf(andre)), bevis)).toBe(false)
        const andresBevis = konsistensbevis(foer, antal, laesAf(andre))
        expect(verifyKonsistens(hoved(foer, af), hoved(antal, laesAf(andre)), andresBevis)).toBe(false)
      }),
      { seed: 2, numRuns: 400 },
    )
  })

  test('a proof with a bit turned, a step too few, too many, or in another order proves nothing', () => {
    fc.assert(
      fc.property(stoerrelser, fc.nat(69), fc.nat(255), fc.nat(10), (antal, a, nr, b) => {
        const blad = a % antal
        const foer = Math.max(1, blad)
        for (const [bevis, holds] of [
          [inklusionsbevis(blad, antal, af), (led: Hash[]) => verifyInklusion(blade[blad] as Hash, blad, hoved(antal, af), led)],
          [konsistensbevis(foer, antal, af), (led: Hash[]) => verifyKonsistens(hoved(foer, af), hoved(antal, af), led)],
        ] as const) {
          expect(holds([...bevis, TOM_ROD])).toBe(false)
          if (bevis.length === 0) continue
          const sted = b % bevis.length
          expect(holds(bevis.map((led, i) => (i === sted ? bit(led, nr) : led)))).toBe(false)
          expect(holds(bevis.filter((_, i) => i !== sted))).toBe(false)
          if (bevis.length > 1) expect(holds(bevis.toReversed())).toBe(false)
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  test('more leaves than 32 bits can count are proved too', () => {
    const samme = (niveau: number): Hash => (niveau === 0 ? (blade[0] as Hash) : hashNode(samme(niveau - 1), samme(niveau - 1)))
    const niveauer = Array.from({ length: 36 }, (_, niveau) => (niveau < 12 ? samme(niveau) : undefined))
    for (let niveau = 12; niveau < 36; niveau++)
      niveauer[niveau] = hashNode(niveauer[niveau - 1] as Hash, niveauer[niveau - 1] as Hash)
    const ens: LaesNode = (niveau) => niveauer[niveau] as Hash
    const antal = 2 ** 33 + 5
    const bevis = inklusionsbevis(2 ** 33 + 1, antal, ens)
    expect(verifyInklusion(blade[0] as Hash, 2 ** 33 + 1, hoved(antal, ens), bevis)).toBe(true)
    expect(verifyKonsistens(hoved(2 ** 32 + 7, ens), hoved(antal, ens), konsistensbevis(2 ** 32 + 7, antal, ens))).toBe(true)
  })
})

test.each([
  [-1, 3],
  [3, 3],
  [0.5, 3],
  [0, 0],
  [Number.NaN, 3],
])('there is no proof of leaf %d of %d', (blad, antal) => {
  expect(() => inklusionsbevis(blad, antal, laes)).toThrow(RangeError)
  expect(verifyInklusion(hashBlad(Buffer.alloc(0)), blad, hoved(antal), [])).toBe(false)
})

test.each([-1, 9, 1.5, Number.NaN])('a tree of eight leaves never had %d', (foer) => {
  expect(() => konsistensbevis(foer, 8, laes)).toThrow(RangeError)
  expect(verifyKonsistens({ antal: foer, rod: TOM_ROD }, hoved(8), [])).toBe(false)
})
