import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readNoeglepar, readOrMakeNoeglepar } from './noeglepar.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbpar-'))
afterAll(() => rmSync(mappe, { recursive: true }))

test('a pair is made once and read ever after, and only its owner can open the file', () => {
  const foerste = readOrMakeNoeglepar(mappe, 'par', 'Prøve')
  expect(foerste.certifikat.subject).toBe('CN=Prøve')
  expect(readOrMakeNoeglepar(mappe, 'par', 'Prøve').certifikat.fingerprint256).toBe(foerste.certifikat.fingerprint256)
  expect(readdirSync(mappe)).toEqual(['par.pem'])
  const fil = join(mappe, 'par.pem')
  chmodSync(fil, 0o644)
  expect(() => readNoeglepar(fil)).toThrow('chmod 600')
  chmodSync(fil, 0o600)
})

test('a key and the certificate of another are no pair', () => {
  readOrMakeNoeglepar(mappe, 'andet', 'Andet')
  expect(() => readNoeglepar(join(mappe, 'par.pem'), join(mappe, 'andet.pem'))).toThrow('dens certifikat')
  writeFileSync(join(mappe, 'tom.pem'), '', { mode: 0o600 })
  expect(() => readNoeglepar(join(mappe, 'tom.pem'))).toThrow('RSA-nøgle')
})
