import type { Art, Beloeb, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Adgangsskive } from './adgang/skiver.ts'
import type {
  AftaleData,
  BevillingData,
  DokumentData,
  EffektueringData,
  FaellesData,
  JournalnotatData,
  JournalnotatIndhold,
  Periode,
  SagData,
} from './overblik-data.ts'

/** What every object says of itself, read from its newest registration. No party is named by number here: parts only. */
type ObjektFaelles = Omit<FaellesData, 'roller'> & {
  readonly id: Uuid
  /** The owner at the registration's own time; undefined where none is named (notes and payments take it from what they stand on). */
  readonly kommune: CvrNummer | undefined
  /** KLE emne at the registration's own time. */
  readonly kle: string | undefined
  readonly parter: readonly Periode<{ readonly part: Uuid; readonly rolle: string }>[]
  /** Who of the municipality's may see it, of what it says itself. Left out of what was read before this was kept: then nobody may. */
  readonly adgang?: readonly Adgangsskive[]
}

/** Who handles a case or a document, as the source names them: by id, and in no row of a citizen's. */
type Behandlet = { readonly behandlere?: readonly Periode<{ readonly behandler: string }>[] }

export type SagObjekt = ObjektFaelles &
  Behandlet &
  Omit<SagData, keyof FaellesData> & {
    /** Documents that are on the case, with the title they have there. */
    readonly journalposter: readonly Periode<{ readonly dokument: Uuid; readonly titel: string | undefined }>[]
    /** Notes that came inside the case, and are on it only as long as it lists them. */
    readonly notater: readonly Periode<{ readonly notat: Uuid }>[]
  }

export type DokumentObjekt = ObjektFaelles & Behandlet & Omit<DokumentData, keyof FaellesData | 'sager'>

export type JournalnotatObjekt = ObjektFaelles &
  Omit<JournalnotatData, keyof FaellesData | 'sager'> &
  JournalnotatIndhold & {
    readonly sag: Uuid
    /** True where the note came inside its case: it is shown only while the case lists it. */
    readonly viaSag: boolean
  }

export type BevillingObjekt = ObjektFaelles &
  Omit<BevillingData, keyof FaellesData | 'sager' | 'sagUkendt'> & { readonly sager: readonly Uuid[] }

export type EffektueringObjekt = ObjektFaelles &
  Pick<EffektueringData, 'art' | 'udbetalinger'> & {
    readonly ydelser: readonly Periode<{
      readonly bevilling: Uuid
      /** The granted benefit's id within the grant. */
      readonly ydelse: string
      readonly beskrivelse: string | undefined
      readonly fra: string | undefined
      readonly til: string | undefined
      readonly beloeb: Beloeb | undefined
    }>[]
  }

export type AftaleObjekt = ObjektFaelles &
  Omit<AftaleData, keyof FaellesData | 'sager' | 'sagUkendt'> & {
    readonly sag: Uuid | undefined
    /** True where it names nobody itself, not even somebody we do not know: then it is for the parties of its case. */
    readonly partersomSagen: boolean
  }

/** An object of the index as its newest registration says it is. */
export type Objekt = SagObjekt | DokumentObjekt | JournalnotatObjekt | BevillingObjekt | EffektueringObjekt | AftaleObjekt

/** `objekt` takes facts from `af`, so a change of `af` re-projects `objekt`. */
export type Afhaengighed = { readonly af: Uuid; readonly objekt: Uuid }

/** What the object declares: its own dependence on cases and grants, and for a case, its documents' dependence on it. */
export function afhaengighederAf(objekt: Objekt): Afhaengighed[] {
  const fra = (kilder: readonly Uuid[]) => [...new Set(kilder)].map((af) => ({ af, objekt: objekt.id }))
  switch (objekt.art) {
    case 'sag':
      return [...new Set(objekt.journalposter.map((post) => post.dokument))].map((dokument) => ({
        af: objekt.id,
        objekt: dokument,
      }))
    case 'dokument':
      return []
    case 'journalnotat':
      return fra([objekt.sag])
    case 'bevilling':
      return fra(objekt.sager)
    case 'oekonomiskEffektuering':
      return fra(objekt.ydelser.map((ydelse) => ydelse.bevilling))
    case 'aftale':
      return fra(objekt.sag ? [objekt.sag] : [])
  }
}

/** The object with the registration it was read from. */
export type GaeldendeObjekt = {
  readonly objekt: Objekt
  readonly art: Art
  readonly master: Uuid
  readonly kilde: Uuid
  readonly tidspunkt: Tidspunkt
  /** SHA-256 of the registration's content, hexadecimal. */
  readonly hash: string
  /** When this registration came, and when the object's first one did: by the database's clock while its lock was held, so they never go back. */
  readonly modtaget: Tidspunkt
  readonly foerstModtaget: Tidspunkt
  /** The parts that have a row in the overview. */
  readonly raekker: readonly Uuid[]
}

/** A registration that passed the rules: what it says, and what is kept of it. */
export type NyRegistrering = {
  readonly objekt: Objekt
  readonly tidspunkt: Tidspunkt
  readonly kilde: Uuid
  readonly master: Uuid
  readonly leverance: Uuid
  /** SHA-256 of the content, hexadecimal: equal content is equal hash. */
  readonly hash: string
  /** The content, encrypted. */
  readonly indhold: Uint8Array
}
