import { expect, test } from 'vitest'
import type { Art } from '#kernel'
import { kontekst, rolle, sagFakta, udfald, virkning } from '../fakta.bygger.ts'
import { rolleRegel } from './rolle.ts'

const ROLLER = [
  'Primær part',
  'Sekundær part',
  'Ydelsesmodtager',
  'Bevillingsmodtager',
  'Effektueringsmodtager',
  'Parter',
] as const

// Who alone of the six roles, in that order, sees each kind.
test.each<[Art, string]>([
  ['sag', '+-----'],
  ['dokument', '+-----'],
  ['journalnotat', '+-----'],
  ['aftale', '+-----'],
  ['bevilling', '--++--'],
  ['oekonomiskEffektuering', '--++--'],
])('%s is seen by %s', (art, hvem) => {
  const set = ROLLER.map((navn) => (rolleRegel(sagFakta({ art, roller: [rolle(navn)] }), kontekst()).vises ? '+' : '-'))
  expect(set.join('')).toBe(hvem)
})

test('a sekundær part who is primær part as well sees the case', () => {
  const roller = [rolle('Sekundær part'), rolle('Primær part')]
  expect(rolleRegel(sagFakta({ roller }), kontekst()).vises).toBe(true)
})

test('who was primær part, or is to be, does not see it now', () => {
  for (const gyldig of [virkning('2025-01-01', '2026-11-22'), virkning('2026-11-23')])
    expect(udfald(rolleRegel(sagFakta({ roller: [rolle('Primær part', gyldig)] }), kontekst()))).toBe('ROLLE')
})

test('who has no role sees nothing', () => {
  expect(udfald(rolleRegel(sagFakta({ roller: [] }), kontekst()))).toBe('ROLLE')
})
