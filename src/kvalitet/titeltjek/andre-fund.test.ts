import { describe, expect, test } from 'vitest'
import { checkBlokerende, checkNotat, checkTitel, FUNDKODER, FUNDTEKSTER, proposeTekst } from './index.ts'
import { isSammensat } from './ordbog.ts'

const KONTEKST = { art: 'dokument', egneNavne: ['Ulla Hansen'], kendteNavne: [] } as const
const fund = (tekst: string, kle?: string): string[] =>
  checkTitel(tekst, { ...KONTEKST, kle }).map(({ kode, alvor, fra, til }) => `${kode} ${alvor} ${tekst.slice(fra, til)}`)

test.each([
  ['Tilsyn på Skovvej 12', ['ADRESSE advarer Skovvej 12']],
  ['Tilsyn, Nørre Allé 4', ['ADRESSE advarer Nørre Allé 4']],
  ['Skovvej 1234', []],
  ['Skovvej: 12', []],
  ['Ring tlf. 20100512', ['TELEFONNUMMER advarer 20100512']],
  ['mobil nr 2010 0512', ['TELEFONNUMMER advarer 2010 0512']],
  ['Ring +45 20100512', ['TELEFONNUMMER advarer 20100512']],
  ['kontakt 20 10 05 12', ['TELEFONNUMMER advarer 20 10 05 12']],
  ['beløb 20 10 05 12 99', []],
  ['kode 20100512 her', []],
  ['skriv til a.b+c@ex-ample.dk.', ['MAILADRESSE advarer a.b+c@ex-ample.dk']],
  ['kl. @ 12', []],
  ['Udtalelse om skizofreni', ['DIAGNOSE advarer skizofreni']],
  ['Udtalelse om depressionen', ['DIAGNOSE advarer depressionen']],
  ['Kolonihave', []],
  ['Borger er besværlig', ['HAARD_VURDERING advarer besværlig']],
  ['Samtale, meget besværligt', ['HAARD_VURDERING advarer besværligt']],
  ['PH om taf', ['INTERN_FORKORTELSE advarer PH', 'INTERN_FORKORTELSE advarer taf']],
  ['Brev vedr. bolig', ['INTERN_FORKORTELSE oplyser vedr']],
  ['Afgørelse 27.36.04-G01-12-24', ['SAGSKODE oplyser 27.36.04-G01-12-24']],
  ['Klage over 24/12345', ['SAGSKODE oplyser 24/12345']],
  ['Svar på EMN-2024-00123', ['SAGSKODE oplyser EMN-2024-00123']],
  ['scan0012.pdf', ['FILNAVN advarer scan0012.pdf']],
  ['IMG_2034', ['FILNAVN advarer IMG_2034']],
  ['Se tegning_v2.docx her', ['FILNAVN advarer tegning_v2.docx']],
  ['AFGØRELSE OM BOLIG', ['KUN_VERSALER advarer AFGØRELSE OM BOLIG']],
  ['NOTAT', ['TOMT_ORD advarer NOTAT']],
  ['Diverse', ['TOMT_ORD advarer Diverse']],
  ['Bilag 2', ['TOMT_ORD advarer Bilag 2']],
  ['2024', ['TOMT_ORD advarer 2024']],
  ['Notat om bolig', []],
  ['Beskæftigelsesindsatsafdelingens svar', ['LANGT_ORD oplyser Beskæftigelsesindsatsafdelingens']],
])('%s', (tekst, ventet) => {
  expect(fund(tekst)).toEqual(ventet)
})

test('in a building case the address is what the case is called by', () => {
  expect(fund('Skovvej 12', '02.34.02')).toEqual(['ADRESSE oplyser Skovvej 12'])
  expect(fund('Skovvej 12', '27.36.04')).toEqual(['ADRESSE advarer Skovvej 12'])
})

describe('what is proposed', () => {
  test.each([
    ['Samtale med Peter Jensen om bolig', 'Samtale om bolig'],
    ['Brev om 610180-1234', 'Brev'],
    ['Ansøgning (cpr-nr. 610180-1234)', 'Ansøgning'],
    ['Peters klage over støj', 'Klage over støj'],
    ['PH vedr. bolig', 'Partshøring om. bolig'],
    ['AFGØRELSE OM BOLIG', 'Afgørelse om bolig'],
    ['tegning_carport_1234.pdf', 'Tegning carport'],
    ['Peter Jensen', undefined],
    ['Ansøgning om bolig', undefined],
  ])('%s', (tekst, forslag) => {
    expect(proposeTekst(tekst, checkTitel(tekst, KONTEKST))).toBe(forslag)
  })

  test('a proposal blocks no more', () => {
    for (const tekst of [
      'Møde med Bo Jensen og Peter Holm',
      'Samtale m. Sten Lund, cpr 610180-1234',
      'Klage fra nabo Xylander over Jensen',
    ]) {
      const forslag = proposeTekst(tekst, checkTitel(tekst, KONTEKST)) ?? ''
      expect(checkBlokerende(forslag, KONTEKST), forslag).toEqual([])
    }
  })
})

test('a long note tells how hard it is to read, a short one and an easy one do not', () => {
  const svaer = `${'Kommunalbestyrelsens beskæftigelsesforanstaltninger vedrørende forsørgelsesgrundlaget genvurderes hurtigst '.repeat(8)}.`
  const koder = (tekst: string): string[] => checkNotat(tekst, KONTEKST).map(({ kode }) => kode)
  expect(koder(svaer)).toContain('LIX_HOEJT')
  expect(koder(svaer.slice(0, 200))).not.toContain('LIX_HOEJT')
  expect(koder('Vi talte om din bolig i dag. '.repeat(10))).toEqual([])
  expect(koder('Diverse')).toEqual([])
})

test('what is too long to be checked is blocked whole', () => {
  const tekst = 'a '.repeat(100_001)
  for (const tjek of [checkTitel, checkNotat, checkBlokerende]) {
    expect(tjek(tekst, KONTEKST)).toEqual([{ kode: 'FOR_LANG', alvor: 'blokerer', fra: 0, til: tekst.length }])
  }
  expect(checkBlokerende(tekst.slice(0, 200_000), KONTEKST)).toEqual([])
})

test('a compound is two known words, with a binding letter between them or without', () => {
  const kender = (ord: string): boolean => ['bolig', 'sag', 'ansøgning'].includes(ord)
  expect(['boligsag', 'boligsansøgning', 'boligssag', 'boligx', 'sagbo'].map((ord) => isSammensat(ord, kender))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('every finding and every severity has its sentence in both languages', () => {
  expect(Object.keys(FUNDTEKSTER).toSorted()).toEqual([...FUNDKODER].toSorted())
  for (const { da, en } of Object.values(FUNDTEKSTER)) {
    expect(da.length).toBeGreaterThan(5)
    expect(en.length).toBeGreaterThan(5)
    expect(da).not.toBe(en)
  }
})
