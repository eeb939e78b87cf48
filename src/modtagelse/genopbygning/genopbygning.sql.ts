import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Role modtagelse. What a rebuild did; nobody may change or remove it. */
export const insertGenopbygningshaendelse = (
  koersel: Uuid,
  hvad: 'begyndt' | 'rettet' | 'sluttet',
  detaljer: Readonly<Record<string, unknown>>,
  hvem: string,
) =>
  sql<never>('INSERT INTO genopbygning_haendelse (koersel_id, hvad, detaljer, hvem) VALUES ($1, $2, $3::jsonb, $4)', [
    koersel,
    hvad,
    JSON.stringify(detaljer),
    hvem,
  ])

/** Everything that the transaction reads is of one instant. Must come first in it. */
export const readOneInstant = () => sql<never>('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')

/** About how many tokens and parts there are, as the database remembers it. */
export const guessSoegeord = () =>
  sql<{ readonly parter: number; readonly ord: number }>(
    `SELECT (SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = 'part'::regclass) AS parter,
       (SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = 'soegeord'::regclass) AS ord`,
  )

/** A case that can be found by its numbers; an object of another kind, or one that is for no municipality, has none. */
export type Sagsraekke = { readonly id: Uuid; readonly kommune: CvrNummer | null; readonly numre: readonly string[] }

const SAG = `o.objekt_id AS id, o.kommune,
  to_jsonb(ARRAY(SELECT t.titel->>'nummer' FROM jsonb_array_elements(CASE o.art WHEN 'sag' THEN o.data->'titler' END) AS t (titel)
                 WHERE t.titel->>'nummer' IS NOT NULL)) AS numre`

/** The next objects in the order of their ids, with the numbers of those that are cases. */
export const findSagsside = (efter: Uuid, antal: number): Statement<Sagsraekke> =>
  sql(
    `SELECT ${SAG} FROM (SELECT * FROM objekt WHERE objekt_id > $1 ORDER BY objekt_id LIMIT $2) AS o ORDER BY o.objekt_id`,
    [efter, antal],
    'genopbyg_sagsside',
  )

export const findSager = (ider: readonly Uuid[]): Statement<Sagsraekke> =>
  sql(`SELECT ${SAG} FROM objekt o WHERE o.objekt_id = ANY ($1::uuid[]) AND o.art = 'sag'`, [ider], 'genopbyg_sager')

/** Those of the ids that were a case's, which has been deleted. */
export const findSlettedeSager = (ider: readonly Uuid[]): Statement<{ readonly id: Uuid }> =>
  sql(
    `SELECT objekt_id AS id FROM gravsten WHERE objekt_id = ANY ($1::uuid[]) AND art = 'sag'`,
    [ider],
    'genopbyg_slettede_sager',
  )
