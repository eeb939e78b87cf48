import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Testmedarbejder } from '#demo'
import { type CprNummer, type CvrNummer, cvrNummer, uuid } from '#kernel'
import { fratagRolle, tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { createBrowser as createLoginbrowser } from '../../src/demo/mitid/proeve-browser.ts'
import { send } from '../byggere/klient.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { skrivOioBpp } from '../byggere/oio-bpp.ts'
import { createUr } from '../byggere/tilslutning.ts'
import { KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const [BIRK, ANDEN] = [cvrNummer('10000001'), cvrNummer('10000002')]
const medarbejder = (navn: string, cvr: CvrNummer, mere: Partial<Testmedarbejder> = {}): Testmedarbejder => ({
  id: uuid(randomUUID()),
  navn,
  cvr,
  organisation: `Organisation ${cvr}`,
  historie: `Om ${navn}.`,
  ...mere,
})
const FOLK = [
  medarbejder('Sanne Prøve', BIRK),
  medarbejder('Jonas Prøve', BIRK),
  medarbejder('Karla Prøve', KORSBAEK),
  medarbejder('Lav Prøve', BIRK, { sikring: 'Low' }),
  medarbejder('Uden Organisation', BIRK, { udenOrganisation: true }),
  medarbejder('Ny Prøve', BIRK),
  medarbejder('Rita Prøve', KORSBAEK, {
    privilegier: skrivOioBpp(KORSBAEK, [
      { roller: ['borgerservice', 'se'], graenser: { KLE: '27.*', foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' } },
    ]),
  }),
]
const [SANNE, JONAS, KARLA, LAV, UDEN, NY, RITA] = [0, 1, 2, 3, 4, 5, 6] as const

let sted: Testwebsted
const ur = createUr(new Date().toISOString())
beforeAll(async () => {
  const borger = { cpr: '6101501000' as CprNummer, navn: 'Borger Prøve', historie: '', alder: 60 }
  sted = await startWebsted({ clock: ur, personer: [borger], medarbejdere: FOLK })
  for (const [nr, rolle] of [
    [SANNE, 'leverandoer'],
    [JONAS, 'leverandoer'],
    [KARLA, 'projektansvarlig'],
  ] as const)
    await giv(nr, rolle)
})
afterAll(() => sted.close())

const hvem = (nr: number) => {
  const en = FOLK[nr]
  if (!en) throw new Error('No such employee')
  return { cvr: en.cvr, medarbejder: en.id, navn: en.navn, af: 'proeve', begrundelse: 'Til en prøve' }
}
const giv = (nr: number, rolle: 'leverandoer' | 'projektansvarlig' | 'driftsansvarlig') =>
  tildelRolle(sted.system, { ...hvem(nr), rolle })

type Browser = ReturnType<typeof createLoginbrowser>
const logInd = async (browser: Browser, nr: number, til = '/arbejde') => {
  const valg = await browser.open(`${sted.origin}/arbejde/log-ind?til=${encodeURIComponent(til)}`)
  return browser.post(valg.url, { medarbejder: String(nr) })
}
const logIndSomBorger = async (browser: Browser) => {
  const valg = await browser.open(`${sted.origin}/log-ind?til=/sager`)
  return browser.post(valg.url, { person: '0' })
}
const own = { 'sec-fetch-site': 'same-origin' }

test('rights that the broker brings in a claim open what they open, in this session', async () => {
  const side = await logInd(createLoginbrowser(), RITA, '/kommune')
  expect([side.status, side.body.includes('Borgerservice')]).toEqual([200, true])
})

test('logged in at MitID Erhverv one comes to the start page of one’s audience, with name, organisation and nothing of others', async () => {
  const side = await logInd(createLoginbrowser(), SANNE)
  expect(new URL(side.url).pathname).toBe('/leverandoer')
  expect(side.status).toBe(200)
  expect(side.body).toContain('Sanne Prøve')
  expect(side.body).toContain('Organisation 10000001')
  expect(side.headers.get('cache-control')).toBe('no-store')
  const kommune = await logInd(createLoginbrowser(), KARLA)
  expect(new URL(kommune.url).pathname).toBe('/kommune')
})

test('the way around leads back to the page that was asked for, and the cookie is sealed, of the host and of the session', async () => {
  const browser = createLoginbrowser()
  const bedt = await browser.open(`${sted.origin}/leverandoer?sprog=en`, { follow: false })
  expect(bedt.status).toBe(303)
  const valg = await browser.open(`${sted.origin}${bedt.location ?? ''}`)
  const side = await browser.post(valg.url, { medarbejder: String(SANNE) })
  expect(side.url).toBe(`${sted.origin}/leverandoer?sprog=en`)
  expect(side.body).toContain('Connect your system')
  const linje = browser.setCookies.find((en) => en.startsWith('borgerblikket-arbejde=')) ?? ''
  for (const del of ['Path=/', 'HttpOnly', 'SameSite=Lax']) expect(linje.split('; ')).toContain(del)
  expect(Buffer.from(linje, 'base64url').toString()).not.toContain('Sanne')
  expect(linje).not.toContain(FOLK[SANNE]?.id)
})

test('an attempt at log in is no log in at the other entrance', async () => {
  const browser = createLoginbrowser()
  const valg = await browser.open(`${sted.origin}/arbejde/log-ind`)
  const svar = await browser.post(valg.url, { medarbejder: String(SANNE) }, { until: '/arbejde/log-ind/retur' })
  const retur = new URL(svar.location ?? '')
  const forkert = await browser.open(`${sted.origin}/log-ind/retur${retur.search}`, { follow: false })
  expect(forkert.status).toBe(400)
  expect(browser.has('localhost', 'borgerblikket')).toBe(false)
})

test.each([
  ['at assurance level Low', { medarbejder: String(LAV) }, 'ikke sikkert nok'],
  ['without an organisation', { medarbejder: String(UDEN) }, 'ingen organisation'],
  ['as a private person', { person: '0' }, 'som privatperson'],
] as const)('a login %s is refused, and leaves no session', async (_navn, form, tekst) => {
  const browser = createLoginbrowser()
  const valg = await browser.open(`${sted.origin}/arbejde/log-ind`)
  const side = await browser.post(valg.url, form)
  expect(side.status).toBe(403)
  expect(side.body).toContain(tekst)
  expect(browser.has('localhost', 'borgerblikket-arbejde')).toBe(false)
})

test('a professional identity is refused at the citizens’ entrance', async () => {
  const browser = createLoginbrowser()
  const valg = await browser.open(`${sted.origin}/log-ind?til=/sager`)
  const side = await browser.post(valg.url, { medarbejder: String(SANNE) })
  expect(side.status).toBe(403)
  expect(browser.has('localhost', 'borgerblikket')).toBe(false)
})

test('the broker is never asked for the CPR number of somebody at work', async () => {
  const browser = createLoginbrowser()
  await logInd(browser, SANNE)
  const spurgt = browser.addresses.find((adresse) => adresse.includes('/auth?')) ?? ''
  expect(new URL(spurgt).searchParams.get('scope')).toBe('openid nemlogin')
})

test('one browser holds a citizen’s login and one at work: neither opens the other’s pages, and each ends by itself', async () => {
  const browser = createLoginbrowser()
  await logIndSomBorger(browser)
  expect((await browser.open(`${sted.origin}/leverandoer`, { follow: false })).status).toBe(303)
  await logInd(browser, SANNE)
  expect((await browser.open(`${sted.origin}/sager`)).status).toBe(200)
  expect((await browser.open(`${sted.origin}/leverandoer`)).status).toBe(200)
  await browser.post(`${sted.origin}/arbejde/log-ud`, {}, { headers: own, follow: false })
  expect((await browser.open(`${sted.origin}/leverandoer`, { follow: false })).status).toBe(303)
  expect((await browser.open(`${sted.origin}/sager`)).status).toBe(200)
})

test('the value of one cookie under the other’s name is no session', async () => {
  const borger = createLoginbrowser()
  await logIndSomBorger(borger)
  const arbejde = createLoginbrowser()
  await logInd(arbejde, SANNE)
  const [b, a] = [borger.get('localhost', 'borgerblikket') ?? '', arbejde.get('localhost', 'borgerblikket-arbejde') ?? '']
  expect(b.length * a.length).toBeGreaterThan(1_000)
  const ask = (sti: string, cookie: string) => send(sted.origin, sti, { headers: { cookie } })
  for (const [sti, cookie] of [
    ['/leverandoer', `borgerblikket-arbejde=${b}`],
    ['/leverandoer', `borgerblikket=${a}`],
    ['/sager', `borgerblikket=${a}`],
    ['/sager', `borgerblikket-arbejde=${a}`],
    ['/leverandoer', `borgerblikket-arbejde=${a}; borgerblikket-arbejde=${a}`],
    ['/leverandoer', `borgerblikket-arbejde=${a.slice(0, -3)}`],
  ] as const)
    expect({ sti, cookie, status: (await ask(sti, cookie)).status }).toEqual({ sti, cookie, status: 303 })
  expect((await ask('/leverandoer', `borgerblikket-arbejde=${a}`)).status).toBe(200)
  expect((await ask('/api/v1/mig/sager', `borgerblikket-arbejde=${a}`)).status).toBe(401)
})

test('B logs in where A has not logged out: A’s tab and every copy of A’s cookie show nothing any more', async () => {
  const browser = createLoginbrowser()
  await logInd(browser, SANNE)
  const kopi = browser.copy()
  await logInd(browser, JONAS)
  const gammel = await kopi.open(`${sted.origin}/leverandoer`)
  expect(gammel.status).toBe(401)
  expect(gammel.body).not.toContain('Sanne')
  const ny = await browser.open(`${sted.origin}/leverandoer`)
  expect(ny.body).toContain('Jonas Prøve')
  expect(ny.body).not.toContain('Sanne')
})

test('two at work in two tabs’ jars, by turns and at once, each see only who they are themselves', async () => {
  const [x, y] = [createLoginbrowser(), createLoginbrowser()]
  await logInd(x, SANNE)
  await logInd(y, JONAS)
  const sider = await Promise.all(Array.from({ length: 60 }, (_, i) => (i % 2 ? y : x).open(`${sted.origin}/leverandoer`)))
  const forkerte = sider.filter(
    ({ body }, i) => !body.includes(i % 2 ? 'Jonas Prøve' : 'Sanne Prøve') || body.includes(i % 2 ? 'Sanne' : 'Jonas'),
  )
  expect(forkerte).toEqual([])
})

test('logged out in one tab is logged out in the other', async () => {
  const ene = createLoginbrowser()
  await logInd(ene, SANNE)
  const anden = ene.copy()
  expect((await anden.open(`${sted.origin}/leverandoer`)).status).toBe(200)
  const ud = await ene.post(`${sted.origin}/arbejde/log-ud`, {}, { headers: own, follow: false })
  expect(ud.status).toBe(303)
  expect((await anden.open(`${sted.origin}/leverandoer`)).status).toBe(401)
  expect((await anden.post(`${sted.origin}/arbejde/session/forlaeng`, {}, { headers: own })).status).toBe(401)
})

test('a role that is taken away opens nothing at the next request, in a session that goes on; given again, it opens again', async () => {
  const browser = createLoginbrowser()
  await giv(NY, 'leverandoer')
  expect((await logInd(browser, NY)).status).toBe(200)
  expect((await fratagRolle(sted.system, { ...hvem(NY), rolle: 'leverandoer' })).ok).toBe(true)
  const lukket = await browser.open(`${sted.origin}/leverandoer`)
  expect(lukket.status).toBe(403)
  expect(lukket.body).toContain('Du har ingen rolle her')
  // What the operator needs to give the role to the right person.
  expect(lukket.body).toContain(FOLK[NY]?.id)
  expect((await giv(NY, 'leverandoer')).ok).toBe(true)
  expect((await browser.open(`${sted.origin}/leverandoer`)).status).toBe(200)
  await fratagRolle(sted.system, { ...hvem(NY), rolle: 'leverandoer' })
})

test('a role opens its own audience’s pages alone', async () => {
  const browser = createLoginbrowser()
  await logInd(browser, SANNE)
  for (const sti of ['/kommune', '/drift'])
    expect({ sti, status: (await browser.open(`${sted.origin}${sti}`)).status }).toEqual({ sti, status: 403 })
})

test('a role in one organisation is none in another, even for an identity of the same id', async () => {
  const { browser, id } = await logIndPaaArbejde(sted, { cvr: BIRK, roller: ['leverandoer'] })
  expect((await browser.get('/leverandoer')).status).toBe(200)
  const { browser: fremmed } = await logIndPaaArbejde(sted, { cvr: ANDEN, roller: [], id })
  expect((await fremmed.get('/leverandoer')).status).toBe(403)
})

test('a role from tomorrow opens nothing today, and one until tomorrow nothing the day after', async () => {
  const { browser, id } = await logIndPaaArbejde(sted, { cvr: BIRK, roller: [] })
  const om = (timer: number) => new Date(Date.parse(ur.now()) + timer * 3_600_000).toISOString() as never
  const valg = { cvr: BIRK, medarbejder: id, navn: 'X', rolle: 'leverandoer', af: 'proeve', begrundelse: 'Til en prøve' } as const
  await tildelRolle(sted.system, { ...valg, fra: om(0.1), til: om(0.2) })
  expect((await browser.get('/leverandoer')).status).toBe(403)
  ur.frem(7 * 60_000)
  expect((await browser.get('/leverandoer')).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 200))
  ur.frem(7 * 60_000)
  expect((await browser.get('/leverandoer')).status).toBe(403)
})

test('after fifteen minutes without a request a session shows nothing, and does not come to life again', async () => {
  const { browser } = await logIndPaaArbejde(sted, { cvr: BIRK, roller: ['leverandoer'] })
  ur.frem(14 * 60_000)
  expect((await browser.get('/leverandoer')).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 200))
  ur.frem(14 * 60_000)
  expect((await browser.post('/arbejde/session/forlaeng')).status).toBe(200)
  ur.frem(15 * 60_000 + 1_000)
  expect((await browser.get('/leverandoer')).status).toBe(401)
  expect((await browser.post('/arbejde/session/forlaeng')).status).toBe(401)
})

test('eight hours after login a session is over, however much it is used', async () => {
  const { browser } = await logIndPaaArbejde(sted, { cvr: BIRK, roller: ['leverandoer'] })
  for (let kvarter = 0; kvarter < 8 * 6 - 1; kvarter++) {
    ur.frem(10 * 60_000)
    expect((await browser.post('/arbejde/session/forlaeng')).status).toBe(200)
  }
  ur.frem(11 * 60_000)
  expect((await browser.get('/leverandoer')).status).toBe(303)
})

test('while the database does not answer nobody is let in, and nobody is said to be logged out', async () => {
  let svarer = true
  const taget = await startWebsted({
    wrap: (db) => ({
      ...db,
      readBatch: (kontekst, saetninger) =>
        svarer
          ? db.readBatch(kontekst, saetninger)
          : db.readBatch(kontekst, [{ text: 'SELECT 1/0', values: [] }, ...saetninger] as never),
    }),
  })
  const { browser } = await logIndPaaArbejde(taget, { cvr: BIRK, roller: ['leverandoer'] })
  expect((await browser.get('/leverandoer')).status).toBe(200)
  svarer = false
  const svar = await browser.get('/leverandoer')
  expect(svar.status).toBe(503)
  expect(svar.headers['retry-after']).toBe('30')
  await taget.close()
})
