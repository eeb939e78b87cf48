import type { Art, Tidspunkt, Uuid } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'

/** What a source asks of what the index holds of its own (fremsoeg), whichever way it came in. Pure data: nothing of SOAP or REST. */
export type Soegning = {
  /** Which kinds are answered with, at least one. */
  readonly arter: readonly Art[]
  /** Only these objects. Undefined: all of the source's. */
  readonly ider?: readonly Uuid[] | undefined
  readonly udtryk?: Soegeudtryk | undefined
  /** Which lists of an item are answered with, as the item names them (`egenskaber`, `sagsparter`). Undefined: all. Empty: none. */
  readonly vis?: readonly string[] | undefined
  /** The first decides. Undefined: by id. Equal ones are in order of id. */
  readonly sortering?: readonly Sortering[] | undefined
  /** FoersteResultatReference: how many are passed over; 0 where undefined. */
  readonly foerste?: number | undefined
  /** Only objects after this id, where they are in order of id: the mark of who reads page by page. */
  readonly efter?: Uuid | undefined
  /** MaksimalAntalKvantitet: at most HOEJST_ANTAL, which is meant where undefined. 0 only counts. */
  readonly antal?: number | undefined
}

/** At most HOEJST_BETINGELSER leaves and HOEJST_DYBDE levels. `og` of nothing is true, `eller` of nothing is false. */
export type Soegeudtryk =
  | { readonly og: readonly Soegeudtryk[] }
  | { readonly eller: readonly Soegeudtryk[] }
  | { readonly ikke: Soegeudtryk }
  | Betingelse

/** One thing that holds of an item, or does not. */
export type Betingelse =
  | { readonly art: Art }
  | { readonly id: Uuid }
  | Postbetingelse
  /** Registration time of the sender (Tidspunkt), and of the index (StsTidspunkt), of the current registration. */
  | { readonly tidspunkt: Interval }
  | { readonly modtaget: Interval }
  /** The BrugerRef of the current registration. */
  | { readonly brugerRef: string }
  /** A document that no case of the index files. */
  | { readonly sagsloes: true }

/**
 * One post of `liste` (attribute set, state or relation, by the item's own name of the list) for which all of these hold together:
 * `felter` by path (`titel`, `ydelse.ydelsesnavn`) equal to the value, where `*` in a text stands for any characters and case does not count;
 * a rolle or type by name or UUID; a party by its URN, a whole number and no `*`. `intervaller` by path, from and to both included, of
 * dates, times or amounts. `virkning`: the post holds at some instant of the interval.
 */
export type Postbetingelse = {
  readonly liste: string
  readonly felter?: Readonly<Record<string, string | number | boolean>>
  readonly intervaller?: Readonly<Record<string, Vaerdiinterval>>
  readonly virkning?: Interval
}

/** From `fra`, which is in it, to `til`, which is not. Undefined: open. */
export type Interval = { readonly fra?: Tidspunkt | undefined; readonly til?: Tidspunkt | undefined }
export type Vaerdiinterval = { readonly fra?: string | undefined; readonly til?: string | undefined }

/** By a registration's own time, or by the value of a field in the item's current post of a list; numbers and texts by their own order. */
export type Sortering = {
  readonly efter:
    | 'tidspunkt'
    | 'modtaget'
    | 'brugerRef'
    | { readonly liste: string; readonly felt: string; readonly rolle?: string | undefined }
  readonly retning: 'stigende' | 'faldende'
}

export const HOEJST_ANTAL = 500
export const HOEJST_BETINGELSER = 50
export const HOEJST_DYBDE = 10

/** One item found: its current registration as it was sent, parties by number again, times of registration beside it. */
export type Fund = {
  readonly id: Uuid
  readonly art: Art
  readonly tidspunkt: Tidspunkt
  /** StsTidspunkt: when the index took the registration in. */
  readonly modtaget: Tidspunkt
  readonly element: ElementKilde
}

/** `ialt`: how many items of each kind fit, whatever the page. */
export type Soegesvar = { readonly ialt: Readonly<Partial<Record<Art, number>>>; readonly fund: readonly Fund[] }

/** Why a search is not answered. Nothing of what was sent is repeated. */
export type Soegeafvisning = 'SOEGNING_UGYLDIG' | 'SOEGNING_FOR_STOR' | 'SOEGNING_FOR_BRED'
