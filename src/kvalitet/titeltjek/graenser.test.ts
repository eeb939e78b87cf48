import { describe, expect, test } from 'vitest'
import { foreslaaKlegrupper } from '#klassifikation'
import {
  checkJournalisering,
  checkTitel,
  type Fund,
  type Journaliseringsfakta,
  proposeTekst,
  type Stavekontrol,
} from './index.ts'
import { isSammensat } from './ordbog.ts'

/** The edges of the rules that are no names and no numbers of persons: one step to either side of each. */
const KONTEKST = { art: 'dokument', egneNavne: [], kendteNavne: [] } as const
const fundne = (tekst: string, kode: Fund['kode'], kle?: string): string[] =>
  checkTitel(tekst, { ...KONTEKST, kle })
    .filter((et) => et.kode === kode)
    .map(({ fra, til }) => tekst.slice(fra, til))
const forslag = (tekst: string, kode: Fund['kode']): (string | undefined)[] =>
  checkTitel(tekst, KONTEKST)
    .filter((et) => et.kode === kode)
    .map((et) => et.forslag)

describe('addresses', () => {
  test.each([
    ['Skovvej 123', ['Skovvej 123']],
    ['Skovvej 1234', []],
    ['Skovvej 12 og Engvej 3', ['Skovvej 12', 'Engvej 3']],
    ['Skovvej', []],
    ['Skovvej x', []],
    ['Skovvej-12', []],
    ['3 12', []],
    ['vej 12', ['vej 12']],
    ['Alle 12', ['Alle 12']],
    ['Peters Alle 12', ['Peters Alle 12']],
    ['Nørre Vej 12', ['Nørre Vej 12']],
    ['nørre skovvej 12', ['nørre skovvej 12']],
    ['Nørre Skovvej 12', ['Skovvej 12']],
    ['Torve 12', []],
    ['x1vej 12', ['1vej 12']],
    ['Vejle 12', []],
  ])('%s', (tekst, ventet) => {
    expect(fundne(tekst, 'ADRESSE')).toEqual(ventet)
  })

  test.each('vej vejen gade gaden alle stræde vænget parken toften bakken engen haven stien torv plads boulevard'.split(' '))(
    'a street may end in %s',
    (endelse) => {
      expect(fundne(`Tilsyn på Solb${endelse} 4`, 'ADRESSE')).toEqual([`Solb${endelse} 4`])
      expect(fundne(`Tilsyn på Solb${endelse}ter 4`, 'ADRESSE')).toEqual([])
    },
  )

  test.each([
    ['01.02.03', 'oplyser'],
    ['09.00.00', 'oplyser'],
    ['13.06.00', 'oplyser'],
    ['00.01.00', 'advarer'],
    ['10.02.00', 'advarer'],
    ['27.13.01', 'advarer'],
    ['27.09.13', 'advarer'],
  ])('in a case of %s one %s', (kle, alvor) => {
    expect(checkTitel('Tilsyn på Skovvej 12', { ...KONTEKST, kle }).map((et) => et.alvor)).toEqual([alvor])
  })
})

describe('telephone numbers', () => {
  test.each([
    ['tlf 2010 0512', ['2010 0512']],
    ['tlf 2010-0512', []],
    ['tlf 20 10 0512', []],
    ['tlf 201005123', []],
    ['2010 0512', []],
    ['20 10 05 12', ['20 10 05 12']],
    ['99 20 10 05 12', []],
    ['99, 20 10 05 12', ['20 10 05 12']],
    ['45 20 10 05 12', ['20 10 05 12']],
    ['+45 2010 0512', []],
    ['sms +45 2010 0512', ['2010 0512']],
    ['sms 0045 20100512', []],
    ['sms 0045, 20100512', ['20100512']],
    ['fax nr. 20100512', ['20100512']],
    ['fax nummer 20100512', ['20100512']],
    ['fax nummer nr. +45 20100512', ['20100512']],
    ['fax nummer nr. nr. +45 20100512', []],
    ['fax om 20100512', []],
    ['tlf 20100512, 20 10 05 13', ['20100512', '20 10 05 13']],
    ['tlf 20100512 99', []],
    ['tlf 20100512, 99', ['20100512']],
  ])('%s', (tekst, ventet) => {
    expect(fundne(tekst, 'TELEFONNUMMER')).toEqual(ventet)
  })

  test.each('tlf telf tel telefon telefonnr telefonnummer mobil mobilnr mobilnummer mob ring sms fax'.split(' '))(
    'after %s eight digits are one',
    (ord) => {
      expect(fundne(`${ord} 20100512`, 'TELEFONNUMMER')).toEqual(['20100512'])
    },
  )
})

describe('mail addresses', () => {
  test.each([
    ['a@b.dk', ['a@b.dk']],
    ['a@b', []],
    ['@b.dk', []],
    [' @b.dk', []],
    ['a@ b.dk', []],
    ['a@b.d', []],
    ['a@b.c.dk', []],
    ['a@bb.cc.dk', ['a@bb.cc.dk']],
    ['a@b.dk og c_d-e@f.dk!', ['a@b.dk', 'c_d-e@f.dk']],
    ['a@@b.dk', []],
    ['a@æø.dk', ['a@æø.dk']],
    [`skriv til a@b.dk ${'om det '.repeat(20)}`, ['a@b.dk']],
    [`${'a'.repeat(70)}@b.dk`, [`${'a'.repeat(64)}@b.dk`]],
  ])('%s', (tekst, ventet) => {
    expect(fundne(tekst, 'MAILADRESSE')).toEqual(ventet)
  })
})

test('of what is an address, a number or a code nothing is to stand instead', () => {
  expect(forslag('Tilsyn på Skovvej 12', 'ADRESSE')).toEqual([''])
  expect(forslag('Ring tlf 20100512', 'TELEFONNUMMER')).toEqual([''])
  expect(forslag('Skriv til a@b.dk', 'MAILADRESSE')).toEqual([''])
  expect(forslag('Svar på SAG-2024-1', 'SAGSKODE')).toEqual([''])
  expect(forslag('Udtalelse om angst', 'DIAGNOSE')).toEqual([''])
  expect(forslag('En doven borger', 'HAARD_VURDERING')).toEqual([''])
})

describe('words', () => {
  test.each([
    ['kol', 'DIAGNOSE', ['kol']],
    ['kolde', 'DIAGNOSE', []],
    ['angsten', 'DIAGNOSE', ['angsten']],
    ['adhdx', 'DIAGNOSE', []],
    ['manier', 'DIAGNOSE', []],
    ['aidsx', 'DIAGNOSE', []],
    ['psykoser', 'DIAGNOSE', ['psykoser']],
    ['opmærksomhedssøgende', 'DIAGNOSE', []],
    ['personlighedsforstyrret', 'DIAGNOSE', ['personlighedsforstyrret']],
    ['doven', 'HAARD_VURDERING', ['doven']],
    ['vanskeligt og vanskelige', 'HAARD_VURDERING', ['vanskeligt', 'vanskelige']],
    ['vanskeligtx', 'HAARD_VURDERING', []],
    ['håbløse', 'HAARD_VURDERING', ['håbløse']],
  ] as const)('%s: %s', (tekst, kode, ventet) => {
    expect(fundne(`Brev om ${tekst}`, kode)).toEqual(ventet)
  })

  test.each([
    ['Brev om taf', 'tabt arbejdsfortjeneste'],
    ['Taf til moren', 'Tabt arbejdsfortjeneste'],
    ['Brev om TAF', 'tabt arbejdsfortjeneste'],
    ['Om føp i dag', 'førtidspension'],
    ['Om foep i dag', 'førtidspension'],
  ])('%s: %s', (tekst, fuld) => {
    expect(forslag(tekst, 'INTERN_FORKORTELSE')).toEqual([fuld])
  })
})

describe('the form of a title', () => {
  test.each([
    ['a.pdf', 'a'],
    ['scan.pdf', ''],
    ['SCAN_0012.pdf', ''],
    ['scanning.pdf', 'scanning'],
    ['myscan.pdf', 'myscan'],
    ['notat__om--bolig_99_1234.pdf', 'notat om bolig 99'],
    ['1234_notat.pdf', 'notat'],
    ['Se hele notat_v2.pdf', 'notat v2'],
    ['IMG 2034', ''],
    ['img123', ''],
  ])('%s is called by a file: %s', (tekst, navn) => {
    expect(forslag(tekst, 'FILNAVN')).toEqual([navn])
  })
  test.each(['img12', 'img 2034 x', 'notat 2034', 'img', 'image x', '2034 img'])('%s is called by none', (tekst) => {
    expect(forslag(tekst, 'FILNAVN')).toEqual([])
  })
  test.each('scan img image dsc doc dok document dokument fil file skm pic photo foto screenshot'.split(' '))(
    '%s and a number is what a camera calls it',
    (ord) => {
      expect(fundne(`${ord}123`, 'FILNAVN')).toEqual([`${ord}123`])
      expect(fundne(`x${ord}123`, 'FILNAVN')).toEqual([])
      expect(fundne(`${ord}x123`, 'FILNAVN')).toEqual([])
    },
  )

  test.each([
    ['27.36.04', ['27.36.04']],
    ['27.36.04-G01', ['27.36.04-G01']],
    ['27.36.04-Ø01-1234567', ['27.36.04-Ø01']],
    ['1.27.36.04', []],
    ['127.36.04', []],
    ['27.36.04.1', []],
    ['27.36.041', []],
    ['24/1234', ['24/1234']],
    ['24/123', []],
    ['24-123456', ['24-123456']],
    ['24-1234567', []],
    ['2024-012345', ['2024-012345']],
    ['1924-012345', []],
    ['1/24/1234', []],
    ['24/1234/1', []],
    ['24/1234-1', []],
    ['DOK-47', ['DOK-47']],
    ['DOK-4', []],
    ['D-4711', []],
    ['ABCDEFG-4711', []],
    ['DOK-12345678', ['DOK-12345678']],
    ['DOK-123456789', []],
    ['ÆØÅ-47-1-2', ['ÆØÅ-47-1-2']],
    ['ÆØÅ-47-1-2-3', ['ÆØÅ-47-1-2']],
    ['aDOK-47', []],
    ['DOK-47x', []],
    ['dok-47', []],
  ])('the codes of %s', (kode, ventet) => {
    expect(fundne(`Svar om ${kode} nu`, 'SAGSKODE')).toEqual(ventet)
  })

  test.each([
    ['ABCD EFG', []],
    ['ABCD EFGH', ['ABCD EFGH']],
    ['ABCD EFGH 12', ['ABCD EFGH 12']],
    ['ABCDEFGH I', ['ABCDEFGH I']],
    ['ABCDEFGH i', []],
    ['ABCDEFGH Ij', []],
  ])('%s: capitals alone', (tekst, ventet) => {
    expect(fundne(tekst, 'KUN_VERSALER')).toEqual(ventet)
  })
  test('are proposed as a sentence', () => {
    expect(forslag('ØKONOMI OG GÆLD', 'KUN_VERSALER')).toEqual(['Økonomi og gæld'])
  })

  test.each([
    ['Notat til x', ['Notat til x']],
    ['Notat til xy', []],
    ['til', ['til']],
    ['', ['']],
  ])('%j says nothing', (tekst, ventet) => {
    expect(fundne(tekst, 'TOMT_ORD')).toEqual(ventet)
  })

  test('a word is too long from thirty letters on; digits are none', () => {
    expect(fundne(`Brev ${'o'.repeat(29)}`, 'LANGT_ORD')).toEqual([])
    expect(fundne(`Brev ${'o'.repeat(30)} om`, 'LANGT_ORD')).toEqual(['o'.repeat(30)])
    expect(fundne(`Brev ${'9'.repeat(30)} om`, 'LANGT_ORD')).toEqual([])
  })
})

describe('spelling, by a dictionary of one word', () => {
  const ordbog: Stavekontrol = {
    kender: (ord) => ord === 'rigtig',
    foreslaa: (ord) => (ord.startsWith('u') ? undefined : 'rigtig'),
  }
  const stavet = (tekst: string): string[] =>
    checkTitel(tekst, { ...KONTEKST, ordbog })
      .filter(({ kode }) => kode === 'STAVEFEJL')
      .map((et) => `${tekst.slice(et.fra, et.til)}${'forslag' in et ? `=${et.forslag}` : ''}`)
  test.each([
    ['rigtig', []],
    ['rigtik', ['rigtik=rigtig']],
    ['Rigtik', ['Rigtik=Rigtig']],
    ['rigtig Rigtik', []],
    ['RIGTIK', []],
    ['urigtik', ['urigtik']],
    ['rik', []],
    ['riks', ['riks=rigtig']],
    ['rigtig rigtik 1234', ['rigtik=rigtig']],
    ['o'.repeat(40), [`${'o'.repeat(40)}=rigtig`]],
    ['o'.repeat(41), []],
    ['petere', ['petere=rigtig']],
    ['peter', []],
  ])('%s', (tekst, ventet) => {
    expect(stavet(tekst)).toEqual(ventet)
  })

  test('at most twenty proposals, and no more than two thousand words are looked up', () => {
    expect(stavet('rigtik '.repeat(30))).toHaveLength(20)
    expect(stavet(`${'og '.repeat(1_999)}rigtik`)).toHaveLength(1)
    expect(stavet(`${'og '.repeat(2_000)}rigtik`)).toHaveLength(0)
  })
})

describe('what is proposed', () => {
  const fund = (fra: number, til: number, nyt?: string): Fund => ({
    kode: 'FILNAVN',
    alvor: 'advarer',
    fra,
    til,
    ...(nyt === undefined ? {} : { forslag: nyt }),
  })
  test.each<[string, string, Fund[], string | undefined]>([
    ['nothing', 'Brev om bolig', [], undefined],
    ['no proposal', 'Brev om bolig', [fund(0, 4)], undefined],
    ['one among others without', 'Brev om bolig', [fund(0, 4), fund(8, 13, 'hus')], 'Brev om hus'],
    ['in their order, whatever order they come in', 'Brev om bolig', [fund(8, 13, 'hus'), fund(0, 4, 'Svar')], 'Svar om hus'],
    ['the longer of two from one place', 'Brev om bolig', [fund(0, 4, 'Svar'), fund(0, 7, 'Vedr')], 'Vedr bolig'],
    ['the first of two over each other', 'Brev om bolig', [fund(0, 7, 'Vedr'), fund(5, 13, 'x')], 'Vedr bolig'],
    ['two that meet', 'Brev om bolig', [fund(0, 5, 'Svar '), fund(5, 7, 'for')], 'Svar for bolig'],
    ['what led to it stays where something stands instead', 'Brev om bolig', [fund(8, 13, 'x')], 'Brev om x'],
    ['and goes where nothing does', 'Brev med bolig', [fund(9, 14, '')], 'Brev'],
    ['with its mark', 'Brev (fra: bolig)', [fund(11, 16, '')], 'Brev'],
    ['two letters are nothing', 'ab cde', [fund(3, 6, '')], undefined],
    ['three are something', 'abc de', [fund(4, 6, '')], 'Abc'],
    ['digits are no letters', '1234 de', [fund(5, 7, '')], undefined],
    ['a word that leads to nothing stays', 'Brev bolig', [fund(5, 10, '')], 'Brev'],
    ['cpr goes with its number', 'Brev cpr: 1 nu', [fund(10, 11, '')], 'Brev nu'],
    ['and cpr-nr. too', 'Brev cpr-nr. 1 nu', [fund(13, 14, '')], 'Brev nu'],
    ['and cprnr', 'Brev CPRNR 1 nu', [fund(11, 12, '')], 'Brev nu'],
    ['but not of another', 'Brev xcpr 1 nu', [fund(10, 11, '')], 'Brev xcpr nu'],
    ['nor a cprx', 'Brev cprx 1 nu', [fund(10, 11, '')], 'Brev cprx nu'],
    ['brackets with nothing between', 'Brev ( bolig ) nu', [fund(7, 12, '')], 'Brev nu'],
    ['marks at either end', '- , bolig: brev nu / -', [fund(4, 9, '')], 'Brev nu'],
    ['a full stop at the end stays', 'bolig brev nu.', [fund(0, 5, '')], 'Brev nu.'],
    ['no space before a mark', 'Brev bolig , nu', [fund(5, 10, '')], 'Brev, nu'],
  ])('%s', (_, tekst, fundet, ventet) => {
    expect(proposeTekst(tekst, fundet)).toBe(ventet)
  })
})

describe('where a thing is filed', () => {
  const fakta = (aendret: Partial<Journaliseringsfakta>): Journaliseringsfakta => ({
    art: 'dokument',
    titel: 'Brev om økonomi',
    sagsparter: [],
    naboer: [],
    kildensGrupper: new Map(),
    ...aendret,
  })
  const fund = (aendret: Partial<Journaliseringsfakta>) => checkJournalisering(fakta(aendret), { egneNavne: [], kendteNavne: [] })
  const koder = (aendret: Partial<Journaliseringsfakta>): string[] => fund(aendret).map(({ kode }) => kode)

  test('a finding about the whole is about the whole title', () => {
    expect(fund({ sagsparter: [['a'], ['b']] })).toEqual([
      { kode: 'FORSKELLIGE_PARTER', alvor: 'blokerer', fra: 0, til: 15, holderTilbage: true },
    ])
    expect(fund({ titel: 'Om Peter Jensen' })).toEqual([{ kode: 'FREMMED_NAVN_PAA_SAGEN', alvor: 'advarer', fra: 3, til: 15 }])
  })

  test('another is looked for among all that lie there; blanks and capitals make no other title', () => {
    const nabo = { art: 'dokument', titel: '\tBREV OM  Økonomi ', dag: '2026-05-05' } as const
    expect(koder({ dag: '2026-05-05', naboer: [{ ...nabo, titel: 'x' }, nabo] })).toEqual(['DUBLET'])
    expect(koder({ dag: '2026-05-05', naboer: [{ ...nabo, titel: 'Brevomøkonomi' }] })).toEqual([])
  })

  test('what the source has sent is counted together', () => {
    const kildensGrupper = new Map([
      ['27.36', 150],
      ['29.21', 50],
    ])
    expect(koder({ kle: '02.34.02', kildensGrupper })).toEqual(['KLE_FREMMED_FOR_KILDEN'])
    expect(koder({ kle: '29.21.02', kildensGrupper })).toEqual([])
    expect(koder({ kildensGrupper })).toEqual([])
  })

  test('words that belong to several numbers fit each of them', () => {
    const grupper = foreslaaKlegrupper('Genoptræning')
    expect(grupper.length).toBeGreaterThan(0)
    for (const gruppe of grupper) expect(koder({ titel: 'Genoptræning', kle: `${gruppe}.00` })).toEqual([])
    expect(koder({ titel: 'Genoptræning', kle: '02.34.02' })).toEqual(['KLE_PASSER_IKKE'])
  })

  test.each([
    ['2026-06-29T10:00:00Z', { fra: '2026-05-01', til: '2026-05-01' }, []],
    ['2026-06-30', { fra: '2026-05-01', til: '2026-04-30T22:00:00Z' }, ['DATO_UDEN_FOR_SAGEN']],
    ['2026-01-30', { fra: '2026-05-01' }, ['DATO_UDEN_FOR_SAGEN']],
    [undefined, { fra: '2026-05-01' }, []],
    ['2020-01-01', undefined, []],
  ])('%s in %j: %j', (dag, sagstid, ventet) => {
    expect(koder({ dag, sagstid })).toEqual(ventet)
  })
})

test('whatever rule finds it, what stands first comes first, and of two from one place the shorter', () => {
  const fund = (tekst: string): string[] => checkTitel(tekst, KONTEKST).map(({ kode }) => kode)
  expect(fund('Angst, Skovvej 12 og Peter Jensen, 610180-1234')).toEqual([
    'DIAGNOSE',
    'ADRESSE',
    'NAVN_ANDEN_PERSON',
    'CPR_NUMMER',
  ])
  expect(fund('scan0012 skizofreni.pdf').indexOf('DIAGNOSE')).toBe(0)
  expect(fund('ADHD OG ANGST').slice(0, 2)).toEqual(['DIAGNOSE', 'KUN_VERSALER'])
})

test('another letter than s and e binds no compound', () => {
  const kender = (ord: string): boolean => ['bolig', 'sag'].includes(ord)
  expect(['boligxsag', 'boligesag', 'boligssag'].map((ord) => isSammensat(ord, kender))).toEqual([false, false, false])
  expect(isSammensat('sagsbolig', kender)).toBe(true)
})
