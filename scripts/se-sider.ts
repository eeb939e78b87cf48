/**
 * Renders every page from fixtures, opens it in a real Chromium on a phone and on a desktop, in both languages, and writes pictures.
 *   node scripts/se-sider.ts [--ud /tmp/sider] [--side sager]   (a name, or the beginning of several)
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SPROG } from '#web'
import { BREDDER, openBrowser, startSideserver } from '../test/byggere/browser.ts'
import { SIDER } from '../test/byggere/sider.ts'

const { values } = parseArgs({
  options: { ud: { type: 'string', default: '/tmp/sider' }, side: { type: 'string', default: '' } },
})
await mkdir(values.ud, { recursive: true })
const server = await startSideserver()
const browser = await openBrowser()
const navne = Object.keys(SIDER).filter((navn) => navn.startsWith(values.side))
try {
  for (const [bredde, viewport] of Object.entries(BREDDER)) {
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
    for (const navn of navne) {
      for (const sprog of SPROG) {
        await page.goto(`${server.origin}/${navn}?sprog=${sprog}`)
        await page.screenshot({ path: join(values.ud, `${navn}-${sprog}-${bredde}.png`), fullPage: true })
      }
    }
    await page.close()
  }
  console.log(`${navne.length * SPROG.length * Object.keys(BREDDER).length} pictures in ${values.ud}`)
} finally {
  await browser.close()
  await server.close()
}
