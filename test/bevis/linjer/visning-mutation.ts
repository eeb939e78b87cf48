import type { Mutationsudfald } from '../../../scripts/mutation/koer.ts'
import type { Bevislinje } from '../linje.ts'

const MINDST = 90
/** Of every day: the choice of a title, and two of the rules. */
const UDSNIT = ['src/visning/titel.ts', 'src/visning/regler/noedstop.ts', 'src/visning/regler/notatfrist.ts']

const sentences = ({ antal, fanget, procent, overlevende }: Mutationsudfald): readonly string[] => [
  `${fanget} of ${antal} faults noticed: ${procent.toFixed(1)} %, at least ${MINDST} %`,
  ...overlevende.slice(0, 10).map(({ fil, linje, hvad }) => `not noticed: ${fil}:${linje} ${hvad}`),
]

/** Whether the tests of the rules would notice a fault in them. */
export const VISNING_MUTATION: readonly Bevislinje[] = [
  {
    navn: 'visning.mutation',
    paastand: 'Of faults put one by one into the rules of showing, their tests notice at least 90 %.',
    run: async ({ fuld }) => {
      // Only here: what makes faults takes half a second to load.
      const { runMutation } = await import('../../../scripts/mutation/koer.ts')
      const udfald = await runMutation({ emne: 'visning', filer: fuld ? undefined : UDSNIT, samtidige: fuld ? 2 : 1 })
      return { ok: udfald.procent >= MINDST, set: sentences(udfald) }
    },
  },
]
