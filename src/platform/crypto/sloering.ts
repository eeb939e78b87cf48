import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import type { Uuid } from '#kernel'
import { hmac } from './forsegling.ts'
import type { Noegle } from './noegle.ts'

/**
 * An id in a disguise of one purpose: another id, the same every time, which whoever lacks the key can neither lead back nor make. One block
 * of AES-256 is a permutation of ids, so no two become one. For tables that could else be joined to tell what each alone does not.
 */
export function disguise(noegle: Noegle, formaal: string, id: Uuid): Uuid {
  const cipher = createCipheriv('aes-256-ecb', keyFor(noegle, formaal), null).setAutoPadding(false)
  return toUuid(cipher.update(toBytes(id)))
}

/** The id behind a disguise of the same key and purpose. */
export function undisguise(noegle: Noegle, formaal: string, sloeret: Uuid): Uuid {
  const decipher = createDecipheriv('aes-256-ecb', keyFor(noegle, formaal), null).setAutoPadding(false)
  return toUuid(decipher.update(toBytes(sloeret)))
}

const noegler = new WeakMap<Noegle, Map<string, KeyObject>>()

function keyFor(noegle: Noegle, formaal: string): KeyObject {
  const kendte = noegler.get(noegle) ?? new Map<string, KeyObject>()
  noegler.set(noegle, kendte)
  const kendt = kendte.get(formaal) ?? createSecretKey(hmac(noegle, `sloering/${formaal}`))
  kendte.set(formaal, kendt)
  return kendt
}

const toBytes = (id: Uuid): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

function toUuid(bytes: Buffer): Uuid {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid
}
