import type { Art, CvrNummer, Grund, Tidspunkt, Uuid, Virkning } from '#kernel'

/** What the rules of showing need to know of one item, for one part. Handed in; visning reads nothing itself. */
export type Visningsfakta = {
  readonly art: Art
  /** The object's own id, and those of the cases and grants that it stands on: a stop of one of them stops it. */
  readonly objekt: Uuid
  readonly sagsIder: readonly Uuid[]
  readonly bevillingsIder: readonly Uuid[]
  readonly kommune: CvrNummer
  /** Every municipality that may stop it: the one that delivered it, and those of its cases. */
  readonly kommuner: readonly CvrNummer[]
  /** The life areas of its number and of its cases', by key. */
  readonly livsomraader: readonly string[]
  /** KLE emne; undefined where none is known, which hides. */
  readonly kle: string | undefined
  readonly kilde: Uuid
  /** True where the quality check found that it may be filed on the wrong person or case, and nobody has looked at it yet. */
  readonly tilbageholdt: boolean
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
  /** The Danish day an outgoing letter went out, YYYY-MM-DD; undefined where it has not, or it is none. */
  readonly sendt?: string | undefined
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
  /** The stops in force, of all municipalities. */
  readonly stop: readonly Noedstop[]
}

/**
 * What a municipality has stopped at once: an item (with what stands on it), a document type, a source or a life area. `vaerdi` is the
 * object's or the source's UUID, the name of the document type, or the key of the life area.
 */
export type Noedstop = {
  readonly id: Uuid
  readonly kommune: CvrNummer
  readonly slags: Stopslags
  readonly vaerdi: string
  readonly siden: Tidspunkt
}
export const STOPSLAGS = ['ting', 'dokumenttype', 'kilde', 'omraade'] as const
export type Stopslags = (typeof STOPSLAGS)[number]

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
  /** Which title a case has: its own, only a reviewed one (of documents and notes too), or the number's in citizens' words. */
  readonly titelvisning: Titelvisning
  /** How many titles people look at: none, a sample of `stikproeve`, or all; where it is all, a title waits for its review. */
  readonly kvalitetskrav: Kvalitetskrav
  readonly stikproeve: number
  readonly visDokumenttitler: boolean
  /** The document types that are shown where document titles are; empty is all. */
  readonly dokumenttyper: readonly string[]
  readonly visJournalnotater: boolean
  /** The systems whose journal notes are shown where notes are; empty is all. */
  readonly notatsystemer: readonly Uuid[]
  /** Days the author of a note has to think it over before it is shown; the day it was written is not counted. */
  readonly notatfristDage: number
  /** A decision waits until its letter is sent. */
  readonly karantaene: boolean
  /** A decision waits this many Danish working days, whether or not its letter is sent. */
  readonly ventArbejdsdage: number
  readonly visYdelser: boolean
  readonly visUdbetalinger: boolean
  readonly visAftaler: boolean
}
export const TITELVISNINGER = ['sagens', 'gennemset', 'kle'] as const
export type Titelvisning = (typeof TITELVISNINGER)[number]
export const KVALITETSKRAV = ['ingen', 'stikproeve', 'alle'] as const
export type Kvalitetskrav = (typeof KVALITETSKRAV)[number]

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
  | 'NOTATSYSTEM_IKKE_VALGT'
  | 'YDELSER_IKKE_VALGT'
  | 'UDBETALINGER_IKKE_VALGT'
  | 'AFTALER_IKKE_VALGT'
  | 'NOTAT_NYT'
  | 'AFVENTER_KONTROL'
  | 'KARANTAENE'
  | 'VENTER_ARBEJDSDAGE'
  | 'NOEDSTOP'
