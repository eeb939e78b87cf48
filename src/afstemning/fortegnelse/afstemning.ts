import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { Knudesvar, Spoergsmaal, Version } from '../trae/index.ts'

/** What a source states of all that it is Master of for a municipality. */
export type Oplyst = {
  readonly kommune: CvrNummer
  /** As of when. */
  readonly tidspunkt: Tidspunkt
  /** How many registrations for the municipality it knows that we have confirmed, ever. */
  readonly sendt: number
  readonly antal: number
  /** The root of the tree, hexadecimal. */
  readonly rod: string
  /** Exactly as it was sent. */
  readonly udsagn: string
  /** The source's signature of that (detached JWS), and by which of its keys. */
  readonly signatur: { readonly jws: string; readonly kid: string } | undefined
}

/** An object of the source's, and where it belongs, where it says so: then only that field is silenced while it is missing. */
export type Kildeobjekt = Version & { readonly felt?: { readonly art: Art; readonly kle: string } | undefined }

/** What a step answers of one prefix. */
export type Trinknude = Knudesvar<Kildeobjekt>

/** Why the index has not what the source states; the last three no delivery of the same mends. */
export type Hvorfor = 'IKKE_MODTAGET' | 'AFVIST' | 'FJERNET' | 'UDEN_SAG' | 'ANDEN_KOMMUNE'

export type Forskel =
  | { readonly slags: 'manglerHer'; readonly id: Uuid; readonly tidspunkt: Tidspunkt; readonly hvorfor: Hvorfor }
  | { readonly slags: 'manglerHosKilden'; readonly id: Uuid; readonly her: Tidspunkt }
  | { readonly slags: 'forskellig'; readonly id: Uuid; readonly tidspunkt: Tidspunkt; readonly her: Tidspunkt }

export type Afstemningsresultat = {
  readonly tilstand: 'stemmer' | 'forskelle' | 'bevaegelse'
  /** The coverage of the source in the municipality stands proved as of `tidspunkt`. */
  readonly bevist: boolean
  readonly forskelle: readonly Forskel[]
  readonly iBevaegelse: number
  readonly afkortet: boolean
}

/** What the source is told at each step: what to tell next, and at the end what came of it. */
export type Trinsvar = Spoergsmaal & { readonly afstemning: Uuid; readonly resultat: Afstemningsresultat | undefined }

/** Why a comparison is not begun or does not go on. */
export type Afstemningsafvisning =
  | 'KOMMUNE_IKKE_AFTALT'
  | 'TIDSPUNKT_I_FREMTIDEN'
  | 'TIDSPUNKT_FOR_GAMMELT'
  | 'AFSTEMNING_OPTAGET'
  | 'AFSTEMNING_UDLOEBET'
  | 'IKKE_SPURGT'
  | 'USAMMENHAENGENDE'
  | 'FOR_MANGE_TRIN'
