import { existsSync } from 'node:fs'
import chromiumPakke from '@sparticuz/chromium'
import Fastify from 'fastify'
import { type Browser, chromium } from 'playwright-core'
import { parseSprog, registerStatisk } from '#web'
import { renderNavngivet, SIDER } from './sider.ts'

/** The two sizes that pages are looked at in. */
export const BREDDER = { telefon: { width: 390, height: 844 }, bord: { width: 1280, height: 900 } } as const

const FLAG = ['--disable-gpu', '--disable-background-networking', '--no-first-run', '--hide-scrollbars']

/** A real Chromium: the one named by CHROMIUM_PATH, the one from npm, or the machine's own. Throws where none runs. */
export async function openBrowser(): Promise<Browser> {
  // Chromium refuses its own sandbox to root.
  const args = process.getuid?.() === 0 ? [...FLAG, '--no-sandbox'] : FLAG
  const fejl: unknown[] = []
  for (const find of [() => process.env['CHROMIUM_PATH'], () => chromiumPakke.executablePath(), () => '/usr/bin/chromium']) {
    const executablePath = await find()
    if (!executablePath || !existsSync(executablePath)) continue
    try {
      return await chromium.launch({ executablePath, args })
    } catch (grund) {
      fejl.push(grund)
    }
  }
  throw new AggregateError(fejl, 'No Chromium runs here: set CHROMIUM_PATH to one')
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
