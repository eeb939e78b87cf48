import { describe, expect, test } from 'vitest'
import { ARTER, type Art, type Tidspunkt, tidspunkt } from '#kernel'
import { brev, fremdrift, kl12, konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import type { KleKonfiguration, Sagsfakta, Visningsfakta } from '../fakta.ts'
import { ventArbejdsdageRegel } from './vent-arbejdsdage.ts'

// Decided on Thursday 19 November 2026; the Friday is one working day after, the Monday two.
const AFGJORT = fremdrift(['Opstaaet', '2026-03-01'], ['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-19'])
const SAG_AFGJORT: Sagsfakta = { fremdrift: AFGJORT, breve: [brev('2026-11-18', '2026-11-19')] }
const LOERDAG = kl12('2026-11-21')
const MANDAG = kl12('2026-11-23')

const decide = (fakta: Partial<Visningsfakta>, valg: Partial<KleKonfiguration> = {}, nu: Tidspunkt = LOERDAG): string =>
  udfald(
    ventArbejdsdageRegel(
      sagFakta({ opstaaet: kl12('2026-11-19'), sager: [SAG_AFGJORT], ...fakta }),
      kontekst({ nu, konfiguration: konfiguration({ ventArbejdsdage: 2, ...valg }) }),
    ),
  )
const dokument = (type: string, opstaaet: string, sendt?: string) =>
  ({ art: 'dokument', opstaaet: kl12(opstaaet), dokument: { type, fremdrift: 'Endeligt', brevDato: undefined, sendt } }) as const

describe('a decision of Thursday that waits two working days, on the Saturday and on the Monday', () => {
  test.each<[string, Partial<Visningsfakta>, string, string]>([
    ['the case', { art: 'sag' }, 'vises', 'vises'],
    ['an appointment', { art: 'aftale' }, 'vises', 'vises'],
    ['a note of the day', { art: 'journalnotat' }, 'VENTER_ARBEJDSDAGE', 'vises'],
    ['a note of the day before', { art: 'journalnotat', opstaaet: kl12('2026-11-18') }, 'vises', 'vises'],
    ['the grant', { art: 'bevilling' }, 'VENTER_ARBEJDSDAGE', 'vises'],
    ['a payment of it', { art: 'oekonomiskEffektuering' }, 'VENTER_ARBEJDSDAGE', 'vises'],
    ['a grant of three weeks before', { art: 'bevilling', opstaaet: kl12('2026-10-29') }, 'VENTER_ARBEJDSDAGE', 'vises'],
    ['a grant of years before', { art: 'bevilling', opstaaet: kl12('2024-10-29') }, 'vises', 'vises'],
    ['a plan of the day', dokument('Plan', '2026-11-19'), 'VENTER_ARBEJDSDAGE', 'vises'],
    ['a plan of the day before', dokument('Plan', '2026-11-18'), 'vises', 'vises'],
    [
      'the letter, begun before and sent on the day',
      dokument('Brev, udgaaende', '2026-11-17', '2026-11-19'),
      'VENTER_ARBEJDSDAGE',
      'vises',
    ],
    ['a letter sent before', dokument('Brev, udgaaende', '2026-11-10', '2026-11-18'), 'vises', 'vises'],
    ["the citizen's own letter", dokument('Brev, indgaaende', '2026-11-20'), 'vises', 'vises'],
    ['an internal note of long before', dokument('Internt Notat', '2026-04-01'), 'VENTER_ARBEJDSDAGE', 'vises'],
    [
      'a document of which nothing is known',
      { art: 'dokument', dokument: undefined },
      'VENTER_ARBEJDSDAGE',
      'VENTER_ARBEJDSDAGE',
    ],
  ])('%s', (_, fakta, loerdag, mandag) => {
    expect([decide(fakta), decide(fakta, {}, MANDAG)]).toEqual([loerdag, mandag])
  })
})

test('by Danish days: it is told when the Monday begins', () => {
  const notat = { art: 'journalnotat' } as const
  expect(decide(notat, {}, tidspunkt('2026-11-22T22:59:59.999Z'))).toBe('VENTER_ARBEJDSDAGE')
  expect(decide(notat, {}, tidspunkt('2026-11-22T23:00:00.000Z'))).toBe('vises')
})

test('over Christmas it waits for days on which somebody is at work', () => {
  const sager = [{ fremdrift: fremdrift(['Opstaaet', '2026-03-01'], ['Afgjort', '2026-12-23']), breve: [] }]
  const notat = { art: 'journalnotat', opstaaet: kl12('2026-12-23'), sager } as const
  expect(decide(notat, {}, kl12('2026-12-28'))).toBe('VENTER_ARBEJDSDAGE')
  expect(decide(notat, {}, kl12('2026-12-29'))).toBe('vises')
})

test('where the quarantine is off, what was seen before the decision stays: drafts of letters, and internal notes', () => {
  const uden = { karantaene: false }
  expect(decide(dokument('Brev, udgaaende', '2026-11-17', '2026-11-19'), uden)).toBe('vises')
  expect(decide(dokument('Internt Notat', '2026-04-01'), uden)).toBe('vises')
  expect(decide(dokument('Brev, udgaaende', '2026-11-19', '2026-11-19'), uden)).toBe('VENTER_ARBEJDSDAGE')
  expect(decide(dokument('Internt Notat', '2026-11-19'), uden)).toBe('VENTER_ARBEJDSDAGE')
})

test('an internal note on no case, or on one that is not decided, is no matter of this rule', () => {
  expect(decide({ ...dokument('Internt Notat', '2026-11-19'), sager: [] })).toBe('vises')
  const uafgjort = { fremdrift: fremdrift(['Opstaaet', '2026-03-01']), breve: [] }
  expect(decide({ ...dokument('Internt Notat', '2026-11-19'), sager: [uafgjort] })).toBe('vises')
  expect(decide({ ...dokument('Internt Notat', '2026-11-19'), sager: [uafgjort, SAG_AFGJORT] })).toBe('VENTER_ARBEJDSDAGE')
})

test.each<Art>(['bevilling', 'oekonomiskEffektuering'])('a %s on no case waits from the day it came into being', (art) => {
  expect(decide({ art, sager: [] })).toBe('VENTER_ARBEJDSDAGE')
  expect(decide({ art, sager: [], opstaaet: kl12('2026-11-17') })).toBe('vises')
})

test('of two decisions in a week the first waits until its own days have passed, also when the second is made', () => {
  const sager = [
    { fremdrift: fremdrift(['Opstaaet', '2026-03-01'], ['Afgjort', '2026-11-19'], ['Afgjort', '2026-11-20']), breve: [] },
  ]
  expect(decide({ art: 'journalnotat', sager })).toBe('VENTER_ARBEJDSDAGE')
  expect(decide({ art: 'journalnotat', sager }, {}, MANDAG)).toBe('vises')
  expect(decide({ art: 'journalnotat', sager, opstaaet: kl12('2026-11-20') }, {}, MANDAG)).toBe('VENTER_ARBEJDSDAGE')
})

test('a closing waits as a decision does: some systems never say Afgjort', () => {
  const sager = [{ fremdrift: fremdrift(['Opstaaet', '2026-03-01'], ['Afsluttet', '2026-11-19']), breve: [] }]
  expect(decide({ art: 'journalnotat', sager })).toBe('VENTER_ARBEJDSDAGE')
})

test('where no days are chosen nothing waits, and without a configuration it hides by itself', () => {
  for (const art of ARTER) expect(decide({ art, dokument: undefined }, { ventArbejdsdage: 0 })).toBe('vises')
  expect(udfald(ventArbejdsdageRegel(sagFakta(), kontekst({ konfiguration: undefined })))).toBe('IKKE_AABNET')
})
