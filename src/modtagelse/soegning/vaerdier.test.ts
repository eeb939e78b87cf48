import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareVaerdier, fitsMoenster, isInInterval, valuesAt } from './vaerdier.ts'

test('a pattern fits what a regular expression of it fits, without regard to case', () => {
  const tegn = fc.constantFrom('a', 'B', 'æ', '*', '.', '%', ' ')
  const tekst = fc.array(tegn, { maxLength: 8 }).map((led) => led.join(''))
  fc.assert(
    fc.property(tekst, tekst, (moenster, vaerdi) => {
      const regex = moenster.split('*').map((del) => del.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      expect(fitsMoenster(vaerdi, moenster)).toBe(new RegExp(`^${regex.join('[^]*')}$`, 'i').test(vaerdi))
    }),
    { seed: 470, numRuns: 2_000 },
  )
})

test.each([
  ['9.5', '10', -1],
  ['10.0', '10', 0],
  ['-2', '1', -1],
  ['2026-01-05T23:30:00Z', '2026-01-06', 0],
  ['2026-01-05T08:00:00+01:00', '2026-01-05T07:00:00Z', 0],
  ['2026-01-05', '2026-02-01', -1],
  ['Brev', 'Notat', -1],
])('%s to %s is %i', (a, b, ventet) => {
  expect([Math.sign(compareVaerdier(a, b)), Math.sign(compareVaerdier(b, a))]).toEqual([ventet, ventet === 0 ? 0 : -ventet])
})

test('an interval has both its ends, and an open one has none', () => {
  expect(['9', '10', '20', '20.01'].map((led) => isInInterval(led, { fra: '10', til: '20' }))).toEqual([false, true, true, false])
  expect([isInInterval('1', {}), isInInterval(undefined, {}), isInInterval(true, {})]).toEqual([true, false, false])
})

test('a path goes through lists and ends at what is there', () => {
  const post = { ydelse: { navn: 'a' }, planer: [{ id: '1' }, {}, { id: '2' }], tom: null }
  expect(valuesAt(post, ['planer', 'id'])).toEqual(['1', '2'])
  expect(valuesAt(post, ['ydelse', 'navn'])).toEqual(['a'])
  for (const sti of [['tom'], ['ukendt'], ['ydelse', 'navn', 'x'], ['toString', 'name']])
    expect(valuesAt(post, sti).length <= 1).toBe(true)
  expect(valuesAt(post, ['tom'])).toEqual([])
})
