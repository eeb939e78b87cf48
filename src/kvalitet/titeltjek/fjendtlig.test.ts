import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNotat, checkTitel, FUNDKODER } from './index.ts'
import { laesTekst } from './laes-tekst.ts'

const KONTEKST = { art: 'dokument', egneNavne: ['Ulla Hansen'], kendteNavne: ['Gzim Xhaka'] } as const

const stykker = fc.constantFrom(
  ...[
    '1',
    '61 ',
    '610180 ',
    '610180-1234',
    '-',
    '.',
    ' ',
    '\u00a0',
    '\u200b',
    'a\u0301',
    '\u{1d7d4}',
    '\ud800',
    'A',
    'Aa',
    'Bo ',
    'Peter ',
    'Hans-',
    'Jensen og ',
  ],
  ...[
    'P. ',
    'Lund, ',
    'med ',
    'cpr ',
    'nr ',
    'Vej 1 ',
    "'s ",
    '@',
    'a@b.dk ',
    '_',
    '.pdf',
    'SAG-1 ',
    '(',
    ')',
    '\n',
    'Skole',
    'van der ',
    'I',
    'æøå',
    'Пе',
    '漢',
  ],
)
const tekster = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(stykker, { maxLength: 60 }).map((dele) => dele.join('')),
)

test('whatever is handed in, positions lie in the text, in order, and nothing is thrown', () => {
  fc.assert(
    fc.property(tekster, (tekst) => {
      let sidste = 0
      for (const { kode, fra, til } of checkTitel(tekst, KONTEKST)) {
        expect(FUNDKODER).toContain(kode)
        expect(fra).toBeGreaterThanOrEqual(sidste)
        expect(til).toBeGreaterThanOrEqual(fra)
        expect(til).toBeLessThanOrEqual(tekst.length)
        sidste = fra
      }
    }),
    { seed: 20261122, numRuns: 1_500 },
  )
})

test('the words of a text are what stands there, gaps and all', () => {
  fc.assert(
    fc.property(tekster, (tekst) => {
      const { led, mellem, tekst: ren, renset } = laesTekst(tekst)
      expect(renset.sted === undefined || renset.sted.length === ren.length + 1).toBe(true)
      expect(mellem.length).toBe(led.length)
      for (const { fra, til, tekst: ord } of led) expect(ren.slice(fra, til)).toBe(ord)
    }),
    { seed: 20261122, numRuns: 1_000 },
  )
})

test('the longest note of anything repeated is gone through once: a rule that starts over at each word would not end', () => {
  for (const stykke of [
    '1',
    '61 ',
    '610180 ',
    '-',
    'Bo ',
    'Peter ',
    'Hans-',
    'Jensen og ',
    'P. ',
    'Lund, ',
    'a\u0301',
    '@',
    'a@',
    'cpr 610180 ',
    'Vej 1 ',
  ]) {
    expect(checkNotat(stykke.repeat(100_000 / stykke.length), KONTEKST)).toBeInstanceOf(Array)
  }
}, 60_000)
