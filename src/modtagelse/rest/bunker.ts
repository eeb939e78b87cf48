import type { Kilde } from '#kilde'
import {
  forberedBunke,
  type IndkommenLinje,
  type Kvittering,
  keepForberedt,
  type Leverance,
  type Modtagelsesdeps,
} from '../leverance/index.ts'
import { indBrud, normalizeAendring, normalizeRest } from '../regler/index.ts'
import { toKvitteringslinje } from './kvitteringslinje.ts'
import type { Linje } from './ndjson.ts'
import { parseLinje } from './parse-linje.ts'

export type Optaelling = { linjer: number; modtaget: number; uaendret: number; afvist: number }

/** A batch's receipts as they stand on the wire, and how many there are of each. */
export type Bunkesvar = { readonly tekst: string; readonly antal: Readonly<Optaelling> }

/**
 * Takes in the batches of one delivery in the order in which they are given, here or in a thread of their own. One may be given before the
 * one before it is answered: it is made ready meanwhile. Where one cannot be kept, none after it is. Throws what keepForberedt throws.
 */
export type Bunkemodtager = {
  readonly modtag: (linjer: readonly Linje[]) => Promise<Bunkesvar>
  /** No more batches come. */
  readonly luk: () => void
}

export type AabnBunker = (leverance: Leverance) => Bunkemodtager

/** Takes in the batches of one delivery in this thread, in order. */
export function createKaede(deps: Modtagelsesdeps, leverance: Leverance): (linjer: readonly Linje[]) => Promise<Kvittering[]> {
  let sidst: Promise<unknown> = Promise.resolve()
  let klar: Promise<unknown> = Promise.resolve()
  return (linjer) => {
    const forberedt = klar.then(() => forberedBunke(deps, leverance, readLinjer(deps, leverance.kilde, linjer)))
    const kvitteringer = sidst.then(async () => keepForberedt(deps, leverance, await forberedt))
    klar = forberedt
    sidst = kvitteringer
    // What goes wrong is told to whoever waits for the batch; the one that is only made ready has nobody yet.
    forberedt.catch(() => undefined)
    return kvitteringer
  }
}

/** Takes in batches in this thread. */
export const createBunkemodtager =
  (deps: Modtagelsesdeps): AabnBunker =>
  (leverance) => {
    const modtag = createKaede(deps, leverance)
    return { modtag: async (linjer) => toBunkesvar(await modtag(linjer)), luk: () => undefined }
  }

function toBunkesvar(kvitteringer: readonly Kvittering[]): Bunkesvar {
  const antal: Optaelling = { linjer: kvitteringer.length, modtaget: 0, uaendret: 0, afvist: 0 }
  for (const { udfald } of kvitteringer) antal[udfald]++
  return { tekst: kvitteringer.map((kvittering) => `${JSON.stringify(toKvitteringslinje(kvittering))}\n`).join(''), antal }
}

function* readLinjer(deps: Modtagelsesdeps, kilde: Kilde, linjer: readonly Linje[]): Generator<IndkommenLinje> {
  for (const linje of linjer) yield readLinje(deps, kilde, linje)
}

function readLinje(deps: Modtagelsesdeps, kilde: Kilde, { nr, tekst, forLang }: Linje): IndkommenLinje {
  if (tekst === undefined) return { linje: nr, raa: '', brud: [indBrud(forLang ? 'IND-015' : 'IND-014', '')], udkast: undefined }
  const laest = parseLinje(tekst)
  const faelles = { linje: nr, raa: tekst }
  const afsender = { itSystem: kilde.id, systemNavn: kilde.navn }
  if ('element' in laest) return { ...faelles, brud: [], element: normalizeRest(laest.element, afsender, deps.roller) }
  if ('opdater' in laest) return { ...faelles, brud: [], opdater: normalizeAendring(laest.opdater, afsender, deps.roller) }
  return { ...faelles, ...laest }
}
