import { describe, expect, test } from 'vitest'
import { parseErhvervsperson, parseMedarbejderId } from './claims.ts'

const ID = '323e4567-e89b-12d3-a456-426655440000'
const CLAIMS = {
  identity_type: 'professional',
  loa: 'https://data.gov.dk/concept/core/nsis/Substantial',
  'nemlogin.name': 'Sanne Prøve',
  'nemlogin.cvr': '10000001',
  'nemlogin.org_name': 'Birk A/S',
  'nemlogin.persistent_professional_id': `urn:uuid:${ID}`,
}

test('a professional identity at Substantial or High is let in', () => {
  const person = { id: ID, cvr: '10000001', organisation: 'Birk A/S', navn: 'Sanne Prøve', loa: 'Substantial' }
  expect(parseErhvervsperson(CLAIMS)).toEqual({ ok: true, value: person })
  const hoej = { ...CLAIMS, loa: 'https://data.gov.dk/concept/core/nsis/High' }
  expect(parseErhvervsperson(hoej)).toMatchObject({ ok: true, value: { loa: 'High' } })
})

test.each([
  ['IKKE_ERHVERV', { identity_type: 'private' }],
  ['IKKE_ERHVERV', { identity_type: undefined }],
  ['IKKE_ERHVERV', { identity_type: ['professional'] }],
  ['FOR_LAV_SIKRING', { loa: 'https://data.gov.dk/concept/core/nsis/Low' }],
  ['FOR_LAV_SIKRING', { loa: undefined }],
  ['INGEN_ORGANISATION', { 'nemlogin.cvr': undefined }],
  ['INGEN_ORGANISATION', { 'nemlogin.cvr': '1000000' }],
  ['INGEN_ORGANISATION', { 'nemlogin.cvr': 10000001 }],
  ['INGEN_ORGANISATION', { 'nemlogin.persistent_professional_id': ' ' }],
  ['INGEN_ORGANISATION', { 'nemlogin.persistent_professional_id': 'x'.repeat(201) }],
])('%s: %j', (afvisning, andet) => {
  expect(parseErhvervsperson({ ...CLAIMS, ...andet })).toEqual({ ok: false, afvisning })
})

test('a name without end or with control characters is shortened and tidied; without one the id stands for it', () => {
  const langt = parseErhvervsperson({ ...CLAIMS, 'nemlogin.name': `A\u0000\n${'b'.repeat(500)}`, 'nemlogin.org_name': undefined })
  expect(langt.ok && langt.value.navn.length).toBe(200)
  expect(langt.ok && langt.value.navn.startsWith('A  b')).toBe(true)
  expect(langt.ok && langt.value.organisation).toBe('CVR 10000001')
  expect(parseErhvervsperson({ ...CLAIMS, 'nemlogin.name': '' })).toMatchObject({ value: { navn: ID } })
})

test('the id is the UUID however it is written; one of another form is always made the same', () => {
  expect(parseMedarbejderId(ID.toUpperCase())).toBe(ID)
  expect(parseMedarbejderId(` URN:UUID:${ID} `)).toBe(ID)
  const gammel = parseMedarbejderId('CVR:10000001-RID:1234')
  expect(gammel).toMatch(/^[0-9a-f-]{36}$/)
  expect(parseMedarbejderId('CVR:10000001-RID:1234')).toBe(gammel)
  expect(parseMedarbejderId('CVR:10000001-RID:1235')).not.toBe(gammel)
})

describe('what a login may, as claims carry it', () => {
  const [NY, GAMMEL] = [
    'https://data.gov.dk/model/core/eid/privilegesIntermediate',
    'dk:gov:saml:attribute:Privileges_intermediate',
  ]
  const privilegier = (andet: object) => {
    const laest = parseErhvervsperson({ ...CLAIMS, ...andet })
    return laest.ok ? laest.value.privilegier : 'refused'
  }
  test.each([
    ['PHg+', { [NY]: 'PHg+' }],
    ['PHg+', { [GAMMEL]: 'PHg+' }],
    ['PHg+', { [NY]: ['PHg+'] }],
    [undefined, {}],
    [undefined, { [NY]: null }],
  ])('%j: %j', (ventet, andet) => expect(privilegier(andet)).toBe(ventet))
  // An empty payload cannot be read: that gives nothing, and the employee is told so.
  test.each([
    [{ [NY]: 'PHg+', [GAMMEL]: 'PHk+' }],
    [{ [NY]: ['PHg+', 'PHk+'] }],
    [{ [NY]: [] }],
    [{ [NY]: { a: 1 }, [GAMMEL]: 'PHg+' }],
    [{ [NY]: 1 }],
    [{ [NY]: [['PHg+']] }],
  ])('%j gives nothing, and says so', (andet) => expect(privilegier(andet)).toBe(''))
})
