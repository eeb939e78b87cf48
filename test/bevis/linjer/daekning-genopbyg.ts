import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** The rebuild: what citizens see is what the registrations say, and nothing else. */
export const DAEKNING_GENOPBYG: readonly Bevislinje[] = [
  proever({
    navn: 'genopbyg',
    paastand:
      'Any damage to the current state is found exactly and mended while deliveries go on; cut off anywhere it leaves whole objects behind; what is mended breaks the proof of its municipality and is told of.',
    filer: ['src/indeks/genopbyg.sql.test.ts', 'src/modtagelse/genopbygning'],
  }),
  proever({
    navn: 'genopbyg-stoerrelse',
    paastand:
      'A large index is compared with its registrations in bounded memory while citizens read and sources deliver, and the rows that were damaged are found, each, and mended (the full size: 1,000,000 objects).',
    filer: ['test/scenarier/genopbygning.test.ts'],
    miljoe: { daglig: { GENOPBYG_OBJEKTER: '12000' }, fuld: { GENOPBYG_OBJEKTER: '1000000' } },
  }),
]
