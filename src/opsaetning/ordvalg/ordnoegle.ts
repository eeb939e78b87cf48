import { createHash } from 'node:crypto'
import type { CvrNummer } from '#kernel'
import { type Ordslags, type Ordvalg, toOrdnoegle } from '#klassifikation'
import { standardord } from './standardord.ts'

/** A source's states and benefits are free text: in an address stands a digest of them, since nobody knows what somebody wrote there. */
export const isFritekst = (slags: Ordslags): boolean => slags === 'sagsstatus' || slags === 'ydelse'

/** How a key stands in an address. */
export const toOrdId = (slags: Ordslags, noegle: string): string =>
  isFritekst(slags)
    ? createHash('sha256').update(toOrdnoegle(slags, noegle)).digest('base64url').slice(0, 22)
    : encodeURIComponent(noegle)

/** The key that an address means; undefined where there is nothing of that kind to choose words for. */
export function findOrdnoegle(ordvalg: Ordvalg, kommune: CvrNummer, slags: Ordslags, id: string): string | undefined {
  if (!isFritekst(slags)) return standardord(slags, id) ? id : undefined
  return ordvalg.egne(kommune).find((post) => post.slags === slags && toOrdId(slags, post.noegle) === id)?.noegle
}
