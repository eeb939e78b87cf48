import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { lavDokument, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { logSagsbehandlerInd, rettighed, type Sagsbehandler } from '../byggere/sagsbehandler.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The caseworker's page in a real Chromium: by keyboard alone, and without script. */
const ALMA = '6101800021'
let browser: Browser
let sted: Testwebsted
let karen: Sagsbehandler
beforeAll(async () => {
  sted = await startWebsted()
  const brev = randomUUID()
  const mig = [part('Primær part', ALMA)]
  await sted.lever('a', [
    ...['Første sag', 'Anden sag', 'Tredje sag'].map((titel, i) =>
      lavSag(
        { id: randomUUID(), parter: mig, titel, tid: `2026-0${3 - i}-05T08:00:00.000Z` },
        i === 0 ? { journalposter: [tilakteret(brev, '2026-03-05T08:00:00.000Z')] } : {},
      ),
    ),
    lavDokument({ id: brev, titel: 'Brev på første sag', type: 'Brev, indgaaende' }),
    ...['Første jobsag', 'Anden jobsag'].map((titel) => lavSag({ id: randomUUID(), parter: mig, titel, kle: '32.24.04' })),
  ])
  karen = await logSagsbehandlerInd(sted, [rettighed(['27.*'], { systemroller: ['se', 'cpr'] })])
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

async function open(
  sti: string,
  javaScriptEnabled: boolean,
  viewport: { width: number; height: number } = BREDDER.bord,
  hvem = karen,
): Promise<Page> {
  const context = await browser.newContext({ viewport, javaScriptEnabled })
  const cookies = hvem.browser
    .cookies()
    .split('; ')
    .map((par) => {
      const skel = par.indexOf('=')
      return { name: par.slice(0, skel), value: par.slice(skel + 1), url: sted.origin }
    })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(sted.origin + sti)
  return page
}
const besoeg = async (): Promise<string> => karen.slaaOp(await sted.part(ALMA))
const fokus = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent.trim().slice(0, 40)')

async function checkAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

test('by keyboard: down the list, into a case and back to where one was, another tab, and to the search', {
  timeout: 60_000,
}, async () => {
  const sti = await besoeg()
  const page = await open(sti, true)
  await page.locator('#genveje').waitFor({ state: 'visible' })
  await page.keyboard.press('j')
  expect(await fokus(page)).toContain('Første sag')
  await page.keyboard.press('ArrowDown')
  expect(await fokus(page)).toContain('Anden sag')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  const detalje = page.locator('#detalje')
  await detalje.waitFor()
  expect(await detalje.locator('h2').textContent()).toBe('Første sag')
  expect(new URL(page.url()).search).toMatch(/^\?ting=[\w-]{16}$/)
  // The list stands beside it, with what is open marked in it.
  expect(await page.locator('.bb-tingliste tbody tr').count()).toBe(3)
  expect(await page.locator('.bb-aktuel').textContent()).toContain('Første sag')
  expect(await detalje.textContent()).toContain('Brev på første sag')
  await checkAxe(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => detalje.count()).toBe(0)
  expect(await fokus(page)).toContain('Første sag')
  expect(new URL(page.url()).pathname).toBe(sti)
  await page.goBack()
  await expect.poll(() => detalje.count()).toBe(1)
  await page.keyboard.press('3')
  await page.waitForURL('**fane=dokumenter')
  expect(await page.locator('.bb-tingliste').textContent()).toContain('Brev på første sag')
  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).toBe('soeg')
  await page.keyboard.type('j3')
  expect(await page.locator('#soeg').inputValue()).toBe('j3')
  await page.context().close()
})

test('the keys can be turned off, and stay off', { timeout: 60_000 }, async () => {
  const page = await open(await besoeg(), true)
  await page.getByLabel('Brug genvejstaster').uncheck()
  await page.keyboard.press('3')
  await page.reload()
  await page.keyboard.press('3')
  expect(new URL(page.url()).search).toBe('')
  await page.context().close()
})

test('without script: opened, closed, filtered and another tab by links and buttons, on a phone', {
  timeout: 60_000,
}, async () => {
  const page = await open(await besoeg(), false, BREDDER.telefon)
  await page.getByRole('link', { name: 'Anden sag' }).click()
  expect(await page.locator('#detalje h2').textContent()).toBe('Anden sag')
  expect(new URL(page.url()).hash).toBe('#detalje')
  await page.getByRole('link', { name: 'Luk' }).click()
  expect(await page.locator('#detalje').count()).toBe(0)
  await page.getByText('Filter', { exact: true }).click()
  await page.getByLabel('Fra dato').fill('2026-02-01')
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  expect(await page.locator('.bb-tingliste tbody tr').count()).toBe(2)
  await page.getByRole('link', { name: 'Fjern filter' }).click()
  expect(await page.locator('.bb-tingliste tbody tr').count()).toBe(3)
  // Nine tabs would fill the screen: they are folded under the one that is shown.
  expect(await page.getByRole('link', { name: 'Tidslinje' }).isVisible()).toBe(false)
  await page.getByText('Vis noget andet').click()
  await page.getByRole('link', { name: 'Tidslinje' }).click()
  expect(await page.locator('.bb-begivenheder').textContent()).toContain('Sagen blev oprettet')
  await page.context().close()
})

test.each([
  ['with script', true, BREDDER.bord],
  ['without, on a phone', false, BREDDER.telefon],
] as const)('why something cannot be seen opens beside the list, %s', { timeout: 60_000 }, async (_, script, bredde) => {
  const kender = await logSagsbehandlerInd(sted, [rettighed(['27.*']), rettighed(['32.*'], { systemroller: ['kendskab'] })])
  const sti = await kender.slaaOp(await sted.part(ALMA))
  const page = await open(sti, script, bredde, kender)
  await page.locator('.bb-forbehold > summary').click()
  await page.getByText('Hvorfor kan jeg ikke se dem?').click()
  await page.getByRole('link', { name: 'Sag 2' }).click()
  const detalje = page.locator('#detalje')
  await detalje.waitFor()
  expect(await detalje.locator('h2').textContent()).toBe('Hvorfor kan jeg ikke se den?')
  expect(await detalje.textContent()).toContain('Sagen har et emne (KLE), som rettigheden ikke dækker.')
  expect(await page.locator('.bb-hvorfor[aria-current="true"]').textContent()).toContain('Sag 2')
  expect(await page.locator('.bb-tingliste tbody tr').count()).toBe(3)
  // Axe is a script itself.
  if (script) await checkAxe(page)
  await page.getByRole('link', { name: 'Luk' }).click()
  await expect.poll(() => detalje.count()).toBe(0)
  if (script) {
    // What was unfolded stays so, and one is back where one was.
    expect(await fokus(page)).toContain('Sag 2')
    await page.keyboard.press('j')
    expect(await fokus(page)).toContain('Første sag')
  }
  await page.getByRole('link', { name: 'Første sag' }).click()
  await detalje.waitFor()
  await detalje.getByText('Hvorfor kan jeg se det her?').click()
  expect(await detalje.getByText('Dine andre rettigheder, som ikke giver adgang').isVisible()).toBe(true)
  if (script) await checkAxe(page)
  await page.context().close()
})

test('a search is posted, and the way back from a citizen’s page leads to no page that holds a number', {
  timeout: 60_000,
}, async () => {
  const page = await open('/kommune/borger', true)
  await checkAxe(page)
  await page.getByRole('searchbox').fill('610180-0021')
  await page.getByRole('button', { name: 'Søg' }).click()
  expect(await page.locator('main').textContent()).toContain('1 fundet')
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
  await checkAxe(page)
  await page.getByLabel('Hvorfor slår du op?').selectOption('vejledning')
  await page.getByRole('button', { name: 'Åbn' }).click()
  await page.waitForURL(/\/kommune\/borger\/[\da-f-]{36}$/)
  await page.getByRole('button', { name: 'Vis hele CPR-nummeret' }).click()
  expect(await page.locator('.bb-personlinje').textContent()).toContain('610180-0021')
  await checkAxe(page)
  expect(page.url()).not.toContain('610180')
  await page.context().close()
})
