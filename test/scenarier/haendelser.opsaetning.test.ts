import { expect, test } from 'vitest'
import { readConfig } from '#config'
import { Opstartsfejl } from '#platform/database'

const url = 'amqps://bruger:kode@broker.example/vhost'

test('a broker is read whole: its address, its protocol, and where at it', () => {
  expect(readConfig({}).broker).toBeUndefined()
  expect(readConfig({ BORGERBLIKKET_AMQP_URL: url, BORGERBLIKKET_AMQP_ADRESSE: 'haendelser' }).broker).toEqual({
    url,
    protokol: '1.0',
    adresse: 'haendelser',
  })
  expect(readConfig({}).haendelserDage).toBe(30)
})

test.each<[string, Record<string, string>]>([
  ['BORGERBLIKKET_AMQP_ADRESSE', { BORGERBLIKKET_AMQP_URL: url }],
  ['BORGERBLIKKET_AMQP_URL', { BORGERBLIKKET_AMQP_URL: 'amqp://broker.example', BORGERBLIKKET_AMQP_ADRESSE: 'a' }],
  ['BORGERBLIKKET_AMQP_URL', { BORGERBLIKKET_AMQP_URL: 'https://broker.example', BORGERBLIKKET_AMQP_ADRESSE: 'a' }],
  [
    'BORGERBLIKKET_AMQP_PROTOKOL',
    { BORGERBLIKKET_AMQP_URL: url, BORGERBLIKKET_AMQP_ADRESSE: 'a', BORGERBLIKKET_AMQP_PROTOKOL: '0-10' },
  ],
  ['HAENDELSER_DAGE', { HAENDELSER_DAGE: '0' }],
])('%s is named where it is wrong', (navn, miljoe) => {
  const read = () => readConfig(miljoe)
  expect(read).toThrow(Opstartsfejl)
  expect(read).toThrow(navn)
  // Never the password.
  expect(read).not.toThrow(/kode@/)
})
