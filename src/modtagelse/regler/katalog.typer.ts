import type { Saetning } from './regelbrud.ts'

/** What an element must be, as the official tables state it. Source: KOMBIT's anvisninger 1.7 for Sag and Dokument. */
export type Forpligtelse = 'OB1' | 'OB2' | 'OB3' | 'OB4' | 'valgfri' | 'udelades' | 'uden'

/** When an OB4 element is required. The tables say "on a condition"; these are the conditions that their texts name. */
export type Betingelse = 'urn' | 'offentlighedUndtaget' | 'indgaaendeBrev' | 'version' | 'journalnotat'

/** When a rule can be broken: by an importer message, only by opdater, or by no message at all. */
export type BrydesVed = 'importer' | 'opdater' | 'ikke-paa-traaden'

export type Form =
  | 'fri'
  | 'enLinje'
  | 'crlf'
  | 'tid'
  | 'dato'
  | 'datoEllerTid'
  | 'uuid'
  | 'boolsk'
  | 'heltal'
  | 'kode'
  | 'beloeb'
  | 'kle'
  | 'cvr'
  | 'kassation'
  | 'notatformat'
  | 'rolle'
  | 'type'
  | 'reference'

/** A URN form as the tables write it, and the pattern a value must match. */
export type Urn = { readonly skrevet: string; readonly moenster: RegExp }

export type Felt = {
  /** The element's name in the official tables. */
  readonly navn: string
  /** Path in the received item; undefined where the wire and the item have no such element. */
  readonly felt: readonly string[] | undefined
  readonly krav: Forpligtelse
  readonly form: Form
  readonly naar?: Betingelse
  readonly maks?: number
  readonly koder?: readonly string[]
  /** For form 'type': the object types allowed; undefined is any. */
  readonly typer?: readonly string[]
  /** For form 'reference': which identifiers are allowed, and which URNs (none listed: any). */
  readonly ider?: 'uuid' | 'urn' | 'uuidEllerUrn'
  readonly urner?: readonly Urn[]
  /** Why no message over SOAP can break the rule. */
  readonly ikkePaaTraaden?: string
}

export type Kardinalitet = '1' | '0..1' | '0..*'

/** The field of the item that holds the relations, as `sagsaktoerer`. */
export type Relationsregel = {
  readonly liste: string
  readonly relation: string
  readonly rolle: string
  readonly kardinalitet: Kardinalitet
  /** The number of the relation itself; its fields follow in order. */
  readonly nummer: string
  readonly felter: readonly NummereretFelt[]
}

export type NummereretFelt = Felt & { readonly nummer: string }

/**
 * A list of attribute sets of the item, or (liste undefined) the registration itself. A list within the posts of another is written with a
 * point, as `bevilgedeYdelser.itSystemer`; such posts have no virkning of their own.
 */
export type Saetregel = {
  readonly liste: string | undefined
  readonly felter: readonly NummereretFelt[]
}

/** One change of a full item: a value set at a path (`egenskaber.0.titel`; undefined takes it away), or a copy of what stands at another. */
export type Greb = { readonly sti: string; readonly vaerdi: unknown } | { readonly sti: string; readonly kopiAf: string }

/** A rule over more than one field of our own making: what is told, and the ways in which a full item comes to break it alone. */
export type Tvaerregel = Saetning & {
  readonly nummer: string
  readonly liste: string
  readonly brydes: readonly (readonly Greb[])[]
}

/** All that is stated about one kind of item. */
export type Artskatalog = {
  readonly praefiks: string
  readonly saet: readonly Saetregel[]
  readonly relationer: readonly Relationsregel[]
  readonly tvaer?: readonly Tvaerregel[]
}

/** One rule of the catalogue, for lists, reports and tests. */
export type Katalogregel = {
  readonly nummer: string
  readonly relation: string | undefined
  readonly rolle: string | undefined
  readonly kardinalitet: Kardinalitet | undefined
  readonly felt: NummereretFelt | undefined
  /** Where the rule is over more than one field; with `felt` too where it is told of a field's own number. */
  readonly tvaer: Tvaerregel | undefined
  readonly liste: string | undefined
  readonly brydesVed: BrydesVed
  readonly grund: string | undefined
}
