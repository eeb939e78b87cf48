import type { Tidspunkt } from '#kernel'
import type { Indhold } from './html.ts'
import type { Sprog } from './sprog.ts'

/** Somebody whose data the user sees or may see, other than the user. */
export type Repraesenteret = { readonly part: string; readonly navn: string; readonly grund: 'foraeldremyndighed' }

/** What every page needs to know besides its own content. */
export type Sidekontekst = {
  readonly sprog: Sprog
  /** This page's own path and query, for the language switch and for staying logged in. */
  readonly sti: string
  readonly nu: Tidspunkt
  /** Undefined where nobody is logged in. */
  readonly bruger: Bruger | undefined
  /** Whose data this is, where it is not the user's own. */
  readonly vedroerer: Repraesenteret | undefined
  /** The municipality whose page this is, where it is one municipality's. */
  readonly kommune: string | undefined
  /** What stands above a page that somebody else than the citizen sees: that it is a preview, whose rules it goes by, and the way back. */
  readonly fremvisning?: Indhold
  /** All persons are made up, and the page says so. */
  readonly demo: boolean
}

export type Bruger = {
  readonly navn: string
  /** When the session ends unless something is done. */
  readonly udloeber: Tidspunkt
  /** Those one may look for; the user is not among them. */
  readonly kanSe: readonly Repraesenteret[]
}
