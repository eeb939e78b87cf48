import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SPROG } from '#web'
import { BREDDER, openBrowser, startSideserver } from './browser.ts'
import { SIDER } from './sider.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** What axe finds on the page as it stands. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/**
 * Every state in every language, folded and unfolded (AXE_ALT=1). Otherwise each state with all that is folded out, in one of the languages on a
 * phone and in the other on a desk: an axe takes half a second, and there are some three hundred states.
 */
const ALT = process.env['AXE_ALT'] === '1'
const SPROG_PAA = { telefon: ['da'], bord: ['en'] } as const

/** The tests of all pages at one width; a file for each, so that they run beside each other. */
export function testSider(bredde: keyof typeof BREDDER): void {
  let browser: Browser
  let server: Awaited<ReturnType<typeof startSideserver>>
  beforeAll(async () => {
    server = await startSideserver()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  describe(`on a ${bredde}`, () => {
    test.each(Object.keys(SIDER))(
      '%s has nothing that axe finds, and the console is silent',
      { timeout: 60_000 },
      async (navn) => {
        const context = await browser.newContext({ viewport: BREDDER[bredde] })
        const page = await context.newPage()
        const fejl: string[] = []
        page.on('console', (besked) => fejl.push(besked.text()))
        page.on('pageerror', (grund) => fejl.push(String(grund)))
        page.on('request', (request) => {
          if (!request.url().startsWith(server.origin)) fejl.push(`asked for ${request.url()}`)
        })
        for (const sprog of ALT ? SPROG : SPROG_PAA[bredde]) {
          await page.goto(`${server.origin}/${navn}?sprog=${sprog}`)
          if (ALT) expect(await axe(page), sprog).toEqual([])
          // Folded parts are parts of the page too.
          await page.evaluate("document.querySelectorAll('details').forEach((del) => { del.open = true })")
          expect(await axe(page), `${sprog}, unfolded`).toEqual([])
        }
        expect(fejl).toEqual([])
        await context.close()
      },
    )
  })
}
