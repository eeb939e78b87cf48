import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../byggere/browser.ts'
import { logInd } from './log-ind.ts'
import { freePort, makeMappe, removeMappe, startProces, stopProces, untilServing } from './serverproces.ts'

/** What a citizen's first page costs on a telephone: bytes over the wire, and when its largest part is painted. */

export type Sidemaal = {
  readonly sti: string
  /** Compressed bytes with headers, of the page and all that it fetched, with an empty cache. */
  readonly bytes: number
  readonly filer: number
  /** Largest Contentful Paint in ms, the median. */
  readonly lcp: number
  readonly alle: readonly number[]
}

/** Lighthouse's mobile profile: a middling telephone on slow 4G. */
const BREDDE = 412
const HOEJDE = 823
const CPU = 4
const RTT_MS = 150
const NED_BYTES_S = (1.6 * 1024 * 1024) / 8
const OP_BYTES_S = (750 * 1024) / 8
const CPR = '7403880003'

/** Measures `/` for one who is not logged in, and `/overblik` for one who is, `gange` times each in a new browser context. */
export async function measureFoersteSide(gange: number): Promise<Sidemaal[]> {
  const dataMappe = makeMappe('bbside-')
  const server = startProces({ PORT: String(await freePort()), BORGERBLIKKET_DATA: dataMappe })
  let browser: Browser | undefined
  try {
    await untilServing(server)
    const cookie = await logInd(dataMappe, server.url, CPR)
    browser = await openBrowser()
    return [
      await measureSide(browser, server.url, '/', undefined, gange),
      await measureSide(browser, server.url, '/overblik', cookie, gange),
    ]
  } finally {
    await browser?.close()
    await stopProces(server)
    removeMappe(dataMappe)
  }
}

async function measureSide(
  browser: Browser,
  url: string,
  sti: string,
  cookie: string | undefined,
  gange: number,
): Promise<Sidemaal> {
  const maalinger = []
  for (let i = 0; i < gange; i++) maalinger.push(await measureOnce(browser, url, sti, cookie))
  const alle = maalinger.map(({ lcp }) => lcp).sort((a, b) => a - b)
  return {
    sti,
    bytes: Math.max(...maalinger.map(({ bytes }) => bytes)),
    filer: Math.max(...maalinger.map(({ filer }) => filer)),
    lcp: alle[Math.floor(alle.length / 2)] ?? Number.NaN,
    alle,
  }
}

async function measureOnce(browser: Browser, url: string, sti: string, cookie: string | undefined) {
  const context = await browser.newContext({
    viewport: { width: BREDDE, height: HOEJDE },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
    locale: 'da-DK',
  })
  try {
    const skel = cookie?.indexOf('=') ?? 0
    if (cookie) await context.addCookies([{ name: cookie.slice(0, skel), value: cookie.slice(skel + 1), url, httpOnly: true }])
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const trafik = await throttle(cdp)
    const svar = await page.goto(`${url}${sti}`, { waitUntil: 'networkidle' })
    if (svar?.status() !== 200 || new URL(page.url()).pathname !== sti)
      throw new Error(`${sti} was answered ${svar?.status()} at ${page.url()}`)
    return { lcp: await readLcp(page), bytes: trafik.bytes, filer: trafik.filer }
  } finally {
    await context.close()
  }
}

async function throttle(cdp: CDPSession): Promise<{ bytes: number; filer: number }> {
  const trafik = { bytes: 0, filer: 0 }
  await cdp.send('Network.enable')
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    trafik.bytes += encodedDataLength
    trafik.filer++
  })
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: RTT_MS,
    downloadThroughput: NED_BYTES_S,
    uploadThroughput: OP_BYTES_S,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  return trafik
}

/** Asked as text: this file is not compiled for a browser. */
const LCP = `new Promise((resolve) => {
  new PerformanceObserver((liste) => resolve(liste.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
  setTimeout(() => resolve(Number.NaN), 5000)
})`

const readLcp = async (page: Page): Promise<number> => Math.round(await page.evaluate<number>(LCP))

export const describeSide = ({ sti, bytes, filer, lcp, alle }: Sidemaal): string =>
  `${sti}: ${(bytes / 1024).toFixed(1)} KB in ${filer} files; LCP ${lcp} ms (median of ${alle.join(', ')})`

if (import.meta.main) for (const maal of await measureFoersteSide(5)) process.stdout.write(`${describeSide(maal)}\n`)
