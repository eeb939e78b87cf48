import type { CvrNummer, KlePraefiks, Tidspunkt, Uuid } from '#kernel'
import { isAltidLukket, type LivsomraadeNoegle, livsomraadeMedNoegle } from '#klassifikation'

/** How titles are assured before citizens see them. `faste`: no title of a system's is shown, so none needs to be looked at. */
export const KVALITETER = ['faste', 'stikproeve', 'alle', 'ingen'] as const
export type Kvalitet = (typeof KVALITETER)[number]

/** A stage of the municipality's plan: the four questions answered for some areas. Whether it is reached is never typed in. */
export type Etape = {
  readonly id: Uuid
  readonly navn: string
  /** Which areas: whole life areas, and numbers or prefixes. */
  readonly omraader: readonly LivsomraadeNoegle[]
  readonly kle: readonly KlePraefiks[]
  /** How fast: days, YYYY-MM-DD, both within the stage. */
  readonly fra: string
  readonly til: string
  /** A function or unit. A plan outlives those who hold a post. */
  readonly ansvarlig: string
  /** How far back: cases made from this day on, and older ones that are still active. */
  readonly fradato: string
  readonly aeldreAktive: boolean
  readonly kvalitet: Kvalitet
  /** How many titles a sample has; says nothing but with `stikproeve`. */
  readonly stikproeve: number
  /** The types of document whose titles are shown; none: no titles of documents. */
  readonly dokumenttyper: readonly string[]
}

/** What may happen to a plan. Kept as it stands here, append-only. */
export type Planskridt =
  | { readonly type: 'etapeSat'; readonly etape: Etape; readonly aarsag: string }
  | { readonly type: 'etapeFjernet'; readonly id: Uuid; readonly navn: string; readonly aarsag: string }

export type Planhaendelse = {
  /** From 1, without gaps. */
  readonly nr: number
  readonly tid: Tidspunkt
  readonly af: { readonly id: Uuid; readonly navn: string }
  readonly skridt: Planskridt
}

export type Plan = {
  readonly kommune: CvrNummer
  /** The last step's number, 0 before any: what a form must name, so that two tabs do not write over each other. */
  readonly nr: number
  /** In the order in which they begin. */
  readonly etaper: readonly Etape[]
}

/** The plan as its steps made it. */
export function planFra(kommune: CvrNummer, haendelser: readonly Planhaendelse[]): Plan {
  const etaper = new Map<Uuid, Etape>()
  for (const { skridt } of haendelser) {
    if (skridt.type === 'etapeSat') etaper.set(skridt.etape.id, skridt.etape)
    else etaper.delete(skridt.id)
  }
  const ordnede = [...etaper.values()].toSorted((a, b) => (a.fra < b.fra ? -1 : a.fra > b.fra ? 1 : a.til < b.til ? -1 : 1))
  return { kommune, nr: haendelser.at(-1)?.nr ?? 0, etaper: ordnede }
}

/**
 * The numbers that a stage is to open, each once and in order. Those that are always closed are left out: a plan opens nothing that
 * the municipality's jurist has to open by name.
 */
export function numreFor({ omraader, kle }: Pick<Etape, 'omraader' | 'kle'>): readonly KlePraefiks[] {
  const alle = [...omraader.flatMap((noegle) => livsomraadeMedNoegle(noegle)?.praefikser ?? []), ...kle]
  return [...new Set(alle)].filter((nr) => !isAltidLukket(nr as string as never)).sort()
}
