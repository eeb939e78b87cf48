import { expect, test } from 'vitest'
import { kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import { foraeldremyndighedRegel } from './foraeldremyndighed.ts'

test.each<[string | undefined, number | undefined, string]>([
  ['28.09.40', 0, 'vises'],
  ['28.09.40', 14, 'vises'],
  ['28.09.40', 15, 'FORAELDREMYNDIGHED'],
  ['28.09.40', undefined, 'FORAELDREMYNDIGHED'],
  ['28.09.40', -1, 'FORAELDREMYNDIGHED'],
  ['34.10.30', 5, 'FORAELDREMYNDIGHED'],
  ['27.36.04', 5, 'FORAELDREMYNDIGHED'],
  ['02.28.02', 5, 'FORAELDREMYNDIGHED'],
  [undefined, 5, 'FORAELDREMYNDIGHED'],
])('a parent, KLE %s, child of %s: %s', (kle, alder, forventet) => {
  const regel = foraeldremyndighedRegel(sagFakta({ kle }), kontekst({ grund: 'foraeldremyndighed', alder }))
  expect(udfald(regel)).toBe(forventet)
})

test('one who looks at what is their own is not limited by it', () => {
  expect(foraeldremyndighedRegel(sagFakta({ kle: '27.36.04' }), kontekst({ alder: undefined })).vises).toBe(true)
})
