import { afterAll, beforeAll, expect, test } from 'vitest'
import { refillNaeste } from '#kvalitet/gennemgang'
import type { Database } from '#platform/database'
import { createOpsaetning } from '#visning'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { NU } from '../byggere/konfiguration.ts'
import { BROBYSKOV, KORSBAEK, konfiguration } from '../byggere/websted.ts'

let t: Testdatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

test('a municipality whose titles cannot be gone through keeps no other waiting, and is told of', async () => {
  const opsaetning = createOpsaetning([KORSBAEK, BROBYSKOV].map((kommune) => konfiguration({ kommune, kle: '27' })))
  let kald = 0
  const db: Pick<Database, 'transaction'> = {
    transaction: async (kontekst, work) => {
      if (kald++ === 0) throw new RangeError('the first one fails')
      return t.db.transaction(kontekst, work)
    },
  }
  await expect(refillNaeste({ db, clock: { now: () => NU }, opsaetning: { current: async () => opsaetning } })).rejects.toThrow(
    'the first one fails',
  )
  const naaet = await t.asOwner<{ kommune: string }>('SELECT kommune FROM gennemgangsmaerke')
  expect(naaet).toEqual([{ kommune: BROBYSKOV }])
})
