import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** The rules of showing, and the choice of a title. */
export const VISNING_REGLER: readonly Bevislinje[] = [
  proever({
    navn: 'visning.regler',
    paastand:
      'Each rule of showing, and the choice of a title, has its table, its scenarios, and a second, naive statement that it agrees with on seeded items.',
    filer: ['test/scenarier/visning.test.ts', 'src/visning'],
  }),
]
