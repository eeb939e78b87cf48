import type { CvrNummer, Rettighedsgruppe, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

type Login = { readonly cvr: CvrNummer; readonly medarbejder: Uuid; readonly navn: string; readonly oprettet: Tidspunkt }

/** Notes which groups of rights a login brought: the first login with a group and the last stay when the session is long gone. */
export const noteRettigheder = (
  { cvr, medarbejder, navn, oprettet }: Login,
  rettigheder: readonly Rettighedsgruppe[],
): Statement<never> =>
  sql(
    `INSERT INTO rettighedsindehaver (cvr, medarbejder_id, gruppe_hash, navn, gruppe, foerst, senest)
     SELECT DISTINCT $1, $2::uuid, sha256(convert_to(g::text, 'UTF8')), $3, g, $4::timestamptz, $4::timestamptz
     FROM jsonb_array_elements($5::jsonb) AS g
     ON CONFLICT (cvr, medarbejder_id, gruppe_hash) DO UPDATE SET navn = excluded.navn, senest = excluded.senest`,
    [cvr, medarbejder, navn, oprettet, JSON.stringify(rettigheder)],
  )

export type RettighedsindehaverRaekke = {
  readonly medarbejder_id: Uuid
  readonly navn: string
  /** As it was kept: to be read by readRettigheder. */
  readonly gruppe: unknown
  readonly foerst: Tidspunkt
  readonly senest: Tidspunkt
}

/** Which groups have been brought by a login in the last year. */
export const listRettighedsindehavere = (cvr: CvrNummer, nu: Tidspunkt): Statement<RettighedsindehaverRaekke> =>
  sql(
    `SELECT medarbejder_id, navn, gruppe, foerst, senest FROM rettighedsindehaver
     WHERE cvr = $1 AND senest > $2::timestamptz - interval '1 year' ORDER BY navn, medarbejder_id, foerst, gruppe_hash`,
    [cvr, nu],
  )

/** When each was last logged in, as far as sessions are kept. */
export const listSenesteLogin = (cvr: CvrNummer): Statement<{ readonly medarbejder_id: Uuid; readonly senest: Tidspunkt }> =>
  sql('SELECT medarbejder_id, max(oprettet) AS senest FROM medarbejdersession WHERE cvr = $1 GROUP BY medarbejder_id', [cvr])

/** Removes who has not logged in with a group for two years; what was attested keeps it. */
export const deleteOldRettighedsindehavere = (nu: Tidspunkt): Statement<never> =>
  sql(`DELETE FROM rettighedsindehaver WHERE senest < $1::timestamptz - interval '2 years'`, [nu])

export type NyAttest = {
  readonly id: Uuid
  readonly cvr: CvrNummer
  readonly af: Uuid
  readonly navn: string
  readonly tidspunkt: Tidspunkt
  /** What was seen, a line each. */
  readonly linjer: readonly { readonly noegle: string; readonly navn: string; readonly siden: Tidspunkt }[]
}

export const insertAttest = (ny: NyAttest): Statement<never> =>
  sql(`INSERT INTO rolleattest (attest_id, cvr, attesteret_af, navn, attesteret, linjer) VALUES ($1, $2, $3, $4, $5, $6)`, [
    ny.id,
    ny.cvr,
    ny.af,
    ny.navn,
    ny.tidspunkt,
    JSON.stringify(ny.linjer),
  ])

export type AttestRaekke = {
  readonly attest_id: Uuid
  readonly attesteret_af: Uuid
  readonly navn: string
  readonly attesteret: Tidspunkt
  readonly antal: number
}

/** The acts by which an organisation's list was seen and approved, the newest first. */
export const listAttester = (cvr: CvrNummer): Statement<AttestRaekke> =>
  sql(
    `SELECT attest_id, attesteret_af, navn, attesteret, jsonb_array_length(linjer) AS antal
     FROM rolleattest WHERE cvr = $1 ORDER BY attesteret DESC, attest_id LIMIT 24`,
    [cvr],
  )

/** The lines that the newest of them covered. */
export const listAttesteredeLinjer = (cvr: CvrNummer): Statement<{ readonly noegle: string }> =>
  sql(
    `SELECT l ->> 'noegle' AS noegle FROM
       (SELECT linjer FROM rolleattest WHERE cvr = $1 ORDER BY attesteret DESC, attest_id LIMIT 1) AS a,
       jsonb_array_elements(a.linjer) AS l`,
    [cvr],
  )

export type AttestoversigtRaekke = {
  readonly cvr: CvrNummer
  readonly medarbejdere: number
  readonly attesteret: Tidspunkt | null
  readonly navn: string | null
}

/** Every organisation in which somebody has a role or a right, and when its list was last seen and approved, and by whom. */
export const listAttestoversigt = (nu: Tidspunkt): Statement<AttestoversigtRaekke> =>
  sql(
    `SELECT h.cvr, count(DISTINCT h.medarbejder_id)::int AS medarbejdere, a.attesteret, a.navn
     FROM (
       SELECT cvr, medarbejder_id FROM rettighedsindehaver WHERE senest > $1::timestamptz - interval '1 year'
       UNION
       SELECT t.cvr, t.medarbejder_id FROM rolletildeling t
       WHERE t.gaelder_fra <= $1::timestamptz AND (t.gaelder_til IS NULL OR t.gaelder_til > $1::timestamptz)
         AND NOT EXISTS (SELECT FROM rolleophoer o WHERE o.tildeling_id = t.tildeling_id AND o.gaelder_fra <= $1::timestamptz)) AS h
       LEFT JOIN LATERAL (
         SELECT attesteret, navn FROM rolleattest WHERE cvr = h.cvr ORDER BY attesteret DESC, attest_id LIMIT 1) AS a ON true
     GROUP BY h.cvr, a.attesteret, a.navn ORDER BY a.attesteret NULLS FIRST, h.cvr`,
    [nu],
  )
