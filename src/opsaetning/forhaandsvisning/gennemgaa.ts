import { countForKommune, type Kommunelaeser, type Tal } from '#adgangslog'
import type { Kommunegrundlag, Uuid } from '#kernel'
import { FUNDKODER, REGELVERSION } from '#kvalitet/titeltjek'
import { isOmAnden } from '#kvalitet/vurdering'
import type { Database } from '#platform/database'
import { countBeskyttede, countTitler, findBeroerte, findBeroertesAlt, findStop, toRaekker } from './forhaandsvisning.sql.ts'
import { countPart, ingenting, type Optaelling } from './optaelling.ts'
import { comparePart, type Forskel, type Partsforskel, type Sammenligning } from './sammenlign.ts'
import { type Straekning, splitStraekning } from './straekning.ts'

/**
 * Pieces that a stretch is read in: in one of a million items' halves there are some thousand. What a preview holds in memory is two such
 * readings, and its sums. With four times as many, measured, so much was alive whenever the collector came that it took almost half of the time.
 */
const STYKKER = 512
/** Where at least so many of the items read have such a number, all of the citizens' are read. */
const DE_FLESTE = 0.6

const OM_ANDEN = FUNDKODER.filter(isOmAnden)

/** The preview was stopped; nothing is said of what it had come to. */
export class Afbrudt extends Error {
  override readonly name = 'Afbrudt'
}

export type Gennemgang = Omit<Sammenligning, 'stop'> & {
  readonly praefikser: readonly string[]
  readonly straekning: Straekning
  /** Told as it goes on: pieces done, and of how many. Throws Afbrudt where it is to end. */
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
  const stykker = splitStraekning(straekning, STYKKER)
  let find = findBeroerte
  const read = async (nr: number) => {
    const stykke = stykker[nr]
    return stykke ? laeser.read(find(kommune, praefikser, stykke, REGELVERSION)) : []
  }
  const stop = await laeser.read(findStop(kommune))
  let naeste = read(0)
  for (const nr of stykker.keys()) {
    onFremdrift(nr, stykker.length)
    const parter = await naeste
    // On its way while these are worked on. What it fails with is met when it is waited for.
    naeste = read(nr + 1)
    naeste.catch(() => undefined)
    let antal = 0
    const forskelle: Partsforskel[] = []
    for (const part of parter) {
      const raekker = toRaekker(part)
      antal += raekker.length
      const forskel = comparePart(raekker, { ...opgave, stop })
      if (!forskel) continue
      countPart(sum, forskel)
      opgave.onPart?.(forskel)
      forskelle.push(forskel)
    }
    if (antal > 0 && antal >= DE_FLESTE * (parter[0]?.iStraekning ?? 0)) find = findBeroertesAlt
    await countRisici(laeser, kommune, forskelle, sum)
  }
  onFremdrift(stykker.length, stykker.length)
  return sum
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
  const alle = nye.flatMap(({ part, ting }) => ting.map(({ raekke }) => ({ part, item: raekke.item_id, viden: raekke.viden })))
  // Of most there is nothing to be said, which is known already.
  const medFund = alle.filter(({ viden }) => viden)
  const [titler, [beskyttede]] = await Promise.all([
    medFund.length === 0
      ? []
      : laeser.read(
          countTitler(
            kommune,
            medFund.map(({ part }) => part),
            medFund.map(({ item }) => item),
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
  risici.ikkeVurderet += alle.filter(({ viden }) => viden === null).length
  risici.beskyttede += beskyttede?.ting ?? 0
  risici.beskyttedePersoner += beskyttede?.personer ?? 0
}
