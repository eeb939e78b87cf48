import { describe, expect, test } from 'vitest'
import { uuid } from '#kernel'
import { decideVisning } from '../decide.ts'
import { BROBYSKOV, EOJ, ESDH, KORSBAEK, kl12, kontekst, SAG, sagFakta, udfald } from '../fakta.bygger.ts'
import type { Noedstop, Visningsfakta } from '../fakta.ts'
import { noedstopRegel } from './noedstop.ts'

const DOKUMENT = uuid('00000000-0000-4000-8000-0000000000d0')
const BEVILLING = uuid('00000000-0000-4000-8000-0000000000b0')
const ANDEN = uuid('00000000-0000-4000-8000-0000000000a0')
const stop = (slags: Noedstop['slags'], vaerdi: string, kommune = KORSBAEK): Noedstop => ({
  id: uuid('00000000-0000-4000-8000-0000000000ff'),
  kommune,
  slags,
  vaerdi,
  siden: kl12('2026-11-22'),
})
const decide = (fakta: Partial<Visningsfakta>, ...stops: Noedstop[]): string =>
  udfald(noedstopRegel(sagFakta(fakta), kontekst({ stop: stops })))

const rapport = { type: 'Rapport', fremdrift: 'Endeligt', brevDato: undefined }
const paaSag = { art: 'dokument', objekt: DOKUMENT, sagsIder: [SAG], dokument: rapport } as const
const udbetaling = { art: 'oekonomiskEffektuering', objekt: ANDEN, sagsIder: [], bevillingsIder: [BEVILLING] } as const

describe.each<[string, Noedstop, string, string, string]>([
  // A case from the EOJ system, a report on it, and a payment of a grant; all about help and care.
  ['the case', stop('ting', SAG), 'NOEDSTOP', 'NOEDSTOP', 'vises'],
  ['the report', stop('ting', DOKUMENT), 'vises', 'NOEDSTOP', 'vises'],
  ['the grant', stop('ting', BEVILLING), 'vises', 'vises', 'NOEDSTOP'],
  ['reports', stop('dokumenttype', 'Rapport'), 'vises', 'NOEDSTOP', 'vises'],
  ['plans', stop('dokumenttype', 'Plan'), 'vises', 'vises', 'vises'],
  ['the EOJ system', stop('kilde', EOJ), 'NOEDSTOP', 'NOEDSTOP', 'NOEDSTOP'],
  ['the ESDH system', stop('kilde', ESDH), 'vises', 'vises', 'vises'],
  ['help and care', stop('omraade', 'hjaelp-pleje-og-handicap'), 'NOEDSTOP', 'NOEDSTOP', 'NOEDSTOP'],
  ['children', stop('omraade', 'boern-og-familie'), 'vises', 'vises', 'vises'],
  ['an id that is a type’s', stop('ting', 'Rapport'), 'vises', 'vises', 'vises'],
  ['a source by the id of a case', stop('kilde', SAG), 'vises', 'vises', 'vises'],
  ['an area by the name of a type', stop('omraade', 'Rapport'), 'vises', 'vises', 'vises'],
  ['a type by the key of an area', stop('dokumenttype', 'hjaelp-pleje-og-handicap'), 'vises', 'vises', 'vises'],
])('%s is stopped', (_, stoppet, sag, dokument, betaling) => {
  test('the case, the report and the payment', () => {
    expect([decide({}, stoppet), decide(paaSag, stoppet), decide(udbetaling, stoppet)]).toEqual([sag, dokument, betaling])
  })
  test('by another municipality: nothing is hidden here', () => {
    const deres = { ...stoppet, kommune: BROBYSKOV }
    expect([decide({}, deres), decide(paaSag, deres), decide(udbetaling, deres)]).toEqual(['vises', 'vises', 'vises'])
  })
})

test('what two municipalities have a part in, either of them stops', () => {
  const faelles = { ...paaSag, kommuner: [KORSBAEK, BROBYSKOV] }
  for (const kommune of faelles.kommuner) expect(decide(faelles, stop('ting', DOKUMENT, kommune))).toBe('NOEDSTOP')
})

test('one of several stops is enough, and none stops nothing', () => {
  expect(decide({}, stop('ting', ANDEN), stop('kilde', EOJ))).toBe('NOEDSTOP')
  expect(decide({})).toBe('vises')
})

test('a document on a stopped case is not seen through its other case', () => {
  expect(decide({ ...paaSag, sagsIder: [ANDEN, SAG] }, stop('ting', SAG))).toBe('NOEDSTOP')
})

test('it is named only where nothing else hides, and holds where no configuration is open', () => {
  const stoppet = [stop('ting', SAG)]
  expect(udfald(decideVisning(sagFakta(), kontekst({ stop: stoppet })))).toBe('NOEDSTOP')
  expect(udfald(decideVisning(sagFakta({ roller: [] }), kontekst({ stop: stoppet })))).toBe('ROLLE')
  expect(udfald(noedstopRegel(sagFakta(), kontekst({ stop: stoppet, konfiguration: undefined })))).toBe('NOEDSTOP')
})

test('a stop whose clock is ahead of ours holds all the same', () => {
  expect(decide({}, { ...stop('ting', SAG), siden: kl12('2026-11-23') })).toBe('NOEDSTOP')
})
