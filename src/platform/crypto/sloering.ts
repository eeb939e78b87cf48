import { type Cipheriv, createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import type { Uuid } from '#kernel'
import { hmac } from './forsegling.ts'
import type { Noegle } from './noegle.ts'

/**
 * An id in a disguise of one purpose: another id, the same every time, which whoever lacks the key can neither lead back nor make. One block
 * of AES-256 is a permutation of ids, so no two become one. For tables that could else be joined to tell what each alone does not.
 */
export function disguise(noegle: Noegle, formaal: string, id: Uuid): Uuid {
  return toUuid(cipherFor(noegle, formaal).update(toBytes(id)))
}

/** The id behind a disguise of the same key and purpose. */
export function undisguise(noegle: Noegle, formaal: string, sloeret: Uuid): Uuid {
  const decipher = createDecipheriv('aes-256-ecb', keyFor(noegle, formaal), null).setAutoPadding(false)
  return toUuid(decipher.update(toBytes(sloeret)))
}

type Sloering = { readonly noegle: KeyObject; readonly cipher: Cipheriv }
const sloeringer = new WeakMap<Noegle, Map<string, Sloering>>()

function sloeringFor(noegle: Noegle, formaal: string): Sloering {
  const kendte = sloeringer.get(noegle) ?? new Map<string, Sloering>()
  sloeringer.set(noegle, kendte)
  const kendt = kendte.get(formaal) ?? newSloering(createSecretKey(hmac(noegle, `sloering/${formaal}`)))
  kendte.set(formaal, kendt)
  return kendt
}

const newSloering = (noegle: KeyObject): Sloering => ({
  noegle,
  cipher: createCipheriv('aes-256-ecb', noegle, null).setAutoPadding(false),
})

/** Kept from id to id: a block tells nothing of the one before it, and making a cipher costs ten times what a block does. */
const cipherFor = (noegle: Noegle, formaal: string): Cipheriv => sloeringFor(noegle, formaal).cipher
const keyFor = (noegle: Noegle, formaal: string): KeyObject => sloeringFor(noegle, formaal).noegle

/** Throws RangeError for what is no id: half a block would be left for the id after it. */
function toBytes(id: Uuid): Buffer {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  if (bytes.length !== BLOK) throw new RangeError('Not an id')
  return bytes
}
const BLOK = 16

function toUuid(bytes: Buffer): Uuid {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid
}
