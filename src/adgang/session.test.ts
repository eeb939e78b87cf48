import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newUuid, tidspunkt } from '#kernel'
import { fixedClock } from '#platform/clock'
import { createNoegler, seal } from '#platform/crypto'
import { createSession, endedSessionCookie, readSession, type SessionDeps, sessionCookie } from './session.ts'
import { parseWebsted } from './websted.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbsession-'))
afterAll(() => rmSync(mappe, { recursive: true, force: true }))
const noegler = createNoegler(join(mappe, 'a'))
const NU = tidspunkt('2026-11-22T12:00:00.000Z')
const lokalt: SessionDeps = { noegler, clock: fixedClock(NU), websted: parseWebsted('http://localhost:8080') }
const sikkert: SessionDeps = { ...lokalt, websted: parseWebsted('https://borgerblikket.example') }
const session = createSession({
  id: newUuid(),
  part: newUuid(),
  loa: 'Substantial',
  udloeber: tidspunkt('2026-11-22T20:00:00.000Z'),
  korrelation: newUuid(),
})
const parOf = (linje: string): string => linje.split(';')[0] ?? ''
const read = (deps: SessionDeps, cookie: string) => readSession(deps, { headers: { cookie } })

test('a sealed session comes back as it was, among other cookies', () => {
  expect(read(lokalt, `sprog=da; ${parOf(sessionCookie(lokalt, session))}; x=1`)).toEqual(session)
})

test('on https the cookie is bound to the host and to https; on this machine it is plain', () => {
  expect(sessionCookie(sikkert, session)).toMatch(/^__Host-borgerblikket=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  expect(sessionCookie(lokalt, session)).toMatch(/^borgerblikket=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(endedSessionCookie(sikkert.websted)).toBe('__Host-borgerblikket=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure')
})

test('nothing about the citizen can be read from the cookie', () => {
  const vaerdi = parOf(sessionCookie(lokalt, session)).split('=')[1] ?? ''
  const klar = Buffer.from(vaerdi, 'base64url').toString('latin1')
  for (const felt of [session.id, session.part, session.loa]) expect(klar).not.toContain(felt)
})

test('without the prefix a cookie does not count on https, where a neighbouring host could have planted it', () => {
  const vaerdi = parOf(sessionCookie(lokalt, session))
  expect(read(sikkert, vaerdi)).toBeUndefined()
  expect(read(sikkert, `__Host-${vaerdi}`)).toEqual(session)
})

test('past its end, under other keys, or sealed for something else, it is no session', () => {
  const cookie = parOf(sessionCookie(lokalt, session))
  expect(read({ ...lokalt, clock: fixedClock(session.udloeber) }, cookie)).toBeUndefined()
  expect(read({ ...lokalt, noegler: createNoegler(join(mappe, 'b')) }, cookie)).toBeUndefined()
  const felter = JSON.stringify([session.id, session.part, session.loa, session.udloeber, session.korrelation])
  const forNogetAndet = seal(noegler.session, felter, 'borgerblikket/login').toString('base64url')
  expect(read(lokalt, `borgerblikket=${forNogetAndet}`)).toBeUndefined()
})

test('a session at a level that is not let in is no session, even sealed by us', () => {
  const lav = { ...session, loa: 'Low' } as unknown as typeof session
  expect(read(lokalt, parOf(sessionCookie(lokalt, lav)))).toBeUndefined()
})

test('after a rotation of the key nobody is thrown out', () => {
  const cookie = parOf(sessionCookie(lokalt, session))
  noegler.rotate('session')
  expect(read(lokalt, cookie)).toEqual(session)
})

test.each([undefined, '', ';;', '=', 'borgerblikket', 'borgerblikket=', 'borgerblikket=%%%'])(
  'the header %j holds no session',
  (cookie) => {
    expect(readSession(lokalt, { headers: { cookie } })).toBeUndefined()
  },
)
