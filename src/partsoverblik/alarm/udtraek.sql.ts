import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the role alarm on extracts of the log. */

export type Udtraeksart = 'medarbejder' | 'borger' | 'stikproeve'

export type UdtraekRaekke = {
  readonly udtraek_id: Uuid
  readonly om: Udtraeksart
  readonly om_medarbejder: Uuid | null
  readonly om_navn: string | null
  readonly om_part: Uuid | null
  readonly antal: number | null
  readonly fra: string
  readonly til: string
  /** Sealed. */
  readonly formaal: Buffer
  readonly bestilt: Tidspunkt
  readonly bestilt_af: Uuid
  readonly bestilt_af_navn: string
  readonly godkendt: boolean | null
  readonly svar_af: string | null
}

const FELTER = `u.udtraek_id, u.om, u.om_medarbejder, u.om_navn, u.om_part, u.antal, to_char(u.fra, 'YYYY-MM-DD') AS fra, to_char(u.til, 'YYYY-MM-DD') AS til,
  u.formaal, u.bestilt, u.bestilt_af, u.bestilt_af_navn, s.godkendt, s.af_navn AS svar_af`
const MED_SVAR = 'logudtraek u LEFT JOIN logudtraek_svar s ON s.udtraek_id = u.udtraek_id'

/** The newest orders; none that is about whoever asks. */
export const listUdtraek = (kommune: CvrNummer, antal: number): Statement<UdtraekRaekke> =>
  sql(
    `SELECT ${FELTER} FROM ${MED_SVAR} WHERE u.kommune = $1 ORDER BY u.bestilt DESC LIMIT $2`,
    [kommune, antal],
    'udtraek_liste',
  )

export const findUdtraek = (kommune: CvrNummer, id: Uuid): Statement<UdtraekRaekke> =>
  sql(`SELECT ${FELTER} FROM ${MED_SVAR} WHERE u.kommune = $1 AND u.udtraek_id = $2`, [kommune, id], 'udtraek_et')

export type NytUdtraek = {
  readonly id: Uuid
  readonly om: Udtraeksart
  readonly medarbejder: Uuid | undefined
  readonly navn: string | undefined
  readonly part: Uuid | undefined
  readonly antal: number | undefined
  readonly fra: string
  readonly til: string
  readonly formaal: Uint8Array
}
type Bestiller = { readonly kommune: CvrNummer; readonly af: Uuid; readonly navn: string; readonly nu: Tidspunkt }

export const insertUdtraek = (hvem: Bestiller, nyt: NytUdtraek): Statement<never> =>
  sql(
    `INSERT INTO logudtraek (udtraek_id, kommune, om, om_medarbejder, om_navn, om_part, antal, fra, til, formaal, bestilt, bestilt_af, bestilt_af_navn)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      nyt.id,
      hvem.kommune,
      nyt.om,
      nyt.medarbejder ?? null,
      nyt.navn ?? null,
      nyt.part ?? null,
      nyt.antal ?? null,
      nyt.fra,
      nyt.til,
      nyt.formaal,
      hvem.nu,
      hvem.af,
      hvem.navn,
    ],
  )

/** Answers an order about an employee, once; the one who ordered it may only take it back. No row: it has been answered, or is none of theirs. */
export const answerUdtraek = (hvem: Bestiller, id: Uuid, godkendt: boolean): Statement<{ readonly udtraek_id: Uuid }> =>
  sql(
    `INSERT INTO logudtraek_svar (udtraek_id, bestilt_af, kommune, godkendt, af, af_navn, tid)
     SELECT udtraek_id, bestilt_af, kommune, $3, $4, $5, $6 FROM logudtraek
     WHERE udtraek_id = $1 AND kommune = $2 AND om = 'medarbejder' AND (NOT $3 OR bestilt_af <> $4)
     ON CONFLICT (udtraek_id) DO NOTHING RETURNING udtraek_id`,
    [id, hvem.kommune, godkendt, hvem.af, hvem.navn, hvem.nu],
  )

export type MedarbejderRaekke = { readonly medarbejder_id: Uuid; readonly navn: string }

/** Employees who have looked citizens up since `fra`, or searched and opened nobody, by the name that they had last. */
export const listMedarbejdere = (kommune: CvrNummer, fra: Tidspunkt): Statement<MedarbejderRaekke> =>
  sql(
    `SELECT medarbejder_id, navn FROM (
       SELECT DISTINCT ON (medarbejder_id) medarbejder_id, navn FROM (
         SELECT medarbejder_id, medarbejder_navn AS navn, begyndt AS sidst FROM opslagsbesoeg WHERE kommune = $1 AND begyndt >= $2::timestamptz
         UNION ALL
         SELECT medarbejder_id, medarbejder_navn, dag::timestamp AT TIME ZONE 'Europe/Copenhagen' FROM soegedag
         WHERE kommune = $1 AND dag >= ($2::timestamptz AT TIME ZONE 'Europe/Copenhagen')::date) alle
       ORDER BY medarbejder_id, sidst DESC) m
     ORDER BY navn, medarbejder_id LIMIT 1000`,
    [kommune, fra],
    'udtraek_medarbejdere',
  )

export type LinjeRaekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly nr: string
  readonly tid: Tidspunkt
  readonly aktoer_id: Uuid
  readonly medarbejder_navn: string | null
  readonly enhed: string | null
  readonly grund: string
  readonly formaal: string
  readonly hvad: string
  readonly objekt_id: Uuid | null
  readonly antal: number
  readonly korrelation: Uuid
  readonly alarmer: string | null
  readonly udfald: string | null
}

/** More lines than this are not one extract: the period must be shorter. */
export const HOEJST_LINJER = 50_000

const linjer = (kilde: string): string => `
  SELECT l.part_id, l.kommune, l.nr, l.tid, l.aktoer_id, b.medarbejder_navn, l.enhed, l.grund, l.formaal, l.hvad, l.objekt_id, l.antal, l.korrelation,
    (SELECT string_agg(a.art, ' ' ORDER BY a.art) FROM opslagsalarm a WHERE a.besoeg_id = b.besoeg_id) AS alarmer,
    (SELECT u.udfald FROM alarmudfald u WHERE u.besoeg_id = b.besoeg_id ORDER BY u.nr DESC LIMIT 1) AS udfald
  FROM ${kilde} LEFT JOIN opslagsbesoeg b ON b.besoeg_id = l.korrelation
  ORDER BY l.nr LIMIT ${HOEJST_LINJER + 1}`
const FELT = 'nr, tid, aktoer_id, part_id, grund, formaal, hvad, objekt_id, antal, korrelation, kommune, enhed'

type Periode = { readonly fra: Tidspunkt; readonly til: Tidspunkt }

/** What an employee has read in a period, whatever the ground. */
export const findMedarbejdersLinjer = (kommune: CvrNummer, medarbejder: Uuid, { fra, til }: Periode): Statement<LinjeRaekke> =>
  sql(
    linjer(`(SELECT ${FELT} FROM adgangslog
       WHERE kommune = $1 AND aktoer_id = $2 AND tid >= $3::timestamptz AND tid < $4::timestamptz ORDER BY nr LIMIT ${HOEJST_LINJER + 1}) l`),
    [kommune, medarbejder, fra, til],
    'udtraek_medarbejder',
  )

/** What the municipality's employees have read about a citizen in a period. */
export const findBorgersLinjer = (kommune: CvrNummer, part: Uuid, { fra, til }: Periode): Statement<LinjeRaekke> =>
  sql(
    linjer(`(SELECT ${FELT} FROM adgangslog
       WHERE kommune = $1 AND part_id = $2 AND tid >= $3::timestamptz AND tid < $4::timestamptz ORDER BY nr LIMIT ${HOEJST_LINJER + 1}) l`),
    [kommune, part, fra, til],
    'udtraek_borger',
  )

/** What was read in as many visits of a period, drawn by the order's own lot: the same order draws the same visits each time. */
export const findStikproeve = (kommune: CvrNummer, lod: Uuid, antal: number, { fra, til }: Periode): Statement<LinjeRaekke> =>
  sql(
    linjer(`(SELECT besoeg_id, part_id AS part FROM opslagsbesoeg WHERE kommune = $1 AND begyndt >= $3::timestamptz AND begyndt < $4::timestamptz
       ORDER BY md5(besoeg_id::text || $2::text) LIMIT $5) d
       JOIN (SELECT ${FELT} FROM adgangslog) l ON l.part_id = d.part AND l.korrelation = d.besoeg_id`),
    [kommune, lod, fra, til, antal],
    'udtraek_stikproeve',
  )
