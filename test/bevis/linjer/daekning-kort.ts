import { maalLandskort } from '../../bench/landskort.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'
import { proever } from '../proever.ts'

const HOEJST_MS = 150

async function tryLand({ fuld }: Bevisvalg): Promise<Bevisudfald> {
  const { raekker, felter, kort, side, ur, belastning } = await maalLandskort(fuld ? 101 : 15)
  return {
    ok: kort + side <= HOEJST_MS && felter === 98 * 9 * 6,
    set: [
      `${raekker} rows of coverage, ${felter} fields shown in 98 municipalities`,
      `the map ${kort.toFixed(0)} ms and the page ${side.toFixed(0)} ms of processor time, together ${ur.toFixed(0)} ms by the clock (medians)`,
      `machine's load ${belastning.toFixed(1)}`,
    ],
  }
}

/** The map of coverage: that it says what citizens are told, to whom it is shown, and that the whole country is quick. */
export const DAEKNING_KORT: readonly Bevislinje[] = [
  proever({
    navn: 'kort',
    paastand:
      'The map says of every field what citizens are told of it, and who must act; what a municipality says of its systems is kept with who, when and why; another municipality, other roles and vendors get no page of it.',
    filer: ['src/opsaetning/daekning', 'test/scenarier/daekningskort.test.ts'],
  }),
  {
    navn: 'kort-land',
    paastand:
      'The page of all 98 municipalities is made of what lies in memory within 150 ms of processor time, where each has all nine areas and six kinds open and eight sources that deliver all of it.',
    run: tryLand,
  },
]
