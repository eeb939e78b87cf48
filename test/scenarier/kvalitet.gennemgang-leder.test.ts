import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Uuid } from '#kernel'
import { tekstHash } from '#kvalitet/vurdering'
import { drawSample } from '../../src/kvalitet/gennemgang/stikproeve.naiv.ts'
import { drawNumber } from '../../src/kvalitet/gennemgang/stikproeve.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { logIndPaaArbejde } from '../byggere/medarbejder.ts'
import { emptyAlt, judgeAlt, logIndGennemgaaer, withoutPlantede } from '../byggere/titelopgaver.ts'
import { BROBYSKOV, KORSBAEK, konfiguration, startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** Samples, planted titles, rights and suggestions: the review as those who lead it meet it. */

const BORGER = '6101800011'
let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({ opsaetning: [konfiguration({ kle: '27', kvalitetskrav: 'alle' })] })
})
afterAll(() => sted.close())
beforeEach(async () => {
  await emptyAlt(sted)
  await withoutPlantede(sted)
})

const lever = async (titler: readonly string[], kle = '27.36.04'): Promise<void> => {
  await sted.lever(
    'a',
    titler.map((titel) => lavSag({ id: randomUUID(), titel, kle, parter: [part('Primær part', BORGER)] })),
  )
  await judgeAlt(sted)
}
const OPGAVE = /name="opgave" value="([0-9a-f-]{36})"/
const antal = async (saetning: string): Promise<number> => Number((await sted.base.asOwner<{ n: string }>(saetning))[0]?.n)
const som = (rolle: 'kvalitetsansvarlig' | 'projektansvarlig' | 'fagsystemansvarlig', cvr = KORSBAEK) =>
  logIndPaaArbejde(sted, { cvr, roller: [rolle], navn: 'Gitte Leder' })

test('a planted title looks like the others, is nobody’s, is told when it is answered, and by whom is forgotten', async () => {
  await lever(['Hjælp til indkøb', 'Hjælp til rengøring'])
  // The most often that can be chosen; by chance one comes within some tries.
  await sted.base.asOwner('UPDATE gennemgangsvalg SET plantet_hver = 10')
  const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
  const logget = () => antal('SELECT count(*) AS n FROM adgangslog')
  let tekst = ''
  let foer = 0
  for (let forsoeg = 0; forsoeg < 300 && (await antal('SELECT count(*) AS n FROM plantet_titel')) === 0; forsoeg++) {
    foer = await logget()
    tekst = (await simon.browser.get('/kommune/gennemgang')).tekst
  }
  const [plantet] = await sted.base.asOwner<{ plantet_id: string; titel: string; medarbejder_id: string }>(
    'SELECT * FROM plantet_titel',
  )
  expect(plantet?.medarbejder_id).toBe(simon.id)
  expect(OPGAVE.exec(tekst)?.[1]).toBe(plantet?.plantet_id)
  // Nobody's log, since it is nobody's; and in no table that a citizen's page is made of.
  expect(await logget()).toBe(foer)
  for (const tabel of ['overblik', 'objekt', 'titelvurdering', 'titelopgave'])
    expect(await antal(`SELECT count(*) AS n FROM ${tabel} t WHERE t::text LIKE '%${plantet?.plantet_id}%'`)).toBe(0)
  expect((await (await sted.logInd(BORGER)).get('/api/v1/mig/sager')).tekst).not.toContain(plantet?.titel)
  // Another reviewer's answer to it is an answer to nothing.
  const karen = await logIndGennemgaaer(sted, { kle: ['27'] })
  expect(
    (await karen.post('/kommune/gennemgang/afgoer', { opgave: plantet?.plantet_id ?? '', version: '0', slags: 'godkend' }))
      .status,
  ).toBe(409)
  const svar = await simon.post('/kommune/gennemgang/afgoer', {
    opgave: plantet?.plantet_id ?? '',
    version: '0',
    slags: 'godkend',
  })
  expect(svar.status).toBe(303)
  await sted.base.asOwner('UPDATE gennemgangsvalg SET plantet_hver = 0')
  expect((await simon.browser.get(String(svar.headers.location))).tekst).toContain('Den skulle ikke have været godkendt')
  // By chance another may have come to somebody meanwhile.
  expect(
    await sted.base.asOwner('SELECT fundet, medarbejder_id FROM plantet_titel WHERE plantet_id = $1', [plantet?.plantet_id]),
  ).toEqual([{ fundet: false, medarbejder_id: null }])
  expect(await antal('SELECT count(*) AS n FROM titelgennemgang')).toBe(0)
})

test('the one responsible for quality is told the hit rate of units, and of no person', async () => {
  await lever(['Hjælp til indkøb'])
  await sted.base.asOwner(
    `INSERT INTO plantet_titel SELECT '11111111', gen_random_uuid(), NULL, (SELECT enhed FROM titelopgave LIMIT 1), '27', 'fil', 'x', now(), now(), g > 1
     FROM generate_series(1, 6) g`,
  )
  const leder = await som('kvalitetsansvarlig')
  const side = (await leder.browser.get('/kommune/titelkvalitet')).tekst
  expect(side).toContain('5 af 6')
  expect(side).not.toContain('Simon')
  for (const [hver, status] of [
    ['0', 303],
    ['10', 303],
    ['9', 400],
    ['1001', 400],
    ['x', 400],
    ['-1', 400],
  ] as const)
    expect((await leder.post('/kommune/titelkvalitet', { hver })).status, hver).toBe(status)
})

test('of a sample no more are drawn than asked for, what is not drawn is shown, and what it says is told exactly', async () => {
  await sted.system.opsaetning.save([konfiguration({ kle: '28', kvalitetskrav: 'stikproeve', stikproeve: 5 })])
  await lever(
    Array.from({ length: 30 }, (_, nr) => `Plads i dagtilbud ${nr}`),
    '28.09.40',
  )
  expect(await antal('SELECT count(*) AS n FROM titelopgave WHERE proeve_nummer IS NOT NULL')).toBe(5)
  const lavest = await sted.base.asOwner<{ titler: string }>('SELECT max(proeve_nummer) AS titler FROM titelopgave')
  // Later ones have the same chance: lower numbers draw higher ones out.
  await lever(
    Array.from({ length: 60 }, (_, nr) => `Plads i vuggestue ${nr}`),
    '28.09.40',
  )
  expect(await antal('SELECT count(*) AS n FROM titelopgave WHERE proeve_nummer IS NOT NULL')).toBe(5)
  const siden = await sted.base.asOwner<{ titler: string }>('SELECT max(proeve_nummer) AS titler FROM titelopgave')
  expect(Number(siden[0]?.titler)).toBeLessThan(Number(lavest[0]?.titler))
  // And they are those that a draw from all at once would have given.
  const alle = await sted.base.asOwner<{ item_id: Uuid; titel: string }>(
    `SELECT item_id, data -> 'titler' -> 0 ->> 'titel' AS titel FROM overblik WHERE kle = '28.09.40'`,
  )
  const kandidater = alle.map(({ item_id, titel }) => ({
    item_id,
    nummer: drawNumber(KORSBAEK, '28', item_id, tekstHash(titel)),
  }))
  const valgte = await sted.base.asOwner<{ item_id: Uuid }>('SELECT item_id FROM titelopgave WHERE proeve_nummer IS NOT NULL')
  expect(valgte.map(({ item_id }) => item_id).sort()).toEqual(
    drawSample(kandidater, 5)
      .med.map(({ item_id }) => item_id)
      .sort(),
  )
  expect((await (await sted.logInd(BORGER)).get('/api/v1/mig/sager')).tekst).toContain('Plads i dagtilbud 7')
  await sted.base.asOwner("UPDATE titelopgave SET tilstand = 'godkendt' WHERE proeve_nummer IS NOT NULL")
  const leder = await som('kvalitetsansvarlig')
  // 1 - 0.05^(1/5) is 45.07 %, and what is promised is never better than it is.
  expect((await leder.browser.get('/kommune/titelkvalitet')).tekst).toContain(
    '0 af 5 skulle rettes: højst 45,1 % af alle, med 95 % sikkerhed',
  )
})

test('a municipality that asks for every title has them in the queue without anything being delivered anew', async () => {
  await sted.system.opsaetning.save([konfiguration({ kle: '29' })])
  await lever(['Genoptræning af knæ'], '29.21.04')
  const venter = () => antal("SELECT count(*) AS n FROM titelopgave WHERE kle = '29.21.04' AND tilstand = 'venter'")
  expect(await venter()).toBe(0)
  await sted.system.opsaetning.save([konfiguration({ kle: '29', kvalitetskrav: 'alle' })])
  await judgeAlt(sted)
  expect(await venter()).toBe(1)
  await sted.system.opsaetning.save([konfiguration({ kle: '29', aaben: false })])
  await judgeAlt(sted)
  expect(await venter()).toBe(0)
})

test('a right is given by a project lead on a page, opens the queue at the next request, and closes it when it is taken back', async () => {
  await lever(['Hjælp til indkøb'])
  const simon = await logIndPaaArbejde(sted, { cvr: KORSBAEK, roller: ['sagsbehandler'] })
  const leder = await som('projektansvarlig')
  const nej = await leder.post('/kommune/titelkvalitet/rettigheder', { navn: 'Simon', medarbejder: 'x', kle: '27.3' })
  expect(nej.status).toBe(400)
  expect(nej.tekst).toContain('value="27.3"')
  const ja = await leder.post('/kommune/titelkvalitet/rettigheder', { navn: 'Simon Ny', medarbejder: simon.id, kle: '27' })
  expect(ja.status).toBe(303)
  expect((await leder.browser.get(String(ja.headers.location))).tekst).toContain('Simon Ny har fået retten.')
  expect((await simon.browser.get('/kommune/gennemgang')).tekst).toContain('Hjælp til indkøb')
  const ret = new URL(String(ja.headers.location), sted.origin).searchParams.get('givet') ?? ''
  // Another municipality's project lead takes nothing back.
  const fremmed = await som('projektansvarlig', BROBYSKOV)
  await fremmed.post('/kommune/titelkvalitet/rettigheder/fratag', { ret })
  expect((await simon.browser.get('/kommune/gennemgang')).tekst).toContain('Hjælp til indkøb')
  expect((await leder.post('/kommune/titelkvalitet/rettigheder/fratag', { ret })).status).toBe(303)
  expect((await simon.browser.get('/kommune/gennemgang')).tekst).not.toContain('Hjælp til indkøb')
  for (const rolle of ['kvalitetsansvarlig', 'fagsystemansvarlig'] as const)
    expect((await (await som(rolle)).browser.get('/kommune/titelkvalitet/rettigheder')).status).toBe(403)
})

test('corrected titles are fetched as a list for the system, each citizen’s log told, until the source has corrected its own', async () => {
  const id = randomUUID()
  await sted.lever('a', [lavSag({ id, titel: 'HJPL', kle: '27.36.04', parter: [part('Primær part', BORGER)] })])
  await judgeAlt(sted)
  const simon = await logIndGennemgaaer(sted, { kle: ['27'] })
  const opgave = OPGAVE.exec((await simon.browser.get('/kommune/gennemgang')).tekst)?.[1] ?? ''
  await simon.post('/kommune/gennemgang/afgoer', { opgave, version: '0', slags: 'ret', titel: '=Hjælp til indkøb' })
  const ansvarlig = await som('fagsystemansvarlig')
  const foer = await antal("SELECT count(*) AS n FROM adgangslog WHERE hvad = 'titler'")
  const svar = await ansvarlig.browser.get('/kommune/rettede-titler/titler.csv')
  expect(svar.headers['content-type']).toContain('text/csv')
  const [, linje] = parse(svar.krop, { delimiter: ';', bom: true }) as string[][]
  expect(linje?.[0]).toBe(id)
  expect(linje?.[2]).toBe('Kastanje Sag')
  // A spreadsheet does not take it for a formula.
  expect(linje?.[5]).toBe("'=Hjælp til indkøb")
  expect(svar.tekst).not.toContain('HJPL')
  expect(await antal("SELECT count(*) AS n FROM adgangslog WHERE hvad = 'titler'")).toBe(foer + 1)
  expect(
    (await (await som('fagsystemansvarlig', BROBYSKOV)).browser.get('/kommune/rettede-titler/titler.csv')).tekst,
  ).not.toContain(id)
  expect((await ansvarlig.browser.get('/kommune/rettede-titler/titler.csv?fra=i-gaar')).status).toBe(400)
  const tid = '2026-03-01T08:00:00.000Z'
  await sted.lever('a', [lavSag({ id, titel: 'Hjælp til indkøb', kle: '27.36.04', tid, parter: [part('Primær part', BORGER)] })])
  await judgeAlt(sted)
  expect((await ansvarlig.browser.get('/kommune/rettede-titler/titler.csv')).tekst).not.toContain(id)
})
