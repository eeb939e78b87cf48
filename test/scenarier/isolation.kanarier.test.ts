import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFund, walkAndres, walkBarn, walkEgne, walkSkaeve, walkUdeAf } from '../byggere/gennemgang.ts'
import { type Kanarieverden, leverKanarier } from '../byggere/kanarieverden.ts'
import { noterTal } from '../byggere/tal.ts'
import { startWebsted, type Testwebsted } from '../byggere/websted.ts'

/** 40 in the daily run, 200 at full size. */
const ANTAL = Number(process.env['BEVIS_KANARIER'] ?? 40)

let sted: Testwebsted
let verden: Kanarieverden
beforeAll(async () => {
  sted = await startWebsted()
  verden = await leverKanarier(sted, ANTAL)
})
afterAll(() => sted.close())

test(`${ANTAL} persons whose every field is marked: each sees own marks, and no answer to anyone holds another's`, {
  timeout: 60_000 + ANTAL * 6_000,
}, async () => {
  const fund = createFund()
  for (const { nr, cpr, navn } of verden.personer) {
    const browser = await sted.logInd(cpr, navn)
    const foer = fund.egne
    await walkEgne(fund, verden, nr, browser)
    expect(fund.egne - foer).toBeGreaterThan(500)
    await walkBarn(fund, verden, nr, browser)
    await walkAndres(fund, verden, nr, browser, nr % 5 === 0)
    if (nr < 2) await walkSkaeve(fund, verden, [nr], browser)
  }
  await walkUdeAf(fund, verden, sted.browser())
  noterTal(`${fund.svar} answers, ${fund.bytes} bytes, ${fund.egne} own marks, ${fund.brud.length} breaches`)
  expect(fund.brud).toEqual([])
})
