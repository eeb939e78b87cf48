import type { Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on what may be used once. All run in the role modtagelse. */

/** Touches one row where the value is new with the source, none where it has been used. */
export const insertEngangsvaerdi = (kilde: Uuid, slags: string, vaerdi: Uint8Array, udloeber: Tidspunkt): Statement<never> =>
  sql(
    'INSERT INTO engangsvaerdi (kilde_id, slags, vaerdi, udloeber) VALUES ($1, $2, $3, $4) ON CONFLICT (kilde_id, slags, vaerdi) DO NOTHING',
    [kilde, slags, vaerdi, udloeber],
    'engangsvaerdi_ny',
  )

/** Removes some of those that have run out; those that another process is removing are passed over. */
export const deleteUdloebne = (nu: Tidspunkt, hoejst: number): Statement<never> =>
  sql(
    `DELETE FROM engangsvaerdi WHERE (kilde_id, slags, vaerdi) IN (
       SELECT kilde_id, slags, vaerdi FROM engangsvaerdi WHERE udloeber < $1 ORDER BY udloeber LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [nu, hoejst],
    'engangsvaerdi_udloebne',
  )
