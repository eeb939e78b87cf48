import type { CvrNummer, Uuid } from '#kernel'
import type { Vurderingsviden } from '#kvalitet/vurdering'
import type { OverblikRaekke } from '#overblik'
import { type Statement, sql } from '#platform/database'
import { AKTIVE_NOEDSTOP, type Noedstop } from '#visning'

/** Statements of the preview. All run in the role kommune, in one transaction for each stretch of parts. */

/** A stretch of parts: from and with `fra`, to and without `til`. */
export type Straekning = { readonly fra: Uuid; readonly til: Uuid | undefined }

/** Where the decisions take a number from: of the item's own, of its cases, of its benefits. Besides these there is the row's own. */
const STEDER = ['$.kler.kle', '$.sager.kler.kle', '$.ydelser.kle'] as const
const BEROERT = 'kle ^@ ANY ($2::text[]) OR data @? $3::jsonpath OR data @? $4::jsonpath OR data @? $5::jsonpath'

/** A number of the program's own form, since a path takes no parameters. */
const PRAEFIKS = /^\d{2}(\.\d{2}){0,2}$/

function beroertVaerdier(kommune: CvrNummer, praefikser: readonly string[]) {
  for (const praefiks of praefikser) if (!PRAEFIKS.test(praefiks)) throw new RangeError('Not a KLE prefix')
  const valg = praefikser.map((praefiks) => `@ starts with "${praefiks}"`).join(' || ')
  return [kommune, [...praefikser], ...STEDER.map((sted) => `${sted} ? (${valg})`)] as const
}

/**
 * The parts, in order, with an item of a number under the prefixes: for all others every decision stays. One look at each row, without its
 * content leaving the database.
 */
export const findBeroerteParter = (
  kommune: CvrNummer,
  praefikser: readonly string[],
  { fra, til }: Straekning,
): Statement<{ readonly part_id: Uuid; readonly kommune: CvrNummer }> =>
  sql(
    `SELECT DISTINCT part_id, kommune FROM overblik
     WHERE kommune = $1 AND part_id >= $6 AND ($7::uuid IS NULL OR part_id < $7) AND (${BEROERT}) ORDER BY part_id`,
    [...beroertVaerdier(kommune, praefikser), fra, til ?? null],
  )

/** A row with what is known of its titles: `false` is that none of them holds the item back, null that nobody has looked. */
export type BeroertRaekke = OverblikRaekke & { readonly viden: Vurderingsviden | false | null }

/**
 * All of some parts' rows that a change under the prefixes can show or hide, and all that say whether it does, a part at a time. What is shown
 * of an item follows from itself, from its cases and the letters on them, and of grants and payments from each other. So besides the rows with
 * such a number there are: a part's grants and payments, where one of them has; and whatever shares a case with any of these.
 */
export const findBeroerte = (
  kommune: CvrNummer,
  praefikser: readonly string[],
  parter: readonly Uuid[],
  regelversion: number,
): Statement<BeroertRaekke> =>
  sql(
    `WITH ting AS MATERIALIZED (
       SELECT part_id, item_id, art IN ('bevilling', 'oekonomiskEffektuering') AS penge, sager, ${BEROERT} AS beroert
       FROM overblik WHERE kommune = $1 AND part_id = ANY ($6::uuid[])
     ), kerne AS MATERIALIZED (
       SELECT part_id, item_id, sager FROM ting
       WHERE beroert OR penge AND part_id IN (SELECT part_id FROM ting WHERE beroert AND penge)
     ), valgte AS (
       SELECT part_id, item_id FROM kerne
       UNION
       SELECT t.part_id, t.item_id FROM ting t CROSS JOIN unnest(t.sager) AS sag
       WHERE NOT t.beroert AND (t.part_id, sag) IN (SELECT k.part_id, paa FROM kerne k CROSS JOIN unnest(k.sager) AS paa)
     )
     SELECT ting.part_id, ting.item_id, ting.art, ting.kommune, ting.kle, ting.kilde_id, ting.aendret, ting.data,
       CASE WHEN v.item_id IS NULL THEN NULL
         WHEN v.regelversion = $7 AND NOT v.vurderinger @? '$[*] ? (@.tilbageholdt == true)' THEN 'false'::json
         ELSE json_build_object('item', v.item_id, 'regelversion', v.regelversion, 'vurderinger', v.vurderinger, 'notater', '[]'::json,
           'vurderet', v.vurderet) END AS viden
     FROM valgte JOIN overblik ting ON ting.part_id = valgte.part_id AND ting.item_id = valgte.item_id AND ting.part_id = ANY ($6::uuid[])
     LEFT JOIN titelvurdering v ON v.part_id = ting.part_id AND v.item_id = ting.item_id AND v.part_id = ANY ($6::uuid[])
     ORDER BY ting.part_id, ting.item_id`,
    [...beroertVaerdier(kommune, praefikser), [...parter], regelversion],
    'forhaandsvisning_beroerte',
  )

/** The municipality's own stops in force: before the change and after it. */
export const findStop = (kommune: CvrNummer): Statement<Noedstop> =>
  sql(
    `SELECT n.noedstop_id AS id, n.kommune, n.slags, n.vaerdi, n.siden FROM ${AKTIVE_NOEDSTOP} AND n.kommune = $1`,
    [kommune],
    'forhaandsvisning_stop',
  )

type Titeltal = { readonly kommune: CvrNummer; readonly udfald: string; readonly tredje: boolean; readonly antal: number }

/** How the titles of some items are judged: the heaviest of each, and how many have been judged at all. `ting` belongs to `parter` by place. */
export const countTitler = (
  kommune: CvrNummer,
  parter: readonly Uuid[],
  ting: readonly Uuid[],
  omAnden: readonly string[],
): Statement<Titeltal> =>
  sql(
    `SELECT $1::text AS kommune, udfald, tredje, count(*)::int AS antal FROM (
       SELECT CASE WHEN v.vurderinger @? '$[*] ? (@.udfald == "blokeret" && @.gennemgang != "godkendt" && @.gennemgang != "rettet")' THEN 'blokeret'
           WHEN v.vurderinger @? '$[*] ? (@.udfald == "advaret" && @.gennemgang != "godkendt" && @.gennemgang != "rettet")' THEN 'advaret'
           ELSE 'ren' END AS udfald,
         jsonb_path_query_array(v.vurderinger, '$[*].fund[*]') ?| $4::text[] AS tredje
       FROM unnest($2::uuid[], $3::uuid[]) AS led (part_id, item_id)
       JOIN titelvurdering v ON v.part_id = led.part_id AND v.item_id = led.item_id AND v.kommune = $1
     ) AS vurderet GROUP BY udfald, tredje`,
    [kommune, [...parter], [...ting], [...omAnden]],
    'forhaandsvisning_titler',
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
