import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the role login, on whom a municipality employs. */

/** Whom the municipality employs is what it says now: those it does not name are gone. */
export const deleteAnsatte = (kommune: CvrNummer, parter: readonly Uuid[]): Statement<never> =>
  sql('DELETE FROM ansat WHERE kommune = $1 AND NOT part_id = ANY ($2::uuid[])', [kommune, parter])

export const insertAnsatte = (kommune: CvrNummer, parter: readonly Uuid[], nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO ansat (kommune, part_id, siden) SELECT $1, p, $3 FROM unnest($2::uuid[]) AS n(p) ORDER BY p
     ON CONFLICT (kommune, part_id) DO NOTHING`,
    [kommune, parter, nu],
  )

/** Which citizens logins are, as the employer says; what a login itself has said stays, but for one that is told to be another. */
export const deleteMedarbejderparter = (kommune: CvrNummer, medarbejdere: readonly Uuid[]): Statement<never> =>
  sql(`DELETE FROM medarbejderpart WHERE kommune = $1 AND kilde = 'arbejdsgiver' AND NOT medarbejder_id = ANY ($2::uuid[])`, [
    kommune,
    medarbejdere,
  ])

export const upsertMedarbejderparter = (
  kommune: CvrNummer,
  par: readonly { readonly medarbejder: Uuid; readonly part: Uuid }[],
  nu: Tidspunkt,
): Statement<never> =>
  sql(
    `INSERT INTO medarbejderpart (kommune, medarbejder_id, part_id, kilde, siden)
     SELECT $1, m, p, 'arbejdsgiver', $4 FROM unnest($2::uuid[], $3::uuid[]) AS n(m, p) ORDER BY m
     ON CONFLICT (kommune, medarbejder_id) DO UPDATE SET part_id = excluded.part_id, kilde = excluded.kilde, siden = excluded.siden`,
    [kommune, par.map(({ medarbejder }) => medarbejder), par.map(({ part }) => part), nu],
  )
