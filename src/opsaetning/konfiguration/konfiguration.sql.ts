import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on drafts and on what became of them. All but the count run in the role opsaetning. */

export type SkridtRaekke = {
  readonly udkast_id: Uuid
  readonly kommune: CvrNummer
  readonly nr: number
  readonly tid: Tidspunkt
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly data: unknown
}

/** The steps of one of the municipality's drafts, or of all of them, in order. */
export const listUdkastskridt = (kommune: CvrNummer, udkast: Uuid | undefined): Statement<SkridtRaekke> =>
  sql(
    `SELECT udkast_id, kommune, nr, tid, medarbejder_id, medarbejder_navn, data FROM konfigurationsudkast
     WHERE kommune = $1 AND ($2::uuid IS NULL OR udkast_id = $2) ORDER BY udkast_id, nr`,
    [kommune, udkast ?? null],
    'konfiguration_udkastskridt',
  )

/** Adds a step; touches no row where somebody else has taken that number. */
export const insertUdkastskridt = (raekke: SkridtRaekke): Statement<never> =>
  sql(
    `INSERT INTO konfigurationsudkast (udkast_id, kommune, nr, tid, medarbejder_id, medarbejder_navn, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (udkast_id, nr) DO NOTHING`,
    [
      raekke.udkast_id,
      raekke.kommune,
      raekke.nr,
      raekke.tid,
      raekke.medarbejder_id,
      raekke.medarbejder_navn,
      JSON.stringify(raekke.data),
    ],
    'konfiguration_udkastskridt_ind',
  )

export type AendringRaekke = {
  readonly kommune: CvrNummer
  readonly nr: number
  readonly tid: Tidspunkt
  readonly slags: 'godkendelse' | 'indsnaevring'
  readonly udkast_id: Uuid | null
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly data: unknown
}

/** What has been changed, newest first; from before `foer` where that is given. */
export const listAendringer = (kommune: CvrNummer, foer: number | undefined, hoejst: number): Statement<AendringRaekke> =>
  sql(
    `SELECT kommune, nr, tid, slags, udkast_id, medarbejder_id, medarbejder_navn, data FROM konfiguration_aendring
     WHERE kommune = $1 AND ($2::int IS NULL OR nr < $2) ORDER BY nr DESC LIMIT $3`,
    [kommune, foer ?? null, hoejst],
    'konfiguration_aendringer',
  )

export const findSenesteAendring = (kommune: CvrNummer): Statement<{ readonly nr: number }> =>
  sql('SELECT coalesce(max(nr), 0)::int AS nr FROM konfiguration_aendring WHERE kommune = $1', [kommune], 'konfiguration_seneste')

/** Adds a change; waits for another that is being made, and touches no row where that took the number. */
export const insertAendring = (raekke: AendringRaekke): Statement<never> =>
  sql(
    `INSERT INTO konfiguration_aendring (kommune, nr, tid, slags, udkast_id, medarbejder_id, medarbejder_navn, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (kommune, nr) DO NOTHING`,
    [
      raekke.kommune,
      raekke.nr,
      raekke.tid,
      raekke.slags,
      raekke.udkast_id,
      raekke.medarbejder_id,
      raekke.medarbejder_navn,
      JSON.stringify(raekke.data),
    ],
    'konfiguration_aendring_ind',
  )

/** How much lies in the index by number, in the role kommune: no persons. Something with two parties counts twice, as it is shown twice. */
export const countEfterKle = (
  kommune: CvrNummer,
): Statement<{ readonly kommune: CvrNummer; readonly kle: string; readonly antal: number }> =>
  sql(
    'SELECT kommune, kle, count(*)::int AS antal FROM overblik WHERE kommune = $1 GROUP BY kommune, kle',
    [kommune],
    'konfiguration_antal',
  )
