import { expect, test } from 'vitest'
import { kontekst, sagFakta, udfald, virkning } from '../fakta.bygger.ts'
import { visningsklasseRegel } from './visningsklasse.ts'

const NUVAERENDE = virkning('2026-01-01')
const SLUTTET = virkning('2026-01-01', '2026-06-01')
const KOMMENDE = virkning('2027-01-01')

test.each([
  [[], 'vises'],
  [[['Visning undtaget for borger', NUVAERENDE]], 'UNDTAGET_FOR_BORGER'],
  [[['Visning undtaget for borger', SLUTTET]], 'vises'],
  [[['Visning undtaget for borger', KOMMENDE]], 'vises'],
  [[['Noget nyt', NUVAERENDE]], 'VISNINGSKLASSE_UKENDT'],
  [[[null, NUVAERENDE]], 'VISNINGSKLASSE_UKENDT'],
  [[['Noget nyt', SLUTTET]], 'vises'],
  [
    [
      [null, NUVAERENDE],
      ['Visning undtaget for borger', NUVAERENDE],
    ],
    'UNDTAGET_FOR_BORGER',
  ],
] as const)('%j: %s', (klasser, forventet) => {
  const visningsklasser = klasser.map(([klasse, gyldig]) => ({ klasse, virkning: gyldig }))
  expect(udfald(visningsklasseRegel(sagFakta({ visningsklasser }), kontekst()))).toBe(forventet)
})
