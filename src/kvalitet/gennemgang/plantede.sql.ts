import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on the planted titles and the choice of how many. All run in the role kommune. */

export type PlantetRaekke = {
  readonly kommune: CvrNummer
  readonly plantet_id: Uuid
  readonly enhed: string
  readonly kle: string
  readonly skabelon: string
  readonly titel: string
  readonly vist: Tidspunkt
}

/** The one that the reviewer has not answered yet. */
export const findAabenPlantet = (kommune: CvrNummer, medarbejder: Uuid): Statement<PlantetRaekke> =>
  sql(
    `SELECT kommune, plantet_id, enhed, kle, skabelon, titel, vist FROM plantet_titel
     WHERE kommune = $1 AND medarbejder_id = $2 AND afgjort IS NULL ORDER BY vist LIMIT 1`,
    [kommune, medarbejder],
    'gennemgang_plantet',
  )

export const insertPlantet = (medarbejder: Uuid, ny: PlantetRaekke): Statement<never> =>
  sql(
    `INSERT INTO plantet_titel (kommune, plantet_id, medarbejder_id, enhed, kle, skabelon, titel, vist) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ny.kommune, ny.plantet_id, medarbejder, ny.enhed, ny.kle, ny.skabelon, ny.titel, ny.vist],
    'gennemgang_plant',
  )

/** Answered: found or not, and by whom is forgotten. No row: it is answered already, or was another's. */
export const settlePlantet = (
  kommune: CvrNummer,
  medarbejder: Uuid,
  id: Uuid,
  fundet: boolean,
  nu: Tidspunkt,
): Statement<{ readonly plantet_id: Uuid }> =>
  sql(
    `UPDATE plantet_titel SET fundet = $4, afgjort = $5, medarbejder_id = NULL
     WHERE kommune = $1 AND medarbejder_id = $2 AND plantet_id = $3 AND afgjort IS NULL RETURNING plantet_id`,
    [kommune, medarbejder, id, fundet, nu],
    'gennemgang_plantet_svar',
  )

export const findValg = (kommune: CvrNummer): Statement<{ readonly plantet_hver: number }> =>
  sql('SELECT plantet_hver FROM gennemgangsvalg WHERE kommune = $1', [kommune], 'gennemgang_valg')

export const setValg = (kommune: CvrNummer, hver: number): Statement<never> =>
  sql(
    `INSERT INTO gennemgangsvalg (kommune, plantet_hver) VALUES ($1, $2)
     ON CONFLICT (kommune) DO UPDATE SET plantet_hver = excluded.plantet_hver`,
    [kommune, hver],
    'gennemgang_saet_valg',
  )
