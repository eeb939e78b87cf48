import type { CvrNummer, Uuid } from '#kernel'
import { sql } from '#platform/database'

/** What one read of personal data leaves behind. */
export type Logpost = {
  readonly aktoerType: string
  readonly aktoer: Uuid
  /** For which municipality, and in which of its units; undefined for those who act for none. */
  readonly kommune?: CvrNummer | undefined
  readonly enhed?: string | undefined
  readonly part: Uuid
  readonly grund: string
  readonly formaal: string
  readonly hvad: string
  readonly objekt: Uuid | undefined
  /** How many items were read. */
  readonly antal: number
  readonly korrelation: Uuid
}

/** Takes the log's head, and with it the next numbers: no gap, no number twice, whoever else writes. */
export const appendLogposter = (poster: readonly Logpost[]) =>
  sql(
    `WITH hoved AS (UPDATE adgangslog_hoved SET antal = antal + $1 WHERE id = 1 RETURNING antal - $1 AS foer)
     INSERT INTO adgangslog (nr, tid, aktoer_type, aktoer_id, part_id, grund, formaal, hvad, objekt_id, antal, korrelation, kommune, enhed)
     SELECT hoved.foer + n.ord, clock_timestamp(), n.at, n.a, n.p, n.g, n.f, n.h, n.o, n.antal, n.k, n.kommune, n.enhed
     FROM hoved, unnest($2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::int[], $10::uuid[],
       $11::text[], $12::text[]) WITH ORDINALITY AS n (at, a, p, g, f, h, o, antal, k, kommune, enhed, ord)`,
    [
      poster.length,
      poster.map((post) => post.aktoerType),
      poster.map((post) => post.aktoer),
      poster.map((post) => post.part),
      poster.map((post) => post.grund),
      poster.map((post) => post.formaal),
      poster.map((post) => post.hvad),
      poster.map((post) => post.objekt ?? null),
      poster.map((post) => post.antal),
      poster.map((post) => post.korrelation),
      poster.map((post) => post.kommune ?? null),
      poster.map((post) => post.enhed ?? null),
    ],
    'adgangslog_ind',
  )
