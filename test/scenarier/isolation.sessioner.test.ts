import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CprNummer } from '#kernel'
import { createBrowser as createLoginbrowser } from '../../src/demo/mitid/proeve-browser.ts'
import { checkSvar, createFund, EGNE_SIDER } from '../byggere/gennemgang.ts'
import { idOf, type Kanarieverden, leverKanarier } from '../byggere/kanarieverden.ts'
import { createBrowser, send } from '../byggere/klient.ts'
import { findMaerker } from '../byggere/maerker.ts'
import { noterTal } from '../byggere/tal.ts'
import { createUr } from '../byggere/tilslutning.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** 2,000 requests of which 500 are cut off, at full size. */
const ANMODNINGER = Number(process.env['BEVIS_AFBRUDTE'] ?? 100) * 4

let sted: Testwebsted
let verden: Kanarieverden
const ur = createUr(new Date().toISOString())
const person = (cpr: string, navn: string) => ({ cpr: cpr as CprNummer, navn, historie: '', alder: 60 })
beforeAll(async () => {
  // The first two can log in by MitID; the numbers are those that the world of canaries gives them.
  sted = await startWebsted({ clock: ur, personer: [person('6101501000', 'qz0000Navn'), person('6201511001', 'qz0001Navn')] })
  verden = await leverKanarier(sted, 8)
})
afterAll(() => sted.close())

const logIndHosMitid = async (browser: ReturnType<typeof createLoginbrowser>, nr: number) => {
  const valg = await browser.open(`${sted.origin}/log-ind?til=/sager`)
  return browser.post(valg.url, { person: String(nr) })
}
const ejereI = (tekst: string) => new Set(findMaerker(tekst, verden.bog).flatMap(({ ejere }) => ejere))

test('B logs in where A has not logged out: A’s tabs, and every copy of A’s cookie, show nothing of A’s any more', async () => {
  const browser = createLoginbrowser()
  const a = await logIndHosMitid(browser, 0)
  expect(ejereI(a.body)).toEqual(new Set([0]))
  const kopi = browser.copy()
  const b = await logIndHosMitid(browser, 1)
  expect(b.body).toContain('qz0001sag1titel')
  expect(b.body).not.toContain('qz0000')
  // The other tab asks with the cookie that the browser has now.
  for (const sti of [...EGNE_SIDER, `/sager/${idOf(0, 'sag1')}`]) {
    const svar = await browser.open(`${sted.origin}${sti}`)
    expect({ sti, a: svar.body.replaceAll(idOf(0, 'sag1'), '').includes('qz0000') }).toEqual({ sti, a: false })
  }
  const gammel = await kopi.open(`${sted.origin}/sager`, { follow: false })
  expect(gammel.status).toBe(401)
  expect(ejereI(gammel.body)).toEqual(new Set())
})

test('logged out in one tab is logged out in the other', async () => {
  const ene = await sted.logInd(verden.personer[2]?.cpr ?? '')
  const anden = ene.kopi()
  expect((await anden.get('/sager')).status).toBe(200)
  expect((await ene.post('/log-ud')).status).toBe(303)
  const svar = await anden.get('/sager')
  expect(svar.status).toBe(401)
  expect(ejereI(svar.tekst)).toEqual(new Set())
  expect((await anden.get('/api/v1/mig/sager')).status).toBe(401)
  expect((await anden.post('/session/forlaeng')).status).toBe(401)
  expect((await ene.get('/sager')).status).toBe(303)
})

test('two persons in two tabs’ jars, by turns and at once, each see only their own', async () => {
  const [x, y] = await Promise.all([3, 4].map((nr) => sted.logInd(verden.personer[nr]?.cpr ?? '')))
  const fund = createFund()
  await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const svar = await (i % 2 ? y : x)?.get(EGNE_SIDER[i % EGNE_SIDER.length] ?? '/sager')
      if (svar) checkSvar(fund, verden, [3 + (i % 2)], svar)
    }),
  )
  expect(fund.brud).toEqual([])
  expect([...fund.statusser]).toEqual([[200, 100]])
})

test('after fifteen minutes without a request a session shows nothing, and does not come to life again', async () => {
  const browser = await sted.logInd(verden.personer[5]?.cpr ?? '')
  ur.frem(14 * 60_000)
  expect((await browser.get('/sager')).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 200))
  ur.frem(14 * 60_000)
  expect((await browser.get('/sager')).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 200))
  ur.frem(15 * 60_000 + 1_000)
  for (const sti of [...EGNE_SIDER, '/api/v1/mig/sager']) {
    const svar = await browser.get(sti)
    expect({ sti, status: svar.status, ejere: [...ejereI(svar.tekst)] }).toEqual({ sti, status: 401, ejere: [] })
  }
  expect((await browser.post('/session/forlaeng')).status).toBe(401)
})

test('eight hours after login a session is over, however much it is used', async () => {
  const browser = await sted.logInd(verden.personer[6]?.cpr ?? '')
  for (let kvarter = 0; kvarter < 8 * 6 - 1; kvarter++) {
    ur.frem(10 * 60_000)
    const svar = await browser.post('/session/forlaeng')
    expect(svar.status).toBe(200)
  }
  ur.frem(11 * 60_000)
  expect((await browser.get('/sager')).status).toBe(303)
})

test('a cookie that is altered, cut, doubled or another site’s is no session', async () => {
  const browser = await sted.logInd(verden.personer[6]?.cpr ?? '')
  const [navn = '', vaerdi = ''] = browser.cookies().split('=')
  const anden = await startWebsted({ clock: ur })
  const fremmed = (await anden.logInd(verden.personer[6]?.cpr ?? '')).cookies()
  await anden.close()
  const midt = Math.floor(vaerdi.length / 2)
  for (const cookie of [
    `${navn}=${vaerdi.slice(0, -2)}`,
    `${navn}=${vaerdi.slice(0, midt)}${vaerdi[midt] === 'A' ? 'B' : 'A'}${vaerdi.slice(midt + 1)}`,
    `${navn}=`,
    `x${navn}=${vaerdi}`,
    fremmed,
    `bb-vedroerer=${vaerdi}`,
  ])
    expect((await send(sted.origin, '/sager', { headers: { cookie } })).status).toBe(303)
  expect((await send(sted.origin, '/sager', { headers: { cookie: `${navn}=${vaerdi}` } })).status).toBe(200)
})

test('another’s choice of whom to look for means nothing in one’s own session', async () => {
  const foraelder = await sted.logInd(verden.personer[0]?.cpr ?? '')
  const part = verden.parter.get(verden.boern.get(0)?.nr ?? -1) ?? ''
  await foraelder.post('/se-for', { part })
  expect(ejereI((await foraelder.get('/sager')).tekst)).toContain(1000)
  const valg =
    foraelder
      .cookies()
      .split('; ')
      .find((cookie) => cookie.startsWith('bb-vedroerer=')) ?? ''
  expect(valg.length).toBeGreaterThan(40)
  for (const nr of [0, 1]) {
    const browser = await sted.logInd(verden.personer[nr]?.cpr ?? '')
    browser.setCookie(valg)
    const ejere = ejereI((await browser.get('/sager')).tekst.replaceAll(part, ''))
    expect(ejere.has(1000)).toBe(false)
    expect(ejere.has(nr)).toBe(true)
  }
})

test('a form from elsewhere changes nothing, and says nothing', async () => {
  const browser = await sted.logInd(verden.personer[0]?.cpr ?? '')
  const part = verden.parter.get(1000) ?? ''
  for (const headers of [
    {},
    { origin: 'https://ond.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: sted.origin },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    for (const sti of ['/se-for', '/session/forlaeng', '/log-ud']) {
      const svar = await browser.post(sti, { part }, headers as Record<string, string>)
      expect([401, 403]).toContain(svar.status)
      expect(svar.headers['set-cookie']).toBeUndefined()
    }
  }
  expect(ejereI((await browser.get('/sager')).tekst.replaceAll(part, ''))).not.toContain(1000)
})

test(`${ANMODNINGER / 4} of ${ANMODNINGER} requests cut off in the middle, on connections that are kept: no answer holds another’s mark`, {
  timeout: 30_000 + ANMODNINGER * 60,
}, async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 24 })
  const cookies = await Promise.all(verden.personer.map(async ({ cpr }) => (await sted.logInd(cpr)).cookies()))
  const fund = createFund()
  let afbrudt = 0
  const enkelt = async (i: number): Promise<void> => {
    const nr = (i * 7) % 8
    const sti = EGNE_SIDER[i % EGNE_SIDER.length] ?? '/sager'
    if (i % 4 === 0) {
      await abort(agent, sti, cookies[nr] ?? '', i % 12)
      afbrudt++
      return
    }
    checkSvar(fund, verden, [nr], await createBrowserWith(agent, cookies[nr] ?? '').get(sti))
  }
  const koe = Array.from({ length: ANMODNINGER }, (_, i) => i)
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      for (let i = koe.shift(); i !== undefined; i = koe.shift()) await enkelt(i)
    }),
  )
  agent.destroy()
  noterTal(`${fund.svar} answers, ${afbrudt} cut off, ${fund.brud.length} breaches`)
  expect(fund.brud).toEqual([])
  expect([...fund.statusser]).toEqual([[200, (ANMODNINGER * 3) / 4]])
  expect(afbrudt).toBe(ANMODNINGER / 4)
})

function createBrowserWith(agent: Agent, cookies: string) {
  const browser = createBrowser(sted.origin, agent)
  for (const cookie of cookies.split('; ')) browser.setCookie(cookie)
  return browser
}

/** Cuts a request off: at once, when the headers have come, or after a while. */
function abort(agent: Agent, sti: string, cookie: string, hvornaar: number): Promise<void> {
  return new Promise((resolve) => {
    const ud = request(`${sted.origin}${sti}`, { agent, headers: { cookie } }, (svar) => {
      svar.on('error', () => undefined)
      svar.once('data', () => ud.destroy())
    })
    ud.on('error', () => undefined)
    ud.on('close', () => resolve())
    ud.end()
    if (hvornaar === 0) setImmediate(() => ud.destroy())
    if (hvornaar === 4) setTimeout(() => ud.destroy(), 5)
  })
}

test('connections to the database that are cut in the middle of reading give 503 or the right page, and the site goes on', {
  timeout: 60_000,
}, async () => {
  const browsere = await Promise.all(verden.personer.map(({ cpr }) => sted.logInd(cpr)))
  const fund = createFund()
  let slut = false
  const draeber = (async () => {
    let antal = 0
    while (!slut) {
      const fra = await sted.base.asOwner<{ n: number }>(
        `SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'borgerblikket'`,
      )
      antal += fra[0]?.n ?? 0
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    return antal
  })()
  await Promise.all(
    browsere.map(async (browser, nr) => {
      for (let i = 0; i < 40; i++) checkSvar(fund, verden, [nr], await browser.get(EGNE_SIDER[i % EGNE_SIDER.length] ?? '/sager'))
    }),
  )
  slut = true
  const draebt = await draeber
  noterTal(`${draebt} connections cut; ${[...fund.statusser].map(([status, antal]) => `${antal} answered ${status}`).join(', ')}`)
  expect(fund.brud).toEqual([])
  expect(draebt).toBeGreaterThan(10)
  expect([...fund.statusser.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([])
  expect(fund.statusser.get(200)).toBeGreaterThan(0)
  expect(fund.statusser.get(503)).toBeGreaterThan(0)
  for (const [nr, browser] of browsere.entries()) expect(ejereI((await browser.get('/sager')).tekst)).toContain(nr)
})
