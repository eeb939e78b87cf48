import type { Art, CvrNummer, Grund, Tidspunkt, Uuid, Virkning } from '#kernel'

/** What the rules of showing need to know of one item, for one part. Handed in; visning reads nothing itself. */
export type Visningsfakta = {
  readonly art: Art
  readonly kommune: CvrNummer
  /** KLE emne; undefined where none is known, which hides. */
  readonly kle: string | undefined
  readonly kilde: Uuid
  /** The roles the part has on the item (or on the case or grant it takes its parties from). */
  readonly roller: readonly { readonly rolle: string; readonly virkning: Virkning }[]
  /** Visningsklasser of the item and of its cases; null is a class that is not known by name, which hides. */
  readonly visningsklasser: readonly { readonly klasse: string | null; readonly virkning: Virkning }[]
  /** True where the item names a case that has not been delivered: that case may be exempted, and nobody can know. */
  readonly sagUkendt: boolean
  /** True where the item has a number of its own, besides `kle`, that is always closed and that the jurist has not opened. */
  readonly egetNummerLukket: boolean
  /** When the case, or the item where it stands on none, was created: what the fradato is compared with. */
  readonly oprettet: Tidspunkt
  /** When the item itself came into being; for a payment, when its grant did. What the quarantine compares with the decision. */
  readonly opstaaet: Tidspunkt
  /**
   * Not closed: a case that is not Afsluttet, or an item on one; a grant in force. Taken from the states as shown (fremdriftForBorger): an
   * older case that vanished on the day of an untold decision would tell of it.
   */
  readonly aktiv: boolean
  /** For documents: Type, Fremdrift now and BrevDato. */
  readonly dokument: Dokumentfakta | undefined
  /** The cases the item stands on; for a case, itself. */
  readonly sager: readonly Sagsfakta[]
}

export type Dokumentfakta = {
  readonly type: string
  readonly fremdrift: string | undefined
  /** YYYY-MM-DD. */
  readonly brevDato: string | undefined
}

/** What of a case the quarantine needs. */
export type Sagsfakta = {
  readonly fremdrift: readonly Fremdriftsperiode[]
  readonly breve: readonly Brevfakta[]
}
export type SagFremdrift = 'Opstaaet' | 'Oplyst' | 'Afgjort' | 'Afsluttet'
export type Fremdriftsperiode = { readonly status: SagFremdrift; readonly virkning: Virkning }

/** An outgoing letter on a case (Type "Brev, udgaaende"), as far as the index knows of it. */
export type Brevfakta = {
  /** When the document came into being, as a draft or finished. */
  readonly oprettet: Tidspunkt
  readonly fremdrift: readonly { readonly status: string; readonly virkning: Virkning }[]
  /** YYYY-MM-DD. */
  readonly brevDato: string | undefined
}

/** Who looks, and when. `alder` is the age in whole years of the person whom the item concerns, undefined where unknown. */
export type Visningskontekst = {
  readonly nu: Tidspunkt
  readonly grund: Grund
  readonly alder: number | undefined
  /** The municipality's configuration in force for the item's number, or undefined: closed. */
  readonly konfiguration: KleKonfiguration | undefined
  /** Of the item's number, by the klassifikation's list. */
  readonly altidLukket: boolean
}

/** What a municipality shows within a KLE number or prefix, from an instant on. */
export type KleKonfiguration = {
  readonly kommune: CvrNummer
  readonly kle: string
  readonly gaelderFra: Tidspunkt
  readonly aaben: boolean
  /** A number on the always-closed list that the municipality's jurist has opened by name. */
  readonly juristAabnet: boolean
  /** YYYY-MM-DD, in Danish time. */
  readonly fradato: string
  readonly visAeldreAktive: boolean
  /** The systems that are shown; empty is all. */
  readonly fagsystemfilter: readonly Uuid[]
  readonly visSagstitel: boolean
  readonly visDokumenttitler: boolean
  readonly visJournalnotater: boolean
  readonly karantaene: boolean
}

/** The outcome for one item: shown, or hidden with the first rule's reason. */
export type Visningsafgoerelse = { readonly vises: true } | { readonly vises: false; readonly grund: Skjulegrund }

export type Skjulegrund =
  | 'ROLLE'
  | 'FORAELDREMYNDIGHED'
  | 'UNDTAGET_FOR_BORGER'
  | 'VISNINGSKLASSE_UKENDT'
  | 'SAG_IKKE_MODTAGET'
  | 'ALTID_LUKKET'
  | 'IKKE_AABNET'
  | 'FOER_FRADATO'
  | 'FAGSYSTEM_IKKE_VALGT'
  | 'DOKUMENTTYPE_IKKE_VALGT'
  | 'JOURNALNOTATER_IKKE_VALGT'
  | 'KARANTAENE'
