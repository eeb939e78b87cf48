import type { CvrNummer, Tidspunkt } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the role logsletning, which reads numbers and times of lines and nothing else, and deletes those whose time is over. */

/** How long each municipality wants the log kept; those that have not chosen are not here. */
export const findOpbevaring = (): Statement<{
  readonly kommune: CvrNummer
  readonly opbevaring_maaneder: number
  readonly aendret: Tidspunkt
}> => sql('SELECT kommune, opbevaring_maaneder, aendret FROM adgangslog_valg', [], 'logsletning_opbevaring')

/**
 * Deletes the oldest lines up to the first that is not from before `graense` or has not been sealed, and writes down that it was done. From the oldest
 * on and none left out: one that is missing among others is then seen for what it is.
 */
export const deleteLinjer = (graense: Tidspunkt, hoejst: number, hvem: string): Statement<{ readonly antal: number }> =>
  sql(
    `WITH aeldste AS (SELECT nr, tid FROM adgangslog ORDER BY nr LIMIT $2),
       stop AS (SELECT min(nr) AS nr FROM aeldste WHERE tid >= $1 OR nr > (SELECT coalesce(max(antal), 0) FROM adgangslog_kontrolpunkt)),
       slettet AS (DELETE FROM adgangslog l USING aeldste a, stop s WHERE l.nr = a.nr AND (s.nr IS NULL OR a.nr < s.nr) RETURNING l.nr)
     INSERT INTO adgangslog_sletning (til_nr, graense, antal, hvem) SELECT max(nr), $1, count(*), $3 FROM slettet HAVING count(*) > 0
     RETURNING antal::int`,
    [graense, hoejst, hvem],
    'logsletning_linjer',
  )

/** Questions about visits whose lines are gone, whose answer has stood for three months; one that waits for its answer stays. */
export const deleteSpoergsmaal = (graense: Tidspunkt, nu: Tidspunkt, hoejst: number): Statement<never> =>
  sql(
    `DELETE FROM opslagsspoergsmaal WHERE spoergsmaal_id IN
     (SELECT spoergsmaal_id FROM opslagsspoergsmaal WHERE besoegt < $1 AND svaret < $2::timestamptz - interval '3 months' LIMIT $3)`,
    [graense, nu, hoejst],
    'logsletning_spoergsmaal',
  )

/** Acts that kept such visits back: proposed, and over, before that time. */
export const deleteUndtagelser = (graense: Tidspunkt, hoejst: number): Statement<never> =>
  sql(
    `DELETE FROM adgangslog_undtagelse WHERE undtagelse_id IN
     (SELECT undtagelse_id FROM adgangslog_undtagelse WHERE foreslaaet < $1 AND til < $1 LIMIT $2)`,
    [graense, hoejst],
    'logsletning_undtagelser',
  )
