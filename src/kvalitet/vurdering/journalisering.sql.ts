import type { Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Whose a case is that an item stands on, whoever sees the item. */
export type Sagsparter = {
  readonly item_id: Uuid
  readonly sag: Uuid
  /** Those whom the case has, or has had, as its primary part; everybody it names. */
  readonly primaere: readonly Uuid[]
  readonly alle: readonly Uuid[]
}

/** All the cases that items stand on with their parts: a person's own row knows only of the person's own cases. */
export const findSagsparter = (items: readonly Uuid[]): Statement<Sagsparter> =>
  sql(
    `WITH paa AS MATERIALIZED (
       SELECT DISTINCT o.objekt_id AS item_id, sag FROM objekt o CROSS JOIN unnest(o.parter) AS p
         JOIN overblik v ON v.part_id = p AND v.item_id = o.objekt_id CROSS JOIN unnest(v.sager) AS sag
       WHERE o.objekt_id = ANY ($1::uuid[])
     ), flere AS (
       SELECT item_id FROM paa GROUP BY item_id HAVING count(*) > 1
     )
     SELECT paa.item_id, paa.sag, jsonb_agg(p ORDER BY p) AS alle,
       coalesce(jsonb_agg(p ORDER BY p) FILTER (WHERE v.data -> 'roller' @> '[{"rolle": "Primær part"}]'), '[]') AS primaere
     FROM paa JOIN flere USING (item_id) JOIN objekt s ON s.objekt_id = paa.sag CROSS JOIN unnest(s.parter) AS p
       JOIN overblik v ON v.part_id = p AND v.item_id = paa.sag
     GROUP BY paa.item_id, paa.sag ORDER BY paa.item_id, paa.sag`,
    [items],
    'vurdering_sagsparter',
  )
