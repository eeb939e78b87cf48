import type { Mutationsnavn } from '../../../scripts/mutation/emner.ts'
import type { Mutationsudfald } from '../../../scripts/mutation/koer.ts'
import type { Bevislinje } from '../linje.ts'

const MINDST = 90
/** Of every day: the choice of a title and two of the rules; where a thing is filed and how hard it is to read; how much of the work is left. */
const UDSNIT: readonly (readonly [Mutationsnavn, readonly string[] | undefined])[] = [
  ['visning', ['src/visning/titel.ts', 'src/visning/regler/noedstop.ts', 'src/visning/regler/notatfrist.ts']],
  ['titeltjek', ['src/kvalitet/titeltjek/journalisering.ts', 'src/kvalitet/titeltjek/lix.ts']],
  ['gennemgang', ['src/kvalitet/gennemgang/tid-tilbage.ts', 'src/kvalitet/gennemgang/opgave.ts']],
]
const ALT = ['visning', 'titeltjek', 'gennemgang', 'vurdering'] as const

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
      const set = [fuld ? 'All rules' : 'Some files of each; all with --fuld']
      let ok = true
      for (const [emne, filer] of fuld ? ALT.map((en) => [en, undefined] as const) : UDSNIT) {
        const udfald = await runMutation({ emne, filer, samtidige: fuld ? 2 : 1 })
        set.push(...sentences(emne, udfald))
        ok &&= udfald.procent >= MINDST
      }
      return { ok, set }
    },
  },
]
