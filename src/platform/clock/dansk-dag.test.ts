import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { danskDag, danskTime, fixedClock, startOfDanskDag, systemClock } from './index.ts'

test.each([
  ['2026-01-15T22:59:59.999Z', '2026-01-15', 'winter, the last moment before midnight'],
  ['2026-01-15T23:00:00.000Z', '2026-01-16', 'winter, midnight'],
  ['2026-07-15T21:59:59.999Z', '2026-07-15', 'summer, the last moment before midnight'],
  ['2026-07-15T22:00:00.000Z', '2026-07-16', 'summer, midnight'],
  ['2026-03-28T23:00:00.000Z', '2026-03-29', 'the day the clocks go forward begins in winter time'],
  ['2026-03-29T21:59:59.000Z', '2026-03-29', 'and ends in summer time'],
  ['2026-03-29T22:00:00.000Z', '2026-03-30', 'an hour early'],
  ['2026-10-24T22:00:00.000Z', '2026-10-25', 'the day the clocks go back begins in summer time'],
  ['2026-10-25T22:59:59.000Z', '2026-10-25', 'and ends in winter time'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01', 'a new year'],
  ['2028-02-28T23:30:00.000Z', '2028-02-29', 'a leap day'],
])('%s is %s in Denmark: %s', (t, dag) => {
  expect(danskDag(tidspunkt(t))).toBe(dag)
})

test.each([
  ['2026-01-16', '2026-01-15T23:00:00.000Z'],
  ['2026-07-16', '2026-07-15T22:00:00.000Z'],
  ['2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
])('%s begins at %s', (dag, t) => {
  expect(startOfDanskDag(dag)).toBe(t)
})

test('a day begins where the one before ends, in every year since 1850', () => {
  const dage = fc.date({ min: new Date('1850-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dage, (dato) => {
      const dag = dato.toISOString().slice(0, 10)
      const start = startOfDanskDag(dag)
      expect(danskDag(start)).toBe(dag)
      expect(danskDag(tidspunkt(new Date(Date.parse(start) - 1))) < dag).toBe(true)
    }),
    { seed: 20261122, numRuns: 500 },
  )
})

test('the fast way agrees with the calendar at any instant', () => {
  const kalender = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' })
  const tider = fc.date({ min: new Date('1850-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(tider, (tid) => {
      expect(danskDag(tidspunkt(tid))).toBe(kalender.format(tid))
    }),
    { seed: 20261122, numRuns: 2000 },
  )
})

test.each([
  ['2026-01-15T22:59:59.999Z', 23, 'winter'],
  ['2026-01-15T23:00:00.000Z', 0, 'winter, midnight'],
  ['2026-07-15T04:00:00.000Z', 6, 'summer'],
  ['2026-03-29T00:59:59.000Z', 1, 'before the clocks go forward'],
  ['2026-03-29T01:00:00.000Z', 3, 'after it'],
  ['2026-10-25T00:30:00.000Z', 2, 'the hour that comes twice, first'],
  ['2026-10-25T01:30:00.000Z', 2, 'and again'],
])('at %s the clocks in Denmark show %i: %s', (t, time) => {
  expect(danskTime(tidspunkt(t))).toBe(time)
})

test('what is no day has no beginning', () => {
  expect(() => startOfDanskDag('2026-02-30')).toThrow(RangeError)
})

test('a fixed clock stands still and the system clock does not run ahead', () => {
  const t = tidspunkt('2026-11-22T12:00:00.000Z')
  expect(fixedClock(t).now()).toBe(t)
  expect(Math.abs(Date.parse(systemClock.now()) - Date.now())).toBeLessThan(1000)
})
