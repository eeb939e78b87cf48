import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** What a citizen is shown. */
export const VISNING: readonly Bevislinje[] = [
  proever({
    navn: 'visning',
    paastand:
      'Each rule of showing has its scenarios in the field’s words, and agrees with a second, naive statement of it on seeded items.',
    filer: ['test/scenarier/visning.test.ts', 'src/visning'],
  }),
]
