import { countForKommune, type Kommunelaeser, type Tal } from '#adgangslog'
import type { Kommunegrundlag, Uuid } from '#kernel'
import { FUNDKODER, REGELVERSION } from '#kvalitet/titeltjek'
import { isOmAnden } from '#kvalitet/vurdering'
import type { Database } from '#platform/database'
import {
  type BeroertRaekke,
  countBeskyttede,
  countTitler,
  findBeroerte,
  findBeroerteParter,
  findStop,
  type Straekning,
} from './forhaandsvisning.sql.ts'
import { countPart, ingenting, type Optaelling } from './optaelling.ts'
import { comparePart, type Forskel, type Partsforskel, type Sammenligning } from './sammenlign.ts'

/**
 * Read at a time: some five hundred items. What a preview holds in memory is two such readings, and its sums. With four times as many, measured,
 * so much was alive whenever the collector came that it took almost half of the time.
 */
const PARTER_AD_GANGEN = 25

const OM_ANDEN = FUNDKODER.filter(isOmAnden)

/** The preview was stopped; nothing is said of what it had come to. */
export class Afbrudt extends Error {
  override readonly name = 'Afbrudt'
}

export type Gennemgang = Omit<Sammenligning, 'stop'> & {
  readonly praefikser: readonly string[]
  readonly straekning: Straekning
  /** Told as it goes on: citizens done, and of how many. Throws Afbrudt where it is to end. */
  readonly onFremdrift: (faerdige: number, iAlt: number) => void
  /** Sees each citizen's differences. What it keeps stays in the process: it may show nothing that it has not read again through the log. */
  readonly onPart?: (forskel: Partsforskel) => void
}

/**
 * What a change does to the citizens of one stretch, in numbers. Only the citizens are read who have an item of a number that it changes
 * (findBeroerte). Throws Afbrudt, and what countForKommune throws.
 */
export const gennemgaa = (
  deps: { readonly db: Pick<Database, 'transaction'> },
  grundlag: Kommunegrundlag,
  opgave: Gennemgang,
): Promise<Optaelling> =>
  // Its type says what its numbers are called; countForKommune sees to it that they are numbers.
  countForKommune(deps, grundlag, (laeser) => walk(laeser, grundlag, opgave) as Promise<Optaelling & Tal>)

async function walk(laeser: Kommunelaeser, { kommune }: Kommunegrundlag, opgave: Gennemgang): Promise<Optaelling> {
  const { praefikser, straekning, onFremdrift } = opgave
  const sum = ingenting()
  const [stop, beroerte] = await Promise.all([
    laeser.read(findStop(kommune)),
    laeser.read(findBeroerteParter(kommune, praefikser, straekning)),
  ])
  const parter = beroerte.map(({ part_id }) => part_id)
  onFremdrift(0, parter.length)
  const read = (fra: number) =>
    laeser.read(findBeroerte(kommune, praefikser, parter.slice(fra, fra + PARTER_AD_GANGEN), REGELVERSION))
  let naeste = parter.length > 0 ? read(0) : undefined
  for (let fra = 0; naeste; fra += PARTER_AD_GANGEN) {
    const raekker = await naeste
    const [til, flere] = [fra + PARTER_AD_GANGEN, fra + PARTER_AD_GANGEN < parter.length]
    // On its way while these are worked on. What it fails with is met when it is waited for.
    naeste = flere ? read(til) : undefined
    naeste?.catch(() => undefined)
    const forskelle = compareAlle(raekker, { ...opgave, stop })
    for (const forskel of forskelle) {
      countPart(sum, forskel)
      opgave.onPart?.(forskel)
    }
    await countRisici(laeser, kommune, forskelle, sum)
    onFremdrift(Math.min(til, parter.length), parter.length)
  }
  return sum
}

/** Each citizen's rows lie together. */
function compareAlle(raekker: readonly BeroertRaekke[], sammenligning: Sammenligning): Partsforskel[] {
  const forskelle: Partsforskel[] = []
  for (let fra = 0; fra < raekker.length; ) {
    const part = (raekker[fra] as BeroertRaekke).part_id
    let til = fra + 1
    while (til < raekker.length && raekker[til]?.part_id === part) til++
    const forskel = comparePart(raekker.slice(fra, til), sammenligning)
    if (forskel) forskelle.push(forskel)
    fra = til
  }
  return forskelle
}

/** What the database alone knows of the items that appear: how their titles are judged, and whether the person is protected. */
async function countRisici(
  laeser: Kommunelaeser,
  kommune: Kommunegrundlag['kommune'],
  forskelle: readonly Partsforskel[],
  { risici }: Optaelling,
): Promise<void> {
  const nye: { readonly part: Uuid; readonly ting: readonly Forskel[] }[] = forskelle.flatMap(({ part, forskelle: egne }) => {
    const ting = egne.filter(({ retning }) => retning === 'vises')
    return ting.length > 0 ? [{ part, ting }] : []
  })
  if (nye.length === 0) return
  const alle = nye.flatMap(({ part, ting }) => ting.map(({ raekke }) => ({ part, item: raekke.item_id })))
  const [titler, [beskyttede]] = await Promise.all([
    laeser.read(
      countTitler(
        kommune,
        alle.map(({ part }) => part),
        alle.map(({ item }) => item),
        OM_ANDEN,
      ),
    ),
    laeser.read(
      countBeskyttede(
        kommune,
        nye.map(({ part }) => part),
        nye.map(({ ting }) => ting.length),
      ),
    ),
  ])
  const iAlt = (led: typeof titler) => led.reduce((sum, { antal }) => sum + antal, 0)
  risici.blokeret += iAlt(titler.filter(({ udfald }) => udfald === 'blokeret'))
  risici.advaret += iAlt(titler.filter(({ udfald }) => udfald === 'advaret'))
  risici.tredjeperson += iAlt(titler.filter(({ udfald, tredje }) => udfald !== 'ren' && tredje))
  risici.ikkeVurderet += alle.length - iAlt(titler)
  risici.beskyttede += beskyttede?.ting ?? 0
  risici.beskyttedePersoner += beskyttede?.personer ?? 0
}
