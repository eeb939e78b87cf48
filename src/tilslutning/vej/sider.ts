import type { CvrNummer, Tidspunkt } from '#kernel'
import type { Fagsystemvej } from './fagsystemvej.ts'
import type { Person } from './haendelse.ts'
import type { Helbred } from './helbred.ts'
import type { Kommunefakta, Kommunevej } from './kommunevej.ts'
import type { Mulighed } from './muligheder.ts'
import type { Vejafvisning } from './vej.errors.ts'
import type { Fagsystemforloeb } from './vejlager.ts'

/** What the pages are made of. */

export type Afvistregel = { readonly regel: string; readonly antal: number; readonly aeldste: Tidspunkt }

/** A proposal as this person sees it. */
export type Ventende = {
  readonly id: string
  readonly hvad: Fagsystemvej['forslag'][number]['hvad'] | 'klar'
  readonly kommune: CvrNummer | undefined
  readonly af: Omit<Person, 'roller'>
  readonly tid: Tidspunkt
  readonly bekraeft: true | Vejafvisning
  readonly traek: boolean
  readonly egetForslag: boolean
}

export type Systemside = Fagsystemforloeb & {
  readonly seer: Person
  /** The municipality whose eyes it is seen with. */
  readonly egen: CvrNummer | undefined
  readonly klientId: string | undefined
  readonly helbred: ReadonlyMap<CvrNummer, Helbred>
  readonly afviste: readonly Afvistregel[]
  readonly muligheder: readonly Mulighed[]
  readonly ventende: readonly Ventende[]
}

export type Kommuneside = {
  readonly vej: Kommunevej
  readonly fakta: Kommunefakta
  readonly systemer: readonly Fagsystemvej[]
  readonly ventende: readonly Ventende[]
  readonly maaNotere: boolean
  readonly klarSpaerret: true | Vejafvisning
}

export type Driftside = {
  readonly systemer: readonly Fagsystemvej[]
  readonly helbred: readonly Helbred[]
  readonly kommuner: readonly Kommunevej[]
  readonly ventende: readonly (Ventende & { readonly system: Fagsystemvej | undefined })[]
}
