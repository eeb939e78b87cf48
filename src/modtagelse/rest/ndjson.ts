import { TextDecoder } from 'node:util'

/** One physical line; `tekst` undefined: longer than allowed (or beyond what is read), or not UTF-8. */
export type Linje = { readonly nr: number; readonly tekst: string | undefined; readonly forLang: boolean }

export type Linjegraenser = {
  /** Bytes of one line. */
  readonly linje: number
  /** Lines that say something. */
  readonly linjer: number
  /** Lines in all, blank ones too. */
  readonly nr: number
  /** Bytes in all. */
  readonly bytes: number
}

const NYLINJE = 0x0a
const afkoder = new TextDecoder('utf-8', { fatal: true })

/**
 * The non-blank lines of an NDJSON stream, numbered from 1 as they stand in it. A line of more than `linje` bytes is passed over without
 * being held in memory, and told of. Where another bound is passed the line is told of as too long, and is the last.
 */
export async function* splitLinjer(kilde: AsyncIterable<Uint8Array>, graenser: Linjegraenser): AsyncGenerator<Linje> {
  for await (const linjer of splitStykker(kilde, graenser)) yield* linjer
}

/** As splitLinjer, the lines of each piece together: to wait for each line by itself costs as much as to read it. */
export async function* splitStykker(kilde: AsyncIterable<Uint8Array>, graenser: Linjegraenser): AsyncGenerator<readonly Linje[]> {
  const laeser = createLaeser(graenser)
  for await (const stykke of kilde) {
    const linjer = laeser.read(stykke)
    if (linjer.length > 0) yield linjer
    if (laeser.isForbi()) return
  }
  const sidste = laeser.end()
  if (sidste) yield [sidste]
}

/** Reads piece by piece; what is told of when a bound is passed is the last. */
function createLaeser(graenser: Linjegraenser) {
  const samler = createSamler(graenser.linje)
  let nr = 0
  let linjer = 0
  let bytes = 0
  const isForbi = () => nr > graenser.nr || linjer > graenser.linjer || bytes > graenser.bytes
  const tag = (): Linje | undefined => {
    const linje = samler.take(++nr)
    if (linje) linjer++
    return linje
  }
  const forLang = (plads: number): Linje => ({ nr: plads, tekst: undefined, forLang: true })
  return {
    isForbi,
    read(stykke: Uint8Array): readonly Linje[] {
      bytes += stykke.length
      const fundne: Linje[] = []
      let fra = 0
      for (let til = stykke.indexOf(NYLINJE); til >= 0; til = stykke.indexOf(NYLINJE, fra)) {
        samler.add(stykke.subarray(fra, til))
        fra = til + 1
        const linje = tag()
        if (isForbi()) return [...fundne, forLang(nr)]
        if (linje) fundne.push(linje)
      }
      if (fra < stykke.length) samler.add(stykke.subarray(fra))
      return isForbi() ? [...fundne, forLang(nr + 1)] : fundne
    },
    end(): Linje | undefined {
      const sidste = samler.isTom() ? undefined : tag()
      return sidste && isForbi() ? forLang(nr) : sidste
    },
  }
}

/** Puts the pieces of one line together, as long as it is not too long. */
function createSamler(hoejst: number) {
  let dele: Uint8Array[] = []
  let laengde = 0
  return {
    add(del: Uint8Array): void {
      laengde += del.length
      if (laengde <= hoejst) dele.push(del)
      else dele = []
    },
    take(nr: number): Linje | undefined {
      const linje = toLinje(nr, dele, laengde, hoejst)
      dele = []
      laengde = 0
      return linje
    },
    isTom: () => laengde === 0,
  }
}

function toLinje(nr: number, dele: readonly Uint8Array[], laengde: number, hoejst: number): Linje | undefined {
  if (laengde > hoejst) return { nr, tekst: undefined, forLang: true }
  try {
    const tekst = afkoder.decode(dele.length === 1 ? dele[0] : Buffer.concat(dele))
    return tekst.trim() === '' ? undefined : { nr, tekst, forLang: false }
  } catch {
    // Bytes that are no UTF-8 have no text; the caller refuses the line by name.
    return { nr, tekst: undefined, forLang: false }
  }
}
