import type { Readable } from 'node:stream'
import type { Kilde } from '#kilde'
import { type IndkommenLinje, type Kvittering, type Leverance, type Modtagelsesdeps, modtagLinjer } from '../leverance/index.ts'
import { indBrud, normalizeRest } from '../regler/index.ts'
import { type Linje, splitLinjer } from './ndjson.ts'
import { parseLinje } from './parse-linje.ts'

/** A line of at most 1 MB: a note of 100 KB and its case fit many times over. */
const HOEJST_LINJE = 1_048_576
const HOEJST_LINJER = 100_000
const BUNKE_LINJER = 500
const BUNKE_TEGN = 4_000_000

export type Optaelling = { linjer: number; modtaget: number; uaendret: number; afvist: number }

/**
 * Reads an NDJSON stream in batches, takes each in, and gives its receipts when they are durable. Ends after HOEJST_LINJER lines; what
 * is beyond is not read. Throws what modtagLinjer throws; the batches before it are kept.
 */
export async function* modtagStroem(
  deps: Modtagelsesdeps,
  leverance: Leverance,
  stroem: Readable,
): AsyncGenerator<{ readonly kvitteringer: readonly Kvittering[]; readonly forLang: boolean }> {
  let bunke: IndkommenLinje[] = []
  let tegn = 0
  let linjer = 0
  for await (const linje of splitLinjer(stroem, HOEJST_LINJE)) {
    if (++linjer > HOEJST_LINJER) {
      yield { kvitteringer: await modtagLinjer(deps, leverance, bunke), forLang: true }
      return
    }
    bunke.push(readLinje(leverance.kilde, deps, linje))
    tegn += linje.tekst?.length ?? 0
    if (bunke.length < BUNKE_LINJER && tegn < BUNKE_TEGN) continue
    yield { kvitteringer: await modtagLinjer(deps, leverance, bunke), forLang: false }
    bunke = []
    tegn = 0
  }
  if (bunke.length > 0) yield { kvitteringer: await modtagLinjer(deps, leverance, bunke), forLang: false }
}

function readLinje(kilde: Kilde, deps: Modtagelsesdeps, { nr, tekst, forLang }: Linje): IndkommenLinje {
  if (tekst === undefined) return { linje: nr, raa: '', brud: [indBrud(forLang ? 'IND-015' : 'IND-014', '')], udkast: undefined }
  const laest = parseLinje(tekst)
  if (!('element' in laest)) return { linje: nr, raa: tekst, ...laest }
  const element = normalizeRest(laest.element, { itSystem: kilde.id, systemNavn: kilde.navn }, deps.roller)
  return { linje: nr, raa: tekst, brud: [], element }
}
