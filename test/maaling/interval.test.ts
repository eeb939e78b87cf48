import { expect, test } from 'vitest'
import { describeAndel, wilsonInterval } from './interval.ts'

test('Wilson’s interval has the values that the literature gives', () => {
  const afrundet = (antal: number, af: number) => wilsonInterval({ antal, af }).map((tal) => Number(tal.toFixed(4)))
  // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  expect(afrundet(81, 263)).toEqual([0.2553, 0.3662])
  expect(afrundet(15, 148)).toEqual([0.0624, 0.1605])
  expect(afrundet(0, 20)).toEqual([0, 0.1611])
  expect(afrundet(1, 29)).toEqual([0.0061, 0.1718])
})

test('all and none have an end of exactly one and zero, and nothing at all says nothing', () => {
  expect(wilsonInterval({ antal: 600, af: 600 })[1]).toBe(1)
  expect(wilsonInterval({ antal: 0, af: 1_000 })[0]).toBe(0)
  expect(wilsonInterval({ antal: 0, af: 0 })).toEqual([0, 1])
  expect(describeAndel({ antal: 599, af: 600 })).toBe('599 of 600: 99.83 % (95 %: 99.06 % to 99.97 %)')
})
