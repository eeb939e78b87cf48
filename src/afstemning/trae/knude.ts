import { createHash } from 'node:crypto'
import { DIGEST_BYTES } from './digest.ts'

/** Digests in the order of their bytes, wherever they lie: in memory, or in a file where they are many. */
export type Digestraekke = {
  readonly antal: number
  /** The digests from number `fra` (from 0) up to `til`, one after another. */
  laes(fra: number, til: number): Uint8Array
}

export const digestsInMemory = (bytes: Uint8Array): Digestraekke => ({
  antal: bytes.length / DIGEST_BYTES,
  laes: (fra, til) => bytes.subarray(fra * DIGEST_BYTES, til * DIGEST_BYTES),
})

/** All digests that begin with the same hexadecimal digits: how many, and SHA-256 over them, one after another in order. */
export type Knude = { readonly antal: number; readonly hash: string }

/** Hexadecimal digits that a prefix has at most: the digest's own. */
export const DYBESTE = DIGEST_BYTES * 2

/** The sixteen prefixes below one. */
export const boernAf = (praefiks: string): string[] => Array.from('0123456789abcdef', (ciffer) => `${praefiks}${ciffer}`)

export type Udsnit = { readonly fra: number; readonly til: number }

/** Which digests of the row begin with the prefix. */
export function findUdsnit(raekke: Digestraekke, praefiks: string): Udsnit {
  const fra = Buffer.from(praefiks.padEnd(DYBESTE, '0'), 'hex')
  const til = Buffer.from(praefiks.padEnd(DYBESTE, 'f'), 'hex')
  return { fra: findPlads(raekke, fra, false), til: findPlads(raekke, til, true) }
}

/** How many digests come before `digest`; with `ogLig` those that equal it too. */
function findPlads(raekke: Digestraekke, digest: Uint8Array, ogLig: boolean): number {
  let [lav, hoej] = [0, raekke.antal]
  while (lav < hoej) {
    const midt = (lav + hoej) >>> 1
    const orden = Buffer.compare(raekke.laes(midt, midt + 1), digest)
    if (orden < 0 || (ogLig && orden === 0)) lav = midt + 1
    else hoej = midt
  }
  return lav
}

/** So many digests are read at a time: 4 MB, however many there are. */
const AD_GANGEN = 131_072

export function knudeFor(raekke: Digestraekke, praefiks: string): Knude {
  const { fra, til } = findUdsnit(raekke, praefiks)
  const summen = createHash('sha256')
  for (let nr = fra; nr < til; nr += AD_GANGEN) summen.update(raekke.laes(nr, Math.min(til, nr + AD_GANGEN)))
  return { antal: til - fra, hash: summen.digest('hex') }
}

/** The digests with the prefix, hexadecimal. */
export function digestsUnder(raekke: Digestraekke, praefiks: string, hoejst: number): string[] {
  const { fra, til } = findUdsnit(raekke, praefiks)
  const bytes = Buffer.from(raekke.laes(fra, Math.min(til, fra + hoejst)))
  return Array.from({ length: bytes.length / DIGEST_BYTES }, (_, nr) =>
    bytes.toString('hex', nr * DIGEST_BYTES, (nr + 1) * DIGEST_BYTES),
  )
}
