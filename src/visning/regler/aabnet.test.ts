import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { BROBYSKOV, konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import { aabnetRegel } from './aabnet.ts'

test.each([
  ['open', konfiguration(), 'vises'],
  ['open by hovedgruppe', konfiguration({ kle: '27' }), 'vises'],
  ['open by emne', konfiguration({ kle: '27.36.04' }), 'vises'],
  ['closed', konfiguration({ aaben: false }), 'IKKE_AABNET'],
  ['none', undefined, 'IKKE_AABNET'],
  ["another number's, handed in by mistake", konfiguration({ kle: '27.35' }), 'IKKE_AABNET'],
  ["another municipality's, handed in by mistake", konfiguration({ kommune: BROBYSKOV }), 'IKKE_AABNET'],
  ['one that begins now', konfiguration({ gaelderFra: tidspunkt('2026-11-22T12:00:00.000Z') }), 'vises'],
  ['one that begins in a moment', konfiguration({ gaelderFra: tidspunkt('2026-11-22T12:00:00.001Z') }), 'IKKE_AABNET'],
])('%s', (_, konf, forventet) => {
  expect(udfald(aabnetRegel(sagFakta(), kontekst({ konfiguration: konf })))).toBe(forventet)
})

test('an item without a KLE number is not shown, whatever is open', () => {
  expect(udfald(aabnetRegel(sagFakta({ kle: undefined }), kontekst()))).toBe('IKKE_AABNET')
})
