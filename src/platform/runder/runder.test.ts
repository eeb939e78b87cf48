import { expect, test } from 'vitest'
import { startRunder } from './runder.ts'

const LAENGE_MS = 3_600_000

test('it begins at once, goes on after its rest, and a round that fails is told of and tried again', async () => {
  const fejl: unknown[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  let runde = 0
  const stop = startRunder({
    work: async () => {
      runde++
      if (runde === 2) throw new Error('two')
      if (runde === 4) resolve()
      return runde < 4 ? 0 : LAENGE_MS
    },
    onFejl: (en) => fejl.push(en),
    efterFejlMs: 0,
  })
  expect(runde).toBe(1)
  await promise
  await stop()
  expect(runde).toBe(4)
  expect(fejl).toEqual([new Error('two')])
})

test('stopping waits for the round under way, not for a rest, and no round comes after', async () => {
  const under = Promise.withResolvers<number>()
  let runder = 0
  const stop = startRunder({
    work: () => {
      runder++
      return under.promise
    },
    onFejl: () => undefined,
    efterFejlMs: LAENGE_MS,
  })
  let stoppet = false
  const slut = stop().then(() => {
    stoppet = true
  })
  await new Promise(setImmediate)
  expect(stoppet).toBe(false)
  under.resolve(LAENGE_MS)
  await slut
  expect(runder).toBe(1)
})
