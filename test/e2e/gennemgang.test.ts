import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuid } from '#kernel'
import { grantRet } from '#kvalitet/gennemgang'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { judgeAlt, withoutPlantede } from '../byggere/titelopgaver.ts'
import { KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The review of titles in a real Chromium: by keyboard alone, and without script. */
const SIMON = {
  cvr: KORSBAEK,
  organisation: 'Korsbæk Kommune',
  historie: 'Sagsbehandler.',
  id: uuid(randomUUID()),
  navn: 'Simon Prøve',
}
const ANTAL = 60
let browser: Browser
let sted: Testwebsted
beforeAll(async () => {
  const opsaetning = [konfiguration({ kle: '27', kvalitetskrav: 'alle' })]
  sted = await startWebsted({ opsaetning, medarbejdere: [SIMON] })
  await withoutPlantede(sted)
  const valg = { cvr: KORSBAEK, medarbejder: SIMON.id, navn: SIMON.navn, af: 'proeve', begrundelse: 'Til en prøve' }
  await tildelRolle(sted.system, { ...valg, rolle: 'sagsbehandler' })
  const ret = { medarbejder: SIMON.id, navn: SIMON.navn, kle: [], enheder: [], behandlere: [] }
  await grantRet(sted.system, { id: SIMON.id, cvr: KORSBAEK, navn: 'Leder' }, ret)
  await leverSager(ANTAL, 'Hjælp til indkøb')
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

async function leverSager(antal: number, titel: string): Promise<void> {
  const sager = Array.from({ length: antal }, (_, nr) =>
    lavSag({ id: randomUUID(), titel: `${titel} ${nr + 1}`, parter: [part('Primær part', '6101800011')] }),
  )
  await sted.lever('a', sager)
  await judgeAlt(sted)
}

async function open(javaScriptEnabled: boolean, viewport: { width: number; height: number } = BREDDER.bord): Promise<Page> {
  const page = await (await browser.newContext({ viewport, javaScriptEnabled })).newPage()
  await page.goto(`${sted.origin}/kommune/gennemgang`)
  await page.getByRole('button', { name: `Log ind som ${SIMON.navn}` }).click()
  await page.waitForURL('**/kommune/gennemgang')
  return page
}
const count = async (tilstand: string): Promise<number> =>
  Number((await sted.base.asOwner<{ n: string }>('SELECT count(*) AS n FROM titelopgave WHERE tilstand = $1', [tilstand]))[0]?.n)

const checkAxe = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

test('sixty titles are cleared with the keyboard alone: approved, corrected, withheld, undone, skipped', {
  timeout: 120_000,
}, async () => {
  const page = await open(true)
  await checkAxe(page)
  const start = performance.now()
  /** Presses, and waits for the page that comes of it. */
  const answer = async (...taster: readonly string[]): Promise<void> => {
    const kommer = page.waitForNavigation({ waitUntil: 'load' })
    for (const tast of taster) await (tast.length > 6 ? page.keyboard.type(tast) : page.keyboard.press(tast))
    await kommer
  }
  await answer('r', 'Hjælp til at købe ind', 'Enter')
  expect(await page.locator('#kvittering').textContent()).toContain('Titlen er rettet')
  await answer('t', '3', 'Enter')
  expect(await page.locator('#kvittering').textContent()).toContain('holdt tilbage')
  await answer('z')
  expect(await page.locator('#kvittering').textContent()).toContain('Fortrudt')
  await checkAxe(page)
  await answer('j')
  for (let nr = 0; nr < ANTAL; nr++) {
    if ((await page.locator('#g-godkend').count()) === 0) break
    await answer('g')
  }
  const sekunder = (performance.now() - start) / 1000
  expect([await count('venter'), await count('rettet'), await count('godkendt')]).toEqual([0, 1, ANTAL - 1])
  // Of the five minutes that a person has, what the site itself takes is to be the small part.
  expect(sekunder).toBeLessThan(150)
  await page.context().close()
})

test('the keys can be turned off, and then they do nothing (WCAG 2.1.4); in a field they are letters', {
  timeout: 60_000,
}, async () => {
  await leverSager(2, 'Hjælp til rengøring')
  const page = await open(true)
  await page.locator('#ny-titel').focus()
  await page.keyboard.type('gtz')
  expect(await page.locator('#ny-titel').inputValue()).toContain('gtz')
  await page.keyboard.press('Escape')
  await page.getByLabel('Brug genvejstaster').uncheck()
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.waitForTimeout(300)
  expect(await count('venter')).toBe(2)
  expect(await page.locator('kbd').first().isVisible()).toBe(false)
  await page.reload()
  expect(await page.getByLabel('Brug genvejstaster').isChecked()).toBe(false)
  await page.getByLabel('Brug genvejstaster').check()
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.waitForURL('**k=**')
  expect(await count('venter')).toBe(1)
  await page.context().close()
})

test('on a phone without script: approve, withhold with a reason, undo', { timeout: 60_000 }, async () => {
  await leverSager(2, 'Hjælp til bad')
  const page = await open(false, BREDDER.telefon)
  const foer = await count('venter')
  expect(await page.getByLabel('Brug genvejstaster').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Godkend' }).click()
  expect(await page.getByText('Titlen er godkendt.').isVisible()).toBe(true)
  await page.getByText('Hold titlen tilbage').click()
  await page.getByLabel('Den er hård eller nedsættende').check()
  await page.getByRole('button', { name: 'Hold tilbage' }).click()
  expect(await page.getByText('Titlen er holdt tilbage.').isVisible()).toBe(true)
  expect(await count('venter')).toBe(foer - 2)
  await page.getByRole('button', { name: 'Fortryd' }).click()
  expect(await count('venter')).toBe(foer - 1)
  await page.context().close()
})
