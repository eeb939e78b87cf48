import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import { fradatoRegel } from './fradato.ts'

test.each([
  // Fradato 2025-01-01 begins in Denmark at 23:00 UTC the day before; 2025-07-01 at 22:00.
  ['2025-01-01', '2024-12-31T22:59:59.999Z', 'FOER_FRADATO'],
  ['2025-01-01', '2024-12-31T23:00:00.000Z', 'vises'],
  ['2025-07-01', '2025-06-30T21:59:59.999Z', 'FOER_FRADATO'],
  ['2025-07-01', '2025-06-30T22:00:00.000Z', 'vises'],
  ['2025-07-01', '2026-01-01T12:00:00.000Z', 'vises'],
])('opened from %s, created %s: %s', (fradato, oprettet, forventet) => {
  const valg = kontekst({ konfiguration: konfiguration({ fradato }) })
  expect(udfald(fradatoRegel(sagFakta({ oprettet: tidspunkt(oprettet) }), valg))).toBe(forventet)
})

test.each([
  [true, true, 'vises'],
  [true, false, 'FOER_FRADATO'],
  [false, true, 'FOER_FRADATO'],
  [false, false, 'FOER_FRADATO'],
])('older; older active ones shown %s, active %s: %s', (visAeldreAktive, aktiv, forventet) => {
  const valg = kontekst({ konfiguration: konfiguration({ fradato: '2026-06-01', visAeldreAktive }) })
  expect(udfald(fradatoRegel(sagFakta({ aktiv }), valg))).toBe(forventet)
})

test('without a configuration nothing is shown', () => {
  expect(udfald(fradatoRegel(sagFakta(), kontekst({ konfiguration: undefined })))).toBe('IKKE_AABNET')
})
