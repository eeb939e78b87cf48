import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type AdgangRoutesDeps,
  adgangRoutes,
  BORGERINDGANG,
  createBroker,
  grundlagForEgen,
  kontekstFor,
  parseWebsted,
  readSession,
  sessionStatement,
} from '#adgang'
import { type CprNummer, type Tidspunkt, tidspunkt } from '#kernel'
import { createNoegler } from '#platform/crypto'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { freePort } from '../../../test/byggere/port.ts'
import { startTestlogin, type Testlogin, type Testperson } from './index.ts'
import { createBrowser, type Side } from './proeve-browser.ts'

const person = (cpr: string, navn: string, mere: Partial<Testperson> = {}): Testperson => ({
  cpr: cpr as CprNummer,
  navn,
  historie: `Om ${navn}.`,
  alder: 40,
  ...mere,
})
const PERSONER = [
  person('6103854321', 'Anna Prøve'),
  person('6204864323', 'Bo Prøve'),
  person('6305874325', 'Lav Prøve', { sikring: 'Low' }),
  person('6406884327', 'Uden Cpr Prøve', { udenCpr: true }),
  person('6507894329', 'Erhverv Prøve', { identitet: 'professional' }),
  person('6608185321', 'Ung Prøve', { alder: 8 }),
  person('6709904323', 'Høj Prøve', { sikring: 'High' }),
] as const
const [ANNA, BO, LAV, UDEN_CPR, ERHVERV, UNG, HOEJ] = [0, 1, 2, 3, 4, 5, 6] as const
const KLIENT = { klientId: 'borgerblikket-proeve', klientHemmelighed: 'kun-til-proeven' }

let base: Testdatabase
let site: FastifyInstance
let testlogin: Testlogin
let origin: string
let port: { site: number; mitid: number }
let nu: () => Tidspunkt
const mappe = mkdtempSync(join(tmpdir(), 'bblogin-'))
const noegler = createNoegler(join(mappe, 'noegler'))
const clock = { now: () => nu() }

const startMitid = () =>
  startTestlogin({
    port: port.mitid,
    klient: {
      id: KLIENT.klientId,
      hemmelighed: KLIENT.klientHemmelighed,
      returadresser: [`${origin}/log-ind/retur`],
      logudadresser: [`${origin}/logget-ud`],
    },
    personer: PERSONER,
  })

/** A site with the login and one page that tells who the session's row says is there. */
async function startSite(): Promise<FastifyInstance> {
  const websted = parseWebsted(origin)
  const deps: AdgangRoutesDeps = {
    db: base.db,
    noegler,
    clock,
    websted,
    broker: createBroker({ udsteder: `http://127.0.0.1:${port.mitid}`, ...KLIENT }, websted, BORGERINDGANG),
    mindsteAlder: 15,
    render: (udfald) => JSON.stringify(udfald),
  }
  const app = Fastify()
  await app.register(adgangRoutes, deps)
  app.get('/hvem', async (request, reply) => {
    const session = readSession(deps, request)
    if (!session) return reply.code(401).send({})
    const grundlag = grundlagForEgen(session)
    const [[raekke]] = await base.db.readBatch(kontekstFor(grundlag), [sessionStatement(grundlag, clock.now())])
    return raekke ? reply.send(raekke) : reply.code(401).send({})
  })
  await app.listen({ port: port.site, host: 'localhost' })
  return app
}

beforeAll(async () => {
  base = await createTestDatabase()
  port = { site: await freePort('127.0.0.1'), mitid: await freePort('127.0.0.1') }
  origin = `http://localhost:${port.site}`
  nu = () => tidspunkt(new Date())
  testlogin = await startMitid()
  site = await startSite()
})
beforeEach(() => {
  nu = () => tidspunkt(new Date())
})
afterAll(async () => {
  await site.close()
  await testlogin.close()
  await base.close()
  rmSync(mappe, { recursive: true, force: true })
})

const newBrowser = () => createBrowser()
type Browser = ReturnType<typeof createBrowser>
const beginLogin = (browser: Browser, til = '') => browser.open(`${origin}/log-ind${til && `?til=${encodeURIComponent(til)}`}`)
const choose = (browser: Browser, valg: Side, form: Record<string, string>, follow = true) =>
  browser.post(valg.url, form, { follow })
const login = async (browser: Browser, nr: number, til = '/hvem') =>
  choose(browser, await beginLogin(browser, til), { person: String(nr) })
const whoIs = async (browser: Browser) =>
  JSON.parse((await browser.open(`${origin}/hvem`)).body) as { navn?: string; [felt: string]: unknown }
const udfald = (side: Side) => JSON.parse(side.body) as { type: string; afvisning?: string; retursti?: string; url?: string }

test('a citizen logs in through the broker, comes back to where they wanted, and has a session', async () => {
  const browser = newBrowser()
  const valg = await beginLogin(browser, '/hvem?fra=login')
  expect(valg.url).toContain(`127.0.0.1:${port.mitid}/valg/`)
  const side = await choose(browser, valg, { person: String(ANNA) })
  expect(side.url).toBe(`${origin}/hvem?fra=login`)
  expect(JSON.parse(side.body)).toMatchObject({ navn: 'Anna Prøve', forrige_besoeg: null })
  const cookie = browser.setCookies.find((linje) => linje.startsWith('borgerblikket='))
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('the personal number stands in no address and in no cookie on the way', async () => {
  const browser = newBrowser()
  await login(browser, ANNA)
  const spor = [...browser.addresses, ...browser.setCookies].join('\n')
  expect(browser.addresses.length).toBeGreaterThan(4)
  expect(spor).not.toContain(PERSONER[ANNA].cpr)
  expect(Buffer.from(spor, 'base64url').toString('latin1')).not.toContain(PERSONER[ANNA].cpr)
})

test('the next login knows when the citizen was here before, and High is let in too', async () => {
  await login(newBrowser(), HOEJ)
  const browser = newBrowser()
  await login(browser, HOEJ)
  expect(Date.parse(String((await whoIs(browser))['forrige_besoeg']))).toBeGreaterThan(Date.now() - 60_000)
})

test('a fictive number that nobody has delivered anything about can log in; a number a real person could have is not even tried', async () => {
  const browser = newBrowser()
  const valg = await beginLogin(browser, '/hvem')
  const afvist = await choose(browser, valg, { cpr: '010190-1234' })
  expect(afvist.status).toBe(422)
  expect(afvist.body).toContain('aria-invalid="true"')
  const side = await choose(browser, valg, { cpr: '610190-1234' })
  expect(JSON.parse(side.body)).toMatchObject({ navn: 'Testperson' })
})

test.each([
  [LAV, 'FOR_LAV_SIKRING', 403],
  [UDEN_CPR, 'INGEN_CPR', 403],
  [ERHVERV, 'IKKE_PRIVAT', 403],
  [UNG, 'FOR_UNG', 403],
])('test person %i is refused with %s, and no session begins', async (nr, afvisning, status) => {
  const browser = newBrowser()
  const side = await login(browser, nr, '/sager')
  expect(side.status).toBe(status)
  expect(udfald(side)).toEqual({ type: 'ikkeLoggetInd', afvisning, retursti: '/sager' })
  expect(browser.has('localhost', 'borgerblikket')).toBe(false)
})

test('a citizen who cancels is told so', async () => {
  const browser = newBrowser()
  const side = await choose(browser, await beginLogin(browser), { afbryd: '1' })
  expect(udfald(side)).toMatchObject({ type: 'ikkeLoggetInd', afvisning: 'AFBRUDT' })
})

/** A login up to the redirect that carries the code. */
async function untilCode(browser: Browser, nr: number): Promise<string> {
  const videre = await choose(browser, await beginLogin(browser, '/hvem'), { person: String(nr) }, false)
  const retur = await browser.open(String(videre.location), { until: '/log-ind/retur' })
  return String(retur.location)
}

test('a callback is good once: the second time is refused, even with the first one’s cookies put back', async () => {
  const browser = newBrowser()
  const retur = await untilCode(browser, ANNA)
  const gemt = browser.copy()
  expect((await browser.open(retur)).url).toBe(`${origin}/hvem`)
  expect(browser.names('localhost')).toEqual(['borgerblikket'])
  expect(udfald(await browser.open(retur))).toMatchObject({ afvisning: 'FORSOEG_UKENDT' })
  expect(udfald(await gemt.open(retur))).toMatchObject({ afvisning: 'FORSOEG_UKENDT' })
  expect(gemt.has('localhost', 'borgerblikket')).toBe(false)
})

test('a code that somebody else got cannot be slipped into my browser', async () => {
  const deres = await untilCode(newBrowser(), BO)
  const mig = newBrowser()
  await beginLogin(mig, '/hvem')
  expect(udfald(await mig.open(deres))).toMatchObject({ afvisning: 'FORSOEG_UKENDT' })
  const min = new URL(await untilCode(mig, ANNA))
  min.searchParams.set('code', new URL(deres).searchParams.get('code') ?? '')
  expect(udfald(await mig.open(min.href))).toMatchObject({ type: 'ikkeLoggetInd' })
  expect(await whoIs(mig)).toEqual({})
})

test.each([
  ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
  ['no state', (url: URL) => url.searchParams.delete('state')],
  ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://example.org')],
  ['no code', (url: URL) => url.searchParams.delete('code')],
])('a callback with %s lets nobody in', async (_navn, change) => {
  const browser = newBrowser()
  const retur = new URL(await untilCode(browser, ANNA))
  change(retur)
  expect(udfald(await browser.open(retur.href)).type).toBe('ikkeLoggetInd')
  expect(await whoIs(browser)).toEqual({})
})

test('a state that only begins like the right one is another login', async () => {
  const browser = newBrowser()
  const retur = new URL(await untilCode(browser, ANNA))
  const state = retur.searchParams.get('state') ?? ''
  retur.searchParams.set('state', `${state.slice(0, 20)}${'x'.repeat(23)}`)
  expect(udfald(await browser.open(retur.href))).toMatchObject({ afvisning: 'FORSOEG_UKENDT' })
  expect(browser.names('localhost')).toHaveLength(1)
})

test('a login that was begun too long ago is refused', async () => {
  const browser = newBrowser()
  const retur = await untilCode(browser, ANNA)
  nu = () => tidspunkt(new Date(Date.now() + 11 * 60_000))
  expect(udfald(await browser.open(retur))).toMatchObject({ afvisning: 'FORSOEG_UKENDT' })
})

test.each([
  '//ond.example',
  'https://ond.example/',
  '/\\ond.example',
  '/%5cond.example',
  '/x/..//ond.example',
  '/%2e%2e//ond.example',
  '/\tx',
  '/log-ud',
  'javascript:alert(1)',
  '/log-ind/retur?code=1',
])('after login nobody is sent to %j', async (til) => {
  const browser = newBrowser()
  const videre = await choose(browser, await beginLogin(browser, til), { person: String(ANNA) }, false)
  const retur = await browser.open(String(videre.location), { until: '/log-ind/retur' })
  expect((await browser.open(String(retur.location), { follow: false })).location).toBe('/')
})

test('when B logs in where A had not logged out, A’s session is over, also for a copy of its cookie', async () => {
  const browser = newBrowser()
  await login(browser, ANNA)
  const kopi = browser.copy()
  expect((await whoIs(kopi)).navn).toBe('Anna Prøve')
  await login(browser, BO)
  expect((await whoIs(browser)).navn).toBe('Bo Prøve')
  expect(await whoIs(kopi)).toEqual({})
})

test('a session planted in the victim’s browser before login gains the planter nothing', async () => {
  const angriber = newBrowser()
  await login(angriber, BO)
  const offer = angriber.copy()
  const foer = (await whoIs(offer))['session_id']
  await login(offer, ANNA)
  expect((await whoIs(offer)).navn).toBe('Anna Prøve')
  expect((await whoIs(offer))['session_id']).not.toBe(foer)
  expect(await whoIs(angriber)).toEqual({})
})

test('two tabs that begin before either has finished both end logged in, in one session', async () => {
  const browser = newBrowser()
  const [en, to] = [await beginLogin(browser, '/hvem?fane=1'), await beginLogin(browser, '/hvem?fane=2')]
  expect((await choose(browser, en, { person: String(ANNA) })).url).toBe(`${origin}/hvem?fane=1`)
  const anden = await choose(browser, to, { person: String(ANNA) })
  expect(anden.url).toBe(`${origin}/hvem?fane=2`)
  expect((await whoIs(browser)).navn).toBe('Anna Prøve')
})

test('many logins begun and never finished do not fill the cookie header', async () => {
  const browser = newBrowser()
  for (let i = 0; i < 12; i++) await beginLogin(browser)
  expect(browser.names('localhost').filter((navn) => navn.startsWith('borgerblikket-login-'))).toHaveLength(4)
  expect((await login(browser, ANNA)).url).toBe(`${origin}/hvem`)
})

test('a cookie that was altered, emptied or doubled is no session', async () => {
  const browser = newBrowser()
  await login(browser, ANNA)
  const god = browser.get('localhost', 'borgerblikket') ?? ''
  const hvem = async (cookie: string) => (await fetch(`${origin}/hvem`, { headers: { cookie } })).status
  expect(await hvem(`borgerblikket=${god}`)).toBe(200)
  const midt = Math.floor(god.length / 2)
  const aendret = god.slice(0, midt) + (god[midt] === 'A' ? 'B' : 'A') + god.slice(midt + 1)
  for (const ond of [aendret, '', god.slice(0, -2), 'AAAA', `${god}; borgerblikket=${god}`])
    expect(await hvem(`borgerblikket=${ond}`)).toBe(401)
})

test('idle for fifteen minutes, or eight hours after login, the session is over', async () => {
  const browser = newBrowser()
  await login(browser, ANNA)
  const start = Date.now()
  const after = async (minutter: number) => {
    nu = () => tidspunkt(new Date(start + minutter * 60_000))
    return (await whoIs(browser)).navn
  }
  expect(await after(14)).toBe('Anna Prøve')
  expect(await after(16)).toBeUndefined()
  await base.asOwner(`UPDATE session SET set = now() + interval '8 hours'`)
  expect(await after(8 * 60 - 1)).toBe('Anna Prøve')
  expect(await after(8 * 60 + 1)).toBeUndefined()
})

const logUd = (browser: Browser, headers: Record<string, string>) =>
  browser.post(`${origin}/log-ud`, {}, { headers, follow: true })

test('logging out ends the session everywhere, also at the broker', async () => {
  const browser = newBrowser()
  await login(browser, ANNA)
  const kopi = browser.copy()
  const side = await logUd(browser, { 'sec-fetch-site': 'same-origin' })
  const videre = udfald(side)
  expect(videre.type).toBe('loggetUdHer')
  expect(side.headers.get('refresh')).toBe(`0; url=${videre.url}`)
  const slut = await browser.open(String(videre.url))
  expect(slut.url).toBe(`${origin}/logget-ud`)
  expect(udfald(slut)).toEqual({ type: 'loggetUd' })
  expect(browser.has('localhost', 'borgerblikket')).toBe(false)
  expect(await whoIs(kopi)).toEqual({})
  expect(browser.has('127.0.0.1', '_session')).toBe(false)
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://ond.example' }],
  ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ['an old browser at another site', { origin: 'https://ond.example' }],
  ['something that tells nothing', {}],
])('a log-out sent from %s is not followed', async (_navn, headers) => {
  const browser = newBrowser()
  await login(browser, ANNA)
  const side = await logUd(browser, headers)
  expect([side.status, udfald(side).type]).toEqual([403, 'ikkeLoggetUd'])
  expect((await whoIs(browser)).navn).toBe('Anna Prøve')
})

test('an old browser of our own page is recognised by its origin', async () => {
  const browser = newBrowser()
  await login(browser, ANNA)
  expect((await logUd(browser, { origin })).status).toBe(200)
  expect(await whoIs(browser)).toEqual({})
})

test('whoever comes by 127.0.0.1 is led to the site’s own name, where the cookies work', async () => {
  const side = await fetch(`${origin}/log-ind?til=/hvem`, { headers: { host: `127.0.0.1:${port.site}` }, redirect: 'manual' })
  // fetch does not let a caller choose the host, so the plugin is asked directly.
  expect(side.status).toBe(303)
  const svar = await site.inject({ url: '/log-ind?til=/hvem', headers: { host: `127.0.0.1:${port.site}` } })
  expect(svar.headers.location).toBe(`${origin}/log-ind?til=%2Fhvem`)
})

test('with the broker down the site runs and says so, and the login works again once it is back', async () => {
  await testlogin.close()
  const igen = await startOnOtherPort()
  const browser = newBrowser()
  const side = await browser.open(`${igen.origin}/log-ind?til=/hvem`)
  expect(side.status).toBe(503)
  expect(udfald(side)).toEqual({ type: 'ikkeLoggetInd', afvisning: 'MITID_SVARER_IKKE', retursti: '/hvem' })
  testlogin = await startMitid()
  const valg = await browser.open(`${igen.origin}/log-ind?til=/hvem`)
  expect(valg.url).toContain('/valg/')
  await igen.close()
})

/** A second site that has not yet met the broker. */
async function startOnOtherPort() {
  const nummer = await freePort('127.0.0.1')
  const websted = parseWebsted(`http://localhost:${nummer}`)
  const app = Fastify()
  await app.register(adgangRoutes, {
    db: base.db,
    noegler,
    clock,
    websted,
    // Its own return address is not registered at the broker, so the client of the first site is borrowed.
    broker: createBroker({ udsteder: `http://127.0.0.1:${port.mitid}`, ...KLIENT }, parseWebsted(origin), BORGERINDGANG),
    mindsteAlder: 15,
    render: (u) => JSON.stringify(u),
  })
  await app.listen({ port: nummer, host: 'localhost' })
  return { origin: websted.origin, close: () => app.close() }
}

test('the broker’s page is Danish with English beside it, says that it is not MitID, and needs no script', async () => {
  const side = await beginLogin(newBrowser())
  expect(side.body).toContain('<html lang="da">')
  expect(side.body).toContain('Testlogin – ikke MitID')
  expect(side.body).toContain('lang="en"')
  expect(side.body).not.toContain('<script')
  for (const { navn, historie } of PERSONER) {
    expect(side.body).toContain(navn)
    expect(side.body).toContain(historie)
  }
})
