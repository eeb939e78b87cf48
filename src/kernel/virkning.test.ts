import { expect, test } from 'vitest'
import { parseTidspunkt, tidspunkt } from './virkning.ts'

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
