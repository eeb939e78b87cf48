import { expect, test } from 'vitest'
import { cvrNummer, newUuid, tidspunkt, type Virkning } from '#kernel'
import { isMailadresse } from './abonner.ts'
import { type Aftaletid, fristdag, isTid, type Lytter, match, type Sket } from './advis.ts'

const NU = tidspunkt('2026-11-22T10:00:00.000Z')
const KORSBAEK = cvrNummer('11111111')
const [ulla, ib, sag, vera] = [newUuid(), newUuid(), newUuid(), newUuid()]
const altid = { fra: '2020-01-01T00:00:00.000Z', til: null } as unknown as Virkning
const sket = (felter: Partial<Sket> = {}): Sket => ({
  loebenr: 7,
  tid: NU,
  objekt: sag,
  nyt: true,
  kommune: KORSBAEK,
  parter: [ulla],
  sager: [sag],
  behandlere: [{ behandler: vera, virkning: altid }],
  ...felter,
})
const lytter = (felter: Partial<Lytter>): Lytter => ({
  medarbejder: vera,
  kommune: KORSBAEK,
  slags: 'part',
  part: ulla,
  objekt: undefined,
  ...felter,
})

test.each<[string, Partial<Sket>, Partial<Lytter>, boolean]>([
  ['of the person', {}, {}, true],
  ['not of another person', { parter: [ib] }, {}, false],
  ['not in another municipality', { kommune: cvrNummer('12345678') }, {}, false],
  ['of the case', {}, { slags: 'sag', objekt: sag }, true],
  ['not of another case', { sager: [newUuid()] }, { slags: 'sag', objekt: sag }, false],
  ['not of the case when it concerns the person no more', { parter: [ib] }, { slags: 'sag', objekt: sag }, false],
  ['of one’s own case', {}, { slags: 'egneSager', part: undefined }, true],
  ['not of a colleague’s', {}, { slags: 'egneSager', part: undefined, medarbejder: newUuid() }, false],
  [
    'not of a case that was one’s own before',
    { behandlere: [{ behandler: vera, virkning: { ...altid, til: '2021-01-01T00:00:00.000Z' } as unknown as Virkning }] },
    { slags: 'egneSager', part: undefined },
    false,
  ],
  ['not of a case that concerns nobody known', { parter: [] }, { slags: 'egneSager', part: undefined }, false],
  ['a deadline is no event', {}, { slags: 'frist', objekt: sag }, false],
])('is told %s', (_, skete, hvem, svar) => {
  expect(match(sket(skete), [lytter(hvem)], NU)).toHaveLength(svar ? 1 : 0)
})

test('who asked twice is told once', () => {
  expect(match(sket(), [lytter({}), lytter({ slags: 'sag', objekt: sag }), lytter({ medarbejder: ib })], NU)).toHaveLength(2)
})

const aftale = (felter: Partial<Aftaletid> = {}): Aftaletid => ({
  type: 'Frist',
  status: 'Aktiv',
  start: tidspunkt('2026-12-01T08:00:00.000Z'),
  slut: tidspunkt('2026-12-10T22:59:00.000Z'),
  virkning: altid,
  ...felter,
})
test('a deadline is due at its end, an appointment at its beginning, and what was cancelled never', () => {
  expect(fristdag([aftale()], NU)).toBe('2026-12-10')
  expect(fristdag([aftale({ type: 'Aftale' })], NU)).toBe('2026-12-01')
  expect(fristdag([aftale({ status: 'Aflyst' })], NU)).toBeUndefined()
  expect(fristdag([], NU)).toBeUndefined()
})

test.each([
  ['2026-12-02', false],
  ['2026-12-03', true],
  ['2026-12-10', true],
  ['2026-12-11', false],
])('seven days before the tenth, on %s: %s', (idag, svar) => {
  expect(isTid('2026-12-10', 7, idag)).toBe(svar)
})

test.each([
  ['vera@kommune.example', true],
  ['vera@kommune', false],
  ['vera@kommune.example, ib@andet.example', false],
  ['vera@kommune.example\r\nBcc: alle@andet.example', false],
  ['"Vera" <vera@kommune.example>', false],
  [`${'a'.repeat(65)}@kommune.example`, false],
])('%j is an address: %s', (tekst, svar) => {
  expect(isMailadresse(tekst)).toBe(svar)
})
