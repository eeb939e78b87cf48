import { afterAll, beforeAll, expect, test } from 'vitest'
import { cvrNummer, tidspunkt, uuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { createOrdlager, type NytOrd } from './ordlager.ts'

const KORSBAEK = cvrNummer('11111111')
const NABO = cvrNummer('12345678')
const clock = { now: () => tidspunkt('2026-10-08T07:30:00.000Z') }
const begge = (tekst: string) => ({ da: tekst, en: `${tekst} (en)` })
const ord = (titel: string, forklaring?: string) => ({
  titel: begge(titel),
  forklaring: forklaring ? begge(forklaring) : undefined,
})
const nyt = (mere: Partial<NytOrd>): NytOrd => ({
  kommune: KORSBAEK,
  slags: 'kle',
  noegle: '27.36.04',
  set: 0,
  ord: ord('Hjælp hjemme', 'Du får hjælp.'),
  medarbejder: { id: uuid('323e4567-e89b-42d3-a456-426655440000'), navn: 'Henrik Aabo' },
  ...mere,
})

let t: Testdatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

test('what is chosen is in force at once, for one’s own municipality, and is what another process reads at its start', async () => {
  const lager = await createOrdlager(t.db, clock)
  expect(await lager.gem(nyt({}))).toBe(true)
  for (const ordvalg of [await lager.current(), await (await createOrdlager(t.db, clock)).current()]) {
    expect(ordvalg.find(KORSBAEK, 'kle', '27.36.04')).toMatchObject(ord('Hjælp hjemme', 'Du får hjælp.'))
    expect(ordvalg.find(NABO, 'kle', '27.36.04')).toBeUndefined()
    expect(ordvalg.egne(KORSBAEK)).toHaveLength(1)
  }
})

test('each choice is kept, with who and when, and back to the shipped words is a choice as well', async () => {
  const lager = await createOrdlager(t.db, clock)
  const egen = { slags: 'fremdrift', noegle: 'Oplyst' } as const
  expect(await lager.gem(nyt({ ...egen, ord: ord('Ses på', 'Vi ser på din sag.') }))).toBe(true)
  expect(await lager.gem(nyt({ ...egen, set: 1, ord: undefined }))).toBe(true)
  expect((await lager.current()).find(KORSBAEK, 'fremdrift', 'Oplyst')).toBeUndefined()
  expect(await lager.historik(KORSBAEK, 'fremdrift', 'Oplyst')).toEqual([
    { version: 2, tid: clock.now(), medarbejder: 'Henrik Aabo', ord: undefined },
    { version: 1, tid: clock.now(), medarbejder: 'Henrik Aabo', ord: ord('Ses på', 'Vi ser på din sag.') },
  ])
  expect(await lager.historik(NABO, 'fremdrift', 'Oplyst')).toEqual([])
})

test('of two who choose at once the second is told, and overwrites nothing', async () => {
  const lager = await createOrdlager(t.db, clock)
  const egen = { slags: 'ydelse', noegle: 'Kontanthj. §25' } as const
  const svar = await Promise.all(['A', 'B', 'C'].map((titel) => lager.gem(nyt({ ...egen, ord: ord(titel) }))))
  expect(svar.filter(Boolean)).toHaveLength(1)
  expect(await lager.gem(nyt({ ...egen, set: 0, ord: ord('D') }))).toBe(false)
  expect(await lager.gem(nyt({ ...egen, set: 7, ord: ord('E') }))).toBe(false)
  expect(await lager.historik(KORSBAEK, 'ydelse', ' KONTANTHJ. §25')).toHaveLength(1)
})

test('no role of the application can change or remove a choice, nor read them as a citizen', async () => {
  for (const aendring of ["UPDATE ordvalg SET titel_da = 'x'", 'DELETE FROM ordvalg'])
    await expect(t.db.transaction({ rolle: 'opsaetning' }, (tx) => tx.run({ text: aendring, values: [] }))).rejects.toMatchObject(
      {
        kode: '42501',
      },
    )
  await expect(
    t.db.readBatch({ rolle: 'borger', parter: [], grund: 'egen' }, [{ text: 'SELECT * FROM ordvalg', values: [] }]),
  ).rejects.toMatchObject({ kode: '42501' })
})
