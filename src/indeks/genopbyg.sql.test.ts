import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import {
  del,
  id,
  KORSBAEK,
  laesUforseglet,
  MASTER,
  objekt,
  part,
  post,
  registerAlle,
  registrering,
  titel,
  ydelse,
} from '../../test/byggere/indeks.ts'
import { type Genopbygning, genopbyg, type Rettelse } from './genopbyg.ts'

let database: Testdatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const nye = Array.from({ length: 25 }, (_, i) => [
    registrering(
      objekt('sag', `sag ${i}`, { parter: [part('Ulla'), part('Lund', 'Sekundær part')], journalposter: [post(`brev ${i}`)] }),
      '2026-01-02',
    ),
    registrering(objekt('sag', `sag ${i}`, { titler: [titel('ældre')] }), '2026-01-01'),
    registrering(objekt('dokument', `brev ${i}`), '2026-01-01'),
    registrering(
      objekt('bevilling', `bevilling ${i}`, {
        parter: [part('Ulla', 'Ydelsesmodtager')],
        ydelser: [ydelse('Pension')],
        sager: [id(`sag ${i}`)],
      }),
      '2026-01-01',
    ),
    registrering(objekt('oekonomiskEffektuering', `udbetaling ${i}`, { ydelser: [del(`bevilling ${i}`)] }), '2026-01-01'),
  ]).flat()
  await registerAlle(database.db, ...nye)
})
afterAll(() => database.close())

const dump = async () => {
  const tabeller = []
  for (const tabel of ['objekt', 'afhaengighed', 'overblik'])
    tabeller.push(await database.asOwner(`SELECT t::text FROM ${tabel} t ORDER BY t::text COLLATE "C"`))
  return tabeller
}
const check = (side = 7) => genopbyg(database.db, laesUforseglet, { ret: false, side })
const korte = ({ afvigelser }: Genopbygning) => afvigelser.map(({ tabel, noegle, slags }) => ({ tabel, noegle, slags }))
const sql = (tekst: string, ...vaerdier: unknown[]) => database.asOwner(tekst, vaerdier)
const stray = (part: string, item: string, fra = 'brev 9') =>
  sql(
    `INSERT INTO overblik SELECT $1, $2, art, kommune, kle, kilde_id, sager, aendret, data, indhold FROM overblik
     WHERE item_id = $3 AND part_id = $4`,
    id(part),
    id(item),
    id(fra),
    id('Ulla'),
  )

test('an index that is as it should be has no differences, whatever the size of the pages', async () => {
  for (const side of [1, 3, 1000])
    expect(await check(side)).toEqual({
      objekter: 100,
      raekker: 150,
      afvigelser: [],
      antalAfvigelser: 0,
      rettede: 0,
      ufuldstaendig: false,
      afbrudt: false,
    })
})

test('a missing, a superfluous and an altered row of each table is listed by id, left alone, and put right when asked', async () => {
  const foer = await dump()
  await sql(`UPDATE objekt SET data = data || '{"kle":"34.10.30"}' WHERE objekt_id = $1`, id('sag 3'))
  await sql(`UPDATE objekt SET master = $2, art = 'dokument' WHERE objekt_id = $1`, id('sag 10'), id('fremmed'))
  await sql('DELETE FROM objekt WHERE objekt_id = $1', id('sag 4'))
  await sql('DELETE FROM afhaengighed WHERE objekt_id = $1', id('brev 5'))
  await sql('INSERT INTO afhaengighed VALUES ($1, $2)', id('fremmed'), id('brev 6'))
  await sql('INSERT INTO afhaengighed VALUES ($1, $2)', id('sag 12'), id('brev 11'))
  await sql(`UPDATE overblik SET kle = '34.10.30' WHERE item_id = $1 AND part_id = $2`, id('brev 7'), id('Ulla'))
  await sql('DELETE FROM overblik WHERE item_id = $1 AND part_id = $2', id('brev 8'), id('Ulla'))
  await stray('fremmed', 'brev 9')
  await stray('Ulla', 'ingenting')
  const oedelagt = await dump()
  const ventet = [
    ['objekt', [id('sag 3')], 'anderledes'],
    ['objekt', [id('sag 10')], 'anderledes'],
    ['objekt', [id('sag 4')], 'mangler'],
    ['afhaengighed', [id('sag 5'), id('brev 5')], 'mangler'],
    ['afhaengighed', [id('fremmed'), id('brev 6')], 'overskydende'],
    ['afhaengighed', [id('sag 12'), id('brev 11')], 'overskydende'],
    ['overblik', [id('Ulla'), id('brev 7')], 'anderledes'],
    ['overblik', [id('Ulla'), id('brev 8')], 'mangler'],
    ['overblik', [id('fremmed'), id('brev 9')], 'overskydende'],
    ['overblik', [id('Ulla'), id('ingenting')], 'overskydende'],
  ].map(([tabel, noegle, slags]) => ({ tabel, noegle, slags }))
  const fundet = await check(4)
  expect(fundet.antalAfvigelser).toBe(ventet.length)
  expect(korte(fundet)).toEqual(expect.arrayContaining(ventet))
  expect(await dump()).toEqual(oedelagt)
  const rettet = await genopbyg(database.db, laesUforseglet, { ret: true, side: 4, hoejst: 2 })
  expect(rettet).toMatchObject({ antalAfvigelser: ventet.length })
  expect(rettet.afvigelser).toHaveLength(2)
  expect(await dump()).toEqual(foer)
  expect((await check()).antalAfvigelser).toBe(0)
})

test('an object that no registration gives goes, with its rows; so does one that has been deleted, whatever was left of it', async () => {
  const foer = await dump()
  await sql(
    'INSERT INTO objekt SELECT $1, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data FROM objekt WHERE objekt_id = $2',
    id('løs'),
    id('sag 1'),
  )
  await stray('Ulla', 'løs')
  expect(korte(await check())).toEqual([
    { tabel: 'objekt', noegle: [id('løs')], slags: 'overskydende' },
    { tabel: 'overblik', noegle: [id('Ulla'), id('løs')], slags: 'overskydende' },
  ])
  await genopbyg(database.db, laesUforseglet, { ret: true })
  expect(await dump()).toEqual(foer)

  await registerAlle(database.db, registrering(objekt('sag', 'slettet', { parter: [part('Ulla')] }), '2026-01-01'))
  const medSlettet = await dump()
  await sql(
    `INSERT INTO gravsten (objekt_id, art, master, kilde_id, tidspunkt, grund) SELECT objekt_id, art, master, kilde_id, tidspunkt, 'fjernet'
     FROM objekt WHERE objekt_id = $1`,
    id('slettet'),
  )
  expect((await check()).antalAfvigelser).toBe(2)
  await genopbyg(database.db, laesUforseglet, { ret: true })
  expect(await dump()).toEqual(foer)
  expect(medSlettet).not.toEqual(foer)
})

test('all three tables emptied are built anew', async () => {
  const foer = await dump()
  await sql('TRUNCATE objekt, afhaengighed, overblik')
  expect((await check()).antalAfvigelser).toBe(100 + 75 + 150)
  await genopbyg(database.db, laesUforseglet, { ret: true, side: 30 })
  expect(await dump()).toEqual(foer)
})

test('what is put right is told in the transaction that does it, with where it belongs and where it said that it did', async () => {
  const foer = await dump()
  await sql(`UPDATE objekt SET kommune = '22222222' WHERE objekt_id = $1`, id('sag 2'))
  const oedelagt = await dump()
  const told: Rettelse[] = []
  const fails = genopbyg(database.db, laesUforseglet, {
    ret: true,
    onRettet: async () => {
      throw new RangeError('Cannot be told')
    },
  })
  await expect(fails).rejects.toThrow('Cannot be told')
  expect(await dump()).toEqual(oedelagt)
  await genopbyg(database.db, laesUforseglet, { ret: true, onRettet: async (_, rettelser) => void told.push(...rettelser) })
  expect(told).toEqual([
    expect.objectContaining({
      objekt: id('sag 2'),
      fjernet: false,
      hjemsteder: [
        { kilde: MASTER, kommune: KORSBAEK },
        { kilde: MASTER, kommune: '22222222' },
      ],
    }),
  ])
  expect(await dump()).toEqual(foer)
})

test('deliveries meanwhile are neither waited for nor counted as differences, and what was damaged is put right under them', async () => {
  const undervejs: Promise<unknown>[] = []
  const deliver = (trin: string, antal: number) => {
    const n = undervejs.length
    if (n < 12)
      undervejs.push(
        registerAlle(
          database.db,
          registrering(
            objekt('sag', `sag ${n}`, { parter: [part('Lonnie')], journalposter: [post(`brev ${n + 1}`)] }),
            `2026-06-${10 + ((antal + trin.length + n) % 9)}`,
          ),
        ),
      )
  }
  expect((await genopbyg(database.db, laesUforseglet, { ret: false, side: 9, onProgress: deliver })).antalAfvigelser).toBe(0)
  await Promise.all(undervejs.splice(0))
  await sql(`UPDATE objekt SET data = data || '{"kle":"34.10.30"}' WHERE kommune IS NOT NULL`)
  await sql(`DELETE FROM overblik WHERE part_id = $1`, id('Ulla'))
  await genopbyg(database.db, laesUforseglet, { ret: true, side: 9, onProgress: deliver })
  expect(undervejs).toHaveLength(12)
  await Promise.all(undervejs)
  expect((await check()).antalAfvigelser).toBe(0)
})

test('a run that is cut off leaves whole objects behind, and the next one goes on from the damage that is left', async () => {
  await sql('DELETE FROM overblik')
  let trin = 0
  const afbryd = new AbortController()
  const halv = await genopbyg(database.db, laesUforseglet, {
    ret: true,
    side: 10,
    signal: afbryd.signal,
    onProgress: (hvad) => {
      if (hvad === 'overblik' && ++trin === 3) afbryd.abort()
    },
  })
  expect(halv.afbrudt).toBe(true)
  const rest = (await check()).antalAfvigelser
  expect(rest).toBeGreaterThan(0)
  expect((await genopbyg(database.db, laesUforseglet, { ret: true })).antalAfvigelser).toBe(rest)
  expect((await check()).antalAfvigelser).toBe(0)
})

test('where all its connections are cut in the middle nothing is half done, and the next run goes on', async () => {
  const foer = await dump()
  await sql('DELETE FROM overblik')
  const kill = () =>
    sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()')
  let rettede = 0
  const run = genopbyg(database.db, laesUforseglet, {
    ret: true,
    side: 10,
    onRettet: async () => {
      // Waited for: its own connection is gone before it can be kept.
      if (++rettede === 2) await kill()
    },
  })
  await expect(run).rejects.toThrow()
  const [rest] = await sql('SELECT count(*)::int AS n FROM overblik')
  expect(rest?.['n']).toBeGreaterThan(0)
  expect(rest?.['n']).toBeLessThan(foer[2]?.length ?? 0)
  // A connection that was cut may be noticed only when it is used again.
  await vi.waitFor(() => genopbyg(database.db, laesUforseglet, { ret: true }), { timeout: 20_000 })
  expect(await dump()).toEqual(foer)
})

test('random damage to the three tables is found and mended, whatever it is', async () => {
  const foer = await dump()
  const skader = [
    'DELETE FROM objekt WHERE objekt_id = $1',
    `UPDATE objekt SET parter = '{}' WHERE objekt_id = $1`,
    'UPDATE objekt SET parter = parter || $1::uuid WHERE objekt_id = $1',
    `UPDATE objekt SET tidspunkt = tidspunkt + interval '1 day', hash = '\\x00' WHERE objekt_id = $1`,
    'DELETE FROM afhaengighed WHERE objekt_id = $1',
    'DELETE FROM afhaengighed WHERE af = $1',
    `INSERT INTO afhaengighed SELECT $1, o.objekt_id FROM (SELECT objekt_id FROM objekt ORDER BY objekt_id LIMIT 3) o ON CONFLICT DO NOTHING`,
    'DELETE FROM overblik WHERE item_id = $1',
    `UPDATE overblik SET data = data || '{"foelsomhed":[]}', kommune = '99999999' WHERE item_id = $1`,
    `INSERT INTO overblik SELECT $1, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold FROM overblik WHERE item_id = $1 LIMIT 1
     ON CONFLICT DO NOTHING`,
  ]
  const navne = ['sag', 'brev', 'bevilling', 'udbetaling'].flatMap((navn) => Array.from({ length: 25 }, (_, i) => `${navn} ${i}`))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...skader), fc.constantFrom(...navne)), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 60 }),
      async (valgte, side) => {
        for (const [skade, navn] of valgte) await sql(skade, id(navn))
        const skadet = JSON.stringify(await dump()) !== JSON.stringify(foer)
        expect((await check(side)).antalAfvigelser > 0).toBe(skadet)
        await genopbyg(database.db, laesUforseglet, { ret: true, side })
        expect(await dump()).toEqual(foer)
      },
    ),
    { numRuns: 12, seed: 5 },
  )
})

test('what reading throws is thrown on, and nothing is changed', async () => {
  const foer = await dump()
  const laes = () => {
    throw new RangeError('Cannot be opened')
  }
  await expect(genopbyg(database.db, laes, { ret: true })).rejects.toThrow('Cannot be opened')
  expect(await dump()).toEqual(foer)
})
