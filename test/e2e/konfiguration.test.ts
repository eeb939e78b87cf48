import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, cvrNummer, uuid } from '#kernel'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Two project leads open a first number, and one closes it, in a real Chromium. */
const KORSBAEK = { cvr: cvrNummer('11111111'), organisation: 'Korsbæk Kommune', historie: 'Projektansvarlig.' }
const HENRIK = { ...KORSBAEK, id: uuid(randomUUID()), navn: 'Henrik Prøve' }
const GITTE = { ...KORSBAEK, id: uuid(randomUUID()), navn: 'Gitte Prøve' }
let browser: Browser
let sted: Testwebsted
beforeAll(async () => {
  const borger = { cpr: '6101501000' as CprNummer, navn: 'Borger Prøve', historie: '', alder: 60 }
  sted = await startWebsted({ personer: [borger], medarbejdere: [HENRIK, GITTE], opsaetning: [] })
  for (const { cvr, id, navn } of [HENRIK, GITTE])
    await tildelRolle(sted.system, {
      cvr,
      medarbejder: id,
      navn,
      rolle: 'projektansvarlig',
      af: 'proeve',
      begrundelse: 'Til en prøve',
    })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

async function logInd(navn: string, valg: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(valg)).newPage()
  await page.goto(`${sted.origin}/kommune`)
  await page.getByRole('button', { name: `Log ind som ${navn}` }).click()
  await page.waitForURL('**/kommune')
  return page
}
const axe = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)

test('on a phone without script one opens a number in a draft, another approves it, and it is closed again', {
  timeout: 120_000,
}, async () => {
  const uden = { viewport: BREDDER.telefon, javaScriptEnabled: false }
  const henrik = await logInd('Henrik Prøve', uden)
  await henrik.getByRole('main').getByRole('link', { name: 'Hvad der vises' }).click()
  await henrik.getByLabel('Søg efter et nummer eller et ord').fill('genoptræning')
  await henrik.getByRole('button', { name: 'Søg' }).click()
  await henrik
    .getByRole('link', { name: /^29\.21 / })
    .first()
    .click()
  await henrik.getByRole('button', { name: 'Vælg, hvad der skal vises' }).click()
  await henrik.getByLabel('Navn').fill('Genoptræning åbnes')
  await henrik.getByLabel('Begrundelse').fill('Besluttet af udvalget')
  await henrik.getByRole('button', { name: 'Lav udkastet' }).click()
  await henrik.getByLabel('Åben for borgerne').selectOption('ja')
  await henrik.getByRole('button', { name: 'Gem i udkastet' }).click()
  // The date was left out: told at its field, with what was chosen kept.
  expect(await henrik.getByRole('alert').textContent()).toContain('Skriv en dato')
  expect(await henrik.getByLabel('Åben for borgerne').inputValue()).toBe('ja')
  await henrik.getByLabel('Sager fra og med').fill('01-03-2026')
  await henrik.getByRole('button', { name: 'Gem i udkastet' }).click()
  expect(await henrik.getByText('Åben for borgerne: Nej → Ja').isVisible()).toBe(true)
  await henrik.getByLabel('Hvorfor').first().fill('Titlerne er set igennem')
  await henrik.getByRole('button', { name: 'Foreslå ændringen' }).click()
  expect(await henrik.getByText('Du har selv foreslået det.').isVisible()).toBe(true)
  expect(await henrik.getByRole('button', { name: 'Godkend ændringen' }).count()).toBe(0)

  const gitte = await logInd('Gitte Prøve', uden)
  await gitte.goto(`${sted.origin}/kommune/konfiguration`)
  await gitte.getByRole('link', { name: 'Genoptræning åbnes' }).click()
  await gitte.getByRole('button', { name: 'Godkend ændringen' }).click()
  expect(await gitte.getByText('Ændringen er godkendt.').isVisible()).toBe(true)
  // The back button leads to the draft as it stands now, with nothing to approve again.
  await gitte.goBack()
  expect(await gitte.getByRole('button', { name: 'Godkend ændringen' }).count()).toBe(0)
  await gitte.goto(`${sted.origin}/kommune/konfiguration/historik`)
  expect(await gitte.getByRole('heading', { level: 2 }).count()).toBe(1)

  await henrik.goto(`${sted.origin}/kommune/konfiguration/nummer/29.21`)
  expect(await henrik.getByText(/efter 29\.21 siden/).isVisible()).toBe(true)
  await henrik.getByLabel('Hvorfor').fill('En fejl i titlerne')
  await henrik.getByRole('button', { name: 'Luk nummeret' }).click()
  expect(await henrik.getByText('Nummeret er lukket for borgerne.').isVisible()).toBe(true)
  await henrik.context().close()
  await gitte.context().close()
})

test('a file that was downloaded, edited and chosen becomes a draft; with the keyboard, and with nothing that axe finds', {
  timeout: 120_000,
}, async () => {
  const page = await logInd('Henrik Prøve', { viewport: BREDDER.bord })
  await page.goto(`${sted.origin}/kommune/konfiguration/indlaes`)
  await page.getByLabel('CSV-fil').setInputFiles({
    name: 'rettet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('kle;aaben;fradato\r\n02.34;ja;01-01-2026\r\n'),
  })
  await page.getByRole('button', { name: 'Lav et udkast af filen' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/udkast/*')
  expect(await page.getByText('Filen er blevet til dette udkast.').isVisible()).toBe(true)
  expect(await axe(page)).toEqual([])
  await page.getByRole('link', { name: 'Ret 02.34' }).click()
  expect(await page.getByLabel('Sager fra og med').inputValue()).toBe('01-01-2026')
  expect(await axe(page)).toEqual([])
  await page.context().close()
})
