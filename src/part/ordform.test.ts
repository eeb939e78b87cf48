import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseNumberForm, fitsName, nameWordsOf, wordsOf } from './ordform.ts'

test.each([
  ['Åse Ågaard', 'aase aagaard'],
  ['Aase Aagaard', 'AASE AAGAARD'],
  ['Søren Kjær', 'SOEREN KJAER'],
  ['Müller-Lüdenscheidt', 'Muller Ludenscheidt'],
  ['José  Nuñez', 'jose nunez'],
  ['A\u030ase', 'Åse'],
  ['\u202eJens\u0000 Han\u200bsen', 'Jens Hansen'],
  ['ＪＥＮＳ', 'jens'],
])('%j and %j are the same words', (a, b) => {
  expect(wordsOf(a)).toEqual(wordsOf(b))
})

test('the words of a double name are found one by one and together', () => {
  expect(nameWordsOf('Anne-Marie O’Hara')).toEqual(['anne', 'marie', 'o', 'hara', 'annemarie', 'ohara'])
})

describe('what was typed fits a name', () => {
  test.each([
    ['hansen jens', 'Jens Peter Hansen', true],
    ['jens p hansen', 'Jens Peter Hansen', true],
    ['hans hansen', 'Hans Hansen', true],
    ['hans hansen', 'Lise Hansen', false],
    ['hansenberg', 'Jens Hansen', false],
    ['annemarie', 'Anne-Marie Holm', true],
    ['%', 'Jens Hansen', true],
    ['jens; drop', 'Jens Hansen', false],
  ])('%j, %j: %s', (skrevet, navn, passer) => {
    expect(fitsName(wordsOf(skrevet), navn)).toBe(passer)
  })
})

test('each beginning of a word of a name has a form that the word begins with, so what is typed so far finds it', () => {
  const navn = fc.string({ unit: fc.constantFrom(..."abcæøåäöüéÅØÆßðłaas -'’e\u0301\u200b%_"), minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(navn, fc.nat(), (helt, hvor) => {
      const led = helt.split(/[\s%_]+/)
      const ord = led[hvor % led.length] ?? ''
      // A typed beginning ends between letters as they are seen, never between a letter and its accent.
      const tegn = [...new Intl.Segmenter('da').segment(ord)].map(({ segment }) => segment)
      const skrevet = tegn.slice(0, 1 + (hvor % Math.max(tegn.length, 1))).join('')
      const skrevne = wordsOf(skrevet)
      for (const et of skrevne) expect(nameWordsOf(helt).some((del) => del.startsWith(et))).toBe(true)
    }),
    { seed: 6, numRuns: 2000 },
  )
})

test('the form is its own form, however hostile the text, and ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (tekst) => {
      for (const ord of wordsOf(tekst)) {
        expect(wordsOf(ord)).toEqual([ord])
        expect(ord).toMatch(/^[\p{L}\p{N}]+$/u)
      }
    }),
    { seed: 7, numRuns: 2000 },
  )
  for (const tegn of ['a', '-', '%', '\u0000', '\u202e', 'a ', '\ud800', 'ﷺ']) {
    expect(wordsOf(tegn.repeat(10_000)).join('').length).toBeLessThan(10_000)
    fitsName(wordsOf(tegn.repeat(10_000)), tegn.repeat(10_000))
  }
})

test('names made to be tried in every order come to an end', () => {
  const navn = Array.from({ length: 60 }, (_, i) => 'a'.repeat(i + 8)).join(' ')
  const skrevne = ['aaaaaa', 'aaaaa', 'aaaa', 'aaa', 'aa', 'b']
  expect(fitsName(skrevne, navn)).toBe(false)
})

test('a case number is found with and without its punctuation', () => {
  expect(caseNumberForm('27.36.04-G01-12-26')).toBe('273604g011226')
  expect(caseNumberForm(' 273604 g01 12/26 ')).toBe('273604g011226')
})

test('plain letters by themselves are read as they are beside others', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (tekst) => {
      expect([...new Set([...wordsOf(tekst), 'o'])].join(' ')).toBe(wordsOf(`${tekst} \u00f3`).join(' '))
    }),
    { seed: 20261123, numRuns: 500, examples: [["Anne-Marie O'Neill"], ['12 B']] },
  )
})
