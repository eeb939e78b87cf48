import { expect, test } from 'vitest'
import { isKunVarslet, skelVarsler } from './varsel.ts'

const brud = (...regler: string[]) => regler.map((regel) => ({ regel, sti: 'x', da: 'da', en: 'en' }))
const VARSLEDE = new Map([['NOT-012', '2027-01-01']])

test.each([
  ['before the day it only warns', ['NOT-012'], '2026-12-31', [], ['NOT-012']],
  ['from the day it refuses', ['NOT-012'], '2027-01-01', ['NOT-012'], []],
  ['beside a rule in force all is refused, and all is told', ['NOT-012', 'SAG-008'], '2026-12-31', ['NOT-012', 'SAG-008'], []],
  ['a rule without a day refuses', ['SAG-008'], '2026-12-31', ['SAG-008'], []],
  ['nothing broken, nothing said', [], '2026-12-31', [], []],
])('%s', (_navn, fundne, dag, afvist, varslet) => {
  const svar = skelVarsler(brud(...fundne), VARSLEDE, dag)
  expect([svar.brud.map(({ regel }) => regel), svar.varsler.map(({ regel }) => regel)]).toEqual([afvist, varslet])
})

test('only what has a day can be left to whoever knows it', () => {
  expect(isKunVarslet(brud('NOT-012'), VARSLEDE)).toBe(true)
  expect(isKunVarslet(brud('NOT-012', 'SAG-008'), VARSLEDE)).toBe(false)
})
