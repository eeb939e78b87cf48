import { expect, test } from 'vitest'
import { parseMitidPerson } from './claims.ts'

const KRAV = { dag: '2026-11-22', mindsteAlder: 15 }
const NSIS = 'https://data.gov.dk/concept/core/nsis/'
const GODE = {
  identity_type: 'private',
  loa: `${NSIS}Substantial`,
  'dk.cpr': '6103854321',
  'mitid.age': '41',
  'mitid.identity_name': ' Anna Prøve ',
}
const parse = (aendret: Record<string, unknown>) => parseMitidPerson({ ...GODE, ...aendret }, KRAV)

test('a private identity at Substantial or High with a CPR number is let in', () => {
  expect(parse({})).toEqual({ ok: true, value: { cpr: '6103854321', navn: 'Anna Prøve', loa: 'Substantial' } })
  expect(parse({ loa: `${NSIS}High` })).toMatchObject({ ok: true, value: { loa: 'High' } })
})

test.each([
  [{ loa: `${NSIS}Low` }, 'FOR_LAV_SIKRING'],
  [{ loa: undefined }, 'FOR_LAV_SIKRING'],
  [{ loa: 'Substantial' }, 'FOR_LAV_SIKRING'],
  [{ loa: `${NSIS}substantial` }, 'FOR_LAV_SIKRING'],
  [{ loa: [`${NSIS}High`] }, 'FOR_LAV_SIKRING'],
  [{ 'dk.cpr': undefined }, 'INGEN_CPR'],
  [{ 'dk.cpr': '' }, 'INGEN_CPR'],
  [{ 'dk.cpr': 6103854321 }, 'INGEN_CPR'],
  [{ 'dk.cpr': '0013854321' }, 'INGEN_CPR'],
  [{ identity_type: 'professional' }, 'IKKE_PRIVAT'],
  [{ identity_type: undefined }, 'IKKE_PRIVAT'],
  [{ 'mitid.age': '14' }, 'FOR_UNG'],
  [{ 'mitid.age': 14 }, 'FOR_UNG'],
])('with %j the login is refused with %s', (aendret, afvisning) => {
  expect(parse(aendret)).toEqual({ ok: false, afvisning })
})

test('where MitID tells no age, the number’s date of birth decides, on the birthday itself', () => {
  const foedt = { 'mitid.age': undefined, 'dk.cpr': '8211114321' }
  expect(parseMitidPerson({ ...GODE, ...foedt }, { dag: '2026-11-21', mindsteAlder: 15 })).toEqual({
    ok: false,
    afvisning: 'FOR_UNG',
  })
  expect(parseMitidPerson({ ...GODE, ...foedt }, KRAV)).toMatchObject({ ok: true })
})
