import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { kvartalsnoegle, senesteKvartaler } from './kvartal.ts'

test('this quarter and three before it follow each other without a gap, over a new year', () => {
  const kvartaler = senesteKvartaler(tidspunkt('2026-02-10T12:00:00.000Z'))
  expect(kvartaler.map(kvartalsnoegle)).toEqual(['2026-1', '2025-4', '2025-3', '2025-2'])
  expect(kvartaler[0]).toMatchObject({ fra: '2026-01-01', til: '2026-04-01' })
  for (const [i, kvartal] of kvartaler.entries()) expect(kvartal.fra).toBe(kvartaler[i + 1]?.til ?? kvartal.fra)
})

test('the quarter is the Danish calendar’s', () => {
  // Half past eleven in the evening of 31 March in UTC is 1 April in Denmark.
  expect(kvartalsnoegle(senesteKvartaler(tidspunkt('2026-03-31T22:30:00.000Z'))[0])).toBe('2026-2')
  expect(kvartalsnoegle(senesteKvartaler(tidspunkt('2026-12-31T12:00:00.000Z'))[0])).toBe('2026-4')
})
