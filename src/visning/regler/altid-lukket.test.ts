import { expect, test } from 'vitest'
import { konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import { altidLukketRegel } from './altid-lukket.ts'

// The number 27.66.04 is on the list; what the configuration in force names, and whether the jurist has opened it.
test.each([
  ['27.66.04', true, 'vises'],
  ['27.66.04', false, 'ALTID_LUKKET'],
  ['27.66', true, 'ALTID_LUKKET'],
  ['27', true, 'ALTID_LUKKET'],
])('configuration of %s, opened by the jurist %s: %s', (kle, juristAabnet, forventet) => {
  const valg = kontekst({ altidLukket: true, konfiguration: konfiguration({ kle, juristAabnet }) })
  expect(udfald(altidLukketRegel(sagFakta({ kle: '27.66.04' }), valg))).toBe(forventet)
})

test('a number that is not on the list is no matter of this rule, and one that is stays closed without a configuration', () => {
  expect(altidLukketRegel(sagFakta(), kontekst({ konfiguration: undefined })).vises).toBe(true)
  expect(udfald(altidLukketRegel(sagFakta(), kontekst({ konfiguration: undefined, altidLukket: true })))).toBe('ALTID_LUKKET')
})
