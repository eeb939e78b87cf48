import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { parseWebsted, readSprog, type Session, type SessionDeps, sprogCookie } from '#adgang'
import { newUuid, tidspunkt } from '#kernel'
import { createNoegler } from '#platform/crypto'
import { readVedroerer, vedroererCookie } from './vedroerer.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbcookies-'))
afterAll(() => rmSync(mappe, { recursive: true }))
const nu = tidspunkt('2026-11-22T12:00:00.000Z')
const noegler = createNoegler(join(mappe, 'noegler'))
const depsFor = (url: string): SessionDeps => ({ noegler, clock: { now: () => nu }, websted: parseWebsted(url) })
const [sikker, lokal] = [depsFor('https://borgerblikket.example'), depsFor('http://localhost:8080')]
const createEn = () =>
  ({ id: newUuid(), part: newUuid(), loa: 'High', udloeber: nu, korrelation: newUuid() }) as unknown as Session
const request = (cookie: string, sprog?: string) => ({ headers: { cookie }, query: { sprog } }) as unknown as FastifyRequest
const parOf = (linje: string): string => linje.split(';')[0] ?? ''

test('under https both cookies are bound to the host by the browser itself', () => {
  const barn = newUuid()
  for (const linje of [
    vedroererCookie(sikker, createEn(), barn),
    vedroererCookie(sikker, createEn(), undefined),
    sprogCookie(request('', 'en'), sikker.websted) ?? '',
  ]) {
    expect(linje).toMatch(/^__Host-(bb-vedroerer|sprog)=/)
    for (const del of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']) expect(linje.split('; ')).toContain(del)
    expect(linje).not.toContain('Domain')
  }
  expect(vedroererCookie(lokal, createEn(), barn)).toMatch(/^bb-vedroerer=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('a choice is read under its own name alone, once, and in its own session', () => {
  const [session, barn] = [createEn(), newUuid()]
  const par = parOf(vedroererCookie(sikker, session, barn))
  expect(readVedroerer(sikker, request(`a=1; ${par}`), session)).toBe(barn)
  expect(readVedroerer(sikker, request(par.replace('__Host-', '')), session)).toBeUndefined()
  expect(readVedroerer(sikker, request(`${par}; ${par}`), session)).toBeUndefined()
  expect(readVedroerer(sikker, request(par), createEn())).toBeUndefined()
})

test('the language chosen is remembered; the query goes before it, and nonsense is Danish', () => {
  expect(readSprog(request(parOf(sprogCookie(request('', 'en'), sikker.websted) ?? '')))).toBe('en')
  expect(readSprog(request(parOf(sprogCookie(request('', 'en'), lokal.websted) ?? '')))).toBe('en')
  expect(readSprog(request('sprog=en; __Host-sprog=da'))).toBe('da')
  expect(readSprog(request('sprog=en', 'da'))).toBe('da')
  expect(readSprog(request('sprog=<script>'))).toBe('da')
})
