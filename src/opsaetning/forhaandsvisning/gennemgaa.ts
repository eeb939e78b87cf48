import { countForKommune, type Kommunelaeser, type Tal } from '#adgangslog'
import type { Kommunegrundlag, Tidspunkt, Uuid } from '#kernel'
import { REGELVERSION } from '#kvalitet/titeltjek'
import type { Database } from '#platform/database'
import { createOpsaetning, type KleKonfiguration } from '#visning'
import { type Eksempelsted, vaelgEksempler } from './eksempelsteder.ts'
import { type Faktaraekke, findFakta, findFulde, toFulde } from './fakta/fakta.sql.ts'
import { FAKTAVERSION, isBeroert, toTing } from './fakta/partsfakta.ts'
import { readTing, type Ting } from './fakta/skrift.ts'
import { countBeskyttede, findStop } from './forhaandsvisning.sql.ts'
import { countPart, ingenting, type Optaelling } from './optaelling.ts'
import { comparePart, type Partsforskel, type Sammenligning } from './sammenlign.ts'
import { createStykker, type Straekning } from './straekning.ts'

/** Of whom so many are read in full at a time: their items are six times as long as what decides about them. */
const FULDE_AD_GANGEN = 50

/** The preview was stopped; nothing is said of what it had come to. */
export class Afbrudt extends Error {
  override readonly name = 'Afbrudt'
}

/** A stretch of a preview, as it is handed to a thread: plain values alone. */
export type Del = {
  readonly grundlag: Kommunegrundlag
  readonly foer: readonly KleKonfiguration[]
  readonly efter: readonly KleKonfiguration[]
  readonly tid: Tidspunkt
  readonly praefikser: readonly string[]
  readonly straekning: Straekning
}

export type Delresultat = { readonly tal: Optaelling; readonly eksempler: readonly Eksempelsted[] }

/** What is told as it goes on. */
export type Tilskuer = {
  /** Thousandths done. Throws Afbrudt where it is to end. */
  readonly onFremdrift: (tusindedele: number) => void
  /** Sees each citizen's differences. What it keeps stays in the process: it may show nothing that it has not read again through the log. */
  readonly onPart?: (forskel: Partsforskel) => void
}

type Opgave = Omit<Sammenligning, 'stop'> & Pick<Del, 'praefikser' | 'straekning'> & Required<Tilskuer>

/**
 * What a change does to the citizens of one stretch, in numbers, and where a few examples lie. Only those citizens are decided on who have an item of
 * a number that it changes; by the facts that are kept (fakta/), and by their items where none are. Throws Afbrudt, and what countForKommune throws.
 */
export async function runDel(
  deps: { readonly db: Pick<Database, 'transaction'> },
  { grundlag, foer, efter, ...del }: Del,
  { onFremdrift, onPart }: Tilskuer,
): Promise<Delresultat> {
  const valgte = vaelgEksempler()
  const opgave: Opgave = {
    ...del,
    foer: createOpsaetning(foer),
    efter: createOpsaetning(efter),
    onFremdrift,
    onPart: (forskel) => {
      valgte.see(forskel)
      onPart?.(forskel)
    },
  }
  // Its type says what its numbers are called; countForKommune sees to it that they are numbers.
  const tal = await countForKommune(deps, grundlag, (laeser) => walk(laeser, grundlag, opgave) as Promise<Optaelling & Tal>)
  return { tal, eksempler: valgte.steder() }
}

async function walk(laeser: Kommunelaeser, { kommune }: Kommunegrundlag, opgave: Opgave): Promise<Optaelling> {
  const { praefikser, onFremdrift } = opgave
  const sum = ingenting()
  const stykker = createStykker(opgave.straekning)
  const read = () => {
    const stykke = stykker.next()
    if (!stykke) return undefined
    const svar = laeser.read(findFakta(kommune, praefikser, stykke.straekning, FAKTAVERSION))
    // On its way while the one before is worked on. What it fails with is met when it is waited for.
    svar.catch(() => undefined)
    return { svar, tusindedele: stykke.tusindedele }
  }
  const stop = await laeser.read(findStop(kommune))
  onFremdrift(0)
  for (let naeste = read(); naeste; ) {
    const { svar, tusindedele } = naeste
    const parter = await svar
    naeste = read()
    const { antal, faar } = await compareAlle(laeser, parter, { ...opgave, stop, sum })
    stykker.see(antal)
    await countPersoner(laeser, kommune, faar, sum)
    onFremdrift(tusindedele)
  }
  return sum
}

/** Somebody to whom items appear, and how many. */
type Faar = { readonly part: Uuid; readonly antal: number }

/**
 * Counts the differences of a piece's citizens; answers who gets something, and how many items were looked at. Each citizen's are let go of at once:
 * what is alive when the collector comes is what it works on.
 */
async function compareAlle(
  laeser: Kommunelaeser,
  parter: readonly Faktaraekke[],
  opgave: Opgave & Sammenligning & { readonly sum: Optaelling },
) {
  const faar: Faar[] = []
  let antal = 0
  const compare = (ting: readonly Ting[]): void => {
    antal += ting.length
    const forskel = comparePart(ting, opgave)
    if (!forskel) return
    countPart(opgave.sum, forskel)
    opgave.onPart(forskel)
    const nye = forskel.forskelle.reduce((sum, { retning }) => sum + (retning === 'vises' ? 1 : 0), 0)
    if (nye > 0) faar.push({ part: forskel.part, antal: nye })
  }
  for (const part of parter) if (part.fakta !== null) compare(readTing(part.fakta, part))
  const uden = parter.filter(({ fakta }) => fakta === null)
  for (let nr = 0; nr < uden.length; nr += FULDE_AD_GANGEN) {
    const fulde = await laeser.read(findFulde(uden.slice(nr, nr + FULDE_AD_GANGEN), REGELVERSION))
    for (const ting of fulde.map(toFulde)) if (isBeroert(ting, opgave.praefikser)) compare(ting.map(toTing))
  }
  return { antal, faar }
}

/** What the database alone knows of those to whom something appears: whether the person is protected. */
async function countPersoner(
  laeser: Kommunelaeser,
  kommune: Kommunegrundlag['kommune'],
  faar: readonly Faar[],
  { risici }: Optaelling,
): Promise<void> {
  if (faar.length === 0) return
  const [beskyttede] = await laeser.read(
    countBeskyttede(
      kommune,
      faar.map(({ part }) => part),
      faar.map(({ antal }) => antal),
    ),
  )
  risici.beskyttede += beskyttede?.ting ?? 0
  risici.beskyttedePersoner += beskyttede?.personer ?? 0
}
