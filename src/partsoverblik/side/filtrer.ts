import { FANEARTER, type Fane, type Valg } from './valg.ts'
import type { Ting } from './visninger.ts'

/** A choice of a filter, with how many things it would leave. */
export type Mulighed = { readonly vaerdi: string; readonly navn: string; readonly antal: number }

/** What the filters of a tab can be set to: only what is there. */
export type Muligheder = {
  readonly omraade: readonly Mulighed[]
  readonly status: readonly Mulighed[]
  readonly art: readonly Mulighed[]
  readonly enhed: readonly Mulighed[]
  readonly system: readonly Mulighed[]
}

type Filter = Pick<Valg, 'omraade' | 'status' | 'art' | 'enhed' | 'system' | 'fra' | 'til'>

const iFane = (ting: readonly Ting[], fane: Fane): Ting[] => ting.filter(({ art }) => FANEARTER[fane].includes(art))

const harStatus = (ting: Ting, status: string): boolean =>
  status === 'aabne' ? ting.aaben : status === 'lukkede' ? !ting.aaben : ting.tilstand === status

/** The things of a tab that its filters leave, in the order given. */
export const filtrer = (ting: readonly Ting[], fane: Fane, filter: Filter): Ting[] =>
  iFane(ting, fane).filter(
    (led) =>
      (filter.omraade === '' || led.omraade === filter.omraade) &&
      (filter.status === '' || harStatus(led, filter.status)) &&
      (filter.art === '' || led.art === filter.art) &&
      (filter.enhed === '' || led.enhed?.noegle === filter.enhed) &&
      (filter.system === '' || led.system.id === filter.system) &&
      (filter.fra === '' || led.dag >= filter.fra) &&
      (filter.til === '' || led.dag <= filter.til),
  )

/** The choices there are in a tab, most first; those of no name are left out. */
export function mulighederFor(ting: readonly Ting[], fane: Fane): Muligheder {
  const egne = iFane(ting, fane)
  return {
    omraade: count(egne, ({ omraade }) => [omraade, omraade]),
    status: count(egne, ({ tilstand }) => [tilstand, tilstand]),
    art: count(egne, ({ art }) => [art, art]),
    enhed: count(egne, ({ enhed }) => [enhed?.noegle ?? '', enhed?.navn ?? '']),
    system: count(egne, ({ system }) => [system.id, system.navn]),
  }
}

function count(ting: readonly Ting[], find: (ting: Ting) => readonly [string, string]): Mulighed[] {
  const fundne = new Map<string, { navn: string; antal: number }>()
  for (const led of ting) {
    const [vaerdi, navn] = find(led)
    if (vaerdi === '') continue
    const kendt = fundne.get(vaerdi)
    if (kendt) kendt.antal++
    else fundne.set(vaerdi, { navn, antal: 1 })
  }
  return [...fundne]
    .map(([vaerdi, led]) => ({ vaerdi, ...led }))
    .sort((a, b) => b.antal - a.antal || a.navn.localeCompare(b.navn, 'da'))
}

/** How many things each tab has, before any filter. */
export const antalPrFane = (
  ting: readonly Ting[],
): Readonly<Record<'sager' | 'ydelser' | 'dokumenter' | 'notater' | 'aftaler', number>> => ({
  sager: iFane(ting, 'sager').length,
  ydelser: iFane(ting, 'ydelser').length,
  dokumenter: iFane(ting, 'dokumenter').length,
  notater: iFane(ting, 'notater').length,
  aftaler: iFane(ting, 'aftaler').length,
})
