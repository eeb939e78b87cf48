import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ARTER } from '#kernel'
import { fuldtElement } from '../regler/fuldt-element.testdata.ts'
import { toKanonisk } from './kanonisk.ts'

const navn = fc.stringMatching(/^[a-zA-ZæøåÆØÅ]{1,8}$/)
const { vaerdi } = fc.letrec((tie) => ({
  blad: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  ),
  vaerdi: fc.oneof(
    { depthSize: 'small' },
    tie('blad'),
    fc.array(tie('vaerdi'), { maxLength: 4 }),
    fc.dictionary(navn, tie('vaerdi'), { maxKeys: 5 }),
  ),
}))

test('it is the text of RFC 8785, as another writes it', () => {
  fc.assert(
    fc.property(vaerdi, (led) => {
      expect(toKanonisk(led)).toBe(canonicalize(led))
    }),
    { seed: 20261122, numRuns: 1000 },
  )
  for (const art of ARTER) expect(toKanonisk(fuldtElement(art))).toBe(canonicalize(fuldtElement(art)))
})

test('many names are put in order as few are', () => {
  const mange = (antal: number) => Object.fromEntries(Array.from({ length: antal }, (_, i) => [`n${(i * 7) % antal}`, i]))
  for (const antal of [1, 2, 31, 32, 33, 100]) expect(toKanonisk(mange(antal))).toBe(canonicalize(mange(antal)))
})

test('the order of keys does not show, the order of a list does', () => {
  expect(toKanonisk({ b: 1, a: { d: 2, c: undefined } })).toBe('{"a":{"d":2},"b":1}')
  expect(toKanonisk([2, 1])).not.toBe(toKanonisk([1, 2]))
})
