import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import {
  del,
  id,
  laesUforseglet,
  objekt,
  part,
  post,
  registerAlle,
  registrering,
  titel,
  ydelse,
} from '../../test/byggere/indeks.ts'
import { genopbyg } from './genopbyg.ts'

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

test('an index that is as it should be has no differences, whatever the size of the pages', async () => {
  for (const side of [1, 3, 1000])
    expect(await genopbyg(database.db, laesUforseglet, { ret: false, side })).toEqual({
      objekter: 100,
      raekker: 150,
      afvigelser: [],
      antalAfvigelser: 0,
    })
})

test('a missing, a superfluous and an altered row of each table is listed by id, left alone, and put right when asked', async () => {
  const foer = await dump()
  const fremmed = id('fremmed')
  await database.asOwner(`UPDATE objekt SET data = data || '{"kle":"34.10.30"}' WHERE objekt_id = $1`, [id('sag 3')])
  await database.asOwner('DELETE FROM objekt WHERE objekt_id = $1', [id('sag 4')])
  await database.asOwner('DELETE FROM afhaengighed WHERE objekt_id = $1', [id('brev 5')])
  await database.asOwner('INSERT INTO afhaengighed VALUES ($1, $2)', [fremmed, id('brev 6')])
  await database.asOwner(`UPDATE overblik SET kle = '34.10.30' WHERE item_id = $1 AND part_id = $2`, [id('brev 7'), id('Ulla')])
  await database.asOwner('DELETE FROM overblik WHERE item_id = $1 AND part_id = $2', [id('brev 8'), id('Ulla')])
  await database.asOwner(
    `INSERT INTO overblik SELECT $1, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold FROM overblik
     WHERE item_id = $2 AND part_id = $3`,
    [fremmed, id('brev 9'), id('Ulla')],
  )
  const oedelagt = await dump()
  const ventet = [
    ['objekt', [id('sag 3')], 'anderledes'],
    ['objekt', [id('sag 4')], 'mangler'],
    ['afhaengighed', [id('sag 5'), id('brev 5')], 'mangler'],
    ['afhaengighed', [fremmed, id('brev 6')], 'overskydende'],
    ['overblik', [id('Ulla'), id('brev 7')], 'anderledes'],
    ['overblik', [id('Ulla'), id('brev 8')], 'mangler'],
    ['overblik', [fremmed, id('brev 9')], 'overskydende'],
  ].map(([tabel, noegle, slags]) => ({ tabel, noegle, slags }))
  const fundet = await genopbyg(database.db, laesUforseglet, { ret: false, side: 4 })
  expect(fundet.afvigelser).toHaveLength(ventet.length)
  expect(fundet.afvigelser).toEqual(expect.arrayContaining(ventet))
  expect(await dump()).toEqual(oedelagt)
  expect((await genopbyg(database.db, laesUforseglet, { ret: true, side: 4, hoejst: 2 })).afvigelser).toHaveLength(2)
  expect(await dump()).toEqual(foer)
})

test('an object without a registration is listed, and stays: nobody may delete an object', async () => {
  await database.asOwner(
    `INSERT INTO objekt SELECT $1, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data FROM objekt WHERE objekt_id = $2`,
    [id('løs'), id('sag 1')],
  )
  const ventet = [{ tabel: 'objekt', noegle: [id('løs')], slags: 'overskydende' }]
  expect((await genopbyg(database.db, laesUforseglet, { ret: true })).afvigelser).toEqual(ventet)
  expect((await genopbyg(database.db, laesUforseglet, { ret: false })).afvigelser).toEqual(ventet)
  await database.asOwner('DELETE FROM objekt WHERE objekt_id = $1', [id('løs')])
})

test('a comparison reads one instant: what is delivered meanwhile is neither waited for nor counted as a difference', async () => {
  let leveret = false
  const resultat = await genopbyg(database.db, laesUforseglet, {
    ret: false,
    side: 30,
    onProgress: () => {
      leveret = true
    },
  })
  expect(leveret).toBe(true)
  const undervejs: Promise<unknown>[] = []
  const igen = await genopbyg(database.db, laesUforseglet, {
    ret: false,
    side: 30,
    onProgress: (trin, antal) => {
      if (trin === 'registreringer' && undervejs.length < 3)
        undervejs.push(
          registerAlle(
            database.db,
            registrering(objekt('sag', `sag ${undervejs.length}`, { parter: [part('Lonnie')] }), `2026-06-0${antal % 9 || 1}`),
          ),
        )
    },
  })
  expect(undervejs).toHaveLength(3)
  await Promise.all(undervejs)
  expect(igen).toEqual(resultat)
  expect((await genopbyg(database.db, laesUforseglet, { ret: false })).antalAfvigelser).toBe(0)
})

test('what reading throws is thrown on, and nothing is changed', async () => {
  const foer = await dump()
  const laes = () => {
    throw new RangeError('Cannot be opened')
  }
  await expect(genopbyg(database.db, laes, { ret: true })).rejects.toThrow('Cannot be opened')
  expect(await dump()).toEqual(foer)
})
