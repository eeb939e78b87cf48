import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { AKTIVE_NOEDSTOP, type Noedstop } from '#visning'

/** Statements of the preview, besides those on facts (fakta/). Both run in the role kommune, in one transaction for each stretch of parts. */

/** The municipality's own stops in force: before the change and after it. */
export const findStop = (kommune: CvrNummer): Statement<Noedstop> =>
  sql(
    `SELECT n.noedstop_id AS id, n.kommune, n.slags, n.vaerdi, n.siden FROM ${AKTIVE_NOEDSTOP} AND n.kommune = $1`,
    [kommune],
    'forhaandsvisning_stop',
  )

/** How many of some persons have a protected name and address, and how many items about them there are. `antal` belongs to `parter` by place. */
export const countBeskyttede = (
  kommune: CvrNummer,
  parter: readonly Uuid[],
  antal: readonly number[],
): Statement<{ readonly kommune: CvrNummer; readonly personer: number; readonly ting: number }> =>
  sql(
    `SELECT $1::text AS kommune, count(*)::int AS personer, coalesce(sum(led.antal), 0)::int AS ting
     FROM unnest($2::uuid[], $3::int[]) AS led (part_id, antal) JOIN part ON part.part_id = led.part_id WHERE part.adressebeskyttet`,
    [kommune, [...parter], [...antal]],
    'forhaandsvisning_beskyttede',
  )
