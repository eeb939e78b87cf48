import { expect, test } from 'vitest'
import type { SagObjekt } from '#indeks'
import { tidspunkt } from '#kernel'
import { toGaeldende } from '../../src/indeks/projektion.bygger.ts'
import { aftalerOf, dokumenterOf, sagerOf } from '../../src/overblik/vis-sag.ts'
import { konfiguration } from '../../src/visning/fakta.bygger.ts'
import { billedeAf, visteNavne } from '../byggere/billede.ts'
import { dokumenttitel, id, kl12, objekt, part, post, titel, virkning } from '../byggere/indeks.ts'

/** From objects of the index to what Ulla is shown. */

const ENDELIGT = [{ status: 'Endeligt', virkning: virkning() }]
const AABEN_SAG = [{ status: 'Oplyst' as const, virkning: virkning() }]
const sag = (navn: string, felter: Partial<SagObjekt> = {}) =>
  objekt('sag', navn, { parter: [part('Ulla')], fremdrift: AABEN_SAG, titler: [titel(navn)], ...felter })
const brev = (felter = {}) => objekt('dokument', 'brev', { titler: [dokumenttitel('Brev')], fremdrift: ENDELIGT, ...felter })

test('what a case calls a document is not said through another: nor a hidden case’s name, nor one where Ulla is a secondary party', () => {
  const skjult = sag('a', {
    visningsklasser: [],
    kler: [{ kle: '34.10.30', virkning: virkning() }],
    journalposter: [post('brev', 'Underretning')],
  })
  const sekundaer = sag('b', { parter: [part('Ulla', 'Sekundær part')], journalposter: [post('brev', 'Om naboen')] })
  for (const anden of [skjult, sekundaer]) {
    const titler = (egen?: string) =>
      dokumenterOf(billedeAf([anden, sag('vist', { journalposter: [post('brev', egen)] }), brev()])).map((led) => led.titel.da)
    expect(titler()).toEqual(['Brev'])
    expect(titler('Brev til dig')).toEqual(['Brev til dig'])
  }
})

test('a change of the case does not call its documents new', () => {
  const vist = sag('vist', { journalposter: [post('brev')] })
  const billede = billedeAf([toGaeldende(vist, kl12('2026-11-21')), toGaeldende(brev(), kl12('2026-02-01'))])
  expect(billede.efterId.get(id('brev'))?.raekke.aendret).toBe(kl12('2026-02-01'))
})

test('until the letter is sent, a case says nothing that holds only from the decision on: neither title, number, status nor law', () => {
  const afgjort = sag('sag', {
    fremdrift: [
      { status: 'Oplyst', virkning: virkning('2026-11-01', '2026-11-20') },
      { status: 'Afgjort', virkning: virkning('2026-11-20') },
    ],
    titler: [{ ...titel('Afslag', virkning('2026-11-20')), hjemmel: '§ 99' }],
    sagsstatus: [{ tekst: 'Afslået', virkning: virkning('2026-11-20') }],
  })
  const [foer] = sagerOf(billedeAf([afgjort]))
  expect(foer).toMatchObject({ sagsnummer: '', sagsstatus: undefined, hjemmel: undefined })
  expect(JSON.stringify(foer)).not.toMatch(/Afsl|99/)
  expect(sagerOf(billedeAf([afgjort], { nu: kl12('2026-12-15') }))[0]).toMatchObject({
    titel: { da: 'Afslag' },
    sagsstatus: 'Afslået',
    hjemmel: '§ 99',
  })
})

test('a status text that has ended is not said', () => {
  const status = { sagsstatus: [{ tekst: 'Venter på dig', virkning: virkning('2026-01-01', '2026-02-01') }] }
  expect(sagerOf(billedeAf([sag('sag', status)]))[0]?.sagsstatus).toBeUndefined()
})

test('a letter that is finished tomorrow is not finished today', () => {
  const objekter = [
    sag('sag', { journalposter: [post('brev')] }),
    brev({ fremdrift: [{ status: 'Endeligt', virkning: virkning('2026-11-23') }] }),
  ]
  expect(visteNavne(billedeAf(objekter), 'sag', 'brev')).toEqual(['sag'])
  expect(visteNavne(billedeAf(objekter, { nu: kl12('2026-11-24') }), 'brev')).toEqual(['brev'])
})

test('documents and notes need a case that is shown: one without number or owner is none, and a document on none is not shown', () => {
  const notat = objekt('journalnotat', 'notat', { sag: id('sag') })
  const medPapirer = { journalposter: [post('brev')] }
  const viste = (felter: Partial<SagObjekt>) =>
    visteNavne(billedeAf([sag('sag', { ...medPapirer, ...felter }), brev(), notat]), 'brev', 'notat')
  expect(viste({})).toEqual(['brev', 'notat'])
  expect(viste({ kler: [], kle: undefined })).toEqual([])
  expect(viste({ kommune: undefined })).toEqual([])
  expect(visteNavne(billedeAf([brev({ parter: [part('Ulla')] })]), 'brev')).toEqual([])
})

test('a document whose own number is always closed is hidden on an open case', () => {
  const paa = (kle: string) =>
    visteNavne(
      billedeAf([sag('sag', { journalposter: [post('brev')] }), brev({ kler: [{ kle, virkning: virkning() }] })]),
      'brev',
    )
  expect(paa('27.35.04')).toEqual(['brev'])
  expect(paa('34.10.30')).toEqual([])
})

test('a case that gets an always closed number is hidden from that day, with its papers; one whose number ended is hidden too', () => {
  const skifter = sag('sag', {
    journalposter: [post('brev')],
    kler: [
      { kle: '27.35.04', virkning: virkning('2020-01-01', '2026-12-01') },
      { kle: '34.10.30', virkning: virkning('2026-12-01') },
    ],
  })
  const ophoerer = sag('sag', { kler: [{ kle: '27.35.04', virkning: virkning('2020-01-01', '2026-12-01') }] })
  expect(visteNavne(billedeAf([skifter, brev()]), 'sag', 'brev')).toEqual(['sag', 'brev'])
  const senere = { nu: kl12('2026-12-02') }
  expect(visteNavne(billedeAf([skifter, brev()], senere), 'sag', 'brev')).toEqual([])
  expect(visteNavne(billedeAf([ophoerer]), 'sag')).toEqual(['sag'])
  expect(visteNavne(billedeAf([ophoerer], senere), 'sag')).toEqual([])
})

test('a grant and an appointment are hidden until their case has come, whoever’s case it is', () => {
  const bevilling = objekt('bevilling', 'bevilling', { parter: [part('Ulla', 'Ydelsesmodtager')], sager: [id('sag')] })
  const aftale = objekt('aftale', 'aftale', { parter: [part('Ulla')], sag: id('sag') })
  const navne = ['bevilling', 'aftale']
  expect(visteNavne(billedeAf([bevilling, aftale]), ...navne)).toEqual([])
  for (const fundet of [sag('sag'), objekt('sag', 'sag', { parter: [part('Lund')] })])
    expect(visteNavne(billedeAf([bevilling, aftale, fundet]), ...navne)).toEqual(navne)
})

test('an appointment that names nobody is shown to the party of its case', () => {
  const moede = {
    type: 'Aftale' as const,
    titel: 'Møde',
    start: kl12('2026-12-01'),
    status: 'Aktiv' as const,
    virkning: virkning(),
  }
  const aftaler = [{ ...moede, beskrivelse: undefined, slut: undefined, sted: undefined }]
  const objekter = [sag('sag'), objekt('aftale', 'aftale', { sag: id('sag'), partersomSagen: true, aftaler })]
  expect(aftalerOf(billedeAf(objekter)).map((led) => led.titel.da)).toEqual(['Møde'])
})

test('a grant is active the whole of its last Danish day, and not on the next though it is still the day before in UTC', () => {
  const rammer = [{ fra: '2019-01-01', til: '2026-11-21', virkning: virkning('2019-01-01') }]
  const bevilling = objekt('bevilling', 'bevilling', { parter: [part('Ulla', 'Ydelsesmodtager')], rammer })
  const aeldreAktive = { gaelderFra: kl12('2020-01-01'), fradato: '2026-01-01', visAeldreAktive: true }
  const vistKl = (nu: string) =>
    visteNavne(
      billedeAf([bevilling], { nu: tidspunkt(nu), konfigurationer: [konfiguration({ kle: '27', ...aeldreAktive })] }),
      'bevilling',
    )
  expect(vistKl('2026-11-21T22:59:00Z')).toEqual(['bevilling'])
  expect(vistKl('2026-11-21T23:01:00Z')).toEqual([])
})
