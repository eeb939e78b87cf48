import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { FORTAELLES, LINJEFELTER, type Linjeraekke } from './merkle/index.ts'

/** Statements of a citizen's own look at who has looked, in the role borger. */

export type OpslagRaekke = {
  readonly part_id: Uuid
  readonly tid: Tidspunkt
  readonly aktoer_type: string
  readonly aktoer_id: Uuid
  readonly grund: string
  readonly formaal: string
  readonly hvad: string
  readonly korrelation: Uuid
  readonly kommune: CvrNummer | null
  readonly enhed: string | null
}

export const OPSLAGHVEM = ['dig', 'kommune', 'repraesentant', 'system'] as const
export type Opslaghvem = (typeof OPSLAGHVEM)[number]

/** Which lines: from a time on, before a time, by whom. What is left out limits nothing. */
export type Opslagsvalg = {
  readonly fra?: Tidspunkt | undefined
  readonly til?: Tidspunkt | undefined
  readonly hvem?: Opslaghvem | undefined
}

/**
 * What is told to the one it is about. That a system has fetched what it has itself delivered is left out: it gives nobody anything new, and to one
 * who sees nothing of that system it would tell that there is something. So is what a municipality reads to check titles, changes and stops, to
 * answer for the log, and to keep visits back: nobody asked for that person, or the citizen did. Looks at a person who was asked for are told,
 * whether anything was found or not. Visits that the law keeps back are left out here, and by row-level security again.
 */
const VISES = `part_id = $1 AND ${FORTAELLES}
  AND NOT (korrelation = ANY ((SELECT borgerblikket_undtagne())::uuid[]))`

const VALGTE = `${VISES} AND ($3::timestamptz IS NULL OR tid >= $3) AND ($4::timestamptz IS NULL OR tid < $4)
  AND ($5::text IS NULL OR $5 = CASE WHEN aktoer_id = part_id THEN 'dig' WHEN aktoer_type = 'medarbejder' THEN 'kommune'
    WHEN aktoer_type = 'borger' THEN 'repraesentant' ELSE 'system' END)`

const valgt = (part: Uuid, antal: number, { fra, til, hvem }: Opslagsvalg) => [
  part,
  antal,
  fra ?? null,
  til ?? null,
  hvem ?? null,
]

/** The newest reads about the part that are told, as its own page shows them. */
export const findOpslag = (part: Uuid, antal: number, valg: Opslagsvalg): Statement<OpslagRaekke> =>
  sql(
    `SELECT part_id, tid, aktoer_type, aktoer_id, grund, formaal, hvad, korrelation, kommune, enhed
     FROM adgangslog WHERE ${VALGTE} ORDER BY nr DESC LIMIT $2`,
    valgt(part, antal, valg),
    'adgangslog_om',
  )

/** The same lines, as they are hashed. */
export const findOpslagslinjer = (part: Uuid, antal: number, valg: Opslagsvalg): Statement<Linjeraekke> =>
  sql(
    `SELECT ${LINJEFELTER} FROM adgangslog WHERE ${VALGTE} ORDER BY nr DESC LIMIT $2`,
    valgt(part, antal, valg),
    'adgangslog_linjer_om',
  )

/** Those of some visits to the part that are told now. */
export const findFortalte = (part: Uuid, besoeg: readonly Uuid[]): Statement<{ readonly korrelation: Uuid }> =>
  sql(
    `SELECT DISTINCT korrelation FROM adgangslog WHERE ${VISES} AND korrelation = ANY ($2::uuid[])`,
    [part, besoeg],
    'adgangslog_fortalte',
  )

/** Since when there are lines at all, of anybody: null where there are none yet. */
export const findLogbegyndelse = (part: Uuid): Statement<{ readonly part_id: Uuid; readonly fra: Tidspunkt | null }> =>
  sql('SELECT $1::uuid AS part_id, borgerblikket_log_fra() AS fra', [part], 'adgangslog_fra')

export type SpoergsmaalRaekke = {
  readonly part_id: Uuid
  readonly korrelation: Uuid
  readonly stillet: Tidspunkt
  readonly frist: string
  readonly tekst: Buffer
  readonly svar: Buffer | null
  readonly svaret: Tidspunkt | null
  readonly besoegt: Tidspunkt
  readonly kommune: CvrNummer
}

/** What the citizen has asked about visits, sealed. */
export const findEgneSpoergsmaal = (part: Uuid): Statement<SpoergsmaalRaekke> =>
  sql(
    `SELECT part_id, korrelation, stillet, frist::text AS frist, tekst, svar, svaret, besoegt, kommune FROM opslagsspoergsmaal WHERE part_id = $1
     ORDER BY stillet DESC LIMIT 1000`,
    [part],
    'opslagsspoergsmaal_egne',
  )

export type BesoegtRaekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly besoegt: Tidspunkt
  /** Working days within which this municipality answers; null where it has not said. */
  readonly dage: number | null
}

/** The visit that is asked about, where it is one of those told and somebody at a municipality's. */
export const findBesoegt = (part: Uuid, korrelation: Uuid): Statement<BesoegtRaekke> =>
  sql(
    `SELECT l.part_id, l.kommune, min(l.tid) AS besoegt, max(v.svarfrist_dage) AS dage
     FROM (SELECT part_id, kommune, tid FROM adgangslog WHERE ${VISES} AND korrelation = $2 AND kommune IS NOT NULL) l
     LEFT JOIN adgangslog_valg v ON v.kommune = l.kommune GROUP BY l.part_id, l.kommune`,
    [part, korrelation],
    'adgangslog_besoegt',
  )

export type NytSpoergsmaal = {
  readonly id: Uuid
  readonly part: Uuid
  readonly korrelation: Uuid
  readonly kommune: CvrNummer
  readonly besoegt: Tidspunkt
  readonly stillet: Tidspunkt
  readonly frist: string
  readonly tekst: Uint8Array
}

/** One question a visit: of two at once the first stands. */
export const insertSpoergsmaal = (s: NytSpoergsmaal): Statement<never> =>
  sql(
    `INSERT INTO opslagsspoergsmaal (spoergsmaal_id, part_id, korrelation, kommune, besoegt, stillet, frist, tekst)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE (SELECT count(*) FROM opslagsspoergsmaal WHERE part_id = $2) < $9 ON CONFLICT DO NOTHING`,
    [s.id, s.part, s.korrelation, s.kommune, s.besoegt, s.stillet, s.frist, s.tekst, HOEJST_SPOERGSMAAL],
    'opslagsspoergsmaal_ind',
  )
const HOEJST_SPOERGSMAAL = 1_000
