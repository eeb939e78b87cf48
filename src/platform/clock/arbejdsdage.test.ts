import Holidays from 'date-holidays'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isArbejdsdag, plusArbejdsdage } from './index.ts'

test.each([
  ['2026-11-20', true, 'a Friday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2026-04-02', false, 'skærtorsdag'],
  ['2026-04-03', false, 'langfredag'],
  ['2026-04-06', false, '2. påskedag'],
  ['2026-05-14', false, 'Kristi himmelfart'],
  ['2026-05-15', true, 'the Friday after it'],
  ['2026-05-25', false, '2. pinsedag'],
  ['2023-05-05', false, 'the last store bededag'],
  ['2024-04-26', true, 'what would have been store bededag'],
  ['2026-06-05', false, 'Grundlovsdag'],
  ['2025-05-01', true, '1 May'],
  ['2026-12-24', false, 'juleaften'],
  ['2026-12-31', false, 'nytårsaften'],
  ['2027-01-01', false, 'nytårsdag'],
  ['2028-02-29', true, 'a leap day'],
])('%s is a working day %s: %s', (dag, forventet) => {
  expect(isArbejdsdag(dag)).toBe(forventet)
})

test.each([
  ['2026-11-20', 0, '2026-11-20'],
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-16', 5, '2026-11-23'],
  ['2026-04-01', 1, '2026-04-07'],
  ['2023-05-04', 1, '2023-05-08'],
  ['2024-04-25', 1, '2024-04-26'],
  ['2026-12-23', 1, '2026-12-28'],
  ['2026-12-30', 1, '2027-01-04'],
])('from %s, %i working days: %s', (dag, antal, forventet) => {
  expect(plusArbejdsdage(dag, antal)).toBe(forventet)
})

test('the public holidays are those of an independent calendar, from 1990 to 2099', () => {
  const kalender = new Holidays('DK')
  const lukkedage = ['06-05', '12-24', '12-31']
  for (let aar = 1990; aar <= 2099; aar++) {
    const helligdage = new Set(
      kalender
        .getHolidays(aar)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    )
    for (let tid = Date.UTC(aar, 0, 1); tid < Date.UTC(aar + 1, 0, 1); tid += 86_400_000) {
      const dag = new Date(tid).toISOString().slice(0, 10)
      const weekend = [0, 6].includes(new Date(tid).getUTCDay())
      const aaben = !weekend && !helligdage.has(dag) && !lukkedage.includes(dag.slice(5))
      if (isArbejdsdag(dag) !== aaben) expect(`${dag} ${isArbejdsdag(dag)}`).toBe(`${dag} ${aaben}`)
    }
  }
})

test('as many working days lie between as were asked for, and the last is one', () => {
  const dage = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(dage, fc.integer({ min: 1, max: 60 }), (dato, antal) => {
      const dag = dato.toISOString().slice(0, 10)
      const naaet = plusArbejdsdage(dag, antal)
      let set = 0
      for (let tid = Date.parse(dag) + 86_400_000; tid <= Date.parse(naaet); tid += 86_400_000)
        if (isArbejdsdag(new Date(tid).toISOString().slice(0, 10))) set++
      expect(set).toBe(antal)
      expect(isArbejdsdag(naaet)).toBe(true)
    }),
    { seed: 20261122, numRuns: 300 },
  )
})
