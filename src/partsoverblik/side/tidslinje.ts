import type { Tidspunkt } from '#kernel'
import { danskDag } from '#platform/clock'
import type { Ting } from './visninger.ts'

/** Something that happened, or is to happen, on a day. `hvad` is a key that the pages have words for. */
export type Begivenhed = {
  readonly dag: string
  readonly ting: Ting
  readonly hvad: 'oprettet' | 'trin' | 'kom' | 'begyndte' | 'slutter' | 'udbetaling' | 'aftale'
  /** The step that a case took. */
  readonly trin?: string
}

const begivenhed = (dag: string, ting: Ting, hvad: Begivenhed['hvad'], trin?: string): Begivenhed =>
  trin === undefined ? { dag, ting, hvad } : { dag, ting, hvad, trin }

function begivenhederAf(ting: Ting): Begivenhed[] {
  switch (ting.art) {
    case 'sag':
      return ting.trin.map(({ status, fra }, i) =>
        i === 0 ? begivenhed(ting.dag, ting, 'oprettet') : begivenhed(danskDag(fra), ting, 'trin', status),
      )
    case 'dokument':
    case 'journalnotat':
      return [begivenhed(ting.dag, ting, 'kom')]
    case 'bevilling':
      return [begivenhed(ting.dag, ting, 'begyndte'), ...(ting.til === undefined ? [] : [begivenhed(ting.til, ting, 'slutter')])]
    case 'oekonomiskEffektuering':
      return [begivenhed(ting.dag, ting, 'udbetaling')]
    case 'aftale':
      return [begivenhed(ting.dag, ting, 'aftale')]
  }
}

/** All that has happened and is to happen, newest first, with what is still to come before today. */
export function tidslinjeOf(
  ting: readonly Ting[],
  nu: Tidspunkt,
): { readonly kommende: Begivenhed[]; readonly skete: Begivenhed[] } {
  const idag = danskDag(nu)
  const alle = ting.flatMap(begivenhederAf)
  const nyesteFoerst = (a: Begivenhed, b: Begivenhed): number =>
    a.dag < b.dag ? 1 : a.dag > b.dag ? -1 : a.ting.id < b.ting.id ? -1 : 1
  return {
    kommende: alle.filter(({ dag }) => dag > idag).sort((a, b) => nyesteFoerst(b, a)),
    skete: alle.filter(({ dag }) => dag <= idag).sort(nyesteFoerst),
  }
}
