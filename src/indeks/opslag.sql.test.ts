import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { findKanter, lockObjekter } from './indeks.sql.ts'

let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
  await base.asOwner(
    'INSERT INTO afhaengighed (objekt_id, af) SELECT gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 30000)',
  )
  await base.asOwner('ANALYZE afhaengighed')
})
afterAll(() => base.close())

test.each([
  ['dependences', findKanter([newUuid()], [newUuid()])],
  ['locks', lockObjekter([newUuid()], [newUuid()])],
])('the %s of one object are found by key: the whole table is never read for a message', async (_, { text, values }) => {
  const plan = await base.asOwner(`EXPLAIN ${text}`, [...values])
  const linjer = plan.map((raekke) => String(raekke['QUERY PLAN']))
  expect(linjer.filter((linje) => linje.includes('afhaengighed'))).not.toEqual([])
  expect(linjer.filter((linje) => linje.includes('Seq Scan on afhaengighed'))).toEqual([])
})
