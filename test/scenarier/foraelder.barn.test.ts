import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOpslag } from '#adgangslog'
import type { Uuid } from '#kernel'
import { spaerIndehaver } from '#part'
import { EGNE_SIDER } from '../byggere/gennemgang.ts'
import { type Kanarieverden, leverKanarier } from '../byggere/kanarieverden.ts'
import type { Browser } from '../byggere/klient.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

let sted: Testwebsted
let verden: Kanarieverden
let mor: Uuid
let barn: Uuid
beforeAll(async () => {
  sted = await startWebsted()
  verden = await leverKanarier(sted, 2)
  mor = verden.parter.get(0) as Uuid
  barn = verden.parter.get(verden.boern.get(0)?.nr ?? -1) as Uuid
})
afterAll(() => sted.close())

async function logInd(): Promise<Browser> {
  const [foraelder] = verden.personer
  return sted.logInd(foraelder?.cpr ?? '', foraelder?.navn)
}
async function lookAtBarn(): Promise<Browser> {
  const browser = await logInd()
  await browser.post('/se-for', { part: barn })
  return browser
}

test('a parent is not told who has looked at the child: the page and its data are not there, and the menu does not lead to them', async () => {
  const browser = await lookAtBarn()
  for (const sti of ['/hvem-har-set', '/api/v1/mig/hvem-har-set']) {
    const svar = await browser.get(sti)
    expect([sti, svar.status]).toEqual([sti, 404])
    expect(svar.tekst).not.toContain('Forældremyndighed')
  }
  for (const sti of EGNE_SIDER.filter((en) => en !== '/hvem-har-set')) {
    const svar = await browser.get(sti)
    expect([sti, svar.status, svar.tekst.includes('href="/hvem-har-set"')]).toEqual([sti, 200, false])
  }
  await browser.post('/se-for', { part: '' })
  const egen = await browser.get('/hvem-har-set')
  expect(egen.status).toBe(200)
  expect(egen.tekst).toContain('Hvem har set dine oplysninger?')
})

test('the database alone keeps the list of who has looked at a child from a parent', async () => {
  const read = async (grund: string) => {
    const kontekst = { rolle: 'borger', parter: [barn], grund, aktoer: mor } as const
    const [raekker] = await sted.base.db.readBatch(kontekst, [findOpslag(barn, 10, {})])
    return raekker.length
  }
  await (await lookAtBarn()).get('/sager')
  expect(await read('egen')).toBeGreaterThan(0)
  expect(await read('foraeldremyndighed')).toBe(0)
})

test('on a child’s pages coverage speaks of the area that dagtilbud stands in, and of nothing else', async () => {
  type Daekning = { readonly daekning: readonly { readonly omraade: string }[]; readonly ikkeKilder: readonly string[] }
  const read = async (browser: Browser) => JSON.parse((await browser.get('/api/v1/mig/hvad-kan-jeg-se')).tekst) as Daekning
  const omraader = ({ daekning }: Daekning) => new Set(daekning.map(({ omraade }) => omraade))
  const egne = await read(await logInd())
  expect(omraader(egne).size).toBe(9)
  expect(egne.ikkeKilder).toEqual(['Udbetaling Danmark'])
  const browser = await lookAtBarn()
  const barnets = await read(browser)
  expect(omraader(barnets)).toEqual(new Set(['boern-og-familie']))
  expect(barnets.ikkeKilder).toEqual([])
  for (const sti of ['/overblik', '/sager', '/ydelser', '/hvad-kan-jeg-se']) {
    const { tekst } = await browser.get(`${sti}?sprog=da`)
    expect(tekst).toContain('For andre end dig selv vises kun dagtilbud.')
    expect(tekst).not.toContain('Bolig og byggeri')
    expect(tekst).not.toContain('Udbetaling Danmark')
  }
})

test('a protected address or a block takes the child away from a parent who is looking at it', async () => {
  const browser = await lookAtBarn()
  const read = async () => {
    const egne = await (await logInd()).get('/overblik')
    const barnets = await browser.get('/overblik')
    return [egne.tekst.includes(barn), barnets.tekst.includes('Overblik for dit barn født')]
  }
  expect(await read()).toEqual([true, true])
  const protect = (adressebeskyttet: boolean) =>
    sted.registrer([{ part: barn, foedt: '2018-05-01', adressebeskyttet, doed: null }])
  await protect(true)
  expect(await read()).toEqual([false, false])
  await protect(false)
  expect(await read()).toEqual([true, true])
  await sted.base.db.transaction({ rolle: 'modtagelse' }, (tx) =>
    spaerIndehaver(tx, { barn, indehaver: mor, fra: '2020-01-01', til: null }),
  )
  expect(await read()).toEqual([false, false])
})
