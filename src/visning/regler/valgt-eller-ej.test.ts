import { describe, expect, test } from 'vitest'
import { ARTER, type Art } from '#kernel'
import { EOJ, ESDH, konfiguration, kontekst, sagFakta, udfald } from '../fakta.bygger.ts'
import type { KleKonfiguration, Skjulegrund, Visningsfakta } from '../fakta.ts'
import type { Visningsregel } from '../regel.ts'
import { aftalerRegel } from './aftaler.ts'
import { dokumenttyperRegel } from './dokumenttyper.ts'
import { notatsystemerRegel } from './notatsystemer.ts'
import { udbetalingerRegel } from './udbetalinger.ts'
import { ydelserRegel } from './ydelser.ts'

const decide = (regel: Visningsregel, fakta: Partial<Visningsfakta>, valg: Partial<KleKonfiguration>): string =>
  udfald(regel(sagFakta(fakta), kontekst({ konfiguration: konfiguration(valg) })))
const rapport = (type = 'Rapport') => ({ type, fremdrift: 'Endeligt', brevDato: undefined })

// Each choice hides one kind and leaves the other five.
describe.each<[string, Visningsregel, Partial<KleKonfiguration>, Art, Skjulegrund]>([
  ['benefits', ydelserRegel, { visYdelser: false }, 'bevilling', 'YDELSER_IKKE_VALGT'],
  ['payments', udbetalingerRegel, { visUdbetalinger: false }, 'oekonomiskEffektuering', 'UDBETALINGER_IKKE_VALGT'],
  ['appointments', aftalerRegel, { visAftaler: false }, 'aftale', 'AFTALER_IKKE_VALGT'],
  ['document types', dokumenttyperRegel, { dokumenttyper: ['Plan'] }, 'dokument', 'DOKUMENTTYPE_IKKE_VALGT'],
  ['note systems', notatsystemerRegel, { notatsystemer: [ESDH] }, 'journalnotat', 'NOTATSYSTEM_IKKE_VALGT'],
])('%s', (_, regel, valg, art, grund) => {
  test(`not chosen: only ${art} is hidden`, () => {
    const set = ARTER.map((led) => decide(regel, { art: led, dokument: rapport() }, valg))
    expect(set).toEqual(ARTER.map((led) => (led === art ? grund : 'vises')))
  })
  test('chosen: nothing is', () => {
    for (const led of ARTER) expect(decide(regel, { art: led, dokument: rapport() }, {})).toBe('vises')
  })
  test('without a configuration it hides by itself', () => {
    expect(udfald(regel(sagFakta({ art }), kontekst({ konfiguration: undefined })))).toBe('IKKE_AABNET')
  })
})

test.each([
  [[], 'Rapport', 'vises'],
  [['Rapport'], 'Rapport', 'vises'],
  [['Plan', 'Rapport'], 'Rapport', 'vises'],
  [['Plan'], 'Rapport', 'DOKUMENTTYPE_IKKE_VALGT'],
  [['Plan'], 'Planlægning', 'DOKUMENTTYPE_IKKE_VALGT'],
])('types chosen %j, a %s: %s', (dokumenttyper, type, forventet) => {
  expect(decide(dokumenttyperRegel, { art: 'dokument', dokument: rapport(type) }, { dokumenttyper })).toBe(forventet)
})

test('a document about which nothing is known is none of the chosen types', () => {
  expect(decide(dokumenttyperRegel, { art: 'dokument', dokument: undefined }, { dokumenttyper: ['Plan'] })).toBe(
    'DOKUMENTTYPE_IKKE_VALGT',
  )
})

test.each([
  [[], 'vises'],
  [[EOJ], 'vises'],
  [[ESDH, EOJ], 'vises'],
  [[ESDH], 'NOTATSYSTEM_IKKE_VALGT'],
])('notes from the systems %j are shown; one from the EOJ system: %s', (notatsystemer, forventet) => {
  expect(decide(notatsystemerRegel, { art: 'journalnotat', kilde: EOJ }, { notatsystemer })).toBe(forventet)
})
