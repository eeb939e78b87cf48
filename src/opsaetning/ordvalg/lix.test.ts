import { expect, test } from 'vitest'
import { lix } from './lix.ts'

test('words to a sentence, and of a hundred words those of more than six letters', () => {
  // Eight words, one sentence, two of them long (afgørelse, oplysningerne): 8 + 25.
  expect(lix('Vi har en afgørelse og oplysningerne til dig.')).toMatchObject({ tal: 33, letlaesning: 'let' })
  // The same words in two sentences: 4 + 25.
  expect(lix('Vi har en afgørelse. Og oplysningerne til dig.')).toMatchObject({ tal: 29, letlaesning: 'let' })
  expect(lix('Kort og let.')).toMatchObject({ tal: 3, letlaesning: 'megetLet' })
})

test('six letters are not long, seven are', () => {
  expect(lix('seksen')?.tal).toBe(1)
  expect(lix('syvende')?.tal).toBe(101)
})

test('a full stop in an amount or within a word ends no sentence; text without one is one sentence', () => {
  expect(lix('Du får 1.250,50 kr.om året')?.tal).toBe(lix('Du får 1250 kr om året')?.tal)
  expect(lix('Vi har din sag')).toMatchObject({ tal: 4 })
})

test('very long words are named once, and text without words has no measure', () => {
  expect(lix('Beskæftigelsesindsats er beskæftigelsesindsats. Beskæftigelsesindsats.')?.langeOrd).toEqual([
    'Beskæftigelsesindsats',
    'beskæftigelsesindsats',
  ])
  expect(lix('')).toBeUndefined()
  expect(lix('12 34 !')).toBeUndefined()
})
