import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { parseSamlperson } from './person.ts'

const CVR = '11111111'
const ID = '323e4567-e89b-42d3-a456-426655440000'
const OIOSAML3: Readonly<Record<string, readonly string[]>> = {
  'https://data.gov.dk/model/core/specVersion': ['OIO-SAML-3.0'],
  'https://data.gov.dk/concept/core/nsis/loa': ['High'],
  'https://data.gov.dk/model/core/eid/professional/cvr': [CVR],
  'https://data.gov.dk/model/core/eid/professional/uuid/persistent': [`urn:uuid:${ID}`],
  'https://data.gov.dk/model/core/eid/firstName': ['Sanne'],
  'https://data.gov.dk/model/core/eid/lastName': ['Prøve'],
}
const KOMBIT: Readonly<Record<string, readonly string[]>> = {
  'dk:gov:saml:attribute:SpecVer': ['DK-SAML-2.0'],
  'dk:gov:saml:attribute:KombitSpecVer': ['1.0'],
  'dk:gov:saml:attribute:AssuranceLevel': ['4'],
  'dk:gov:saml:attribute:CvrNumberIdentifier': [CVR],
}
const laes = (attributter: Readonly<Record<string, readonly string[]>>, vaerdi = 'navneid') =>
  parseSamlperson(
    { attributter: new Map(Object.entries(attributter)), navneid: { vaerdi, format: undefined } },
    { cvr: [cvrNummer(CVR)] },
  )

test('OIOSAML 3: who it is by the persistent id, the name put together, the organisation by its number where it has no name', () => {
  expect(laes(OIOSAML3)).toEqual({
    ok: true,
    value: { id: ID, cvr: CVR, organisation: `CVR ${CVR}`, navn: 'Sanne Prøve', loa: 'High', privilegier: undefined },
  })
})

test('KOMBIT’s older profile: who it is by the serial of the name id, the name by its CN', () => {
  const navneid = `C=DK,O=${CVR},CN=Rune Prøve,Serial=${ID}`
  expect(laes(KOMBIT, navneid)).toMatchObject({ ok: true, value: { id: ID, navn: 'Rune Prøve', loa: 'High' } })
  const privilegier = { 'dk:gov:saml:attribute:Privileges_intermediate': ['cHJpdg=='] }
  expect(laes({ ...KOMBIT, ...privilegier }, navneid)).toMatchObject({ ok: true, value: { privilegier: 'cHJpdg==' } })
})

test('one list of privileges by both names is one; two lists are nobody’s', () => {
  const begge = (gammel: string) => ({
    ...OIOSAML3,
    'https://data.gov.dk/model/core/eid/privilegesIntermediate': ['cHJpdg=='],
    'dk:gov:saml:attribute:Privileges_intermediate': [gammel],
  })
  expect(laes(begge('cHJpdg=='))).toMatchObject({ ok: true, value: { privilegier: 'cHJpdg==' } })
  expect(laes(begge('YW5kcmU='))).toEqual({ ok: false, afvisning: 'PROFIL_UKENDT' })
})

test.each<[string, Readonly<Record<string, readonly string[]>>]>([
  ['PROFIL_UKENDT', {}],
  ['PROFIL_UKENDT', { ...KOMBIT, 'dk:gov:saml:attribute:KombitSpecVer': ['9'] }],
  ['PROFIL_UKENDT', { ...KOMBIT, 'https://data.gov.dk/model/core/specVersion': ['1'] }],
  ['FOR_LAV_SIKRING', { ...KOMBIT, 'dk:gov:saml:attribute:AssuranceLevel': ['2'] }],
  ['FOR_LAV_SIKRING', { ...KOMBIT, 'dk:gov:saml:attribute:AssuranceLevel': ['3', '4'] }],
  ['FOR_LAV_SIKRING', { ...KOMBIT, 'https://data.gov.dk/concept/core/nsis/loa': ['Low'] }],
  ['FOR_LAV_SIKRING', { ...OIOSAML3, 'https://data.gov.dk/concept/core/nsis/loa': ['https://ond.example/High'] }],
  ['CVR_FREMMED', { ...OIOSAML3, 'https://data.gov.dk/model/core/eid/professional/cvr': ['12345678'] }],
  ['INGEN_ORGANISATION', { ...OIOSAML3, 'https://data.gov.dk/model/core/eid/professional/cvr': [] }],
  ['PROFIL_UKENDT', { ...OIOSAML3, 'https://data.gov.dk/model/core/eid/professional/uuid/persistent': [ID, ID] }],
  ['PROFIL_UKENDT', { ...OIOSAML3, 'https://data.gov.dk/model/core/eid/professional/uuid/persistent': ['x'.repeat(300)] }],
])('%s: %j', (afvisning, attributter) => {
  expect(laes(attributter)).toEqual({ ok: false, afvisning })
})
