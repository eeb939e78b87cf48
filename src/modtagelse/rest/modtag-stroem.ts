import type { Readable } from 'node:stream'
import type { Kvittering, Leverance, Modtagelsesdeps } from '../leverance/index.ts'
import { createKaede } from './bunker.ts'
import { type Linje, type Linjegraenser, splitStykker } from './ndjson.ts'

/** A line of at most 1 MB: a note of 100 KB and its case fit many times over. What a small gzip unfolds to is bounded too. */
const GRAENSER: Linjegraenser = { linje: 1_048_576, linjer: 100_000, nr: 200_000, bytes: 2 * 1024 ** 3 }
/**
 * A delivery begins with a small batch, so that the database has something to do while the next is made ready, and each is twice the one
 * before it up to this. Measured against 250 throughout, on 43,000 lines: 0.53-0.56 of COPY, where it was 0.44-0.50.
 */
const FOERSTE_BUNKE = 64
const BUNKE_LINJER = 500
const BUNKE_TEGN = 4_000_000
/** Deliveries that are read at the same time share this: the more they are, the smaller are their batches, and memory stays bounded. */
const FAELLES_TEGN = 12_000_000
let samtidige = 0

/**
 * Reads an NDJSON stream in batches, takes each in, and gives its receipts when they are durable. Throws what keepForberedt throws, and what
 * the stream does; the batches before it are kept.
 */
export const modtagStroem = (
  deps: Modtagelsesdeps,
  leverance: Leverance,
  stroem: Readable,
  graenser: Linjegraenser = GRAENSER,
): AsyncGenerator<readonly Kvittering[]> => readStroem(createKaede(deps, leverance), stroem, graenser)

/**
 * Reads an NDJSON stream in batches, hands each to `modtag` and gives its answers, in order. While one batch is kept the next three are being
 * made ready, and the one after them is read. The first line beyond the bounds is refused (IND-015), and what follows it is not read. The stream is
 * left as it is when the reading ends. Throws what `modtag` throws, and what the stream does, when its turn comes.
 */
export async function* readStroem<T>(
  modtag: (linjer: readonly Linje[]) => Promise<T>,
  stroem: Readable,
  graenser: Linjegraenser = GRAENSER,
): AsyncGenerator<T> {
  const laesning = { stoppet: false }
  samtidige++
  const bunker = readBunker(stroem, graenser, laesning)
  const iGang: Promise<T>[] = []
  let naeste: Promise<IteratorResult<readonly Linje[]>> | undefined = quiet(bunker.next())
  try {
    while (naeste || iGang.length > 0) {
      // Whichever comes first: a sender may wait for the receipts of what it has sent before it sends more.
      if (naeste && iGang.length < HOEJST_I_GANG && (await isFoer(naeste, iGang[0]))) {
        const bunke: IteratorResult<readonly Linje[]> = await naeste
        naeste = bunke.done ? undefined : quiet(bunker.next())
        if (!bunke.done) iGang.push(quiet(modtag(bunke.value)))
      } else {
        const foerste = iGang.shift()
        if (foerste) yield await foerste
        else await naeste
      }
    }
  } finally {
    samtidige--
    // Reading ahead holds the stream; where nobody wants more, whoever still sends must be able to finish.
    laesning.stoppet = true
    void naeste?.then(
      () => stroem.resume(),
      () => undefined,
    )
  }
}

/**
 * One batch is kept, one is ready, one is being made ready, and one is read. With two, measured, the database waited 4-6 ms of 48 for the
 * next batch, which was handed over only when the one before the last had been answered.
 */
const HOEJST_I_GANG = 4

/** What goes wrong is told when its turn comes. */
function quiet<T>(lovet: Promise<T>): Promise<T> {
  lovet.catch(() => undefined)
  return lovet
}

/** True where a batch has been read before the oldest one under way is answered; one that cannot be read comes after all of them. */
const isFoer = (bunke: Promise<unknown>, svar: Promise<unknown> | undefined): Promise<boolean> =>
  Promise.race([
    bunke.then(
      () => true,
      () => false,
    ),
    ...(svar
      ? [
          svar.then(
            () => false,
            () => false,
          ),
        ]
      : []),
  ])

async function* readBunker(
  stroem: Readable,
  graenser: Linjegraenser,
  laesning: { readonly stoppet: boolean },
): AsyncGenerator<readonly Linje[], undefined> {
  let bunke: Linje[] = []
  let tegn = 0
  let plads = FOERSTE_BUNKE
  // Ending the reading must not end the request: on its connection the answer is to be sent.
  const bytes = stroem.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  for await (const linjer of splitStykker(bytes, graenser)) {
    for (const linje of linjer) {
      if (laesning.stoppet) return
      bunke.push(linje)
      tegn += linje.tekst?.length ?? 0
      if (bunke.length < plads && tegn < Math.min(BUNKE_TEGN, FAELLES_TEGN / samtidige)) continue
      yield bunke
      plads = Math.min(plads * 2, BUNKE_LINJER)
      bunke = []
      tegn = 0
    }
  }
  if (bunke.length > 0) yield bunke
}
