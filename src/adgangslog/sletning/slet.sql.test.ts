import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CvrNummer, newUuid } from '#kernel'
import { systemClock } from '#platform/clock'
import { sql } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { forsegl } from '../merkle/forsegl.ts'
import { kontrollerLog } from '../merkle/kontroller.ts'
import { readKontrolpunkt } from '../merkle/kontrolpunkt.ts'
import { createUnderskriver } from '../merkle/note.ts'
import { createLogskriver } from '../skriver.ts'
import { sletGamleLinjer } from './slet.ts'

const underskriver = createUnderskriver('log.example.dk', 'note', generateKeyPairSync('ed25519').privateKey)
const [A, B] = ['11111111', '12345678'] as CvrNummer[] as [CvrNummer, CvrNummer]

let testdb: Testdatabase
beforeAll(async () => {
  testdb = await createTestDatabase()
})
afterAll(() => testdb.close())
beforeEach(async () => {
  await testdb.asOwner(
    'TRUNCATE adgangslog, adgangslog_flise, adgangslog_kontrolpunkt, adgangslog_valg, adgangslog_sletning; UPDATE adgangslog_hoved SET antal = 0',
  )
})

/** `gamle` lines from five and a half years ago, `yngre` from three years ago, `nye` from now; sealed. */
async function skriv(gamle: number, yngre: number, nye: number) {
  const log = createLogskriver(testdb.db)
  const post = {
    aktoerType: 'medarbejder',
    grund: 'jobfunktionsrolle',
    formaal: 'klage',
    hvad: 'sag',
    objekt: undefined,
    antal: 1,
  }
  for (let nr = 0; nr < gamle + yngre + nye; nr += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, gamle + yngre + nye - nr) }, () =>
        log.append({ ...post, aktoer: newUuid(), part: newUuid(), korrelation: newUuid() }),
      ),
    )
  await testdb.asOwner(
    `UPDATE adgangslog SET tid = now() - CASE WHEN nr <= ${gamle} THEN interval '66 months' WHEN nr <= ${gamle + yngre} THEN interval '36 months' ELSE interval '0' END`,
  )
  while ((await forsegl({ db: testdb.db, clock: systemClock, underskriver })) > 0);
  return holdt()
}

async function holdt() {
  const [raekke] = await testdb.asOwner<{ note: string }>('SELECT note FROM adgangslog_kontrolpunkt ORDER BY antal DESC LIMIT 1')
  const laest = readKontrolpunkt(raekke?.note ?? '', underskriver)
  if (!laest.ok) throw new Error(laest.afvisning)
  return laest.value.kontrolpunkt
}

const vaelg = (kommune: CvrNummer, maaneder: number, stod = '32 days') =>
  testdb.asOwner(`INSERT INTO adgangslog_valg VALUES ($1, 10, $2, now() - interval '${stod}', gen_random_uuid(), 'X')`, [
    kommune,
    maaneder,
  ])
const slet = () => sletGamleLinjer({ db: testdb.db, clock: systemClock }, [A, B], 'proeve')
const tilbage = async () =>
  Number((await testdb.asOwner<{ antal: string }>('SELECT count(*) AS antal FROM adgangslog'))[0]?.antal)

test('the oldest go in pieces, their leaves stay, and whoever holds a checkpoint finds nothing wrong and is told how many', async () => {
  const kontrolpunkt = await skriv(11_000, 300, 100)
  expect(await slet()).toMatchObject({ slettet: 11_000, maaneder: 60 })
  expect(await tilbage()).toBe(400)
  const kontrol = await kontrollerLog(testdb.db, [kontrolpunkt])
  expect(kontrol).toMatchObject({ brud: [], linjer: 11_400, slettede: 11_000, udaekkede: 0 })
  expect(kontrol.slettetFoer?.slice(0, 4)).toBe(String(new Date().getUTCFullYear() - 5))
  expect((await slet()).slettet).toBe(0)
})

test('the municipality that wants to keep the log longest decides, and one that has not chosen keeps it five years', async () => {
  await skriv(50, 50, 50)
  await vaelg(A, 24)
  expect(await slet()).toMatchObject({ slettet: 50, maaneder: 60 })
  await vaelg(B, 30)
  expect(await slet()).toMatchObject({ slettet: 50, maaneder: 30 })
  expect(await tilbage()).toBe(50)
})

test('a choice counts when it has stood for a month: one made by mistake deletes nothing', async () => {
  await skriv(0, 50, 50)
  await vaelg(A, 24)
  await vaelg(B, 24, '27 days')
  expect(await slet()).toMatchObject({ slettet: 0, maaneder: 120 })
  await testdb.asOwner(`UPDATE adgangslog_valg SET aendret = now() - interval '32 days'`)
  expect(await slet()).toMatchObject({ slettet: 50, maaneder: 24 })
})

test('what has not been sealed is not deleted: nothing would be left of it', async () => {
  await skriv(20, 0, 0)
  await testdb.asOwner(
    `INSERT INTO adgangslog (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, antal, korrelation)
     SELECT 21, now() - interval '70 months', 'borger', part_id, part_id, 'egen', 'x', 'sager', 1, korrelation FROM adgangslog WHERE nr = 1`,
  )
  expect((await slet()).slettet).toBe(20)
  expect(await tilbage()).toBe(1)
})

test('a line that is too young stops it, though older ones come after: none is taken out from among others', async () => {
  await skriv(10, 0, 0)
  await testdb.asOwner(`UPDATE adgangslog SET tid = now() WHERE nr = 4`)
  expect((await slet()).slettet).toBe(3)
})

test('lines that are gone without having been deleted after their time are told', async () => {
  const kontrolpunkt = await skriv(20, 0, 0)
  await testdb.asOwner('DELETE FROM adgangslog WHERE nr <= 5')
  expect((await kontrollerLog(testdb.db, [kontrolpunkt])).brud).toEqual([{ slags: 'SLETTET_UDEN_FRIST', antal: 5 }])
})

/** Questions about a visit of so many months ago, answered so many months ago or not. */
const spurgt = (besoegt: number, svaret: number | null) =>
  testdb.asOwner(
    `INSERT INTO opslagsspoergsmaal (spoergsmaal_id, part_id, korrelation, kommune, besoegt, stillet, frist, tekst, svar, svaret, svaret_af, svaret_navn)
     SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '11111111', now() - make_interval(months => $1), now(), current_date, '',
       CASE WHEN s IS NOT NULL THEN ''::bytea END, s, CASE WHEN s IS NOT NULL THEN gen_random_uuid() END, CASE WHEN s IS NOT NULL THEN 'X' END
     FROM (SELECT now() - make_interval(months => $2) AS s) x`,
    [besoegt, svaret],
  )
const spurgte = async () =>
  (
    await testdb.asOwner<{ alder: number; besvaret: boolean }>(
      `SELECT extract(year FROM age(now(), besoegt))::int * 12 + extract(month FROM age(now(), besoegt))::int AS alder, svar IS NOT NULL AS besvaret
       FROM opslagsspoergsmaal ORDER BY besoegt`,
    )
  ).map(({ alder, besvaret }) => [alder, besvaret])

test('a question stays until it is answered, though the lines are gone, and its answer for three months', async () => {
  await skriv(5, 0, 5)
  await testdb.asOwner('TRUNCATE opslagsspoergsmaal')
  for (const [besoegt, svaret] of [
    [66, 4],
    [65, 2],
    [64, null],
    [30, 29],
  ] as const)
    await spurgt(besoegt, svaret)
  await slet()
  expect(await spurgte()).toEqual([
    [65, true],
    [64, false],
    [30, true],
  ])
})

test('the role deletes no question without an answer, whatever the program asks for', async () => {
  await testdb.asOwner('TRUNCATE opslagsspoergsmaal')
  for (const [besoegt, svaret] of [
    [66, null],
    [65, 2],
    [64, 4],
    [20, 4],
  ] as const)
    await spurgt(besoegt, svaret)
  expect(await testdb.db.writeBatch({ rolle: 'logsletning' }, [sql('DELETE FROM opslagsspoergsmaal')])).toEqual([1])
  expect(await spurgte()).toEqual([
    [66, false],
    [65, true],
    [20, true],
  ])
})

test('the role can delete nothing that is younger than two years, reads nothing but numbers and times, and no other role deletes', async () => {
  await skriv(0, 0, 5)
  const som = (rolle: 'logsletning' | 'log' | 'forsegling' | 'sletning', text: string) =>
    testdb.db.writeBatch({ rolle }, [sql(text)])
  expect(await som('logsletning', 'DELETE FROM adgangslog')).toEqual([0])
  await expect(som('logsletning', 'SELECT part_id FROM adgangslog')).rejects.toThrow()
  for (const rolle of ['log', 'forsegling', 'sletning'] as const)
    await expect(som(rolle, 'DELETE FROM adgangslog')).rejects.toThrow()
  expect(await tilbage()).toBe(5)
})
