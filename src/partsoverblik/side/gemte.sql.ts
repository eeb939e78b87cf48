import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Filtervalg } from './valg.ts'

/** Statements on the views that employees keep. Role: besoeg, which sees the employee's own. */

type Hvem = { readonly id: Uuid; readonly cvr: CvrNummer }
type Raekke = { readonly visning_id: Uuid; readonly navn: string; readonly valg: Readonly<Record<string, unknown>> }

export const listVisninger = ({ id, cvr }: Hvem): Statement<Raekke> =>
  sql(
    'SELECT visning_id, navn, valg FROM borgervisning WHERE medarbejder_id = $1 AND kommune = $2 ORDER BY lower(navn), navn',
    [id, cvr],
    'borgervisning_egne',
  )

/** Two at once of one employee's take turns, so that no more are kept than may be. */
export const lockVisninger = ({ id, cvr }: Hvem): Statement<unknown> =>
  sql("SELECT pg_advisory_xact_lock(hashtextextended('borgervisning ' || $1 || $2, 0))", [id, cvr])

export const countVisninger = ({ id, cvr }: Hvem, navn: string): Statement<{ readonly andre: number }> =>
  sql('SELECT count(*)::int AS andre FROM borgervisning WHERE medarbejder_id = $1 AND kommune = $2 AND navn <> $3', [
    id,
    cvr,
    navn,
  ])

export const insertVisning = (
  { id: medarbejder, cvr }: Hvem,
  { id, navn, valg }: { readonly id: Uuid; readonly navn: string; readonly valg: Filtervalg },
  nu: Tidspunkt,
): Statement<never> =>
  sql(
    `INSERT INTO borgervisning (visning_id, medarbejder_id, kommune, navn, valg, gemt) VALUES ($1, $2, $3, $4, $5::jsonb, $6)
     ON CONFLICT (medarbejder_id, kommune, navn) DO UPDATE SET valg = excluded.valg, gemt = excluded.gemt`,
    [id, medarbejder, cvr, navn, JSON.stringify(valg), nu],
  )

export const deleteVisning = ({ id: medarbejder, cvr }: Hvem, id: Uuid): Statement<never> =>
  sql('DELETE FROM borgervisning WHERE visning_id = $1 AND medarbejder_id = $2 AND kommune = $3', [id, medarbejder, cvr])
