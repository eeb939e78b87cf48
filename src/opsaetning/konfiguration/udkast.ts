import type { CvrNummer, KlePraefiks, Tidspunkt, Uuid } from '#kernel'
import type { Feltvalg, KleIndhold } from './indhold.ts'

/** Somebody at work in the municipality who has taken a step. */
export type Person = { readonly id: Uuid; readonly cvr: CvrNummer; readonly navn: string }

/** The municipality's jurist says by name that an always-closed number may be opened. */
export type Juristbekraeftelse = { readonly navn: string; readonly tekst: string }

/** What a draft sets for one number or prefix. */
export type Linje = {
  readonly kle: KlePraefiks
  readonly felter: Feltvalg
  readonly jurist?: Juristbekraeftelse
}

/** A line with what held before it and what holds after: what an approver has seen. */
export type Linjevirkning = {
  readonly kle: KlePraefiks
  readonly foer: KleIndhold
  readonly efter: KleIndhold
  readonly jurist?: Juristbekraeftelse
}

/** What may happen to a draft. Kept as it stands here, append-only. */
export type Udkastskridt =
  | { readonly type: 'oprettet'; readonly navn: string; readonly begrundelse: string; readonly ikraft?: string }
  | { readonly type: 'omdoebt'; readonly navn: string; readonly begrundelse: string; readonly ikraft?: string }
  | ({ readonly type: 'linjeSat' } & Linje)
  | { readonly type: 'linjeFjernet'; readonly kle: KlePraefiks }
  | { readonly type: 'indlaest'; readonly linjer: readonly Linje[] }
  | { readonly type: 'foreslaaet'; readonly hash: string; readonly aarsag: string; readonly linjer: readonly Linjevirkning[] }
  | { readonly type: 'trukketTilbage'; readonly aarsag: string }
  | { readonly type: 'kasseret'; readonly aarsag: string }
  | { readonly type: 'gennemfoert'; readonly hash: string; readonly aendring: number }

export type Udkasthaendelse = {
  /** From 1, without gaps. */
  readonly nr: number
  readonly tid: Tidspunkt
  readonly af: Person
  readonly skridt: Udkastskridt
}

export type Udkasttilstand = 'udkast' | 'foreslaaet' | 'gennemfoert' | 'kasseret'

export type Forslag = {
  readonly hash: string
  readonly af: Person
  readonly tid: Tidspunkt
  readonly aarsag: string
  /** What its lines did when it was proposed. */
  readonly linjer: readonly Linjevirkning[]
}

/** A named set of changes of one municipality's configuration (konfigurationsudkast). */
export type Udkast = {
  readonly id: Uuid
  readonly kommune: CvrNummer
  /** The last step's number: what a form must name, so that two tabs do not write over each other. */
  readonly nr: number
  readonly navn: string
  readonly begrundelse: string
  /** The day from whose beginning in Denmark it holds, YYYY-MM-DD; undefined: from its approval. */
  readonly ikraft: string | undefined
  readonly oprettet: Tidspunkt
  readonly tilstand: Udkasttilstand
  /** By number. */
  readonly linjer: readonly Linje[]
  readonly forslag: Forslag | undefined
  /** Everybody who has put something into it: none of them may approve. */
  readonly redaktoerer: ReadonlySet<Uuid>
  /** The number of the municipality's change that it became. */
  readonly aendring: number | undefined
}

/** The draft as its steps made it; undefined where there are none. */
export function udkastFra(id: Uuid, kommune: CvrNummer, haendelser: readonly Udkasthaendelse[]): Udkast | undefined {
  return haendelser.reduce<Udkast | undefined>((foer, haendelse) => advance(id, kommune, foer, haendelse), undefined)
}

function advance(
  id: Uuid,
  kommune: CvrNummer,
  foer: Udkast | undefined,
  { nr, tid, af, skridt }: Udkasthaendelse,
): Udkast | undefined {
  if (skridt.type === 'oprettet') {
    const { navn, begrundelse, ikraft } = skridt
    const redaktoerer = new Set([af.id])
    const tomt = { linjer: [], forslag: undefined, aendring: undefined, tilstand: 'udkast' } as const
    return { id, kommune, nr, navn, begrundelse, ikraft, oprettet: tid, redaktoerer, ...tomt }
  }
  if (!foer) return undefined
  const naeste = { ...foer, nr }
  const rettet = { ...naeste, redaktoerer: new Set([...foer.redaktoerer, af.id]) }
  switch (skridt.type) {
    case 'omdoebt':
      return { ...rettet, navn: skridt.navn, begrundelse: skridt.begrundelse, ikraft: skridt.ikraft }
    case 'linjeSat': {
      const { type: _, ...linje } = skridt
      return { ...rettet, linjer: withLinjer(foer.linjer, [linje]) }
    }
    case 'indlaest':
      return { ...rettet, linjer: withLinjer(foer.linjer, skridt.linjer) }
    case 'linjeFjernet':
      return { ...rettet, linjer: foer.linjer.filter(({ kle }) => kle !== skridt.kle) }
    case 'foreslaaet':
      return { ...naeste, tilstand: 'foreslaaet', forslag: { ...skridt, af, tid } }
    case 'trukketTilbage':
      return { ...naeste, tilstand: 'udkast', forslag: undefined }
    case 'kasseret':
      return { ...naeste, tilstand: 'kasseret', forslag: undefined }
    case 'gennemfoert':
      return { ...naeste, tilstand: 'gennemfoert', aendring: skridt.aendring }
  }
}

/** Each number once, the newest line; in order of numbers. */
function withLinjer(foer: readonly Linje[], nye: readonly Linje[]): readonly Linje[] {
  const efter = new Map([...foer, ...nye].map((linje) => [linje.kle, linje]))
  return [...efter.values()].toSorted((a, b) => (a.kle < b.kle ? -1 : 1))
}
