import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { countMaaneder } from '../../src/opsaetning/maaling/tael.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { logIndPaaArbejde, type Paaarbejde } from '../byggere/medarbejder.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** The municipality's statistics: citizens look, the log is counted, and the page tells numbers that are of nobody. */

const borgere = Array.from({ length: 13 }, (_, i) => `61015020${String(i).padStart(2, '0')}`)
let sted: Testwebsted
let henrik: Paaarbejde
let rune: Paaarbejde

beforeAll(async () => {
  sted = await startWebsted({
    opsaetning: [
      konfiguration({ kle: '27' }),
      konfiguration({ kle: '32', aaben: false }),
      konfiguration({ kommune: BROBYSKOV, kle: '27' }),
    ],
  })
  henrik = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['projektansvarlig'] })
  rune = await logIndPaaArbejde(sted, { cvr: BROBYSKOV, roller: ['fagsystemansvarlig'] })
  const sag = (cpr: string, kommune: typeof KORSBAEK, kle: string) =>
    lavSag({ id: randomUUID(), kommune, kle, parter: [part('Primær part', cpr)] })
  await sted.lever('a', [
    ...borgere.slice(0, 7).map((cpr) => sag(cpr, KORSBAEK, '27.36.04')),
    // Closed in Korsbæk: nobody has found anything by it.
    ...borgere.slice(0, 9).map((cpr) => sag(cpr, KORSBAEK, '32.24.04')),
    ...borgere.slice(9, 12).map((cpr) => sag(cpr, BROBYSKOV, '27.36.04')),
  ])
  for (const cpr of borgere) {
    const browser = await sted.logInd(cpr)
    for (const sti of ['/overblik', '/sager']) expect((await browser.get(sti)).status).toBe(200)
  }
  await countMaaneder(sted.system)
}, 60_000)
afterAll(() => sted.close())

const csv = async (hvem: Paaarbejde): Promise<string[][]> =>
  (await hvem.browser.get('/kommune/tal/csv')).tekst
    .split('\r\n')
    .slice(1)
    .filter(Boolean)
    .map((linje) => linje.split(';').slice(1, 5))

test('citizens count once with the municipality and area that they found something of; closed numbers count for nobody', async () => {
  expect(await csv(henrik)).toEqual([
    // Seven of the thirteen that looked.
    ['', '7', '14', '54'],
    ['Hjælp, pleje og handicap', '7', '14', ''],
  ])
  const side = (await henrik.browser.get('/kommune/tal')).tekst
  expect(side).toContain('så 7 borgere')
  expect(side).toContain('54 %')
  expect(side).toContain('Rettelser, som borgerne beder om, er ikke med')
})

test('one to four are told to nobody, on the page or in the file, nor what follows from them', async () => {
  expect(await csv(rune)).toEqual([
    ['', 'Under 5', 'Under 5', 'Under 5'],
    ['Hjælp, pleje og handicap', 'Under 5', 'Under 5', ''],
  ])
  const side = (await rune.browser.get('/kommune/tal')).tekst
  expect(side).toContain('så få borgere')
  expect(side).not.toMatch(/<td[^>]*>3</)
})

test('it is counted once a day, and a month that has ended once and for all', async () => {
  const laes = () =>
    sted.base.asOwner<{ besoeg: number; talt: string }>('SELECT besoeg, talt::text FROM maaling_maaned ORDER BY maaned')
  const foer = await laes()
  expect((await (await sted.logInd(borgere[0] ?? '')).get('/overblik')).status).toBe(200)
  expect(await countMaaneder(sted.system)).toEqual([])
  expect(await laes()).toEqual(foer)
  const imorgen = tidspunkt(new Date(Date.now() + 26 * 3_600_000).toISOString())
  await countMaaneder({ ...sted.system, clock: { now: () => imorgen } })
  const efter = await laes()
  // Where tomorrow is another month, this one has been counted to its end.
  expect(efter.reduce((sum, { besoeg }) => sum + besoeg, 0)).toBe(27)
  const om2 = tidspunkt(new Date(Date.now() + 60 * 86_400_000).toISOString())
  await countMaaneder({ ...sted.system, clock: { now: () => om2 } })
  expect(await sted.base.asOwner('SELECT afsluttet FROM maaling_maaned WHERE afsluttet')).not.toEqual([])
})

test('what is kept names nobody, and no role but the one that counts may ask the log', async () => {
  const kolonner = await sted.base.asOwner<{ column_name: string }>(
    "SELECT column_name FROM information_schema.columns WHERE table_name LIKE 'maaling\\_%'",
  )
  expect(new Set(kolonner.map(({ column_name }) => column_name))).toEqual(
    new Set(['maaned', 'kommune', 'omraade', 'besoeg', 'borgere', 'til_nr', 'talt', 'afsluttet', 'sikre', 'holdt']),
  )
  const spoerg = (rolle: 'opsaetning' | 'modtagelse', text: string) =>
    sted.base.db.readBatch({ rolle } as never, [{ text, values: [] }] as never)
  const taelling = "SELECT kommune FROM maaling_numre(0, '2000-01-01', '2100-01-01')"
  await expect(spoerg('modtagelse', taelling)).rejects.toThrow()
  await expect(spoerg('opsaetning', 'SELECT part_id FROM adgangslog')).rejects.toThrow()
  await spoerg('opsaetning', taelling)
})

test('a caseworker sees no statistics', async () => {
  const simon = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler'] })
  for (const sti of ['/kommune/tal', '/kommune/tal/csv']) expect((await simon.browser.get(sti)).status).toBe(403)
})
