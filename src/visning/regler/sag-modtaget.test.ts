import { expect, test } from 'vitest'
import { decideVisning } from '../decide.ts'
import { kontekst, rolle, sagFakta, udfald } from '../fakta.bygger.ts'

const bevilling = { art: 'bevilling', roller: [rolle('Ydelsesmodtager')] } as const

test('a grant that names a case which has not been delivered is hidden until it is', () => {
  expect(udfald(decideVisning(sagFakta({ ...bevilling, sagUkendt: true }), kontekst()))).toBe('SAG_IKKE_MODTAGET')
  expect(udfald(decideVisning(sagFakta(bevilling), kontekst()))).toBe('vises')
})

test('a number of its own that is always closed hides what stands on an open case', () => {
  const dokument = { type: 'Rapport', fremdrift: 'Endeligt', brevDato: undefined }
  const paaSag = { art: 'dokument', dokument } as const
  expect(udfald(decideVisning(sagFakta({ ...paaSag, egetNummerLukket: true }), kontekst()))).toBe('ALTID_LUKKET')
  expect(udfald(decideVisning(sagFakta(paaSag), kontekst()))).toBe('vises')
})
