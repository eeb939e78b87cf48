import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { minusMaaneder } from './maaneder.ts'

test.each([
  ['2026-11-23T10:15:00.000Z', 60, '2021-11-23T10:15:00.000Z'],
  ['2026-01-31T00:00:00.000Z', 2, '2025-11-30T00:00:00.000Z'],
  ['2026-03-31T23:59:59.999Z', 1, '2026-02-28T23:59:59.999Z'],
  ['2024-03-31T12:00:00.000Z', 1, '2024-02-29T12:00:00.000Z'],
  ['2024-02-29T12:00:00.000Z', 12, '2023-02-28T12:00:00.000Z'],
  ['2026-05-05T12:00:00.000Z', 0, '2026-05-05T12:00:00.000Z'],
])('%s less %i months is %s', (nu, maaneder, foer) => {
  expect(minusMaaneder(tidspunkt(nu), maaneder)).toBe(foer)
})
