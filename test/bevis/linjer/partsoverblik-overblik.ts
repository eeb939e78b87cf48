import type { Maal } from '../../bench/resultat.ts'
import { allMet, describeKrav, runBenchfil } from '../benchfil.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'
import { proever } from '../proever.ts'

/** As many rows of the overview as the line is to be shown at: of every day, the whole, or what BEVIS_OVERBLIK_RAEKKER says. */
const raekker = (fuld: boolean): string => process.env['BEVIS_OVERBLIK_RAEKKER'] ?? (fuld ? '20000000' : '50000')

/** At full size, on a machine of its own, by the clock; of every day by processor time, in the round that took least. */
async function tryHastighed({ fuld }: Bevisvalg): Promise<Bevisudfald> {
  const stoerrelse = fuld ? ['--borgere', '60', '--runder', '3', '--ur'] : ['--borgere', '25', '--runder', '3']
  const { maal, sagt, belastning } = await runBenchfil('partsoverblik.ts', ['--raekker', raekker(fuld), ...stoerrelse])
  return {
    ok: allMet(maal),
    set: [...sagt.filter((linje) => linje.includes('rækker i overblikket')), ...maal.map(describeMaal), belastning],
  }
}

const describeMaal = (maal: Maal): string => `${maal.hvad}: ${maal.forhold?.toFixed(0)} ms; ${maal.tal}${describeKrav(maal)}`

/** The caseworker's page: what it shows to whom, and how fast. */
export const PARTSOVERBLIK_OVERBLIK: readonly Bevislinje[] = [
  proever({
    navn: 'overblik',
    paastand:
      'A caseworker sees one citizen’s whole engagement within rights and for a purpose: nothing of other numbers, levels, municipalities or citizens in any tab, file or count, two tabs never mix, every page is logged before it leaves, and a part that fails takes nothing with it. Who may know that a thing exists is told which rule stops which of their rights; all others get what they would get of a thing that is not there.',
    filer: [
      'test/scenarier/partsoverblik.test.ts',
      'test/scenarier/partsoverblik.hvorfor.test.ts',
      'test/scenarier/partsoverblik.mange.test.ts',
      'src/partsoverblik/side',
      'src/kilde/sagslink.test.ts',
    ],
  }),
  {
    navn: 'overblik.hastighed',
    paastand:
      'The caseworker’s page of a citizen with 500 items takes less than 100 ms (at full size by the clock, 19 of 20 pages, among 20 million items; of every day server and database together), with rights, row-level security and the durable log on.',
    run: tryHastighed,
  },
]
