import { hash } from 'node:crypto'
import type { Tidspunkt, Uuid } from '#kernel'

/** Bytes of an object's digest. */
export const DIGEST_BYTES = 32

/** What of an object two indexes are compared by. */
export type Version = { readonly id: Uuid; readonly tidspunkt: Tidspunkt }

/** SHA-256 of `uuid|Tidspunkt`, hexadecimal: the uuid in lower case, the time in UTC with milliseconds. Any system can write it. */
export const digestOf = ({ id, tidspunkt }: Version): string => hash('sha256', `${id}|${tidspunkt}`)

/** Writes the digest at its place among others. Measured: twice as fast as by way of a Buffer for each. */
export const writeDigest = ({ id, tidspunkt }: Version, bytes: Buffer, nr: number): number =>
  bytes.write(hash('sha256', `${id}|${tidspunkt}`, 'binary'), nr * DIGEST_BYTES, DIGEST_BYTES, 'latin1')

/** The digests of the versions one after another, in the order of their bytes. */
export function sortedDigests(versioner: readonly Version[]): Uint8Array {
  const bytes = Buffer.alloc(versioner.length * DIGEST_BYTES)
  for (const [nr, version] of versioner.entries()) writeDigest(version, bytes, nr)
  return inOrden(bytes, findOrden(bytes))
}

/** The digests that `orden` numbers, in that order. */
export function inOrden(bytes: Buffer, orden: Uint32Array): Uint8Array {
  const sorteret = Buffer.alloc(bytes.length)
  for (let plads = 0; plads < orden.length; plads++) {
    const fra = (orden[plads] ?? 0) * DIGEST_BYTES
    bytes.copy(sorteret, plads * DIGEST_BYTES, fra, fra + DIGEST_BYTES)
  }
  return sorteret
}

const SPANDE = 65_536
/** So few are put in order by moving them: asking for a sorting costs more. */
const FAA = 40

/** The numbers of the digests in the order of their bytes. Digests are spread evenly, so by two bytes they fall into small heaps. */
export function findOrden(bytes: Buffer): Uint32Array {
  const antal = bytes.length / DIGEST_BYTES
  const slut = new Uint32Array(SPANDE + 1)
  const noegler = new Float64Array(antal)
  for (let nr = 0; nr < antal; nr++) {
    const spand = bytes.readUInt16BE(nr * DIGEST_BYTES)
    slut[spand + 1] = (slut[spand + 1] ?? 0) + 1
    noegler[nr] = bytes.readUIntBE(nr * DIGEST_BYTES, 6)
  }
  for (let spand = 0; spand < SPANDE; spand++) slut[spand + 1] = (slut[spand + 1] ?? 0) + (slut[spand] ?? 0)
  const plads = slut.slice()
  const orden = new Uint32Array(antal)
  for (let nr = 0; nr < antal; nr++) {
    const spand = bytes.readUInt16BE(nr * DIGEST_BYTES)
    const her = plads[spand] ?? 0
    orden[her] = nr
    plads[spand] = her + 1
  }
  const compare = (a: number, b: number): number => (noegler[a] ?? 0) - (noegler[b] ?? 0) || compareHele(bytes, a, b)
  for (let spand = 0; spand < SPANDE; spand++) sortHeap(orden.subarray(slut[spand], slut[spand + 1]), compare)
  return orden
}

const compareHele = (bytes: Buffer, a: number, b: number): number =>
  bytes.compare(bytes, b * DIGEST_BYTES, (b + 1) * DIGEST_BYTES, a * DIGEST_BYTES, (a + 1) * DIGEST_BYTES)

function sortHeap(numre: Uint32Array, compare: (a: number, b: number) => number): void {
  // One who sends the same a million times has them all in one heap.
  if (numre.length > FAA) numre.sort(compare)
  else
    for (let i = 1; i < numre.length; i++) {
      const nr = numre[i] ?? 0
      let j = i - 1
      for (; j >= 0 && compare(numre[j] ?? 0, nr) > 0; j--) numre[j + 1] = numre[j] ?? 0
      numre[j + 1] = nr
    }
}
