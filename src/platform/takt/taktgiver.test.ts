import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { createTaktgiver } from './taktgiver.ts'

const TAKT_MS = 60
const giver = createTaktgiver(TAKT_MS)
afterAll(() => giver.close())

const svar = async (brugt: number): Promise<{ readonly klar: number; readonly svaret: number }> => {
  const start = performance.now()
  const takt = giver.begynd()
  if (brugt > 0) await wait(brugt)
  const klar = performance.now() - start
  await takt.slag()
  const svaret = performance.now() - start
  takt.stop()
  return { klar, svaret }
}

test('an answer is given on a beat of its own request, never between two', async () => {
  for (const { klar, svaret } of await Promise.all([0, 20, 45, 90, 100].map(svar)))
    expect(svaret).toBeGreaterThanOrEqual(Math.ceil(klar / TAKT_MS) * TAKT_MS - 1)
})

test('one who asks for a beat of their own is answered on that', async () => {
  const start = performance.now()
  const [lang, kort] = await Promise.all(
    [150, undefined].map(async (slagMs) => {
      const takt = giver.begynd(slagMs)
      await takt.slag()
      takt.stop()
      return performance.now() - start
    }),
  )
  expect(lang).toBeGreaterThanOrEqual(149)
  expect(kort).toBeGreaterThanOrEqual(TAKT_MS - 1)
  expect(kort).toBeLessThan(lang ?? 0)
})

test('after a rest it beats again, and what was stopped keeps nobody waiting', async () => {
  giver.begynd().stop()
  await wait(10)
  const { svaret } = await svar(0)
  expect(svaret).toBeGreaterThanOrEqual(TAKT_MS - 1)
})

test('without a beat the answer is given at once', async () => {
  const ingen = createTaktgiver(0)
  const takt = ingen.begynd()
  await takt.slag()
  takt.stop()
  await ingen.close()
})
