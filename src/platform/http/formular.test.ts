import { expect, test } from 'vitest'
import { parseDag, parseJaNej, parseLinje, readFelt, readVaerdier } from './formular.ts'

test('a field is read once or several times, trimmed, what is no text is left out, and one of several is nobody’s choice', () => {
  expect(readVaerdier({ kle: [' 27 ', 3, null, '28'] }, 'kle')).toEqual(['27', '28'])
  expect(readVaerdier({ kle: '27' }, 'kle')).toEqual(['27'])
  expect(readFelt({ kle: ' 27 ' }, 'kle')).toBe('27')
  for (const formular of [{}, { kle: { a: 1 } }, { kle: [] }, { kle: ['27', '28'] }]) expect(readFelt(formular, 'kle')).toBe('')
})

test('a field that was not sent is empty, whatever every object has by that name', () => {
  for (const navn of ['constructor', 'toString', '__proto__']) expect(readVaerdier({}, navn)).toEqual([])
})

test('so many values, and so much of each', () => {
  expect(readVaerdier({ n: Array.from({ length: 101 }, () => 'x') }, 'n')).toHaveLength(100)
  expect(readFelt({ n: 'x'.repeat(4_001) }, 'n')).toHaveLength(4_000)
})

test.each([
  ['Besluttet af direktionen', 'Besluttet af direktionen'],
  ['', undefined],
  ['to\nlinjer', undefined],
  ['om 610180-0011', undefined],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), undefined],
])('a line of text: %s', (tekst, ventet) => {
  expect(parseLinje(tekst)).toBe(ventet)
})

test.each([
  ['2026-03-01', '2026-03-01'],
  ['01-03-2026', '2026-03-01'],
  ['1.3.2026', '2026-03-01'],
  ['1/3/2026', '2026-03-01'],
  ['31-02-2026', undefined],
  ['2026-3-1', undefined],
  ['', undefined],
])('a day: %s', (tekst, ventet) => {
  expect(parseDag(tekst)).toBe(ventet)
})

test('yes and no, and nothing else', () => {
  expect(['ja', 'nej', 'Ja', 'constructor', ''].map(parseJaNej)).toEqual([true, false, undefined, undefined, undefined])
})
