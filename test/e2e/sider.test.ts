import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SPROG } from '#web'
import { axe } from '../byggere/axe.ts'
import { BREDDER, openBrowser, startSideserver } from '../byggere/browser.ts'
import { renderNavngivet, SIDER } from '../byggere/sider.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof startSideserver>>
const NAVNE = Object.keys(SIDER)

beforeAll(async () => {
  server = await startSideserver()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A page as a visitor has it. */
async function open(navn: string, valg: BrowserContextOptions): Promise<{ page: Page }> {
  const context = await browser.newContext(valg)
  const page = await context.newPage()
  await page.goto(`${server.origin}/${navn}`)
  return { page }
}

test('no page is wider than a phone, nor than a window at 400 %', { timeout: 120_000 }, async () => {
  const { page } = await open('start', { viewport: { width: 320, height: 640 } })
  const brede: string[] = []
  for (const navn of NAVNE) {
    for (const sprog of SPROG) {
      await page.goto(`${server.origin}/${navn}?sprog=${sprog}`)
      const bredde = Number(await page.evaluate('document.documentElement.scrollWidth'))
      if (bredde > 320) brede.push(`${navn} ${sprog}: ${bredde}`)
    }
  }
  await page.context().close()
  expect(brede).toEqual([])
})

test('without script a visitor reaches every page of the menu on a phone, and reads when the session ends', async () => {
  const { page } = await open('start', { viewport: BREDDER.telefon, javaScriptEnabled: false })
  await page.getByText('Menu', { exact: true }).click()
  const links = page.locator('.bb-mobilpanel nav a')
  expect(await links.count()).toBe(7)
  for (const link of await links.all()) expect(await link.isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Log ud' }).isVisible()).toBe(true)
  expect(await page.locator('main noscript p').isVisible()).toBe(true)
  expect(await page.locator('main noscript p').textContent()).toContain('Du bliver logget ud kl. 9.45')
  await page.context().close()
})

test('with the keyboard: first the way past the menu, then the quick way out, and the focus can be seen', async () => {
  const { page } = await open('sager', { viewport: BREDDER.bord })
  const fokus = () =>
    page.evaluate(
      '({ tekst: document.activeElement.textContent.trim(), kant: getComputedStyle(document.activeElement).outlineStyle })',
    )
  await page.keyboard.press('Tab')
  expect(await fokus()).toEqual({ tekst: 'Gå til sidens indhold', kant: 'solid' })
  await page.keyboard.press('Tab')
  expect(await fokus()).toEqual({ tekst: 'Forlad siden hurtigt', kant: 'solid' })
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('indhold')
  await page.context().close()
})

test('two minutes before the end a dialog asks; staying asks the server, and saying nothing leaves the page empty', {
  timeout: 60_000,
}, async () => {
  const { page } = await open('start', { viewport: BREDDER.bord })
  await page.clock.install({ time: new Date('2026-10-08T07:30:00Z') })
  let kald = 0
  await page.route('**/session/forlaeng', (rute) => {
    kald++
    return rute.fulfill({ json: {} })
  })
  await page.reload()
  const dialog = page.getByRole('dialog')
  await page.clock.fastForward('12:59')
  expect(await dialog.isVisible()).toBe(false)
  await page.clock.fastForward('00:02')
  expect(await dialog.isVisible()).toBe(true)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Bliv logget ind' }).click()
  await expect.poll(() => dialog.isVisible()).toBe(false)
  expect(kald).toBe(1)
  await page.clock.fastForward('15:01')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/session-udloebet')
  await page.context().close()
})

test('the quick way out logs out, leaves no page behind, and the back button does not lead back', async () => {
  const { page } = await open('forside', { viewport: BREDDER.bord })
  const udlogget: string[] = []
  await page.route('**/log-ud', (rute) => {
    udlogget.push(rute.request().method())
    return rute.fulfill({ status: 204 })
  })
  await page.route('https://www.dmi.dk/', (rute) => rute.fulfill({ contentType: 'text/html', body: '<title>DMI</title>' }))
  await page.goto(`${server.origin}/start`)
  await page.getByRole('link', { name: 'Forlad siden hurtigt' }).click()
  await page.waitForURL('https://www.dmi.dk/')
  await expect.poll(() => udlogget).toEqual(['POST'])
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/forside')
  await page.context().close()
})

test('the first page is under 100 KB over the wire, with all that belongs to it', async () => {
  const { page } = await open('forside', { viewport: BREDDER.telefon })
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(`${server.origin}/start`, { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(100_000)
  await page.context().close()
})

const java = spawnSync('java', ['-version']).status === 0
test.skipIf(!java)(
  `vnu finds no error in any page${java ? '' : ' (skipped: no java on this machine)'}`,
  { timeout: 180_000 },
  async () => {
    const mappe = mkdtempSync(join(tmpdir(), 'borgerblikket-vnu-'))
    try {
      for (const navn of NAVNE)
        for (const sprog of SPROG) writeFileSync(join(mappe, `${navn}-${sprog}.html`), await renderNavngivet(navn, sprog))
      const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
      const { stdout, stderr, status } = spawnSync('java', ['-jar', jar, '--errors-only', '--format', 'gnu', mappe], {
        encoding: 'utf8',
      })
      expect(stdout + stderr.replaceAll(mappe, '')).toBe('')
      expect(status).toBe(0)
    } finally {
      rmSync(mappe, { recursive: true })
    }
  },
)
