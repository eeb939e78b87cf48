import type { Beloeb, CvrNummer, Foelsomhed, Tidspunkt, Uuid, Virkning } from '#kernel'

/** A fact with the time it is true in. */
export type Periode<T> = T & { readonly virkning: Virkning }

/** Facts that every row of the overview carries, whatever its kind. */
export type FaellesData = {
  /** The roles this row's part has on the item, or on the case or grant that it takes its parties from. */
  readonly roller: readonly Periode<{ readonly rolle: string }>[]
  /** Visningsklasser of the item and of its cases; null where the class is not known by name. */
  readonly visningsklasser: readonly Periode<{ readonly klasse: string }>[]
  readonly foelsomhed: readonly Periode<{ readonly foelsomhed: Foelsomhed }>[]
  /** When the item (for documents and notes: the item itself) came into being, for the fradato. */
  readonly oprettet: Tidspunkt
  /** The unit that answers for it; never a person. `enhed` is the unit's UUID or URN. */
  readonly ansvarlig: readonly Periode<{ readonly enhed: string; readonly navn: string }>[]
}

export type SagData = FaellesData & {
  readonly art: 'sag'
  /** What the case is called, and the law it rests on as the source wrote it. */
  readonly titler: readonly Periode<{ readonly titel: string; readonly nummer: string; readonly hjemmel?: string | undefined }>[]
  readonly kler: Klasseperioder
  readonly facet: string | undefined
  readonly fremdrift: readonly Periode<{ readonly status: SagFremdrift }>[]
  readonly sagsstatus: readonly Periode<{ readonly tekst: string }>[]
}
/** The KLE emner that something has had, has, and is going to have. Outside these times it has none. */
export type Klasseperioder = readonly Periode<{ readonly kle: string }>[]
export type SagFremdrift = 'Opstaaet' | 'Oplyst' | 'Afgjort' | 'Afsluttet'

/** Of a case that an item stands on and that the row's part has a role on: what the item's showing depends on. */
export type SagsfaktaData = {
  readonly id: Uuid
  /** Undefined where the case names none: then it is not shown, nor are its documents and notes. */
  readonly kommune: CvrNummer | undefined
  readonly kler: Klasseperioder
  readonly fremdrift: readonly Periode<{ readonly status: SagFremdrift }>[]
  readonly oprettet: Tidspunkt
  /** For a document: what this case calls it (JournalpostEgenskaber/Dokumenttitel), where it does; not to be said through another case. */
  readonly titler?: readonly Periode<{ readonly titel: string }>[]
}
/** What grants, appointments and payments carry of the cases that they name. */
type Sagsforhold = {
  readonly sager: readonly SagsfaktaData[]
  /** True where a case is named that has not been delivered: whether it is exempted cannot be known. */
  readonly sagUkendt?: true
}

export type DokumentData = FaellesData & {
  readonly art: 'dokument'
  readonly titler: readonly Periode<{
    readonly titel: string
    readonly nummer: string
    readonly type: string
    readonly brevDato: string | undefined
  }>[]
  /** The document's own numbers. It is shown by its cases', but not where its own is always closed. */
  readonly kler: Klasseperioder
  readonly fremdrift: readonly Periode<{ readonly status: string }>[]
  readonly sager: readonly SagsfaktaData[]
}

export type JournalnotatData = FaellesData & {
  readonly art: 'journalnotat'
  readonly titler: readonly Periode<{ readonly titel: string; readonly format: string }>[]
  readonly sager: readonly SagsfaktaData[]
}
/** What only the note's own page reads. */
export type JournalnotatIndhold = { readonly notater: readonly Periode<{ readonly notat: string }>[] }

export type BevillingData = FaellesData &
  Sagsforhold & {
    readonly art: 'bevilling'
    /** The grant's first and last day, YYYY-MM-DD. */
    readonly rammer: readonly Periode<{ readonly fra: string | undefined; readonly til: string | undefined }>[]
    readonly status: readonly Periode<{ readonly status: string }>[]
    readonly ydelser: readonly Periode<BevilgetYdelse>[]
  }
export type Ydelsestype = 'Økonomisk' | 'Fysisk' | 'Ressource' | 'Tilladelse'
export type BevilgetYdelse = {
  readonly id: string
  readonly navn: string
  readonly type: Ydelsestype
  readonly kle: string | undefined
  /** Days, YYYY-MM-DD. */
  readonly fra: string | undefined
  readonly til: string | undefined
  readonly omfang: string | undefined
  readonly meddelelse: string | undefined
  readonly planer: readonly {
    readonly beloeb: Beloeb | undefined
    readonly frekvens: string | undefined
    readonly forudBagud: string | undefined
    readonly dispositionsdag: string | undefined
  }[]
}

export type EffektueringData = FaellesData &
  Sagsforhold & {
    readonly art: 'oekonomiskEffektuering'
    /** The amounts are undefined where not all lines are the part's own (`hele` false); how far it has come is told all the same. */
    readonly udbetalinger: readonly Periode<{
      /** The day the money is at hand, YYYY-MM-DD. */
      readonly dispositionsdato: string | undefined
      readonly brutto: Beloeb | undefined
      readonly efterSkat: Beloeb | undefined
      readonly sendt: Beloeb | undefined
      readonly udbetalt: Beloeb | undefined
      readonly erSendt: boolean
      readonly erUdbetalt: boolean
      readonly godkendt: boolean
    }>[]
    readonly ydelser: readonly Periode<{
      readonly bevilling: Uuid
      readonly navn: string
      readonly kle: string | undefined
      readonly fra: string | undefined
      readonly til: string | undefined
      /** Before tax. */
      readonly beloeb: Beloeb | undefined
    }>[]
    /** True where `ydelser` is all that the payment consists of. */
    readonly hele: boolean
  }

export type AftaleData = FaellesData &
  Sagsforhold & {
    readonly art: 'aftale'
    /** The appointment's own numbers; empty where it has its case's. */
    readonly kler: Klasseperioder
    readonly aftaler: readonly Periode<{
      readonly type: 'Aftale' | 'Frist'
      readonly titel: string
      readonly beskrivelse: string | undefined
      readonly start: Tidspunkt
      readonly slut: Tidspunkt | undefined
      readonly sted: string | undefined
      readonly status: 'Aktiv' | 'Aflyst' | 'Afholdt' | 'Opfyldt'
    }>[]
  }

export type OverblikData = SagData | DokumentData | JournalnotatData | BevillingData | EffektueringData | AftaleData
