import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { grundlagForKommune, kontekstForKommune } from '#adgang'
import { type CvrNummer, cvrNummer, newUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { REGELVERSION } from '#kvalitet/titeltjek'
import { createTestDatabase, type Testdatabase } from '../../../../test/byggere/database.ts'
import { ALLE_PARTER } from '../straekning.ts'
import { findFakta } from './fakta.sql.ts'
import { FAKTAVERSION } from './partsfakta.ts'
import { readTing } from './skrift.ts'
import { keepFakta } from './vedligehold.ts'

const EGEN = cvrNummer('11111111')
const ANDEN = cvrNummer('12345678')
const [anna, bo] = [newUuid(), newUuid()]

let base: Testdatabase
let nu: Tidspunkt
const clock = { now: () => nu }
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())

async function ind(part: Uuid, kommune: CvrNummer, kle = '27.36.04', item = newUuid()): Promise<Uuid> {
  const data = {
    art: 'sag',
    roller: [],
    visningsklasser: [],
    foelsomhed: [],
    oprettet: '2026-01-01T00:00:00.000Z',
    titler: [],
    kler: [],
    fremdrift: [],
  }
  await base.asOwner(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data)
     VALUES ($1, $2, 'sag', $3, $4, gen_random_uuid(), '{}', now(), $5)`,
    [part, item, kommune, kle, JSON.stringify(data)],
  )
  await base.asOwner(
    `INSERT INTO titelvurdering (part_id, item_id, kommune, kle, regelversion, vurderinger) VALUES ($1, $2, $3, $4, $5, '[]')`,
    [part, item, kommune, kle, REGELVERSION],
  )
  return item
}

/** Steps until the pass is through. */
async function keepAlle(): Promise<number> {
  let nye = 0
  for (;;) {
    const skridt = await keepFakta({ db: base.db, clock })
    if (skridt.intet) throw new Error('Nothing was due')
    nye += skridt.nye
    if (skridt.slut) return nye
  }
}
const demand = () => base.asOwner('UPDATE partsfaktamaerke SET efter = NULL, begyndt = NULL, faerdig = NULL')

/** What a preview of the municipality's is told: of each person the numbers of what is kept, or that it is to be read. */
async function told(kommune = EGEN, praefikser = ['27'], formaal: 'forhaandsvisning' | 'noedstop' = 'forhaandsvisning') {
  const kontekst = kontekstForKommune(grundlagForKommune({ id: newUuid(), cvr: kommune }, formaal))
  const raekker = await base.db.transaction(kontekst, (tx) => tx.run(findFakta(kommune, praefikser, ALLE_PARTER, FAKTAVERSION)))
  const navn = new Map([
    [anna, 'anna'],
    [bo, 'bo'],
  ])
  return Object.fromEntries(
    raekker.map((raekke) => [
      navn.get(raekke.part_id),
      raekke.fakta === null ? 'laeses' : readTing(raekke.fakta, raekke).map(({ kle }) => kle),
    ]),
  )
}

let annas: Uuid
beforeEach(async () => {
  await base.asOwner('TRUNCATE overblik, titelvurdering, partsfakta')
  await base.asOwner('UPDATE vurderingsmaerke SET gennemloeb_regelversion = NULL, loebenr = 0')
  await base.asOwner('UPDATE udbakke_hoved SET sidste = 0')
  await demand()
  nu = tidspunkt('2026-11-22T12:00:00.000Z')
  annas = await ind(anna, EGEN)
  await ind(bo, EGEN, '34.10.30')
  await ind(bo, ANDEN)
})

test('before the worker has come by all are to be read; after it those with a number under the prefix are told, and nobody else', async () => {
  expect(await told()).toEqual({ anna: 'laeses', bo: 'laeses' })
  expect(await keepAlle()).toBe(3)
  expect(await told()).toEqual({ anna: ['27.36.04'] })
  expect(await told(EGEN, ['27.36.04', '34.10'])).toEqual({ anna: ['27.36.04'], bo: ['34.10.30'] })
  expect(await told(EGEN, ['28'])).toEqual({})
  expect(await told(ANDEN)).toEqual({ bo: ['27.36.04'] })
})

test.each([
  ['an item is changed, whatever in it', () => base.asOwner('UPDATE overblik SET data = data WHERE item_id = $1', [annas])],
  ['an item comes', () => ind(anna, EGEN, '34.10.30')],
  ['an item is judged anew', () => base.asOwner('UPDATE titelvurdering SET vurderet = now() WHERE item_id = $1', [annas])],
  ['what was known of an item is gone', () => base.asOwner('DELETE FROM titelvurdering WHERE item_id = $1', [annas])],
  [
    'something is known of an item that nothing was known of',
    async () => {
      await base.asOwner('DELETE FROM titelvurdering WHERE item_id = $1', [annas])
      await demand()
      await keepAlle()
      expect(await told()).toEqual({ anna: ['27.36.04'] })
      await base.asOwner(
        "INSERT INTO titelvurdering (part_id, item_id, kommune, kle, regelversion, vurderinger) VALUES ($1, $2, $3, '', 1, '[]')",
        [anna, annas, EGEN],
      )
    },
  ],
  [
    'the facts are of another edition',
    () => base.asOwner('UPDATE partsfakta SET version = version - 1 WHERE part_id = $1', [anna]),
  ],
  ['the facts are gone', () => base.asOwner('DELETE FROM partsfakta WHERE part_id = $1', [anna])],
  [
    'one item takes another’s place',
    async () => {
      await base.asOwner('DELETE FROM overblik WHERE item_id = $1', [annas])
      await ind(anna, EGEN)
    },
  ],
])('where %s, the items are read until the worker has come by', async (_, happen) => {
  await keepAlle()
  await happen()
  expect((await told())['anna']).toBe('laeses')
  await demand()
  await keepAlle()
  expect((await told())['anna']).toContain('27.36.04')
})

test('a rebuild makes all of it to be read, and facts of what is gone go with the next pass', async () => {
  await keepAlle()
  await base.asOwner(
    'CREATE TEMP TABLE kopi AS SELECT * FROM overblik; DELETE FROM overblik; INSERT INTO overblik SELECT * FROM kopi; DROP TABLE kopi',
  )
  expect(await told(EGEN, ['27', '34'])).toEqual({ anna: 'laeses', bo: 'laeses' })
  await base.asOwner('DELETE FROM overblik WHERE part_id = $1', [anna])
  expect(await told(EGEN, ['27', '34'])).toEqual({ bo: 'laeses' })
  await demand()
  await keepAlle()
  expect(await base.asOwner('SELECT part_id, kommune FROM partsfakta ORDER BY kommune')).toEqual([
    { part_id: bo, kommune: EGEN },
    { part_id: bo, kommune: ANDEN },
  ])
})

test('a pass is due when the one before is some time ago, and not while titles are being judged', async () => {
  await keepAlle()
  const keep = () => keepFakta({ db: base.db, clock })
  nu = tidspunkt('2026-11-22T12:04:59.000Z')
  expect(await keep()).toMatchObject({ intet: true })
  nu = tidspunkt('2026-11-22T12:05:00.000Z')
  await base.asOwner('UPDATE udbakke_hoved SET sidste = 1001')
  expect(await keep()).toMatchObject({ intet: true })
  await base.asOwner('UPDATE vurderingsmaerke SET loebenr = 1, gennemloeb_regelversion = 1')
  expect(await keep()).toMatchObject({ intet: true })
  await base.asOwner('UPDATE vurderingsmaerke SET gennemloeb_regelversion = NULL')
  expect(await keep()).toEqual({ intet: false, nye: 0, slut: true })
})

test('of somebody with very much no facts are kept, and those that were kept go', async () => {
  await keepAlle()
  await base.asOwner(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data)
     SELECT part_id, gen_random_uuid(), art, kommune, kle, kilde_id, sager, aendret, data FROM overblik, generate_series(1, 2000) WHERE item_id = $1`,
    [annas],
  )
  await demand()
  await keepAlle()
  expect((await told())['anna']).toBe('laeses')
  expect(await base.asOwner('SELECT 1 FROM partsfakta WHERE part_id = $1', [anna])).toEqual([])
})

test('a municipality reads its own alone, and for a preview alone; nobody but the worker writes', async () => {
  await keepAlle()
  const som = (kommune: CvrNummer, formaal: 'forhaandsvisning' | 'noedstop', text: string) =>
    base.db.transaction(kontekstForKommune(grundlagForKommune({ id: newUuid(), cvr: kommune }, formaal)), (tx) =>
      tx.run<{ readonly part_id: Uuid }>({ text, values: [] }),
    )
  const alle = 'SELECT part_id FROM partsfakta ORDER BY part_id'
  expect(await som(ANDEN, 'forhaandsvisning', alle)).toEqual([{ part_id: bo }])
  expect(await som(EGEN, 'noedstop', alle)).toEqual([])
  await expect(som(EGEN, 'forhaandsvisning', 'DELETE FROM partsfakta')).rejects.toThrow('42501')
  await expect(som(EGEN, 'forhaandsvisning', 'SELECT ctid FROM overblik')).rejects.toThrow('42501')
})
