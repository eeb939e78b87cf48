import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the one who answers for the access log in a municipality, in the role kommune. */

export type SpoergsmaalRaekke = {
  readonly spoergsmaal_id: Uuid
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly korrelation: Uuid
  readonly besoegt: Tidspunkt
  readonly stillet: Tidspunkt
  readonly frist: string
  readonly tekst: Buffer
  readonly svar: Buffer | null
  readonly svaret: Tidspunkt | null
  readonly svaret_navn: string | null
}

const SPOERGSMAAL = `spoergsmaal_id, part_id, kommune, korrelation, besoegt, stillet, frist::text AS frist, tekst, svar, svaret, svaret_navn
  FROM opslagsspoergsmaal`

/** Those that wait, the nearest deadline first, then the newest that have been answered. */
export const listSpoergsmaal = (kommune: CvrNummer, hoejst: number): Statement<SpoergsmaalRaekke> =>
  sql(
    `SELECT ${SPOERGSMAAL} WHERE kommune = $1 ORDER BY svaret DESC NULLS FIRST, opslagsspoergsmaal.frist, stillet LIMIT $2`,
    [kommune, hoejst],
    'logansvar_spoergsmaal',
  )

export const findSpoergsmaal = (kommune: CvrNummer, id: Uuid): Statement<SpoergsmaalRaekke> =>
  sql(`SELECT ${SPOERGSMAAL} WHERE kommune = $1 AND spoergsmaal_id = $2`, [kommune, id], 'logansvar_et_spoergsmaal')

/** An answer is given once. */
export const updateSvar = (
  kommune: CvrNummer,
  id: Uuid,
  svar: { readonly tekst: Uint8Array; readonly tid: Tidspunkt; readonly af: Uuid; readonly navn: string },
): Statement<never> =>
  sql(
    `UPDATE opslagsspoergsmaal SET svar = $3, svaret = $4, svaret_af = $5, svaret_navn = $6
     WHERE kommune = $1 AND spoergsmaal_id = $2 AND svar IS NULL`,
    [kommune, id, svar.tekst, svar.tid, svar.af, svar.navn],
    'logansvar_svar',
  )

export type BesoegRaekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly korrelation: Uuid
  readonly begyndt: Tidspunkt
  readonly medarbejder: Uuid
  readonly navn: string | null
  readonly grund: string
  readonly formaal: string
}

/** The municipality's visits to a citizen that are told to that citizen, or would be; the newest first. */
export const findBesoeg = (
  kommune: CvrNummer,
  part: Uuid,
  korrelation: Uuid | undefined,
  hoejst: number,
): Statement<BesoegRaekke> =>
  sql(
    `SELECT b.*, (SELECT max(m.navn) FROM medarbejdersession m WHERE m.medarbejder_id = b.medarbejder AND m.cvr = $1) AS navn
     FROM (SELECT part_id, kommune, korrelation, min(tid) AS begyndt, aktoer_id AS medarbejder, grund, max(formaal) AS formaal FROM adgangslog
       WHERE part_id = $2 AND kommune = $1 AND ($3::uuid IS NULL OR korrelation = $3)
         AND (grund = 'jobfunktionsrolle' OR formaal IN ('seSomBorgeren', 'forklaring'))
       GROUP BY part_id, kommune, korrelation, aktoer_id, grund ORDER BY min(nr) DESC LIMIT $4) b ORDER BY b.begyndt DESC`,
    [kommune, part, korrelation ?? null, hoejst],
    'logansvar_besoeg',
  )

/** The names of those who work for the municipality here, as their logins told them. */
export const findMedarbejdernavne = (kommune: CvrNummer, hoejst: number): Statement<{ readonly navn: string }> =>
  sql('SELECT DISTINCT navn FROM medarbejdersession WHERE cvr = $1 LIMIT $2', [kommune, hoejst], 'logansvar_navne')

export type Undtagelsestilstand = 'foreslaaet' | 'gaelder' | 'afvist' | 'ophaevet'

export type UndtagelseRaekke = {
  readonly undtagelse_id: Uuid
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly korrelation: Uuid
  readonly hjemmel: string
  readonly begrundelse: Buffer
  readonly til: Tidspunkt
  readonly tilstand: Undtagelsestilstand
  readonly foreslaaet: Tidspunkt
  readonly foreslaaet_af: Uuid
  readonly foreslaaet_navn: string
  readonly afgjort: Tidspunkt | null
  readonly afgjort_navn: string | null
  readonly ophaevet: Tidspunkt | null
  readonly ophaevet_navn: string | null
}

const UNDTAGELSE = `undtagelse_id, part_id, kommune, korrelation, hjemmel, begrundelse, til, tilstand, foreslaaet, foreslaaet_af, foreslaaet_navn,
  afgjort, afgjort_navn, ophaevet, ophaevet_navn FROM adgangslog_undtagelse`

/** With the visit that each is about, which whoever approves it must know; null where its lines have been deleted. */
export type UndtagelseMedBesoeg = UndtagelseRaekke & {
  readonly besoegt: Tidspunkt | null
  readonly navn: string | null
  readonly grund: string | null
  readonly formaal: string | null
}

export const listUndtagelser = (kommune: CvrNummer, hoejst: number): Statement<UndtagelseMedBesoeg> =>
  sql(
    `SELECT u.*, b.besoegt, b.grund, b.formaal,
       (SELECT max(m.navn) FROM medarbejdersession m WHERE m.medarbejder_id = b.medarbejder AND m.cvr = $1) AS navn
     FROM (SELECT ${UNDTAGELSE} WHERE kommune = $1 ORDER BY foreslaaet DESC LIMIT $2) u
     LEFT JOIN LATERAL (
       SELECT min(l.tid) OVER () AS besoegt, l.aktoer_id AS medarbejder, l.grund, l.formaal FROM adgangslog l
       WHERE l.part_id = u.part_id AND l.korrelation = u.korrelation AND l.kommune = $1 LIMIT 1) b ON true
     ORDER BY u.foreslaaet DESC`,
    [kommune, hoejst],
    'logansvar_undtagelser',
  )

export const findUndtagelse = (kommune: CvrNummer, id: Uuid): Statement<UndtagelseRaekke> =>
  sql(`SELECT ${UNDTAGELSE} WHERE kommune = $1 AND undtagelse_id = $2 FOR UPDATE`, [kommune, id], 'logansvar_undtagelse')

/** Two who propose at once take turns: the second of two that stand would keep the visit back when the first was ended. */
export const lockUndtagelser = (part: Uuid, korrelation: Uuid): Statement<unknown> =>
  sql(
    "SELECT pg_advisory_xact_lock(hashtextextended('undtagelse ' || $1 || $2, 0))",
    [part, korrelation],
    'logansvar_undtagelse_laas',
  )

/** What is proposed or in force about a visit. */
export const findUndtagelseAf = (kommune: CvrNummer, part: Uuid, korrelation: Uuid, nu: Tidspunkt) =>
  sql<{ readonly undtagelse_id: Uuid }>(
    `SELECT undtagelse_id FROM adgangslog_undtagelse WHERE kommune = $1 AND part_id = $2 AND korrelation = $3
     AND (tilstand = 'foreslaaet' OR tilstand = 'gaelder' AND til > $4)`,
    [kommune, part, korrelation, nu],
    'logansvar_undtagelse_af',
  )

/** The logins that are the actor's own, as far as the municipality has told. */
export const findEgneLogins = (): Statement<{ readonly id: Uuid }> =>
  sql('SELECT unnest(borgerblikket_mig()) AS id', [], 'logansvar_egne_logins')

/** Until when a visit can be kept back, so that its lines are still there for a time afterwards; null where they are gone. */
export const findSenest = (part: Uuid, korrelation: Uuid): Statement<{ readonly senest: Tidspunkt | null }> =>
  sql('SELECT borgerblikket_undtages_senest($1, $2) AS senest', [part, korrelation], 'logansvar_senest')

export const isBesoegSet = (part: Uuid, korrelation: Uuid): Statement<{ readonly set: boolean }> =>
  sql('SELECT borgerblikket_besoeg_er_set($1, $2) AS set', [part, korrelation], 'logansvar_set')

export type NyUndtagelse = {
  readonly id: Uuid
  readonly kommune: CvrNummer
  readonly part: Uuid
  readonly korrelation: Uuid
  readonly hjemmel: string
  readonly begrundelse: Uint8Array
  readonly til: Tidspunkt
  readonly foreslaaet: Tidspunkt
  readonly af: { readonly id: Uuid; readonly navn: string }
}

export const insertUndtagelse = (u: NyUndtagelse): Statement<never> =>
  sql(
    `INSERT INTO adgangslog_undtagelse (undtagelse_id, kommune, part_id, korrelation, hjemmel, begrundelse, til, tilstand, foreslaaet, foreslaaet_af, foreslaaet_navn)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'foreslaaet', $8, $9, $10)`,
    [u.id, u.kommune, u.part, u.korrelation, u.hjemmel, u.begrundelse, u.til, u.foreslaaet, u.af.id, u.af.navn],
    'logansvar_undtagelse_ind',
  )

export const updateAfgjort = (
  id: Uuid,
  tilstand: 'gaelder' | 'afvist',
  { tid, af }: { readonly tid: Tidspunkt; readonly af: { readonly id: Uuid; readonly navn: string } },
): Statement<never> =>
  sql(
    `UPDATE adgangslog_undtagelse SET tilstand = $2, afgjort = $3, afgjort_af = $4, afgjort_navn = $5
     WHERE undtagelse_id = $1 AND tilstand = 'foreslaaet'`,
    [id, tilstand, tid, af.id, af.navn],
    'logansvar_undtagelse_afgjort',
  )

export const updateOphaevet = (id: Uuid, tid: Tidspunkt, navn: string): Statement<never> =>
  sql(
    `UPDATE adgangslog_undtagelse SET tilstand = 'ophaevet', ophaevet = $2, ophaevet_navn = $3
     WHERE undtagelse_id = $1 AND tilstand = 'gaelder'`,
    [id, tid, navn],
    'logansvar_undtagelse_ophaevet',
  )

export type Valgraekke = {
  readonly svarfrist_dage: number
  readonly opbevaring_maaneder: number
  readonly aendret: Tidspunkt
  readonly aendret_navn: string
}

export const findValg = (kommune: CvrNummer): Statement<Valgraekke> =>
  sql(
    'SELECT svarfrist_dage, opbevaring_maaneder, aendret, aendret_navn FROM adgangslog_valg WHERE kommune = $1',
    [kommune],
    'logansvar_valg',
  )

export const upsertValg = (
  kommune: CvrNummer,
  valg: { readonly svarfristDage: number; readonly opbevaringMaaneder: number },
  { tid, af }: { readonly tid: Tidspunkt; readonly af: { readonly id: Uuid; readonly navn: string } },
): Statement<never> =>
  sql(
    `INSERT INTO adgangslog_valg (kommune, svarfrist_dage, opbevaring_maaneder, aendret, aendret_af, aendret_navn) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kommune) DO UPDATE SET svarfrist_dage = excluded.svarfrist_dage, opbevaring_maaneder = excluded.opbevaring_maaneder,
       aendret = excluded.aendret, aendret_af = excluded.aendret_af, aendret_navn = excluded.aendret_navn`,
    [kommune, valg.svarfristDage, valg.opbevaringMaaneder, tid, af.id, af.navn],
    'logansvar_valg_ind',
  )
