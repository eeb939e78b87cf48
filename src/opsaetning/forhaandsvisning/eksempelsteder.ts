import type { Uuid } from '#kernel'
import type { Forskel, Partsforskel } from './sammenlign.ts'

/** Where an example lies. Kept in memory alone; what it is about is read through the log before anybody sees it. */
export type Eksempelsted = { readonly part: Uuid; readonly item: Uuid; readonly retning: Forskel['retning'] }

const HOEJST = 6
/** Nobody's examples are more than these in either direction, so that a page of them is about several people. */
const HOEJST_PR_PART = 2

/** Chooses a few examples that are unlike each other: of each direction, kind and reason the first one met. */
export function vaelgEksempler() {
  const valgte = new Map<string, Eksempelsted>()
  return {
    see: ({ part, forskelle }: Partsforskel): void => {
      if (valgte.size >= 2 * HOEJST) return
      const egne = { vises: 0, forsvinder: 0 }
      for (const { raekke, retning, grund } of forskelle) {
        const slags = `${retning} ${raekke.art} ${grund}`
        if (valgte.has(slags) || egne[retning] >= HOEJST_PR_PART || valgte.size >= 2 * HOEJST) continue
        valgte.set(slags, { part, item: raekke.item_id, retning })
        egne[retning]++
      }
    },
    steder: (): readonly Eksempelsted[] => [...valgte.values()],
  }
}

/** Of what several threads chose, as many of each direction. */
export function mixEksempler(alle: readonly Eksempelsted[]): readonly Eksempelsted[] {
  const af = (retning: Eksempelsted['retning']) => alle.filter((led) => led.retning === retning).slice(0, HOEJST)
  return [...af('vises'), ...af('forsvinder')]
}
