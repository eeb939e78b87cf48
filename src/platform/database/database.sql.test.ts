import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { DatabaseFejl, sql } from './types.ts'

let testdb: Testdatabase
beforeAll(async () => {
  testdb = await createTestDatabase()
})
afterAll(async () => testdb.close())

const hvem = sql<{ parter: string; rolle: string }>(
  'SELECT borgerblikket_parter()::text AS parter, current_user::text AS rolle',
  [],
  'hvem',
)
const braekket = [
  sql('SELECT 1/0'),
  sql('SELECT * FROM findes_ikke'),
  sql('SELECT $1::uuid', ['ikke en uuid']),
  sql('INSERT INTO overblik DEFAULT VALUES'),
  sql('SELEKT'),
]

test('a batch reads as the citizen, and only within its own transaction', async () => {
  const part = newUuid()
  const [raekker] = await testdb.db.readBatch({ rolle: 'borger', parter: [part], grund: 'egen' }, [hvem])
  expect(raekker).toEqual([{ parter: `{${part}}`, rolle: 'borgerblikket_borger' }])
})

test('a thousand interleaved batches and transactions, every fourth broken, never mix two persons', async () => {
  const udfald = await Promise.all(
    Array.from({ length: 1000 }, async (_, i) => {
      const part = newUuid()
      const kontekst = { rolle: 'borger', parter: [part], grund: 'egen' } as const
      const fejl = braekket[i % braekket.length]!
      if (i % 4 === 0)
        return testdb.db.readBatch(kontekst, [hvem, fejl, hvem]).then(
          () => 'rows',
          (error) => error instanceof DatabaseFejl,
        )
      if (i % 4 === 1)
        return testdb.db
          .transaction(kontekst, async (tx) => {
            await tx.run(hvem)
            await tx.run(i % 8 === 1 ? fejl : hvem)
            return tx.run(hvem)
          })
          .then(
            (raekker) => raekker[0]?.parter === `{${part}}`,
            (error) => i % 8 === 1 && error instanceof DatabaseFejl,
          )
      const [a, b] = await testdb.db.readBatch(kontekst, [hvem, hvem])
      return a[0]?.parter === `{${part}}` && b[0]?.parter === `{${part}}`
    }),
  )
  expect(udfald.filter((ok) => ok !== true)).toEqual([])
})

test('a part id that is no UUID reaches no SQL', async () => {
  const ond = "{}'; RESET ROLE; --" as never
  await expect(testdb.db.readBatch({ rolle: 'borger', parter: [ond], grund: 'egen' }, [hvem])).rejects.toThrow('not a UUID')
})

test('the login role itself may read nothing, and row-level security holds for it', async () => {
  const [rolle] = await testdb.asOwner<{ rolsuper: boolean; rolbypassrls: boolean; rolinherit: boolean }>(
    'SELECT rolsuper, rolbypassrls, rolinherit FROM pg_roles WHERE rolname = $1',
    [testdb.app.user],
  )
  expect(rolle).toEqual({ rolsuper: false, rolbypassrls: false, rolinherit: false })
  const grants = await testdb.asOwner('SELECT 1 FROM information_schema.role_table_grants WHERE grantee = $1', [testdb.app.user])
  expect(grants).toEqual([])
})

test('a failed statement hands out no row of the whole batch, and its error holds no value', async () => {
  const batch = testdb.db.readBatch({ rolle: 'opsaetning' }, [sql('SELECT 1 AS et'), sql("SELECT 'hemmelig'::int")])
  await expect(batch).rejects.toThrow(/^A value or constraint was violated \(22P02\)$/)
})

test('a statement that takes longer than the batch may is cut by the database, and the next batch has its full time again', async () => {
  const sov = (sekunder: number) => sql<{ sov: string }>('SELECT pg_sleep($1)::text AS sov', [sekunder])
  await expect(testdb.db.readBatch({ rolle: 'opsaetning' }, [sov(2)], 20)).rejects.toMatchObject({ kode: '57014' })
  // As many as there are shared connections, so that one of them is the one that was cut.
  for (let nr = 0; nr < 2; nr++) expect(await testdb.db.readBatch({ rolle: 'opsaetning' }, [sov(0.1)])).toHaveLength(1)
})

test('a batch cannot write', async () => {
  await expect(
    testdb.db.readBatch({ rolle: 'opsaetning' }, [sql("INSERT INTO forventning VALUES ('1','2','3')")]),
  ).rejects.toThrow('25006')
})

test('a write batch is kept whole or not at all, and answers the rows each statement touched', async () => {
  const id = newUuid()
  const ind = (part: string) =>
    sql('INSERT INTO session (session_id, part_id, navn, loa, udloeber) VALUES ($1, $2, $3, $4, now())', [
      newUuid(),
      part,
      '',
      '',
    ])
  const count = async () => (await testdb.asOwner('SELECT 1 FROM session WHERE part_id = $1', [id])).length
  expect(await testdb.db.writeBatch({ rolle: 'login' }, [ind(id), ind(id)])).toEqual([1, 1])
  expect(await count()).toBe(2)
  const brudt = testdb.db.writeBatch({ rolle: 'login' }, [ind(id), ind('ikke en uuid'), ind(id)])
  await expect(brudt).rejects.toThrow(DatabaseFejl)
  expect(await count()).toBe(2)
})

test('batches in the same tick, some of them broken, each keep their own rows or none', async () => {
  const ider = Array.from({ length: 60 }, () => newUuid())
  const ind = (part: string) =>
    sql('INSERT INTO session (session_id, part_id, navn, loa, udloeber) VALUES ($1, $2, $3, $4, now())', [
      newUuid(),
      part,
      '',
      '',
    ])
  const udfald = await Promise.all(
    ider.map((id, i) =>
      testdb.db.writeBatch({ rolle: 'login' }, [ind(id), ...(i % 3 === 0 ? [sql('SELECT 1/0')] : [ind(id)])]).then(
        () => 2,
        () => 0,
      ),
    ),
  )
  const gemt = await Promise.all(
    ider.map(async (id) => (await testdb.asOwner('SELECT 1 FROM session WHERE part_id = $1', [id])).length),
  )
  expect(udfald).toEqual(ider.map((_, i) => (i % 3 === 0 ? 0 : 2)))
  expect(gemt).toEqual(udfald)
})

test('statements that a transaction gives together are carried out in order; one that fails takes all with it', async () => {
  const id = newUuid()
  const ind = sql('INSERT INTO session (session_id, part_id, navn, loa, udloeber) VALUES ($1, $2, $3, $4, now())', [
    id,
    id,
    '',
    '',
  ])
  const tael = sql<{ antal: number }>('SELECT count(*) AS antal FROM session WHERE part_id = $1', [id])
  const [foer, , efter] = await testdb.db.transaction({ rolle: 'login' }, (tx) =>
    Promise.all([tx.run(tael), tx.run(ind), tx.run(tael)]),
  )
  expect([foer[0]?.antal, efter[0]?.antal]).toEqual([0, 1])
  const slet = sql('DELETE FROM session WHERE part_id = $1', [id])
  const brudt = testdb.db.transaction({ rolle: 'login' }, (tx) =>
    Promise.all([tx.run(slet), tx.run(sql('SELECT 1/0')), tx.run(tael)]),
  )
  await expect(brudt).rejects.toThrow('22012')
  expect(await testdb.asOwner('SELECT 1 FROM session WHERE part_id = $1', [id])).toHaveLength(1)
})

test('what is left running when a transaction ends sends nothing more', async () => {
  const forsinket: Promise<unknown>[] = []
  const fejlet = testdb.db.transaction({ rolle: 'login' }, async (tx) => {
    forsinket.push(
      tx
        .run(hvem)
        .then(() => new Promise((resolve) => setTimeout(resolve, 50)))
        .then(() => tx.run(hvem)),
    )
    throw new RangeError('ours')
  })
  await expect(fejlet).rejects.toThrow('ours')
  await expect(Promise.all(forsinket)).rejects.toThrow('The transaction has ended')
  await expect(testdb.db.transaction({ rolle: 'login' }, async () => 1)).resolves.toBe(1)
})

test('a connection that breaks under a transaction is told as the database, however far the transaction had come', async () => {
  const pid = sql<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const brudt = (naeste: (afbrudt: () => Promise<unknown>) => Promise<unknown>) =>
    testdb.db.transaction({ rolle: 'login' }, async (tx) => {
      const [forbindelse] = await tx.run(pid)
      return naeste(async () => {
        await testdb.asOwner('SELECT pg_terminate_backend($1)', [forbindelse?.pid])
        // Until the client has heard of it: what is asked of it then fails otherwise than what was under way.
        for (let i = 0; i < 3; i++) await tx.run(hvem).catch(() => new Promise((resolve) => setTimeout(resolve, 20)))
        return tx.run(hvem)
      })
    })
  await expect(brudt((afbrudt) => afbrudt())).rejects.toBeInstanceOf(DatabaseFejl)
  await expect(brudt((afbrudt) => afbrudt().catch(() => 'not noticed'))).rejects.toBeInstanceOf(DatabaseFejl)
  await expect(testdb.db.transaction({ rolle: 'login' }, async () => 1)).resolves.toBe(1)
})
