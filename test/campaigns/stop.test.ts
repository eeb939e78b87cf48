import { expect, test } from 'vitest'
import { isGod, runStopkampagne } from './stop.ts'

test.skipIf(process.platform !== 'linux')(
  'while server, database, source and broker are stopped in turn a browser is told of no case that is there that there is none',
  { timeout: 240_000 },
  async () => {
    const udfald = await runStopkampagne({ stop: 6, seed: 3 })
    expect(udfald.brud).toEqual([])
    // It could have heard "none": that was said of a person who had none.
    expect(isGod(udfald)).toBe(true)
  },
)
