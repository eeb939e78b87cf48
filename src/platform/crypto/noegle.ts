import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** One 256-bit key. The key itself stays in a KeyObject, which shows nothing of it when printed. */
export type Noegle = { readonly id: string; readonly hemmelig: KeyObject; readonly fingeraftryk: string }

/** The keys for one purpose: the newest seals, all of them open. */
export type Noeglering = { readonly navn: Noeglenavn; readonly aktuel: Noegle; readonly alle: readonly Noegle[] }

/**
 * `session`: cookies. `nummer`: personal numbers at rest. `indhold`: delivered content at rest. `opslag`: the HMAC that numbers are
 * looked up by; it cannot be rotated, since every number's row is found by it.
 */
export const RINGE = ['session', 'nummer', 'indhold'] as const
export type Ringnavn = (typeof RINGE)[number]
export type Noeglenavn = Ringnavn | 'opslag'

const BYTES = 32
const ID = /^[0-9a-f]{8}$/

/** What one key looks like in its file: an id and 32 bytes in base64. */
export type NoegleLinje = { readonly id: string; readonly noegle: string }

export const newNoegleLinje = (): NoegleLinje => ({
  id: randomBytes(4).toString('hex'),
  noegle: randomBytes(BYTES).toString('base64'),
})

/** The key of a line in a file, or undefined where it is not one. */
export function parseNoegle(navn: Noeglenavn, linje: unknown): Noegle | undefined {
  const { id, noegle } = (linje ?? {}) as Partial<NoegleLinje>
  if (typeof id !== 'string' || typeof noegle !== 'string' || !ID.test(id)) return undefined
  const bytes = Buffer.from(noegle, 'base64')
  if (bytes.length !== BYTES) return undefined
  // Of a random 256-bit key nothing can be found out from its hash.
  const fingeraftryk = createHash('sha256').update(`borgerblikket/fingeraftryk/${navn}/`).update(bytes).digest('hex')
  return { id, hemmelig: createSecretKey(bytes), fingeraftryk }
}
