import { expect, test } from 'vitest'
import { createNoegle, hashHemmelighed, hashNoegle, isHemmelighed, isSammeHash, parseFingeraftryk } from './hemmelighed.ts'

test('a secret is known again, another is not, and the same one is never kept alike', async () => {
  const [en, to] = await Promise.all([hashHemmelighed('rød-grød-1'), hashHemmelighed('rød-grød-1')])
  expect(await isHemmelighed('rød-grød-1', en)).toBe(true)
  expect(await isHemmelighed('rød-grød-2', en)).toBe(false)
  expect(Buffer.compare(en, to)).not.toBe(0)
  expect(Buffer.from(en).includes('grød')).toBe(false)
})

test('a hash that is cut off, of another version or empty knows no secret', async () => {
  const hash = await hashHemmelighed('hemmelig')
  const andenUdgave = Uint8Array.from(hash).fill(2, 0, 1)
  for (const ukendt of [hash.subarray(0, 40), andenUdgave, new Uint8Array()])
    expect(await isHemmelighed('hemmelig', ukendt)).toBe(false)
})

test('a key is 256 random bits', () => {
  const noegler = new Set(Array.from({ length: 50 }, createNoegle))
  expect(noegler.size).toBe(50)
  for (const noegle of noegler) expect(Buffer.from(noegle, 'base64url').length).toBe(32)
})

test('hashes are compared whole', () => {
  const hash = hashNoegle('a')
  expect(isSammeHash(hash, hashNoegle('a'))).toBe(true)
  expect(isSammeHash(hash, hashNoegle('b'))).toBe(false)
  expect(isSammeHash(hash, hash.subarray(0, 31))).toBe(false)
  expect(isSammeHash(hash, undefined)).toBe(false)
})

test('a fingerprint is read with and without colons, in either case, and nothing else is', () => {
  const hex = 'ab'.repeat(32)
  const med = hex.toUpperCase().match(/../g)!.join(':')
  expect(parseFingeraftryk(hex)).toEqual(Buffer.from(hex, 'hex'))
  expect(parseFingeraftryk(med)).toEqual(Buffer.from(hex, 'hex'))
  for (const andet of ['', 'ab', `${hex}00`, hex.replace('a', 'x')]) expect(parseFingeraftryk(andet)).toBeUndefined()
})
