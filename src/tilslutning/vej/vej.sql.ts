import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on the steps of Tilslutning, and on what a decision asks for. All run in the role opsaetning. */

export type Emne = 'fagsystem' | 'kommune'

export type SkridtRaekke = {
  readonly emne_id: string
  readonly nr: number
  readonly tid: Tidspunkt
  readonly medarbejder_id: Uuid | null
  readonly medarbejder_cvr: CvrNummer | null
  readonly medarbejder_navn: string | null
  readonly medarbejder_organisation: string | null
  readonly data: unknown
}

/** All steps of one subject, or of all of its kind, in order. */
export const listSkridt = (emne: Emne, id: string | undefined): Statement<SkridtRaekke> =>
  sql(
    `SELECT emne_id, nr, tid, medarbejder_id, medarbejder_cvr, medarbejder_navn, medarbejder_organisation, data FROM tilslutning_skridt
     WHERE emne = $1 AND ($2::text IS NULL OR emne_id = $2) ORDER BY emne_id, nr`,
    [emne, id ?? null],
    'tilslutning_skridt_liste',
  )

/** Adds a step; touches no row where somebody else has taken that number. */
export const insertSkridt = (emne: Emne, raekke: SkridtRaekke): Statement<never> =>
  sql(
    `INSERT INTO tilslutning_skridt (emne, emne_id, nr, tid, medarbejder_id, medarbejder_cvr, medarbejder_navn, medarbejder_organisation, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (emne, emne_id, nr) DO NOTHING`,
    [
      emne,
      raekke.emne_id,
      raekke.nr,
      raekke.tid,
      raekke.medarbejder_id,
      raekke.medarbejder_cvr,
      raekke.medarbejder_navn,
      raekke.medarbejder_organisation,
      JSON.stringify(raekke.data),
    ],
    'tilslutning_skridt_ind',
  )

export type HelbredRaekke = {
  readonly kilde_id: Uuid
  readonly kommune: CvrNummer
  readonly seneste_levering: Tidspunkt | null
  readonly afstemt: Tidspunkt | null
  readonly aabne: number
}

/** How a system does in each municipality: last delivery, oldest area's reconciliation, open refusals. Refusals without a municipality count in all. */
export const listHelbred = (kilde: Uuid | undefined): Statement<HelbredRaekke> =>
  sql(
    `SELECT d.kilde_id, d.kommune, max(d.seneste_levering) AS seneste_levering,
       CASE WHEN bool_and(d.afstemt IS NOT NULL) THEN min(d.afstemt) END AS afstemt,
       (SELECT count(*) FROM afvisning a WHERE a.kilde_id = d.kilde_id AND a.afgjort IS NULL
          AND (a.kommune IS NULL OR a.kommune = d.kommune))::int AS aabne
     FROM daekning d WHERE $1::uuid IS NULL OR d.kilde_id = $1 GROUP BY d.kilde_id, d.kommune`,
    [kilde ?? null],
    'tilslutning_helbred',
  )

/** A system's open refusals by rule, most first; of one municipality those that are its own or name none. */
export const countAfvisninger = (
  kilde: Uuid,
  kommune: CvrNummer | undefined,
): Statement<{ readonly regel: string; readonly antal: number; readonly aeldste: Tidspunkt }> =>
  sql(
    `SELECT regel, count(*)::int AS antal, min(modtaget) AS aeldste FROM afvisning
     WHERE kilde_id = $1 AND afgjort IS NULL AND ($2::text IS NULL OR kommune IS NULL OR kommune = $2) GROUP BY regel ORDER BY antal DESC, regel LIMIT 50`,
    [kilde, kommune ?? null],
    'tilslutning_afvisninger',
  )
