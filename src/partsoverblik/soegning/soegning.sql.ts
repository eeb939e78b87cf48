import { rettighedsbetingelse } from '#indeks'
import type { CvrNummer, Soegegrundlag, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** In place of a way that what was typed does not take: the same number of statements whatever was typed. */
export const findIngen = (): Statement<never> => sql('SELECT NULL WHERE false', [], 'soegning_ingen')

/** Whom cases are about. Role: soegning. */
export const findSagsparter = (sager: readonly Uuid[], hoejst: number) =>
  sql<{ readonly item_id: Uuid; readonly part_id: Uuid }>(
    `SELECT o.objekt_id AS item_id, p.part_id FROM objekt o CROSS JOIN LATERAL unnest(o.parter) AS p (part_id)
     WHERE o.objekt_id = ANY ($1::uuid[]) LIMIT $2::int`,
    [sager, hoejst],
    'soegning_sagsparter',
  )

/** A candidate; by `item` where it was found by that thing alone, and then nothing else makes it known. */
export type Kandidat = { readonly part: Uuid; readonly item: Uuid | undefined }

export type KendtRaekke = { readonly part_id: Uuid; readonly enhed: string | null }

/**
 * One thing of each candidate that the caseworker may know of, with the unit that answers for it; no row for a candidate of whom there is none. Limited
 * here and by row-level security, each by itself. Role: kendskab.
 */
export function findKendte(
  grundlag: Pick<Soegegrundlag, 'rettigheder' | 'enheder' | 'kommune' | 'aktoer'>,
  nu: Tidspunkt,
  kandidater: readonly Kandidat[],
): Statement<KendtRaekke> {
  const { vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 3, part: 'n.part_id', ret: 'kendskab' })
  return sql(
    `SELECT n.part_id, k.navn AS enhed FROM unnest($1::uuid[], $2::uuid[]) AS n (part_id, item_id)
     CROSS JOIN LATERAL (
       SELECT k.navn FROM borgerblikket_kendte(n.part_id, $3::jsonb, $4::jsonpath[], $5::jsonpath[]) k
         JOIN overblik o ON o.part_id = n.part_id AND o.item_id = k.item_id
       WHERE n.item_id IS NULL OR k.item_id = n.item_id LIMIT 1) k`,
    [kandidater.map(({ part }) => part), kandidater.map(({ item }) => item ?? null), ...vaerdier],
    'soegning_kendte',
  )
}

/** How often somebody has searched in this minute, and in the hour before it. */
export type Soegetal = { readonly minut: number; readonly foer: number }

/** Counts a search, no further than `hoejst` a minute, so that what is refused does not keep the way closed. Role: soegning. */
export const countSoegning = (medarbejder: Uuid, nu: Tidspunkt, hoejst: number): Statement<Soegetal> =>
  sql(
    `WITH nu (minut) AS (VALUES (date_trunc('minute', $2::timestamptz))),
       talt AS (
         INSERT INTO soegetal AS s (medarbejder_id, minut, antal) SELECT $1, minut, 1 FROM nu
         ON CONFLICT (medarbejder_id, minut) DO UPDATE SET antal = least(s.antal + 1, $3::int) RETURNING antal)
     SELECT (SELECT antal FROM talt) AS minut, coalesce(sum(s.antal), 0)::int AS foer
     FROM soegetal s, nu WHERE s.medarbejder_id = $1 AND s.minut < nu.minut AND s.minut > nu.minut - interval '1 hour'`,
    [medarbejder, nu, hoejst],
    'soegning_taelles',
  )

/** Forgets what no longer counts. Role: soegning. */
export const forgetSoegninger = (medarbejder: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `DELETE FROM soegetal WHERE medarbejder_id = $1 AND minut <= date_trunc('minute', $2::timestamptz) - interval '1 hour'`,
    [medarbejder, nu],
    'soegning_glemmes',
  )

type Soegende = { readonly kommune: CvrNummer; readonly id: Uuid; readonly navn: string }

/** Counts a search in the day (YYYY-MM-DD, Danish) of the one who makes it, for those who look after how citizens are looked up. Role: soegning. */
export const countSoegedag = ({ kommune, id, navn }: Soegende, dag: string): Statement<never> =>
  sql(
    `INSERT INTO soegedag AS s (kommune, medarbejder_id, dag, medarbejder_navn, antal) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (kommune, medarbejder_id, dag) DO UPDATE SET antal = s.antal + 1, medarbejder_navn = $4`,
    [kommune, id, dag, navn],
    'soegning_dag',
  )
