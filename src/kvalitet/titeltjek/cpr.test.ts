import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBlokerende, checkTitel } from './index.ts'

const KONTEKST = { art: 'sag', egneNavne: [], kendteNavne: [] } as const
const numre = (tekst: string): string[] =>
  checkBlokerende(tekst, KONTEKST)
    .filter(({ kode }) => kode === 'CPR_NUMMER')
    .map(({ fra, til }) => tekst.slice(fra, til))

// Every number here has day + 60 and belongs to nobody.
describe('a CPR number is found however it is written', () => {
  test.each([
    ['Brev om 610180-1234', '610180-1234'],
    ['cpr: 610180 - 1234', '610180 - 1234'],
    ['6101801234', '6101801234'],
    ['CPR6101801234', '6101801234'],
    ['nr6101801234', '6101801234'],
    ['notat 6101801234s sag', '6101801234'],
    ['61.01.80.1234', '61.01.80.1234'],
    ['61/01/80 1234', '61/01/80 1234'],
    ['61 01 80 12 34', '61 01 80 12 34'],
    ['610180-12 34', '610180-12 34'],
    ['610180 12 34', '610180 12 34'],
    ['610180 1 234', '610180 1 234'],
    ['6 1 0 1 8 0 1 2 3 4', '6 1 0 1 8 0 1 2 3 4'],
    ['610 180-1234', '610 180-1234'],
    ['61-01-1980-1234', '61-01-1980-1234'],
    ['61011980-1234', '61011980-1234'],
    ['61/1-80-1234', '61/1-80-1234'],
    ['610180\u00a01234', '610180\u00a01234'],
    ['610180\u2009\u20131234', '610180\u2009\u20131234'],
    ['610\u200b180\u00ad1234', '610\u200b180\u00ad1234'],
    [
      '\uff16\uff11\uff10\uff11\uff18\uff10\uff0d\uff11\uff12\uff13\uff14',
      '\uff16\uff11\uff10\uff11\uff18\uff10\uff0d\uff11\uff12\uff13\uff14',
    ],
    [
      '\u0666\u0661\u0660\u0661\u0668\u0660-\u0661\u0662\u0663\u0664',
      '\u0666\u0661\u0660\u0661\u0668\u0660-\u0661\u0662\u0663\u0664',
    ],
    [
      '\u{1d7d4}\u{1d7cf}\u{1d7ce}\u{1d7cf}\u{1d7d6}\u{1d7ce}-1234',
      '\u{1d7d4}\u{1d7cf}\u{1d7ce}\u{1d7cf}\u{1d7d6}\u{1d7ce}-1234',
    ],
    ['scan_6101801234.pdf', '6101801234'],
    ['610180 (slutter på 1234)', '610180 (slutter på 1234'],
    ['født 610180, løbenr. 1234', '610180, løbenr. 1234'],
    ['610180 og 1234 (sidste fire)', '610180 og 1234'],
    ['610180, de sidste 4 er 1234', '610180, de sidste 4 er 1234'],
    ['cpr 610180 Peter 1234', '610180 Peter 1234'],
    ['cpr-nr. 6101 801234', '6101 801234'],
    ['fødsels nr. 61018 01234', '61018 01234'],
    ['Sagsnr. 610180-1234', '610180-1234'],
    ['Sag 6101801234', '6101801234'],
    ['Faktura om 610180-1234', '610180-1234'],
    ['borgernr. 6101801234', '6101801234'],
    ['bilag 12 610180-1234', '610180-1234'],
    ['6101801234-2024', '6101801234'],
    ['Tlf. 12345678; 6101801234', '6101801234'],
    ['cpr 9901801234', '9901801234'],
    ['6101801234 (CPR)', '6101801234'],
    ['610180\n1234', '610180\n1234'],
    ['61/01-80.1234', '61/01-80.1234'],
    ['cpr 01.01.2010 1234', '01.01.2010 1234'],
    ['cpr 61 0180 123 4', '61 0180 123 4'],
    ['x-6101801234', '6101801234'],
    ['ABCDEF-6101801234', '6101801234'],
    ['CPR-6101801234', '6101801234'],
    ['24/6101801234', '6101801234'],
    ['6101801234/12', '6101801234'],
    ['610180 a b c d e f sidste 1234', '610180 a b c d e f sidste 1234'],
    ['61-01-80-12-34', '61-01-80-12-34'],
    ['personnummer 610180 hos Peter 1234', '610180 hos Peter 1234'],
  ])('%s', (tekst, nummer) => {
    expect(numre(tekst)).toEqual([nummer])
  })

  test('two after one another are two', () => {
    expect(numre('610180-1234, 620290-4321')).toEqual(['610180-1234', '620290-4321'])
    expect(numre('6101801234 6202904321')).toEqual(['6101801234', '6202904321'])
  })
})

describe('what only looks like one is none', () => {
  test.each([
    'Faktura 6101801234',
    'Fakturanr.: 610180-1234',
    'P-nr. 1003456789 og 1003456790',
    'P-numre 1003456789, 1003456790',
    'CVR 12345678 1003456789',
    '1003456789 (P-nr.)',
    '1003456789 (sag)',
    'EAN 5790001234567',
    'EAN nr. 6101801234',
    'tlf. 20 10 05 12 34',
    'tlf 20 10 05 12 / 20 10 05 13',
    '20 10 05 12 34 56',
    '+45 20 10 05 12',
    'sagsnr. 6101801234',
    'sag nr. 6101801234',
    'kundenr. 6101801234',
    'tilskudsnummer 6101801234',
    '2024-6101801234',
    '5790-6101801234',
    '6101801234-123',
    'DOK-6101801234',
    'A6101801234',
    '6101801234K',
    'ab6101801234',
    '3f2504e0-4f89-11d3-9a0c-6101801234ab',
    '15.06.2024 10:30',
    '15-06-2024 10',
    '15.06.24 10-12',
    '15.06.24 kl. 1030',
    '2010-11-20 10:30',
    '01.01.2024-31.12.2024',
    '15.06.2024 1230',
    '010124-311224',
    '9901801234',
    '6113801234',
    '610180 lokale 1234',
    '610180, tlf. 1234',
    'cpr 610180 Peter\n1234',
    '610180 og 12 samt 1234 sidste',
    '61018012345',
    '610180-12345',
    '5 010180-1234-5678',
    '010180--------1234',
    '12 61 01 80 12 34',
    '61 01 80 12-34',
    '01.01.2010 1234',
    '1.13.1980-1234',
    '610180-1234.5678',
    '610180 a b c d e f g h sidste 1234',
    '610180 sidste 12 er 1234',
    'cpr 610180 12345',
    '610180 sidste faktura 1234',
    'ABCDE-6101801234',
    '6101801234ab',
    '123/6101801234',
    'sag nr. er 6101801234',
    'faktura; 12 sag nr. 6101801234',
  ])('%s', (tekst) => {
    expect(numre(tekst)).toEqual([])
  })
})

test("the part's own number warns, another's holds the thing back, and without a way to tell it blocks the text alone", () => {
  const cprErEgen = (cpr: string): boolean => cpr === '6101801234'
  const tekst = 'Om 610180-1234 og 620290-4321'
  expect(checkTitel(tekst, { ...KONTEKST, cprErEgen }).filter(({ kode }) => kode.startsWith('CPR'))).toEqual([
    { kode: 'CPR_EGET', alvor: 'advarer', fra: 3, til: 14, forslag: '' },
    { kode: 'CPR_NUMMER', alvor: 'blokerer', holderTilbage: true, fra: 18, til: 29, forslag: '' },
  ])
  expect(checkBlokerende(tekst, KONTEKST).map(({ holderTilbage }) => holderTilbage)).toEqual([undefined, undefined])
})

test('what intake took out warns, each time', () => {
  const fund = checkTitel('Brev om [cpr-nummer] og [cpr-nummer]', KONTEKST).filter(({ kode }) => kode === 'CPR_FJERNET')
  expect(fund.map(({ fra, til }) => [fra, til])).toEqual([
    [8, 20],
    [24, 36],
  ])
})

test('any possible date with any four digits is found between any ordinary words, parted as people do', () => {
  const dag = fc.tuple(fc.integer({ min: 61, max: 88 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99 }))
  const to = (tal: number): string => String(tal).padStart(2, '0')
  fc.assert(
    fc.property(
      dag,
      fc.integer({ min: 0, max: 9999 }),
      fc.constantFrom('', '-', ' ', ' - ', '\u2013', '\u00a0', '.', '/', ' / ', '\u2011', '\u200b', '_', ':', ', '),
      fc.constantFrom('', 'Brev om ', 'Samtale: ', '(', 'cpr.nr. ', 'Vedr. '),
      fc.constantFrom('', ' afslag', ')', ', møde', '.'),
      ([d, m, aa], loebe, skel, foer, efter) => {
        const nummer = `${to(d)}${to(m)}${to(aa)}${skel}${String(loebe).padStart(4, '0')}`
        expect(numre(`${foer}${nummer}${efter}`)).toEqual([nummer])
      },
    ),
    { seed: 20261122, numRuns: 2_000 },
  )
})
