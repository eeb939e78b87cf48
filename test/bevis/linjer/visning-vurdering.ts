import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** That titles are judged from the side of whoever sees them, and go out in one way. */
export const VISNING_VURDERING: readonly Bevislinje[] = [
  proever({
    navn: 'visning.vurdering',
    paastand:
      'Titles are judged in the background, from the side of each person; following what happens comes to what a whole pass finds, whatever is delivered, changed, deleted or cut off.',
    filer: ['test/scenarier/kvalitet.vurdering.test.ts', 'src/kvalitet/vurdering'],
  }),
  proever({
    navn: 'visning.titler-ud',
    paastand:
      'A title that is blocked goes out on no page, in no list and in no data, before and after the worker has come to it; a stop works in the very next answer; and whoever has only what is held reads what one with nothing reads.',
    filer: ['test/scenarier/kvalitet.titler.test.ts', 'src/overblik/titelviden.test.ts', 'test/scenarier/udsagn.skjult.test.ts'],
  }),
  proever({
    navn: 'visning.kommunens-opslag',
    paastand:
      'What a municipality sees of its citizens is its own, logged for each of them before it is handed out; a count hands out numbers alone.',
    filer: ['src/adgangslog/read-for-kommune.sql.test.ts'],
  }),
]
