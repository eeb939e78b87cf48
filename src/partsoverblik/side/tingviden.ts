import type { Tidspunkt, Uuid } from '#kernel'
import type { OverblikRaekke } from '#overblik'
import type { Sagsvisning, Systemvisning } from './visninger.ts'

/** What the rows are told by. */
export type Tingviden = {
  readonly nu: Tidspunkt
  readonly systemFor: (kilde: Uuid) => Systemvisning
  /** What an address of this visit calls an item, and what any address calls a unit. */
  readonly refFor: (item: Uuid) => string
  readonly enhedsnoegleFor: (enhed: string) => string
}

export type Raekke<A extends OverblikRaekke['art'] = OverblikRaekke['art']> = OverblikRaekke & {
  readonly data: Extract<OverblikRaekke['data'], { readonly art: A }>
}
export type Faellesfelter = Pick<
  Sagsvisning,
  'id' | 'ref' | 'kle' | 'omraade' | 'enhed' | 'system' | 'foelsomhed' | 'roller' | 'sager' | 'aendret' | 'modtaget' | 'undtaget'
>
