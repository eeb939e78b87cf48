import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { cvrNummer } from '#kernel'
import { createNoegler } from '#platform/crypto'
import { type Adresse, toAddressSearch, tokenOfCaseNumber, tokensOfAddress, tokensOfNames, toNameSearch } from './soegeord.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbsoegeord-'))
const noegler = createNoegler(join(mappe, 'a'))
const andre = createNoegler(join(mappe, 'b'))
afterAll(() => rmSync(mappe, { recursive: true, force: true }))

const finds = (skrevet: string, ...navne: string[]): boolean => {
  const tokens = new Set(tokensOfNames(noegler, navne))
  const soegning = toNameSearch(noegler, skrevet)
  return soegning?.ord.every((ord) => tokens.has(ord)) ?? false
}

test.each([
  ['jens', true],
  ['jen', true],
  ['hansen jens', true],
  ['Peter Hansen', true],
  ['je', false],
  ['hanson', false],
  ['j', false],
  ['', false],
  ['%%%', false],
])('%j finds Jens-Peter Hansen: %s', (skrevet, fundet) => {
  expect(finds(skrevet, 'Jens-Peter Hansen')).toBe(fundet)
})

test('two letters are a whole name or nothing', () => {
  expect(finds('bo', 'Bo Lund')).toBe(true)
  expect(finds('bo', 'Bodil Lund')).toBe(false)
})

test('a name of before is found as well, and long words by more than they can be told apart by', () => {
  expect(finds('dalgaard', 'Lise Holm', 'Lise Dalgård')).toBe(true)
  expect(finds('vestergaardsen', 'Ib Vestergaard')).toBe(true)
})

test('every name is found by any of its words, from three letters on, in any order', () => {
  const ord = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzæøåéü'), minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(ord, { minLength: 1, maxLength: 4 }), fc.nat(), (navn, hvor) => {
      const typed = navn.toReversed().map((et) => et.slice(0, 3 + (hvor % 9)))
      expect(finds(typed.join(' '), navn.join(' '))).toBe(true)
    }),
    { seed: 8, numRuns: 500 },
  )
})

const HJEM: Adresse = { vej: 'Spindekonens Stræde', husnummer: '12B', etage: '2', doer: 'tv', postnummer: '9998', by: 'Korsbæk' }
const found = (skrevet: string, adresse = HJEM): boolean | undefined => {
  const tokens = new Set(tokensOfAddress(noegler, adresse))
  return toAddressSearch(noegler, skrevet)?.every((ord) => tokens.has(ord))
}

test.each([
  ['Spindekonens Stræde 12', true],
  ['spindekonens straede 12b, 2. tv, 9998 Korsbæk', true],
  ['Spindekonens 9998', true],
  ['Stræde 12 B', true],
  ['Spindekonens Stræde 12C', false],
  ['Spindekonens Stræde 1', false],
  ['Spindekonens Stræde 12, 9997', false],
  ['9998', undefined],
  ['Spindekonens Stræde', undefined],
  ['12', undefined],
  ['st 12', undefined],
])('%j finds the address: %s', (skrevet, fundet) => {
  expect(found(skrevet)).toBe(fundet)
})

test('a street with a number in its name is found by both', () => {
  const adresse = { vej: '10. Februar Vej', husnummer: '5', postnummer: '9998', by: 'Korsbæk' }
  expect([found('10. Februar Vej 5', adresse), found('10 februar vej 10', adresse)]).toEqual([true, false])
})

test('tokens of another kind, another municipality or another key are others', () => {
  const [a, b] = [cvrNummer('11111111'), cvrNummer('12345678')]
  const nummer = '2026-00012'
  const tokens = [
    tokenOfCaseNumber(noegler, a, nummer),
    tokenOfCaseNumber(noegler, b, nummer),
    tokenOfCaseNumber(andre, a, nummer),
    ...tokensOfNames(noegler, ['202600012']),
  ]
  expect(new Set(tokens).size).toBe(tokens.length)
  expect(tokenOfCaseNumber(noegler, a, ' 2026/00012')).toBe(tokens[0])
  expect(tokenOfCaseNumber(noegler, a, '-12')).toBeUndefined()
})
