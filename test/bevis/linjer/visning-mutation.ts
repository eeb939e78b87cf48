import type { Mutationsnavn } from '../../../scripts/mutation/emner.ts'
import type { Mutationsudfald } from '../../../scripts/mutation/koer.ts'
import type { Bevislinje } from '../linje.ts'

const MINDST = 90
/** How a subject is tried: some of its files whole, or of all of them every so many lines, from the first on. */
type Udsnit = { readonly filer?: readonly string[]; readonly hver?: number }
/**
 * Of every day: of showing three files, and of quality a line here and there of every file of rules, whichever it hits. A sample of this
 * size may lie five points from all of them.
 */
const UDSNIT: readonly (readonly [Mutationsnavn, Udsnit])[] = [
  ['visning', { filer: ['src/visning/titel.ts', 'src/visning/regler/noedstop.ts', 'src/visning/regler/notatfrist.ts'] }],
  ['titeltjek', { hver: 25 }],
  ['gennemgang', { hver: 9 }],
  ['vurdering', { hver: 9 }],
]
const ALT: typeof UDSNIT = UDSNIT.map(([emne]) => [emne, {}])

const describe = ({ filer, hver }: Udsnit): string =>
  filer ? 'some files, whole' : hver ? `every ${hver}th line of each file` : 'every line'

const share = ({ antal, fanget }: { readonly antal: number; readonly fanget: number }): string =>
  `${fanget} of ${antal}, ${((100 * fanget) / antal).toFixed(1)} %`

const sentences = (emne: Mutationsnavn, udfald: Mutationsudfald): readonly string[] => [
  `${emne}: ${share(udfald)} noticed, at least ${MINDST} %`,
  ...udfald.filer.map((en) => `${en.fil}: ${share(en)}`),
  ...udfald.overlevende.slice(0, 10).map(({ fil, linje, hvad }) => `not noticed: ${fil}:${linje} ${hvad}`),
]

/** Whether the tests of the rules would notice a fault in them. */
export const VISNING_MUTATION: readonly Bevislinje[] = [
  {
    navn: 'visning.mutation',
    paastand: 'Of faults put one by one into the rules of showing and of quality, their tests notice at least 90 %.',
    run: async ({ fuld }) => {
      // Only here: what makes faults takes half a second to load.
      const { runMutation } = await import('../../../scripts/mutation/koer.ts')
      const set = [fuld ? 'All rules' : 'Every so many lines of the rules; all of them with --fuld']
      let ok = true
      for (const [emne, udsnit] of fuld ? ALT : UDSNIT) {
        const udfald = await runMutation({ emne, ...udsnit, samtidige: 2 })
        set.push(`${emne}: ${describe(udsnit)}`, ...sentences(emne, udfald))
        ok &&= udfald.procent >= MINDST
      }
      return { ok, set }
    },
  },
]
