import { createTerning, type Terning } from '../../byggere/tilfaeldighed.ts'
import { CPR_SKABELONER, chooseStavemaade, createProevecpr } from './cpr-skabeloner.ts'
import { createNavnetitel } from './navne.ts'
import { createEgen, createRene } from './rene.ts'

/**
 * A title with its answer. The set was written before the rules of the title check, and by somebody who had not seen them: it is used to
 * measure them and by no test of theirs, or it would measure nothing.
 */
export type Maerkettitel = {
  readonly titel: string
  /** What a reader sees: somebody's number, a third person's name, or neither. */
  readonly etiket: 'cpr' | 'navn' | 'ren'
  readonly kategori: string
  /** The names in it are all also ordinary words, in whole or in part. */
  readonly tvetydig: boolean
  /** The name of the case's own party, which is no third person's. */
  readonly egen: string
}

export type Antal = { readonly cpr: number; readonly navne: number; readonly tvetydige: number; readonly medFelter: number }

const ANTAL: Antal = { cpr: 800, navne: 600, tvetydige: 320, medFelter: 850 }
const HOEJST_FORSOEG = 50
/** Families share a surname: a third person often has the citizen's own. */
const ANDEL_SAMME_EFTERNAVN = 0.15
/** Where both names are written in full, so that a shared surname leaves no doubt who it is. */
const HELE_NAVNE: ReadonlySet<string> = new Set([
  'fuldt navn',
  'små bogstaver',
  'store bogstaver',
  'efternavn først',
  'i filnavn',
])

/** The whole set, the same at each call with the same seed. No title stands in it twice. */
export function createTitler(froe: number, antal: Antal = ANTAL): readonly Maerkettitel[] {
  const terning = createTerning(froe)
  const set = new Set<string>()
  const ny = (lav: (nr: number) => Maerkettitel, nr: number): Maerkettitel => {
    for (let forsoeg = 0; forsoeg < HOEJST_FORSOEG; forsoeg++) {
      const titel = lav(nr)
      if (set.has(titel.titel)) continue
      set.add(titel.titel)
      return titel
    }
    throw new Error('There are too few templates for so many different titles')
  }
  const flere = (n: number, lav: (nr: number) => Maerkettitel): Maerkettitel[] =>
    Array.from({ length: n }, (_, nr) => ny(lav, nr))
  return [
    ...flere(antal.cpr, (nr) => createCprtitel(terning, nr)),
    ...flere(antal.navne, () => createTredjeperson(terning, false)),
    ...flere(antal.tvetydige, () => createTredjeperson(terning, true)),
    ...distinct(createRene(terning, antal.medFelter)).map((ren) => ({ ...ren, etiket: 'ren' as const, tvetydig: false })),
  ]
}

const distinct = <T extends { readonly titel: string }>(titler: readonly T[]): readonly T[] => [
  ...new Map(titler.map((titel) => [titel.titel, titel])).values(),
]

/** Each template in turn, so that none is left out; the spelling by chance. */
function createCprtitel(terning: Terning, nr: number): Maerkettitel {
  const skabelon = CPR_SKABELONER[nr % CPR_SKABELONER.length] ?? '{c}'
  const stavemaade = chooseStavemaade(terning)
  const titel = skabelon.replaceAll('{c}', () => stavemaade.skriv(createProevecpr(terning), terning))
  return { titel, etiket: 'cpr', kategori: stavemaade.navn, tvetydig: false, egen: createEgen(terning) }
}

function createTredjeperson(terning: Terning, tvetydig: boolean): Maerkettitel {
  const { efternavn, ...navnetitel } = createNavnetitel(terning, tvetydig)
  const faelles = HELE_NAVNE.has(navnetitel.kategori) && terning.chance(ANDEL_SAMME_EFTERNAVN)
  return { ...navnetitel, etiket: 'navn', egen: createAnden(terning, navnetitel.titel, faelles ? efternavn : undefined) }
}

/** A party of whom the title holds no name, but for a surname that is shared. */
function createAnden(terning: Terning, titel: string, efternavn: string | undefined): string {
  for (let forsoeg = 0; forsoeg < HOEJST_FORSOEG; forsoeg++) {
    const [fornavn = '', eget = ''] = createEgen(terning).split(' ')
    const navne = efternavn === undefined ? [fornavn, eget] : [fornavn]
    if (navne.every((navn) => !titel.toLowerCase().includes(navn.toLowerCase()))) return `${fornavn} ${efternavn ?? eget}`
  }
  throw new Error('No name was found that is not in the title')
}
