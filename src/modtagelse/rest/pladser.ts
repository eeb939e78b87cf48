import type { Uuid } from '#kernel'

/** What callers may hold at once, of anything that is counted: deliveries, bytes. */
export type Pladser = {
  /** Takes so much for the source, until the answer is called; undefined: there is no room. */
  readonly tag: (kilde: Uuid, fylde: number) => (() => void) | undefined
}

/** One source can fill its own share alone, however slowly it sends: the others still get in. */
export function createPladser({ ialt, prKilde }: { readonly ialt: number; readonly prKilde: number }): Pladser {
  const taget = new Map<Uuid, number>()
  let alt = 0
  const add = (kilde: Uuid, fylde: number): void => {
    const nu = (taget.get(kilde) ?? 0) + fylde
    alt += fylde
    if (nu > 0) taget.set(kilde, nu)
    else taget.delete(kilde)
  }
  return {
    tag: (kilde, fylde) => {
      if (alt + fylde > ialt || (taget.get(kilde) ?? 0) + fylde > prKilde) return undefined
      add(kilde, fylde)
      let sluppet = false
      return () => {
        if (!sluppet) add(kilde, -fylde)
        sluppet = true
      }
    },
  }
}
