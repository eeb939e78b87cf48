import { expect, test } from 'vitest'
import { runHaendelsesproeve } from './haendelser.ts'

test.skipIf(process.platform !== 'linux')(
  'after kill -9 of the server in the middle of deliveries no event is lost, and one that comes again has the same id',
  { timeout: 400_000 },
  async () => {
    const proeve = await runHaendelsesproeve(120, 3)
    expect(proeve.brud).toEqual([])
    expect(proeve.drab).toBe(2)
    expect(proeve.haendelser).toBe(120)
  },
)
