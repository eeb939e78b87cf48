import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diff, skemaOf } from '../../scripts/check/skema.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'

let testdb: Testdatabase
beforeAll(async () => {
  testdb = await createTestDatabase()
})
afterAll(async () => testdb.close())

const skrevet = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8')

test('the text is the same on the server of this run, whatever its version', async () => {
  expect(diff(skrevet, await skemaOf(testdb.ejer))).toEqual([])
})

const aendringer: readonly (readonly [string, string])[] = [
  ['ALTER TABLE part ADD COLUMN x text', '+   x text,'],
  ['ALTER TABLE part ALTER COLUMN oprettet DROP NOT NULL', '+   oprettet timestamp with time zone DEFAULT now(),'],
  ['ALTER TABLE part ALTER COLUMN oprettet DROP DEFAULT', '+   oprettet timestamp with time zone NOT NULL,'],
  ['ALTER TABLE part DROP CONSTRAINT part_type_check', '+   CONSTRAINT part_pkey PRIMARY KEY (part_id)'],
  ['ALTER TABLE overblik SET (fillfactor = 80)', '+ ) WITH (fillfactor=80);'],
  ['DROP INDEX session_part', '- CREATE INDEX session_part ON session USING btree (part_id, oprettet);'],
  [
    'ALTER TABLE registrering ALTER COLUMN indhold SET STORAGE EXTENDED',
    '- ALTER TABLE registrering ALTER COLUMN indhold SET STORAGE EXTERNAL;',
  ],
  ['ALTER TABLE overblik DISABLE ROW LEVEL SECURITY', '- ALTER TABLE overblik ENABLE ROW LEVEL SECURITY;'],
  ['DROP POLICY egen_session ON session', '- CREATE POLICY egen_session ON session FOR SELECT TO borgerblikket_borger'],
  ['ALTER POLICY egen_session ON session USING (true)', '+   USING (true);'],
  [
    'GRANT DELETE ON registrering TO borgerblikket_modtagelse',
    '+ GRANT DELETE, INSERT, SELECT ON registrering TO borgerblikket_modtagelse;',
  ],
  [
    'GRANT UPDATE (hash) ON registrering TO borgerblikket_modtagelse',
    '+ GRANT UPDATE (hash) ON registrering TO borgerblikket_modtagelse;',
  ],
  ['GRANT SELECT ON kilde TO PUBLIC', '+ GRANT SELECT ON kilde TO PUBLIC;'],
  ['GRANT CREATE ON SCHEMA public TO PUBLIC', '+ GRANT CREATE ON SCHEMA public TO PUBLIC;'],
  ["COMMENT ON TABLE part IS 'x'", "+ COMMENT ON TABLE part IS 'x';"],
]

/** Asks in a database of its own where `text` was run. */
async function skemaEfter(text: string): Promise<string> {
  const egen = await createTestDatabase()
  try {
    await egen.asOwner(text)
    return await skemaOf(egen.ejer)
  } finally {
    await egen.close()
  }
}

for (const [text, ventet] of aendringer)
  test(`a drift is seen: ${text}`, async () => {
    expect(diff(skrevet, await skemaEfter(text))).toContain(ventet)
  })

test('a kind of object that the text cannot tell of is refused, not left out', async () => {
  await expect(skemaEfter('CREATE VIEW v AS SELECT 1 AS a')).rejects.toThrow('relation v of kind v')
  await expect(skemaEfter("CREATE TYPE t AS ENUM ('a')")).rejects.toThrow('type t')
})
