import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { LivsomraadeNoegle } from '#klassifikation'

/** One kind of thing in one area of life in one municipality: what a statement is about. Never one person. */
export type Emnefelt = { readonly kommune: CvrNummer; readonly livsomraade: LivsomraadeNoegle; readonly art: Art }

/** A source's connection for an Emnefelt. No connection: not known to deliver it. */
export type Tilslutning = Emnefelt & {
  readonly kilde: Uuid
  readonly tilsluttetSiden: Tidspunkt
  /** How far back it has delivered, YYYY-MM-DD; undefined where that is not known. */
  readonly dataFra: string | undefined
}

export type Daekningsraekke = Tilslutning & {
  readonly senesteLevering: Tidspunkt | undefined
  /** When the source's own count last agreed with ours; undefined where it does not, or was never told. */
  readonly afstemt: Tidspunkt | undefined
}

/** Which kinds of system could hold such cases in the municipality. Without any for an area, nobody has looked into it. */
export type Forventning = { readonly kommune: CvrNummer; readonly livsomraade: LivsomraadeNoegle; readonly slags: string }

/** Lines of a source that stand refused. Undefined where the line did not show what it was about: then it may be about anything of the source's. */
export type AabenAfvisning = {
  readonly kilde: Uuid
  readonly kommune: CvrNummer | undefined
  readonly livsomraade: string | undefined
  readonly art: string | undefined
  readonly antal: number
}
