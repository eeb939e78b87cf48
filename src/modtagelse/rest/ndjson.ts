import { TextDecoder } from 'node:util'

/** One physical line; `tekst` undefined: longer than allowed, or not UTF-8. */
export type Linje = { readonly nr: number; readonly tekst: string | undefined; readonly forLang: boolean }

const NYLINJE = 0x0a
const afkoder = new TextDecoder('utf-8', { fatal: true })

/**
 * The non-blank lines of an NDJSON stream, numbered from 1 as they stand in it. A line of more than `hoejst` bytes is passed over without
 * being held in memory, and told of.
 */
export async function* splitLinjer(kilde: AsyncIterable<Uint8Array>, hoejst: number): AsyncGenerator<Linje> {
  let dele: Uint8Array[] = []
  let laengde = 0
  let nr = 0
  const tag = (): Linje | undefined => {
    nr++
    const linje = toLinje(nr, dele, laengde, hoejst)
    dele = []
    laengde = 0
    return linje
  }
  const add = (del: Uint8Array) => {
    laengde += del.length
    if (laengde <= hoejst) dele.push(del)
    else dele = []
  }
  for await (const stykke of kilde) {
    let fra = 0
    for (let til = stykke.indexOf(NYLINJE); til >= 0; til = stykke.indexOf(NYLINJE, fra)) {
      add(stykke.subarray(fra, til))
      fra = til + 1
      const linje = tag()
      if (linje) yield linje
    }
    if (fra < stykke.length) add(stykke.subarray(fra))
  }
  if (laengde > 0) {
    const linje = tag()
    if (linje) yield linje
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
