import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/**
 * How much a stop of the item hides, of the municipality's own: the item and what stands on it, with those who see the item. By the parts that
 * the item names, since overblik has no index on items; role kommune.
 */
export const countTing = (
  id: Uuid,
): Statement<{ readonly kommune: CvrNummer; readonly borgere: number; readonly ting: number; readonly den: number }> =>
  sql(
    `SELECT kommune, count(DISTINCT part_id)::int AS borgere, count(DISTINCT item_id)::int AS ting,
       count(*) FILTER (WHERE item_id = $1)::int AS den
     FROM overblik
     WHERE part_id = ANY (SELECT unnest(parter) FROM objekt WHERE objekt_id = $1) AND (item_id = $1 OR $1 = ANY (sager))
     GROUP BY kommune`,
    [id],
    'noedstop_beroert',
  )
