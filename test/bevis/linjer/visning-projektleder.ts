import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** A new project manager's road, the plan that leads along it, and the figures that tell how it goes. */
export const VISNING_PROJEKTLEDER: readonly Bevislinje[] = [
  proever({
    navn: 'visning.projektleder',
    paastand:
      'In a browser on a phone a new project manager goes from nothing open to a first area that a citizen sees, by the plan’s next step alone: stage, draft, preview, proposal, and another’s approval; in under fifteen minutes.',
    filer: ['test/e2e/projektleder.test.ts'],
  }),
  proever({
    navn: 'visning.plan',
    paastand:
      'The plan’s progress and next step follow from the configuration, the drafts and the queue; openness and figures tell no number of fewer than five people; another municipality and other roles reach none of it.',
    filer: ['src/opsaetning/plan', 'src/opsaetning/maaling', 'test/scenarier/plan.test.ts', 'test/scenarier/tal.test.ts'],
  }),
]
