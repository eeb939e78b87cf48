import { expect, test } from 'vitest'
import { brev, fremdrift, kl12, konfiguration, NU } from './fakta.bygger.ts'
import { fremdriftForBorger, visningstidspunkt } from './fremdrift.ts'

const TIL = konfiguration()
const FRA = konfiguration({ karantaene: false })
const AFGJORT = fremdrift(['Opstaaet', '2026-03-01'], ['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-20'])
const LUKKET_MED = fremdrift(
  ['Opstaaet', '2026-03-01'],
  ['Oplyst', '2026-05-01'],
  ['Afgjort', '2026-11-20'],
  ['Afsluttet', '2026-11-21'],
)
const UNDERVEJS = [brev('2026-11-19')]
const SENDT = [brev('2026-11-19', '2026-11-21')]

const trin = (...argumenter: Parameters<typeof fremdriftForBorger>) =>
  fremdriftForBorger(...argumenter)
    .map((et) => et.fremdrift)
    .join(' ')

test.each([
  ['before the letter', AFGJORT, TIL, UNDERVEJS, 'Opstaaet Oplyst'],
  ['when the letter is sent', AFGJORT, TIL, SENDT, 'Opstaaet Oplyst Afgjort'],
  ['closed the day after the decision, before the letter', LUKKET_MED, TIL, UNDERVEJS, 'Opstaaet Oplyst'],
  ['closed, when the letter is sent', LUKKET_MED, TIL, SENDT, 'Opstaaet Oplyst Afgjort Afsluttet'],
  ['with the quarantine switched off', AFGJORT, FRA, UNDERVEJS, 'Opstaaet Oplyst Afgjort'],
  ['without a configuration it is on', AFGJORT, undefined, UNDERVEJS, 'Opstaaet Oplyst'],
  ['two days after, no letter known', AFGJORT, TIL, [], 'Opstaaet Oplyst'],
  [
    'from Opstaaet straight to Afgjort',
    fremdrift(['Opstaaet', '2026-03-01'], ['Afgjort', '2026-11-20']),
    TIL,
    UNDERVEJS,
    'Opstaaet',
  ],
  ['nothing before the decision', fremdrift(['Afgjort', '2026-11-20']), TIL, UNDERVEJS, 'Opstaaet'],
  [
    'straight to Afsluttet, no letter known',
    fremdrift(['Opstaaet', '2026-03-01'], ['Afsluttet', '2026-11-20']),
    TIL,
    [],
    'Opstaaet Afsluttet',
  ],
  [
    'straight to Afsluttet, with a letter under way',
    fremdrift(['Opstaaet', '2026-03-01'], ['Afsluttet', '2026-11-20']),
    TIL,
    UNDERVEJS,
    'Opstaaet',
  ],
  ['what lies ahead is not told', fremdrift(['Opstaaet', '2026-03-01'], ['Oplyst', '2026-12-01']), TIL, [], 'Opstaaet'],
  ['no states', [], TIL, [], ''],
])('%s', (_, perioder, konf, breve, forventet) => {
  expect(trin(perioder, konf, breve, NU)).toBe(forventet)
})

test('each step has the instant it began, in order, whatever order it came in', () => {
  expect(fremdriftForBorger(AFGJORT.toReversed(), TIL, SENDT, NU)).toEqual([
    { fremdrift: 'Opstaaet', fra: kl12('2026-03-01') },
    { fremdrift: 'Oplyst', fra: kl12('2026-05-01') },
    { fremdrift: 'Afgjort', fra: kl12('2026-11-20') },
  ])
})

test('a step that begins this very instant is told', () => {
  expect(trin([{ status: 'Oplyst', virkning: { fra: NU, til: null } }], TIL, [], NU)).toBe('Oplyst')
})

test('while the decision waits, the case is read as of just before it', () => {
  expect(visningstidspunkt(AFGJORT, TIL, UNDERVEJS, NU)).toBe('2026-11-20T11:59:59.999Z')
  expect(visningstidspunkt(AFGJORT, TIL, SENDT, NU)).toBe(NU)
  expect(visningstidspunkt(AFGJORT, FRA, UNDERVEJS, NU)).toBe(NU)
})
