import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** Who may change what is shown, and how. */
export const VISNING_KONFIGURATION: readonly Bevislinje[] = [
  proever({
    navn: 'visning.to-personer',
    paastand:
      'What can make something appear takes two project leads of the same municipality, neither of whom has had both hands on it; what cannot takes one: tried against every rule of showing on seeded items, over time and under groups.',
    filer: [
      'src/opsaetning/konfiguration/indsnaevring.test.ts',
      'src/opsaetning/konfiguration/decide-udkast.test.ts',
      'src/opsaetning/konfiguration/konfiguration.sql.test.ts',
      'test/scenarier/konfiguration.test.ts',
    ],
  }),
  proever({
    navn: 'visning.konfiguration-csv',
    paastand:
      'The configuration goes out as CSV and comes in again unchanged, whatever it is; what differs becomes a draft; each line that cannot be used is named; and a hostile file changes nothing.',
    filer: ['src/opsaetning/konfiguration/csv', 'test/scenarier/konfiguration.csv.test.ts'],
  }),
]
