import { expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { createPladser } from './pladser.ts'

test('a source fills its own share and no other’s, all of them no more than there is, and what is let go is free once', () => {
  const pladser = createPladser({ ialt: 10, prKilde: 6 })
  const [a, b] = [newUuid(), newUuid()]
  const slip = pladser.tag(a, 6)
  expect(pladser.tag(a, 1)).toBe(undefined)
  expect(pladser.tag(b, 5)).toBe(undefined)
  expect(pladser.tag(b, 4)).toBeTypeOf('function')
  slip?.()
  slip?.()
  expect(pladser.tag(a, 7)).toBe(undefined)
  expect(pladser.tag(a, 6)).toBeTypeOf('function')
  expect(pladser.tag(a, 1)).toBe(undefined)
})
