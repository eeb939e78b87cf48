import { expect, test } from 'vitest'
import { MANGE_SAGER, SAGER } from '../../../test/byggere/visninger.ts'
import { filterSager, isFiltreret, parseSagsfilter, toQuery } from './sagsfilter.ts'

const titler = (query: Record<string, unknown>, sprog: 'da' | 'en' = 'da') =>
  filterSager(SAGER, parseSagsfilter(query), sprog).map((sag) => sag.titel.da.slice(0, 20))

test.each([
  [{}, 5],
  [{ soeg: '  ' }, 5],
  [{ soeg: 'SYGEMELDING' }, 1],
  [{ soeg: 'hjælp bad' }, 1],
  [{ soeg: 'bad rengøring' }, 1],
  [{ soeg: 'bad pas' }, 0],
  [{ soeg: 'P-88' }, 1],
  [{ soeg: 'havrebjerg' }, 1],
  [{ soeg: 'lægeattest' }, 0],
  [{ omraade: 'bolig-og-byggeri' }, 1],
  [{ omraade: 'findes-ikke' }, 0],
  [{ status: 'aabne' }, 4],
  [{ status: 'Afsluttet' }, 1],
  [{ status: 'Oplyst', kommune: '11111111' }, 1],
  [{ status: 'noget andet' }, 5],
  [{ soeg: ['a', 'b'], side: 'x' }, 5],
])('%j leaves %i cases', (query, antal) => {
  expect(titler(query)).toHaveLength(antal)
})

test('an English reader finds by the English title, and by the Danish one', () => {
  expect(titler({ soeg: 'cleaning' }, 'en')).toHaveLength(1)
  expect(titler({ soeg: 'rengøring' }, 'en')).toHaveLength(1)
  expect(titler({ soeg: 'cleaning' }, 'da')).toHaveLength(0)
})

test('a filter survives the way through an address', () => {
  const filter = parseSagsfilter({ soeg: 'bad & æble', omraade: 'andet', status: 'aabne', kommune: '11111111', side: '3' })
  expect(parseSagsfilter(Object.fromEntries(new URLSearchParams(toQuery(filter, 3))))).toEqual(filter)
  expect(toQuery(parseSagsfilter({}), 1)).toBe('')
  expect([isFiltreret(parseSagsfilter({ side: '2' })), isFiltreret(filter)]).toEqual([false, true])
})

test('pages that do not exist are the first or left to the list', () => {
  expect(['0', '-1', '1e9', '99999999', 'x'].map((side) => parseSagsfilter({ side }).side)).toEqual([1, 1, 1, 99999, 1])
  expect(MANGE_SAGER).toHaveLength(150)
})
