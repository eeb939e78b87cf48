import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOpsaetning } from '#visning'
import { EOJ, ESDH, KORSBAEK, NU, version, vilkaarligeVersioner } from '../../../../test/byggere/konfiguration.ts'
import { aendrendeLinjer } from '../anvend.ts'
import { type Csvfejl, HOEJST_BYTES, laesCsv } from './laes.ts'
import { skrivCsv } from './skriv.ts'

const bytes = (tekst: string) => new TextEncoder().encode(tekst)
const fejl = (tekst: string | Uint8Array): readonly Csvfejl[] => {
  const svar = laesCsv(typeof tekst === 'string' ? bytes(tekst) : tekst)
  return svar.ok ? [] : svar.afvisning
}
const linjer = (tekst: string) => {
  const svar = laesCsv(bytes(tekst))
  if (!svar.ok) throw new Error(JSON.stringify(svar.afvisning))
  return svar.value
}

test('what was downloaded and comes back changes nothing, whatever is configured', () => {
  fc.assert(
    fc.property(vilkaarligeVersioner, fc.string(), (versioner, titel) => {
      const opsaetning = createOpsaetning(versioner)
      const csv = skrivCsv(opsaetning.gaeldendeFor(KORSBAEK, NU), () => titel)
      if (opsaetning.gaeldendeFor(KORSBAEK, NU).length === 0) return
      const laest = linjer(csv)
      expect(laest).toHaveLength(opsaetning.gaeldendeFor(KORSBAEK, NU).length)
      expect(aendrendeLinjer(opsaetning, { kommune: KORSBAEK, ikraft: undefined }, laest, NU)).toEqual([])
    }),
    { seed: 20261122, numRuns: 1_000 },
  )
})

test('put into an empty municipality it opens what was open, and nothing else', () => {
  const versioner = [
    version('27', { fagsystemfilter: [EOJ, ESDH], dokumenttyper: ['Brev, indgaaende', 'Plan'] }),
    version('27.36', { aaben: false }),
  ]
  const tom = createOpsaetning([])
  const nye = aendrendeLinjer(tom, { kommune: KORSBAEK, ikraft: undefined }, linjer(skrivCsv(versioner, () => '')), NU)
  expect(nye.map(({ kle }) => kle)).toEqual(['27', '27.36'])
  expect(nye[0]?.felter).toMatchObject({ aaben: true, fagsystemfilter: [EOJ, ESDH], dokumenttyper: ['Brev, indgaaende', 'Plan'] })
  expect(nye[1]?.felter).toEqual({ aaben: false, fagsystemfilter: [], dokumenttyper: [] })
})

test('no cell is taken for a formula by a spreadsheet, and the mark and the line ends are those it expects', () => {
  const csv = skrivCsv([version('27')], () => '=HYPERLINK("http://ond.example")')
  expect(csv.startsWith('\ufeffkle;titel;')).toBe(true)
  expect(csv).toContain(`"'=HYPERLINK(""http://ond.example"")"`)
  expect(csv.split('\r\n')).toHaveLength(3)
})

describe('what a spreadsheet makes of it', () => {
  test.each([
    ['semicolon', 'kle;aaben\n27;ja'],
    ['comma', 'kle,aaben\n27,ja'],
    ['a mark', '\ufeffkle;aaben\r\n27;ja\r\n'],
    ['capitals, spaces and empty lines', ' KLE ; Aaben \n\n 27 ; JA \n;\n'],
    ['columns in another order', 'aaben;kle\nja;27'],
  ])('%s', (_, csv) => {
    expect(linjer(csv)).toMatchObject([{ kle: '27', felter: { aaben: true } }])
  })

  test.each([
    ['2026-03-01', '2026-03-01'],
    ['01-03-2026', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['01/03/2026', '2026-03-01'],
  ])('the date %s', (skrevet, dag) => {
    expect(linjer(`kle;fradato\n27;${skrevet}`)[0]?.felter).toEqual({ fradato: dag })
  })

  test('an empty cell and a column that is left out change nothing; all is said in a word', () => {
    expect(linjer(`kle;aaben;fagsystemer;dokumenttyper\n27;;alle;plan | RAPPORT`)[0]?.felter).toEqual({
      fagsystemfilter: [],
      dokumenttyper: ['Plan', 'Rapport'],
    })
  })

  test("the jurist's word belongs to the line", () => {
    expect(linjer('kle;aaben;jurist_navn;jurist_bekraeftelse\n27.57.12;ja;J. Jensen;Må åbnes')[0]?.jurist).toEqual({
      navn: 'J. Jensen',
      tekst: 'Må åbnes',
    })
  })
})

describe('every line that cannot be used is named', () => {
  test.each<[string, string, readonly Partial<Csvfejl>[]]>([
    ['nothing', '', [{ linje: 1, kode: 'TOM' }]],
    ['headings alone', 'kle;aaben', [{ linje: 1, kode: 'TOM' }]],
    ['no number', 'aaben\nja', [{ linje: 1, kode: 'KLE_MANGLER' }]],
    ['a column of somebody else', 'kle;løn\n27;x', [{ linje: 1, kode: 'KOLONNE_UKENDT', kolonne: 'løn' }]],
    ['a column twice', 'kle;aaben;aaben\n27;ja;nej', [{ linje: 1, kode: 'KOLONNE_DOBBELT', kolonne: 'aaben' }]],
    [
      'a column by a name that objects have',
      'kle;__proto__;constructor\n27;x;y',
      [{ kode: 'KOLONNE_UKENDT' }, { kode: 'KOLONNE_UKENDT' }],
    ],
    [
      'a number that is none',
      'kle;aaben\n27;ja\n27.3;ja\n=27;ja',
      [
        { linje: 3, kode: 'KLE_UGYLDIG', kolonne: '27.3' },
        { linje: 4, kode: 'KLE_UGYLDIG' },
      ],
    ],
    ['a number twice', 'kle;aaben\n27;ja\n27;nej', [{ linje: 3, kode: 'KLE_DOBBELT', kolonne: '27' }]],
    ['a cell too many', 'kle;aaben\n27;ja;x', [{ linje: 2, kode: 'ANTAL_CELLER' }]],
    [
      'a word that is none',
      'kle;aaben\n27;måske',
      [{ linje: 2, kode: 'CELLE', kolonne: 'aaben', ventet: { da: 'ja eller nej', en: 'ja (yes) or nej (no)' } }],
    ],
    ['a word that objects have', 'kle;aaben\n27;constructor', [{ linje: 2, kode: 'CELLE', kolonne: 'aaben' }]],
    ['a day that is none', 'kle;fradato\n27;31-02-2026', [{ linje: 2, kode: 'CELLE', kolonne: 'fradato' }]],
    [
      'too far',
      'kle;vent_arbejdsdage\n27;61\n28;-1\n29;1e3',
      [
        { linje: 2, kode: 'CELLE' },
        { linje: 3, kode: 'CELLE' },
        { linje: 4, kode: 'CELLE' },
      ],
    ],
    ['a system that is no UUID', 'kle;fagsystemer\n27;Kastanje', [{ linje: 2, kode: 'CELLE', kolonne: 'fagsystemer' }]],
    ['the same system twice', `kle;fagsystemer\n27;${EOJ}|${EOJ}`, [{ linje: 2, kode: 'CELLE' }]],
    [
      'a CPR number',
      'kle;jurist_navn;jurist_bekraeftelse\n27.57.12;010170-1234;Ja',
      [{ linje: 2, kode: 'CELLE', kolonne: 'jurist_navn' }],
    ],
    [
      'half a confirmation',
      'kle;jurist_navn;jurist_bekraeftelse\n27.57.12;J. Jensen;',
      [{ linje: 2, kode: 'CELLE', kolonne: 'jurist_navn' }],
    ],
    ['a quotation mark that does not close', 'kle;titel\n27;"åben', [{ kode: 'IKKE_CSV' }]],
    [
      'several on one line',
      'kle;aaben;vis_aftaler\n27;x;y',
      [
        { linje: 2, kolonne: 'aaben' },
        { linje: 2, kolonne: 'vis_aftaler' },
      ],
    ],
  ])('%s', (_, csv, ventet) => {
    expect(fejl(csv)).toMatchObject(ventet)
  })

  test('a CPR number in a heading is not shown again', () => {
    expect(JSON.stringify(fejl('kle;0101701234\n27;x'))).not.toContain('0101701234')
  })

  test('a line after a cell with line breaks is named by the file’s own number', () => {
    expect(fejl('kle;titel;aaben\n27;"a\nb\nc";ja\n28;x;måske')).toMatchObject([{ linje: 5, kode: 'CELLE' }])
  })

  test('not UTF-8, too large, too many lines', () => {
    expect(fejl(new Uint8Array([0x6b, 0xe6, 0x6c]))).toMatchObject([{ kode: 'TEGNSAET' }])
    expect(fejl(new Uint8Array(HOEJST_BYTES + 1))).toMatchObject([{ kode: 'FOR_STOR' }])
    expect(fejl(`kle;aaben\n${'27;ja\n'.repeat(3_000)}`)).toMatchObject([{ kode: 'FOR_MANGE_LINJER' }])
    expect(fejl(`kle;aaben\n${'x;ja\n'.repeat(2_000)}`)).toHaveLength(100)
  })

  test('whatever comes, it is answered', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.string({ maxLength: 300 }).map(bytes),
          fc.string({ unit: fc.constantFrom(';', '"', '\n', '\r', 'kle', '27', 'ja', '|', ',', '\0') }).map(bytes),
        ),
        (krop) => {
          const svar = laesCsv(krop)
          if (!svar.ok) expect(svar.afvisning.length).toBeGreaterThan(0)
        },
      ),
      { seed: 20261122, numRuns: 3_000 },
    )
  })
})
