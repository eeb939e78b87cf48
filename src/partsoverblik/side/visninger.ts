import type { Art, Beloeb, Foelsomhed, Tidspunkt, Uuid } from '#kernel'
import type { Livsomraadenoegle } from './omraade.ts'

/** What the caseworker's page shows. Words for states are chosen by the pages, in the reader's language. */

export type Systemvisning = { readonly id: Uuid; readonly navn: string; readonly slags: string }

/** The unit that answers for something. `noegle` stands in addresses: it is the same for every citizen, and cannot be read back into a name. */
export type Enhedsvisning = { readonly noegle: string; readonly navn: string }

/** A state by its key: the standard's own word in its own spelling, or one of ours for payments. */
export type Tilstand = string

type Faelles = {
  readonly id: Uuid
  /** What an address calls it: a word that means nothing in another visit. */
  readonly ref: string
  readonly titel: string
  /** The number that the source and the employee know it by. */
  readonly nummer: string
  readonly kle: string
  readonly omraade: Livsomraadenoegle
  readonly tilstand: Tilstand
  /** Something may still come of it. */
  readonly aaben: boolean
  readonly enhed: Enhedsvisning | undefined
  readonly system: Systemvisning
  readonly foelsomhed: Foelsomhed
  /** What the citizen is to it, as the source says. */
  readonly roller: readonly string[]
  /** The cases that it stands on and that the employee sees too. */
  readonly sager: readonly Uuid[]
  /** The day that it is sorted and filtered by, YYYY-MM-DD. */
  readonly dag: string
  /** When the source last changed it, and when it first came to us. */
  readonly aendret: Tidspunkt
  readonly modtaget: Tidspunkt | undefined
  /** Nothing of it is shown to the citizen, by the source's own mark. */
  readonly undtaget: boolean
}

export type Sagsvisning = Faelles & {
  readonly art: 'sag'
  readonly facet: string | undefined
  readonly trin: readonly { readonly status: Tilstand; readonly fra: Tidspunkt }[]
  /** The source's own text for where it stands. */
  readonly sagsstatus: string | undefined
  readonly hjemmel: string | undefined
}
export type Dokumentvisning = Faelles & {
  readonly art: 'dokument'
  readonly type: string
  readonly brevDato: string | undefined
}
export type Notatvisning = Faelles & { readonly art: 'journalnotat'; readonly format: string }
export type Bevillingsvisning = Faelles & {
  readonly art: 'bevilling'
  readonly fra: string | undefined
  readonly til: string | undefined
  readonly ydelser: readonly {
    readonly navn: string
    readonly type: string
    readonly kle: string | undefined
    readonly fra: string | undefined
    readonly til: string | undefined
    readonly omfang: string | undefined
    readonly meddelelse: string | undefined
    readonly planer: readonly string[]
  }[]
}
export type Udbetalingsvisning = Faelles & {
  readonly art: 'oekonomiskEffektuering'
  /** The amount that the state speaks of; undefined where it is not all the person's own. */
  readonly beloeb: Beloeb | undefined
  readonly brutto: Beloeb | undefined
  readonly efterSkat: Beloeb | undefined
  readonly linjer: readonly { readonly navn: string; readonly bevilling: Uuid; readonly beloeb: Beloeb | undefined }[]
  readonly periode: { readonly fra: string | undefined; readonly til: string | undefined }
}
export type Aftalevisning = Faelles & {
  readonly art: 'aftale'
  readonly type: 'Aftale' | 'Frist'
  readonly start: Tidspunkt
  readonly slut: Tidspunkt | undefined
  readonly sted: string | undefined
  readonly beskrivelse: string | undefined
}

/** One thing about the citizen that the employee may see. */
export type Ting = Sagsvisning | Dokumentvisning | Notatvisning | Bevillingsvisning | Udbetalingsvisning | Aftalevisning

/**
 * Something that is there and may not be seen: its kind and who answers for it, for those who may know that much. `refs`: what an address of this visit
 * calls each of them, in an order that says nothing.
 */
export type Skjultvisning = { readonly art: Art; readonly enhed: string; readonly refs: readonly string[] }

export type Saetning = { readonly da: string; readonly en: string }

/** One of the employee's groups of rights, and what stops it at a thing; nothing where it lets the thing be seen. */
export type Gruppeforklaring = { readonly gruppe: Saetning; readonly hindringer: readonly Saetning[] }

/** A part of the page that could not be made; the rest stands. */
export type Mangel = { readonly del: string; readonly aarsag: 'fejl' | 'tid' }
