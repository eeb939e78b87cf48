import { expect, test } from 'vitest'
import { HOEJST_Z, signedRank } from './fortegnstest.ts'
import { createTerning } from './tilfaeldighed.ts'

const terning = createTerning(7)
const stoej = () => terning.heltal(-1_000, 1_000) / 1_000

test('as a table of the test has it: ranks 1 to 10 with 8 and 10 negative give 37 of 55', () => {
  const { z, par } = signedRank([1, 2, 3, 4, 5, 6, 7, -8, 9, -10])
  expect(par).toBe(10)
  expect(z).toBeCloseTo((37 - 27.5) / Math.sqrt((10 * 11 * 21) / 24), 10)
})

test('noise alone is no difference, and a tenth of the noise is seen in a thousand pairs', () => {
  const uden = Array.from({ length: 1_000 }, stoej)
  expect(Math.abs(signedRank(uden).z)).toBeLessThan(HOEJST_Z)
  expect(signedRank(uden.map((forskel) => forskel + 0.1)).z).toBeGreaterThan(HOEJST_Z)
})

test('nothing to compare is no difference', () => {
  expect(signedRank([0, 0]).z).toBe(0)
})
