import { expect, test } from 'vitest'
import { checkNotat, checkTitel, FUNDKODER, type Fund } from '#kvalitet/titeltjek'
import { isOmAnden, splitAfsnit, type Tjek, tekstHash, uvurderet, uvurderetNotat, vurderNotat, vurderTekst } from './vurdering.ts'

const KONTEKST = { art: 'sag', egneNavne: [], kendteNavne: [] } as const
/** Finds each '!', and each pair '<' to '>', whatever stands between. */
const seen: string[] = []
const finder: Tjek = {
  regelversion: 1,
  checkTitel: () => [],
  checkNotat: (tekst): Fund[] => {
    seen.push(tekst)
    return [...tekst.matchAll(/!|<[^>]*>/gu)].map(({ 0: hel, index }) => ({
      kode: 'NAVN_ANDEN_PERSON',
      alvor: 'blokerer',
      fra: index,
      til: index + hel.length,
    }))
  },
}
const udeladt = (tekst: string): readonly number[] => vurderNotat(finder, tekst, KONTEKST).udeladt

test('what could not be judged is blocked, and of a note every paragraph is left out', () => {
  expect(uvurderet('Brev')).toEqual({
    hash: tekstHash('Brev'),
    udfald: 'blokeret',
    tilbageholdt: false,
    gennemgang: 'ingen',
    fund: [],
  })
  expect(uvurderetNotat('En.\n\nTo.\nTre.')).toEqual({ hash: tekstHash('En.\n\nTo.\nTre.'), udeladt: [0, 1, 2] })
})

test('nobody has reviewed what the checks have judged', () => {
  expect(vurderTekst(finder, 'Brev', KONTEKST)).toEqual({ ...uvurderet('Brev'), udfald: 'ren' })
})

test('a note of another person is told from one of the citizen by what was found', () => {
  expect(FUNDKODER.filter(isOmAnden)).toEqual([
    'CPR_NUMMER',
    'NAVN_ANDEN_PART',
    'NAVN_ANDEN_PERSON',
    'NAVN_MULIGT',
    'ADRESSE',
    'TELEFONNUMMER',
    'MAILADRESSE',
    'FOR_LANG',
    'FREMMED_NAVN_PAA_SAGEN',
  ])
})

test('line ends before the first word are a paragraph of their own', () => {
  expect(splitAfsnit('\n\nEn.\n\nTo.')).toEqual(['\n\n', 'En.\n\n', 'To.'])
  expect(splitAfsnit('')).toEqual([])
})

test.each([
  ['what ends where the line ends is that line’s alone', 'en <x\n>b', [0, 1]],
  ['what begins on the next line is that line’s alone', 'en\n!to', [1]],
  ['what ends with the line end', 'en!\nto', [0]],
  ['in the line before, twice', 'a ! b\nc\nd !', [0, 2]],
  ['paragraphs in their order, though those over two lines are found last', 'a <\n> b\nc\nd !', [0, 1, 3]],
  ['ten and more in order of number', `${'a\n'.repeat(9)}b!\nc!\nd <\n> e`, [9, 10, 11, 12]],
  ['at the ends of long lines', `${'ord '.repeat(30)}<\n>${' ord'.repeat(30)}`, [0, 1]],
  ['not what is far from where they meet', `<${' ord'.repeat(30)}\n${'ord '.repeat(30)}>`, []],
])('%s', (_, tekst, ventet) => {
  expect(udeladt(tekst)).toEqual(ventet)
})

test('where lines meet, the last of one and the first of the next are read: eighty characters of each and no part of a word', () => {
  const meet = (a: string, b: string): string | undefined => {
    seen.length = 0
    udeladt(`${a}\n${b}`)
    return seen.at(-1)
  }
  // Eighty with the line end: the whole line.
  expect(meet('a'.repeat(79), 'b'.repeat(80))).toBe(`${'a'.repeat(79)}\n${'b'.repeat(80)}`)
  expect(meet('a'.repeat(80), 'b'.repeat(81))).toBe('\n')
  expect(meet(`${'x'.repeat(20)}aaa ${'a'.repeat(75)}`, `${'b'.repeat(77)} cccccc`)).toBe(
    ` ${'a'.repeat(75)}\n${'b'.repeat(77)} `,
  )
})

test('a part of a longer word is no name where a line is cut', () => {
  const tekst = `${'lang '.repeat(30)}ord\nTak for sidst`
  expect(vurderNotat({ regelversion: 1, checkTitel, checkNotat }, tekst, KONTEKST).udeladt).toEqual([])
})
