import fc from 'fast-check'
import { expect, test } from 'vitest'
import { borgertitel, emnenavn } from './borgertitel.ts'
import { kleEmne } from './test-byggere.ts'

test.each([
  ['32.30.04', 'da', 'emne', 'Sygedagpenge'],
  ['32.30.04', 'en', 'emne', 'Sickness benefit'],
  ['27.36.99', 'da', 'gruppe', 'Hjælp og pleje hjemme'],
  ['27.99.01', 'da', 'hovedgruppe', 'Hjælp og støtte'],
  ['99.01.01', 'da', 'livsomraade', 'Andet'],
  ['99.01.01', 'en', 'livsomraade', 'Other'],
] as const)('%s in %s has the words of its %s', (nr, sprog, niveau, titel) => {
  expect(borgertitel(kleEmne(nr), sprog)).toMatchObject({ niveau, titel })
})

test('a number without words of its own says to which area it belongs', () => {
  expect(borgertitel(kleEmne('27.36.99'), 'da').forklaring).toBe('Sagen hører til området Hjælp, pleje og handicap.')
  expect(borgertitel(kleEmne('27.36.99'), 'en').forklaring).toBe('The case belongs to the area Help, care and disability.')
})

test('every number has words, and never a number', () => {
  const to = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
  fc.assert(
    fc.property(fc.tuple(to, to, to), fc.constantFrom('da' as const, 'en' as const), (dele, sprog) => {
      const { titel, forklaring } = borgertitel(kleEmne(dele.join('.')), sprog)
      expect(titel).not.toBe('')
      expect(forklaring).toMatch(/\.$/)
      expect(`${titel} ${forklaring}`).not.toMatch(/\d\d\.\d\d/)
    }),
    { seed: 20261014, numRuns: 2000 },
  )
})

test.each([
  ['27', 'Hjælp og støtte'],
  ['27.99', undefined],
  ['27.45', 'Bolig til ældre og mennesker med handicap'],
  ['32.30.04', 'Sygedagpenge'],
  ['32.30.99', undefined],
  ['99', undefined],
])('the number %s by itself is called %s', (nr, navn) => {
  expect(emnenavn(nr, 'da')).toBe(navn)
})
