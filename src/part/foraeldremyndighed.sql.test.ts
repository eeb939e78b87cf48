import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { alder, newUuid, type Uuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { boernUnder15, type Foraeldremyndighed, registerForaeldremyndighed, spaerIndehaver } from './index.ts'

let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())
beforeEach(() => base.asOwner('TRUNCATE foraeldremyndighed, foraeldremyndighed_spaerret, part'))

async function createBarn(foedt: string | null): Promise<Uuid> {
  const barn = newUuid()
  await base.asOwner(`INSERT INTO part (part_id, type, foedt) VALUES ($1, 'person', $2)`, [barn, foedt])
  return barn
}
const register = (...sagt: Foraeldremyndighed[]) =>
  registerFor(
    sagt.map(({ barn }) => barn),
    sagt,
  )
const registerFor = (boern: Uuid[], sagt: Foraeldremyndighed[]) =>
  base.db.transaction({ rolle: 'modtagelse' }, (tx) => registerForaeldremyndighed(tx, boern, sagt))
const boern = async (indehaver: Uuid, dag: string): Promise<Uuid[]> => {
  const [raekker] = await base.db.readBatch({ rolle: 'login' }, [boernUnder15(indehaver, dag)])
  return raekker.map(({ barn }) => barn)
}

test('a holder sees the child until the day before its 15th birthday', async () => {
  const [mor, barn] = [newUuid(), await createBarn('2012-03-10')]
  await register({ barn, indehaver: mor, fra: '2012-03-10', til: '2030-03-10' })
  expect(await boern(mor, '2027-03-09')).toEqual([barn])
  expect(await boern(mor, '2027-03-10')).toEqual([])
})

test('a child born on 29 February turns 15 on 1 March', async () => {
  const [mor, barn] = [newUuid(), await createBarn('2012-02-29')]
  await register({ barn, indehaver: mor, fra: '2012-02-29', til: null })
  expect(await boern(mor, '2027-02-28')).toEqual([barn])
  expect(await boern(mor, '2027-03-01')).toEqual([])
})

test('custody counts from its first day and ends before its last', async () => {
  const [far, barn] = [newUuid(), await createBarn('2020-01-01')]
  await register({ barn, indehaver: far, fra: '2021-05-01', til: '2024-05-01' })
  expect(await boern(far, '2021-04-30')).toEqual([])
  expect(await boern(far, '2021-05-01')).toEqual([barn])
  expect(await boern(far, '2024-04-30')).toEqual([barn])
  expect(await boern(far, '2024-05-01')).toEqual([])
})

test('a parent without custody sees nothing, nor does anybody of a child whose age is unknown', async () => {
  const [mor, far] = [newUuid(), newUuid()]
  const [barn, udenAlder] = [await createBarn('2020-01-01'), await createBarn(null)]
  await register({ barn, indehaver: mor, fra: '2020-01-01', til: null })
  await register({ barn: udenAlder, indehaver: mor, fra: '2020-01-01', til: null })
  expect(await boern(mor, '2026-11-22')).toEqual([barn])
  expect(await boern(far, '2026-11-22')).toEqual([])
})

test('custody that the register no longer tells of gives no sight; other children are untouched', async () => {
  const [mor, far] = [newUuid(), newUuid()]
  const [a, b] = [await createBarn('2020-01-01'), await createBarn('2021-01-01')]
  const om = (barn: Uuid, indehaver: Uuid) => ({ barn, indehaver, fra: '2021-01-01', til: null })
  await register(om(a, mor), om(a, far), om(b, far))
  await register(om(a, mor))
  expect(await boern(mor, '2026-11-22')).toEqual([a])
  expect(await boern(far, '2026-11-22')).toEqual([b])
})

test('a child whose holders the register no longer names has none; what was not asked about stands, and is not half answered', async () => {
  const mor = newUuid()
  const [a, b] = [await createBarn('2020-01-01'), await createBarn('2021-01-01')]
  const om = (barn: Uuid) => ({ barn, indehaver: mor, fra: '2021-01-01', til: null })
  await register(om(a), om(b))
  await registerFor([a], [])
  expect(await boern(mor, '2026-11-22')).toEqual([b])
  await expect(registerFor([a], [om(b)])).rejects.toThrow(RangeError)
  await registerFor([], [])
  expect(await boern(mor, '2026-11-22')).toEqual([b])
})

test('a blocked holder sees nothing of the child while the block holds; the other holder and other children are untouched', async () => {
  const [mor, far] = [newUuid(), newUuid()]
  const [a, b] = [await createBarn('2020-01-01'), await createBarn('2021-01-01')]
  const om = (barn: Uuid, indehaver: Uuid) => ({ barn, indehaver, fra: '2021-01-01', til: null })
  await register(om(a, mor), om(a, far), om(b, far))
  const spaer = (til: string | null) =>
    base.db.transaction({ rolle: 'modtagelse' }, (tx) => spaerIndehaver(tx, { barn: a, indehaver: far, fra: '2026-01-10', til }))
  await spaer(null)
  expect(await boern(far, '2026-01-09')).toEqual([a, b])
  expect(await boern(far, '2026-01-10')).toEqual([b])
  expect(await boern(mor, '2026-01-10')).toEqual([a])
  await register(om(a, mor), om(a, far), om(b, far))
  expect(await boern(far, '2026-06-01')).toEqual([b])
  await spaer('2026-06-01')
  expect(await boern(far, '2026-05-31')).toEqual([b])
  expect(await boern(far, '2026-06-01')).toEqual([a, b])
})

test('a child with a protected address, or who has died, is shown to no holder', async () => {
  const mor = newUuid()
  const [a, b, c] = [await createBarn('2020-01-01'), await createBarn('2021-01-01'), await createBarn('2022-01-01')]
  await register(...[a, b, c].map((barn) => ({ barn, indehaver: mor, fra: '2022-01-01', til: null })))
  await base.asOwner('UPDATE part SET adressebeskyttet = true WHERE part_id = $1', [a])
  await base.asOwner(`UPDATE part SET doed = '2026-02-01' WHERE part_id = $1`, [b])
  expect(await boern(mor, '2026-11-22')).toEqual([c])
})

test('lost and regained: each period counts for itself, and an end can be taken back', async () => {
  const [far, barn] = [newUuid(), await createBarn('2020-01-01')]
  const foerste = { barn, indehaver: far, fra: '2020-01-01', til: '2022-01-01' }
  await register(foerste, { barn, indehaver: far, fra: '2025-01-01', til: null })
  expect(await boern(far, '2023-06-01')).toEqual([])
  expect(await boern(far, '2025-06-01')).toEqual([barn])
  await register({ ...foerste, til: null })
  expect(await boern(far, '2023-06-01')).toEqual([barn])
})

test('the age rule agrees with the kernel for any birth and any day', async () => {
  const dage = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  const proever = fc
    .sample(fc.tuple(dage, dage), { numRuns: 400, seed: 15 })
    .map(([foedt, dag]) => [foedt.toISOString().slice(0, 10), dag.toISOString().slice(0, 10)] as const)
  // Leap days and the days around birthdays, where a rule of dates goes wrong.
  for (const foedt of ['2012-02-28', '2012-02-29', '2012-03-01', '2013-02-28', '2013-03-01'])
    for (const aar of [2027, 2028])
      for (const dag of ['02-27', '02-28', '02-29', '03-01', '03-02'])
        if (dag !== '02-29' || aar === 2028) proever.push([foedt, `${aar}-${dag}`])
  const mor = newUuid()
  for (const [foedt, dag] of proever) {
    if (foedt > dag) continue
    const barn = await createBarn(foedt)
    await base.asOwner('TRUNCATE foraeldremyndighed')
    await register({ barn, indehaver: mor, fra: '1990-01-01', til: null })
    expect([foedt, dag, (await boern(mor, dag)).length]).toEqual([foedt, dag, alder(foedt, dag) < 15 ? 1 : 0])
  }
})
