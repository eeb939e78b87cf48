import { createHash } from 'node:crypto'
import type { Uuid } from '#kernel'

/**
 * Where a title stands in the draw: the sample of n is the n with the lowest numbers. Fixed for each title, so the sample is the same whatever
 * order deliveries come in, titles that come later have the same chance as those that were there, and a larger sample holds the smaller one.
 * 48 bits: exact in a double, and two titles of a municipality's hardly ever meet.
 */
export const drawNumber = (kommune: string, kle: string, item: Uuid, hash: string): number =>
  createHash('sha256').update(`borgerblikket/stikproeve ${kommune} ${kle} ${item} ${hash}`).digest().readUIntBE(0, 6)
