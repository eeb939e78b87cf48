import { alder, type Tidspunkt, type Uuid } from '#kernel'
import type { Kendtperson } from '#partsoverblik/soegning'
import { danskDag } from '#platform/clock'

/** A tie of custody between the citizen and another, as the register has it. */
export type Familievisning = {
  readonly forhold: 'barn' | 'indehaver'
  /** Days; undefined `til` is until the register says otherwise. Undefined where nothing may be known of the other: custody begins when a child is born. */
  readonly periode: { readonly fra: string; readonly til: string | undefined } | undefined
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

/** The newest first, and after them those of whom nothing may be known. Pure. */
export const familieOf = (forhold: readonly Forhold[], kendte: ReadonlyMap<Uuid, Kendtperson>, nu: Tidspunkt): Familievisning[] =>
  forhold
    .map((led): Familievisning => {
      const kendt = kendte.get(led.anden)
      return {
        forhold: led.forhold,
        periode: kendt && { fra: led.fra, til: led.til ?? undefined },
        person: kendt && {
          part: led.anden,
          navn: kendt.navn,
          alder: kendt.foedt === undefined ? undefined : alder(kendt.foedt, danskDag(nu)),
        },
      }
    })
    .sort((a, b) => (b.periode?.fra ?? '').localeCompare(a.periode?.fra ?? ''))
