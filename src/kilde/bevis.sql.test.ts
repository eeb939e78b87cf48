import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { parseKlePraefiks, tidspunkt } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { spaerKilde } from './forvalt.ts'
import { eojKilde } from './kilde.bygger.ts'
import { createKilderegister, type Kilderegister } from './kilderegister.ts'

let t: Testdatabase
let kilder: Kilderegister
const clock = { now: () => tidspunkt('2026-11-22T12:00:00.000Z') }
const KILDE = eojKilde()
beforeAll(async () => {
  t = await createTestDatabase()
  kilder = await createKilderegister(t.db, clock)
})
afterAll(() => t.close())
beforeEach(async () => {
  await kilder.save(KILDE)
  await t.asOwner('TRUNCATE bevis')
  await t.asOwner('UPDATE daekningsbrud SET nr = 10')
  for (const [kommune, brudt] of [
    ['11111111', false],
    ['22222222', true],
  ] as const)
    await t.asOwner('INSERT INTO bevis (kilde_id, kommune, bevist_til, brudt, brud_nr) VALUES ($1, $2, now(), $3, 4)', [
      KILDE.id,
      kommune,
      brudt,
    ])
})
const beviser = () =>
  t.asOwner<{ roert: number; brudt: boolean; brud_nr: number }>(
    'SELECT roert::int, brudt, brud_nr::int FROM bevis WHERE kilde_id = $1 ORDER BY kommune',
    [KILDE.id],
  )
const HELT = [
  { roert: 0, brudt: false, brud_nr: 4 },
  { roert: 0, brudt: true, brud_nr: 4 },
]
const BRUDT = [
  { roert: 1, brudt: true, brud_nr: 11 },
  { roert: 1, brudt: true, brud_nr: 4 },
]

test('saved as it was, a source keeps what it has proved', async () => {
  await kilder.save({ ...KILDE, navn: 'Et andet navn' })
  expect(await beviser()).toEqual(HELT)
})

test.each([
  ['blocked', () => kilder.setSpaerret(KILDE.id, clock.now())],
  ['blocked by hand', () => spaerKilde({ db: t.db, kilder, clock }, KILDE.id, false, 'prøve', 'drift')],
  ['let in by hand', () => spaerKilde({ db: t.db, kilder, clock }, KILDE.id, true, 'prøve', 'drift')],
  ['saved as blocked', () => kilder.save({ ...KILDE, spaerret: clock.now() })],
  ['saved with fewer municipalities', () => kilder.save({ ...KILDE, kommuner: [] })],
  ['saved with other numbers', () => kilder.save({ ...KILDE, kle: [parseKlePraefiks('32')!] })],
])('%s, it has proved nothing any more', async (_, skridt) => {
  await skridt()
  expect(await beviser()).toEqual(BRUDT)
  expect(await t.asOwner('SELECT nr::int FROM daekningsbrud')).toEqual([{ nr: 11 }])
  await t.asOwner('UPDATE kilde SET spaerret = NULL')
})

test('another source keeps its own', async () => {
  await kilder.setSpaerret(eojKilde({ id: '00000000-0000-4000-8000-0000000000e2' as never }).id, clock.now())
  expect(await beviser()).toEqual(HELT)
})
