import type { Tidspunkt } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the role that removes what is old, and may do nothing else. */

/** Up to where everything was kept before `foer`: the order is that of the numbers, so the first that is younger ends it. */
export const findGammelTil = (foer: Tidspunkt): Statement<{ readonly til: number }> =>
  sql(
    `SELECT coalesce(
       (SELECT min(loebenr) - 1 FROM udbakke WHERE loebenr IS NOT NULL AND tid >= $1),
       (SELECT sidste FROM udbakke_hoved)) AS til`,
    [foer],
  )

/** Said before anything is removed: a reader behind it is told that there is a gap. */
export const moveFjernetTil = (til: number): Statement<never> =>
  sql('UPDATE udbakke_hoved SET fjernet_til = greatest(fjernet_til, $1)', [til])

/** What still waited is counted as lapsed with its subscription. */
export const countBortfaldne = (til: number): Statement<never> =>
  sql(
    `UPDATE abonnement a SET bortfaldne = a.bortfaldne + u.antal
     FROM (SELECT abonnement_id, count(*) AS antal FROM udsendelse WHERE loebenr <= $1 AND tilstand = 'venter'
           GROUP BY abonnement_id) u
     WHERE a.abonnement_id = u.abonnement_id`,
    [til],
  )

export const deleteUdsendelser = (til: number): Statement<never> => sql('DELETE FROM udsendelse WHERE loebenr <= $1', [til])

export const deleteForsoeg = (til: number): Statement<never> => sql('DELETE FROM udsendelsesforsoeg WHERE loebenr <= $1', [til])

/** A batch at a time, so that no statement holds the intake up. */
export const deleteHaendelser = (til: number, antal: number): Statement<never> =>
  sql(
    `DELETE FROM udbakke WHERE nr IN (SELECT nr FROM udbakke WHERE loebenr IS NOT NULL AND loebenr <= $1 ORDER BY loebenr LIMIT $2)`,
    [til, antal],
  )

/** Subscriptions that were deleted, with all that was theirs. */
export const deleteSlettedesUdsendelser = (): Statement<never> =>
  sql(`DELETE FROM udsendelse u USING abonnement a WHERE a.abonnement_id = u.abonnement_id AND a.tilstand = 'slettet'`)

export const deleteSlettedesForsoeg = (): Statement<never> =>
  sql(`DELETE FROM udsendelsesforsoeg f USING abonnement a WHERE a.abonnement_id = f.abonnement_id AND a.tilstand = 'slettet'`)

export const deleteSlettede = (): Statement<never> => sql(`DELETE FROM abonnement WHERE tilstand = 'slettet'`)

/** Subscriptions whose receiver nobody proved to be theirs. */
export const deleteUbeviste = (foer: Tidspunkt): Statement<never> =>
  sql(`DELETE FROM abonnement WHERE tilstand = 'afventerBevis' AND oprettet < $1`, [foer])
