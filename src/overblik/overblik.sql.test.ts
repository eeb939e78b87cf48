import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid, type Uuid } from '#kernel'
import { registerForaeldremyndighed } from '#part'
import { createTestDatabase, type Testdatabase } from '../../test/byggere/database.ts'
import { findBoern } from './overblik.sql.ts'

let base: Testdatabase
beforeAll(async () => {
  base = await createTestDatabase()
})
afterAll(() => base.close())

const DAG = '2026-11-22'

async function createBarn(foedt: string): Promise<Uuid> {
  const barn = newUuid()
  await base.asOwner(`INSERT INTO part (part_id, type, foedt) VALUES ($1, 'person', $2)`, [barn, foedt])
  return barn
}

const readBoern = async (foraelder: Uuid) => {
  const kontekst = { rolle: 'borger', parter: [foraelder], grund: 'egen', aktoer: foraelder } as const
  const [raekker] = await base.db.readBatch(kontekst, [findBoern(foraelder, DAG)])
  return raekker
}

test('a parent is told of each child under 15 in their custody, and of no other though one of them is', async () => {
  const mor = newUuid()
  const [lille, stor, mistet, ikkeEndnu] = await Promise.all(
    ['2020-05-01', '2011-11-22', '2019-01-01', '2021-01-01'].map(createBarn),
  )
  const fremmed = await createBarn('2020-01-01')
  const om = (barn: Uuid | undefined, fra: string, til: string | null, indehaver = mor) => ({
    barn: barn as Uuid,
    indehaver,
    fra,
    til,
  })
  const boern = [lille, stor, mistet, ikkeEndnu, fremmed] as Uuid[]
  await base.db.transaction({ rolle: 'modtagelse' }, (tx) =>
    registerForaeldremyndighed(tx, boern, [
      om(lille, '2020-05-01', '2022-01-01'),
      om(lille, '2023-01-01', null),
      om(stor, '2011-11-22', null),
      om(mistet, '2019-01-01', '2026-11-22'),
      om(ikkeEndnu, '2026-11-23', null),
      om(fremmed, '2020-01-01', null, newUuid()),
    ]),
  )
  expect(await readBoern(mor)).toEqual([{ part_id: mor, barn: lille, foedt: '2020-05-01' }])
})
