import { hash } from 'node:crypto'
import type { Uuid } from '#kernel'
import { type Hash, hashBlad } from './trae.ts'

/** A line of the log as it is hashed. */
export type Loglinje = {
  /** Counted from 1, without gaps: leaf number `nr - 1`. */
  readonly nr: number
  /** UTC to the microsecond, as it stands in the database. */
  readonly tid: string
  readonly aktoerType: string
  /** Who looked, committed to and not told: see hashAktoer. */
  readonly aktoer: string
  readonly part: Uuid
  readonly grund: string
  readonly formaal: string
  readonly hvad: string
  readonly objekt: Uuid | null
  readonly antal: number
  readonly korrelation: Uuid
}

const FORM = 'borgerblikket-adgangslog-1'
/** Of a line's salt the first half is the line's, the second that of who looked. */
export const HALVT_SALT = 16

/** Who looked, so that a reader of the line is not told, and whoever knows it can show that it was so: SHA-256 over the salt's second half and the id. */
export const hashAktoer = (salt: Buffer, aktoer: Uuid): string =>
  hash('sha256', Buffer.concat([salt.subarray(HALVT_SALT), Buffer.from(aktoer)]))

/**
 * The line's leaf: the salt's first half and the line as a JSON array in a fixed order. Without the salt nobody finds out what a leaf says by
 * trying lines; whoever is given both can compute the leaf.
 */
export function hashLinje(salt: Buffer, linje: Loglinje): Hash {
  const { nr, tid, aktoerType, aktoer, part, grund, formaal, hvad, objekt, antal, korrelation } = linje
  const tekst = JSON.stringify([FORM, nr, tid, aktoerType, aktoer, part, grund, formaal, hvad, objekt, antal, korrelation])
  return hashBlad(Buffer.concat([salt.subarray(0, HALVT_SALT), Buffer.from(tekst)]))
}
