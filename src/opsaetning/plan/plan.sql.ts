import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on the plan. Its own run in the role opsaetning. */

export type SkridtRaekke = {
  readonly kommune: CvrNummer
  readonly nr: number
  readonly tid: Tidspunkt
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly data: unknown
}

export const listPlanskridt = (kommune: CvrNummer): Statement<SkridtRaekke> =>
  sql(
    'SELECT kommune, nr, tid, medarbejder_id, medarbejder_navn, data FROM plan_skridt WHERE kommune = $1 ORDER BY nr',
    [kommune],
    'plan_skridt',
  )

/** Writes the next step; nothing where somebody else took the number meanwhile. */
export const insertPlanskridt = (r: SkridtRaekke): Statement<never> =>
  sql(
    `INSERT INTO plan_skridt (kommune, nr, tid, medarbejder_id, medarbejder_navn, data) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [r.kommune, r.nr, r.tid, r.medarbejder_id, r.medarbejder_navn, JSON.stringify(r.data)],
  )

/** How many titles wait for somebody's look, by number; in the role kommune. */
export const countVentende = (
  kommune: CvrNummer,
): Statement<{ readonly kommune: CvrNummer; readonly kle: string; readonly antal: number }> =>
  sql(
    `SELECT kommune, kle, count(*)::int AS antal FROM titelopgave WHERE kommune = $1 AND tilstand = 'venter' GROUP BY kommune, kle`,
    [kommune],
    'plan_ventende',
  )
