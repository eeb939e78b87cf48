import { describeKoe, measureKoe } from '../../bench/koe.ts'
import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** The page must be there before anybody notices that it was asked for. */
const HOEJST_MS = 100

/** The review of titles: who may, two at once, by keyboard, what a sample says, and how fast the queue is. */
export const VISNING_KOE: readonly Bevislinje[] = [
  {
    navn: 'visning.koe',
    paastand: 'The page of the queue takes less than 100 ms, at full size with 1,000,000 items and 100,000 titles that wait.',
    run: async ({ fuld }) => {
      const maal = await measureKoe(
        fuld ? { ting: 1_000_000, opgaver: 100_000, sider: 60 } : { ting: 50_000, opgaver: 20_000, sider: 20 },
      )
      return { ok: maal.median < HOEJST_MS, set: [describeKoe(maal)] }
    },
  },
  proever({
    navn: 'visning.gennemgang',
    paastand:
      'A caseworker reviews own areas only, two at once lose nothing, a decision is on the citizen’s page at once, sixty titles are cleared by keyboard in a browser, and a sample says what it says exactly.',
    filer: [
      'src/kvalitet/gennemgang',
      'test/scenarier/kvalitet.gennemgang.test.ts',
      'test/scenarier/kvalitet.gennemgang-leder.test.ts',
      'test/scenarier/kvalitet.gennemgang-samtidig.test.ts',
      'test/e2e/gennemgang.test.ts',
    ],
  }),
]
