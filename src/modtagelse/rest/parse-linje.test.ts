import { expect, test } from 'vitest'
import { parseLinje, parseStrengJson } from './parse-linje.ts'

test.each([
  ['a key twice', '{"cpr":"a","cpr":"b"}'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a key twice deep down', '{"x":[{"a":1,"b":{"c":1,"c":2}}]}'],
  ['a key twice, with a colon elsewhere that only looks like one', '{"cpr":"a","cpr":"b","x":"\\u003a"}'],
  ['a key twice, the first with colons in its value', '{"a":"x:y","b":":","a":"z"}'],
  ['NUL', '{"a":"\\u0000"}'],
  ['NUL in a key', '{"\\u0000":1}'],
  ['half a surrogate pair', '{"a":"\\ud800"}'],
  ['a number beyond 2^53', '{"a":9007199254740993}'],
  ['a number beyond all', '{"a":1e400}'],
  ['no JSON', '{a:1}'],
  ['half JSON', '{"a":'],
  ['nothing', ''],
  ['deep nesting', `${'['.repeat(5000)}${']'.repeat(5000)}`],
])('%s is refused', (_, tekst) => {
  expect(parseStrengJson(tekst)).toBeUndefined()
  expect(parseLinje(tekst).brud).toMatchObject([{ regel: 'IND-014' }])
})

test('colons within keys and values are no keys', () => {
  expect(parseStrengJson('{"a:b":"12:30:00","c":[":", {"d" : "::"}]}')).toEqual({ 'a:b': '12:30:00', c: [':', { d: '::' }] })
})

test('keys that look like keys inside strings are no keys', () => {
  expect(parseStrengJson('{"a":"\\"a\\":1","b":["\\"x\\" : "]}')).toEqual({ a: '"a":1', b: ['"x" : '] })
})

test.each([
  ['no object', '[1]', ''],
  ['no kind', '{"id":"x"}', 'art'],
  ['an unknown kind', '{"art":"hund"}', 'art'],
  ['an unknown field', '{"art":"sag","cprNummer":"x"}', 'cprNummer'],
  ['a wrong type', '{"art":"sag","egenskaber":[{"titel":7}]}', 'egenskaber[0].titel'],
  ['a prototype', '{"art":"sag","__proto__":{"x":1}}', ''],
])('%s is refused as unknown', (_, tekst, sti) => {
  expect(parseLinje(tekst).brud).toMatchObject([{ regel: 'IND-016', sti }])
})

test('a line in the right shape is read', () => {
  expect(parseLinje('{"art":"sag","id":"x"}')).toEqual({ brud: [], element: { art: 'sag', id: 'x' } })
})
