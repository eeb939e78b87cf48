import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Somebody's searches of one day (YYYY-MM-DD, Danish), those of the days before it when there were any, and how many citizens were opened. */
export type SoegedagRaekke = {
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly dag: string
  readonly antal: number
  readonly tidligere: readonly number[]
  readonly aabnet: number
}

/** More are not looked at: there are as many employees as that in no municipality who search without end. */
const HOEJST = 500

/** The last 28 days, as of `idag`, with more than `over` searches, the newest first. Role: alarm, which sees no day of whoever reads. */
export const listSoegedage = (kommune: CvrNummer, idag: string, over: number): Statement<SoegedagRaekke> =>
  sql(
    `SELECT s.medarbejder_id, s.medarbejder_navn, to_char(s.dag, 'YYYY-MM-DD') AS dag, s.antal,
       (SELECT coalesce(jsonb_agg(f.antal), '[]') FROM soegedag f
        WHERE f.kommune = s.kommune AND f.medarbejder_id = s.medarbejder_id AND f.dag < s.dag AND f.dag >= s.dag - 28) AS tidligere,
       (SELECT count(DISTINCT b.part_id)::int FROM opslagsbesoeg b
        WHERE b.kommune = s.kommune AND b.medarbejder_id = s.medarbejder_id AND b.begyndt >= s.dag::timestamp AT TIME ZONE 'Europe/Copenhagen'
          AND b.begyndt < (s.dag + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen') AS aabnet
     FROM soegedag s WHERE s.kommune = $1 AND s.dag > $2::date - 28 AND s.antal > $3
     ORDER BY s.dag DESC, s.antal DESC, s.medarbejder_id LIMIT ${HOEJST}`,
    [kommune, idag, over],
    'tilsyn_soegedage',
  )
