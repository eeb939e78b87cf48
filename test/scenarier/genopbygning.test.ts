import { afterAll, beforeAll, expect, test } from 'vitest'
import { maalGenopbygning } from '../bench/genopbygning.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { noterTal } from '../byggere/tal.ts'

const OBJEKTER = Number(process.env['GENOPBYG_OBJEKTER'] ?? 2_000)
/** How much the process may grow while it looks, whatever the number of objects. */
const HOEJST_MB = 300

let database: Testdatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('an index is compared while it is read and delivered to, in bounded memory; what is damaged is found and mended', {
  timeout: 60_000 + OBJEKTER * 4,
}, async () => {
  const maal = await maalGenopbygning(database, OBJEKTER)
  const ms = ([midt, hoej]: readonly [number, number]) => `${midt.toFixed(1)} ms (99 %: ${hoej.toFixed(1)} ms)`
  for (const saetning of [
    `${maal.objekter} objects and ${maal.raekker} rows compared in ${maal.sekunder.toFixed(1)} s, ${Math.round(maal.objekter / maal.sekunder)} objects a second (content not sealed)`,
    `${maal.skader} rows damaged, ${maal.fundet} found and mended, ${maal.efter} left`,
    `the process grew ${maal.voksede.toFixed(0)} MB; a citizen's rows took ${ms(maal.imens)} meanwhile and ${ms(maal.alene)} alone`,
    `${maal.leverancer} deliveries were taken in meanwhile, the slowest in ${maal.laengste.toFixed(0)} ms; machine's load ${maal.belastning.toFixed(1)}`,
  ])
    noterTal(saetning)
  expect(maal).toMatchObject({ uskadt: 0, fundet: maal.skader, efter: 0 })
  expect(maal.leverancer).toBeGreaterThan(0)
  expect(maal.voksede).toBeLessThan(HOEJST_MB)
})
