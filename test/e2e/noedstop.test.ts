import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, uuid } from '#kernel'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { KORSBAEK, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The emergency stop in a real Chromium: on a phone and without script, by one who stops and two who open. */
const ULLA = '6101801010' as CprNummer
const SAG = randomUUID()
const ansat = (navn: string) => ({ id: uuid(randomUUID()), navn, cvr: KORSBAEK, organisation: 'Korsbæk Kommune', historie: '' })
const KAREN = ansat('Karen Prøve')
const HENRIK = ansat('Henrik Prøve')
let browser: Browser
let sted: Testwebsted
beforeAll(async () => {
  const borger = { cpr: ULLA, navn: 'Ulla Prøve', historie: '', alder: 46 }
  sted = await startWebsted({ personer: [borger], medarbejdere: [KAREN, HENRIK] })
  for (const { id, navn, cvr } of [KAREN, HENRIK])
    await tildelRolle(sted.system, {
      cvr,
      medarbejder: id,
      navn,
      rolle: 'kvalitetsansvarlig',
      af: 'proeve',
      begrundelse: 'Til en prøve',
    })
  await sted.lever('a', [lavSag({ id: SAG, titel: 'Hjælp til rengøring', parter: [part('Primær part', ULLA)] })])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

const TELEFON: BrowserContextOptions = { viewport: BREDDER.telefon, javaScriptEnabled: false }
async function logInd(navn: string, sti: string): Promise<Page> {
  const page = await (await browser.newContext(TELEFON)).newPage()
  await page.goto(`${sted.origin}${sti}`)
  await page.getByRole('button', { name: `Log ind som ${navn}` }).click()
  await page.waitForURL(`**${sti.startsWith('/log-ind') ? '/sager' : sti}`)
  return page
}
const serSagen = async (): Promise<boolean> => {
  const page = await logInd('Ulla Prøve', '/log-ind?til=/sager')
  const set = await page.getByText('Hjælp til rengøring').count()
  await page.context().close()
  return set > 0
}

test('a case is stopped from a phone, is gone from the citizen’s page, and two open it again', { timeout: 90_000 }, async () => {
  expect(await serSagen()).toBe(true)
  const karen = await logInd('Karen Prøve', '/kommune/noedstop')
  await karen.getByText('En sag, et dokument eller noget andet enkelt').click()
  await karen.getByLabel('Id (UUID)').fill(SAG)
  const form = karen.locator('form', { has: karen.getByLabel('Id (UUID)') })
  await form.getByRole('button', { name: 'Stop nu' }).click()
  // The reason was left out: said at its field, with the form open and the id kept.
  expect(await karen.getByRole('alert').textContent()).toContain('Skriv en begrundelse')
  expect(await karen.getByLabel('Id (UUID)').inputValue()).toBe(SAG)
  await form.getByLabel('Begrundelse').fill('Naboens navn står i titlen')
  await form.getByRole('button', { name: 'Stop nu' }).click()
  expect(await karen.getByText('Det skjuler 1 ting hos 1 borger.').isVisible()).toBe(true)
  expect(await serSagen()).toBe(false)

  await karen.getByText('Foreslå at åbne igen').click()
  await karen.getByLabel('Begrundelse').last().fill('Titlen er rettet i fagsystemet')
  await karen.getByRole('button', { name: 'Foreslå', exact: true }).click()
  expect(await karen.getByText('Det kan bekræftes af Henrik Prøve.').isVisible()).toBe(true)
  expect(await karen.getByRole('button', { name: 'Bekræft, og åbn igen' }).count()).toBe(0)

  const henrik = await logInd('Henrik Prøve', '/kommune/noedstop')
  await henrik.getByRole('button', { name: 'Bekræft, og åbn igen' }).click()
  expect(await henrik.getByText('Der er åbnet igen', { exact: true }).isVisible()).toBe(true)
  // Reloading shows the receipt again and does nothing.
  await henrik.reload()
  expect(await henrik.getByText('foreslået af Karen Prøve og bekræftet af dig').isVisible()).toBe(true)
  expect(await serSagen()).toBe(true)
  const bredde = await henrik.evaluate('document.documentElement.scrollWidth')
  expect(bredde).toBeLessThanOrEqual(BREDDER.telefon.width)
})
