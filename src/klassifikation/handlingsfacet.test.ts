import { expect, test } from 'vitest'
import { parseHandlingsfacet } from '#kernel'
import { facettitel, KENDTE_FACETTER } from './handlingsfacet.ts'

const facet = (text: string) => {
  const parsed = parseHandlingsfacet(text)
  if (!parsed) throw new RangeError(text)
  return parsed
}

test('a known facet has a title, an unknown one has none and is no error', () => {
  expect(facettitel(facet('G01'))).toBe('Generelle sager')
  expect(facettitel(facet('Ø39'))).toBe('Tilskud administreret')
  expect(facettitel(facet('I04'))).toBeUndefined()
  expect(KENDTE_FACETTER.size).toBe(13)
})
