import type { AendringKilde } from '../element/aendring.kilde.ts'
import { checkAntalParter, FLERE_AD_GANGEN, KONTROLLER, poster, type Saetkontrol, SELV } from './check-element.ts'
import { checkFelt, type Post, toFeltkontrol } from './check-felt.ts'
import { checkRelationsliste } from './check-relationer.ts'
import { addInd, checkEneAdGangen, checkVirkning } from './check-virkning.ts'
import { KATALOGER } from './katalog.ts'
import type { NummereretFelt, Saetregel } from './katalog.typer.ts'
import { TILSTANDE } from './listeregel.ts'
import { Brudliste, type Regelbrud } from './regelbrud.ts'
import { type Rollekatalog, standardRoller } from './roller.ts'

/** What may be left out of a change because the object has it already (OB1: may be changed, never removed). */
const loosen = (felt: NummereretFelt): NummereretFelt => (felt.krav === 'OB1' ? { ...felt, krav: 'valgfri' } : felt)

const LEMPEDE: ReadonlyMap<string, readonly Saetkontrol[]> = new Map(
  Object.entries(KATALOGER).map(([art, { saet }]) => [art, saet.map(loosenSaet)]),
)

function loosenSaet({ liste, felter }: Saetregel): Saetkontrol {
  const lempede = TILSTANDE.has(liste ?? '') ? felter : felter.map(loosen)
  return { liste, felter: lempede.flatMap(toFeltkontrol) }
}

function checkSaet({ liste, felter }: Saetkontrol, aendring: AendringKilde, brud: Brudliste, roller: Rollekatalog): void {
  if (liste === undefined) {
    for (const felt of felter) checkFelt(felt, aendring as Post, SELV, undefined, brud, roller)
    return
  }
  const perioder = poster(aendring, liste).map((post, nr) => {
    const sted = { liste, nr }
    for (const felt of felter) checkFelt(felt, post, sted, undefined, brud, roller)
    return checkVirkning(post, sted, brud)
  })
  if (!FLERE_AD_GANGEN.has(liste)) checkEneAdGangen(perioder, liste, brud)
}

/** Fields of a change that say something of the object itself, not of the registration. */
const isIndhold = (aendring: AendringKilde, felt: string): boolean => {
  const vaerdi = (aendring as Readonly<Record<string, unknown>>)[felt]
  return Array.isArray(vaerdi) ? vaerdi.length > 0 : (felt === 'sag' || felt === 'indeks') && vaerdi !== undefined
}

/**
 * Every rule that what a change says breaks by itself: OB2, and of relations and states all that they must have (OB3). Paths are those of
 * the change. What the whole lacks or has twice is found when it has been merged, by checkElement. Pure.
 */
export function checkAendring(aendring: AendringKilde, roller: Rollekatalog = standardRoller): Regelbrud[] {
  const brud = new Brudliste()
  checkAntalParter(aendring, brud)
  for (const saet of LEMPEDE.get(aendring.art) ?? []) checkSaet(saet, aendring, brud, roller)
  for (const [liste, regler] of KONTROLLER[aendring.art].relationer)
    checkRelationsliste(liste, regler, poster(aendring, liste), brud, roller, false)
  if (!Object.keys(aendring).some((felt) => isIndhold(aendring, felt))) addInd(brud, 'IND-024', '')
  return brud.brud
}
