import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createNoegler, Forseglingsfejl, hmac, open, openIfOurs, seal } from './index.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbforsegling-'))
const noegler = createNoegler(mappe)
afterAll(() => rmSync(mappe, { recursive: true, force: true }))

test('what was sealed opens to the same bytes, for any content and place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.string({ unit: 'grapheme' }), (indhold, sted) => {
      expect(open(noegler.indhold, seal(noegler.indhold, indhold, sted), sted)).toEqual(Buffer.from(indhold))
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('a text opens as UTF-8', () => {
  expect(open(noegler.indhold, seal(noegler.indhold, 'Ærø 😀', 'a'), 'a').toString('utf8')).toBe('Ærø 😀')
})

test('the same content is never sealed to the same bytes', () => {
  const sete = new Set(Array.from({ length: 1000 }, () => seal(noegler.indhold, 'ens', 'a').toString('hex')))
  expect(sete.size).toBe(1000)
})

test('one changed bit anywhere, a missing end and another place are all refused with the same words', () => {
  const forseglet = seal(noegler.nummer, 'noget at skjule', 'part 1')
  const fejl = (bytes: Uint8Array, aad = 'part 1'): string => {
    try {
      return open(noegler.nummer, bytes, aad).toString()
    } catch (error) {
      expect(error).toBeInstanceOf(Forseglingsfejl)
      return (error as Error).message
    }
  }
  const ord = new Set<string>()
  for (let bit = 0; bit < forseglet.length * 8; bit++) {
    const aendret = Buffer.from(forseglet)
    aendret[bit >> 3] = (aendret[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    ord.add(fejl(aendret))
  }
  for (let laengde = 0; laengde < forseglet.length; laengde++) ord.add(fejl(forseglet.subarray(0, laengde)))
  ord.add(fejl(forseglet, 'part 2'))
  expect([...ord]).toEqual(['The seal cannot be opened'])
})

test('foreign bytes answer undefined, not an exception', () => {
  expect(openIfOurs(noegler.session, Buffer.alloc(0), 'a')).toBeUndefined()
  expect(openIfOurs(noegler.session, Buffer.alloc(200), 'a')).toBeUndefined()
})

test('the HMAC depends on the text and has 32 bytes', () => {
  expect(hmac(noegler.opslag, 'a')).toHaveLength(32)
  expect(hmac(noegler.opslag, 'a')).toEqual(hmac(noegler.opslag, 'a'))
  expect(hmac(noegler.opslag, 'a')).not.toEqual(hmac(noegler.opslag, 'b'))
})
