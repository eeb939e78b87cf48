import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDato, parseTidspunkt, tidspunkt } from './virkning.ts'

test.each([
  ['2026-01-31T12:00:00+01:00', '2026-01-31T11:00:00.000Z'],
  ['1800-01-01T00:00:00Z', '1800-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ['9999-12-31T23:59:59+01:00', '9999-12-31T22:59:59.000Z'],
])('%s is %s', (text, instant) => {
  expect(parseTidspunkt(text)).toBe(instant)
})

test.each([
  ['in year 10000 when read in UTC', '9999-12-31T23:59:59-05:00'],
  ['in 1799 when read in UTC', '1800-01-01T00:00:00+01:00'],
  ['before 1800', '1799-12-31T23:59:59Z'],
  ['without a zone', '2026-01-31T12:00:00'],
  ['on no day', '2026-02-30T12:00:00Z'],
])('an instant %s is refused, also when asked again', (_, text) => {
  expect([parseTidspunkt(text), parseTidspunkt(text)]).toEqual([undefined, undefined])
})

test('what the program wrote itself is held to the same years', () => {
  expect(() => tidspunkt(new Date(8.64e15))).toThrow(RangeError)
})

test('any text of an instant is what the platform reads it as, and any day is one that its calendar has', () => {
  const tal = (min: number, max: number, cifre: number) => fc.integer({ min, max }).map((led) => String(led).padStart(cifre, '0'))
  const tekst = fc.tuple(
    fc.tuple(tal(1800, 9999, 4), tal(0, 13, 2), tal(0, 32, 2)).map((dag) => dag.join('-')),
    fc.tuple(tal(0, 25, 2), tal(0, 61, 2), tal(0, 61, 2)).map((tid) => tid.join(':')),
    fc.constantFrom('', '.000', '.5', '.123', '.9999'),
    fc.constantFrom('Z', '+01:00', '-05:00'),
  )
  fc.assert(
    fc.property(tekst, ([dag, tid, brok, zone]) => {
      const ms = Date.parse(`${dag}T${tid}${brok}${zone}`)
      const findes = new Date(`${dag}T00:00:00Z`).toJSON()?.startsWith(dag) === true
      const iso = findes && !Number.isNaN(ms) ? new Date(ms).toISOString() : undefined
      expect(parseTidspunkt(`${dag}T${tid}${brok}${zone}`)).toBe(iso && /^(1[89]|[2-9]\d)\d\d-/.test(iso) ? iso : undefined)
      expect(parseDato(dag)).toBe(findes ? dag : undefined)
    }),
    { seed: 20261122, numRuns: 5_000 },
  )
})
