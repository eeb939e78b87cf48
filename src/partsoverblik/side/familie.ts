import { alder, type Tidspunkt, type Uuid } from '#kernel'
import type { Kendtperson } from '#partsoverblik/soegning'
import { danskDag } from '#platform/clock'

/** A tie of custody between the citizen and another, as the register has it. */
export type Familievisning = {
  readonly forhold: 'barn' | 'indehaver'
  /** Days; undefined `til` is until the register says otherwise. */
  readonly fra: string
  readonly til: string | undefined
  /** Undefined where the employee may see nothing about that person. */
  readonly person: { readonly part: Uuid; readonly navn: string | undefined; readonly alder: number | undefined } | undefined
}

/** As the database has it: the row is about the citizen, and names the other by part alone. */
export type Forhold = {
  readonly forhold: 'barn' | 'indehaver'
  readonly anden: Uuid
  readonly fra: string
  readonly til: string | null
}

/** Those that hold first, then by day. Pure. */
export const familieOf = (forhold: readonly Forhold[], kendte: ReadonlyMap<Uuid, Kendtperson>, nu: Tidspunkt): Familievisning[] =>
  forhold
    .map((led): Familievisning => {
      const kendt = kendte.get(led.anden)
      return {
        forhold: led.forhold,
        fra: led.fra,
        til: led.til ?? undefined,
        person: kendt && {
          part: led.anden,
          navn: kendt.navn,
          alder: kendt.foedt === undefined ? undefined : alder(kendt.foedt, danskDag(nu)),
        },
      }
    })
    .sort((a, b) => (a.fra < b.fra ? 1 : a.fra > b.fra ? -1 : 0))
