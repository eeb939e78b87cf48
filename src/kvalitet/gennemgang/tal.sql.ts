import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Figures of the review, by unit and by sample; never by person. All run in the role kommune. */

/** The pace is that of the latest so many decisions: as the work is now. */
const SENESTE = 2_000

/** How long a title takes: one row a unit, and one for all (enhed null). */
export const findTempo = (
  kommune: CvrNummer,
): Statement<{ readonly enhed: string | null; readonly median: number; readonly antal: number }> =>
  sql(
    `WITH seneste AS (SELECT enhed, sekunder FROM titelgennemgang WHERE kommune = $1 ORDER BY tid DESC LIMIT ${SENESTE})
     SELECT enhed, percentile_cont(0.5) WITHIN GROUP (ORDER BY sekunder)::float8 AS median, count(*)::int AS antal
     FROM seneste WHERE sekunder IS NOT NULL GROUP BY GROUPING SETS ((enhed), ()) HAVING count(*) > 0`,
    [kommune],
    'gennemgang_tempo',
  )

/** What has become of the tasks since a day, by unit. */
export type Enhedstal = {
  readonly enhed: string
  readonly enhedsnavn: string
  readonly venter: number
  readonly godkendt: number
  readonly rettet: number
  readonly afvist: number
}
export const countTilstande = (kommune: CvrNummer): Statement<Enhedstal> =>
  sql(
    `SELECT enhed, min(enhedsnavn) AS enhedsnavn, count(*) FILTER (WHERE tilstand = 'venter')::int AS venter,
       count(*) FILTER (WHERE tilstand = 'godkendt')::int AS godkendt, count(*) FILTER (WHERE tilstand = 'rettet')::int AS rettet,
       count(*) FILTER (WHERE tilstand = 'afvist')::int AS afvist
     FROM titelopgave WHERE kommune = $1 AND tilstand <> 'foraeldet' GROUP BY enhed ORDER BY 2, 1`,
    [kommune],
    'gennemgang_tilstande',
  )

/** How far each sample has come. */
export type Proevetal = { readonly kle: string; readonly udtrukket: number; readonly set: number; readonly daarlige: number }
export const countProever = (kommune: CvrNummer): Statement<Proevetal> =>
  sql(
    `SELECT proeve_kle AS kle, count(*)::int AS udtrukket, count(*) FILTER (WHERE tilstand IN ('godkendt', 'rettet', 'afvist'))::int AS set,
       count(*) FILTER (WHERE tilstand IN ('rettet', 'afvist'))::int AS daarlige
     FROM titelopgave WHERE kommune = $1 AND proeve_nummer IS NOT NULL AND tilstand <> 'foraeldet' GROUP BY 1 ORDER BY 1`,
    [kommune],
    'gennemgang_proever',
  )

/** How many of the planted titles each unit has found, since an instant. */
export type Plantettal = { readonly enhed: string; readonly antal: number; readonly fundet: number }
export const countPlantede = (kommune: CvrNummer, siden: Tidspunkt): Statement<Plantettal> =>
  sql(
    `SELECT enhed, count(*)::int AS antal, count(*) FILTER (WHERE fundet)::int AS fundet FROM plantet_titel
     WHERE kommune = $1 AND afgjort >= $2 GROUP BY enhed ORDER BY enhed`,
    [kommune, siden],
    'gennemgang_plantede',
  )

/** Reviewed titles whose source still sends the old one. For readForKommune: each is about a part. */
export type ForslagRaekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly item_id: Uuid
  readonly art: Art
  readonly kilde_id: Uuid
  readonly enhedsnavn: string
  readonly fund: readonly string[]
  readonly titel: string
  readonly rettet: Tidspunkt
}

/** So many are handed out at a time, the oldest first. */
export const HOEJST_FORSLAG = 2_000

export const findForslag = (kommune: CvrNummer, fra: Tidspunkt): Statement<ForslagRaekke> =>
  sql(
    `SELECT v.part_id, o.kommune, o.item_id, o.art, o.kilde_id, o.enhedsnavn, to_jsonb(o.fund) AS fund, o.titel, g.tid AS rettet
     FROM titelopgave o
     JOIN titelgennemgang g ON g.kommune = o.kommune AND g.opgave_id = o.opgave_id AND g.nr = o.version AND g.slags = 'ret'
     CROSS JOIN LATERAL (
       SELECT v.part_id FROM titelvurdering v WHERE v.item_id = o.item_id AND v.kommune = o.kommune
         AND v.vurderinger @> jsonb_build_array(jsonb_build_object('hash', o.hash)) ORDER BY v.part_id LIMIT 1) v
     WHERE o.kommune = $1 AND o.tilstand = 'rettet' AND g.tid >= $2 ORDER BY g.tid, o.opgave_id LIMIT ${HOEJST_FORSLAG}`,
    [kommune, fra],
    'gennemgang_forslag',
  )
