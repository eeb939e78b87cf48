import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Beloeb, parseBeloeb, tidspunkt } from '#kernel'
import {
  antal,
  dagEfter,
  dageMellem,
  dagFor,
  formatBeloeb,
  formatDag,
  formatDato,
  formatKlokken,
  formatListe,
  formatMaanedKort,
  formatPaaDag,
  formatPeriode,
  formatTid,
  formatUgedag,
  stort,
} from './format.ts'

const NU = tidspunkt('2026-10-13T22:30:00Z') // half past midnight on 14 October in Denmark
const kr = (tekst: string): Beloeb => parseBeloeb(tekst) as Beloeb

test.each([
  ['11423.5', '11.423,50 kr.', 'DKK 11,423.50'],
  ['0', '0,00 kr.', 'DKK 0.00'],
  ['999', '999,00 kr.', 'DKK 999.00'],
  ['1000', '1.000,00 kr.', 'DKK 1,000.00'],
  ['-1204.75', '−1.204,75 kr.', '−DKK 1,204.75'],
  ['1234567890123.05', '1.234.567.890.123,05 kr.', 'DKK 1,234,567,890,123.05'],
  ['0.125', '0,125 kr.', 'DKK 0.125'],
])('%s is %s and %s', (beloeb, dansk, engelsk) => {
  expect(formatBeloeb(kr(beloeb), 'da')).toBe(dansk)
  expect(formatBeloeb(kr(beloeb), 'en')).toBe(engelsk)
})

test('an amount is shown with all its digits and no others', () => {
  const beloeb = fc.tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 9999 }))
  fc.assert(
    fc.property(beloeb, ([hele, dele]) => {
      const tekst = `${hele}.${String(dele).padStart(4, '0')}`
      const vaerdi = kr(tekst)
      const igen = formatBeloeb(vaerdi, 'da').replace(' kr.', '').replaceAll('.', '').replace(',', '.').replace('\u2212', '-')
      expect(parseBeloeb(igen)).toBe(vaerdi)
    }),
    { seed: 20261008 },
  )
})

test('dates are written out, by the day in Denmark', () => {
  expect(formatDato('2026-10-14', 'da')).toBe('14. oktober 2026')
  expect(formatDato('2026-03-01', 'en')).toBe('1 March 2026')
  expect(formatDato(tidspunkt('2026-10-13T22:30:00Z'), 'da')).toBe('14. oktober 2026')
  expect(dagFor(tidspunkt('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
  expect(formatUgedag('2026-10-14', 'da')).toBe('onsdag')
  expect(formatUgedag('2026-10-14', 'en')).toBe('Wednesday')
  expect([
    formatMaanedKort('2026-05-01', 'da'),
    formatMaanedKort('2026-10-01', 'da'),
    formatMaanedKort('2026-10-01', 'en'),
  ]).toEqual(['maj', 'okt.', 'Oct'])
})

test.each([
  ['2026-10-13', 'i går', 'i går', 'yesterday'],
  ['2026-10-14', 'i dag', 'i dag', 'today'],
  ['2026-10-15', 'i morgen', 'i morgen', 'tomorrow'],
  ['2026-10-16', '16. oktober 2026', 'den 16. oktober 2026', 'on 16 October 2026'],
  ['2025-10-14', '14. oktober 2025', 'den 14. oktober 2025', 'on 14 October 2025'],
])('seen just after midnight, %s is %s', (dag, dansk, paa, engelsk) => {
  expect(formatDag(dag, 'da', NU)).toBe(dansk)
  expect(formatPaaDag(dag, 'da', NU)).toBe(paa)
  expect(formatPaaDag(dag, 'en', NU)).toBe(engelsk)
})

test('the hour is Danish in winter and summer', () => {
  expect(formatKlokken(tidspunkt('2026-07-01T06:05:00Z'), 'da')).toBe('kl. 8.05')
  expect(formatKlokken(tidspunkt('2026-12-01T06:05:00Z'), 'en')).toBe('at 7:05')
  expect(formatKlokken(tidspunkt('2026-07-01T22:00:00Z'), 'da')).toBe('kl. 0.00')
  expect(formatTid(tidspunkt('2026-10-14T06:12:00Z'), 'da', NU)).toBe('i dag kl. 8.12')
})

test.each([
  ['2026-10-01', '2026-10-31', 'oktober 2026'],
  ['2024-02-01', '2024-02-29', 'februar 2024'],
  ['2026-02-01', '2026-02-27', '1. februar 2026 til 27. februar 2026'],
  ['2026-01-01', '2026-02-28', '1. januar 2026 til 28. februar 2026'],
  ['2026-10-14', undefined, 'fra 14. oktober 2026'],
  [undefined, '2026-10-14', 'til 14. oktober 2026'],
  [undefined, undefined, undefined],
])('from %s to %s is %s', (fra, til, tekst) => {
  expect(formatPeriode(fra, til, 'da')).toBe(tekst)
})

test('days are counted over the hour that is skipped and the one that comes twice', () => {
  expect(dageMellem('2026-03-28', '2026-03-30')).toBe(2)
  expect(dagEfter('2026-10-24', 2)).toBe('2026-10-26')
  expect(dagEfter('2026-01-01', -1)).toBe('2025-12-31')
})

test('counts and lists', () => {
  expect(antal(1, 'sag', 'sager', 'da')).toBe('1 sag')
  expect(antal(0, 'sag', 'sager', 'da')).toBe('0 sager')
  expect(antal(1204, 'sag', 'sager', 'da')).toBe('1.204 sager')
  expect(formatListe([], 'da')).toBe('')
  expect(formatListe(['a'], 'da')).toBe('a')
  expect(formatListe(['a', 'b'], 'da')).toBe('a og b')
  expect(formatListe(['a', 'b', 'c'], 'en')).toBe('a, b and c')
  expect(stort('øl')).toBe('Øl')
})
