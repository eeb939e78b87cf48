import { loadavg } from 'node:os'
import { describeSide, measureFoersteSide } from '../../campaigns/foerste-side.ts'
import { describeAngreb, runGraenser } from '../../campaigns/graenser.ts'
import { describeRunde, runKillkampagne } from '../../campaigns/kill.ts'
import { measureStarttid } from '../../campaigns/starttid.ts'
import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

const HOEJST_START_MS = 3_000
const HOEJST_SIDE_BYTES = 100 * 1024
const HOEJST_LCP_MS = 1_500
const belastning = (): string => `machine's load ${loadavg()[0]?.toFixed(1)}`

/** The program as a process: killed, started, exhausted, and its first page. */
export const DRIFT: readonly Bevislinje[] = [
  {
    navn: 'drift.kill',
    paastand:
      'kill -9 of the server, the database or a backend at seeded random points of an intake with at least 1,000 acknowledged lines loses and doubles nothing.',
    run: async ({ fuld }) => {
      const runder = await runKillkampagne({ runder: fuld ? 100 : 10, seed: 1 })
      const gode = runder.filter(({ brud }) => brud.length === 0)
      return {
        ok: gode.length === runder.length,
        set: [...runder.map(describeRunde), `${gode.length} of ${runder.length} rounds without a breach`],
      }
    },
  },
  proever({
    navn: 'drift.opstart',
    paastand:
      'A start that cannot be is refused in one sentence, exits non-zero and leaves nothing running: taken port, same data, wrong or too old or unreachable database, wrong keys.',
    filer: [
      'test/scenarier/opstart.test.ts',
      'test/scenarier/opstart-database.test.ts',
      'src/platform/database/migrate.sql.test.ts',
    ],
  }),
  {
    navn: 'drift.starttid',
    paastand: 'A second start serves a page within 3 seconds.',
    run: async () => {
      const tider = await measureStarttid(5)
      return {
        ok: (tider.at(Math.floor(tider.length / 2)) ?? Number.NaN) < HOEJST_START_MS,
        set: [`${tider.join(', ')} ms; ${belastning()}`],
      }
    },
  },
  {
    navn: 'drift.foerste-side',
    paastand:
      'The first page is below 100 KB over the wire, and its largest part is painted within 1.5 s on a slow telephone (1.6 Mbit/s, 150 ms, a quarter of the processor, 412 px).',
    run: async () => {
      const sider = await measureFoersteSide(5)
      return {
        ok: sider.every(({ bytes, lcp }) => bytes < HOEJST_SIDE_BYTES && lcp < HOEJST_LCP_MS),
        set: [...sider.map(describeSide), belastning()],
      }
    },
  },
  {
    navn: 'drift.graenser',
    paastand:
      'Unfolding gzip, endless lines, millions of lines, slow senders and two hundred deliveries at once are answered or cut, pages are served, and memory stays bounded.',
    run: async ({ fuld }) => {
      const angreb = await runGraenser(fuld ? 1 : 0.05)
      return { ok: angreb.every(({ brud }) => brud.length === 0), set: [...angreb.map(describeAngreb), belastning()] }
    },
  },
]
