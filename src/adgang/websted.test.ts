import { expect, test } from 'vitest'
import { Opstartsfejl } from '#platform/database'
import { createBroker } from './oidc/broker.ts'
import { BORGERINDGANG } from './oidc/indgang.ts'
import { isFromOwnPage, parseWebsted } from './websted.ts'

test('a site is known by its origin alone', () => {
  expect(parseWebsted('https://borgerblikket.example/sti?x')).toEqual({ origin: 'https://borgerblikket.example', sikkert: true })
  expect(parseWebsted('http://localhost:8080')).toEqual({ origin: 'http://localhost:8080', sikkert: false })
  expect(parseWebsted('http://[::1]:8080')).toEqual({ origin: 'http://[::1]:8080', sikkert: false })
})

test.each(['http://borgerblikket.example', 'http://localhost.example', 'ftp://localhost', 'localhost', ''])(
  'logins are not offered at %j',
  (adresse) => {
    expect(() => parseWebsted(adresse)).toThrow(Opstartsfejl)
  },
)

test.each(['http://broker.example', 'file:///x', ''])('a broker at %j is refused at the start', (udsteder) => {
  const websted = parseWebsted('https://borgerblikket.example')
  expect(() => createBroker({ udsteder, klientId: 'x', klientHemmelighed: 'y' }, websted, BORGERINDGANG)).toThrow(Opstartsfejl)
})

const websted = parseWebsted('https://borgerblikket.example')
test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://borgerblikket.example' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'https://borgerblikket.example' }, true],
  [{ origin: 'http://borgerblikket.example' }, false],
  [{ origin: 'null' }, false],
  [{}, false],
])('headers %j: from our own page is %s', (headers, egen) => {
  expect(isFromOwnPage(websted, headers)).toBe(egen)
})
