import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** That the statement tells nothing of what is hidden, and costs nothing. */
export const DAEKNING_PAR: readonly Bevislinje[] = [
  proever({
    navn: 'par',
    paastand:
      'Of pairs of citizens, one with only hidden items and one with none, both get the same bytes on every page and as data, and a signed-rank test cannot tell their answers apart by time.',
    filer: ['test/scenarier/daekning.par.test.ts', 'test/scenarier/udsagn.skjult.test.ts', 'test/byggere/fortegnstest.test.ts'],
    miljoe: {
      daglig: { DAEKNING_PAR: '40', DAEKNING_PAR_TIDER: '1' },
      fuld: { DAEKNING_PAR: '1000', DAEKNING_PAR_TIDER: '1' },
    },
  }),
  proever({
    navn: 'hastighed',
    paastand:
      'The overview takes no measurably longer for what the statement rests on: the same server without the proof’s read, asked in turn with the one that has it.',
    filer: ['test/scenarier/daekning.hastighed.test.ts'],
    miljoe: { daglig: { DAEKNING_HASTIGHED: '400' }, fuld: { DAEKNING_HASTIGHED: '4000' } },
  }),
]
