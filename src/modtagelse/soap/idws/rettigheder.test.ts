import { describe, expect, test } from 'vitest'
import { cvrNummer, parseKlePraefiks, uuid } from '#kernel'
import { readRettigheder, skrivRettigheder } from './rettigheder.ts'

const ID = uuid('00000000-0000-4000-8000-0000000000e1')
const KLE = 'http://sts.kombit.dk/constraints/KLE/1'
const NAVN = 'dk:gov:saml:attribute:Privileges_intermediate'
const CVR = 'dk:gov:saml:attribute:CvrNumberIdentifier'
const kilde = {
  id: ID,
  kommuner: [cvrNummer('11111111'), cvrNummer('12345678')],
  kle: [parseKlePraefiks('27')!, parseKlePraefiks('29.18.00')!],
}

const liste = (...grupper: string[]) =>
  Buffer.from(
    `<bpp:PrivilegeList xmlns:bpp="http://itst.dk/oiosaml/basic_privilege_profile">${grupper.join('')}</bpp:PrivilegeList>`,
  ).toString('base64')
const gruppe = (indhold: string, scope = 'urn:dk:gov:saml:cvrNumberIdentifier:11111111') =>
  `<PrivilegeGroup Scope="${scope}"><Privilege>urn:lever</Privilege>${indhold}</PrivilegeGroup>`
const constraint = (navn: string, vaerdi: string) => `<Constraint Name="${navn}">${vaerdi}</Constraint>`
const read = (attributter: Record<string, string[]>, privilegium?: string) => {
  const svar = readRettigheder({ attributter: new Map(Object.entries(attributter)) }, { id: ID }, privilegium)
  return svar.ok ? svar.value : svar.afvisning
}

test('a token that says nothing of rights leaves the registered ones', () => {
  expect(read({})).toBeUndefined()
  expect(read({}, 'urn:lever')).toBe('RETTIGHED_MANGLER')
})

test('what is written for a source is read as its municipalities with its numbers', () => {
  const attributter = Object.fromEntries(
    Object.entries(skrivRettigheder(kilde, 'urn:lever')).map(([navn, vaerdi]) => [navn, [vaerdi]]),
  )
  expect(read(attributter, 'urn:lever')).toEqual(
    kilde.kommuner.map((kommune) => ({ kommuner: [kommune], kle: ['27', '29.18.00'] })),
  )
})

test('each group is kept as a whole', () => {
  const grupper = liste(gruppe(constraint(KLE, '27.*, 32.30.04')), gruppe('', 'urn:dk:gov:saml:cvrNumberIdentifier:12345678'))
  expect(read({ [NAVN]: [grupper] })).toEqual([
    { kommuner: ['11111111'], kle: ['27', '32.30.04'] },
    { kommuner: ['12345678'], kle: [] },
  ])
  expect(read({ [NAVN]: [grupper], [CVR]: ['12345678'] })).toEqual([{ kommuner: ['12345678'], kle: [] }])
  expect(read({ [CVR]: ['12345678'] })).toEqual([{ kommuner: ['12345678'], kle: [] }])
})

describe('what is not understood gives nothing', () => {
  test.each([
    ['an unknown limit', gruppe(constraint('http://sts.kombit.dk/constraints/orgenhed/1', 'x'))],
    ['another system', gruppe(constraint('http://sts.kombit.dk/constraints/itsystem/1', '00000000-0000-4000-8000-0000000000e2'))],
    ['a number with a star in it', gruppe(constraint(KLE, '2*'))],
    ['all numbers by a star', gruppe(constraint(KLE, '*'))],
    ['an empty limit', gruppe(constraint(KLE, ''))],
    ['two limits of numbers', gruppe(constraint(KLE, '27.*') + constraint(KLE, '32.*'))],
    ['a person as scope', gruppe('', 'urn:dk:gov:saml:cprNumberIdentifier:1111111111')],
    ['an element of another name', gruppe('<Undtagelse/>')],
    ['a group without a privilege', '<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:11111111"/>'],
  ])('%s', (_, xml) => {
    expect(read({ [NAVN]: [liste(xml)] })).toBe('RETTIGHED_MANGLER')
    // And a group beside it counts for itself.
    expect(read({ [NAVN]: [liste(xml, gruppe(''))] })).toEqual([{ kommuner: ['11111111'], kle: [] }])
  })

  test.each([
    ['another privilege than the one asked for', { [NAVN]: [liste(gruppe('').replace('urn:lever', 'urn:laes'))] }],
    ['two lists', { [NAVN]: [liste(gruppe('')), liste(gruppe(''))] }],
    ['no XML', { [NAVN]: ['AAAA'] }],
    ['an entity', { [NAVN]: [Buffer.from('<!DOCTYPE x [<!ENTITY e "x">]><PrivilegeList/>').toString('base64')] }],
    ['an authority that is no number', { [NAVN]: [liste(gruppe(''))], [CVR]: ['x'] }],
    ['two authorities', { [NAVN]: [liste(gruppe(''))], [CVR]: ['11111111', '12345678'] }],
  ])('%s', (_, attributter) => {
    expect(read(attributter, 'urn:lever')).toBe('RETTIGHED_MANGLER')
  })
})
