import { describe, expect, test } from 'vitest'
import { type Tidspunkt, tidspunkt } from '#kernel'
import {
  afgoerelser,
  foersteUfortalte,
  isBevillingHoldt,
  isMeddelt,
  isMeddeltVed,
  isUdeAfVentetid,
  sendtDag,
} from './afgoerelse.ts'
import { brev, fremdrift, kl12, konfiguration, NU, sagFakta } from './fakta.bygger.ts'

const AFGJORT = { tid: kl12('2026-11-20'), ventedage: 7 }
const GAMMEL = { tid: kl12('2026-10-01'), ventedage: 7 }

describe('is the decision told?', () => {
  test.each([
    ['no letter known, two days after', AFGJORT, [], false],
    ['no letter known, weeks after', GAMMEL, [], true],
    ['the letter is being written', AFGJORT, [brev('2026-11-19')], false],
    ['the letter is still being written weeks after', GAMMEL, [brev('2026-10-01')], false],
    ['the letter was begun a month before to the moment', GAMMEL, [brev('2026-09-01')], false],
    ['the letter was begun in the week after', GAMMEL, [brev('2026-10-08')], false],
    ['a letter was begun after the week: another matter', GAMMEL, [brev('2026-10-09')], true],
    ['a draft left behind since long before', GAMMEL, [brev('2026-08-31')], true],
    ['sent the day after', AFGJORT, [brev('2026-11-19', '2026-11-21')], true],
    ['sent the same day', AFGJORT, [brev('2026-11-19', '2026-11-20')], true],
    ['sent the day before: another letter', AFGJORT, [brev('2026-11-10', '2026-11-19')], false],
    ['dated ahead', AFGJORT, [brev('2026-11-19', '2026-11-20', '2026-11-23')], false],
    ['sent, while another draft lies beside it', AFGJORT, [brev('2026-11-19'), brev('2026-11-19', '2026-11-21')], true],
  ])('%s', (_, afgoerelse, breve, forventet) => {
    expect(isMeddelt(afgoerelse, breve, NU)).toBe(forventet)
  })

  test('a week to the millisecond, where no letter is known', () => {
    expect(isMeddelt(AFGJORT, [], tidspunkt('2026-11-27T11:59:59.999Z'))).toBe(false)
    expect(isMeddelt(AFGJORT, [], tidspunkt('2026-11-27T12:00:00.000Z'))).toBe(true)
  })
})

describe('the day a letter went out', () => {
  test.each([
    ['a draft', brev('2026-11-01'), undefined],
    ['finished, without a date', brev('2026-11-01', '2026-11-05'), '2026-11-05'],
    ['finished after its date', brev('2026-11-01', '2026-11-05', '2026-11-03'), '2026-11-05'],
    ['finished before its date', brev('2026-11-01', '2026-11-05', '2026-11-07'), '2026-11-07'],
    ['dated today', brev('2026-11-01', '2026-11-05', '2026-11-22'), '2026-11-22'],
    ['dated tomorrow', brev('2026-11-01', '2026-11-05', '2026-11-23'), undefined],
    ['to be finished tomorrow', brev('2026-11-01', '2026-11-23'), undefined],
  ])('%s', (_, brevet, forventet) => {
    expect(sendtDag(brevet, NU)).toBe(forventet)
  })

  test('archiving it years later does not move it', () => {
    const arkiveret = brev('2020-01-01', '2020-01-05')
    const [kladde, endeligt] = arkiveret.fremdrift
    const flyttet = [
      kladde!,
      { ...endeligt!, virkning: { fra: kl12('2020-01-05'), til: kl12('2026-01-01') } },
      { status: 'Afleveret', virkning: { fra: kl12('2026-01-01'), til: null } },
    ]
    expect(sendtDag({ ...arkiveret, fremdrift: flyttet }, NU)).toBe('2020-01-05')
  })

  test('whatever order its states came in, the first time it was finished counts', () => {
    const [endeligt, afleveret] = [
      { status: 'Endeligt', virkning: { fra: kl12('2020-01-05'), til: kl12('2026-01-01') } },
      { status: 'Afleveret', virkning: { fra: kl12('2026-01-01'), til: null } },
    ]
    const brevet = { oprettet: kl12('2020-01-01'), brevDato: undefined }
    for (const rundt of [
      [endeligt, afleveret],
      [afleveret, endeligt],
    ])
      expect(sendtDag({ ...brevet, fremdrift: rundt.map((led) => led!) }, NU)).toBe('2020-01-05')
  })

  test('to the moment: finished this instant it has gone out, and no longer finished it has not', () => {
    const brevet = (fra: Tidspunkt, til: Tidspunkt | null) => ({
      oprettet: kl12('2026-11-01'),
      brevDato: undefined,
      fremdrift: [{ status: 'Endeligt', virkning: { fra, til } }],
    })
    expect(sendtDag(brevet(NU, null), NU)).toBe('2026-11-22')
    expect(sendtDag(brevet(kl12('2026-11-20'), NU), NU)).toBeUndefined()
  })

  test('the day is Danish', () => {
    const sent = {
      oprettet: kl12('2026-11-01'),
      brevDato: undefined,
      fremdrift: [{ status: 'Endeligt', virkning: { fra: tidspunkt('2026-11-04T23:30:00Z'), til: null } }],
    }
    expect(sendtDag(sent, NU)).toBe('2026-11-05')
  })
})

test('half an hour past Danish midnight a letter dated the new day has gone out', () => {
  const brevet = brev('2026-11-01', '2026-11-05', '2026-11-23')
  expect(sendtDag(brevet, tidspunkt('2026-11-22T22:59:59.999Z'))).toBeUndefined()
  expect(sendtDag(brevet, tidspunkt('2026-11-22T23:00:00.000Z'))).toBe('2026-11-23')
})

describe('the decisions of a case', () => {
  test.each([
    ['none yet', fremdrift(['Opstaaet', '2026-01-01'], ['Oplyst', '2026-02-01']), []],
    ['Afgjort', fremdrift(['Opstaaet', '2026-01-01'], ['Afgjort', '2026-02-01']), [{ tid: kl12('2026-02-01'), ventedage: 7 }]],
    ['Afgjort ahead', fremdrift(['Opstaaet', '2026-01-01'], ['Afgjort', '2026-12-01']), []],
    [
      'Afgjort, then Afsluttet',
      fremdrift(['Opstaaet', '2026-01-01'], ['Afgjort', '2026-02-01'], ['Afsluttet', '2026-03-01']),
      [{ tid: kl12('2026-02-01'), ventedage: 7 }],
    ],
    [
      'decided twice',
      fremdrift(['Opstaaet', '2025-01-01'], ['Afgjort', '2025-02-01'], ['Oplyst', '2026-01-01'], ['Afgjort', '2026-02-01']),
      [
        { tid: kl12('2025-02-01'), ventedage: 7 },
        { tid: kl12('2026-02-01'), ventedage: 7 },
      ],
    ],
    [
      'straight to Afsluttet',
      fremdrift(['Opstaaet', '2026-01-01'], ['Afsluttet', '2026-02-01']),
      [{ tid: kl12('2026-02-01'), ventedage: 0 }],
    ],
  ])('%s', (_, perioder, forventet) => {
    expect(afgoerelser(perioder, NU)).toEqual(forventet)
    expect(afgoerelser(perioder.toReversed(), NU)).toEqual(forventet)
  })
})

describe('the first decision that is not told', () => {
  const mandag = { tid: kl12('2026-11-16'), ventedage: 7 }
  const onsdag = { tid: kl12('2026-11-18'), ventedage: 7 }
  const gammel = { tid: kl12('2025-01-15'), ventedage: 7 }
  const kladde = brev('2025-01-14')
  test.each([
    ['none', [], [], undefined],
    ['one, told', [gammel], [], undefined],
    ['one, not told', [mandag], [], mandag],
    ['two in a week: the first', [mandag, onsdag], [], mandag],
    ['an old one, and two in a week', [gammel, mandag, onsdag], [], mandag],
    ['both told by a letter on the day of the second', [mandag, onsdag], [brev('2026-11-18', '2026-11-18')], undefined],
    ['the first told by a letter between them', [mandag, onsdag], [brev('2026-11-16', '2026-11-17')], onsdag],
    ['an old one that a draft keeps back is first too', [gammel, onsdag], [kladde], gammel],
    ['a told one tells those before it', [gammel, onsdag], [kladde, brev('2026-11-18', '2026-11-19')], undefined],
  ])('%s', (_, alle, breve, forventet) => {
    expect(foersteUfortalte(alle, breve, isMeddeltVed(NU))).toEqual(forventet)
  })
})

test.each([
  ['2026-11-20', 0, true],
  ['2026-11-20', 1, false],
  ['2026-11-19', 1, true],
  ['2026-11-18', 2, true],
  ['2026-11-18', 3, false],
])('decided on %s, %i working days, on the Sunday after: out of its wait %s', (dag, ventArbejdsdage, forventet) => {
  expect(isUdeAfVentetid(konfiguration({ ventArbejdsdage }), NU)({ tid: kl12(dag), ventedage: 7 }, [])).toBe(forventet)
})

describe('a grant belongs to the decision of its case, a month before or after it', () => {
  const afgjort = fremdrift(['Opstaaet', '2026-01-01'], ['Afgjort', '2026-06-15'])
  // Only the case's own decision is told, so that it shows which of the two is asked about.
  const isSagens = ({ tid }: { readonly tid: Tidspunkt }) => tid === kl12('2026-06-15')
  test.each([
    ['2026-05-15T11:59:59.999Z', true],
    ['2026-05-16T12:00:00.000Z', false],
    ['2026-06-15T12:00:00.000Z', false],
    ['2026-07-15T12:00:00.000Z', false],
    ['2026-07-15T12:00:00.001Z', true],
  ])('that came into being %s: one of its own %s', (opstaaet, egen) => {
    const fakta = sagFakta({ opstaaet: tidspunkt(opstaaet), sager: [{ fremdrift: afgjort, breve: [] }] })
    expect(isBevillingHoldt(fakta, NU, isSagens)).toBe(egen)
  })
})
