import { afterEach, expect, test } from 'vitest'
import type { Database } from '#platform/database'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { createFund, type Fund, walkAndres, walkBarn, walkEgne } from '../byggere/gennemgang.ts'
import { leverKanarier } from '../byggere/kanarieverden.ts'
import { sluk, type Taeller, udenGrundlagstjek, udenWhere } from '../byggere/lag.ts'
import { startWebsted } from '../byggere/websted.ts'

const ANTAL = 4
let base: Testdatabase
afterEach(() => base.close())

type Slukket = { readonly where?: boolean; readonly rls?: boolean; readonly grundlag?: boolean }

/** A site with some of the layers off, and all that four persons and a child can see and try there. */
async function walkMed(slukket: Slukket): Promise<Fund & { readonly omskrevet: number }> {
  base = await createTestDatabase()
  const taeller: Taeller = { antal: 0 }
  const wrap = (db: Database): Database => {
    const uden = slukket.where ? udenWhere(db, taeller) : db
    return slukket.grundlag ? udenGrundlagstjek(uden) : uden
  }
  const sted = await startWebsted({ base, wrap })
  try {
    const verden = await leverKanarier(sted, ANTAL)
    // So that there are log rows about everybody.
    for (const { cpr } of verden.personer) await (await sted.logInd(cpr)).get('/sager')
    if (slukket.rls) await sluk(base)
    const fund = createFund()
    for (const { nr, cpr, navn } of verden.personer) {
      const browser = await sted.logInd(cpr, navn)
      await walkEgne(fund, verden, nr, browser)
      await walkBarn(fund, verden, nr, browser)
      await walkAndres(fund, verden, nr, browser, nr === 0)
    }
    return { ...fund, omskrevet: taeller.antal }
  } finally {
    await sted.close()
  }
}

test('row-level security alone keeps all marks in: no WHERE on whose the rows are, and nobody who checks them afterwards', async () => {
  const fund = await walkMed({ where: true, grundlag: true })
  expect(fund.omskrevet).toBeGreaterThan(500)
  expect(fund.brud).toEqual([])
  expect(fund.egne).toBeGreaterThan(2_000)
})

test('the WHERE alone keeps all marks in: no row-level security, and nobody who checks the rows afterwards', async () => {
  const fund = await walkMed({ rls: true, grundlag: true })
  expect(fund.brud).toEqual([])
  expect(fund.egne).toBeGreaterThan(2_000)
})

test('the check of the ground alone keeps all marks in: every page of data is refused, with no mark', async () => {
  const fund = await walkMed({ where: true, rls: true })
  expect(fund.omskrevet).toBeGreaterThan(500)
  expect(fund.brud).toEqual([])
  expect(fund.egne).toBe(0)
  expect(fund.statusser.get(200) ?? 0).toBe(0)
  expect(fund.statusser.get(503)).toBeGreaterThan(100)
})

test('with all three off marks do come out, and this test sees it', async () => {
  const fund = await walkMed({ where: true, rls: true, grundlag: true })
  expect(fund.brud.length).toBeGreaterThan(1_000)
})
