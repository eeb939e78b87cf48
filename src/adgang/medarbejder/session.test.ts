import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cvrNummer, newUuid, tidspunkt } from '#kernel'
import { createNoegler, seal } from '#platform/crypto'
import type { SessionDeps } from '../session.ts'
import { parseWebsted } from '../websted.ts'
import { createMedarbejdersession, medarbejdersessionCookie, readMedarbejdersession } from './session.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbarbejdssession-'))
afterAll(() => rmSync(mappe, { recursive: true }))
const nu = tidspunkt('2026-11-22T12:00:00.000Z')
const noegler = createNoegler(join(mappe, 'noegler'))
const deps: SessionDeps = { noegler, clock: { now: () => nu }, websted: parseWebsted('https://borgerblikket.example') }
const felter = {
  id: newUuid(),
  medarbejder: newUuid(),
  cvr: cvrNummer('10000001'),
  udloeber: tidspunkt('2026-11-22T20:00:00.000Z'),
}
const read = (par: string, ved: SessionDeps = deps) => readMedarbejdersession(ved, { headers: { cookie: par } })
const parOf = (linje: string): string => linje.split(';')[0] ?? ''
const forseglet = (aad: string, indhold: unknown) =>
  `__Host-borgerblikket-arbejde=${seal(noegler.session, JSON.stringify(indhold), aad).toString('base64url')}`
const indhold = [felter.id, felter.medarbejder, felter.cvr, felter.udloeber]

test('what was sealed is read again, under https with a name bound to the host', () => {
  const linje = medarbejdersessionCookie(deps, createMedarbejdersession(felter))
  expect(linje).toMatch(/^__Host-borgerblikket-arbejde=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  expect(read(parOf(linje))).toEqual(felter)
  expect(read(forseglet('borgerblikket/medarbejdersession', indhold))).toEqual(felter)
})

test('the same content sealed for the citizen’s cookie, or for a login under way, is none', () => {
  for (const aad of ['borgerblikket/session', 'borgerblikket/login', 'borgerblikket/arbejdslogin', ''])
    expect(read(forseglet(aad, indhold))).toBeUndefined()
})

test.each([
  ['a citizen’s', [newUuid(), newUuid(), 'High', felter.udloeber, newUuid()]],
  ['no CVR number', [felter.id, felter.medarbejder, '123', felter.udloeber]],
  ['no end', [felter.id, felter.medarbejder, felter.cvr]],
  ['no list', { id: felter.id }],
])('content of another form is none: %s', (_navn, andet) => {
  expect(read(forseglet('borgerblikket/medarbejdersession', andet))).toBeUndefined()
})

test('past its end it is none', () => {
  const linje = medarbejdersessionCookie(deps, createMedarbejdersession(felter))
  expect(read(parOf(linje), { ...deps, clock: { now: () => felter.udloeber } })).toBeUndefined()
})
