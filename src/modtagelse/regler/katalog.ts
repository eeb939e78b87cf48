import type { Art } from '#kernel'
import { DOKUMENT } from './katalog.dokument.ts'
import { AFTALE, BEVILLING, EFFEKTUERING, JOURNALNOTAT } from './katalog.egne.ts'
import { SAG } from './katalog.sag.ts'
import type { Artskatalog, Katalogregel, NummereretFelt, Relationsregel, Tvaerregel } from './katalog.typer.ts'

/** What is stated about each kind of item. */
export const KATALOGER: Readonly<Record<Art, Artskatalog>> = {
  sag: SAG,
  dokument: DOKUMENT,
  journalnotat: JOURNALNOTAT,
  bevilling: BEVILLING,
  oekonomiskEffektuering: EFFEKTUERING,
  aftale: AFTALE,
}

type Feltsted = {
  readonly liste: string | undefined
  readonly relation?: Relationsregel
  readonly tvaer?: Tvaerregel | undefined
}

function fromFelt(felt: NummereretFelt, { liste, relation, tvaer }: Feltsted): Katalogregel {
  return {
    nummer: felt.nummer,
    relation: relation?.relation,
    rolle: relation?.rolle,
    kardinalitet: undefined,
    felt,
    tvaer,
    liste,
    brydesVed: felt.ikkePaaTraaden ? 'ikke-paa-traaden' : 'importer',
    grund: felt.ikkePaaTraaden,
  }
}

function fromRelation(relation: Relationsregel): Katalogregel {
  const grund = relation.kardinalitet === '0..*' ? 'ethvert antal er tilladt, så intet antal bryder reglen' : undefined
  return {
    nummer: relation.nummer,
    relation: relation.relation,
    rolle: relation.rolle,
    kardinalitet: relation.kardinalitet,
    felt: undefined,
    tvaer: undefined,
    liste: relation.liste,
    brydesVed: grund ? 'ikke-paa-traaden' : 'importer',
    grund,
  }
}

const fromTvaer = (tvaer: Tvaerregel): Katalogregel => ({
  nummer: tvaer.nummer,
  relation: undefined,
  rolle: undefined,
  kardinalitet: undefined,
  felt: undefined,
  tvaer,
  liste: tvaer.liste,
  brydesVed: 'importer',
  grund: undefined,
})

/**
 * Every rule of one kind in order of number: SAG-000 to SAG-283, DOK-000 to DOK-153, or our own. No rule is broken by opdater alone:
 * each of the tables' obligations holds at import too.
 */
export function listRegler(art: Art): Katalogregel[] {
  const { saet, relationer, tvaer = [] } = KATALOGER[art]
  const paaTvaers = new Map(tvaer.map((regel) => [regel.nummer, regel]))
  const felter = saet.flatMap((et) =>
    et.felter.map((felt) => fromFelt(felt, { liste: et.liste, tvaer: paaTvaers.get(felt.nummer) })),
  )
  const numre = new Set(felter.map(({ nummer }) => nummer))
  return [
    ...felter,
    ...relationer.flatMap((relation) => [
      fromRelation(relation),
      ...relation.felter.map((felt) => fromFelt(felt, { liste: relation.liste, relation })),
    ]),
    ...tvaer.filter(({ nummer }) => !numre.has(nummer)).map(fromTvaer),
  ].sort((a, b) => (a.nummer < b.nummer ? -1 : 1))
}
