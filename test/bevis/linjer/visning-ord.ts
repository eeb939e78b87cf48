import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** The words that citizens meet, and whether they understand the notes. */
export const VISNING_ORD: readonly Bevislinje[] = [
  proever({
    navn: 'visning.ord',
    paastand:
      'A municipality chooses its own words for KLE numbers, steps, states, documents and benefits through the pages; they stand on its own cases at once and no other’s, a preview saves nothing, every choice is kept, and no HTML or person gets in.',
    filer: ['test/scenarier/ordvalg.test.ts', 'src/opsaetning/ordvalg', 'src/klassifikation/ordvalg', 'src/overblik/ord.test.ts'],
  }),
  proever({
    navn: 'visning.forstaaelse',
    paastand:
      'A note says that the municipality wrote it, which unit and when; the citizen answers by two buttons, once and changeably, and the municipality sees numbers of nobody, none from one to four.',
    filer: ['test/scenarier/forstaaelse.test.ts', 'src/opsaetning/forstaaelse'],
  }),
]
