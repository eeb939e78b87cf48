import type { Uuid } from '#kernel'
import { type Noeglering, openIfOurs, seal } from '#platform/crypto'

/**
 * A place in the order as its holder sees it: sealed, since the numbers between what it may hear of would count what it may not, and bound
 * to the holder. It opens for as long as the keys are there.
 */
export const writeMaerke = (ring: Noeglering, ejer: Uuid, loebenr: number): string =>
  seal(ring, String(loebenr), aad(ejer)).toString('base64url')

/** The place, or undefined where the mark is not one that this holder was given. */
export function readMaerke(ring: Noeglering, ejer: Uuid, maerke: string): number | undefined {
  if (!/^[\w-]{1,200}$/.test(maerke)) return undefined
  const klartekst = openIfOurs(ring, Buffer.from(maerke, 'base64url'), aad(ejer))?.toString('utf8')
  return klartekst !== undefined && /^\d{1,15}$/.test(klartekst) ? Number(klartekst) : undefined
}

const aad = (ejer: Uuid): string => `haendelser ${ejer}`
