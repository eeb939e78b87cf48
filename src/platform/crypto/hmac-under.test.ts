import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hmacUnder } from './index.ts'

test('it is Node’s own HMAC, for keys up to a block and texts of any length', () => {
  for (const laengde of [0, 1, 16, 32, 63, 64]) {
    const noegle = randomBytes(laengde)
    const under = hmacUnder(noegle)
    for (const tekst of ['', 'æ', 'x'.repeat(55), 'x'.repeat(64), 'x'.repeat(1_000)])
      expect(under(tekst)).toEqual(createHmac('sha256', noegle).update(tekst).digest())
  }
})

test('a longer key, which HMAC would hash first, is refused and not cut off', () => {
  expect(() => hmacUnder(randomBytes(65))).toThrow(RangeError)
})
