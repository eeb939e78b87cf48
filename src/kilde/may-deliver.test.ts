import { expect, test } from 'vitest'
import { cvrNummer, parseKlePraefiks, tidspunkt, uuid } from '#kernel'
import type { Kilde } from './kilde.ts'
import { mayDeliver } from './may-deliver.ts'

const EOJ = uuid('00000000-0000-4000-8000-0000000000e1')
const ANDEN = uuid('00000000-0000-4000-8000-0000000000e2')
const kle = (...numre: string[]) => numre.map((nummer) => parseKlePraefiks(nummer)!)
const kilde: Kilde = {
  id: EOJ,
  navn: 'Lindely Omsorg',
  slags: 'eoj',
  kommuner: [cvrNummer('11111111')],
  kle: kle('27.36', '29.18.00'),
  klientId: undefined,
  rytmeTimer: 24,
  spaerret: undefined,
}
const decide = (levering: Partial<Parameters<typeof mayDeliver>[1]>, som: Kilde = kilde) => {
  const svar = mayDeliver(som, { kommune: '11111111', kle: '27.36.04', master: EOJ, ...levering })
  return svar.ok ? 'må' : svar.afvisning
}

test.each([
  [{}, 'må'],
  [{ kle: '29.18.00' }, 'må'],
  [{ kle: '27.35.04' }, 'KLE_IKKE_AFTALT'],
  [{ kle: '27.3' }, 'KLE_IKKE_AFTALT'],
  [{ kle: '29.18.04' }, 'KLE_IKKE_AFTALT'],
  [{ kommune: '12345678' }, 'KOMMUNE_IKKE_AFTALT'],
  [{ master: ANDEN }, 'MASTER_ER_ET_ANDET_SYSTEM'],
  [{ kommune: undefined, kle: undefined }, 'må'],
  [{ kommune: undefined, kle: undefined, master: ANDEN }, 'MASTER_ER_ET_ANDET_SYSTEM'],
])('%j: %s', (levering, forventet) => {
  expect(decide(levering)).toBe(forventet)
})

test('a source without numbers may deliver all, one without municipalities none', () => {
  expect(decide({ kle: '32.24.04' }, { ...kilde, kle: [] })).toBe('må')
  expect(decide({}, { ...kilde, kommuner: [] })).toBe('KOMMUNE_IKKE_AFTALT')
})

test('a blocked source may deliver nothing', () => {
  expect(decide({}, { ...kilde, spaerret: tidspunkt('2026-11-22T12:00:00Z') })).toBe('KILDE_SPAERRET')
})
