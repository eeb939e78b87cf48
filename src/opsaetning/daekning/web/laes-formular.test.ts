import { expect, test } from 'vitest'
import { readForventning, readNr } from './laes-formular.ts'

const SENDT = { omraade: 'sundhed', slags: ['eoj', 'sundhed'], aarsag: 'Gennemgået med it' }
const fejl = (sendt: Record<string, unknown>) => Object.keys(readForventning({ ...SENDT, ...sendt }).fejl)

test('a form as the page makes it is read whole; one box alone is no list', () => {
  expect(readForventning(SENDT)).toEqual({ ...SENDT, fejl: {} })
  expect(readForventning({ ...SENDT, slags: 'eoj' }).slags).toEqual(['eoj'])
  expect(readForventning({ omraade: 'sundhed', aarsag: 'Ved det ikke' })).toMatchObject({ slags: [], fejl: {} })
})

test.each([
  ['an area that is none', { omraade: 'constructor' }, ['omraade']],
  ['two areas', { omraade: ['sundhed', 'andet'] }, ['omraade']],
  ['a kind that is none', { slags: ['eoj', '__proto__'] }, ['slags']],
  ['the same kind many times', { slags: Array.from({ length: 5_000 }, () => 'eoj') }, ['slags']],
  ['no reason', { aarsag: '  ' }, ['aarsag']],
  ['a reason of several lines', { aarsag: 'en\nto' }, ['aarsag']],
  ['a reason that is too long', { aarsag: 'x'.repeat(201) }, ['aarsag']],
  ['a reason with somebody’s number', { aarsag: 'se 610180-1010' }, ['aarsag']],
])('%s is named as what is wrong', (_, sendt, ventet) => {
  expect(fejl(sendt)).toEqual(ventet)
})

test.each([
  ['12', 12],
  ['0', 0],
  ['-1', -1],
  ['1e3', -1],
  ['99999999999', -1],
  ['', -1],
])('the number %s that a form stood on is %i', (sendt, nr) => {
  expect(readNr({ nr: sendt })).toBe(nr)
})
