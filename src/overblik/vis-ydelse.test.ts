import { expect, test } from 'vitest'
import type { BevillingObjekt, EffektueringObjekt } from '#indeks'
import { parseBeloeb } from '#kernel'
import { billedeAf } from '../../test/byggere/billede.ts'
import { del, id, kl12, objekt, part, virkning, ydelse } from '../../test/byggere/indeks.ts'
import { bevillingerOf, udbetalingerOf } from './vis-ydelse.ts'

const kr = (tal: string) => parseBeloeb(tal)
const bevilling = (navn: string, felter: Partial<BevillingObjekt> = {}) =>
  objekt('bevilling', navn, { parter: [part('Ulla', 'Ydelsesmodtager')], ydelser: [ydelse(navn)], ...felter })
const andens = objekt('bevilling', 'andens', { parter: [part('Lund', 'Ydelsesmodtager')], ydelser: [ydelse('Lunds')] })
const linje = (navn: string, beloeb: string, hvornaar = virkning()) => ({ ...del(navn), beloeb: kr(beloeb), virkning: hvornaar })
const egenskaber = {
  dispositionsdato: '2026-10-30',
  brutto: kr('9000'),
  efterSkat: kr('6000'),
  sendt: kr('6000'),
  udbetalt: kr('6000'),
  erSendt: true,
  erUdbetalt: true,
  godkendt: true,
  virkning: virkning(),
}
const udbetaling = (ydelser: EffektueringObjekt['ydelser'], andet: Partial<typeof egenskaber> = {}) =>
  objekt('oekonomiskEffektuering', 'udbetaling', { udbetalinger: [{ ...egenskaber, ...andet }], ydelser })

test('a payment that also carries out somebody else’s grant is paid all the same, with the own lines’ sum before tax and no total', () => {
  const faelles = udbetaling([linje('Pension', '2000'), linje('Tillæg', '500.50'), linje('andens', '6499.50')])
  const [vist] = udbetalingerOf(billedeAf([bevilling('Pension'), bevilling('Tillæg'), andens, faelles]))
  expect(vist).toMatchObject({ tilstand: 'udbetalt', beloeb: undefined, foerSkat: '2500.5', efterSkat: undefined })
  const [egen] = udbetalingerOf(billedeAf([bevilling('Pension'), udbetaling([linje('Pension', '9000')])]))
  expect(egen).toMatchObject({ tilstand: 'udbetalt', beloeb: '6000', foerSkat: '9000', efterSkat: '6000' })
})

test('a payment of an old and a new grant waits with the newer one’s decision', () => {
  const ny = bevilling('Ny', { oprettet: kl12('2026-11-20') })
  const begge = udbetaling([linje('Gammel', '1000'), linje('Ny', '500')])
  const objekter = [bevilling('Gammel'), ny, begge]
  expect(udbetalingerOf(billedeAf(objekter))).toEqual([])
  expect(udbetalingerOf(billedeAf(objekter, { nu: kl12('2026-12-10') })).map((led) => led.navn)).toEqual(['Gammel, Ny'])
})

test('a line of a grant that is not shown is neither named nor summed', () => {
  const skjult = bevilling('Skjult', { parter: [part('Ulla', 'Effektueringsmodtager')] })
  const begge = udbetaling([linje('Vist', '1000'), linje('Skjult', '8000')])
  const [vist] = udbetalingerOf(billedeAf([bevilling('Vist'), skjult, begge]))
  expect(vist).toMatchObject({ navn: 'Vist', foerSkat: '1000', beloeb: undefined, efterSkat: undefined })
  expect(udbetalingerOf(billedeAf([skjult, udbetaling([linje('Skjult', '8000')])]))).toEqual([])
})

test('a grant names the benefits that hold, and a payment sums the lines that do', () => {
  const lukket = virkning('2020-01-01', '2026-06-01')
  const begge = bevilling('begge', { ydelser: [{ ...ydelse('Lukket'), virkning: lukket }, ydelse('Gælder')] })
  const navne = (led: BevillingObjekt) => bevillingerOf(billedeAf([led])).map(({ ydelser }) => ydelser.map(({ navn }) => navn))
  expect(navne(begge)).toEqual([['Gælder']])
  expect(navne(bevilling('kun lukket', { ydelser: [{ ...ydelse('Lukket'), virkning: lukket }] }))).toEqual([])
  const rammer = [{ fra: '2020-01-01', til: '2026-06-01', virkning: virkning() }]
  expect(navne(bevilling('forbi', { rammer, ydelser: [{ ...ydelse('Lukket'), virkning: lukket }] }))).toEqual([['Lukket']])
  const linjer = [linje('Pension', '1000', lukket), linje('Pension', '1200'), linje('andens', '1')]
  expect(udbetalingerOf(billedeAf([bevilling('Pension'), andens, udbetaling(linjer)]))[0]?.foerSkat).toBe('1200')
})

test('a grant’s days are those that hold now, in whatever order they were sent', () => {
  const rammer = [
    { fra: '2026-01-01', til: '2027-12-31', virkning: virkning('2026-06-01') },
    { fra: '2026-01-01', til: '2026-06-30', virkning: virkning('2026-01-01', '2026-06-01') },
  ]
  const [vist] = bevillingerOf(billedeAf([bevilling('Hjælp', { rammer })]))
  expect(vist).toMatchObject({ tilstand: 'Aktiv', til: '2027-12-31', sag: undefined, id: id('Hjælp') })
})
