import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuid } from '#kernel'
import { tildelRolle } from '../../src/adgang/medarbejder/tildel-rolle.ts'
import { BREDDER, openBrowser } from '../byggere/browser.ts'
import { lavDokument, lavSag, part, tilakteret } from '../byggere/elementer.ts'
import { KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Previewing, seeing as a citizen and explaining in a real Chromium: with script and without, on a desktop and on a phone. */
const HENRIK = {
  cvr: KORSBAEK,
  organisation: 'Korsbæk Kommune',
  historie: 'Projektansvarlig.',
  id: uuid(randomUUID()),
  navn: 'Henrik Prøve',
}
const BORGER = '6101800031'
const [vist, lukket, brev] = [randomUUID(), randomUUID(), randomUUID()]
const UDKAST = randomUUID()
let browser: Browser
let sted: Testwebsted

beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27' })], medarbejdere: [HENRIK] })
  const valg = { cvr: KORSBAEK, medarbejder: HENRIK.id, navn: HENRIK.navn, af: 'proeve', begrundelse: 'Til en prøve' }
  await tildelRolle(sted.system, { ...valg, rolle: 'projektansvarlig' })
  await sted.lever('a', [
    lavSag(
      { id: vist, parter: [part('Primær part', BORGER)], titel: 'Hjælp til rengøring' },
      { journalposter: [tilakteret(brev)] },
    ),
    lavDokument({ id: brev, titel: 'Brev om rengøring', type: 'Brev, indgaaende' }),
    lavSag({ id: lukket, parter: [part('Primær part', BORGER)], titel: 'Flytning til ny bolig', kle: '32.24.04' }),
  ])
  await enterUdkast()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await sted?.close()
})

/** A draft that opens 32 and closes 27. */
async function enterUdkast(): Promise<void> {
  const skridt = [
    { type: 'oprettet', navn: 'Pension åbnes', begrundelse: 'Direktionen 3. november' },
    {
      type: 'linjeSat',
      kle: '32',
      felter: { aaben: true, fradato: '2020-01-01', titelvisning: 'sagens', kvalitetskrav: 'ingen', karantaene: false },
    },
    { type: 'linjeSat', kle: '27', felter: { aaben: false } },
  ]
  for (const [i, led] of skridt.entries())
    await sted.base.asOwner(
      'INSERT INTO konfigurationsudkast (udkast_id, kommune, nr, tid, medarbejder_id, medarbejder_navn, data) VALUES ($1, $2, $3, now(), $4, $5, $6)',
      [UDKAST, KORSBAEK, i + 1, HENRIK.id, HENRIK.navn, JSON.stringify(led)],
    )
}

async function open(
  javaScriptEnabled: boolean,
  sti: string,
  viewport: { width: number; height: number } = BREDDER.bord,
): Promise<Page> {
  const page = await (await browser.newContext({ viewport, javaScriptEnabled })).newPage()
  await page.goto(`${sted.origin}${sti}`)
  await page.getByRole('button', { name: `Log ind som ${HENRIK.navn}` }).click()
  await page.waitForURL(`**${sti}`)
  return page
}
/** Axe is a script itself: where pages may run none, it is not asked. */
const checkAxe = async (page: Page, script: boolean): Promise<void> => {
  if (!script) return
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}
/** Pictures for whoever wants to look: BILLEDER names the folder. */
const tagBillede = async (page: Page, navn: string): Promise<void> => {
  const mappe = process.env['BILLEDER']
  if (mappe) await page.screenshot({ path: `${mappe}/${navn}.png`, fullPage: true })
}

const MAADER = [
  ['with script on a desktop', true, BREDDER.bord, 'bord'],
  ['with script on a phone', true, BREDDER.telefon, 'telefon'],
  ['without script on a phone', false, BREDDER.telefon, 'telefon-uden'],
] as const

test.each(MAADER)(
  'a draft is previewed and its examples are seen, %s',
  { timeout: 60_000 },
  async (_, script, viewport, navn) => {
    const page = await open(script, '/kommune/forhaandsvisning', viewport)
    await checkAxe(page, script)
    await tagBillede(page, `liste-${navn}`)
    await page.getByRole('link', { name: 'Pension åbnes' }).click()
    await tagBillede(page, `foer-${navn}`)
    await page.getByRole('button', { name: /^Beregn/ }).click()
    await page.getByRole('heading', { name: 'Det vil ske' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('1 ting kommer frem')
    expect(await page.locator('main').textContent()).toContain('2 ting forsvinder')
    await checkAxe(page, script)
    await tagBillede(page, `resultat-${navn}`)
    await page.getByRole('link', { name: 'Se eksempler' }).click()
    expect(await page.locator('main').textContent()).toContain('Flytning til ny bolig')
    await checkAxe(page, script)
    await tagBillede(page, `eksempler-${navn}`)
    await page.close()
  },
)

test.each(MAADER)(
  'a citizen’s pages are walked through under the draft, %s',
  { timeout: 60_000 },
  async (_, script, viewport, navn) => {
    const page = await open(script, '/kommune/se-som-borger', viewport)
    await checkAxe(page, script)
    await tagBillede(page, `se-${navn}`)
    await page.getByLabel('Borgerens CPR-nummer').fill(BORGER)
    await page.getByLabel('Formål').selectOption('aendring')
    await page.getByLabel('Hvorfor').fill('Vi vil se, hvad der sker med sagen')
    await page.getByLabel('Efter hvilke regler').selectOption({ label: 'Pension åbnes' })
    await page.getByRole('button', { name: 'Se siderne' }).click()
    await page.getByText('Fremvisning. Du ser en borgers sider').waitFor()
    expect(page.url()).not.toContain(BORGER)
    await checkAxe(page, script)
    await tagBillede(page, `overblik-${navn}`)
    await page.goto(page.url().replace(/overblik$/, 'sager'))
    await page.getByRole('link', { name: 'Flytning til ny bolig' }).click()
    await page.getByRole('heading', { name: 'Flytning til ny bolig', level: 1 }).waitFor()
    expect(await page.getByText('Fremvisning. Du ser en borgers sider').isVisible()).toBe(true)
    await checkAxe(page, script)
    await tagBillede(page, `sag-${navn}`)
    await page.getByRole('link', { name: 'Afslut fremvisningen' }).click()
    await page.getByRole('heading', { name: 'Se som borger', level: 1 }).waitFor()
    await page.close()
  },
)

test.each(MAADER)('an item is explained, %s', { timeout: 60_000 }, async (_, script, viewport, navn) => {
  const page = await open(script, '/kommune/forklar', viewport)
  await page.getByRole('button', { name: 'Forklar' }).click()
  await checkAxe(page, script)
  await tagBillede(page, `forklar-fejl-${navn}`)
  await page.getByLabel('Borgerens CPR-nummer').fill(BORGER)
  await page.getByLabel('Sagens, dokumentets eller ydelsens id').fill(lukket)
  await page.getByLabel('Formål').selectOption('fejl')
  await page.getByLabel('Hvorfor').fill('Borgeren savner sin sag')
  await page.getByRole('button', { name: 'Forklar' }).click()
  await page.getByText('Vises ikke for borgeren').waitFor()
  await checkAxe(page, script)
  await tagBillede(page, `forklaring-${navn}`)
  await page.close()
})
