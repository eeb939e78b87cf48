import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromiumPakke from '@sparticuz/chromium'
import Fastify from 'fastify'
import { type Browser, chromium } from 'playwright-core'
import { parseSprog, registerStatisk } from '#web'
import { renderNavngivet, SIDER } from './sider.ts'

/** The two sizes that pages are looked at in. */
export const BREDDER = { telefon: { width: 390, height: 844 }, bord: { width: 1280, height: 900 } } as const

// Without its sandbox, which is refused to root and where user namespaces are closed: it opens our own pages alone.
const FLAG = ['--disable-gpu', '--disable-background-networking', '--no-first-run', '--hide-scrollbars', '--no-sandbox']

/** A real Chromium: the one named by CHROMIUM_PATH, the one from npm, or the machine's own. Throws where none runs. */
export async function openBrowser(): Promise<Browser> {
  const fejl: unknown[] = []
  for (const find of [() => process.env['CHROMIUM_PATH'], unpackChromium, () => '/usr/bin/chromium']) {
    try {
      const executablePath = await find()
      if (!executablePath || !existsSync(executablePath)) continue
      return await chromium.launch({ executablePath, args: FLAG })
    } catch (grund) {
      fejl.push(grund)
    }
  }
  throw new AggregateError(fejl, 'No Chromium runs here: set CHROMIUM_PATH to one')
}

/**
 * The one from npm, unpacked into a folder of the account's own: the package's own place is one for all accounts of the machine, where only
 * the first can run it. Unpacked beside and renamed, so that nobody finds half of it.
 */
async function unpackChromium(): Promise<string> {
  const bruger = process.getuid?.() ?? 0
  const mappe = join(tmpdir(), `borgerblikket-chromium-${bruger}`)
  if (!existsSync(mappe)) {
    const ny = mkdtempSync(`${mappe}-`)
    const { TMPDIR } = process.env
    process.env['TMPDIR'] = ny
    await chromiumPakke.executablePath().finally(() => {
      if (TMPDIR === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = TMPDIR
    })
    try {
      renameSync(ny, mappe)
    } catch {
      // Another was first.
      rmSync(ny, { recursive: true, force: true })
    }
  }
  if (statSync(mappe).uid !== bruger) throw new Error(`${mappe} is another account's`)
  return join(mappe, 'chromium')
}

/** The content security policy of the site: nothing inline, nothing from elsewhere. */
export const CSP = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

/** Serves the pages of SIDER by name, with the files they refer to, on a free port. */
export async function startSideserver(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const app = Fastify()
  await registerStatisk(app)
  app.get<{ Params: { navn: string }; Querystring: { sprog?: string } }>('/:navn', async (request, reply) => {
    if (!(request.params.navn in SIDER)) return reply.code(404).send()
    const side = await renderNavngivet(request.params.navn, parseSprog(request.query.sprog) ?? 'da')
    return reply
      .header('content-security-policy', CSP)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(side)
  })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return { origin, close: () => app.close() }
}
