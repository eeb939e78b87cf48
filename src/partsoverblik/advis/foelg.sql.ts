import { rettighedsbetingelse } from '#indeks'
import type { CvrNummer, Medarbejdergrundlag, Rettighedsgruppe, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { type Abonnementsslags, ADVIS_DAGE, type Aftaletid, HOEJST_ADVIS, type NytAdvis, type Sket } from './advis.ts'

/** Statements of role advis, which follows what happens and tells those who asked. It reads no text of any thing. */

/** The mark, held until the transaction ends. No row: another process is at it. */
export const lockMaerke = (): Statement<{ readonly loebenr: number; readonly dag: string | null }> =>
  sql('SELECT loebenr, dag::text AS dag FROM advis_maerke FOR UPDATE SKIP LOCKED', [], 'advis_maerke')

export const setMaerke = (loebenr: number, dag: string | null): Statement<never> =>
  sql('UPDATE advis_maerke SET loebenr = $1, dag = $2::date', [loebenr, dag], 'advis_maerke_flyt')

export const findFjernetTil = (): Statement<{ readonly fjernet_til: number }> =>
  sql('SELECT fjernet_til FROM udbakke_hoved', [], 'advis_fjernet_til')

export type Haendelse = {
  readonly loebenr: number
  readonly tid: Tidspunkt
  readonly objekt_id: Uuid
  readonly haendelse: string
}

export const listHaendelser = (efter: number, antal: number): Statement<Haendelse> =>
  sql(
    'SELECT loebenr, tid, objekt_id, haendelse FROM udbakke WHERE loebenr > $1 ORDER BY loebenr LIMIT $2',
    [efter, antal],
    'advis_haendelser',
  )

export type Fakta = {
  readonly objekt_id: Uuid
  readonly kommune: CvrNummer | null
  readonly parter: readonly Uuid[]
  readonly sager: readonly Uuid[]
  readonly behandlere: readonly Sket['behandlere'][] | null
  readonly aftaler: readonly Aftaletid[] | null
}

export const findFakta = (objekter: readonly Uuid[]): Statement<Fakta> =>
  sql(
    'SELECT objekt_id, kommune, to_jsonb(parter) AS parter, to_jsonb(sager) AS sager, behandlere, aftaler FROM borgerblikket_advisfakta($1::uuid[])',
    [objekter],
    'advis_fakta',
  )

export type LytterRaekke = {
  readonly medarbejder_id: Uuid
  readonly kommune: CvrNummer
  readonly slags: Abonnementsslags
  readonly part_id: Uuid | null
  readonly objekt_id: Uuid | null
}

const MODTAGERE = `SELECT a.kommune, a.slags, a.part_id, a.objekt_id, a.dage_foer, a.dag, a.abonnement_id, coalesce(m.medarbejder_id, a.medarbejder_id) AS medarbejder_id
  FROM advis_abonnement a LEFT JOIN advis_medlem m ON m.gruppe_id = a.gruppe_id`

/** Those who may have to be told of something about these: which of them is decided by the rule. */
export const findLyttere = (
  parter: readonly Uuid[],
  sager: readonly Uuid[],
  behandlere: readonly string[],
): Statement<LytterRaekke> =>
  sql(
    `${MODTAGERE} WHERE (a.slags = 'part' AND a.part_id = ANY ($1::uuid[])) OR (a.slags = 'sag' AND a.objekt_id = ANY ($2::uuid[]))
       OR (a.slags = 'egneSager' AND a.medarbejder_id::text = ANY ($3::text[]))`,
    [parter, sager, behandlere],
    'advis_lyttere',
  )

export type Dagsraekke = LytterRaekke & {
  readonly abonnement_id: Uuid
  readonly dage_foer: number | null
  readonly dag: string | null
}

/** Deadlines and reminders, all that there are: looked at once a day. */
export const listDage = (efter: Uuid, antal: number): Statement<Dagsraekke> =>
  sql(
    `SELECT b.kommune, b.slags, b.part_id, b.objekt_id, b.dage_foer, b.dag::text AS dag, b.abonnement_id,
       coalesce(m.medarbejder_id, b.medarbejder_id) AS medarbejder_id
     FROM (SELECT * FROM advis_abonnement WHERE slags IN ('frist', 'paamindelse') AND abonnement_id > $1 ORDER BY abonnement_id LIMIT $2) b
     LEFT JOIN advis_medlem m ON m.gruppe_id = b.gruppe_id ORDER BY b.abonnement_id`,
    [efter, antal],
    'advis_dage',
  )

/** Each once, however often the round is made. */
export const insertAdvis = (nye: readonly NytAdvis[]): Statement<never> =>
  sql(
    `INSERT INTO advis (kommune, medarbejder_id, part_id, objekt_id, hvad, noegle, tid)
     SELECT k, m, p, o, h, n, t FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
       AS nye (k, m, p, o, h, n, t) ON CONFLICT DO NOTHING`,
    [
      nye.map((en) => en.kommune),
      nye.map((en) => en.medarbejder),
      nye.map((en) => en.part),
      nye.map((en) => en.objekt),
      nye.map((en) => en.hvad),
      nye.map((en) => en.noegle),
      nye.map((en) => en.tid),
    ],
    'advis_ind',
  )

/** Who works with citizens in the municipality: by a role that is given there now, or by what their newest login of the last month brought. */
const HAR_ROLLE = (id: string, cvr: string, nu: string): string => `(
  EXISTS (SELECT 1 FROM rolletildeling t WHERE t.medarbejder_id = ${id} AND t.cvr = ${cvr} AND t.rolle IN ('sagsbehandler', 'borgerservice')
    AND t.gaelder_fra <= ${nu} AND (t.gaelder_til IS NULL OR t.gaelder_til > ${nu})
    AND NOT EXISTS (SELECT 1 FROM rolleophoer o WHERE o.tildeling_id = t.tildeling_id AND o.gaelder_fra <= ${nu}))
  OR EXISTS (SELECT 1 FROM (
    SELECT s.rettigheder FROM medarbejdersession s WHERE s.medarbejder_id = ${id} AND s.cvr = ${cvr}
    ORDER BY s.oprettet DESC LIMIT 1) nyeste, jsonb_array_elements(nyeste.rettigheder) g
    WHERE g -> 'systemroller' ?| ARRAY['sagsbehandler', 'borgerservice']))`

/** Ends what belongs to those who no longer work with citizens there, and what has run out. */
export const endAbonnementer = (nu: Tidspunkt): Statement<never> =>
  sql(
    `DELETE FROM advis_abonnement a WHERE a.udloeber <= $1::timestamptz
       OR NOT ${HAR_ROLLE('a.medarbejder_id', 'a.kommune', '$1::timestamptz')}`,
    [nu],
  )
/** Reminders stand with the others for two days after theirs, and until they have been told of. */
export const endPaamindelser = (idag: string): Statement<never> =>
  sql(`DELETE FROM advis_abonnement WHERE slags = 'paamindelse' AND dag < $1::date - 2`, [idag])
export const endMedlemskaber = (nu: Tidspunkt): Statement<never> =>
  sql(`DELETE FROM advis_medlem a WHERE NOT ${HAR_ROLLE('a.medarbejder_id', 'a.kommune', '$1::timestamptz')}`, [nu])
export const endMails = (nu: Tidspunkt): Statement<never> =>
  sql(`DELETE FROM advis_mail a WHERE NOT ${HAR_ROLLE('a.medarbejder_id', 'a.kommune', '$1::timestamptz')}`, [nu])

/** What is old, what is more than anybody reads, and what belongs to those who no longer work there. */
export const removeAdvis = (nu: Tidspunkt): Statement<never> =>
  sql(
    `DELETE FROM advis WHERE advis_id IN (
       SELECT advis_id FROM (
         SELECT advis_id, tid, medarbejder_id, kommune, row_number() OVER (PARTITION BY kommune, medarbejder_id ORDER BY tid DESC) AS nr FROM advis) a
       WHERE a.nr > ${HOEJST_ADVIS} OR a.tid < $1::timestamptz - interval '${ADVIS_DAGE} days'
         OR NOT ${HAR_ROLLE('a.medarbejder_id', 'a.kommune', '$1::timestamptz')})`,
    [nu],
  )

export type Mailmodtager = {
  readonly medarbejder_id: Uuid
  readonly kommune: CvrNummer
  readonly adresse: Uint8Array
  readonly rettigheder: readonly Rettighedsgruppe[]
  readonly enheder: readonly string[]
  /** The day of the mail before. */
  readonly forrige: string | null
}

/** Those who want a mail and have had none today, with what their newest login brought; each held by one process. */
export const takeMailmodtagere = (dag: string, antal: number): Statement<Mailmodtager> =>
  sql(
    `UPDATE advis_mail a SET senest = $1::date FROM (
       SELECT kommune, medarbejder_id, senest FROM advis_mail WHERE senest IS NULL OR senest < $1::date LIMIT $2 FOR UPDATE SKIP LOCKED) n
     WHERE a.kommune = n.kommune AND a.medarbejder_id = n.medarbejder_id
     RETURNING a.medarbejder_id, a.kommune, a.adresse, n.senest::text AS forrige,
       coalesce((SELECT s.rettigheder FROM medarbejdersession s WHERE s.medarbejder_id = a.medarbejder_id AND s.cvr = a.kommune
         ORDER BY s.oprettet DESC LIMIT 1), '[]') AS rettigheder,
       coalesce((SELECT s.enheder FROM medarbejdersession s WHERE s.medarbejder_id = a.medarbejder_id AND s.cvr = a.kommune
         ORDER BY s.oprettet DESC LIMIT 1), '[]') AS enheder`,
    [dag, antal],
  )

export type Ulaest = { readonly part_id: Uuid; readonly objekt_id: Uuid }

/** What somebody has not read of what was told after `siden`. */
export const listUlaeste = (medarbejder: Uuid, kommune: CvrNummer, siden: Tidspunkt): Statement<Ulaest> =>
  sql(
    `SELECT part_id, objekt_id FROM advis WHERE medarbejder_id = $1 AND kommune = $2 AND laest IS NULL AND tid > $3
     ORDER BY tid DESC LIMIT 200`,
    [medarbejder, kommune, siden],
  )

/** How many of these the reader may see now: a number and nothing else. Limited here, and by row-level security. Role: sagsbehandler. */
export function countSynlige(
  grundlag: Pick<Medarbejdergrundlag, 'rettigheder' | 'enheder' | 'kommune' | 'aktoer'>,
  nu: Tidspunkt,
  ulaeste: readonly Ulaest[],
): Statement<{ readonly antal: number }> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 4, part: 'u.part' })
  return sql(
    `SELECT count(*)::int AS antal FROM unnest($1::uuid[], $2::uuid[]) AS u (part, ting)
       JOIN overblik o ON o.part_id = u.part AND o.item_id = u.ting WHERE o.kommune = $3 AND ${tekst}`,
    [ulaeste.map(({ part_id }) => part_id), ulaeste.map(({ objekt_id }) => objekt_id), grundlag.kommune, ...vaerdier],
  )
}
