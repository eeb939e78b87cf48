import { afterAll, beforeAll, expect, test } from 'vitest'
import { grundlagForKommune, kontekstForKommune } from '#adgang'
import { type CvrNummer, newUuid } from '#kernel'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'

/** What the database itself refuses of the municipality's console, with the program's own checks left out. */

const [KORSBAEK, BROBYSKOV] = ['11111111', '12345678'] as CvrNummer[] as [CvrNummer, CvrNummer]
const [KAREN, HENRIK] = [newUuid(), newUuid()]

let t: Testdatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

const writeAendring = (nr: number, slags: string, af: string, foreslaaetAf: string | undefined) =>
  t.db.transaction({ rolle: 'opsaetning' }, (tx) =>
    tx.run({
      text: 'INSERT INTO konfiguration_aendring VALUES ($1, $2, now(), $3, NULL, $4, $5, $6)',
      values: [KORSBAEK, nr, slags, af, 'x', JSON.stringify(foreslaaetAf ? { foreslaaetAf: { id: foreslaaetAf } } : {})],
    }),
  )

test('what opens is approved by another than who proposed it', async () => {
  await expect(writeAendring(1, 'godkendelse', KAREN, HENRIK)).resolves.toEqual([])
  await expect(writeAendring(2, 'indsnaevring', KAREN, undefined)).resolves.toEqual([])
  await expect(writeAendring(3, 'godkendelse', KAREN, KAREN)).rejects.toThrow('23514')
  await expect(writeAendring(3, 'godkendelse', KAREN, undefined)).rejects.toThrow('23514')
  await expect(writeAendring(3, 'indsnaevring', KAREN, HENRIK)).rejects.toThrow('23514')
})

test('a municipality is not told whose another’s object is, though no statement asks which municipality’s', async () => {
  const [egen, andens, part] = [newUuid(), newUuid(), newUuid()]
  for (const [id, kommune] of [
    [egen, KORSBAEK],
    [andens, BROBYSKOV],
  ]) {
    await t.asOwner(
      `INSERT INTO objekt (objekt_id, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data)
       VALUES ($1, 'sag', $1, $1, now(), $2, '27.36.04', 'x', ARRAY[$3::uuid], '{}')`,
      [id, kommune, part],
    )
    await t.asOwner(
      `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data)
       VALUES ($1, $2, 'sag', $3, '27.36.04', $2, '{}', now(), '{}')`,
      [part, id, kommune],
    )
  }
  const kontekst = kontekstForKommune(grundlagForKommune({ id: KAREN, cvr: KORSBAEK }, 'noedstop'))
  const set = await t.db.transaction(kontekst, (tx) => tx.run({ text: 'SELECT objekt_id FROM objekt', values: [] }))
  expect(set).toEqual([{ objekt_id: egen }])
})
