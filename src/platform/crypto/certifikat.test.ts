import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCertifikat } from './certifikat.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

test('a certificate is read by OpenSSL as it was made, and is signed with its own key', () => {
  const [fra, til] = [new Date('2026-11-22T12:00:00Z'), new Date('2056-11-22T12:00:00Z')]
  const certifikat = new X509Certificate(
    createCertifikat({ navn: 'Æbleby Sag', noegle: privateKey, fra, til, vaerter: ['localhost'] }),
  )
  expect(certifikat.subject).toBe('CN=Æbleby Sag')
  expect([certifikat.validFromDate, certifikat.validToDate]).toEqual([fra, til])
  expect(certifikat.subjectAltName).toBe('DNS:localhost')
  expect(certifikat.verify(publicKey)).toBe(true)
  expect(certifikat.checkIssued(certifikat)).toBe(true)
})

test('two certificates of one key have serial numbers of their own', () => {
  const make = () =>
    new X509Certificate(createCertifikat({ navn: 'x', noegle: privateKey, fra: new Date(0), til: new Date(1e12) })).serialNumber
  expect(make()).not.toBe(make())
})
