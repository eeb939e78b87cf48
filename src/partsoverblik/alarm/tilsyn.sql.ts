import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Alarmart, Alvor } from './alarm.ts'
import type { Naeste, Udfald } from './udfald.ts'

/** Statements of the role alarm: the municipality's own, and none about the visits of the one who reads. */

/** Something in the queue: a visit with alarms that nobody has judged yet. Nothing of the citizen. */
export type KoeRaekke = {
  readonly besoeg_id: Uuid
  readonly medarbejder_navn: string
  readonly begyndt: Tidspunkt
  readonly formaal: string
  readonly arter: readonly Alarmart[]
  readonly spurgt: boolean
}

const UAFGJORT = 'NOT EXISTS (SELECT FROM alarmudfald u WHERE u.besoeg_id = a.besoeg_id)'

/** The gravest first, of those the oldest; `fra` are left out before. */
export const listKoe = (kommune: CvrNummer, fra: number, antal: number): Statement<KoeRaekke> =>
  sql(
    `SELECT b.besoeg_id, b.medarbejder_navn, b.begyndt, b.formaal, jsonb_agg(a.art ORDER BY a.art) AS arter, bool_or(a.alvor = 'spoerg') AS spurgt
     FROM opslagsalarm a JOIN opslagsbesoeg b ON b.besoeg_id = a.besoeg_id
     WHERE a.kommune = $1 AND a.alvor <> 'log' AND ${UAFGJORT}
     GROUP BY b.besoeg_id ORDER BY spurgt DESC, b.begyndt, b.besoeg_id LIMIT $3 OFFSET $2`,
    [kommune, fra, antal],
    'tilsyn_koe',
  )

export type KoetalRaekke = { readonly antal: number; readonly spurgt: number; readonly aeldste: Tidspunkt | null }

export const countKoe = (kommune: CvrNummer): Statement<KoetalRaekke> =>
  sql(
    `SELECT count(DISTINCT a.besoeg_id)::int AS antal, (count(DISTINCT a.besoeg_id) FILTER (WHERE a.alvor = 'spoerg'))::int AS spurgt,
       min(a.tid) AS aeldste
     FROM opslagsalarm a WHERE a.kommune = $1 AND a.alvor <> 'log' AND ${UAFGJORT}`,
    [kommune],
    'tilsyn_koetal',
  )

export type AfgjortRaekke = {
  readonly besoeg_id: Uuid
  readonly medarbejder_navn: string
  readonly begyndt: Tidspunkt
  readonly udfald: Udfald
  readonly naeste: Naeste | null
  readonly tid: Tidspunkt
  readonly af_navn: string
}

/** What was judged last. */
export const listAfgjorte = (kommune: CvrNummer, antal: number): Statement<AfgjortRaekke> =>
  sql(
    `SELECT b.besoeg_id, b.medarbejder_navn, b.begyndt, u.udfald, u.naeste, u.tid, u.af_navn
     FROM alarmudfald u JOIN opslagsbesoeg b ON b.besoeg_id = u.besoeg_id
     WHERE u.kommune = $1 AND u.nr = (SELECT max(v.nr) FROM alarmudfald v WHERE v.besoeg_id = u.besoeg_id)
     ORDER BY u.tid DESC LIMIT $2`,
    [kommune, antal],
    'tilsyn_afgjorte',
  )

/** One visit, with its alarms and what was said of them. About the citizen: to be read by readForTilsyn alone. */
export type BesoegsRaekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly besoeg_id: Uuid
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly formaal: string
  readonly begrundelse: Buffer | null
  readonly begyndt: Tidspunkt
  readonly skal_bekraeftes: boolean
  readonly bekraeftet: Tidspunkt | null
  readonly alarmer: readonly { readonly art: Alarmart; readonly alvor: Alvor; readonly tal: number | null }[]
  readonly udfald: readonly {
    readonly nr: number
    readonly udfald: Udfald
    readonly naeste: Naeste | null
    /** Sealed, in hex. */
    readonly begrundelse: string
    readonly tid: string
    readonly af_navn: string
  }[]
  readonly linjer: readonly {
    readonly tid: string
    readonly grund: string
    readonly formaal: string
    readonly hvad: string
    readonly antal: number
    readonly objekt_id: Uuid | null
    readonly enhed: string | null
  }[]
}

/** As many lines of a visit as one can look over. */
const HOEJST_LINJER = 500

export const findAlarmbesoeg = (kommune: CvrNummer, besoeg: Uuid): Statement<BesoegsRaekke> =>
  sql(
    `SELECT b.part_id, b.kommune, b.besoeg_id, b.medarbejder_id, b.medarbejder_navn, b.formaal, b.begrundelse, b.begyndt, b.skal_bekraeftes, b.bekraeftet,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('art', a.art, 'alvor', a.alvor, 'tal', a.tal) ORDER BY a.art), '[]')
        FROM opslagsalarm a WHERE a.besoeg_id = b.besoeg_id) AS alarmer,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('nr', u.nr, 'udfald', u.udfald, 'naeste', u.naeste, 'begrundelse', encode(u.begrundelse, 'hex'),
          'tid', u.tid, 'af_navn', u.af_navn) ORDER BY u.nr), '[]') FROM alarmudfald u WHERE u.besoeg_id = b.besoeg_id) AS udfald,
       (SELECT coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.tid), '[]') FROM (
          SELECT tid, grund, formaal, hvad, antal, objekt_id, enhed FROM adgangslog
          WHERE part_id = b.part_id AND korrelation = b.besoeg_id ORDER BY nr LIMIT ${HOEJST_LINJER}) l) AS linjer
     FROM opslagsbesoeg b
     WHERE b.besoeg_id = $1 AND b.kommune = $2 AND EXISTS (SELECT FROM opslagsalarm a WHERE a.besoeg_id = b.besoeg_id)`,
    [besoeg, kommune],
    'tilsyn_besoeg',
  )

type Tilsynende = { readonly kommune: CvrNummer; readonly af: Uuid; readonly navn: string; readonly nu: Tidspunkt }

/** Keeps that somebody read: the queue, a visit, the figures, or an extract. */
export const insertLaesning = (
  { kommune, af, navn, nu }: Tilsynende,
  hvad: 'koe' | 'besoeg' | 'tal' | 'udtraek',
  om?: Uuid,
): Statement<never> =>
  sql('INSERT INTO tilsynslaesning (kommune, tid, af, af_navn, hvad, om) VALUES ($1, $2, $3, $4, $5, $6)', [
    kommune,
    nu,
    af,
    navn,
    hvad,
    om ?? null,
  ])

export type NytUdfald = {
  readonly besoeg: Uuid
  /** The one before, 0 for none: what another has said meanwhile is not written over. */
  readonly foer: number
  readonly udfald: Udfald
  readonly naeste: Naeste | undefined
  /** Sealed. */
  readonly begrundelse: Uint8Array
}

/** Judges a visit that has alarms; no row where another judged it first, it is one's own, or there is none. */
export const insertUdfald = (hvem: Tilsynende, nyt: NytUdfald): Statement<{ readonly nr: number }> =>
  sql(
    `INSERT INTO alarmudfald (besoeg_id, nr, kommune, medarbejder_id, udfald, naeste, begrundelse, tid, af, af_navn)
     SELECT b.besoeg_id, $2 + 1, b.kommune, b.medarbejder_id, $3, $4, $5, $6, $7, $8
     FROM opslagsbesoeg b
     WHERE b.besoeg_id = $1 AND b.kommune = $9 AND EXISTS (SELECT FROM opslagsalarm a WHERE a.besoeg_id = b.besoeg_id)
       AND $2 = (SELECT coalesce(max(u.nr), 0) FROM alarmudfald u WHERE u.besoeg_id = b.besoeg_id)
     ON CONFLICT (besoeg_id, nr) DO NOTHING RETURNING nr`,
    [nyt.besoeg, nyt.foer, nyt.udfald, nyt.naeste ?? null, nyt.begrundelse, hvem.nu, hvem.af, hvem.navn, hvem.kommune],
  )

export type TalRaekke = {
  readonly maaned: string
  readonly besoeg: number
  readonly i_koe: number
  readonly aabne: number
  readonly berettiget: number
  readonly uberettiget: number
  readonly afklaret: number
  /** With one decimal, as text. */
  readonly dage: string | null
}

/** Months since `fra`: visits with alarms, how many were put before somebody, what they came to, and the median of days until then. */
export const countAlarmer = (kommune: CvrNummer, fra: Tidspunkt): Statement<TalRaekke> =>
  sql(
    `WITH b AS (
       SELECT a.besoeg_id, min(a.tid) AS tid, bool_or(a.alvor <> 'log') AS koe FROM opslagsalarm a
       WHERE a.kommune = $1 AND a.tid >= $2::timestamptz GROUP BY a.besoeg_id
     ), u AS (
       SELECT DISTINCT ON (besoeg_id) besoeg_id, udfald, tid FROM alarmudfald WHERE kommune = $1 ORDER BY besoeg_id, nr DESC)
     SELECT to_char(b.tid AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM') AS maaned, count(*)::int AS besoeg,
       (count(*) FILTER (WHERE b.koe))::int AS i_koe, (count(*) FILTER (WHERE b.koe AND u.udfald IS NULL))::int AS aabne,
       (count(*) FILTER (WHERE u.udfald = 'berettiget'))::int AS berettiget, (count(*) FILTER (WHERE u.udfald = 'uberettiget'))::int AS uberettiget,
       (count(*) FILTER (WHERE u.udfald = 'afklaret'))::int AS afklaret,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM u.tid - b.tid) / 86400))::numeric, 1)::text AS dage
     FROM b LEFT JOIN u ON u.besoeg_id = b.besoeg_id GROUP BY 1 ORDER BY 1 DESC`,
    [kommune, fra],
    'tilsyn_tal',
  )

export type ArttalRaekke = { readonly art: Alarmart; readonly antal: number; readonly i_koe: number }

/** How many alarms of each kind since `fra`. */
export const countArter = (kommune: CvrNummer, fra: Tidspunkt): Statement<ArttalRaekke> =>
  sql(
    `SELECT art, count(*)::int AS antal, (count(*) FILTER (WHERE alvor <> 'log'))::int AS i_koe FROM opslagsalarm
     WHERE kommune = $1 AND tid >= $2::timestamptz GROUP BY art ORDER BY 2 DESC, 1`,
    [kommune, fra],
    'tilsyn_arter',
  )
