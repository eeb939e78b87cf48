import { describe, expect, test } from 'vitest'
import { cvrNummer, parseBeloeb, tidspunkt, type Uuid, uuid } from '#kernel'
import type { OverblikRaekke } from '#overblik'
import { naboerTil } from './aabn.ts'
import { antalPrFane, filtrer, mulighederFor } from './filtrer.ts'
import { enhedsnoegle } from './reference.ts'
import { tidslinjeOf } from './tidslinje.ts'
import { tingOf } from './ting.ts'
import { INTET_VALGT } from './valg.ts'
import type { Ting } from './visninger.ts'

const id = (nr: number): Uuid => uuid(`00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`)
const kl = (dag: string) => tidspunkt(`${dag}T12:00:00.000Z`)
const NU = kl('2026-10-08')
const altid = { fra: kl('2020-01-01'), til: null }
const fraTil = (fra: string, til: string) => ({ fra: kl(fra), til: kl(til) })

const FAELLES = {
  roller: [{ rolle: 'Primær part', virkning: altid }],
  visningsklasser: [],
  foelsomhed: [{ foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER', virkning: altid }],
  oprettet: kl('2026-01-05'),
  ansvarlig: [{ enhed: 'E1', navn: 'Visitationen', virkning: altid }],
} as const

const raekke = (nr: number, data: unknown): OverblikRaekke => ({
  part_id: id(1),
  item_id: id(nr),
  art: (data as OverblikRaekke['data']).art,
  kommune: cvrNummer('11111111'),
  kle: '27.36.04',
  kilde_id: id(90),
  aendret: kl('2026-02-01'),
  foerst_modtaget: kl('2026-01-06'),
  data: { ...FAELLES, ...(data as OverblikRaekke['data']) },
})
const sag = (nr: number, mere: object = {}) =>
  raekke(nr, {
    art: 'sag',
    titler: [{ titel: `Sag ${nr}`, nummer: `26/${nr}`, virkning: altid }],
    kler: [{ kle: '27.36.04', virkning: altid }],
    facet: 'G01',
    fremdrift: [
      { status: 'Opstaaet', virkning: fraTil('2026-01-05', '2026-03-01') },
      { status: 'Afsluttet', virkning: { fra: kl('2026-03-01'), til: null } },
    ],
    sagsstatus: [],
    ...mere,
  })
const paaSag = (sager: readonly number[], aaben = true) =>
  sager.map((nr) => ({
    id: id(nr),
    kommune: cvrNummer('11111111'),
    kler: [],
    fremdrift: [{ status: aaben ? 'Oplyst' : 'Afsluttet', virkning: altid }],
    oprettet: kl('2026-01-05'),
  }))
const dokument = (nr: number, sager: readonly number[], mere: object = {}) =>
  raekke(nr, {
    art: 'dokument',
    titler: [{ titel: `Dokument ${nr}`, nummer: 'D1', type: 'Brev, udgaaende', brevDato: '2026-04-01', virkning: altid }],
    kler: [],
    fremdrift: [{ status: 'Endeligt', virkning: altid }],
    sager: paaSag(sager),
    ...mere,
  })
const kr = (tekst: string) => parseBeloeb(tekst)
const udbetaling = (nr: number, mere: object, hele = true) =>
  raekke(nr, {
    art: 'oekonomiskEffektuering',
    sager: [],
    hele,
    udbetalinger: [
      {
        dispositionsdato: '2026-09-30',
        brutto: kr('100'),
        efterSkat: kr('60'),
        sendt: kr('60'),
        udbetalt: kr('60'),
        erSendt: true,
        erUdbetalt: true,
        godkendt: true,
        virkning: altid,
        ...mere,
      },
    ],
    ydelser: [
      {
        bevilling: id(40),
        navn: 'Sygedagpenge',
        kle: '32.30.04',
        fra: undefined,
        til: undefined,
        beloeb: kr('100'),
        virkning: altid,
      },
    ],
  })

const aftale = (nr: number, mere: object) =>
  raekke(nr, {
    art: 'aftale',
    sager: [],
    aftaler: [{ titel: 'Samtale', type: 'Aftale', status: 'Aktiv', virkning: altid, ...mere }],
  })

const VIDEN = {
  nu: NU,
  systemFor: (kilde: Uuid) => ({ id: kilde, navn: 'Kastanje', slags: 'esdh' }),
  refFor: (item: Uuid) => `r${item.slice(-4)}`,
  enhedsnoegleFor: enhedsnoegle,
}
const tilTing = (...raekker: readonly OverblikRaekke[]): Ting[] => tingOf(raekker, VIDEN)
const en = (r: OverblikRaekke): Ting => {
  const [ting] = tilTing(r)
  if (!ting) throw new Error('Nothing')
  return ting
}

describe('what a caseworker reads', () => {
  test('of a case: the source’s own title, number and state as they hold now', () => {
    expect(en(sag(2))).toMatchObject({
      titel: 'Sag 2',
      nummer: '26/2',
      tilstand: 'Afsluttet',
      aaben: false,
      enhed: { navn: 'Visitationen' },
      roller: ['Primær part'],
      omraade: 'hjaelp-pleje-og-handicap',
    })
  })

  test('a state that is still to come is not told as one that holds, nor as a step that was taken', () => {
    const kommende = en(
      sag(2, {
        fremdrift: [
          { status: 'Opstaaet', virkning: altid },
          { status: 'Afgjort', virkning: { fra: kl('2026-11-01'), til: null } },
        ],
      }),
    )
    expect(kommende).toMatchObject({ tilstand: 'Opstaaet', trin: [{ status: 'Opstaaet' }] })
  })

  test('a sensitivity that nobody has said is the highest', () => {
    expect(en(sag(2, { foelsomhed: [] })).foelsomhed).toBe('VIP_SAGER')
    expect(
      en(sag(2, { foelsomhed: [{ foelsomhed: 'IKKE_FORTROLIGE_DATA', virkning: fraTil('2020-01-01', '2021-01-01') }] }))
        .foelsomhed,
    ).toBe('VIP_SAGER')
  })

  test('of what it stands on only what the employee sees too: a case that is not among the rows is not named', () => {
    const [brev] = tilTing(dokument(3, [2, 4]), sag(2)).filter(({ art }) => art === 'dokument')
    expect(brev?.sager).toEqual([id(2)])
  })

  test('a document is open while one of its cases is', () => {
    expect(en(dokument(3, [2])).aaben).toBe(true)
    expect(en(dokument(3, [], { sager: paaSag([2], false) })).aaben).toBe(false)
  })

  test.each([
    [{}, 'udbetalt', false, '60'],
    [{ erUdbetalt: false }, 'sendt', true, '60'],
    [{ erUdbetalt: false, erSendt: false }, 'planlagt', true, '60'],
    [{ erUdbetalt: false, erSendt: false, godkendt: false }, 'ikkeGodkendt', true, '60'],
    [{ udbetalt: kr('-20') }, 'rettelse', false, '-20'],
  ])('a payment %o is %s', (mere, tilstand, aaben, beloeb) => {
    expect(en(udbetaling(5, mere))).toMatchObject({ tilstand, aaben, beloeb, dag: '2026-09-30' })
  })

  test('of a payment that is not all the person’s own no total is told', () => {
    const delt = en(udbetaling(5, {}, false))
    expect(delt).toMatchObject({ beloeb: undefined, brutto: undefined, efterSkat: undefined, linjer: [{ beloeb: '100' }] })
  })
})

describe('the list', () => {
  const alle = tilTing(
    sag(2),
    sag(6, {
      fremdrift: [{ status: 'Oplyst', virkning: altid }],
      oprettet: kl('2026-06-01'),
      ansvarlig: [{ enhed: 'E2', navn: 'Jobcenter', virkning: altid }],
    }),
    dokument(3, [2]),
    udbetaling(5, {}),
  )
  const vis = (felter: object) => filtrer(alle, 'sager', { ...INTET_VALGT, ...felter }).map(({ nummer }) => nummer)

  test('stands newest first, each tab with its own kinds', () => {
    expect(vis({})).toEqual(['26/6', '26/2'])
    expect(antalPrFane(alle)).toEqual({ sager: 2, ydelser: 1, dokumenter: 1, notater: 0, aftaler: 0 })
  })

  test.each([
    [{ status: 'aabne' }, ['26/6']],
    [{ status: 'lukkede' }, ['26/2']],
    [{ status: 'Oplyst' }, ['26/6']],
    [{ enhed: enhedsnoegle('e2') }, ['26/6']],
    [{ enhed: 'findesikke' }, []],
    [{ omraade: 'hjaelp-pleje-og-handicap' }, ['26/6', '26/2']],
    [{ omraade: 'sundhed' }, []],
    [{ system: id(90) }, ['26/6', '26/2']],
    [{ system: id(91) }, []],
    [{ fra: '2026-01-05', til: '2026-01-05' }, ['26/2']],
    [{ fra: '2026-01-06' }, ['26/6']],
    [{ status: 'aabne', enhed: enhedsnoegle('E1') }, []],
  ])('narrowed by %o leaves %j', (felter, numre) => {
    expect(vis(felter)).toEqual(numre)
  })

  test('offers only what is there, with how much', () => {
    const { enhed, status, art } = mulighederFor(alle, 'sager')
    expect(enhed.map(({ navn, antal }) => [navn, antal])).toEqual([
      ['Jobcenter', 1],
      ['Visitationen', 1],
    ])
    expect(status.map(({ vaerdi }) => vaerdi).sort()).toEqual(['Afsluttet', 'Oplyst'])
    expect(art).toEqual([{ vaerdi: 'sag', navn: 'sag', antal: 2 }])
  })

  test('a case has what stands on it beside it, and a payment its grant', () => {
    const [nyeste] = alle.filter(({ id: item }) => item === id(2))
    expect(nyeste && naboerTil(nyeste, alle).map(({ id: item }) => item)).toEqual([id(3)])
  })
})

test('the timeline tells steps on their days, and what is to come by itself', () => {
  const { kommende, skete } = tidslinjeOf(
    tilTing(sag(2), dokument(3, [2]), udbetaling(5, { dispositionsdato: '2026-10-30', erUdbetalt: false })),
    NU,
  )
  expect(skete.map(({ dag, hvad, trin }) => [dag, hvad, trin])).toEqual([
    ['2026-04-01', 'kom', undefined],
    ['2026-03-01', 'trin', 'Afsluttet'],
    ['2026-01-05', 'oprettet', undefined],
  ])
  expect(kommende.map(({ dag, hvad }) => [dag, hvad])).toEqual([['2026-10-30', 'udbetaling']])
})

test.each([
  ['2026-10-08T06:00:00.000Z', {}, true, 'this morning'],
  ['2026-10-07T22:00:00.000Z', {}, true, 'this day, with no hour'],
  ['2026-10-07T21:59:00.000Z', {}, false, 'last night'],
  ['2026-10-06T06:00:00.000Z', { slut: '2026-10-08T06:00:00.000Z' }, true, 'days that end today'],
  ['2026-10-01T06:00:00.000Z', { type: 'Frist' }, true, 'a deadline that went by'],
  ['2026-10-08T06:00:00.000Z', { status: 'Aflyst' }, false, 'what was called off'],
])('an appointment at %s, %o, is open at noon: %s, %s', (start, mere, aaben, _) => {
  expect(en(aftale(60, { start, ...mere })).aaben).toBe(aaben)
})
