import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALLE_PARTER, createStykker, splitStraekning } from './straekning.ts'

/** Walks a stretch in which each part of it holds the same. */
function walk(straekning: typeof ALLE_PARTER, tingIAlt: number) {
  const stykker = createStykker(straekning)
  const gaaet: { readonly fra: string; readonly til: string; readonly tusindedele: number }[] = []
  let foer = 0
  for (let stykke = stykker.next(); stykke; stykke = stykker.next()) {
    gaaet.push({ ...stykke.straekning, tusindedele: stykke.tusindedele })
    stykker.see(((stykke.tusindedele - foer) / 1_000) * tingIAlt)
    foer = stykke.tusindedele
  }
  return gaaet
}

test('the pieces lie end to end, from the first part there can be to the last, whatever they hold', () => {
  const antal = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(antal, fc.integer({ min: 0, max: 400_000 }), (dele, ting) => {
      const alle = splitStraekning(ALLE_PARTER, dele).flatMap((straekning) => walk(straekning, ting))
      expect(alle[0]?.fra).toBe('00000000-0000-0000-0000-000000000000')
      expect(alle.at(-1)?.til).toBe('ffffffff-ffff-ffff-ffff-ffffffffffff')
      for (const [nr, { fra }] of alle.entries()) {
        const foer = alle[nr - 1]?.til.slice(0, 8)
        if (foer) expect(Number.parseInt(fra.slice(0, 8), 16)).toBe(Number.parseInt(foer, 16) + 1)
      }
    }),
    { numRuns: 50, seed: 20261122 },
  )
})

test('a municipality with little takes few pieces, and one with much takes pieces that memory can hold', () => {
  expect(walk(ALLE_PARTER, 3_000).length).toBeLessThan(30)
  const mange = walk(ALLE_PARTER, 4_000_000)
  expect(mange.length).toBeGreaterThan(400)
  expect(mange.at(-1)?.tusindedele).toBe(1_000)
})
