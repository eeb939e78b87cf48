import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { procentOp, upperLimit } from './sikkerhed.ts'

describe('the upper limit', () => {
  test('of none bad is what the closed form says: 0 of 200 is at most 1.5 %', () => {
    for (const n of [1, 10, 59, 200, 1000, 100_000]) expect(upperLimit(0, n).hoejst).toBeCloseTo(1 - 0.05 ** (1 / n), 12)
    expect(procentOp(upperLimit(0, 200).hoejst)).toBe(1.5)
  })

  // Wilks' numbers: the smallest samples that show at most 5 % with 95 % certainty with 0, 1, 2 … bad ones among them.
  test.each([
    [0, 59],
    [1, 93],
    [2, 124],
    [3, 153],
    [4, 181],
    [5, 208],
  ])('with %i bad ones, %i is the smallest sample that shows at most 5 %%', (daarlige, set) => {
    expect(upperLimit(daarlige, set).hoejst).toBeLessThanOrEqual(0.05)
    expect(upperLimit(daarlige, set - 1).hoejst).toBeGreaterThan(0.05)
  })

  test('is everything where all were bad or nothing has been seen', () => {
    expect(upperLimit(0, 0).hoejst).toBe(1)
    expect(upperLimit(7, 7).hoejst).toBe(1)
  })

  test('is where the chance of so few, summed term by term, is one in twenty; grows with the bad and shrinks with the sample', () => {
    const chance = (k: number, n: number, p: number): number => {
      let sum = 0
      for (let i = 0; i <= k; i++) {
        let led = 1
        for (let j = 0; j < i; j++) led *= (n - j) / (i - j)
        sum += led * p ** i * (1 - p) ** (n - i)
      }
      return sum
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(12), (n, k) => {
        fc.pre(k < n)
        const { hoejst } = upperLimit(k, n)
        expect(chance(k, n, hoejst)).toBeCloseTo(0.05, 8)
        expect(hoejst).toBeGreaterThan(k / n)
        expect(upperLimit(k, n + 1).hoejst).toBeLessThan(hoejst)
        if (k + 1 < n) expect(upperLimit(k + 1, n).hoejst).toBeGreaterThan(hoejst)
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  test('refuses what is no sample', () => {
    for (const [daarlige, set] of [
      [2, 1],
      [-1, 5],
      [0.5, 5],
      [0, Number.NaN],
    ] as const)
      expect(() => upperLimit(daarlige, set)).toThrow(RangeError)
  })

  test('is told with one decimal, never better than it is', () => {
    expect([0.014867, 0.015, 0.01501, 0, 1].map(procentOp)).toEqual([1.5, 1.5, 1.6, 0, 100])
  })
})
