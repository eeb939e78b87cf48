import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suppress } from './undertryk.ts'

test.each([
  [0, 0, { slags: 'faa' }],
  [4, 0, { slags: 'faa' }],
  [2, 2, { slags: 'faa' }],
  [5, 0, { slags: 'tal', ja: 5, nej: 0 }],
  [0, 5, { slags: 'tal', ja: 0, nej: 5 }],
  [4, 1, { slags: 'skaevt' }],
  [100, 4, { slags: 'skaevt' }],
  [1, 100, { slags: 'skaevt' }],
  [5, 5, { slags: 'tal', ja: 5, nej: 5 }],
])('%i yes and %i no', (ja, nej, ventet) => {
  expect(suppress({ ja, nej })).toEqual(ventet)
})

test('no count from one to four is ever told, and what is told of a smaller one is told of all of them alike', () => {
  const tal = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(tal, tal, (ja, nej) => {
      const vist = suppress({ ja, nej })
      if (vist.slags === 'tal') for (const et of [vist.ja, vist.nej]) expect(et === 0 || et >= 5).toBe(true)
      else
        for (let andre = 1; andre < 5; andre++)
          if (vist.slags === 'skaevt' && ja >= 5) expect(suppress({ ja, nej: andre })).toEqual(vist)
    }),
    { seed: 4, numRuns: 500 },
  )
})
