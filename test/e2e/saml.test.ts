import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { startUdbydersted, type Udbydersted } from '../byggere/udbydersted.ts'

/** The login by SAML in a real Chromium, whose rules about cookies on a form from another site are those of employees' own browsers. */
let sted: Udbydersted
let browser: Browser
let origin: string
beforeAll(async () => {
  sted = await startUdbydersted()
  origin = sted.origin
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await sted?.close()
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
