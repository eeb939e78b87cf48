import type { Art } from '#kernel'
import { DOKUMENT } from './katalog.dokument.ts'
import { AFTALE, BEVILLING, EFFEKTUERING, JOURNALNOTAT } from './katalog.egne.ts'
import { SAG } from './katalog.sag.ts'
import type { Artskatalog, Katalogregel, NummereretFelt, Relationsregel } from './katalog.typer.ts'

/** What is stated about each kind of item. */
export const KATALOGER: Readonly<Record<Art, Artskatalog>> = {
  sag: SAG,
  dokument: DOKUMENT,
  journalnotat: JOURNALNOTAT,
  bevilling: BEVILLING,
  oekonomiskEffektuering: EFFEKTUERING,
  aftale: AFTALE,
}

function fromFelt(felt: NummereretFelt, liste: string | undefined, relation?: Relationsregel): Katalogregel {
  return {
    nummer: felt.nummer,
    relation: relation?.relation,
    rolle: relation?.rolle,
    kardinalitet: undefined,
    felt,
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
    liste: relation.liste,
    brydesVed: grund ? 'ikke-paa-traaden' : 'importer',
    grund,
  }
}

/**
 * Every rule of one kind in order of number: SAG-000 to SAG-283, DOK-000 to DOK-153, or our own. No rule is broken by opdater alone:
 * each of the tables' obligations holds at import too.
 */
export function listRegler(art: Art): Katalogregel[] {
  const { saet, relationer } = KATALOGER[art]
  return [
    ...saet.flatMap(({ felter, liste }) => felter.map((felt) => fromFelt(felt, liste))),
    ...relationer.flatMap((relation) => [
      fromRelation(relation),
      ...relation.felter.map((felt) => fromFelt(felt, relation.liste, relation)),
    ]),
  ].sort((a, b) => (a.nummer < b.nummer ? -1 : 1))
}
