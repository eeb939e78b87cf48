import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { graenserFor, maanedFor, plusMaaneder } from './maaned.ts'
import { suppress, suppressAndel } from './undertryk.ts'

test.each([
  [0, 0],
  [1, 'faa'],
  [4, 'faa'],
  [5, 5],
  [1_204, 1_204],
])('%i is told as %s', (antal, ventet) => expect(suppress(antal)).toBe(ventet))

test.each([
  [0, 0, undefined],
  [0, 40, 0],
  [10, 40, 25],
  [40, 40, 100],
  [4, 40, 'faa'],
  // Those who are left out would be one to four.
  [37, 40, 'faa'],
  [5, 10, 50],
])('%i of %i is told as %s', (antal, alle, ventet) => expect(suppressAndel(antal, alle)).toBe(ventet))

test('a month is the Danish calendar’s, and months follow each other over a new year', () => {
  // Half past eleven in the evening of 31 December in UTC is January in Denmark.
  expect(maanedFor(tidspunkt('2026-12-31T23:30:00.000Z'))).toBe('2027-01-01')
  expect(plusMaaneder('2027-01-01', -1)).toBe('2026-12-01')
  expect(plusMaaneder('2026-01-01', -13)).toBe('2024-12-01')
  expect(graenserFor('2026-06-01')).toEqual({ fra: '2026-05-31T22:00:00.000Z', til: '2026-06-30T22:00:00.000Z' })
})
