import type { Art, Opslagsformaal, Tidspunkt, Uuid } from '#kernel'
import type { Borgersyn } from '#overblik'
import type { Bemaerkning } from '#partsoverblik/bemaerkning'
import type { Daekningsudsagn } from './daekning.ts'
import type { Familievisning } from './familie.ts'
import type { Muligheder } from './filtrer.ts'
import type { GemtVisning } from './gemte.ts'
import type { Enhedskontakt } from './kontakt.ts'
import type { Valg } from './valg.ts'
import type { Gruppeforklaring, Mangel, Skjultvisning, Ting } from './visninger.ts'

/** Whom the visit is about, as far as it may be told on every page of it. */
export type Personvisning = {
  readonly type: 'person' | 'virksomhed'
  readonly navn: string | undefined
  /** DDMMAA-**** or a CVR number; undefined where none is known. */
  readonly nummer: string | undefined
  readonly alder: number | undefined
  readonly doed: boolean
  readonly adressebeskyttet: boolean
}

/** One thing, opened: what is read only then. */
export type Aabnet = {
  readonly ting: Ting
  /** The note's text; undefined for other kinds, and where its format cannot be shown. */
  readonly tekst: string | undefined
  readonly link: string | undefined
  /** What stands on the case, or the case that it stands on. */
  readonly naboer: readonly Ting[]
  /** Undefined where it cannot be told just now. */
  readonly borger: Borgersyn | undefined
  /** By which of the employee's rights it is seen, and what stops the others; undefined where that cannot be told. */
  readonly adgang: readonly Gruppeforklaring[] | undefined
}

/** One thing that the employee may know of and not see, opened: why not. */
export type Skjultforklaring = {
  readonly ref: string
  readonly art: Art
  readonly enhed: string
  /** Undefined where it cannot be told just now. */
  readonly grupper: readonly Gruppeforklaring[] | undefined
}

/** The caseworker's page about one citizen, with what its tab shows. */
export type Overblikside = {
  readonly besoeg: Uuid
  readonly formaal: Opslagsformaal
  readonly nu: Tidspunkt
  /** Undefined where it cannot be read just now. */
  readonly person: Personvisning | undefined
  /** The whole number, where it was asked for in this very request. */
  readonly heltNummer: string | undefined
  readonly maaSeCpr: boolean
  readonly bemaerkninger: readonly Bemaerkning[]
  readonly valg: Valg
  readonly ting: readonly Ting[]
  /** What the tab's filters leave. */
  readonly valgte: readonly Ting[]
  readonly muligheder: Muligheder
  /** There are more than are here, changed longer ago: of nothing can it be said that it is not there. */
  readonly flere: boolean
  readonly skjulte: readonly Skjultvisning[]
  readonly gemte: readonly GemtVisning[]
  readonly enheder: readonly Enhedskontakt[]
  readonly familie: readonly Familievisning[]
  /** What a form carries instead of one of the family, to look them up by themselves. */
  readonly seddelFor: (part: Uuid) => string
  /** How each thing stands for the citizen; read by the tab that shows it. */
  readonly borgersyn: ReadonlyMap<Uuid, Borgersyn> | undefined
  readonly daekning: Daekningsudsagn | undefined
  /** What the address asks to have open; 'findesIkke' where it is not there, for whatever reason. */
  readonly aabnet: Aabnet | Skjultforklaring | 'findesIkke' | undefined
  readonly mangler: readonly Mangel[]
}
