import { describe, expect, test } from 'vitest'
import { type Art, tidspunkt } from '#kernel'
import { brev, fremdrift, kl12, konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import type { Sagsfakta, Visningsfakta } from '../fakta.ts'
import { karantaeneRegel } from './karantaene.ts'

// Now is 22 November 2026. The case was opened on 1 March and decided on 20 November.
const AFGJORT = fremdrift(['Opstaaet', '2026-03-01'], ['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-20'])
const UAFGJORT = fremdrift(['Opstaaet', '2026-03-01'], ['Oplyst', '2026-05-01'])
const LUKKET = fremdrift(['Opstaaet', '2026-03-01'], ['Afsluttet', '2026-06-01'])
const SAGER: Record<string, Sagsfakta> = {
  uafgjort: { fremdrift: UAFGJORT, breve: [] },
  brevUnderSkrivning: { fremdrift: AFGJORT, breve: [brev('2026-11-19')] },
  brevSendt: { fremdrift: AFGJORT, breve: [brev('2026-11-19', '2026-11-21')] },
  lukket: { fremdrift: LUKKET, breve: [] },
}

const decide = (fakta: Partial<Visningsfakta>, karantaene = true) =>
  udfald(karantaeneRegel(sagFakta(fakta), kontekst({ konfiguration: konfiguration({ karantaene }) })))

const dokument = (type: string, status: string | undefined, sag: keyof typeof SAGER, brevDato?: string, dag = '2026-11-20') =>
  decide({
    art: 'dokument',
    dokument: { type, fremdrift: status, brevDato },
    sager: [SAGER[sag]!],
    opstaaet: kl12(dag),
  })

describe('documents by type and state, on an undecided case', () => {
  const TILSTANDE = [
    'Modtaget',
    'Fordelt',
    'Underudarbejdelse',
    'Underreview',
    'Publiceret',
    'Endeligt',
    'Afleveret',
    undefined,
    'Andet',
  ]
  test.each([
    ['Brev, indgaaende', '+++++++++'],
    ['Brev, udgaaende', '----+++--'],
    ['Internt Notat', '---------'],
    ['Eksternt Notat', '++--+++--'],
    ['Rapport', '++--+++--'],
    ['Plan', '++--+++--'],
    ['Dagsorden', '++--+++--'],
    ['Faktura', '++--+++--'],
    ['Andet', '++--+++--'],
  ])('%s: %s', (type, forventet) => {
    const set = TILSTANDE.map((status) => (dokument(type, status, 'uafgjort') === 'vises' ? '+' : '-'))
    expect(set.join('')).toBe(forventet)
  })
})

test.each([
  ['uafgjort', 'KARANTAENE'],
  ['brevUnderSkrivning', 'KARANTAENE'],
  ['brevSendt', 'vises'],
  ['lukket', 'vises'],
] as const)('a finished internal note on a case that is %s: %s', (sag, forventet) => {
  expect(dokument('Internt Notat', 'Endeligt', sag)).toBe(forventet)
})

test('an internal note is hidden as a draft though the letter is sent, and where it stands on no case', () => {
  expect(dokument('Internt Notat', 'Underudarbejdelse', 'brevSendt')).toBe('KARANTAENE')
  expect(
    decide({ art: 'dokument', dokument: { type: 'Internt Notat', fremdrift: 'Endeligt', brevDato: undefined }, sager: [] }),
  ).toBe('KARANTAENE')
})

test.each([
  ['2026-11-21', 'vises'],
  ['2026-11-22', 'vises'],
  ['2026-11-23', 'KARANTAENE'],
])('a finished letter dated %s: %s', (brevDato, forventet) => {
  expect(dokument('Brev, udgaaende', 'Endeligt', 'uafgjort', brevDato)).toBe(forventet)
})

test('a letter dated tomorrow goes out at Danish midnight', () => {
  const brevet = sagFakta({
    art: 'dokument',
    dokument: { type: 'Brev, udgaaende', fremdrift: 'Endeligt', brevDato: '2026-11-23' },
  })
  const ved = (nu: string) => udfald(karantaeneRegel(brevet, kontekst({ nu: tidspunkt(nu) })))
  expect(ved('2026-11-22T22:59:59.999Z')).toBe('KARANTAENE')
  expect(ved('2026-11-22T23:00:00.000Z')).toBe('vises')
})

test('a sent letter is shown though another on the case is still being written', () => {
  expect(dokument('Brev, udgaaende', 'Endeligt', 'brevUnderSkrivning', '2026-11-20')).toBe('vises')
})

test('a finished plan from before the decision stays; one from the day of it or later waits for the letter', () => {
  expect(dokument('Plan', 'Endeligt', 'brevUnderSkrivning', undefined, '2026-11-19')).toBe('vises')
  expect(dokument('Plan', 'Endeligt', 'brevUnderSkrivning', undefined, '2026-11-20')).toBe('KARANTAENE')
  expect(dokument('Plan', 'Endeligt', 'brevSendt', undefined, '2026-11-20')).toBe('vises')
})

test('a document about which nothing is known is hidden', () => {
  expect(decide({ art: 'dokument', dokument: undefined })).toBe('KARANTAENE')
})

test.each([
  ['uafgjort', '2026-11-20', 'vises'],
  ['brevUnderSkrivning', '2026-11-19', 'vises'],
  ['brevUnderSkrivning', '2026-11-20', 'KARANTAENE'],
  ['brevUnderSkrivning', '2026-11-21', 'KARANTAENE'],
  ['brevSendt', '2026-11-21', 'vises'],
] as const)('a journal note on a case that is %s, written %s: %s', (sag, dag, forventet) => {
  expect(decide({ art: 'journalnotat', sager: [SAGER[sag]!], opstaaet: kl12(dag) })).toBe(forventet)
})

describe.each<Art>(['bevilling', 'oekonomiskEffektuering'])('%s', (art) => {
  test.each([
    ['the decision waits for its letter', 'brevUnderSkrivning', '2026-11-20', 'KARANTAENE'],
    ['the letter is sent', 'brevSendt', '2026-11-20', 'vises'],
    ['granted three days before the decision whose letter is sent', 'brevSendt', '2026-11-17', 'vises'],
    ['granted years before a decision that waits for its letter', 'brevUnderSkrivning', '2024-11-20', 'vises'],
    ['granted this week on an undecided case', 'uafgjort', '2026-11-20', 'KARANTAENE'],
    ['granted over a week ago on an undecided case', 'uafgjort', '2026-11-14', 'vises'],
  ] as const)('%s', (_, sag, dag, forventet) => {
    expect(decide({ art, sager: [SAGER[sag]!], opstaaet: kl12(dag) })).toBe(forventet)
  })

  test('on no known case it waits a week', () => {
    expect(decide({ art, sager: [], opstaaet: kl12('2026-11-15') })).toBe('vises')
    expect(decide({ art, sager: [], opstaaet: kl12('2026-11-16') })).toBe('KARANTAENE')
  })

  test('a letter under way about the time of the grant keeps it back after the week too', () => {
    const sag = { fremdrift: UAFGJORT, breve: [brev('2026-11-01')] }
    expect(decide({ art, sager: [sag], opstaaet: kl12('2026-11-01') })).toBe('KARANTAENE')
  })

  test('with one case told and one not, it is kept back', () => {
    expect(decide({ art, sager: [SAGER['brevSendt']!, SAGER['brevUnderSkrivning']!], opstaaet: kl12('2026-11-20') })).toBe(
      'KARANTAENE',
    )
  })
})

test('the case itself, its appointments and its deadlines stay', () => {
  for (const art of ['sag', 'aftale'] as const)
    expect(decide({ art, sager: [SAGER['brevUnderSkrivning']!], opstaaet: kl12('2026-11-21') })).toBe('vises')
})

test('switched off by the municipality, nothing is kept back', () => {
  const udkast = { type: 'Internt Notat', fremdrift: 'Underudarbejdelse', brevDato: undefined }
  expect(decide({ art: 'dokument', dokument: udkast, sager: [SAGER['brevUnderSkrivning']!] }, false)).toBe('vises')
  expect(decide({ art: 'bevilling', sager: [SAGER['brevUnderSkrivning']!], opstaaet: kl12('2026-11-20') }, false)).toBe('vises')
})

test('of two decisions in a week, the first of which waits for its letter, what came between them waits too', () => {
  const to = {
    fremdrift: fremdrift(['Oplyst', '2026-05-01'], ['Afgjort', '2026-11-17'], ['Afgjort', '2026-11-20']),
    breve: [brev('2026-11-16')],
  }
  const notat = { art: 'journalnotat', sager: [to] } as const
  expect(decide({ ...notat, opstaaet: kl12('2026-11-18') })).toBe('KARANTAENE')
  expect(decide({ ...notat, opstaaet: kl12('2026-11-16') })).toBe('vises')
})
