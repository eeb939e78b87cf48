import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto'
import type { Noegle, Noeglering } from './noegle.ts'

const ALGORITME = 'aes-256-gcm'
const ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HOVED_BYTES = ID_BYTES + NONCE_BYTES

/** Something sealed cannot be opened. One message for every cause, so that it tells nobody which of their guesses came near. */
export class Forseglingsfejl extends Error {
  override readonly name = 'Forseglingsfejl'
  constructor() {
    super('The seal cannot be opened')
  }
}

/**
 * Encrypts and authenticates `klartekst`: key id (4 bytes), random nonce (12), ciphertext, tag (16). `aad` says what it is and where it
 * belongs, is not kept, and must be said again to open: a sealed value moved to another place does not open there.
 */
export function seal(ring: Noeglering, klartekst: Uint8Array | string, aad: string): Buffer {
  const nonce = newNonce()
  const cipher = createCipheriv(ALGORITME, ring.aktuel.hemmelig, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(aad, 'utf8'))
  const krypteret = typeof klartekst === 'string' ? cipher.update(klartekst, 'utf8') : cipher.update(klartekst)
  const slut = cipher.final()
  return Buffer.concat([Buffer.from(ring.aktuel.id, 'hex'), nonce, krypteret, slut, cipher.getAuthTag()])
}

/** Random bytes are fetched for many nonces at once: a call for twelve bytes costs what the encryption of a whole case does. */
const forraad = Buffer.alloc(NONCE_BYTES * 256)
let brugt = forraad.length

function newNonce(): Buffer {
  if (brugt === forraad.length) {
    randomFillSync(forraad)
    brugt = 0
  }
  const nonce = Buffer.from(forraad.subarray(brugt, brugt + NONCE_BYTES))
  brugt += NONCE_BYTES
  return nonce
}

/** What was sealed with any key of the ring and the same `aad`. Throws Forseglingsfejl for everything else. */
export function open(ring: Noeglering, forseglet: Uint8Array, aad: string): Buffer {
  const klartekst = openIfOurs(ring, forseglet, aad)
  if (!klartekst) throw new Forseglingsfejl()
  return klartekst
}

/** As `open`, for what comes from outside and may well be foreign: undefined where it does not open. */
export function openIfOurs(ring: Noeglering, forseglet: Uint8Array, aad: string): Buffer | undefined {
  const bytes = Buffer.from(forseglet.buffer, forseglet.byteOffset, forseglet.byteLength)
  if (bytes.length < HOVED_BYTES + TAG_BYTES) return undefined
  const id = bytes.toString('hex', 0, ID_BYTES)
  const noegle = ring.alle.find((kandidat) => kandidat.id === id)
  return noegle && decrypt(noegle, bytes, aad)
}

function decrypt(noegle: Noegle, bytes: Buffer, aad: string): Buffer | undefined {
  const decipher = createDecipheriv(ALGORITME, noegle.hemmelig, bytes.subarray(ID_BYTES, HOVED_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(aad, 'utf8'))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  const klartekst = decipher.update(bytes.subarray(HOVED_BYTES, bytes.length - TAG_BYTES))
  try {
    decipher.final()
    return klartekst
  } catch {
    // The tag did not fit: forged, altered, or sealed for another place.
    return undefined
  }
}

/** The 32-byte HMAC-SHA-256 of a text. */
export const hmac = (noegle: Noegle, text: string): Buffer => createHmac('sha256', noegle.hemmelig).update(text, 'utf8').digest()
