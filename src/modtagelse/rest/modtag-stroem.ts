import type { Readable } from 'node:stream'
import type { Kilde } from '#kilde'
import {
  type Forberedt,
  forberedBunke,
  type IndkommenLinje,
  type Kvittering,
  keepForberedt,
  type Leverance,
  type Modtagelsesdeps,
} from '../leverance/index.ts'
import { indBrud, normalizeAendring, normalizeRest } from '../regler/index.ts'
import { type Linje, type Linjegraenser, splitLinjer } from './ndjson.ts'
import { parseLinje } from './parse-linje.ts'

/** A line of at most 1 MB: a note of 100 KB and its case fit many times over. What a small gzip unfolds to is bounded too. */
const GRAENSER: Linjegraenser = { linje: 1_048_576, linjer: 100_000, nr: 200_000, bytes: 2 * 1024 ** 3 }
const BUNKE_LINJER = 500
const BUNKE_TEGN = 4_000_000
/** Deliveries that are read at the same time share this: the more they are, the smaller are their batches, and memory stays bounded. */
const FAELLES_TEGN = 12_000_000
let samtidige = 0

export type Optaelling = { linjer: number; modtaget: number; uaendret: number; afvist: number }

/**
 * Reads an NDJSON stream in batches, takes each in, and gives its receipts when they are durable. The next batch is read, parsed and made
 * ready while the one before it is kept. The first line beyond the bounds is refused (IND-015), and what follows it is not read. The stream is left as
 * it is when the reading ends. Throws what keepForberedt throws, and what the stream does; the batches before it are kept.
 */
export async function* modtagStroem(
  deps: Modtagelsesdeps,
  leverance: Leverance,
  stroem: Readable,
  graenser: Linjegraenser = GRAENSER,
): AsyncGenerator<readonly Kvittering[]> {
  const laesning = { stoppet: false }
  samtidige++
  const bunker = forberedBunker(deps, leverance, readBunker(deps, leverance.kilde, stroem, graenser, laesning))
  let naeste = bunker.next()
  try {
    for (;;) {
      const bunke = await naeste
      if (bunke.done) return
      naeste = bunker.next()
      // What goes wrong while reading ahead is told when its turn comes.
      naeste.catch(() => undefined)
      yield await keepForberedt(deps, leverance, bunke.value)
    }
  } finally {
    samtidige--
    // Reading ahead holds the stream; where nobody wants more, whoever still sends must be able to finish.
    laesning.stoppet = true
    void naeste.then(
      () => stroem.resume(),
      () => undefined,
    )
  }
}

async function* forberedBunker(
  deps: Modtagelsesdeps,
  leverance: Leverance,
  bunker: AsyncIterable<readonly IndkommenLinje[]>,
): AsyncGenerator<Forberedt, undefined> {
  for await (const bunke of bunker) yield await forberedBunke(deps, leverance, bunke)
}

async function* readBunker(
  deps: Modtagelsesdeps,
  kilde: Kilde,
  stroem: Readable,
  graenser: Linjegraenser,
  laesning: { readonly stoppet: boolean },
): AsyncGenerator<readonly IndkommenLinje[], undefined> {
  let bunke: IndkommenLinje[] = []
  let tegn = 0
  // Ending the reading must not end the request: on its connection the answer is to be sent.
  const bytes = stroem.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  for await (const linje of splitLinjer(bytes, graenser)) {
    if (laesning.stoppet) return
    bunke.push(readLinje(kilde, deps, linje))
    tegn += linje.tekst?.length ?? 0
    if (bunke.length < BUNKE_LINJER && tegn < Math.min(BUNKE_TEGN, FAELLES_TEGN / samtidige)) continue
    yield bunke
    bunke = []
    tegn = 0
  }
  if (bunke.length > 0) yield bunke
}

function readLinje(kilde: Kilde, deps: Modtagelsesdeps, { nr, tekst, forLang }: Linje): IndkommenLinje {
  if (tekst === undefined) return { linje: nr, raa: '', brud: [indBrud(forLang ? 'IND-015' : 'IND-014', '')], udkast: undefined }
  const laest = parseLinje(tekst)
  const faelles = { linje: nr, raa: tekst }
  const afsender = { itSystem: kilde.id, systemNavn: kilde.navn }
  if ('element' in laest) return { ...faelles, brud: [], element: normalizeRest(laest.element, afsender, deps.roller) }
  if ('opdater' in laest) return { ...faelles, brud: [], opdater: normalizeAendring(laest.opdater, afsender, deps.roller) }
  return { ...faelles, ...laest }
}
