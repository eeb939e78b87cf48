import type { Tidspunkt } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the role opslagssletning, which sees ids and times and can remove nothing that is younger than the database's own bounds. */

/** What is removed, each by itself: a visit goes with its alarms and what became of them, an extract with its answer, a remark with what was said of it. */
export const RYDDES = ['besoeg', 'tilsynslaesning', 'udtraek', 'bemaerkning', 'notat', 'soegedag'] as const
export type Ryddes = (typeof RYDDES)[number]

/** Which are over before `$1`, the oldest first. */
const GAMLE: Readonly<Record<Ryddes, { readonly tabel: string; readonly noegle: string; readonly hvor: string }>> = {
  // Not while there are lines of it in the log, while somebody is to judge it, nor in the two years after somebody did.
  besoeg: {
    tabel: 'opslagsbesoeg',
    noegle: 'besoeg_id',
    hvor: `begyndt < $1 AND udloeber < least($1, (SELECT borgerblikket_log_fra()))
      AND NOT EXISTS (SELECT FROM alarmudfald u WHERE u.besoeg_id = opslagsbesoeg.besoeg_id AND u.tid >= now() - interval '24 months')
      AND (NOT EXISTS (SELECT FROM opslagsalarm a WHERE a.besoeg_id = opslagsbesoeg.besoeg_id AND a.alvor <> 'log')
        OR EXISTS (SELECT FROM alarmudfald u WHERE u.besoeg_id = opslagsbesoeg.besoeg_id))
      ORDER BY begyndt`,
  },
  tilsynslaesning: { tabel: 'tilsynslaesning', noegle: 'laesning_id', hvor: 'tid < $1 ORDER BY laesning_id' },
  udtraek: { tabel: 'logudtraek', noegle: 'udtraek_id', hvor: 'bestilt < $1 ORDER BY bestilt' },
  bemaerkning: {
    tabel: 'bemaerkning',
    noegle: 'bemaerkning_id',
    hvor: `gaelder_fra < $1 AND borgerblikket_bemaerkning_slut(bemaerkning_id) < ($1::timestamptz AT TIME ZONE 'Europe/Copenhagen')::date ORDER BY gaelder_fra`,
  },
  notat: {
    tabel: 'skrevet_notat',
    noegle: 'notat_id',
    hvor: `tilstand IN ('journaliseret', 'afvist', 'foraeldet') AND tilstand_tid < $1 ORDER BY tilstand_tid`,
  },
  soegedag: {
    tabel: 'soegedag',
    noegle: 'soegedag_id',
    hvor: `dag < ($1::timestamptz AT TIME ZONE 'Europe/Copenhagen')::date ORDER BY dag`,
  },
}
/** What points at a visit goes in the same statement. */
const MED: Readonly<Partial<Record<Ryddes, string>>> = {
  besoeg: `u AS (DELETE FROM alarmudfald WHERE besoeg_id IN (SELECT id FROM gamle)),
    a AS (DELETE FROM opslagsalarm WHERE besoeg_id IN (SELECT id FROM gamle)),`,
}

/** Two at once take turns: each sees what the other has left. */
export const holdOprydning = (): Statement<never> => sql('SELECT pg_advisory_xact_lock(471, 3)', [], 'oprydning_hold')

/** Removes the oldest of them, and writes down how many. No row where there was none. */
export const removeGamle = (
  hvad: Ryddes,
  foer: Tidspunkt,
  hoejst: number,
  hvem: string,
): Statement<{ readonly antal: number }> => {
  const { tabel, noegle, hvor } = GAMLE[hvad]
  return sql(
    `WITH gamle AS MATERIALIZED (SELECT ${noegle} AS id FROM ${tabel} WHERE ${hvor} LIMIT $2), ${MED[hvad] ?? ''}
       vaek AS (DELETE FROM ${tabel} WHERE ${noegle} IN (SELECT id FROM gamle) RETURNING 1)
     INSERT INTO opslagsoprydning (hvad, foer, antal, hvem) SELECT '${hvad}', $1, count(*), $3 FROM vaek HAVING count(*) > 0
     RETURNING antal::int`,
    [foer, hoejst, hvem],
    `oprydning_${hvad}`,
  )
}

export const countGamle = (hvad: Ryddes, foer: Tidspunkt): Statement<{ readonly antal: number }> => {
  const { tabel, noegle, hvor } = GAMLE[hvad]
  return sql(
    `SELECT count(*)::int AS antal FROM (SELECT ${noegle} FROM ${tabel} WHERE ${hvor}) g`,
    [foer],
    `oprydning_tael_${hvad}`,
  )
}
