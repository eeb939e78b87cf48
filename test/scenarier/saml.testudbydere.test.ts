import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, type System, startUdbydere, wireSystem } from '#compose'
import { readConfig } from '#config'
import { systemClock } from '#platform/clock'
import { createBrowser, type Side } from '../../src/demo/mitid/proeve-browser.ts'
import { SAGSBEHANDLERE } from '../../src/demo/verden/sagsbehandlere.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'

/** The demo's stand-ins for municipalities' own logins, made with samlify, against the site as `npm start` wires it. */
let base: Testdatabase
let app: FastifyInstance
let udbydere: Awaited<ReturnType<typeof startUdbydere>>
let system: System
let origin: string
const mappe = mkdtempSync(join(tmpdir(), 'bbudbydere-'))
async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
beforeAll(async () => {
  base = await createTestDatabase()
  const port = await freePort()
  const config = readConfig({ PORT: String(port), BORGERBLIKKET_DATA: mappe, LOGNIVEAU: 'silent', HOST: 'localhost' })
  system = await wireSystem({ config, ejer: base.ejer, db: base.db, clock: systemClock, close: async () => undefined })
  udbydere = await startUdbydere(system)
  const broker = { udsteder: 'http://127.0.0.1:9', klientId: 'x', klientHemmelighed: 'x' }
  app = await createApp(system, broker, undefined, udbydere.saml)
  await app.listen({ port, host: 'localhost' })
  origin = config.url
})
afterAll(async () => {
  await app.close()
  await udbydere.server.close()
  await base.close()
  rmSync(mappe, { recursive: true, force: true })
})

type Browser = ReturnType<typeof createBrowser>
const felt = (side: Side, navn: string): string =>
  (new RegExp(`name="${navn}" value="([^"]*)"`).exec(side.body)?.[1] ?? '').replaceAll('&amp;', '&')

/** Chooses the municipality and the person, and goes on as the page's own form does. */
async function logInd(browser: Browser, kommune: string, nr: number): Promise<Side> {
  const valg = await browser.open(`${origin}/arbejde/log-ind?udbyder=${kommune}&til=/kommune`)
  expect(valg.status).toBe(200)
  const videre = await browser.post(new URL(`/${kommune}/valg`, valg.url).href, {
    query: felt(valg, 'query'),
    medarbejder: String(nr),
  })
  expect(videre.body).toContain('Du er logget ind')
  return browser.post(`${origin}/arbejde/saml/svar`, { SAMLResponse: felt(videre, 'SAMLResponse') })
}

test('each of a municipality’s four can log in, and is what the provider says', async () => {
  const roller = ['Sagsbehandler', 'Sagsbehandler', 'Borgerservice', 'Projektansvarlig']
  for (const [nr, rolle] of roller.entries()) {
    const side = await logInd(createBrowser(), 'korsbaek', nr)
    expect([side.status, new URL(side.url).pathname]).toEqual([200, '/kommune'])
    expect(side.body).toContain(rolle)
    expect(side.body).toContain(SAGSBEHANDLERE[nr]?.navn)
  }
})

test('their rights are kept with the session as the groups they came in', async () => {
  await logInd(createBrowser(), 'brobyskov', 0)
  const [[raekke]] = await base.db.readBatch({ rolle: 'login' }, [
    { text: 'SELECT rettigheder, rettighedsfund FROM medarbejdersession ORDER BY oprettet DESC LIMIT 1', values: [] },
  ])
  const { rettigheder, rettighedsfund } = raekke as {
    readonly rettigheder: readonly { readonly kle: unknown }[]
    readonly rettighedsfund: unknown
  }
  expect(rettighedsfund).toEqual([])
  expect(rettigheder.map(({ kle }) => kle)).toEqual([['27.*'], ['*']])
})

test('logging out here logs out there, and comes back', async () => {
  const browser = createBrowser()
  const side = await logInd(browser, 'korsbaek', 0)
  const ud = await browser.post(
    `${origin}/arbejde/log-ud`,
    { _formular: felt(side, '_formular') },
    { headers: { 'sec-fetch-site': 'same-origin' } },
  )
  expect(ud.body).toContain('Du er logget ud her')
  const slut = await browser.open(String(ud.headers.get('refresh')).replace(/^0; url=/, ''))
  expect(new URL(slut.url).pathname).toBe('/arbejde/saml/log-ud')
  expect([slut.status, slut.body.includes('Du er logget ud')]).toEqual([200, true])
  expect((await browser.open(`${origin}/kommune`)).url).toContain('/arbejde/log-ind')
})

test('a stand-in answers nobody but the site', async () => {
  const adresse = udbydere.saml.udbydere[0]?.login ?? ''
  for (const query of ['', '?SAMLRequest=x', '?SAMLRequest=fZA%3D&SigAlg=x&Signature=y'])
    expect((await createBrowser().open(adresse + query)).status).toBe(400)
})
