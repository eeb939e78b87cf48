import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** What sources tell of themselves, and what is counted of what they deliver. */
export const DAEKNING_LIVSTEGN: readonly Bevislinje[] = [
  proever({
    navn: 'livstegn',
    paastand:
      'What is counted is what is kept, by two processes at once and where one is killed in a batch; a sign of life proves what its count agrees with and nothing else, and whatever a delivery touches is proved no more.',
    filer: [
      'src/afstemning/livstegn',
      'src/modtagelse/leverance/beroerte.sql.test.ts',
      'src/modtagelse/soap/faelles/livstegn.test.ts',
      'src/kilde/bevis.sql.test.ts',
      'test/scenarier/livstegn.test.ts',
    ],
  }),
  proever({
    navn: 'rytme',
    paastand:
      'A source is late by its own rhythm: by the hour where it speaks every hour, and not in weekends, nights and holidays on which it never speaks.',
    filer: ['src/afstemning/rytme', 'src/afstemning/daekning/livsfrist.test.ts'],
  }),
]
