import { expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { del, dokumenttitel, id, kl12, objekt, part, post, titel, virkning, ydelse } from '../../test/byggere/indeks.ts'
import type { Objekt } from './objekt.ts'
import { project, toGaeldende } from './projektion.bygger.ts'
import type { OverblikRaekke } from './projektion.ts'

const dataOf = <A extends Objekt['art']>(raekke: OverblikRaekke | undefined, art: A) => {
  if (raekke?.data.art !== art) throw new Error(`No row of kind ${art}`)
  return raekke.data as Extract<OverblikRaekke['data'], { art: A }>
}

test('a document on two cases of different people: each sees it by the title of the own case, and nothing of the other case', () => {
  const sagA = objekt('sag', 'sag A', { parter: [part('Ulla')], journalposter: [post('brev', 'Brev til Ulla')] })
  const sagB = objekt('sag', 'sag B', { parter: [part('Lund')], journalposter: [post('brev', 'Underretning om Ulla')] })
  const se = project([
    toGaeldende(sagA, kl12('2026-01-02')),
    toGaeldende(sagB, kl12('2026-03-09')),
    objekt('dokument', 'brev', { titler: [dokumenttitel('Brev')] }),
  ])
  const ulla = se('brev', 'Ulla')
  expect(dataOf(ulla, 'dokument').titler.map((led) => led.titel)).toEqual(['Brev'])
  expect(dataOf(ulla, 'dokument').sager.map((led) => [led.id, led.titler?.[0]?.titel])).toEqual([[id('sag A'), 'Brev til Ulla']])
  expect(ulla?.sager).toEqual([id('sag A')])
  expect(ulla?.aendret).toBe(kl12('2026-01-01'))
  expect(dataOf(se('brev', 'Lund'), 'dokument').sager[0]?.titler?.[0]?.titel).toBe('Underretning om Ulla')
})

test("the case's own title for a document counts only while the document is on the case under it", () => {
  const sag = objekt('sag', 'sag', {
    parter: [part('Ulla')],
    journalposter: [
      post('brev', 'Foreløbigt', virkning('2026-01-01', '2026-02-01')),
      post('brev', undefined, virkning('2026-02-01')),
    ],
  })
  const se = project([sag, objekt('dokument', 'brev', { titler: [dokumenttitel('Brev', virkning('2026-01-01'))] })])
  const [paaSagen] = dataOf(se('brev', 'Ulla'), 'dokument').sager
  expect(paaSagen?.titler).toEqual([{ titel: 'Foreløbigt', virkning: virkning('2026-01-01', '2026-02-01') }])
})

test('a paper that came onto the case after a role there had ended is not for the one who had it', () => {
  const sag = objekt('sag', 'sag', {
    parter: [
      part('Lund', 'Primær part', virkning('2020-01-01', '2024-01-01')),
      part('Ulla', 'Primær part', virkning('2024-01-01')),
    ],
    journalposter: [post('gammelt', undefined, virkning('2023-01-01')), post('nyt', undefined, virkning('2025-01-01'))],
    notater: [{ notat: id('notat'), virkning: virkning('2025-01-01') }],
  })
  const notat = objekt('journalnotat', 'notat', { sag: id('sag'), viaSag: true })
  const se = project([sag, objekt('dokument', 'gammelt'), objekt('dokument', 'nyt'), notat])
  expect(dataOf(se('gammelt', 'Lund'), 'dokument').roller).toEqual([
    { rolle: 'Primær part', virkning: virkning('2023-01-01', '2024-01-01') },
  ])
  expect(se('nyt', 'Lund')).toBeUndefined()
  expect(se('notat', 'Lund')).toBeUndefined()
  expect(dataOf(se('nyt', 'Ulla'), 'dokument').roller).toEqual([{ rolle: 'Primær part', virkning: virkning('2025-01-01') }])
  expect(se('notat', 'Ulla')).toBeDefined()
})

test('a note that came inside its case is shown while the case lists it, a note of its own as long as it says so itself', () => {
  const sag = objekt('sag', 'sag', { parter: [part('Ulla')] })
  const se = project([
    sag,
    objekt('journalnotat', 'i sagen', { sag: id('sag'), viaSag: true }),
    objekt('journalnotat', 'eget', { sag: id('sag') }),
  ])
  expect(se('i sagen', 'Ulla')).toBeUndefined()
  expect(se('eget', 'Ulla')).toBeDefined()
})

test('a payment of two people’s grants: each sees the own share, neither the other’s nor the totals', () => {
  const udbetaling = {
    dispositionsdato: '2026-01-31',
    brutto: '9000' as never,
    efterSkat: '6000' as never,
    sendt: '6000' as never,
    udbetalt: '6000' as never,
    erSendt: true,
    erUdbetalt: true,
    godkendt: true,
    virkning: virkning(),
  }
  const felter = { udbetalinger: [udbetaling] }
  const faelles = objekt('oekonomiskEffektuering', 'fælles', { ...felter, ydelser: [del('Ullas'), del('Lunds')] })
  const egen = objekt('oekonomiskEffektuering', 'egen', { ...felter, ydelser: [del('Ullas')] })
  const ukendt = objekt('oekonomiskEffektuering', 'ukendt', { ...felter, ydelser: [del('Ullas'), del('ikke leveret')] })
  const se = project([
    faelles,
    egen,
    ukendt,
    objekt('bevilling', 'Ullas', { parter: [part('Ulla', 'Ydelsesmodtager')], ydelser: [ydelse('Folkepension')] }),
    objekt('bevilling', 'Lunds', { parter: [part('Lund', 'Ydelsesmodtager')], ydelser: [ydelse('Kontanthjælp')] }),
  ])
  const data = dataOf(se('fælles', 'Ulla'), 'oekonomiskEffektuering')
  expect(data.ydelser.map((led) => led.navn)).toEqual(['Folkepension'])
  expect(data.udbetalinger).toEqual([
    { ...udbetaling, brutto: undefined, efterSkat: undefined, sendt: undefined, udbetalt: undefined },
  ])
  expect(JSON.stringify(se('fælles', 'Lund'))).not.toContain('Folkepension')
  expect(dataOf(se('egen', 'Ulla'), 'oekonomiskEffektuering').udbetalinger).toEqual([udbetaling])
  expect(dataOf(se('ukendt', 'Ulla'), 'oekonomiskEffektuering').udbetalinger[0]?.brutto).toBeUndefined()
})

test('a grant whose case is somebody else’s shows the grant, and nothing of the case', () => {
  const se = project([
    objekt('sag', 'Lunds sag', { parter: [part('Lund')], kle: '34.10.30', titler: [titel('Underretning')] }),
    objekt('bevilling', 'Ullas', { parter: [part('Ulla', 'Ydelsesmodtager')], sager: [id('Lunds sag')] }),
  ])
  const raekke = se('Ullas', 'Ulla')
  expect(dataOf(raekke, 'bevilling').sager).toEqual([])
  expect(raekke).toMatchObject({ sager: [], kle: '27.35.04', aendret: kl12('2026-01-01') })
  expect(se('Ullas', 'Lund')).toBeUndefined()
})

test('a case of another municipality that lists a paper shows it to nobody, and a note of another system is not on the case', () => {
  const fremmed = objekt('sag', 'fremmed', {
    parter: [part('Lund')],
    kommune: cvrNummer('22222222'),
    journalposter: [post('brev')],
  })
  const notat = toGaeldende(objekt('journalnotat', 'notat', { sag: id('sag') }))
  const se = project([
    fremmed,
    objekt('sag', 'sag', { parter: [part('Ulla')], journalposter: [post('brev')] }),
    objekt('dokument', 'brev', { titler: [dokumenttitel('Brev')] }),
    { ...notat, master: id('et andet fagsystem') },
  ])
  expect(se('brev', 'Lund')).toBeUndefined()
  expect(dataOf(se('brev', 'Ulla'), 'dokument').titler[0]?.titel).toBe('Brev')
  expect(se('notat', 'Ulla')).toBeUndefined()
})

test('an exempted case exempts all that stands on it, also what comes out through another case', () => {
  const klasse = { klasse: 'Visning undtaget for borger', virkning: virkning('2026-01-01', '2026-06-01') }
  const undtaget = objekt('sag', 'undtaget', {
    parter: [part('Ulla')],
    visningsklasser: [klasse],
    journalposter: [post('brev')],
  })
  const se = project([
    undtaget,
    objekt('sag', 'Lunds', { parter: [part('Lund')], journalposter: [post('brev')] }),
    objekt('dokument', 'brev'),
    objekt('journalnotat', 'notat', { sag: undtaget.id }),
    objekt('bevilling', 'bevilling', { parter: [part('Ulla', 'Ydelsesmodtager')], sager: [undtaget.id] }),
    objekt('oekonomiskEffektuering', 'udbetaling', { ydelser: [del('bevilling')] }),
    objekt('aftale', 'aftale', { parter: [part('Ulla')], sag: undtaget.id }),
  ])
  for (const item of ['undtaget', 'brev', 'notat', 'bevilling', 'udbetaling', 'aftale'])
    expect(se(item, 'Ulla')?.data.visningsklasser).toEqual([klasse])
  expect(se('brev', 'Lund')?.data.visningsklasser).toEqual([klasse])
})

test('of a class on somebody else’s case that we do not know, only that there is one is told', () => {
  const ukendt = objekt('sag', 'Ullas', {
    parter: [part('Ulla')],
    visningsklasser: [{ klasse: 'ukendt 34.10.30', virkning: virkning() }],
    journalposter: [post('brev')],
  })
  const se = project([
    ukendt,
    objekt('sag', 'Lunds', { parter: [part('Lund')], journalposter: [post('brev')] }),
    objekt('dokument', 'brev'),
  ])
  expect(se('brev', 'Lund')?.data.visningsklasser.map((led) => led.klasse)).toEqual(['ukendt'])
  expect(se('brev', 'Ulla')?.data.visningsklasser.map((led) => led.klasse)).toEqual(['ukendt 34.10.30'])
})

test('a grant, its payment and an appointment that name a case which has not come say so, whatever the order, and no longer when it has', () => {
  const bevilling = objekt('bevilling', 'bevilling', { parter: [part('Ulla', 'Ydelsesmodtager')], sager: [id('sag')] })
  const andre = [
    bevilling,
    objekt('oekonomiskEffektuering', 'udbetaling', { ydelser: [del('bevilling')] }),
    objekt('aftale', 'aftale', { parter: [part('Ulla')], sag: id('sag') }),
  ]
  const sagUkendt = (objekter: readonly Objekt[]) =>
    ['bevilling', 'udbetaling', 'aftale'].map((item) => {
      const data = project(objekter)(item, 'Ulla')?.data
      return data !== undefined && 'sagUkendt' in data
    })
  expect(sagUkendt(andre)).toEqual([true, true, true])
  expect(sagUkendt([...andre, objekt('sag', 'sag', { parter: [part('Lund')] })])).toEqual([false, false, false])
  expect(sagUkendt([...andre, objekt('dokument', 'sag')])).toEqual([true, true, true])
})

test('an appointment that names nobody is for the parties of its case, unless another system wrote it', () => {
  const sag = objekt('sag', 'sag', { parter: [part('Ulla')] })
  const aftale = toGaeldende(objekt('aftale', 'aftale', { sag: id('sag'), partersomSagen: true }))
  const navngivet = objekt('aftale', 'navngivet', { sag: id('sag'), parter: [part('Lund')] })
  const se = project([sag, aftale, navngivet])
  expect(se('aftale', 'Ulla')?.data.roller).toEqual([{ rolle: 'Primær part', virkning: virkning() }])
  expect(se('navngivet', 'Ulla')).toBeUndefined()
  expect(project([sag, { ...aftale, master: id('et andet fagsystem') }])('aftale', 'Ulla')).toBeUndefined()
})
