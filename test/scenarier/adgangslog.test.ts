import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allThree, checkSvar, createFund, EGNE_SIDER, type Fund } from '../byggere/gennemgang.ts'
import { idOf, type Kanarieverden, leverKanarier } from '../byggere/kanarieverden.ts'
import type { Browser } from '../byggere/klient.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

let sted: Testwebsted
let verden: Kanarieverden
let browsere: Browser[]
beforeAll(async () => {
  sted = await startWebsted()
  verden = await leverKanarier(sted, 4)
})
beforeEach(async () => {
  browsere = await Promise.all(verden.personer.map(({ cpr, navn }) => sted.logInd(cpr, navn)))
})
afterAll(() => sted.close())

const sider = (nr: number): string[] => [
  '/hvem-har-set/udtraek',
  ...[...EGNE_SIDER, `/sager/${idOf(nr, 'sag1')}`, `/notater/${idOf(nr, 'notat1')}`].flatMap(allThree),
]

/** A hundred reads of all kinds at once, by four persons. */
async function readHundred(): Promise<Fund> {
  const fund = createFund()
  await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const nr = i % 4
      const sti = sider(nr)[Math.floor(i / 4)] ?? '/overblik'
      checkSvar(fund, verden, [nr], await (browsere[nr] as Browser).get(sti), [idOf(nr, 'sag1'), idOf(nr, 'notat1')])
    }),
  )
  return fund
}

function expectNothing(fund: Fund): void {
  expect([...fund.statusser]).toEqual([[503, 100]])
  expect(fund.brud).toEqual([])
  expect(fund.egne).toBe(0)
}
function expectAll(fund: Fund): void {
  expect([...fund.statusser]).toEqual([[200, 100]])
  expect(fund.brud).toEqual([])
  expect(fund.egne).toBeGreaterThan(1_000)
}

type Raekke = {
  nr: number
  part_id: string
  aktoer_id: string
  grund: string
  hvad: string
  objekt_id: string | null
  antal: number
}
const rows = () =>
  sted.base.asOwner<Raekke>('SELECT nr::int, part_id, aktoer_id, grund, hvad, objekt_id, antal FROM adgangslog ORDER BY nr')

test.each([
  [
    'it may not be written to',
    'REVOKE INSERT ON adgangslog FROM borgerblikket_log',
    'GRANT INSERT ON adgangslog TO borgerblikket_log',
  ],
  [
    'its head may not be moved',
    'REVOKE UPDATE ON adgangslog_hoved FROM borgerblikket_log',
    'GRANT UPDATE ON adgangslog_hoved TO borgerblikket_log',
  ],
  [
    'no row fits in it',
    'ALTER TABLE adgangslog ADD CONSTRAINT fuld CHECK (nr < 0) NOT VALID',
    'ALTER TABLE adgangslog DROP CONSTRAINT fuld',
  ],
  ['its table is gone', 'ALTER TABLE adgangslog RENAME TO vaek', 'ALTER TABLE vaek RENAME TO adgangslog'],
  ['its head is gone', 'ALTER TABLE adgangslog_hoved RENAME TO vaek', 'ALTER TABLE vaek RENAME TO adgangslog_hoved'],
])('while the log cannot be kept because %s, 100 of 100 reads show nothing; when it can, all of it', async (_, luk, aabn) => {
  const foer = (await rows()).length
  await sted.base.asOwner(luk)
  try {
    expectNothing(await readHundred())
  } finally {
    await sted.base.asOwner(aabn)
  }
  expect((await rows()).length).toBe(foer)
  expectAll(await readHundred())
})

test('a log without its head row keeps fewer rows than it was told to: nothing is shown', async () => {
  await sted.base.asOwner('UPDATE adgangslog_hoved SET antal = antal')
  const [hoved] = await sted.base.asOwner<{ antal: string }>('DELETE FROM adgangslog_hoved RETURNING antal::text')
  try {
    expectNothing(await readHundred())
  } finally {
    await sted.base.asOwner('INSERT INTO adgangslog_hoved (id, antal) VALUES (1, $1)', [hoved?.antal])
  }
  expectAll(await readHundred())
})

test('while somebody else holds the log, 100 of 100 reads show nothing; when it is let go, all of it', {
  timeout: 60_000,
}, async () => {
  const { ejer } = sted.base
  const anden = new pg.Client({ ...ejer, ssl: ejer.ssl ?? false })
  await anden.connect()
  try {
    await anden.query('BEGIN; LOCK TABLE adgangslog_hoved IN ACCESS EXCLUSIVE MODE')
    expectNothing(await readHundred())
  } finally {
    await anden.query('ROLLBACK')
    await anden.end()
  }
  expectAll(await readHundred())
})

/** What each page reads, in order, as the log tells it. */
const LAESER: readonly (readonly [sti: (nr: number) => string, hvad: readonly string[], objekt?: string])[] = [
  [() => '/overblik', ['overblik']],
  [() => '/nyt', ['nyt']],
  [() => '/sager', ['sager']],
  [() => '/sager?soeg=x&side=2', ['sager']],
  [(nr) => `/sager/${idOf(nr, 'sag1')}`, ['sag', 'notattekst'], 'sag1'],
  [(nr) => `/sager/${idOf(nr, 'undtaget')}`, ['sag'], 'undtaget'],
  [(nr) => `/sager/${idOf(nr + 1, 'sag1')}`, ['sag']],
  [() => '/dokumenter', ['dokumenter']],
  [() => '/notater', ['notater']],
  [(nr) => `/notater/${idOf(nr, 'notat1')}`, ['notater', 'notattekst'], 'notat1'],
  [() => '/ydelser', ['ydelser']],
  [() => '/aftaler', ['aftaler']],
  [() => '/hvad-kan-jeg-se', ['daekning']],
  [() => '/hvem-har-set', ['opslag']],
  [() => '/kontakt', []],
  [() => '/findes-ikke', []],
]

test('every page, shown or not, leaves exactly its rows, about the right person, by the one who looked', async () => {
  const [, browser] = browsere as [Browser, Browser]
  const part = verden.parter.get(0)
  const [egen] = browsere as [Browser]
  for (const [sti, hvad, objekt] of LAESER)
    for (const form of [sti(0), `/api/v1/mig${sti(0)}`]) {
      if (hvad.length === 0 && form.startsWith('/api')) continue
      const foer = (await rows()).length
      await egen.get(form)
      const nye = (await rows()).slice(foer)
      expect({ form, hvad: nye.map((raekke) => raekke.hvad) }).toEqual({ form, hvad })
      expect(nye.every((raekke) => raekke.part_id === part && raekke.aktoer_id === part && raekke.grund === 'egen')).toBe(true)
      if (objekt) expect(new Set(nye.map((raekke) => raekke.objekt_id))).toEqual(new Set([idOf(0, objekt)]))
    }
  const foer = (await rows()).length
  await sted.browser().get('/overblik')
  await browser.send('/overblik', { method: 'PUT' })
  expect((await rows()).length).toBe(foer)
})

test('a parent who looks at a child is in the log about the child, and the child’s page tells so', async () => {
  const [egen] = browsere as [Browser]
  const barn = verden.boern.get(0)
  const part = barn && verden.parter.get(barn.nr)
  await egen.post('/se-for', { part: part ?? '' })
  const foer = (await rows()).length
  await egen.get('/sager')
  expect((await rows()).slice(foer)).toMatchObject([
    { part_id: part, aktoer_id: verden.parter.get(0), grund: 'foraeldremyndighed', hvad: 'sager' },
  ])
})

test('numbers have no gap and none twice, whatever failed above', async () => {
  const alle = await rows()
  expect(alle.length).toBeGreaterThan(700)
  expect(alle.map(({ nr }) => nr)).toEqual(alle.map((_, i) => i + 1))
  expect(await sted.base.asOwner('SELECT antal::int FROM adgangslog_hoved')).toEqual([{ antal: alle.length }])
})
