import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid, tidspunkt } from '#kernel'
import { createNoegler } from '#platform/crypto'
import { createServer } from '#platform/http'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { parseWebsted } from '../websted.ts'
import type { MedarbejderDeps } from './deps.ts'
import { formularnoegle } from './formular.ts'
import { medarbejderOf } from './kendt.ts'
import { startMedarbejdersession } from './log-ind.ts'
import { requireMedarbejder } from './require-medarbejder.ts'
import { tildelteRoller } from './rollekilde.ts'
import { type Medarbejdersession, medarbejdersessionCookie } from './session.ts'
import { createArbejdsset } from './session-liv.ts'
import { tildelRolle } from './tildel-rolle.ts'

/** A closed scope with one page that reads and one that changes something. */
const mappe = mkdtempSync(join(tmpdir(), 'bbarbejde-'))
const noegler = createNoegler(join(mappe, 'noegler'))
const websted = parseWebsted('https://borgerblikket.example')
const clock = { now: () => tidspunkt(new Date()) }
const CVR = cvrNummer('10000001')
let base: Testdatabase
let app: FastifyInstance
let session: Medarbejdersession
let deps: MedarbejderDeps
let aendret = 0
beforeAll(async () => {
  base = await createTestDatabase()
  const arbejdsset = createArbejdsset({ db: base.db, clock }, () => undefined)
  deps = { db: base.db, noegler, clock, websted, rollekilde: tildelteRoller, arbejdsset, punkter: [], demo: false }
  app = await createServer({ logniveau: 'silent', https: true, hoejstPrMinut: 10_000 })
  await app.register(async (scope) => {
    requireMedarbejder(scope, deps, ['leverandoer'])
    scope.get('/leverandoer/hvem', async (request) => medarbejderOf(request))
    scope.get('/leverandoer/fejl', async () => {
      throw new Error('hemmeligt')
    })
    scope.post('/leverandoer/gem', async (request) => {
      aendret++
      return request.body
    })
  })
  const [medarbejder, navn] = [newUuid(), 'Sanne Prøve']
  await tildelRolle(deps, { cvr: CVR, medarbejder, navn, rolle: 'leverandoer', af: 'proeve', begrundelse: 'Til en prøve' })
  session = await startMedarbejdersession(deps, {
    id: medarbejder,
    cvr: CVR,
    navn,
    organisation: 'Birk',
    loa: 'High',
    forrige: undefined,
  })
})
afterAll(async () => {
  await app.close()
  await deps.arbejdsset.settle()
  await base.close()
  rmSync(mappe, { recursive: true })
})

const cookie = () => medarbejdersessionCookie(deps, session).split(';')[0] ?? ''
const EGEN = { 'sec-fetch-site': 'same-origin' }
const post = (felter: Record<string, string>, headers: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: '/leverandoer/gem',
    headers: { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(felter).toString(),
  })
const formular = (): string => formularnoegle(noegler, session)

test('behind the hook a handler knows who asks, with the roles of now', async () => {
  const svar = await app.inject({ url: '/leverandoer/hvem', headers: { cookie: cookie() } })
  expect(svar.json()).toEqual({
    id: session.medarbejder,
    cvr: CVR,
    navn: 'Sanne Prøve',
    roller: ['leverandoer'],
    rettigheder: [],
    enheder: [],
    session: session.id,
  })
})

test('outside a closed scope nobody is known', async () => {
  const bar = Fastify()
  bar.get('/', async (request) => medarbejderOf(request))
  expect((await bar.inject({ url: '/', headers: { cookie: cookie() } })).statusCode).toBe(500)
})

test('a form of one’s own with the session’s field is taken, with all that was typed', async () => {
  const svar = await post({ titel: 'Æbler & pærer', _formular: formular() }, EGEN)
  expect(svar.statusCode).toBe(200)
  expect(svar.json()).toMatchObject({ titel: 'Æbler & pærer' })
  expect((await post({ _formular: formular() }, { origin: websted.origin })).statusCode).toBe(200)
})

const FORFALSKEDE: readonly (readonly [string, () => string, Record<string, string>])[] = [
  ['from another site', () => formular(), { 'sec-fetch-site': 'cross-site', origin: 'https://borgerblikket.example' }],
  ['from a neighbouring host', () => formular(), { 'sec-fetch-site': 'same-site' }],
  ['from another origin, by an old browser', () => formular(), { origin: 'https://ond.example' }],
  ['from nowhere', () => formular(), {}],
  ['from one’s own page without the field', () => '', EGEN],
  ['with a field that was made up', () => Buffer.alloc(32).toString('base64url'), EGEN],
  ['with another session’s field', () => formularnoegle(noegler, { ...session, id: newUuid() }), EGEN],
]
test.each(FORFALSKEDE)('a form %s changes nothing', async (_navn, felt, headers) => {
  const foer = aendret
  const svar = await post({ titel: 'x', _formular: felt() }, headers as Record<string, string>)
  expect(svar.statusCode).toBe(403)
  expect(svar.body).toContain('Vi gjorde ikke noget')
  expect(aendret).toBe(foer)
})

test('neither JSON, nor text, nor nothing goes past the field', async () => {
  const foer = aendret
  for (const [type, payload] of [
    ['application/json', '{"titel":"x"}'],
    ['text/plain', 'titel=x'],
    [undefined, undefined],
  ] as const) {
    const headers = { cookie: cookie(), ...EGEN, ...(type ? { 'content-type': type } : {}) }
    const svar = await app.inject({ method: 'POST', url: '/leverandoer/gem', headers, ...(payload ? { payload } : {}) })
    expect([403, 415]).toContain(svar.statusCode)
  }
  expect(aendret).toBe(foer)
})

test('a form whose key has been rotated meanwhile is still taken', async () => {
  const gammel = formular()
  noegler.rotate('session')
  expect((await post({ _formular: gammel }, EGEN)).statusCode).toBe(200)
  expect(formular()).not.toBe(gammel)
})

test('a form that is too large is refused with a sentence', async () => {
  const svar = await post({ titel: 'x'.repeat(70_000), _formular: formular() }, EGEN)
  expect(svar.statusCode).toBe(413)
  expect(svar.body).toContain('for stort')
})

test('a fault is a page of ours without a word of what went wrong', async () => {
  const svar = await app.inject({ url: '/leverandoer/fejl', headers: { cookie: cookie() } })
  expect(svar.statusCode).toBe(500)
  expect(svar.body).toContain('fejl hos os')
  expect(svar.body).not.toContain('hemmeligt')
})

test('a script of ours that asks for JSON is told in JSON', async () => {
  const svar = await app.inject({ url: '/leverandoer/hvem', headers: { accept: 'application/json' } })
  expect(svar.statusCode).toBe(401)
  expect(svar.json()).toMatchObject({ kode: 'IKKE_LOGGET_IND' })
})
