import type { Kanal, Liste } from './sag.ts'

/** What was answered about one line or object. */
export type Linjeudfald = {
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  readonly regler: readonly string[]
  readonly besked?: string
}

/** What was seen of one step. `fejl`: the endpoint could not be reached, or answered what cannot be read. */
export type Trinobservation =
  | {
      readonly type: 'svar'
      readonly status: number
      readonly linjer: readonly Linjeudfald[]
      readonly regler: readonly string[]
      readonly ms: number
    }
  | { readonly type: 'svarTabt'; readonly ms: number }
  | { readonly type: 'fejl'; readonly hvad: string; readonly ms: number }

export type Ting = Readonly<Record<string, unknown>>

/** All that one fictive citizen sees: the lists, and everything as one text to search in. */
export type Borgervisning = { readonly lister: Readonly<Record<Liste, readonly Ting[]>>; readonly tekst: string }

export type Visningsobservation =
  | { readonly type: 'set'; readonly visning: Borgervisning }
  | { readonly type: 'fejl'; readonly hvad: string }

/** What was seen of a case. `ikkeProevet`: why it could not be tried at this endpoint at all. */
export type Observation = {
  readonly kanal: Kanal
  readonly trin: readonly Trinobservation[]
  /** By letter; a person who is not there was not looked at. */
  readonly borgere: Readonly<Record<string, Visningsobservation>>
  readonly ikkeProevet?: string | undefined
}
