import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, startUdbydere, wireSystem } from '#compose'
import { readConfig } from '#config'
import { systemClock } from '#platform/clock'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'

/** The login by SAML in a real Chromium, whose rules about cookies on a form from another site are those of employees' own browsers. */
let base: Testdatabase
let app: FastifyInstance
let udbydere: Awaited<ReturnType<typeof startUdbydere>>
let browser: Browser
let origin: string
const mappe = mkdtempSync(join(tmpdir(), 'bbsamle2e-'))
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
  const system = await wireSystem({ config, ejer: base.ejer, db: base.db, clock: systemClock, close: async () => undefined })
  udbydere = await startUdbydere(system)
  app = await createApp(
    system,
    { udsteder: 'http://127.0.0.1:9', klientId: 'x', klientHemmelighed: 'x' },
    undefined,
    udbydere.saml,
  )
  await app.listen({ port, host: 'localhost' })
  origin = config.url
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await udbydere?.server.close()
  await base?.close()
  rmSync(mappe, { recursive: true, force: true })
})

test.each([
  ['telefon', false],
  ['bord', true],
] as const)(
  'on a %s (script: %s): log in at the municipality, land on the page asked for, and be out in all tabs',
  { timeout: 90_000 },
  async (bredde, javaScriptEnabled) => {
    const context = await browser.newContext({ viewport: BREDDER[bredde], javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${origin}/kommune`)
    await page.getByRole('link', { name: 'Log ind hos Korsbæk Kommune' }).click()
    expect(new URL(page.url()).hostname).toBe('127.0.0.1')
    await page.getByRole('button', { name: /Lone Thorsager/ }).click()
    if (!javaScriptEnabled) await page.getByRole('button', { name: /Fortsæt til Borgerblikket/ }).click()
    await page.waitForURL(`${origin}/kommune`)
    expect(await page.getByRole('main').textContent()).toContain('Sagsbehandler')
    const cookies = await context.cookies(origin)
    // None is sent along with forms from other sites, and the attempt's own is gone.
    expect(cookies.map(({ name, sameSite, httpOnly }) => [name, sameSite, httpOnly])).toEqual([
      ['borgerblikket-arbejde', 'Lax', true],
    ])
    const anden = await context.newPage()
    await anden.goto(`${origin}/kommune`)
    expect(new URL(anden.url()).pathname).toBe('/kommune')
    if (bredde === 'telefon') await page.getByText('Menu', { exact: true }).click()
    await page.getByRole('button', { name: 'Log ud' }).first().click()
    await page.waitForURL('**/arbejde/saml/log-ud?**')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du er logget ud')
    await anden.reload()
    expect(new URL(anden.url()).pathname).not.toBe('/kommune')
    await context.close()
  },
)
