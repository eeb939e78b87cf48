import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { readEnheder, readRettigheder, rollerAf } from './laes-rettigheder.ts'

/** A real municipality's number, since roles are brought to municipalities alone. */
const KOMMUNE = cvrNummer('29189846')
const GRUPPE = { kommune: KOMMUNE, systemroller: ['se'], kle: ['27.*'], foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER' }

test('groups are read as they were kept', () => {
  const fuld = { ...GRUPPE, enheder: ['e'], itsystemer: ['i'] }
  expect(readRettigheder([GRUPPE, fuld], KOMMUNE)).toEqual([GRUPPE, fuld])
})

test.each([
  ['another organisation’s', { kommune: '11111111' }],
  ['without numbers', { kle: undefined }],
  ['with no number', { kle: [] }],
  ['with a number that is none', { kle: ['27.*', '2%'] }],
  ['without sensitivity', { foelsomhed: undefined }],
  ['with an unknown sensitivity', { foelsomhed: 'HEMMELIGT' }],
  ['with an unknown role', { systemroller: ['se', 'alt'] }],
  ['with units that are none', { enheder: 'e' }],
  ['with a unit that is empty', { enheder: [''] }],
  ['with systems that are none', { itsystemer: [1] }],
])('a group %s gives nothing, and the others stand', (_, andet) => {
  expect(readRettigheder([{ ...GRUPPE, ...andet }, GRUPPE], KOMMUNE)).toEqual([GRUPPE])
})

test('what is no list gives nothing', () => {
  for (const intet of [undefined, null, 'x', 1, {}, [null, 1, 'x', []]]) expect(readRettigheder(intet, KOMMUNE)).toEqual([])
  for (const intet of [undefined, null, 'x', [1]]) expect(readEnheder(intet)).toEqual([])
  expect(readEnheder(['a', 'b'])).toEqual(['a', 'b'])
})

test('a login brings a municipality’s roles to a municipality, and never the operator’s or a vendor’s', () => {
  const systemroller = ['sagsbehandler', 'se', 'driftsansvarlig', 'tilsyn', 'leverandoer', 'analytiker']
  expect(rollerAf(readRettigheder([{ ...GRUPPE, systemroller }], KOMMUNE))).toEqual(['sagsbehandler', 'analytiker'])
  const vendor = cvrNummer('10000001')
  expect(rollerAf(readRettigheder([{ ...GRUPPE, kommune: vendor, systemroller }], vendor))).toEqual([])
})
