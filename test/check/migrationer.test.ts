import { expect, test } from 'vitest'
import { checkFordelt, checkNavne } from '../../scripts/check/migrationer.ts'
import { withTrae } from './trae.ts'

const MODULER = { 'src/part/index.ts': '', 'src/afstemning/daekning/index.ts': '' }
const navne = (...filer: string[]) => withTrae(MODULER, (rod) => checkNavne(rod, filer))

test('numbers follow each other, and a module or an area of one is named', async () => {
  expect(await navne('0001_part_personer-og-numre.sql', '0002_daekning_kilder.sql')).toEqual([])
})

test('a gap, a repetition, an unknown module and a name that says nothing are refused', async () => {
  expect(await navne('0001_part_a.sql', '0003_part_b.sql')).toEqual(['0003_part_b.sql: the number must be 0002'])
  expect(await navne('0001_part_a.sql', '0001_part_b.sql')).toEqual(['0001_part_b.sql: the number must be 0002'])
  expect(await navne('0001_ukendt_a.sql')).toEqual(['0001_ukendt_a.sql: src has no module ukendt'])
  for (const navn of ['1_part_a.sql', '0001_part.sql', '0001-part-a.sql', '0001_part_To Ord.sql'])
    expect(await navne(navn)).toEqual([`${navn}: the name must be NNNN_module_sentence-with-hyphens.sql`])
})

test('what a distributed engine cannot do is refused, but not where a comment speaks of it', async () => {
  const fordelt = (tekst: string) => withTrae({ 'db/migrations/a.sql': tekst }, (rod) => checkFordelt(rod, ['a.sql']))
  expect(await fordelt('CREATE OR REPLACE TRIGGER t AFTER INSERT ON part EXECUTE FUNCTION f();')).toHaveLength(1)
  expect(await fordelt('MERGE INTO part USING ny ON true WHEN MATCHED THEN DO NOTHING;')).toHaveLength(1)
  expect(await fordelt("SELECT set_config('a.b', 'c', true);")).toHaveLength(1)
  expect(await fordelt('CREATE ROLE a BYPASSRLS;')).toHaveLength(1)
  expect(await fordelt('-- no CREATE TRIGGER here\nCREATE ROLE a NOBYPASSRLS;')).toEqual([])
})
