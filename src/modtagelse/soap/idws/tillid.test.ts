import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCertifikat } from '#platform/crypto'
import { lavNoeglepar } from './idws.bygger.ts'
import { readTillid } from './tillid.ts'

const pem = lavNoeglepar('sts').certifikat.toString()
const god = { modtager: 'https://os.test', udstedere: [{ navn: 'https://sts.test', certifikater: [pem] }] }
const svag = () => {
  const { privateKey: noegle } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  return createCertifikat({ navn: 'svag', noegle, fra: new Date(0), til: new Date(1e13) })
}

test('a file of trust is read as it stands', () => {
  expect(readTillid(JSON.stringify(god))).toMatchObject({
    modtager: 'https://os.test',
    privilegium: undefined,
    udstedere: [{ navn: 'https://sts.test' }],
  })
  expect(readTillid(JSON.stringify({ ...god, privilegium: 'urn:lever' })).privilegium).toBe('urn:lever')
})

test.each<[string, unknown, string]>([
  ['no JSON', undefined, 'ikke JSON'],
  ['a list', [], 'et objekt'],
  ['no audience', { ...god, modtager: undefined }, 'modtager mangler'],
  ['a misspelt limit', { ...god, priviliegium: 'x' }, 'priviliegium er ukendt'],
  ['an empty privilege', { ...god, privilegium: '' }, 'privilegium'],
  ['nobody trusted', { ...god, udstedere: [] }, 'udstedere'],
  ['an issuer twice', { ...god, udstedere: [...god.udstedere, ...god.udstedere] }, 'to gange'],
  ['an issuer without a certificate', { ...god, udstedere: [{ navn: 'x', certifikater: [] }] }, 'certifikater'],
  ['a certificate that is none', { ...god, udstedere: [{ navn: 'x', certifikater: ['hej'] }] }, 'kan ikke læses'],
  ['a weak key', { ...god, udstedere: [{ navn: 'x', certifikater: [svag()] }] }, '2048'],
])('%s is refused with a sentence', (_, fil, saetning) => {
  expect(() => readTillid(fil === undefined ? '{' : JSON.stringify(fil))).toThrow(saetning)
})
