import { expect, test } from 'vitest'
import { slaaOp } from './slaa-op.ts'

test('a number is told by its day, in both the field’s and the citizen’s words', () => {
  const linjer = slaaOp('27.35.04-G01', '2026-03-01', [])
  expect(linjer[0]).toMatch(/^27\.35\.04 Forebyggende hjemmebesøg \(udgave /)
  expect(linjer.join('\n')).toContain('Livsområde: Hjælp, pleje og handicap')
  expect(linjer.at(-1)).toMatch(/^ {2}Handlingsfacet G01: \S/)
})

test('a number that has ended says when', () => {
  expect(slaaOp('27.35.04', '2027-03-01', [])[0]).toMatch(/ophørte 2027-01-01/)
})

test.each([
  ['hest', /er ikke et KLE-emne/],
  ['99.99.99', /står ikke i de kendte udgaver/],
])('%s gives its reason', (nummer, grund) => {
  expect(slaaOp(nummer, '2026-03-01', []).join('\n')).toMatch(grund)
})

test('an always closed number says so', () => {
  expect(slaaOp('34.10.30', '2026-03-01', []).join('\n')).toContain('jurist')
})
