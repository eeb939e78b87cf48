import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Livstegn, Livstegnssvar } from './livstegn.ts'

/** Statements on signs of life. The role stands at each. */

/**
 * Role modtagelse. Takes a number into use, where it is above all before it; no row: it is not. Keeps others of the source waiting until the
 * transaction ends. Answers the number before it, null for the first.
 */
export const takeLoebenummer = (
  kilde: Uuid,
  { loebenummer, tidspunkt, naeste }: Livstegn,
  nu: Tidspunkt,
): Statement<{ readonly foer: number | null }> =>
  sql(
    `WITH foer AS (SELECT loebenummer FROM livstegn_seneste WHERE kilde_id = $1 FOR UPDATE)
     INSERT INTO livstegn_seneste AS s (kilde_id, loebenummer, tidspunkt, modtaget, naeste)
     SELECT $1, $2::bigint, $3::timestamptz, $4::timestamptz, $5::timestamptz FROM (SELECT max(loebenummer) AS nr FROM foer) f WHERE coalesce(f.nr, 0) < $2::bigint
     ON CONFLICT (kilde_id) DO UPDATE SET loebenummer = excluded.loebenummer, tidspunkt = excluded.tidspunkt,
       modtaget = excluded.modtaget, naeste = excluded.naeste
     WHERE s.loebenummer < excluded.loebenummer
     RETURNING (SELECT max(loebenummer) FROM foer) AS foer`,
    [kilde, loebenummer, tidspunkt, nu, naeste ?? null],
    'livstegn_nummer',
  )

/** Role modtagelse. What was stated and what was answered, a row for each municipality. */
export const insertLivstegn = (
  kilde: Uuid,
  { loebenummer, tidspunkt, kommuner }: Livstegn,
  svar: readonly Livstegnssvar[],
  { nu, hul }: { readonly nu: Tidspunkt; readonly hul: number },
): Statement<never> =>
  sql(
    `INSERT INTO livstegn (kilde_id, loebenummer, tidspunkt, modtaget, hul, kommune, vandmaerke, sendt, koe, talt, hvorfor)
     SELECT $1, $2, $3, $4, $5, n.* FROM unnest($6::text[], $7::timestamptz[], $8::bigint[], $9::bigint[], $10::bigint[], $11::text[]) AS n`,
    [
      kilde,
      loebenummer,
      tidspunkt,
      nu,
      hul,
      kommuner.map((led) => led.kommune),
      kommuner.map((led) => led.vandmaerke),
      kommuner.map((led) => led.sendt),
      kommuner.map((led) => led.koe),
      svar.map((led) => led.modtaget),
      svar.map((led) => led.hvorfor ?? null),
    ],
    'livstegn_ind',
  )

/** A source's last sign, for one of the municipalities that it named. */
export type SenesteLivstegn = {
  readonly kilde_id: Uuid
  readonly kommune: CvrNummer
  readonly modtaget: Tidspunkt
  /** When it promised the next. */
  readonly naeste: Tidspunkt | null
}

/** Role opsaetning. Every source's last sign, whatever it proved. */
export const loadSenesteLivstegn = (): Statement<SenesteLivstegn> =>
  sql(
    `SELECT s.kilde_id, l.kommune, s.modtaget, s.naeste
     FROM livstegn_seneste s JOIN livstegn l ON l.kilde_id = s.kilde_id AND l.loebenummer = s.loebenummer`,
    [],
    'livstegn_seneste',
  )

/**
 * Role opsaetning. When each source has given signs since `siden`, one for each quarter of an hour at the most: what a rhythm is learned of. A
 * source that says something every minute is not known any better by it.
 */
export const loadLivstegnstider = (siden: Tidspunkt): Statement<{ readonly kilde_id: Uuid; readonly tid: Tidspunkt }> =>
  sql(
    `SELECT kilde_id, max(modtaget) AS tid FROM livstegn WHERE modtaget >= $1
     GROUP BY kilde_id, floor(extract(epoch FROM modtaget) / 900)`,
    [siden],
    'livstegn_tider',
  )

/** Role oprydning. Signs that are older than they are kept, so many at a time. */
export const deleteGamleLivstegn = (foer: Tidspunkt, antal: number): Statement<never> =>
  sql(
    `DELETE FROM livstegn WHERE (kilde_id, loebenummer, kommune) IN (
       SELECT kilde_id, loebenummer, kommune FROM livstegn WHERE modtaget < $1 ORDER BY modtaget LIMIT $2)`,
    [foer, antal],
    'livstegn_slet',
  )
