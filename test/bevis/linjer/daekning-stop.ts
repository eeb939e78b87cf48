import { loadavg } from 'node:os'
import { describeStop, isGod, runStopkampagne } from '../../campaigns/stop.ts'
import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** What is said while something is stopped, killed or made to hang. */
export const DAEKNING_STOP: readonly Bevislinje[] = [
  {
    navn: 'stop',
    paastand:
      'While source, server, database and broker are stopped, killed or made to hang at random, and what is known cannot be read, a browser is never told that there is no case where there is one, nor none of a kind with a refused line.',
    run: async ({ fuld }) => {
      const udfald = await runStopkampagne({ stop: fuld ? 120 : 12, seed: 1, billede: true })
      return { ok: isGod(udfald), set: [...describeStop(udfald), `machine's load ${loadavg()[0]?.toFixed(1)}`] }
    },
  },
  proever({
    navn: 'stop.dele',
    paastand:
      'Each part of a citizen’s page that fails or is slow is named, and the rest stands; a slow query is cut at its budget.',
    filer: ['src/overblik/forsoeg.test.ts', 'src/overblik/herkomst.test.ts', 'test/scenarier/delvise-sider.test.ts'],
  }),
]
