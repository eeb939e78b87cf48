import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../byggere/browser.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { KORSBAEK, startWebsted, type Testwebsted, udviklingsnoegle } from '../byggere/websted.ts'

let sted: Testwebsted
let browser: Browser
beforeAll(async () => {
  sted = await startWebsted()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await sted.close()
})

test('the page about the API shows every call, can try one with a key, and the strict policy has nothing to stop', async () => {
  const side = await browser.newPage()
  const brud: string[] = []
  const udefra: string[] = []
  side.on('console', (besked) => besked.type() === 'error' && brud.push(besked.text()))
  side.on('pageerror', (fejl) => brud.push(fejl.message))
  side.on('request', (kald) => new URL(kald.url()).origin === sted.origin || udefra.push(kald.url()))
  const svar = await side.goto(`${sted.origin}/api/docs`)
  expect(svar?.headers()['content-security-policy']).toContain("default-src 'self'")
  await side.waitForSelector('.opblock')
  const kald = await side.locator('.opblock-summary-path').allInnerTexts()
  const rene = kald.map((tekst) => tekst.replaceAll('​', ''))
  expect(rene).toEqual(
    expect.arrayContaining(['/api/v1/leverancer', '/api/v1/token', '/api/v1/soegninger', '/api/v1/haendelser']),
  )
  await side.getByRole('button', { name: 'Authorize' }).first().click()
  const noegle = side.locator('.auth-container', { hasText: 'Udviklingsnoegle' })
  await noegle.locator('input').fill(udviklingsnoegle('a'))
  await noegle.getByRole('button', { name: /Apply|Authorize/ }).click()
  await side.getByRole('button', { name: 'Close' }).first().click()
  const afvisninger = side.locator('.opblock', { has: side.locator('[data-path="/api/v1/afvisninger"]') })
  await afvisninger.locator('.opblock-summary-control').click()
  await afvisninger.getByRole('button', { name: 'Try it out' }).click()
  await afvisninger.getByRole('button', { name: 'Execute' }).click()
  await expect.poll(() => afvisninger.locator('.live-responses-table .response-col_status').last().innerText()).toContain('200')
  expect(brud.filter((tekst) => !tekst.includes('favicon'))).toEqual([])
  expect(udefra).toEqual([])
  await side.close()
})

test('without script there is the description as a file; a file that is not there is 404; the vendor finds the page on the start page', async () => {
  const kontekst = await browser.newContext({ javaScriptEnabled: false })
  const side = await kontekst.newPage()
  await side.goto(`${sted.origin}/api/docs`)
  expect(await side.getByRole('link', { name: 'openapi.json' }).getAttribute('href')).toBe('/api/v1/openapi.json')
  await kontekst.close()
  expect((await sted.browser().get('/api/docs/package.json')).status).toBe(404)
  const leverandoer = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['leverandoer'] })
  expect((await leverandoer.browser.get('/leverandoer')).tekst).toContain('href="/api/docs"')
})
