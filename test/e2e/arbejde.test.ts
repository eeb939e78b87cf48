import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, cvrNummer, uuid } from '#kernel'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** People at work in a real Chromium, the whole way from the login to the log-out. */
const DRIFT = { cvr: cvrNummer('20000001'), organisation: 'Driften', historie: 'Drift.' }
const AMINA = { ...DRIFT, id: uuid(randomUUID()), navn: 'Amina Prøve' }
const NY = { ...DRIFT, id: uuid(randomUUID()), navn: 'Nikoline Prøve' }
let browser: Browser
let sted: Testwebsted
beforeAll(async () => {
  const borger = { cpr: '6101501000' as CprNummer, navn: 'Borger Prøve', historie: '', alder: 60 }
  sted = await startWebsted({ personer: [borger], medarbejdere: [AMINA, NY] })
  const valg = { cvr: AMINA.cvr, medarbejder: AMINA.id, navn: AMINA.navn, af: 'proeve', begrundelse: 'Til en prøve' }
  await tildelRolle(sted.system, { ...valg, rolle: 'driftsansvarlig' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

const newPage = async (valg: BrowserContextOptions = {}): Promise<Page> => (await browser.newContext(valg)).newPage()
const logInd = async (page: Page, navn: string, sti = '/arbejde') => {
  await page.goto(`${sted.origin}${sti}`)
  await page.getByRole('button', { name: `Log ind som ${navn}` }).click()
}
const stiOf = (page: Page) => new URL(page.url()).pathname

test('on a phone without script: log in, give a role by the form, see the receipt, and log out', {
  timeout: 60_000,
}, async () => {
  const page = await newPage({ viewport: BREDDER.telefon, javaScriptEnabled: false })
  await logInd(page, 'Amina Prøve')
  await page.waitForURL('**/drift')
  await page.getByRole('main').getByRole('link', { name: 'Roller' }).click()
  await page.getByRole('link', { name: 'Giv en rolle' }).click()
  await page.getByLabel('Navn').fill('Nikoline Prøve')
  await page.getByLabel('Organisationens CVR-nummer').fill(NY.cvr)
  await page.getByLabel('Personens id').fill(NY.id)
  await page.getByLabel('Rolle').selectOption('tilsyn')
  await page.getByRole('button', { name: 'Giv rollen' }).click()
  // The reason was left out: told at its field, with all else kept.
  expect(await page.getByRole('alert').textContent()).toContain('Skriv en begrundelse')
  expect(await page.getByLabel('Navn').inputValue()).toBe('Nikoline Prøve')
  expect(await page.getByLabel('Rolle').inputValue()).toBe('tilsyn')
  await page.getByLabel('Begrundelse').fill('Skal føre tilsyn')
  await page.getByRole('button', { name: 'Giv rollen' }).click()
  expect(await page.getByText('Nikoline Prøve har nu rollen Tilsyn.').isVisible()).toBe(true)
  await page.getByText('Menu', { exact: true }).click()
  await page.getByRole('button', { name: 'Log ud' }).click()
  await page.waitForURL('**/arbejde/logget-ud')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du er logget ud')
  await page.goto(`${sted.origin}/drift`)
  expect(new URL(page.url()).hostname).toBe('127.0.0.1')
  await page.context().close()
})

test('after logging out the back button shows nothing of the page that was open', { timeout: 60_000 }, async () => {
  const page = await newPage({ viewport: BREDDER.bord })
  await logInd(page, 'Amina Prøve', '/drift/roller')
  await page.waitForURL('**/drift/roller')
  expect(await page.getByRole('main').textContent()).toContain('Amina Prøve')
  await page.getByRole('button', { name: 'Log ud' }).click()
  await page.waitForURL('**/arbejde/logget-ud')
  for (let tilbage = 0; tilbage < 3; tilbage++) {
    await page.goBack().catch(() => undefined)
    expect((await page.locator('body').textContent()) ?? '').not.toContain('Amina Prøve har')
    expect(await page.locator('main table').count()).toBe(0)
  }
  await page.context().close()
})

test('a citizen’s tab and one at work in the same browser: logging out in one leaves the other open', {
  timeout: 60_000,
}, async () => {
  const arbejde = await newPage({ viewport: BREDDER.bord })
  await logInd(arbejde, 'Amina Prøve')
  await arbejde.waitForURL('**/drift')
  const borger = await arbejde.context().newPage()
  await logInd(borger, 'Borger Prøve, 60 år', '/log-ind?til=/sager')
  await borger.waitForURL('**/sager')
  await borger.locator('.portal-user').getByRole('button', { name: 'Log ud' }).click()
  await borger.waitForURL('**/logget-ud')
  expect(stiOf(arbejde)).toBe('/drift')
  await arbejde.reload()
  expect(stiOf(arbejde)).toBe('/drift')
  expect(await arbejde.locator('.portal-user').textContent()).toContain('Amina Prøve')
  await arbejde.context().close()
})

test('logged out in one tab, the other tab of the same login is emptied', { timeout: 60_000 }, async () => {
  const ene = await newPage({ viewport: BREDDER.bord })
  await logInd(ene, 'Amina Prøve')
  await ene.waitForURL('**/drift')
  const anden = await ene.context().newPage()
  await anden.goto(`${sted.origin}/drift/roller`)
  await ene.locator('.portal-user').getByRole('button', { name: 'Log ud' }).click()
  await anden.waitForURL('**/arbejde/session-udloebet')
  expect(await anden.locator('body').textContent()).not.toContain('Amina')
  await ene.context().close()
})

test('one without a role is told who can give it, and by which id', { timeout: 60_000 }, async () => {
  const page = await newPage({ viewport: BREDDER.telefon })
  await logInd(page, 'Nikoline Prøve', '/leverandoer')
  await page.waitForURL('**/leverandoer')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du har ingen rolle her')
  expect(await page.getByRole('main').textContent()).toContain(NY.id)
  await page.context().close()
})
