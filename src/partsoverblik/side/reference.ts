import { createHash } from 'node:crypto'
import type { Uuid } from '#kernel'
import { hmac, hmacUnder, type Noegler } from '#platform/crypto'

/** What an address of one visit calls an item: sixteen signs that nobody can make without our key, and that mean nothing in another visit. */
export function referencerFor({ session: { aktuel } }: Pick<Noegler, 'session'>, besoeg: Uuid): (item: Uuid) => string {
  const hash = hmacUnder(hmac(aktuel, `borgerblikket/partsoverblik ${besoeg}`))
  return (item) => hash(item).toString('base64url').slice(0, 16)
}

/** What any address calls a unit: the same for all citizens, so that a view can be kept. Not secret: units are the municipality's own. */
export const enhedsnoegle = (enhed: string): string => createHash('sha256').update(enhed.toLowerCase()).digest('hex').slice(0, 12)
