import { type OverblikData, rettighedsbetingelse } from '#indeks'
import type { Art, CvrNummer, Medarbejdergrundlag, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { type Abonnementsslags, type Advishvad, HOEJST_MEDLEMMER } from './advis.ts'

/** Statements of role sagsskriver: row-level security leaves the employee's own in their municipality, and the municipality's groups. */

export type Advisejer = { readonly id: Uuid; readonly cvr: CvrNummer }

export type AdvisRaekke = {
  readonly advis_id: Uuid
  readonly part_id: Uuid
  readonly objekt_id: Uuid
  readonly hvad: Advishvad
  readonly tid: Tidspunkt
  readonly laest: Tidspunkt | null
}

/** What was told, newest first, before a place. */
export const listAdvis = (
  { id, cvr }: Advisejer,
  foer: { readonly tid: string; readonly id: string },
  kunUlaeste: boolean,
  antal: number,
): Statement<AdvisRaekke> =>
  sql(
    `SELECT advis_id, part_id, objekt_id, hvad, tid, laest FROM advis
     WHERE kommune = $1 AND medarbejder_id = $2 AND (tid, advis_id) < ($3::timestamptz, $4::uuid) AND ($5::boolean IS FALSE OR laest IS NULL)
     ORDER BY tid DESC, advis_id DESC LIMIT $6`,
    [cvr, id, foer.tid, foer.id, kunUlaeste, antal],
    'advis_egne',
  )

export const markLaest = ({ id, cvr }: Advisejer, advis: Uuid, nu: Tidspunkt): Statement<never> =>
  sql('UPDATE advis SET laest = $4 WHERE kommune = $1 AND medarbejder_id = $2 AND advis_id = $3 AND laest IS NULL', [
    cvr,
    id,
    advis,
    nu,
  ])

/** All up to when the page was made; what came since has not been seen. */
export const markAlleLaest = ({ id, cvr }: Advisejer, til: Tidspunkt, nu: Tidspunkt): Statement<never> =>
  sql('UPDATE advis SET laest = $4 WHERE kommune = $1 AND medarbejder_id = $2 AND laest IS NULL AND tid <= $3', [
    cvr,
    id,
    til,
    nu,
  ])

export type Tingraekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly art: Art
  readonly kommune: CvrNummer
  readonly data: OverblikData
}

type Ret = Pick<Medarbejdergrundlag, 'part' | 'rettigheder' | 'enheder' | 'kommune' | 'aktoer'>

/**
 * Of these things those that the reader may see now; with payments the grants that the reader may see, since a payment is told of by those alone.
 * Limited here, and by row-level security. Role: sagsbehandler.
 */
export function findTing(grundlag: Ret, nu: Tidspunkt, ting: readonly Uuid[]): Statement<Tingraekke & { readonly kle: string }> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 4, part: '$1' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, o.kommune, o.kle, o.data FROM overblik o WHERE o.part_id = $1 AND o.kommune = $2
       AND (o.item_id = ANY ($3::uuid[]) OR (o.art = 'bevilling' AND EXISTS (
         SELECT FROM overblik e WHERE e.part_id = $1 AND e.item_id = ANY ($3::uuid[]) AND e.art = 'oekonomiskEffektuering')))
       AND ${tekst}`,
    [grundlag.part, grundlag.kommune, ting, ...vaerdier],
    'advis_ting',
  )
}

export type AbonnementRaekke = {
  readonly abonnement_id: Uuid
  readonly slags: Abonnementsslags
  readonly part_id: Uuid | null
  readonly objekt_id: Uuid | null
  readonly gruppe: string | null
  readonly dage_foer: number | null
  readonly dag: string | null
  readonly oprettet: Tidspunkt
}

export const listAbonnementer = ({ id, cvr }: Advisejer): Statement<AbonnementRaekke> =>
  sql(
    `SELECT a.abonnement_id, a.slags, a.part_id, a.objekt_id, g.navn AS gruppe, a.dage_foer, a.dag::text AS dag, a.oprettet
     FROM advis_abonnement a LEFT JOIN advis_gruppe g ON g.gruppe_id = a.gruppe_id
     WHERE a.kommune = $1 AND a.medarbejder_id = $2 ORDER BY a.oprettet DESC, a.abonnement_id LIMIT 200`,
    [cvr, id],
    'advis_abonnementer',
  )

export type NytAbonnement = {
  readonly id: Uuid
  readonly slags: Abonnementsslags
  readonly part?: Uuid | undefined
  readonly objekt?: Uuid | undefined
  readonly gruppe?: Uuid | undefined
  readonly dageFoer?: number | undefined
  readonly dag?: string | undefined
  readonly udloeber: Tidspunkt
}

/** Two at once of one employee's take turns, so that there are no more than there may be. */
export const lockEgne = ({ id, cvr }: Advisejer): Statement<unknown> =>
  sql("SELECT pg_advisory_xact_lock(hashtextextended('advis ' || $1 || $2, 0))", [id, cvr])

export const countAbonnementer = ({ id, cvr }: Advisejer): Statement<{ readonly antal: number }> =>
  sql('SELECT count(*)::int AS antal FROM advis_abonnement WHERE kommune = $1 AND medarbejder_id = $2', [cvr, id])

/** What is asked for again: it is to be with what was asked last, and for as long. */
export const deleteSamme = ({ id, cvr }: Advisejer, nyt: NytAbonnement): Statement<never> =>
  sql(
    `DELETE FROM advis_abonnement WHERE kommune = $1 AND medarbejder_id = $2 AND slags = $3 AND part_id IS NOT DISTINCT FROM $4::uuid
       AND objekt_id IS NOT DISTINCT FROM $5::uuid AND gruppe_id IS NOT DISTINCT FROM $6::uuid AND dag IS NOT DISTINCT FROM $7::date`,
    [cvr, id, nyt.slags, nyt.part ?? null, nyt.objekt ?? null, nyt.gruppe ?? null, nyt.dag ?? null],
  )

/** A row where the employee is in the group. */
export const findMedlemskab = ({ id, cvr }: Advisejer, gruppe: Uuid): Statement<{ readonly gruppe_id: Uuid }> =>
  sql('SELECT gruppe_id FROM advis_medlem WHERE gruppe_id = $1 AND medarbejder_id = $2 AND kommune = $3', [gruppe, id, cvr])

export const insertAbonnement = ({ id, cvr }: Advisejer, nyt: NytAbonnement, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO advis_abonnement (abonnement_id, kommune, medarbejder_id, gruppe_id, slags, part_id, objekt_id, dage_foer, dag, oprettet, udloeber)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      nyt.id,
      cvr,
      id,
      nyt.gruppe ?? null,
      nyt.slags,
      nyt.part ?? null,
      nyt.objekt ?? null,
      nyt.dageFoer ?? null,
      nyt.dag ?? null,
      nu,
      nyt.udloeber,
    ],
  )

export const deleteAbonnement = ({ id, cvr }: Advisejer, abonnement: Uuid): Statement<never> =>
  sql('DELETE FROM advis_abonnement WHERE kommune = $1 AND medarbejder_id = $2 AND abonnement_id = $3', [cvr, id, abonnement])

export type GruppeRaekke = { readonly gruppe_id: Uuid; readonly navn: string; readonly antal: number; readonly medlem: boolean }

export const listGrupper = ({ id, cvr }: Advisejer): Statement<GruppeRaekke> =>
  sql(
    `SELECT g.gruppe_id, g.navn, count(m.medarbejder_id)::int AS antal, coalesce(bool_or(m.medarbejder_id = $2), false) AS medlem
     FROM advis_gruppe g LEFT JOIN advis_medlem m ON m.gruppe_id = g.gruppe_id
     WHERE g.kommune = $1 GROUP BY g.gruppe_id, g.navn ORDER BY lower(g.navn), g.gruppe_id LIMIT 200`,
    [cvr, id],
    'advis_grupper',
  )

export const insertGruppe = ({ id, cvr }: Advisejer, gruppe: Uuid, navn: string, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO advis_gruppe (gruppe_id, kommune, navn, oprettet, af) SELECT $1, $2, $3, $4, $5
     WHERE (SELECT count(*) FROM advis_gruppe WHERE kommune = $2) < 200 ON CONFLICT DO NOTHING`,
    [gruppe, cvr, navn, nu, id],
  )

/** Oneself, in a group of the municipality that has room. */
export const insertMedlem = ({ id, cvr }: Advisejer, gruppe: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO advis_medlem (gruppe_id, medarbejder_id, kommune, siden)
     SELECT g.gruppe_id, $2, $3, $4 FROM advis_gruppe g
     WHERE g.gruppe_id = $1 AND g.kommune = $3
       AND (SELECT count(*) FROM advis_medlem m WHERE m.gruppe_id = g.gruppe_id) < ${HOEJST_MEDLEMMER}
     ON CONFLICT DO NOTHING`,
    [gruppe, id, cvr, nu],
  )

export const deleteMedlem = ({ id, cvr }: Advisejer, gruppe: Uuid): Statement<never> =>
  sql('DELETE FROM advis_medlem WHERE gruppe_id = $1 AND medarbejder_id = $2 AND kommune = $3', [gruppe, id, cvr])

export const findMail = ({ id, cvr }: Advisejer): Statement<{ readonly adresse: Uint8Array }> =>
  sql('SELECT adresse FROM advis_mail WHERE kommune = $1 AND medarbejder_id = $2', [cvr, id])

export const setMail = ({ id, cvr }: Advisejer, adresse: Uint8Array, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO advis_mail (kommune, medarbejder_id, adresse, oprettet) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kommune, medarbejder_id) DO UPDATE SET adresse = excluded.adresse`,
    [cvr, id, adresse, nu],
  )

export const deleteMail = ({ id, cvr }: Advisejer): Statement<never> =>
  sql('DELETE FROM advis_mail WHERE kommune = $1 AND medarbejder_id = $2', [cvr, id])

/** Of whom one advis of the employee's own is. */
export const findEgen = ({ id, cvr }: Advisejer, advis: Uuid): Statement<{ readonly part_id: Uuid }> =>
  sql('SELECT part_id FROM advis WHERE kommune = $1 AND medarbejder_id = $2 AND advis_id = $3', [cvr, id, advis])

/** The part's cases, deadlines and appointments of the municipality that the reader may see: limited here, and by row-level security. Role: sagsbehandler. */
export function listValgbare(grundlag: Ret, nu: Tidspunkt): Statement<Tingraekke> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 3, part: '$1' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, o.kommune, o.data FROM overblik o
     WHERE o.part_id = $1 AND o.kommune = $2 AND o.art IN ('sag', 'aftale') AND ${tekst} ORDER BY o.aendret DESC, o.item_id LIMIT 500`,
    [grundlag.part, grundlag.kommune, ...vaerdier],
    'advis_valgbare',
  )
}
