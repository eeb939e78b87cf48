import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addBlade, type Flise, Flisefejl, findFliser, flisenavn, laesNodeAf, sidsteFliser } from './fliser.ts'
import { type Hash, hashBlad, inklusionsbevis, konsistensbevis, rodAf } from './trae.ts'
import { verifyInklusion, verifyKonsistens } from './verificer.ts'

const BLADE = Array.from({ length: 70_000 }, (_, nr) => hashBlad(Buffer.from(String(nr))))

/** The tree of the first leaves, added in pieces. */
function fliserAf(stykker: readonly number[]): { readonly antal: number; readonly fliser: Map<string, Flise> } {
  const fliser = new Map<string, Flise>()
  let antal = 0
  for (const stykke of stykker) {
    const laeste = new Set(sidsteFliser(antal).map(flisenavn))
    const nye = addBlade(antal, BLADE.slice(antal, antal + stykke), (sted) =>
      laeste.has(flisenavn(sted)) ? fliser.get(flisenavn(sted))?.hashes : undefined,
    )
    for (const flise of nye) fliser.set(flisenavn(flise), flise)
    antal += stykke
  }
  return { antal, fliser }
}

/** Straight from the definition: the largest power of two below the number of leaves goes to the left. */
function rodEfterDefinition(blade: readonly Hash[]): Hash {
  const [en] = blade
  if (en && blade.length === 1) return en
  const del = 2 ** (Math.ceil(Math.log2(blade.length)) - 1)
  const samlet = Buffer.concat([Buffer.from([1]), rodEfterDefinition(blade.slice(0, del)), rodEfterDefinition(blade.slice(del))])
  return hash('sha256', samlet, 'buffer')
}

const laesAf = (fliser: ReadonlyMap<string, Flise>) => laesNodeAf((sted) => fliser.get(flisenavn(sted))?.hashes)

test.each([1, 2, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537, 70_000])(
  '%i leaves have the root of the definition',
  (antal) => {
    expect(rodAf(antal, laesAf(fliserAf([antal]).fliser))).toEqual(rodEfterDefinition(BLADE.slice(0, antal)))
  },
)

test('the tiles are the same in whatever pieces the leaves came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 }), (stykker) => {
      const { antal, fliser } = fliserAf(stykker)
      const paaEnGang = fliserAf([antal]).fliser
      expect([...fliser.values()].sort(order)).toEqual([...paaEnGang.values()].sort(order))
    }),
    { seed: 4, numRuns: 60 },
  )
})
const order = (a: Flise, b: Flise) => a.niveau - b.niveau || a.nr - b.nr

test('a proof reads a few tiles of a large tree, and those are enough', () => {
  const { antal, fliser } = fliserAf([70_000])
  const hoved = { antal, rod: rodAf(antal, laesAf(fliser)) }
  fc.assert(
    fc.property(fc.nat(antal - 1), (blad) => {
      const noedvendige = findFliser((laes) => [inklusionsbevis(blad, antal, laes), konsistensbevis(blad, antal, laes)])
      expect(noedvendige.length).toBeLessThanOrEqual(8)
      const faa = new Map(noedvendige.map((sted) => [flisenavn(sted), fliser.get(flisenavn(sted)) as Flise]))
      expect(verifyInklusion(BLADE[blad] as Hash, blad, hoved, inklusionsbevis(blad, antal, laesAf(faa)))).toBe(true)
      const foer = { antal: blad, rod: rodAf(blad, laesAf(fliser)) }
      expect(verifyKonsistens(foer, hoved, konsistensbevis(blad, antal, laesAf(faa)))).toBe(true)
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('where a tile is gone or cut short nothing is added and nothing proved', () => {
  const { fliser } = fliserAf([300])
  const uden = (sted: string) => laesNodeAf((led) => (flisenavn(led) === sted ? undefined : fliser.get(flisenavn(led))?.hashes))
  expect(() => rodAf(300, uden('0/1'))).toThrow(Flisefejl)
  expect(() => rodAf(300, uden('1/0'))).toThrow(Flisefejl)
  expect(() => addBlade(300, BLADE.slice(300, 301), () => undefined)).toThrow(Flisefejl)
  expect(() => addBlade(300, BLADE.slice(300, 301), () => Buffer.alloc(32 * 43))).toThrow(Flisefejl)
})
