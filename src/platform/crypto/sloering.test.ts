import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { createNoegler, disguise, undisguise } from './index.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbsloering-'))
const { opslag } = createNoegler(join(mappe, 'a'))
const { opslag: anden } = createNoegler(join(mappe, 'b'))
afterAll(() => rmSync(mappe, { recursive: true, force: true }))

test('every id has one disguise, which leads back to it and to no other', () => {
  const ider = Array.from({ length: 500 }, newUuid)
  const sloerede = ider.map((id) => disguise(opslag, 'a', id))
  expect(sloerede.map((id) => undisguise(opslag, 'a', id))).toEqual(ider)
  expect(new Set([...ider, ...sloerede]).size).toBe(1000)
  expect(ider.map((id) => disguise(opslag, 'a', id))).toEqual(sloerede)
})

test('another key or another purpose is another disguise', () => {
  const id = newUuid()
  expect(new Set([disguise(opslag, 'a', id), disguise(opslag, 'b', id), disguise(anden, 'a', id)]).size).toBe(3)
  expect(undisguise(anden, 'a', disguise(opslag, 'a', id))).not.toBe(id)
})

test('what is no id is refused, and leaves no trace in what is disguised after it', () => {
  const id = newUuid()
  const foer = disguise(opslag, 'a', id)
  for (const intet of ['', '1234', `${id}00`]) expect(() => disguise(opslag, 'a', intet as Uuid)).toThrow(RangeError)
  expect(disguise(opslag, 'a', id)).toBe(foer)
})
