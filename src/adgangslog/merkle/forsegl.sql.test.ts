import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { systemClock } from '#platform/clock'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { createLogskriver } from '../skriver.ts'
import { Forseglingsbrud, type Forseglingsdeps, forsegl } from './forsegl.ts'
import { kontrollerLog } from './kontroller.ts'
import { readKontrolpunkt } from './kontrolpunkt.ts'
import { createUnderskriver } from './note.ts'
import type { Holdt } from './tider.ts'
import type { Traehoved } from './verificer.ts'

const noegle = () => generateKeyPairSync('ed25519').privateKey
const underskriver = createUnderskriver('log.example.dk', 'note', noegle())

let testdb: Testdatabase
let deps: Forseglingsdeps
beforeAll(async () => {
  testdb = await createTestDatabase()
  deps = { db: testdb.db, clock: systemClock, underskriver }
})
afterAll(async () => testdb.close())
beforeEach(async () => {
  await testdb.asOwner('TRUNCATE adgangslog, adgangslog_flise, adgangslog_kontrolpunkt; UPDATE adgangslog_hoved SET antal = 0')
})

const part = newUuid()
async function skriv(antal: number): Promise<void> {
  const log = createLogskriver(testdb.db)
  const post = (nr: number) => ({
    aktoerType: 'medarbejder',
    aktoer: newUuid(),
    part,
    grund: 'kommune',
    formaal: 'forklaring',
    hvad: 'sag',
    objekt: nr % 2 === 0 ? newUuid() : undefined,
    antal: nr,
    korrelation: newUuid(),
  })
  await Promise.all(Array.from({ length: antal }, (_, nr) => log.append(post(nr))))
}

/** What a witness would hold: the newest checkpoint, read with the log's key alone. */
async function sidste(): Promise<Traehoved> {
  const [raekke] = await testdb.asOwner<{ note: string }>('SELECT note FROM adgangslog_kontrolpunkt ORDER BY antal DESC LIMIT 1')
  const laest = readKontrolpunkt(raekke?.note ?? '', underskriver)
  if (!laest.ok) throw new Error(laest.afvisning)
  return laest.value.kontrolpunkt
}

async function forseglede(...stykker: number[]): Promise<Traehoved[]> {
  const hoveder: Traehoved[] = []
  for (const stykke of stykker) {
    await skriv(stykke)
    await forsegl(deps)
    hoveder.push(await sidste())
  }
  return hoveder
}

test('what has come since is sealed each time, and every checkpoint is that of the lines', async () => {
  const hoveder = await forseglede(1, 300, 17)
  expect(hoveder.map(({ antal }) => antal)).toEqual([1, 301, 318])
  expect(await forsegl(deps)).toBe(0)
  await skriv(5)
  expect(await kontrollerLog(testdb.db, hoveder)).toEqual({
    brud: [],
    linjer: 323,
    slettede: 0,
    slettetFoer: undefined,
    stille: undefined,
    udaekkede: 5,
    udaekketFra: expect.stringMatching(/^20.*Z$/) as unknown as string,
  })
})

test('two processes that seal at once make one tree', async () => {
  await skriv(400)
  const taget = await Promise.all([forsegl(deps), forsegl(deps), forsegl(deps)])
  expect(taget.reduce((sum, led) => sum + led, 0)).toBe(400)
  expect(await kontrollerLog(testdb.db, [await sidste()])).toMatchObject({ brud: [], udaekkede: 0 })
})

test('lines that are deleted after their time leave their leaves, and the tree stays what was signed', async () => {
  const [foerste] = await forseglede(300)
  await testdb.asOwner(
    `DELETE FROM adgangslog WHERE nr <= 280; INSERT INTO adgangslog_sletning (til_nr, graense, antal, hvem) VALUES (280, '2021-11-22T00:00:00Z', 280, 'proeve')`,
  )
  const hoveder = [foerste as Traehoved, ...(await forseglede(40))]
  expect(await kontrollerLog(testdb.db, hoveder)).toMatchObject({ brud: [], linjer: 340, slettede: 280, udaekkede: 0 })
  await testdb.asOwner('TRUNCATE adgangslog_sletning')
})

test('that the log says nothing between what was deleted and the oldest line left is told: young lines may have gone as if they were old', async () => {
  const [hoved] = await forseglede(300)
  const slet = (siden: string) =>
    testdb.asOwner(
      `DELETE FROM adgangslog WHERE nr <= 280; INSERT INTO adgangslog_sletning (til_nr, graense, antal, hvem) VALUES (280, now() - interval '${siden}', 280, 'proeve')`,
    )
  const kontrol = async () => (await kontrollerLog(testdb.db, [hoved as Traehoved])).stille
  await slet('5 years')
  expect((await kontrol())?.til).toMatch(new RegExp(`^${systemClock.now().slice(0, 10)}T`))
  await testdb.asOwner('TRUNCATE adgangslog_sletning; DELETE FROM adgangslog')
  await slet('5 years')
  expect((await kontrol())?.til).toBeDefined()
  await testdb.asOwner('TRUNCATE adgangslog_sletning')
  await slet('30 days')
  expect(await kontrol()).toBeUndefined()
  await testdb.asOwner('TRUNCATE adgangslog_sletning')
})

describe('what is done to the log afterwards is seen by whoever holds a checkpoint', () => {
  test.each([
    ['a word changed', `UPDATE adgangslog SET hvad = 'opslag' WHERE nr = 200`, { slags: 'LINJE_AENDRET', nr: 200 }],
    ['another who looked', `UPDATE adgangslog SET aktoer_id = gen_random_uuid() WHERE nr = 7`, { slags: 'LINJE_AENDRET', nr: 7 }],
    [
      'a microsecond',
      `UPDATE adgangslog SET tid = tid + interval '1 microsecond' WHERE nr = 1`,
      { slags: 'LINJE_AENDRET', nr: 1 },
    ],
    ['another salt', `UPDATE adgangslog SET salt = sha256('x') WHERE nr = 300`, { slags: 'LINJE_AENDRET', nr: 300 }],
    ['a line deleted', 'DELETE FROM adgangslog WHERE nr = 150', { slags: 'LINJE_SLETTET', nr: 150 }],
    ['the last line deleted', 'DELETE FROM adgangslog WHERE nr = 300', { slags: 'LINJE_SLETTET', nr: 300 }],
    [
      'all from a line on, with the tiles',
      'DELETE FROM adgangslog WHERE nr > 250; UPDATE adgangslog_flise SET hashes = substring(hashes FOR 32) WHERE niveau = 0 AND nr = 1; DELETE FROM adgangslog_flise WHERE niveau = 0 AND nr = 1',
      { slags: 'LINJE_SLETTET', nr: 251 },
    ],
    [
      'two lines in each other’s place',
      'UPDATE adgangslog SET nr = -nr WHERE nr IN (10, 11); UPDATE adgangslog SET nr = 21 + nr WHERE nr < 0',
      { slags: 'LINJE_AENDRET', nr: 10 },
    ],
    [
      'a line put in before the first, where no leaf is',
      `INSERT INTO adgangslog (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, antal, korrelation)
       SELECT -3, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, antal, korrelation FROM adgangslog WHERE nr = 9`,
      { slags: 'LINJE_UDEN_PLADS', nr: -3 },
    ],
    [
      'the same day before the common era',
      // That year has no 29 February.
      `UPDATE adgangslog SET tid = (replace(to_char(tid, 'YYYY-MM-DD HH24:MI:SS.US TZ'), '-02-29', '-02-28') || ' BC')::timestamptz WHERE nr = 44`,
      { slags: 'LINJE_AENDRET', nr: 44 },
    ],
    [
      'a salt with a zero more, which an HMAC does not see',
      `ALTER TABLE adgangslog DROP CONSTRAINT IF EXISTS adgangslog_salt_check; UPDATE adgangslog SET salt = salt || '\\x00' WHERE nr = 45`,
      { slags: 'LINJE_AENDRET', nr: 45 },
    ],
    [
      'no salt',
      `ALTER TABLE adgangslog DROP CONSTRAINT IF EXISTS adgangslog_salt_check; UPDATE adgangslog SET salt = NULL WHERE nr = 46`,
      { slags: 'LINJE_AENDRET', nr: 46 },
    ],
    [
      'a leaf that no line says',
      `UPDATE adgangslog_flise SET hashes = set_byte(hashes, 40, 255 - get_byte(hashes, 40)) WHERE niveau = 0 AND nr = 0`,
      { slags: 'LINJE_AENDRET', nr: 2 },
    ],
  ])('%s', async (_, handling, ventet) => {
    const hoveder = await forseglede(300)
    await testdb.asOwner(handling)
    const { brud } = await kontrollerLog(testdb.db, hoveder)
    expect(brud).toContainEqual(ventet)
  })

  test('also where the tiles and the checkpoint are made anew to match', async () => {
    const hoveder = await forseglede(300)
    await testdb.asOwner(
      `UPDATE adgangslog SET hvad = 'opslag' WHERE nr = 200; TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt`,
    )
    await forsegl(deps)
    const { brud } = await kontrollerLog(testdb.db, hoveder)
    expect(brud).toEqual([{ slags: 'ROD_FORSKELLIG', antal: 300 }])
  })

  test.each<[string, string, Partial<Holdt>, object]>([
    [
      'a line that nobody outside had signed over yet, and newer ones are there',
      'DELETE FROM adgangslog WHERE nr = 305; TRUNCATE adgangslog_flise, adgangslog_kontrolpunkt',
      {},
      { slags: 'LINJE_SLETTET', nr: 305 },
    ],
    [
      'young lines, written down as deleted after a time of a month',
      `DELETE FROM adgangslog WHERE nr <= 280; INSERT INTO adgangslog_sletning (til_nr, graense, antal, hvem) VALUES (280, now() - interval '1 month', 280, 'proeve')`,
      {},
      { slags: 'SLETTET_FOR_TIDLIGT', antal: 280 },
    ],
    [
      'lines that a witness had not seen when it signed, as if they were older',
      `DELETE FROM adgangslog WHERE nr <= 302; INSERT INTO adgangslog_sletning (til_nr, graense, antal, hvem) VALUES (302, now() - interval '5 years', 302, 'proeve')`,
      { set: [Math.floor(Date.now() / 1_000)] },
      { slags: 'SLETTET_FOR_TIDLIGT', antal: 302 },
    ],
    [
      'lines that say that they were written after a witness had signed over them',
      'SELECT 1',
      { set: [Math.floor(Date.now() / 1_000) - 86_400] },
      { slags: 'TID_UMULIG', nr: 1 },
    ],
  ])('%s', async (_, handling, medVidne, ventet) => {
    const [hoved] = await forseglede(300)
    await forseglede(5)
    await skriv(3)
    await testdb.asOwner(handling)
    const { brud } = await kontrollerLog(testdb.db, [{ ...(hoved as Traehoved), ...medVidne }])
    expect(brud).toContainEqual(ventet)
    await testdb.asOwner('TRUNCATE adgangslog_sletning')
  })

  test('and where fewer are left than were signed', async () => {
    const hoveder = await forseglede(300)
    await testdb.asOwner('DELETE FROM adgangslog WHERE nr > 256; TRUNCATE adgangslog_flise')
    const { brud } = await kontrollerLog(testdb.db, hoveder)
    expect(brud).toEqual([{ slags: 'LINJER_MANGLER', antal: 300 }])
  })
})

describe('nothing is signed on top of what is not what it was', () => {
  test.each([
    ['a tile', `UPDATE adgangslog_flise SET hashes = set_byte(hashes, 0, 255 - get_byte(hashes, 0)) WHERE niveau = 0 AND nr = 1`],
    ['a tile that is gone', 'DELETE FROM adgangslog_flise WHERE niveau = 1'],
    ['a line that is gone before it was sealed', 'DELETE FROM adgangslog WHERE nr = 301'],
    [
      'a checkpoint of another key',
      `UPDATE adgangslog_kontrolpunkt SET note = replace(note, 'log.example.dk ', 'log.example.dl ')`,
    ],
  ])('%s', async (_, handling) => {
    await forseglede(300)
    await skriv(2)
    await testdb.asOwner(handling)
    await expect(forsegl(deps)).rejects.toThrow()
    const [raekke] = await testdb.asOwner<{ antal: string }>('SELECT max(antal) AS antal FROM adgangslog_kontrolpunkt')
    expect(raekke?.antal).toBe('300')
  })

  test('and what is wrong is told as that, not as a fault of the program', async () => {
    await forseglede(3)
    await skriv(1)
    await expect(forsegl({ ...deps, underskriver: createUnderskriver('log.example.dk', 'note', noegle()) })).rejects.toThrow(
      Forseglingsbrud,
    )
  })
})

test('the role that seals reads the log and writes the tree, and changes no line and no checkpoint', async () => {
  await forseglede(3)
  for (const text of [
    'DELETE FROM adgangslog',
    `UPDATE adgangslog SET hvad = 'x'`,
    'DELETE FROM adgangslog_flise',
    'DELETE FROM adgangslog_kontrolpunkt',
    `UPDATE adgangslog_kontrolpunkt SET note = 'x'`,
    'SELECT * FROM overblik',
  ])
    await expect(testdb.db.transaction({ rolle: 'forsegling' }, (tx) => tx.run({ text, values: [] }))).rejects.toThrow('42501')
})

test('lines of the same content have leaves of their own, and who looked is in none of them in clear', async () => {
  const samme: Uuid[] = [newUuid(), newUuid()]
  await skriv(2)
  await testdb.asOwner('UPDATE adgangslog SET tid = now(), antal = 1, objekt_id = NULL, aktoer_id = $1, korrelation = $2', samme)
  await forsegl(deps)
  const [flise] = await testdb.asOwner<{ a: string; b: string }>(
    `SELECT encode(substring(hashes FOR 32), 'hex') AS a, encode(substring(hashes FROM 33), 'hex') AS b FROM adgangslog_flise WHERE niveau = 0`,
  )
  expect(flise?.a).not.toBe(flise?.b)
})
