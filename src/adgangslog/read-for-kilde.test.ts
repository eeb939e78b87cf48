import { expect, test } from 'vitest'
import { grundlagForKilde } from '#adgang'
import { newUuid } from '#kernel'
import { readForKilde } from './read-for-kilde.ts'

test('rows of a read that concerns very many wait a few at a time, so that citizens’ reads have room in the same queue', async () => {
  let [venter, hoejst, skrevet] = [0, 0, 0]
  const log = {
    append: async () => {
      hoejst = Math.max(hoejst, ++venter)
      await new Promise(setImmediate)
      venter--
      skrevet++
    },
  }
  const grundlag = grundlagForKilde({ id: newUuid(), kommuner: [], kle: [] })
  const parter = new Map(Array.from({ length: 3_000 }, () => [newUuid(), 1] as const))
  const laes = () =>
    readForKilde(
      { log, db: { readBatch: () => Promise.reject(new Error('not asked')) } },
      grundlag,
      { hvad: 'egneLeverancer' },
      async () => ({
        svar: skrevet,
        parter,
      }),
    )
  await Promise.all([laes(), laes(), laes()])
  expect(skrevet).toBe(9_000)
  expect(hoejst).toBeLessThanOrEqual(500)
})

test('where one row cannot be written nothing is handed out, and the next read is not held up', async () => {
  const grundlag = grundlagForKilde({ id: newUuid(), kommuner: [], kle: [] })
  const parter = new Map(Array.from({ length: 400 }, () => [newUuid(), 1] as const))
  let nr = 0
  const log = { append: async () => (++nr === 390 ? Promise.reject(new Error('no log')) : undefined) }
  const laes = () =>
    readForKilde(
      { log, db: { readBatch: () => Promise.reject(new Error('not asked')) } },
      grundlag,
      { hvad: 'egneLeverancer' },
      async () => ({
        svar: 'handed out',
        parter,
      }),
    )
  await expect(laes()).rejects.toThrow('no log')
  expect(await laes()).toBe('handed out')
})
