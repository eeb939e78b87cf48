import { allMet, describeKrav, runBenchfil } from '../benchfil.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'
import { proever } from '../proever.ts'

/** As many items as the line is to be shown at: of every day, the whole, or what BEVIS_SOEGNING_TING says. */
const ting = (fuld: boolean): string => process.env['BEVIS_SOEGNING_TING'] ?? (fuld ? '20000000' : '100000')

/** At full size, on a machine of its own, by the clock; of every day by processor time, which others on the machine do not count in. */
async function tryHastighed({ fuld }: Bevisvalg): Promise<Bevisudfald> {
  const stoerrelse = fuld ? ['--soegninger', '200', '--borgere', '300', '--ur'] : ['--soegninger', '40', '--borgere', '100']
  const { maal, sagt, belastning } = await runBenchfil('soegning.ts', ['--ting', ting(fuld), ...stoerrelse])
  return {
    ok: allMet(maal),
    set: [
      ...sagt.filter((linje) => linje.includes(' søgeord (')),
      ...maal.map((led) => `${led.hvad}: ${led.forhold?.toFixed(2)}, ${led.tal}${describeKrav(led)}`),
      belastning,
    ],
  }
}

/** The caseworker's search: whom it finds, whom it does not, and how fast. */
export const PARTSOVERBLIK_SOEGNING: readonly Bevislinje[] = [
  proever({
    navn: 'soegning',
    paastand:
      'Found by number, name, former name, case, address or company is only who has something that the caseworker may see or know of; a stranger and nobody get the same bytes; each who is shown is logged first; no name, address or typed text stands in clear in the database or the log; who goes through the citizens is stopped.',
    filer: [
      'test/scenarier/partsoverblik.soegning.test.ts',
      'src/part/ordform.test.ts',
      'src/part/soegeord.test.ts',
      'src/part/oplysninger.sql.test.ts',
      'src/platform/crypto/sloering.test.ts',
    ],
  }),
  {
    navn: 'soegning.hastighed',
    paastand:
      'A search by name, number, case or address takes less than 200 ms (at full size by the clock, 19 of 20 searches, among 20 million items; of every day program and database together), with rights, row-level security and the log’s row on disk, and a stranger’s number no more than half as long again as one that nobody has.',
    run: tryHastighed,
  },
]
