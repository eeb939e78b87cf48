import { createHmac, randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Uuid } from '#kernel'
import { type Noeglering, open, seal } from '#platform/crypto'

const PRAEFIKS = 'whsec_'
const BYTES = 32

/** A new secret, as the owner gets it, once. */
export const newHemmelighed = (): string => `${PRAEFIKS}${randomBytes(BYTES).toString('base64')}`

/** As it is kept: only this subscription's, and only with the keys that stand outside the database. */
export const sealHemmelighed = (ring: Noeglering, abonnement: Uuid, hemmelighed: string): Buffer =>
  seal(ring, hemmelighed, aad(abonnement))

/** Throws Forseglingsfejl where it is not the subscription's. */
export const openHemmelighed = (ring: Noeglering, abonnement: Uuid, forseglet: Uint8Array): string =>
  open(ring, forseglet, aad(abonnement)).toString('utf8')

const aad = (abonnement: Uuid): string => `abonnement ${abonnement}`

/**
 * The headers of a signed message (Standard Webhooks). With two secrets there are two signatures, so a receiver that knows only one of them,
 * the old or the new, takes the message. `tid` is when it is sent, which a receiver compares with its own clock.
 */
export function signHeaders(hemmeligheder: readonly string[], id: string, tid: Date, body: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(tid.getTime() / 1000)),
    'webhook-signature': hemmeligheder.map((hemmelighed) => new Webhook(hemmelighed).sign(id, tid, body)).join(' '),
  }
}

/** What a receiver that holds the secret answers a challenge with: HMAC-SHA-256 of its text, in base64. */
export const answerTo = (hemmelighed: string, udfordring: string): string =>
  createHmac('sha256', Buffer.from(hemmelighed.slice(PRAEFIKS.length), 'base64'))
    .update(udfordring, 'utf8')
    .digest('base64')
