import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** That "none that can be shown here" is never false, and is said where it can be. */
export const DAEKNING_MODEL: readonly Bevislinje[] = [
  proever({
    navn: 'model',
    paastand:
      'Over random histories of connecting, delivering, delay, loss, refusal, reconciling, signs of life, suspension, configuration, removal and midnight on the pure parts, "none" is never said where there was one as of the time it names, and is said in 99 % of the cases where it is true and provable; with any one protection taken away the model sees it.',
    filer: ['test/scenarier/daekning.model.test.ts'],
    miljoe: { fuld: { DAEKNING_HISTORIER: '100000' }, daglig: { DAEKNING_HISTORIER: '3000' } },
  }),
  proever({
    navn: 'model-side',
    paastand:
      'The same through intake, reconciliation, signs of life, database and the citizen’s page, which is held up before and after its items are read while other things happen.',
    filer: ['test/scenarier/daekning.model-side.test.ts'],
    miljoe: { fuld: { DAEKNING_SIDEHISTORIER: '1000' }, daglig: { DAEKNING_SIDEHISTORIER: '30' } },
  }),
]
