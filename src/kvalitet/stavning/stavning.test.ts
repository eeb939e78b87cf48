import { afterAll, expect, test } from 'vitest'
import { createStavning } from './stavning.ts'

const stavning = createStavning({ ventMs: 30_000 })
afterAll(() => stavning.close())
const STAVET = { kode: 'STAVEFEJL', alvor: 'oplyser', fra: 0, til: 8, forslag: 'Ansøgning' }

test('a word that is not one is told with what it may be; titles that come together each get their own', async () => {
  const svar = await Promise.all(['Ansøgnng om bolig', 'Ansøgning om bolig', ''].map((titel) => stavning.tjek(titel)))
  expect(svar).toEqual([[STAVET], [], []])
})

test('one that takes too long says nothing, and the next has it', async () => {
  const utaalmodig = createStavning({ ventMs: 0 })
  expect(await utaalmodig.tjek('Ansøgnng om bolig')).toEqual([])
  await utaalmodig.close()
})

test('after a rest it begins again, and at most twenty wait', async () => {
  const doven = createStavning({ ventMs: 30_000, hvilMs: 1 })
  // Let go before the dictionary is there: whoever waits is told nothing.
  expect(await doven.tjek('Ansøgnng')).toEqual([])
  const mange = Array.from({ length: 25 }, () => stavning.tjek('Ansøgnng om bolig'))
  expect((await Promise.all(mange)).filter((fund) => fund.length === 0)).toHaveLength(5)
  await doven.close()
})
