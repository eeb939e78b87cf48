import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { createNoegler } from '#platform/crypto'
import { createAnmodningsid, isEgenAnmodning } from './anmodning.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbanmodning-'))
afterAll(() => rmSync(mappe, { recursive: true, force: true }))
const noegler = createNoegler(join(mappe, 'noegler'))
const [nu, udloeber] = [tidspunkt('2026-11-22T12:00:00.000Z'), tidspunkt('2026-11-22T12:10:00.000Z')]
const id = createAnmodningsid(noegler, { udbyder: 'korsbaek', slags: 'login', udloeber })
const egen = (tekst: string | undefined, mere = {}) =>
  isEgenAnmodning(noegler, tekst, { udbyder: 'korsbaek', slags: 'login', nu, ...mere })

test('an id says by itself that it is ours, for which provider and kind, and until when', () => {
  expect(egen(id)).toBe(true)
  expect(egen(id, { udbyder: 'brobyskov' })).toBe(false)
  expect(egen(id, { slags: 'logud' })).toBe(false)
  expect(egen(id, { nu: udloeber })).toBe(false)
})

test('anything else is not ours: made up, cut, lengthened, or with another end', () => {
  for (const andet of [undefined, '', '_x', id.slice(1), `${id}0`, id.replace(/^_(.)/, '_g'), id.toUpperCase()])
    expect(egen(andet)).toBe(false)
  const senere = `${id.slice(0, 33)}${(Date.parse(udloeber) + 1000).toString(16).padStart(12, '0')}${id.slice(45)}`
  expect(egen(senere)).toBe(false)
})

test('an id made with a key that has been rotated since is still ours', () => {
  noegler.rotate('session')
  expect(egen(id)).toBe(true)
})
