import type { Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Sammenligning } from '../trae/index.ts'
import type { Kildeobjekt, Oplyst, Trinsvar } from './afstemning.ts'
import type { Billede } from './billede.ts'

/** A comparison under way: our picture, and how far the questions have come. */
export type Igang = {
  readonly id: Uuid
  readonly kilde: Uuid
  readonly oplyst: Oplyst
  readonly billede: Billede
  readonly sammenligning: Sammenligning<Kildeobjekt>
  readonly udloeber: number
  trin: number
  /** What was taken last, though it may not have been answered. */
  taget: string | undefined
  sidste: { readonly raa: string; readonly svar: Trinsvar } | undefined
  /** Steps of one comparison are taken one after another. */
  koe: Promise<unknown>
}

/** The comparisons under way in this process, bounded in number and time. */
export type Igangvaerende = {
  find(kilde: Uuid, id: Uuid): Igang | undefined
  /** Makes room for a new one, which takes the place of the source's last for the municipality. False: there is no room. */
  makeRoom(kilde: Uuid, kommune: string): boolean
  add(led: Omit<Igang, 'udloeber' | 'trin' | 'taget' | 'sidste' | 'koe'>): Igang
  drop(led: Igang): void
  close(): void
}

const LEVETID_MS = 15 * 60_000
/** Each holds two files and what it has asked for. */
const HOEJST_IALT = 200
const HOEJST_PR_KILDE = 20
/** Those that have ended are remembered, so that an answer that was lost can be given again. */
const HOEJST_ENDTE = 50

export const isEndt = (led: Igang): boolean => led.sidste?.svar.resultat !== undefined

export function createIgangvaerende(clock: Clock): Igangvaerende {
  const alle = new Map<Uuid, Igang>()
  const now = () => Date.parse(clock.now())
  const drop = (led: Igang): void => {
    alle.delete(led.id)
    led.billede.close()
  }
  const tidyUp = (): void => {
    for (const led of alle.values()) if (led.udloeber <= now()) drop(led)
    const endte = [...alle.values()].filter(isEndt)
    for (const led of endte.slice(0, Math.max(0, endte.length - HOEJST_ENDTE))) drop(led)
  }
  return {
    find: (kilde, id) => {
      tidyUp()
      const led = alle.get(id)
      return led?.kilde === kilde ? led : undefined
    },
    makeRoom: (kilde, kommune) => {
      tidyUp()
      for (const led of alle.values()) if (led.kilde === kilde && led.oplyst.kommune === kommune) drop(led)
      const aabne = [...alle.values()].filter((led) => !isEndt(led))
      return aabne.length < HOEJST_IALT && aabne.filter((led) => led.kilde === kilde).length < HOEJST_PR_KILDE
    },
    add: (ny) => {
      const led: Igang = {
        ...ny,
        udloeber: now() + LEVETID_MS,
        trin: 0,
        taget: undefined,
        sidste: undefined,
        koe: Promise.resolve(),
      }
      alle.set(led.id, led)
      return led
    },
    drop,
    close: () => {
      for (const led of alle.values()) drop(led)
    },
  }
}
