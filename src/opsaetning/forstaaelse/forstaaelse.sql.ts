import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on forstaaelse, in the role opsaetning, which sees no marker. */

export type SvarRaekke = {
  readonly kilde_id: Uuid
  /** KLE group, NN.NN. */
  readonly gruppe: string
  readonly ja: number
  readonly nej: number
}

/** The answers of weeks from `fra` to `til` (Mondays, half-open), by source and KLE group. */
export const countSvar = (kommune: CvrNummer, fra: string, til: string): Statement<SvarRaekke> =>
  sql(
    `SELECT kilde_id, left(kle, 5) AS gruppe,
       count(*) FILTER (WHERE forstaaet)::integer AS ja, count(*) FILTER (WHERE NOT forstaaet)::integer AS nej
     FROM forstaaelse WHERE kommune = $1 AND uge >= $2::date AND uge < $3::date
     GROUP BY kilde_id, gruppe ORDER BY gruppe, kilde_id`,
    [kommune, fra, til],
    'forstaaelse_svar',
  )
