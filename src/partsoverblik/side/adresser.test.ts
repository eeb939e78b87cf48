import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newUuid, tidspunkt } from '#kernel'
import { createNoegler } from '#platform/crypto'
import { enhedsnoegle, referencerFor } from './reference.ts'
import { makeSeddel, openSeddel } from './seddel.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbadresser-'))
afterAll(() => rmSync(mappe, { recursive: true }))
const noegler = createNoegler(join(mappe, 'noegler'))
const NU = tidspunkt('2026-10-08T07:30:00.000Z')

test('what an address calls an item is the same within a visit, and another in the next', () => {
  const [her, der] = [newUuid(), newUuid()].map((besoeg) => referencerFor(noegler, besoeg))
  const item = newUuid()
  expect(her?.(item)).toMatch(/^[\w-]{16}$/)
  expect(her?.(item)).toBe(her?.(item))
  expect(her?.(item)).not.toBe(der?.(item))
  expect(her?.(item)).not.toBe(her?.(newUuid()))
})

test('a unit is called the same for every citizen, however its id is written', () => {
  expect(enhedsnoegle('A0000000-0000')).toBe(enhedsnoegle('a0000000-0000'))
  expect(enhedsnoegle('a')).not.toBe(enhedsnoegle('b'))
})

test('a slip opens in the session that searched, for a quarter of an hour, and nowhere else', () => {
  const [session, part] = [newUuid(), newUuid()]
  const seddel = makeSeddel(noegler, session, part, NU)
  expect(seddel).not.toContain(part)
  expect(openSeddel(noegler, session, seddel, NU)).toBe(part)
  expect(openSeddel(noegler, session, seddel, tidspunkt('2026-10-08T07:44:59.000Z'))).toBe(part)
  expect(openSeddel(noegler, session, seddel, tidspunkt('2026-10-08T07:45:00.000Z'))).toBeUndefined()
  expect(openSeddel(noegler, newUuid(), seddel, NU)).toBeUndefined()
  for (const andet of ['', part, seddel.slice(1), `${seddel}AAAA`, 'A'.repeat(301)])
    expect(openSeddel(noegler, session, andet, NU)).toBeUndefined()
})
