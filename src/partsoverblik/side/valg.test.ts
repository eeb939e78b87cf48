import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuid } from '#kernel'
import { hasFilter, INTET_VALGT, parseValg, toFiltervalg, toQuery } from './valg.ts'

const VALG = {
  ...INTET_VALGT,
  fane: 'dokumenter',
  omraade: 'sundhed',
  status: 'aabne',
  art: 'dokument',
  enhed: 'a1b2c3',
  system: uuid('a0000000-0000-4000-8000-00000000000a'),
  fra: '2026-01-01',
  til: '2026-12-31',
  side: 3,
  ting: 'Ab-_9',
} as const

const laes = (query: string) => parseValg(Object.fromEntries(new URLSearchParams(query)))

test('what was chosen stands in the address, and is read back as it was', () => {
  expect(laes(toQuery(VALG))).toEqual(VALG)
  expect(toQuery(INTET_VALGT)).toBe('')
  expect(laes('')).toEqual(INTET_VALGT)
})

test('days are taken as people write them, and stand in addresses in one way', () => {
  const valg = parseValg({ fra: '1.3.2026', til: '31-03-2026' })
  expect([valg.fra, valg.til]).toEqual(['2026-03-01', '2026-03-31'])
  expect(toQuery(valg).endsWith('fra=2026-03-01&til=2026-03-31')).toBe(true)
})

test('what cannot be read is as if it had not been chosen', () => {
  const felter = {
    fane: 'findesikke',
    omraade: '__proto__',
    status: '<b>',
    art: ['sag', 'dokument'],
    enhed: 'x'.repeat(41),
    system: 'ikke en uuid',
    fra: '2026-02-30',
    til: '1/1',
    side: '1e9',
    ting: '../x',
  }
  expect(parseValg(felter)).toEqual(INTET_VALGT)
})

test('whatever is written in an address, it neither breaks nor carries a personal number on', () => {
  const cpr = '6101800021'
  fc.assert(
    fc.property(
      fc.record({
        fane: fc.string(),
        omraade: fc.string(),
        enhed: fc.constantFrom(cpr, 'x'),
        status: fc.string(),
        fra: fc.string(),
        side: fc.anything(),
      }),
      (felter) => {
        const valg = parseValg(felter)
        expect(parseValg(Object.fromEntries(new URLSearchParams(toQuery(valg))))).toEqual(valg)
      },
    ),
    { seed: 20261008, numRuns: 300 },
  )
})

test('a kept view holds the tab and its filters, and nothing of where one was', () => {
  const { side: _, ting: __, ...resten } = VALG
  expect(toFiltervalg(VALG)).toEqual(resten)
  expect([hasFilter(INTET_VALGT), hasFilter({ ...INTET_VALGT, enhed: 'a' }), hasFilter({ ...INTET_VALGT, side: 2 })]).toEqual([
    false,
    true,
    false,
  ])
})
