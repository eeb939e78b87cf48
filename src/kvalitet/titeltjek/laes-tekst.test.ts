import { describe, expect, test } from 'vitest'
import { fold, laesTekst, stedOf, udsnit } from './laes-tekst.ts'
import { lix } from './lix.ts'
import { kildested, rens } from './tegn.ts'

/** Of the first plane and of the tags and selectors beyond it: those of the others are tried one by one. */
const tegn = (fra: number, antal: number): string[] => Array.from({ length: antal }, (_, nr) => String.fromCodePoint(fra + nr))
const TEGN = [...tegn(0x80, 0xd780), ...tegn(0xe000, 0x2000), ...tegn(0xe0000, 0x200)]
const alleTegn = (slags: RegExp): string[] => TEGN.filter((et) => slags.test(et))

describe('a text as a reader sees it', () => {
  test("every script's digits of the first plane are their values: ten stand after one another from each zero", () => {
    const cifre = alleTegn(/^\p{Nd}$/u)
    expect(cifre.length).toBeGreaterThanOrEqual(360)
    cifre.forEach((tegn, nr) => {
      expect(rens(tegn).tekst, tegn.charCodeAt(0).toString(16)).toBe(String(nr % 10))
    })
  })

  test('digits of mathematics and full-width letters are read as what they look like; a digit nobody knows stays', () => {
    expect(rens('\u{1d7ce}\u{1d7d9}\u{1d7eb}').tekst).toBe('019')
    expect(rens('\uff23\uff30\uff32').tekst).toBe('CPR')
    expect(rens('\u2460\u00b2x\u0142').tekst).toBe('12x\u0142')
    expect(rens('\u0142\u00bd\ufb03').tekst).toBe('\u0142\u00bd\ufb03')
    expect(rens('\u{11066}').tekst).toBe('\u{11066}')
  })

  test('what nobody sees is gone, spaces are spaces and dashes are hyphens', () => {
    for (const tegn of alleTegn(/^(?:\p{Cf}|\p{Variation_Selector}|[\u034f\u115f\u1160\u17b4\u17b5\u3164])$/u)) {
      expect(rens(`a${tegn}b`).tekst, tegn.codePointAt(0)?.toString(16)).toBe('ab')
    }
    for (const tegn of alleTegn(/^[\p{Zs}\u2028\u2029\u0085\u2800]$/u)) expect(rens(`a${tegn}b`).tekst).toBe('a b')
    for (const tegn of alleTegn(/^[\p{Pd}\u2212\u2043\u02d7\u2500\u30fc]$/u)) expect(rens(`a${tegn}b`).tekst).toBe('a-b')
  })

  test('an accent that is sent apart is put on its letter, or left out where it fits none', () => {
    expect(rens('a\u030a').tekst).toBe('å')
    expect(rens('x\u0323\u0316y').tekst).toBe('xy')
    expect(rens('\u0301a').tekst).toBe('a')
  })

  test('what is plain stands as it is, without positions; of the rest each character has its place', () => {
    expect(rens('Ærø \u00e9\u00ff 12')).toEqual({ tekst: 'Ærø \u00e9\u00ff 12', sted: undefined })
    expect(rens('')).toEqual({ tekst: '', sted: undefined })
    expect(rens('a\u00adb\u{1d7ce}c')).toEqual({ tekst: 'ab0c', sted: [0, 2, 3, 5, 6] })
    expect(rens('\u0080\u2026')).toEqual({ tekst: '\u0080\u2026', sted: [0, 1, 2] })
    const renset = rens('a\u200bb')
    expect([0, 1, 2, 9].map((i) => kildested(renset, i))).toEqual([0, 2, 3, 9])
    expect(kildested(rens('ab'), 1)).toBe(1)
  })
})

describe('words and digits', () => {
  const led = (tekst: string) =>
    laesTekst(tekst).led.map(({ tekst: ord, cifre, noegle, stor, versaler }) => [
      ord,
      cifre ?? noegle,
      `${stor ? 'S' : ''}${versaler ? 'V' : ''}`,
    ])

  test('each with its key and how it is written', () => {
    expect(led('Ærø ABC x A 12scan0x')).toEqual([
      ['Ærø', 'aeroe', 'S'],
      ['ABC', 'abc', 'SV'],
      ['x', 'x', ''],
      ['A', 'a', 'S'],
      ['12', '12', ''],
      ['scan', 'scan', ''],
      ['0', '0', ''],
      ['x', 'x', ''],
    ])
    expect(led('漢字 ǅ ¼')).toEqual([
      ['漢字', '漢字', ''],
      ['ǅ', 'ǆ', 'S'],
    ])
  })

  test('the gaps before each; an underscore alone is a space', () => {
    expect(laesTekst(' a_b__c, 1').mellem).toEqual([' ', ' ', '__', ', '])
  })

  test("in a file's name a capital begins a word, in other texts it does not", () => {
    expect(led('brevTilBO.pdf').map(([ord]) => ord)).toEqual(['brev', 'Til', 'BO', 'pdf'])
    expect(led('brevTilBO').map(([ord]) => ord)).toEqual(['brevTilBO'])
    expect(laesTekst('a.pdf').filnavn).toBe(true)
    expect(laesTekst('a.pdfx').filnavn).toBe(false)
    expect(laesTekst('a.pdf7').filnavn).toBe(false)
    expect(laesTekst('apdf').filnavn).toBe(false)
  })

  test.each(
    'pdf doc docx xls xlsx ppt pptx odt rtf txt msg eml jpg jpeg png gif tif tiff heic bmp zip xml csv mp3 mp4 mov wav htm html PDF'.split(
      ' ',
    ),
  )('.%s ends the name of a file', (endelse) => {
    expect(laesTekst(`a.${endelse}`).filnavn).toBe(true)
  })

  test.each([
    ['kjær', 'kjaer'],
    ['åse', 'aase'],
    ['äöß', 'aeoess'],
    ['ðþđłı', 'dthdli'],
    ['josé', 'jose'],
    ['abc', 'abc'],
  ])('%s is looked up as %s', (ord, noegle) => {
    expect(fold(ord)).toBe(noegle)
  })

  test('positions are in the text as it was handed in; outside it there are none', () => {
    const laest = laesTekst('a\u200b bc d')
    expect(stedOf(laest, 0, 1)).toEqual({ fra: 0, til: 5 })
    expect(udsnit(laest, 1, 3)).toEqual({ fra: 2, til: 4 })
    expect(() => stedOf(laest, 0, 3)).toThrow(RangeError)
    expect(() => stedOf(laest, 3, 0)).toThrow('A finding outside the text')
  })
})

describe('how hard a text is to read', () => {
  const ord = (antal: number, et = 'hus'): string => Array.from({ length: antal }, () => et).join(' ')
  test.each([
    ['too short', ord(29), undefined],
    ['digits are no words', `${ord(29)} 1 2 3`, undefined],
    ['thirty words in one', ord(30), 30],
    ['in three sentences', `${ord(10)}. ${ord(10)}! ${ord(10)}`, 10],
    ['by colon, question mark and line', `${ord(10)}: ${ord(10)}? ${ord(10)}\n${ord(10)}`, 10],
    ['a full stop within a word ends none', `${ord(15)}.${ord(15)}`, 30],
    ['six letters are short', ord(30, 'bolig1').replaceAll('1', 'x'), 30],
    ['seven are long', ord(30, 'boliger'), 130],
    ['a third of them', `${ord(20)} ${ord(10, 'boliger')}`, 63],
  ])('%s', (_, tekst, tal) => {
    expect(lix(laesTekst(tekst))).toBe(tal)
  })
})
