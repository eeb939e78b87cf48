import { createTerning, type Terning } from '../../byggere/tilfaeldighed.ts'
import type { Maerkettitel } from '../titler/titler.ts'
import { EFTERNAVN, KVINDE, MAND } from './befolkning.ts'
import { CPR_LINJER } from './cpr-linjer.ts'
import { fillCpr } from './cpr-titler.ts'
import { chooseHalvdel, type Halvdel } from './halvdele.ts'
import { NAVNE_LINJER } from './navne-linjer.ts'
import { fillNavne } from './navne-titler.ts'
import { RENE_LINJER } from './rene-linjer.ts'
import { fillRen } from './rene-titler.ts'

export type Titelb = Maerkettitel & { readonly halvdel: Halvdel }

const GANGE_CPR = 4
const GANGE_NAVNE = 2
const GANGE_RENE = 5

/**
 * A second labelled set, in another hand than the first and with the names of the whole population: what is learnt from one set must hold on
 * another. Each template in each round, so that every one counts alike; a title that comes out twice stands once.
 */
export function createTitlerB(froe: number): readonly Titelb[] {
  const terning = createTerning(froe)
  const runder = <T>(antal: number, lav: () => readonly T[]): T[] => Array.from({ length: antal }, lav).flat()
  const titler = [
    ...runder(GANGE_CPR, () => CPR_LINJER.map((linje) => createCpr(linje, terning))),
    ...runder(GANGE_NAVNE, () => NAVNE_LINJER.map((linje) => createNavn(linje, false, terning))),
    ...runder(1, () => NAVNE_LINJER.map((linje) => createNavn(linje, true, terning))),
    ...runder(GANGE_RENE, () => RENE_LINJER.map((linje) => createRen(linje, terning))),
  ]
  return [...new Map(titler.map((titel) => [titel.titel, titel])).values()]
}

function createCpr(linje: string, terning: Terning): Titelb {
  return { ...fillCpr(linje, terning), etiket: 'cpr', tvetydig: false, egen: createEgen(terning), halvdel: chooseHalvdel(linje) }
}

function createNavn(linje: string, tvetydig: boolean, terning: Terning): Titelb {
  const navne = fillNavne(linje, tvetydig, terning)
  const egen = createAnden(navne.titel, terning)
  return { ...navne, etiket: 'navn', tvetydig, egen, halvdel: chooseHalvdel(linje) }
}

function createRen(linje: string, terning: Terning): Titelb {
  const egen = createEgen(terning)
  const kategori = /#|\{dato\}|\{tlf\}|\d{4}/.test(linje) ? 'tal' : linje.includes('{egen') ? 'eget navn' : 'ord'
  return { titel: fillRen(linje, egen, terning), etiket: 'ren', kategori, tvetydig: false, egen, halvdel: chooseHalvdel(linje) }
}

const createEgen = (terning: Terning): string =>
  `${terning.vaelg(terning.chance(0.5) ? MAND : KVINDE)} ${terning.vaelg(EFTERNAVN)}`

/** A citizen of whose name nothing is in the title. */
function createAnden(titel: string, terning: Terning): string {
  const optaget = titel.toLowerCase()
  for (;;) {
    const egen = createEgen(terning)
    if (egen.split(' ').every((navn) => !optaget.includes(navn.toLowerCase()))) return egen
  }
}
