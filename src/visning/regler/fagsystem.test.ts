import { expect, test } from 'vitest'
import { EOJ, ESDH, konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import { fagsystemRegel } from './fagsystem.ts'

test.each([
  [[], 'vises'],
  [[EOJ], 'vises'],
  [[ESDH], 'FAGSYSTEM_IKKE_VALGT'],
  [[ESDH, EOJ], 'vises'],
])('systems chosen %j, item from the EOJ system: %s', (fagsystemfilter, forventet) => {
  const valg = kontekst({ konfiguration: konfiguration({ fagsystemfilter }) })
  expect(udfald(fagsystemRegel(sagFakta({ kilde: EOJ }), valg))).toBe(forventet)
})
