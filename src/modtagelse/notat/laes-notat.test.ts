import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { laesNotat, laesSendtNotat } from './laes-notat.ts'

const laes = (data: string | Uint8Array, format: 'Text' | 'RTF' | 'OOXML') => {
  const svar = laesNotat(typeof data === 'string' ? Buffer.from(data, format === 'RTF' ? 'latin1' : 'utf8') : data, format)
  return svar.ok ? svar.value : svar.afvisning
}
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const dokument = (krop: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${krop}</w:body></w:document>`
const afsnit = (...stykker: string[]) =>
  `<w:p>${stykker.map((tekst) => `<w:r><w:t xml:space="preserve">${tekst}</w:t></w:r>`).join('')}</w:p>`
const pakke = (filer: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(filer).map(([navn, indhold]) => [navn, strToU8(indhold)])))
const docx = (krop: string, flere: Record<string, string> = {}) =>
  pakke({ '[Content_Types].xml': '<Types/>', 'word/document.xml': dokument(krop), ...flere })

describe('text', () => {
  test.each([
    ['Første linje\r\nAnden', 'Første linje\nAnden'],
    ['Med \0 nul og \u202e bagvendt', 'Med  nul og  bagvendt'],
    ['  luft  \n\n\n\n\n\nslut  ', 'luft\n\n\nslut'],
  ])('%j', (tekst, ventet) => expect(laes(tekst, 'Text')).toBe(ventet))
})

describe('RTF', () => {
  test.each<[string, string, string]>([
    [
      'paragraphs and Danish letters by code page',
      "{\\rtf1\\ansi\\ansicpg1252 K\\'e6re S\\'f8ren\\par \\'c5bent}",
      'Kære Søren\nÅbent',
    ],
    [
      'letters by number, with the replacement for old readers passed over',
      "{\\rtf1\\uc1 S\\u248?ren og \\u230\\'e6ble \\u8364?}",
      'Søren og æble €',
    ],
    ['more than one replacement', '{\\rtf1\\uc2 a\\u248 xyb}', 'aøb'],
    [
      'fonts, styles, pictures and what is starred are no text',
      '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Normal;}}{\\*\\generator Word 16;}{\\pict\\wmetafile8 010009}Tekst}',
      'Tekst',
    ],
    [
      'a field shows its result, not its instruction',
      '{\\rtf1{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt Se her}}}',
      'Se her',
    ],
    ['escaped brackets', '{\\rtf1 a\\{b\\}c\\\\d}', 'a{b}c\\d'],
    ['tables by tabulator', '{\\rtf1 a\\cell b\\cell\\row c}', 'a\tb\nc'],
    ['binary data are passed over, whatever they hold', '{\\rtf1 a{\\pict\\bin5 }}}}}}b}', 'ab'],
    ['a line break in the file is none in the text', '{\\rtf1 en\r\nlinje}', 'enlinje'],
    ['what is hidden in the word processor is hidden', '{\\rtf1 a{\\v skjult}b\\v skjult\\v0 c\\v {d}\\plain e}', 'abce'],
    [
      'what has been deleted with changes tracked is not read',
      '{\\rtf1 a{\\deleted slettet}b\\deleted slettet\\deleted0 c}',
      'abc',
    ],
    ['bold and the like leave the words', '{\\rtf1 \\b fed\\b0  og {\\i skr\\u229?}}', 'fed og skrå'],
  ])('%s', (_navn, rtf, ventet) => expect(laes(rtf, 'RTF')).toBe(ventet))

  test.each<[string, string, string]>([
    ['no RTF', 'Kære Søren', 'ULAESELIGT'],
    ['cut off', '{\\rtf1 Kære', 'ULAESELIGT'],
    ['closed too often', '{\\rtf1 a}}', 'ULAESELIGT'],
    ['an embedded object', '{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}', 'INDLEJRET'],
    ['50,000 levels', `{\\rtf1 ${'{'.repeat(50_000)}`, 'FOR_DYBT'],
  ])('%s is refused', (_navn, rtf, ventet) => expect(laes(rtf, 'RTF')).toBe(ventet))
})

describe('OOXML', () => {
  test('paragraphs, breaks and tabulators; what is deleted is not read', () => {
    const krop = `${afsnit('Kære ', 'Søren')}<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r><w:del><w:r><w:delText>slettet</w:delText></w:r></w:del></w:p>`
    expect(laes(docx(krop), 'OOXML')).toBe('Kære Søren\na\tb\nc')
  })
  test('what is hidden in the word processor is hidden', () => {
    const stykke = (tekst: string, egenskaber = '') => `<w:r><w:rPr>${egenskaber}</w:rPr><w:t>${tekst}</w:t></w:r>`
    const krop = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${stykke('a')}${stykke('skjult', '<w:vanish/>')}${stykke('b', '<w:vanish w:val="0"/>')}${stykke('skjult', '<w:b/><w:vanish w:val="true"/>')}${stykke('c', '<w:vanish w:val="false"/>')}</w:p>`
    expect(laes(docx(krop), 'OOXML')).toBe('abc')
  })
  test('only the document part is read: comments and headers are not', () => {
    expect(laes(docx(afsnit('Brødtekst'), { 'word/comments.xml': dokument(afsnit('Kommentar')) }), 'OOXML')).toBe('Brødtekst')
  })
  test('a flat package is read alike', () => {
    const del = (navn: string, indhold: string) =>
      `<pkg:part pkg:name="${navn}"><pkg:xmlData>${indhold.replace(/^<\?.*?\?>/, '')}</pkg:xmlData></pkg:part>`
    const flad = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${del('/word/document.xml', dokument(afsnit('Flad')))}${del('/word/footer1.xml', dokument(afsnit('Sidefod')))}</pkg:package>`
    expect(laes(flad, 'OOXML')).toBe('Flad')
  })
  test.each<[string, Uint8Array | string, string]>([
    ['macros', docx(afsnit('x'), { 'word/vbaProject.bin': 'MZ' }), 'INDLEJRET'],
    ['an embedded file', docx(afsnit('x'), { 'word/embeddings/oleObject1.bin': 'MZ' }), 'INDLEJRET'],
    ['an object in the text', docx('<w:p><w:object/></w:p>'), 'INDLEJRET'],
    ['no document part', pakke({ 'xl/workbook.xml': '<x/>' }), 'ULAESELIGT'],
    [
      'a document type',
      pakke({ 'word/document.xml': `<!DOCTYPE w [<!ENTITY a "x">]>${dokument(afsnit('&a;')).slice(38)}` }),
      'ULAESELIGT',
    ],
    ['a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'LAAST'],
    ['no zip', 'PK\u0003\u0004 ikke en pakke', 'ULAESELIGT'],
    ['a bomb', docx(afsnit('0'.repeat(5_000_000))), 'FOR_STORT'],
    ['1,000 levels', docx(`${'<w:tbl>'.repeat(1_000)}${'</w:tbl>'.repeat(1_000)}`), 'FOR_DYBT'],
    ['many parts', pakke(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`a${i}.xml`, 'x']))), 'FOR_STORT'],
  ])('%s is refused', (_navn, data, ventet) => expect(laes(data, 'OOXML')).toBe(ventet))

  test('a package that states another size than it has is refused or cut, never more than it states', () => {
    const data = docx(afsnit('a'.repeat(10_000)))
    const signatur = Buffer.from(data).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    for (const sted of [signatur + 24]) Buffer.from(data.buffer).writeUInt32LE(50, sted)
    expect(['ULAESELIGT']).toContain(laes(data, 'OOXML'))
  })
})

test('whatever the bytes, an answer comes, and it is text without control characters or a named refusal', () => {
  const stykker = fc.constantFrom(
    '{',
    '}',
    '\\',
    "\\'",
    'e6',
    '\\u',
    '248',
    '?',
    '\\bin',
    '9',
    '\\par ',
    'abc',
    ' ',
    '\\*',
    '\\object',
    '\n',
    '\\uc',
  )
  fc.assert(
    fc.property(fc.array(stykker, { maxLength: 200 }), (led) => {
      const svar = laes(`{\\rtf1 ${led.join('')}}`, 'RTF')
      expect(svar).not.toMatch(/[^\P{C}\n\t\u00ad]/u)
    }),
    { seed: 20261122, numRuns: 2_000 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const format of ['Text', 'RTF', 'OOXML'] as const) expect(typeof laes(bytes, format)).toBe('string')
    }),
    { seed: 20261122, numRuns: 500 },
  )
})

test.each([
  ['Som den står', 'Text', 'Som den står'],
  [Buffer.from("{\\rtf1 K\\'e6re}", 'latin1').toString('base64'), 'RTF', 'Kære'],
  ["{\\rtf1 K\\'e6re}", 'RTF', 'ULAESELIGT'],
  ['', 'RTF', 'ULAESELIGT'],
  ['ukendt formats tekst', '6f1c0a52-1a55-4b1e-9d64-1f3a52c2a001', 'ukendt formats tekst'],
])('what is sent as %j in format %s is read as %j', (notat, format, ventet) => {
  const svar = laesSendtNotat(notat, format)
  expect(svar.ok ? svar.value : svar.afvisning).toBe(ventet)
})
