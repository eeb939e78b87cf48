import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { danskDag, plusArbejdsdage } from '#platform/clock'
import { plusDage } from './afgoerelse.ts'
import { brev, fremdrift, kl12, konfiguration, NU } from './fakta.bygger.ts'
import type { SagFremdrift } from './fakta.ts'
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
  ['a case whose first state lies ahead', fremdrift(['Opstaaet', '2026-12-01']), TIL, [], ''],
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

describe('the municipality waits some working days', () => {
  // Decided on Thursday; the Monday after is the second working day.
  const TORSDAG = fremdrift(
    ['Opstaaet', '2026-03-01'],
    ['Oplyst', '2026-05-01'],
    ['Afgjort', '2026-11-19'],
    ['Afsluttet', '2026-11-20'],
  )
  const BREVET = [brev('2026-11-18', '2026-11-19')]
  const valg = (ventArbejdsdage: number, karantaene = true) => konfiguration({ ventArbejdsdage, karantaene })
  const MANDAG = kl12('2026-11-23')

  test.each([
    ['the letter is sent, the days have not passed', valg(2), BREVET, NU, 'Opstaaet Oplyst'],
    ['both have', valg(2), BREVET, MANDAG, 'Opstaaet Oplyst Afgjort Afsluttet'],
    ['the days have, the letter has not been sent', valg(1), [brev('2026-11-18')], MANDAG, 'Opstaaet Oplyst'],
    ['without quarantine, the days have not', valg(2, false), [], NU, 'Opstaaet Oplyst'],
    ['without quarantine, the days have', valg(2, false), [], MANDAG, 'Opstaaet Oplyst Afgjort Afsluttet'],
    ['no days', valg(0, false), [], NU, 'Opstaaet Oplyst Afgjort Afsluttet'],
  ])('%s', (_, konf, breve, nu, forventet) => {
    expect(trin(TORSDAG, konf, breve, nu)).toBe(forventet)
  })

  test('till then its title and words are those of before the decision', () => {
    expect(visningstidspunkt(TORSDAG, valg(2), BREVET, NU)).toBe('2026-11-19T11:59:59.999Z')
    expect(visningstidspunkt(TORSDAG, valg(2), BREVET, MANDAG)).toBe(MANDAG)
  })

  test('of two decisions under way the case is told as before the first', () => {
    const to = fremdrift(['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-19'], ['Oplyst', '2026-11-20'], ['Afgjort', '2026-11-21'])
    expect(trin(to, valg(2), [], NU)).toBe('Oplyst')
    expect(trin(to, valg(0), [brev('2026-11-18')], NU)).toBe('Oplyst')
  })

  test('a decision that is told by one reason to wait and not by the other waits, and so does what came after it', () => {
    const to = fremdrift(['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-16'], ['Oplyst', '2026-11-17'], ['Afgjort', '2026-11-20'])
    // The first is out of its days but has a letter under way; the second is the other way round.
    expect(trin(to, valg(3), [brev('2026-11-15')], NU)).toBe('Oplyst')
    expect(trin(to, valg(3), [brev('2026-11-20', '2026-11-20')], NU)).toBe('Oplyst Afgjort Oplyst')
  })
})

test('what is told while a decision waits is what was told the moment before it, whatever followed', () => {
  const dage = fc.integer({ min: 0, max: 12 })
  const efter = fc.array(fc.constantFrom<SagFremdrift>('Oplyst', 'Afgjort', 'Afsluttet'), { maxLength: 3 })
  fc.assert(
    fc.property(dage, efter, fc.integer({ min: 1, max: 10 }), fc.boolean(), (siden, senere, ventArbejdsdage, karantaene) => {
      const dag = (n: number) => plusDage(kl12('2026-11-22'), n)
      const stadier: SagFremdrift[] = ['Opstaaet', 'Oplyst', 'Afgjort', ...senere]
      const perioder = stadier.map((status, i) => ({
        status,
        virkning: { fra: plusDage(dag(-siden), i < 2 ? (i - 2) * 20 : (i - 2) / 10), til: null },
      }))
      const konf = konfiguration({ ventArbejdsdage, karantaene })
      const afgjort = perioder[2]!.virkning.fra
      const nu = dag(1)
      const foer = fremdriftForBorger(perioder, konf, [], plusDage(afgjort, -1 / 1440))
      if (plusArbejdsdage(danskDag(afgjort), ventArbejdsdage) > danskDag(nu))
        expect(fremdriftForBorger(perioder, konf, [], nu)).toEqual(foer)
      else if (!karantaene) expect(fremdriftForBorger(perioder, konf, [], nu).length).toBeGreaterThan(foer.length)
    }),
    { seed: 20261122, numRuns: 1_000 },
  )
})
