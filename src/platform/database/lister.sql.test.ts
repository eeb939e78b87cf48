import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type Testdatabase } from '../../../test/byggere/database.ts'
import { sql } from './types.ts'

let testdb: Testdatabase
beforeAll(async () => {
  testdb = await createTestDatabase()
})
afterAll(async () => testdb.close())

const HEKS = [
  '',
  ' ',
  'null',
  'NULL',
  '"',
  '\\',
  '\\"',
  '{}',
  '{a,b}',
  'a,b',
  ' a ',
  '\n\r\t',
  'æøå',
  '😀',
  "'",
  '2026-11-23T00:00:00.000Z',
]

test('a list comes to the database as it was given, whatever its texts hold', async () => {
  const laes = async (liste: readonly (string | null)[]) =>
    (
      await testdb.db.transaction({ rolle: 'modtagelse' }, (tx) =>
        tx.run(
          sql<{ tekst: string | null }>('SELECT tekst FROM unnest($1::text[]) WITH ORDINALITY AS t (tekst, nr) ORDER BY nr', [
            liste,
          ]),
        ),
      )
    ).map(({ tekst }) => tekst)
  const tekst = fc.oneof(
    fc.constantFrom(...HEKS),
    fc.string({ unit: 'binary' }).filter((led) => !led.includes('\0') && led.isWellFormed()),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(tekst)), async (liste) => {
      expect(await laes(liste)).toEqual(liste)
    }),
    { seed: 20261123, numRuns: 200, examples: [[HEKS]] },
  )
})

test('numbers, truths and bytes in lists too, at both doors', async () => {
  const spoerg = sql<{ tal: string; sande: string; bytes: string }>(
    'SELECT $1::float8[]::text AS tal, $2::boolean[]::text AS sande, $3::bytea[]::text AS bytes',
    [
      [1, -2.5, 1e21],
      [true, false],
      [Buffer.from('{"'), new Uint8Array([0, 255])],
    ],
  )
  const [[raekke]] = await testdb.db.readBatch({ rolle: 'modtagelse' }, [spoerg])
  expect(raekke).toEqual({ tal: '{1,-2.5,1e+21}', sande: '{t,f}', bytes: '{"\\\\x7b22","\\\\x00ff"}' })
  const [anden] = await testdb.db.transaction({ rolle: 'modtagelse' }, (tx) => tx.run(spoerg))
  expect(anden).toEqual(raekke)
})
