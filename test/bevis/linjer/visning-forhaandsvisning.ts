import { allMet, describeKrav, runBenchfil } from '../benchfil.ts'
import type { Bevislinje, Bevisudfald, Bevisvalg } from '../linje.ts'
import { proever } from '../proever.ts'

/** The bench of the preview, at the size of every day or the whole. */
async function tryHastighed({ fuld }: Bevisvalg): Promise<Bevisudfald> {
  const stoerrelse = fuld ? ['--ting', '1000000', '--borgere', '3000'] : ['--ting', '40000', '--borgere', '600', '--runder', '2']
  const { maal, sagt, belastning } = await runBenchfil('forhaandsvisning.ts', stoerrelse)
  return {
    ok: allMet(maal),
    set: [
      ...sagt.filter((linje) => linje.includes(' ting om ') || linje.startsWith('fakta om ')),
      ...maal.map((led) => `${led.hvad}: ${led.tal}${describeKrav(led)}`),
      belastning,
    ],
  }
}

/** What a change would do, before it is done: exactly what it then does, what a citizen sees, why, and how fast. */
export const VISNING_FORHAANDSVISNING: readonly Bevislinje[] = [
  proever({
    navn: 'visning.forhaandsvisning',
    paastand:
      'What a preview says appears or disappears is exactly what does, for random worlds and configurations, whether what it decides on was kept, has changed since, or never was; seeing as a citizen and explaining show the municipality’s own alone, logged, in a browser with and without script.',
    filer: [
      'test/scenarier/forhaandsvisning.test.ts',
      'src/opsaetning/forhaandsvisning/fakta/skrift.test.ts',
      'src/opsaetning/forhaandsvisning/fakta/fakta.sql.test.ts',
      'test/scenarier/verifikation.test.ts',
      'test/e2e/forhaandsvisning.test.ts',
    ],
  }),
  {
    navn: 'visning.forhaandsvisning-hastighed',
    paastand:
      'A preview takes less than ten seconds on two cores, decided on the facts that the worker keeps; at full size over 1,000,000 items.',
    run: tryHastighed,
  },
]
