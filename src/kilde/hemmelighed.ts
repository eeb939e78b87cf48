import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** The scrypt that OWASP recommends where memory is short: 16 MB a try, so that many at once cannot exhaust the server. */
const PARAMETRE: ScryptOptions = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 2 ** 20 }
/** Says which parameters a hash was made with, so that they can be raised. */
const UDGAVE = 1
const SALT = 16
const LAENGDE = 32
/** A longer secret is refused before it is worked on. */
export const HOEJST_TEGN = 512

/** The hash a secret is kept as: version, salt, scrypt. */
export async function hashHemmelighed(hemmelighed: string): Promise<Uint8Array> {
  const salt = randomBytes(SALT)
  return Buffer.concat([Buffer.of(UDGAVE), salt, await derive(hemmelighed, salt)])
}

/** True where `hash` was made of `hemmelighed`. Takes the same time whether it was or not. */
export async function isHemmelighed(hemmelighed: string, hash: Uint8Array): Promise<boolean> {
  const kendt = hash.length === 1 + SALT + LAENGDE && hash[0] === UDGAVE
  const salt = kendt ? hash.subarray(1, 1 + SALT) : Buffer.alloc(SALT)
  const forventet = kendt ? hash.subarray(1 + SALT) : Buffer.alloc(LAENGDE)
  const ens = timingSafeEqual(await derive(hemmelighed, salt), forventet)
  return kendt && ens
}

const derive = (hemmelighed: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(hemmelighed.normalize('NFC'), salt, LAENGDE, PARAMETRE, (error, noegle) => (error ? reject(error) : resolve(noegle)))
  })

/** The hash a random 256-bit key is kept as: it cannot be guessed, so it needs no salt and no slowness. */
export const hashNoegle = (noegle: string): Uint8Array => createHash('sha256').update(noegle, 'utf8').digest()

/** A new random key or secret: 256 bits, in characters that need no quoting. */
export const createNoegle = (): string => randomBytes(32).toString('base64url')

/** A SHA-256 fingerprint as TLS libraries write it (hexadecimal, with or without colons), or undefined. */
export function parseFingeraftryk(text: string): Uint8Array | undefined {
  const hex = text.replaceAll(':', '')
  return /^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, 'hex') : undefined
}

/** Compares two SHA-256 hashes in constant time. */
export const isSammeHash = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  b !== undefined && a.length === b.length && timingSafeEqual(a, b)
