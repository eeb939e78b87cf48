import { expect, test } from 'vitest'
import { bankdagFra, iKontortid, isBankdag, plusDage, plusMaaneder, sidsteBankdag, skrivDato } from './kalender.ts'

test.each([
  ['2026-04-02', 'Maundy Thursday'],
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-14', 'Ascension'],
  ['2026-05-15', 'the day after Ascension'],
  ['2026-05-25', 'Whit Monday'],
  ['2026-06-05', 'Constitution Day'],
  ['2026-12-31', "New Year's Eve"],
  ['2026-11-22', 'a Sunday'],
])('banks are closed on %s, %s', (dag) => {
  expect(isBankdag(dag)).toBe(false)
})

test('Great Prayer Day is an ordinary day since 2024', () => {
  expect(isBankdag('2026-05-01')).toBe(true)
})

test.each([
  ['2026-12-10', '2026-12-30'],
  ['2026-05-01', '2026-05-29'],
  ['2024-03-05', '2024-03-27'],
  ['2026-01-31', '2026-01-30'],
])('the last banking day of the month of %s is %s', (dag, sidste) => {
  expect(sidsteBankdag(dag)).toBe(sidste)
})

test('days and months are counted by the calendar', () => {
  expect(plusDage('2024-02-28', 2)).toBe('2024-03-01')
  expect(plusMaaneder('2026-01-31', 1)).toBe('2026-02-28')
  expect(plusMaaneder('2026-01-15', -13)).toBe('2024-12-15')
  expect(bankdagFra('2026-12-24')).toBe('2026-12-28')
  expect(skrivDato('2026-10-04')).toBe('4. oktober 2026')
})

test('office hours are the same day in Copenhagen, summer and winter', () => {
  for (const dag of ['2026-01-10', '2026-07-10'])
    for (let minut = 0; minut < 400; minut++) {
      const lokal = new Date(iKontortid(dag, minut)).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })
      expect(lokal).toBe(dag)
    }
})
