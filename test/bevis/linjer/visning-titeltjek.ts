import { describeAndel } from '../../maaling/interval.ts'
import { measureTiteltjek } from '../../maaling/maal-titeltjek.ts'
import { createKontrolsaet } from '../../maaling/titler/kontrolsaet.ts'
import { createTitler } from '../../maaling/titler/titler.ts'
import type { Bevislinje } from '../linje.ts'

/** The checks of titles, on a labelled set that was written before them. */
export const VISNING_TITELTJEK: readonly Bevislinje[] = [
  {
    navn: 'visning.titeltjek',
    paastand:
      'Of titles written before the rules, at least 99.5 % with a CPR number and 95 % with a third person’s name are withheld, also where the name is an ordinary word, and at most 1 % of the clean ones.',
    run: async ({ fuld }) => {
      const froe = fuld ? [1, 2, 3, 4, 5] : [1]
      const maal = froe.flatMap((et) => measureTiteltjek(createTitler(et)).map((dets) => ({ ...dets, froe: et })))
      return {
        ok: maal.every(({ naaet }) => naaet),
        set: [
          ...maal.map(
            ({ navn, andel, naaet, maal: krav, froe: et }) =>
              `${naaet ? '' : 'MISSED '}${navn}: ${describeAndel(andel)}; wanted ${krav}; seed ${et}`,
          ),
          ...measureTiteltjek(createKontrolsaet()).flatMap(({ navn, andel }) =>
            andel.af > 0 ? [`a second set, by hand, without targets: ${navn}: ${describeAndel(andel)}`] : [],
          ),
        ],
      }
    },
  },
]
