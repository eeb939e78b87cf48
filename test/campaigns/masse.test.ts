import { expect, test } from 'vitest'
import { runMassekampagne } from './masse.ts'

/** The size of every day; `npm run bevis -- tilslutning` runs the same with a hundred thousand, or with --fuld a million. */
test.skipIf(process.platform !== 'linux')(
  'two thousand deliveries over REST and SOAP, while server and database are killed, end in exactly what was acknowledged',
  { timeout: 600_000 },
  async () => {
    const proeve = await runMassekampagne({ antal: 2_000, seed: 3 })
    expect(proeve.brud).toEqual([])
    expect(proeve.leverancer).toBeGreaterThanOrEqual(2_000)
    expect(proeve.drab.length).toBe(3)
    const { gentagelse, uorden, brudt } = proeve.talt
    expect([gentagelse, uorden, brudt].map((antal) => antal / proeve.leverancer >= 0.01)).toEqual([true, true, true])
  },
)
