import type { Tidspunkt, Uuid } from '#kernel'
import {
  type Billede,
  createBillede,
  createTitelviden,
  type Forklaringsgrund,
  findSkjulegrund,
  type OverblikRaekke,
  readSammenhaeng,
  synligeIder,
  type Titelviden,
  type Vist,
} from '#overblik'
import type { Noedstop, Opsaetning } from '#visning'
import { MAERKER } from './fakta/partsfakta.ts'
import type { Ting } from './fakta/skrift.ts'

/** An item that a change shows or hides. */
export type Forskel = {
  readonly raekke: Ting & OverblikRaekke
  readonly retning: 'vises' | 'forsvinder'
  /** Why it is hidden on the side on which it is. */
  readonly grund: Forklaringsgrund
  /** As it is shown on the other side. */
  readonly vist: Vist
}

/** What a change does to one citizen's own view of what the municipality answers for. */
export type Partsforskel = {
  readonly part: Uuid
  readonly forskelle: readonly Forskel[]
  /** Items that the change opens, and that only wait: for a letter, a number of days, a note's author. */
  readonly ventende: number
}

export type Sammenligning = {
  readonly foer: Opsaetning
  readonly efter: Opsaetning
  readonly tid: Tidspunkt
  readonly stop: readonly Noedstop[]
}

/**
 * What the citizen's pages name under each of two configurations, by the pages' own decision (createBillede), and why what differs is
 * hidden. `ting` are one part's. Pure.
 */
export function comparePart(ting: readonly Ting[], { foer, efter, tid, stop }: Sammenligning): Partsforskel | undefined {
  const [foerste] = ting
  if (!foerste) return undefined
  // When its source changed an item last decides nothing, and is not read.
  const raekker = ting as readonly (Ting & OverblikRaekke)[]
  const faelles = {
    nu: tid,
    grund: 'egen' as const,
    alder: undefined,
    stop,
    titler: TITLER,
    ...readSammenhaeng(raekker, tid),
  }
  const [foerBillede, efterBillede] = [foer, efter].map((opsaetning) => createBillede(raekker, { ...faelles, opsaetning })) as [
    Billede,
    Billede,
  ]
  const [synligeFoer, synligeEfter] = [synligeIder(foerBillede), synligeIder(efterBillede)]
  const forskelle: Forskel[] = []
  let ventende = 0
  for (const raekke of raekker) {
    const [nu, bagefter] = [synligeFoer.has(raekke.item_id), synligeEfter.has(raekke.item_id)]
    if (nu !== bagefter) {
      const [skjult, synlig] = nu ? [efterBillede, foerBillede] : [foerBillede, efterBillede]
      const vist = synlig.efterId.get(raekke.item_id)
      const retning = nu ? 'forsvinder' : 'vises'
      if (vist) forskelle.push({ raekke, retning, grund: findSkjulegrund(raekke, skjult), vist })
    } else if (!nu && kanVente(raekke) && isAabnetTilVentetid(raekke, foerBillede, efterBillede)) ventende++
  }
  return { part: foerste.part_id, forskelle, ventende }
}

/** The pages' own way to know whether an item is held back was asked when the facts were written. */
const TITLER: Titelviden = {
  ...createTitelviden([], []),
  isTilbageholdt: (raekke) => ((raekke as OverblikRaekke & Ting).maerker & MAERKER.holdt) !== 0,
}

const kanVente = ({ art }: OverblikRaekke): boolean => art !== 'sag' && art !== 'aftale'
const VENTEGRUNDE: ReadonlySet<string> = new Set<Forklaringsgrund>(['KARANTAENE', 'VENTER_ARBEJDSDAGE', 'NOTAT_NYT'])

const isAabnetTilVentetid = (raekke: OverblikRaekke, foer: Billede, efter: Billede): boolean =>
  VENTEGRUNDE.has(findSkjulegrund(raekke, efter)) && !VENTEGRUNDE.has(findSkjulegrund(raekke, foer))
