import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, newUuid } from '#kernel'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
})
afterAll(() => sted.close())

/** Every address below an audience's start page, of all modules, with something in the place of ids. */
function listRuter(): { readonly sti: string; readonly metoder: readonly string[] }[] {
  const stak: string[] = []
  return (
    sted.app
      // With common prefixes: without them Fastify leaves out what stands before a wildcard.
      .printRoutes()
      .split('\n')
      .flatMap((linje) => {
        const fundet = /^([\s│├└─]*)(\S+)(?: \((.*)\))?$/.exec(linje)
        if (!fundet) return []
        const [, indryk = '', del = '', metoder = ''] = fundet
        const dybde = indryk.length / 4
        stak.length = dybde
        stak[dybde] = del
        const sti = stak.join('').replaceAll(/:\w+|\*$/g, newUuid())
        return metoder && /^\/(leverandoer|kommune|drift)(\/|$)/.test(sti) ? [{ sti, metoder: metoder.split(', ') }] : []
      })
  )
}

test('every page for people at work is closed to nobody, to a citizen, and to one without a role, for reading and for changing', async () => {
  const ruter = listRuter()
  expect(ruter.map(({ sti }) => sti)).toEqual(expect.arrayContaining(['/leverandoer', '/kommune/roller', '/drift/roller/ny']))
  const borger = await sted.logInd('6101501000')
  const uden = await logIndPaaArbejde(sted, { cvr: cvrNummer('10000001'), roller: [] })
  const aabne: string[] = []
  for (const { sti, metoder } of ruter)
    for (const metode of metoder.filter((en) => en !== 'HEAD')) {
      const ask = (browser: typeof borger) =>
        browser.send(sti, { method: metode, headers: { 'sec-fetch-site': 'same-origin', cookie: browser.cookies() } })
      const svar = [await ask(sted.browser()), await ask(borger), await ask(uden.browser)].map(({ status }) => status)
      const ventet = metode === 'GET' ? [303, 303, 403] : [401, 401, 403]
      if (String(svar) !== String(ventet)) aabne.push(`${metode} ${sti}: ${svar.join(' ')}`)
    }
  expect(aabne).toEqual([])
})

test('an address that is none below an audience’s start page is told in the frame of that audience, to everybody alike', async () => {
  const { browser } = await logIndPaaArbejde(sted, { cvr: cvrNummer('10000001'), roller: ['leverandoer'] })
  const [inde, ude] = [await browser.get('/leverandoer/findes-ikke'), await sted.browser().get('/leverandoer/findes-ikke')]
  expect(inde.status).toBe(404)
  expect(inde.tekst).toContain('class="bb-arbejde"')
  expect(inde.tekst).toBe(ude.tekst)
})

test('no page for people at work is kept by a browser, and none may run what is not ours', async () => {
  const { browser } = await logIndPaaArbejde(sted, { cvr: cvrNummer('10000001'), roller: ['leverandoer'] })
  for (const sti of ['/leverandoer', '/leverandoer/roller', '/drift', '/arbejde/log-ind', '/arbejde/logget-ud']) {
    const { headers } = await browser.get(sti)
    expect({ sti, cache: headers['cache-control'] }).toEqual({ sti, cache: 'no-store' })
    expect(headers['content-security-policy']).toContain("default-src 'self'")
  }
})
