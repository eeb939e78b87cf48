import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeRetursti } from './retursti.ts'

test.each(['/', '/sager', '/sager?omraade=b%C3%B8rn&side=2', '/sager/6f0f6c1e-5f0b-4c58-9d6f-1d2a2f6e7a10', '/log-indgang'])(
  '%s is where one may go',
  (sti) => {
    expect(safeRetursti(sti)).toBe(sti)
  },
)

test.each([
  undefined,
  null,
  5,
  ['/a'],
  '',
  'sager',
  '//x',
  '/\\x',
  '/a//b',
  '/../x',
  '/a\n',
  '/a#b',
  `/${'a'.repeat(500)}`,
  '/log-ind',
  '/logget-ud?x',
])('%j leads to the start page', (oensket) => {
  expect(safeRetursti(oensket)).toBe('/')
})

test('whatever is asked for, a browser stays on the site', () => {
  const dele = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2f',
    '%5c',
    '%2e',
    ':',
    '@',
    'x',
    'http',
    '?',
    '#',
    '\t',
    '\n',
    ' ',
    '\u2028',
    'ø',
    ';',
  )
  const alt = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(dele, { maxLength: 12 }).map((valgte) => `/${valgte.join('')}`),
    fc.webUrl(),
  )
  fc.assert(
    fc.property(alt, (oensket) => {
      const sti = safeRetursti(oensket)
      const url = new URL(sti, 'https://borgerblikket.example')
      expect(url.origin).toBe('https://borgerblikket.example')
      expect(url.pathname.startsWith('//')).toBe(false)
      expect(url.href).toBe(`https://borgerblikket.example${sti}`)
    }),
    { seed: 7, numRuns: 5000 },
  )
})
