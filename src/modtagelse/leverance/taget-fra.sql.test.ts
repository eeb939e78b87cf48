import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, type KlePraefiks, newUuid, type Uuid } from '#kernel'
import type { Kilde } from '#kilde'
import { ejer, lavNotat, lavSag, part } from '../../../test/byggere/elementer.ts'
import { ESDH } from '../../../test/byggere/historie.ts'
import { createTestmodtagelse, type Testmodtagelse, type Udsagn } from '../../../test/byggere/modtagelse.ts'

/** What a source may no longer deliver it may not change or delete either, nor draw over to where it still may. */

const [ULLA, LUND] = ['6101800011', '6512700017']
const EGEN = ESDH.kommuner[0] ?? cvrNummer('11111111')
const ANDEN = cvrNummer('29189471')
const DAG2 = '2026-02-01T08:00:00.000Z'
const praefiks = (tekst: string) => tekst as KlePraefiks

const TAGET: readonly (readonly [string, Kilde])[] = [
  ['a municipality', { ...ESDH, kommuner: [ANDEN] }],
  ['a range of numbers', { ...ESDH, kle: [praefiks('28')] }],
  ['by a token for another municipality', { ...ESDH, kommuner: [EGEN, ANDEN], afgraensning: [{ kommuner: [ANDEN], kle: [] }] }],
]

let m: Testmodtagelse
let [sag, notat] = [newUuid(), newUuid()] as [Uuid, Uuid]
beforeAll(async () => {
  m = await createTestmodtagelse()
})
afterAll(() => m.close())

async function lever() {
  ;[sag, notat] = [newUuid(), newUuid()]
  const svar = await m.lever(
    ESDH,
    { importer: lavSag({ id: sag, parter: [part('Primær part', ULLA)] }) },
    { importer: lavNotat({ id: notat, sag }) },
  )
  expect(svar.map((led) => led.udfald)).toEqual(['modtaget', 'modtaget'])
}

const regel = async (kilde: Kilde, udsagn: Udsagn) => (await m.lever(kilde, udsagn))[0]?.brud[0]?.regel

/** The case as it would be where the source still may deliver: another municipality's, another number's, about somebody else. */
const flyttet = () => {
  const virkning = { fra: DAG2 }
  return {
    sagsaktoerer: [{ ...ejer(ANDEN), virkning }],
    sagsklasser: [{ rolle: 'Primær klasse', referenceId: newUuid(), brugervendtNoegle: '28.06.04', virkning }],
    sagsparter: [{ ...part('Primær part', LUND), virkning }],
  }
}

test.each(TAGET)('rights that were taken: %s', async (_, kilde) => {
  await lever()
  expect(await regel(kilde, { fjern: { art: 'sag', id: sag } })).toBe('IND-005')
  expect(await regel(kilde, { fjern: { art: 'journalnotat', id: notat } })).toBe('IND-005')
  expect(await regel(kilde, { opdater: { art: 'sag', id: sag, tidspunkt: DAG2, ...flyttet() } })).toBe('IND-005')
  expect(
    await regel(kilde, {
      opdater: { art: 'journalnotat', id: notat, tidspunkt: DAG2, egenskaber: [{ virkning: { fra: DAG2 }, titel: 'Et andet' }] },
    }),
  ).toBe('IND-005')
  expect(await regel(kilde, { importer: lavNotat({ id: notat, sag, tid: DAG2, titel: 'Et andet' }) })).toBe('IND-005')
  const ny = lavSag({ id: sag, tid: DAG2, kommune: ANDEN, kle: '28.06.04', parter: [part('Primær part', LUND)] })
  expect(await regel(kilde, { importer: ny })).toBe('IND-005')
  expect(await m.antal('objekt', 'objekt_id', sag)).toBe(1)
  expect(await m.antal('registrering', 'objekt_id', sag)).toBe(1)
  expect(await m.antal('overblik', 'item_id', sag)).toBe(1)
  expect(await m.antal('registrering', 'objekt_id', notat)).toBe(1)
  // With its rights it may.
  expect(await regel(ESDH, { fjern: { art: 'sag', id: sag } })).toBe(undefined)
})
