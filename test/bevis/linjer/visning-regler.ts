import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** The rules of showing, the choice of a title, and the emergency stop. */
export const VISNING_REGLER: readonly Bevislinje[] = [
  proever({
    navn: 'visning.regler',
    paastand:
      'Each rule of showing, and the choice of a title, has its table, its scenarios, and a second, naive statement that it agrees with on seeded items.',
    filer: ['test/scenarier/visning.test.ts', 'src/visning', 'src/platform/clock/arbejdsdage.test.ts'],
  }),
  proever({
    navn: 'visning.noedstop',
    paastand:
      'One person of a municipality stops an item, a document type, a source or an area through a page; the next read of any citizen hides it; two different persons open it, which the database itself sees to; and meanwhile nobody is told that there is nothing.',
    filer: ['test/scenarier/noedstop.test.ts', 'test/scenarier/noedstop.proces.test.ts', 'src/visning/noedstop'],
  }),
]
