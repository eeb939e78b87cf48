import { describe, expect, test } from 'vitest'
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

describe('a token narrows what the source may deliver', () => {
  const ANDEN_KOMMUNE = cvrNummer('12345678')
  const bred = { ...kilde, kommuner: [...kilde.kommuner, ANDEN_KOMMUNE], kle: kle('27', '32') }
  const med = (...afgraensning: NonNullable<Kilde['afgraensning']>): Kilde => ({ ...bred, afgraensning })

  test('to one of its groups as a whole, never to the municipality of one and the number of another', () => {
    const som = med({ kommuner: kilde.kommuner, kle: kle('27') }, { kommuner: [ANDEN_KOMMUNE], kle: kle('32') })
    expect(decide({ kle: '27.36.04' }, som)).toBe('må')
    expect(decide({ kommune: '12345678', kle: '32.24.04' }, som)).toBe('må')
    expect(decide({ kle: '32.24.04' }, som)).toBe('UDEN_FOR_TOKENET')
    expect(decide({ kommune: '12345678', kle: '27.36.04' }, som)).toBe('UDEN_FOR_TOKENET')
  })

  test('and never widens it', () => {
    const som = med({ kommuner: [cvrNummer('29189846')], kle: kle('15') }, { kommuner: [], kle: [] })
    expect(decide({ kle: '15.17.06' }, som)).toBe('KLE_IKKE_AFTALT')
    expect(decide({ kommune: '29189846' }, som)).toBe('KOMMUNE_IKKE_AFTALT')
    expect(decide({ kle: '32.24.04' }, som)).toBe('må')
  })

  test('one without a group leaves nothing', () => {
    expect(decide({}, med())).toBe('UDEN_FOR_TOKENET')
  })
})
