import { expect, test } from 'vitest'
import { ARTER } from '#kernel'
import { kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import { kvalitetRegel } from './kvalitet.ts'

test('what may be filed wrong waits, whatever its kind, and whether or not the number is open', () => {
  for (const art of ARTER)
    for (const sted of [kontekst(), kontekst({ konfiguration: undefined })]) {
      expect(udfald(kvalitetRegel(sagFakta({ art, tilbageholdt: true }), sted))).toBe('AFVENTER_KONTROL')
      expect(udfald(kvalitetRegel(sagFakta({ art, tilbageholdt: false }), sted))).toBe('vises')
    }
})
