import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLevet } from '../byggere/daekning/dom.ts'
import { lev } from '../byggere/daekning/lev.ts'
import { type Sideverden, startSideverden } from '../byggere/daekning/side.ts'
import { historie } from '../byggere/daekning/traek.ts'
import { noterTal } from '../byggere/tal.ts'

/** The same histories as the model's, through intake, database, reconciliation, signs of life and the citizen's page. */
const HISTORIER = Number(process.env['DAEKNING_SIDEHISTORIER'] ?? 15)
const SEED = Number(process.env['DAEKNING_SEED'] ?? 20261122)

let verden: Sideverden
beforeAll(async () => {
  verden = await startSideverden()
})
afterAll(() => verden.close())

test(`over ${HISTORIER} histories no page says "none" where there was one as of the time that it names`, {
  timeout: 60_000 + HISTORIER * 20_000,
}, async () => {
  const levet = createLevet()
  const svar = await fc.check(
    fc.asyncProperty(historie(25), async (traek) => {
      const foer = levet.falske.length
      await lev(await verden.begin(), traek, levet)
      if (levet.falske.length > foer) throw new Error(levet.falske.at(-1))
    }),
    { numRuns: HISTORIER, seed: SEED, endOnFailure: true },
  )
  noterTal(
    `${svar.numRuns} histories through database and page (seed ${SEED}): "none" was said ${levet.intet} times and was never false; where it was true and could be proved it was said ${levet.blevSagt} times of ${levet.kunneSiges}`,
  )
  expect({ fejl: svar.errorInstance, falske: levet.falske, eksempel: svar.counterexample }).toEqual({
    fejl: null,
    falske: [],
    eksempel: null,
  })
  expect(levet.kunneSiges).toBeGreaterThan(HISTORIER)
  const andel = levet.blevSagt / levet.kunneSiges
  expect(andel, levet.usagte.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(0.99)
})
