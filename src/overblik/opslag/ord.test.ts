import { expect, test } from 'vitest'
import { grundord } from './ord.ts'

test.each([
  ['jobfunktionsrolle', 'henvendelse', 'En henvendelse til kommunen'],
  ['jobfunktionsrolle', 'soegning', 'At finde den rigtige borger'],
  ['jobfunktionsrolle', 'et formål, som ingen kender', 'En anden grund'],
  // What a purpose is called counts for caseworkers alone.
  ['egen', 'soegning', 'Egne oplysninger'],
  ['noget nyt', 'soegning', 'En anden grund'],
])('a look-up on the ground %s for %s is told as: %s', (grund, formaal, ord) => {
  expect(grundord({ grund, formaal }).da).toBe(ord)
})
