import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CprNummer, uuid } from '#kernel'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { noterTal } from '../byggere/tal.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/**
 * A municipality that has opened nothing goes to a first area shown to citizens, through the pages alone: a new project manager follows the
 * plan's next step, a colleague approves, and the citizen sees it.
 */

const ansat = (navn: string) => ({
  cvr: KORSBAEK,
  organisation: 'Korsbæk Kommune',
  historie: 'Projektansvarlig.',
  id: uuid(randomUUID()),
  navn,
})
const [NANNA, OLE] = [ansat('Nanna Prøve'), ansat('Ole Prøve')]
const ULLA = '6101800011'
/** The issue's own limit for a person; a machine that has to wait this long has lost its way. */
const HOEJST_MINUTTER = 15
let browser: Browser
let sted: Testwebsted
beforeAll(async () => {
  const borger = { cpr: ULLA as CprNummer, navn: 'Ulla Prøve', historie: '', alder: 46 }
  sted = await startWebsted({
    opsaetning: [konfiguration({ kommune: BROBYSKOV, kle: '28' })],
    personer: [borger],
    medarbejdere: [NANNA, OLE],
  })
  for (const { id, cvr, navn } of [NANNA, OLE]) {
    const valg = { cvr, medarbejder: id, navn, af: 'proeve', begrundelse: 'Til en prøve' }
    await tildelRolle(sted.system, { ...valg, rolle: 'projektansvarlig' })
  }
  await sted.lever('a', [
    lavSag({ id: randomUUID(), titel: 'Bevilling af rengøring', kle: '27.36.04', parter: [part('Primær part', ULLA)] }),
  ])
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

const skridt: { readonly navn: string; readonly ms: number }[] = []
let sidst = 0
/** Notes a step of the walk, and checks the page that it came to. */
async function naaet(page: Page, navn: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${navn}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  const bredere = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(`${navn}: ${bredere} px wider than the window`).toBe(`${navn}: 0 px wider than the window`)
  skridt.push({ navn, ms: Math.round(performance.now() - sidst) })
  sidst = performance.now()
}

async function ind(navn: string, sti: string, valg: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(valg)).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${sted.origin}${sti}`)
  await page.getByRole('button', { name: `Log ind som ${navn}` }).click()
  await page.waitForURL(`${sted.origin}/**`)
  return page
}
const h1 = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()
const naeste = (page: Page) => page.getByRole('region', { name: 'Næste skridt' })
const klik = async (page: Page, knap: string): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name: knap }).click()
}

async function ser(valg: BrowserContextOptions): Promise<string> {
  const page = await ind('Ulla Prøve, 46 år', '/log-ind?til=/sager', valg)
  await page.waitForURL('**/sager')
  const tekst = (await page.getByRole('main').textContent()) ?? ''
  await page.context().close()
  return tekst
}

async function walk(stoerrelse: keyof typeof BREDDER): Promise<void> {
  const valg = { viewport: BREDDER[stoerrelse] }
  sidst = performance.now()
  const nanna = await ind(NANNA.navn, '/kommune', valg)
  // Whoever is new here finds the plan first among the points.
  expect(await nanna.locator('.bb-arbejdskort a').first().textContent()).toBe('Planen')
  await nanna.getByRole('main').getByRole('link', { name: 'Planen', exact: true }).click()
  expect(await naeste(nanna).textContent()).toContain('Planen er tom')
  await naaet(nanna, 'the plan, with nothing in it')
  await naeste(nanna).getByRole('link', { name: 'Lav den første etape' }).click()
  await nanna.getByLabel('Etapens navn').fill('Hjemmepleje')
  await nanna.getByLabel('KLE-numre').fill('27.36')
  await nanna.getByLabel('Begynder').fill('01-01-2026')
  await nanna.getByLabel('Er åbnet senest').fill('31-12-2027')
  await nanna.getByLabel('Ansvarlig enhed eller funktion').fill('Visitationen')
  await nanna.getByLabel('Sager fra og med').fill('01-01-2020')
  await nanna.getByLabel('Hvorfor? Hvem har besluttet det?').fill('Besluttet af direktionen')
  await naaet(nanna, 'the four questions answered in a form')
  await klik(nanna, 'Gem etapen')
  expect(await nanna.getByText('Etapen er gemt i planen.').isVisible()).toBe(true)
  await naaet(nanna, 'the stage is in the plan')
  await naeste(nanna).getByRole('button', { name: 'Lav et udkast' }).click()
  expect(await h1(nanna)).toBe('Hjemmepleje')
  await naaet(nanna, 'a draft is made of the stage')
  await nanna.getByRole('link', { name: 'Se, hvad det gør for borgerne' }).click()
  await nanna.getByRole('main').locator('form[action$="/start"] button').click()
  await nanna.reload()
  await expect
    .poll(
      async () => {
        if ((await nanna.locator('#resultat').count()) === 0) await nanna.reload()
        return nanna.locator('#resultat').count()
      },
      { timeout: 30_000, interval: 300 },
    )
    .toBe(1)
  expect(await nanna.getByRole('main').textContent()).toMatch(/1 (ting|sag)/)
  await naaet(nanna, 'the preview says what citizens will see')
  await nanna.goto(`${sted.origin}/kommune/plan`)
  await naeste(nanna).getByRole('link', { name: 'Gå til udkastet' }).click()
  await nanna.locator('#foreslaa-aarsag').fill('Set i forhåndsvisningen')
  await klik(nanna, 'Foreslå ændringen')
  expect(await nanna.getByRole('button', { name: 'Godkend ændringen' }).count()).toBe(0)
  await naaet(nanna, 'it is proposed, and the proposer cannot approve it')
  expect(await ser(valg)).not.toContain('Hjælp hjemme')

  const ole = await ind(OLE.navn, '/kommune/plan', valg)
  await naeste(ole).getByRole('link', { name: 'Se forslaget' }).click()
  await klik(ole, 'Godkend ændringen')
  await naaet(ole, 'a colleague approves')
  await ole.context().close()
  await nanna.goto(`${sted.origin}/kommune/plan`)
  expect(await nanna.getByRole('main').textContent()).toContain('1 af 1 numre')
  expect(await naeste(nanna).textContent()).toContain('Alt i planen vises for borgerne')
  await naaet(nanna, 'the plan says that the stage is reached')
  await nanna.context().close()

  const sager = await ser(valg)
  // In the area's fixed words, as the plan chose, and not in the system's title.
  expect(sager).toContain('Hjælp hjemme')
  expect(sager).not.toContain('Bevilling af rengøring')
  skridt.push({ navn: 'the citizen sees the case', ms: Math.round(performance.now() - sidst) })
}

test('from nothing open to a first area shown, by the plan’s next step alone, on a phone', {
  timeout: 180_000,
}, async () => {
  await walk('telefon')
  const minutter = skridt.reduce((sum, { ms }) => sum + ms, 0) / 60_000
  for (const [i, { navn, ms }] of skridt.entries()) noterTal(`${i + 1}. ${navn}: ${(ms / 1000).toFixed(1)} s`)
  noterTal(`the whole walk: ${minutter.toFixed(1)} minutes of the machine, at most ${HOEJST_MINUTTER}`)
  expect(minutter).toBeLessThan(HOEJST_MINUTTER)
})
