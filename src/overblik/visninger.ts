import type { Beloeb, CvrNummer, Tidspunkt, Uuid } from '#kernel'

/** What the citizen's pages and the API show. Words for states are chosen by the pages from these keys, in the reader's language. */

/** A text in both languages, where it comes from registers or configuration. */
export type Tosproget = { readonly da: string; readonly en: string }

export type KommuneVisning = { readonly cvr: CvrNummer; readonly navn: string }

/** Whom to ask. Never a person. */
export type KontaktVisning = {
  readonly navn: string
  readonly telefon: string
  readonly aabningstider: Tosproget
  readonly sikkerPost: string | undefined
}

/** Where an item comes from, for the small print. */
export type HerkomstVisning = {
  readonly systemslags: Tosproget
  readonly systemnavn: string
  /** When it first came to us. */
  readonly modtaget?: Tidspunkt | undefined
  /** As of when it is told: when its sender last changed it. */
  readonly opdateret: Tidspunkt
  /** When the source and we were last compared and agreed about such things; undefined: not since it came. */
  readonly kontrolleret?: Tidspunkt | undefined
  /** What it is to the citizen since the last visit; undefined: nothing new. */
  readonly nyt?: 'kommet' | 'aendret' | undefined
}

/** Undefined where the sources cannot be read just now, which `mangler` names. */
type MedHerkomst = { readonly herkomst?: HerkomstVisning | undefined }

/** A municipality's own words for a step of a case: the word on a colour, and the sentence. */
export type Statusord = { readonly ord: Tosproget; readonly saetning: Tosproget }
export type EgneStatusord = { readonly [F in SagVisning['fremdrift']]?: Statusord }

export type SagVisning = MedHerkomst & {
  readonly id: Uuid
  /** The case's own title, or the KLE number's in citizens' words. */
  readonly titel: Tosproget
  readonly forklaring: Tosproget | undefined
  readonly sagsnummer: string
  readonly kommune: KommuneVisning
  readonly omraade: string
  readonly fremdrift: 'Opstaaet' | 'Oplyst' | 'Afgjort' | 'Afsluttet'
  readonly tidslinje: readonly { readonly fremdrift: 'Opstaaet' | 'Oplyst' | 'Afgjort' | 'Afsluttet'; readonly fra: Tidspunkt }[]
  /** The source's own status text, where there is one. */
  readonly sagsstatus: string | undefined
  /** The municipality's own words for it, where it has chosen some: the pages show these instead. */
  readonly sagsstatusOrd?: Tosproget | undefined
  /** The municipality's own words for the steps, where it has chosen some. */
  readonly egneOrd?: EgneStatusord | undefined
  readonly oprettet: Tidspunkt
  readonly opdateret: Tidspunkt
  /** The law the case rests on, as the source wrote it. */
  readonly hjemmel?: string | undefined
}

export type DokumentVisning = MedHerkomst & {
  readonly id: Uuid
  readonly titel: Tosproget
  readonly type: string
  /** The municipality's own word for the type, where it has chosen one. */
  readonly typeOrd?: Tosproget | undefined
  /** BrevDato, or the day it came; YYYY-MM-DD. */
  readonly dato: string
  readonly sager: readonly Uuid[]
  readonly kommune: KommuneVisning
  readonly omraade: string
}

export type JournalnotatVisning = MedHerkomst & {
  readonly id: Uuid
  readonly titel: Tosproget
  readonly dato: Tidspunkt
  readonly sag: Uuid | undefined
  readonly kommune: KommuneVisning
  readonly omraade: string
  /** Only on the note's own page and its case's; undefined where its format cannot be shown. */
  readonly tekst: string | undefined
}

export type YdelseVisning = {
  readonly navn: string
  /** The municipality's own words for it, where it has chosen some. */
  readonly navnOrd?: Tosproget | undefined
  readonly type: 'Økonomisk' | 'Fysisk' | 'Ressource' | 'Tilladelse'
  readonly fra: string | undefined
  readonly til: string | undefined
  readonly omfang: string | undefined
  readonly meddelelse: string | undefined
}

export type BevillingVisning = MedHerkomst & {
  readonly id: Uuid
  readonly kommune: KommuneVisning
  readonly omraade: string
  /** 'Sluttet' where its last day has passed, whatever the source's status. */
  readonly tilstand: 'Aktiv' | 'Inaktiv' | 'Passiv' | 'Sluttet' | 'Kommende'
  readonly fra: string | undefined
  readonly til: string | undefined
  readonly ydelser: readonly YdelseVisning[]
  readonly sag: Uuid | undefined
  readonly udbetalinger: readonly UdbetalingVisning[]
}

export type UdbetalingVisning = MedHerkomst & {
  readonly id: Uuid
  readonly navn: string
  readonly navnOrd?: Tosproget | undefined
  readonly kommune: KommuneVisning
  readonly omraade: string
  readonly tilstand: 'planlagt' | 'ikkeGodkendt' | 'sendt' | 'udbetalt' | 'rettelse'
  /** YYYY-MM-DD. */
  readonly dato: string | undefined
  /** The amount the tilstand speaks of. */
  readonly beloeb: Beloeb | undefined
  readonly foerSkat: Beloeb | undefined
  readonly efterSkat: Beloeb | undefined
  readonly periode: { readonly fra: string | undefined; readonly til: string | undefined } | undefined
  readonly bevilling: Uuid | undefined
}

export type AftaleVisning = MedHerkomst & {
  readonly id: Uuid
  readonly type: 'Aftale' | 'Frist'
  readonly titel: Tosproget
  readonly beskrivelse: string | undefined
  readonly start: Tidspunkt
  readonly slut: Tidspunkt | undefined
  readonly sted: string | undefined
  readonly status: 'Aktiv' | 'Aflyst' | 'Afholdt' | 'Opfyldt'
  readonly sag: Uuid | undefined
  readonly kommune: KommuneVisning
  readonly omraade: string
}

/** What is known of one kind of thing in one area of life in one municipality. */
export type DaekningVisning = {
  readonly kommune: KommuneVisning
  readonly omraade: string
  readonly art: 'sag' | 'dokument' | 'journalnotat' | 'bevilling' | 'oekonomiskEffektuering' | 'aftale'
  /**
   * 'intet': proved, nothing can be shown. 'ikkeSet': connected, but something is not known (see forbehold). 'ikkeTilsluttet': nobody
   * delivers this, or the municipality has not opened it: ask there. Follows from configuration, coverage and visible items alone.
   */
  readonly udsagn: 'intet' | 'ikkeSet' | 'ikkeTilsluttet' | 'vist'
  readonly kilder: readonly {
    readonly slags: Tosproget
    readonly navn: string
    readonly tilsluttetSiden: Tidspunkt
    readonly dataFra: string | undefined
    readonly senesteLevering: Tidspunkt | undefined
  }[]
  readonly forbehold: readonly (
    | 'forsinket'
    | 'kunSiden'
    | 'afviste'
    | 'ikkeAfstemt'
    | 'ikkeBevist'
    | 'ukendteKilder'
    | 'manglendeKilder'
    | 'stoppet'
  )[]
  /** As of when all of it is known: what the sources had by then is all here. Set where there is no forbehold, so always for 'intet'. */
  readonly bevistTil: Tidspunkt | undefined
  readonly kontakt: KontaktVisning | undefined
}

/**
 * A part of the answer that could not be made; the rest stands. 'daekning': what is known; 'herkomst': where things come from; 'ord': the
 * municipalities' own words; 'notattekst': the text of notes; 'forstaaelse': one's answer about a note; 'boern': whom else one may look for.
 */
export type Mangel = {
  readonly del: string
  /** 'tid': it was cut where it took longer than a part of a page may. */
  readonly aarsag: 'fejl' | 'tid'
}

export type OmraadeVisning = {
  readonly omraade: string
  readonly navn: Tosproget
  readonly kommuner: readonly {
    readonly kommune: KommuneVisning
    /** Open cases and grants in force. */
    readonly aktive: number
    readonly vigtigste: Pick<SagVisning, 'titel' | 'fremdrift' | 'egneOrd'> | undefined
    /** Undefined where it cannot be read just now: then only what is shown stands. */
    readonly daekning: DaekningVisning | undefined
  }[]
}

export type Begivenhed = {
  readonly art: DaekningVisning['art']
  readonly id: Uuid
  readonly titel: Tosproget
  /** The item's own time, which is before the last visit where it came late or has waited. */
  readonly tid: Tidspunkt
  readonly nyt?: 'kommet' | 'aendret'
}

export type StartsideVisning = {
  readonly navn: string
  readonly venter: readonly AftaleVisning[]
  readonly nyt: { readonly siden: Tidspunkt | undefined; readonly antal: number; readonly linjer: readonly Begivenhed[] }
  readonly naesteUdbetaling: UdbetalingVisning | undefined
  readonly omraader: readonly OmraadeVisning[]
  /** Udbetaling Danmark and others who are not a source, by name. */
  readonly ikkeKilder: readonly string[]
  readonly mangler: readonly Mangel[]
}

export type SagslisteVisning = {
  readonly sager: readonly SagVisning[]
  readonly daekning: readonly DaekningVisning[]
  readonly mangler: readonly Mangel[]
}

export type SagsideVisning = {
  readonly sag: SagVisning
  readonly dokumenter: readonly DokumentVisning[]
  readonly notater: readonly JournalnotatVisning[]
  readonly bevillinger: readonly BevillingVisning[]
  readonly aftaler: readonly AftaleVisning[]
  readonly kontakt: KontaktVisning
  readonly herkomst?: HerkomstVisning | undefined
  readonly daekning: readonly DaekningVisning[]
  readonly mangler: readonly Mangel[]
}

export type Liste<T> = {
  readonly linjer: readonly T[]
  readonly daekning: readonly DaekningVisning[]
  readonly mangler: readonly Mangel[]
}

/** One visit by somebody. */
export type OpslagVisning = {
  readonly tid: Tidspunkt
  readonly hvem: 'dig' | 'foraelder' | 'medarbejder' | 'drift'
  /** In what role somebody at a municipality looked. */
  readonly rolle?: Tosproget
  /** Where they work, by a name that is made for citizens. */
  readonly sted?: string
  readonly kommune?: KommuneVisning
  readonly grund: Tosproget
  readonly hvad: readonly Tosproget[]
  /** What the visit is asked about by; only those at a municipality. */
  readonly besoeg?: Uuid
  readonly spoergsmaal?: Spoergsmaal
}

/** A question about a visit whose lines have been deleted after their time. */
export type SpoergsmaalUdenLinje = {
  readonly besoegt: Tidspunkt
  readonly kommune: KommuneVisning
  readonly spoergsmaal: Spoergsmaal
}

/** What a citizen has asked about a visit, and what the municipality has answered. */
export type Spoergsmaal = {
  readonly stillet: Tidspunkt
  /** The last day for an answer. */
  readonly frist: string
  readonly tekst: string
  readonly svar?: { readonly tekst: string; readonly tid: Tidspunkt }
}
