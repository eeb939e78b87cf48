import { expect, test } from 'vitest'
import { runKillkampagne } from './kill.ts'

test.skipIf(process.platform !== 'linux')(
  'after kill -9 of server and database at a seeded point of an intake nothing acknowledged is lost or doubled',
  { timeout: 180_000 },
  async () => {
    const [runde] = await runKillkampagne({ runder: 1, seed: 5 })
    expect(runde?.brud).toEqual([])
    expect(runde?.drab.at(-1)?.kvitteret).toBeGreaterThanOrEqual(1_000)
  },
)
