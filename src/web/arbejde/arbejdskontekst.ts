import type { Tidspunkt } from '#kernel'
import type { IBeggeSprog, Sprog } from '../sprog.ts'

/** Whom pages for people at work are made for; also the first step of their addresses. */
export const MAALGRUPPER = ['leverandoer', 'kommune', 'drift'] as const
export type Maalgruppe = (typeof MAALGRUPPER)[number]

/** A page that can be gone to: a point of the menu, and a card on the audience's start page. */
export type Arbejdspunkt = {
  readonly sti: string
  readonly navn: IBeggeSprog
  /** What one does there, in a sentence. */
  readonly om: IBeggeSprog
  /** What it stands under in the menu, where there are too many for one row; those with the same Danish name stand together. */
  readonly gruppe?: IBeggeSprog | undefined
}

/** What every page for people at work needs to know besides its own content. */
export type Arbejdskontekst = {
  readonly sprog: Sprog
  /** This page's own path and query. */
  readonly sti: string
  readonly nu: Tidspunkt
  /** Undefined on a page of no audience's own, as those of the login. */
  readonly maalgruppe: Maalgruppe | undefined
  /** Undefined where nobody is logged in. */
  readonly medarbejder: Arbejdsbruger | undefined
  /** True where this person has a role in this audience, and so a menu. */
  readonly harRolle: boolean
  /** The pages that this person may go to in this audience. */
  readonly punkter: readonly Arbejdspunkt[]
  /** The other audiences that this person has a role in. */
  readonly andre: readonly Maalgruppe[]
  /** What proves that a form was made for this session; empty where nobody is logged in. */
  readonly formular: string
  readonly demo: boolean
  /** Tells this tab from another with the same page, in words that name nobody: when a visit to a citizen began. */
  readonly kendetegn?: string
}

export type Arbejdsbruger = {
  readonly navn: string
  readonly organisation: string
  /** When the session ends unless something is done. */
  readonly udloeber: Tidspunkt
}
