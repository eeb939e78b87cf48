import type { CvrNummer, Uuid } from '#kernel'
import type { Vurderingsviden } from '#kvalitet/vurdering'
import type { OverblikRaekke } from '#overblik'
import { type Statement, sql } from '#platform/database'
import { AKTIVE_NOEDSTOP, type Noedstop } from '#visning'
import type { Straekning } from './straekning.ts'

/** Statements of the preview. All run in the role kommune, in one transaction for each stretch of parts. */

/** Where the decisions take a number from: of the item's own, of its cases, of its benefits. Besides these there is the row's own. */
const STEDER = ['$.kler.kle', '$.sager.kler.kle', '$.ydelser.kle'] as const
const BEROERT =
  'ting.kle ^@ ANY ($2::text[]) OR ting.data @? $3::jsonpath OR ting.data @? $4::jsonpath OR ting.data @? $5::jsonpath'

/** A number of the program's own form, since a path takes no parameters. */
const PRAEFIKS = /^\d{2}(\.\d{2}){0,2}$/

function beroertVaerdier(kommune: CvrNummer, praefikser: readonly string[]) {
  for (const praefiks of praefikser) if (!PRAEFIKS.test(praefiks)) throw new RangeError('Not a KLE prefix')
  const valg = praefikser.map((praefiks) => `@ starts with "${praefiks}"`).join(' || ')
  return [kommune, [...praefikser], ...STEDER.map((sted) => `${sted} ? (${valg})`)] as const
}

/**
 * What decides about an item. Of its titles `viden` says what is known: `false` is that there is nothing to be said of them, null that nobody
 * has looked. When its source changed it last decides nothing, and is not read.
 */
export type BeroertRaekke = Omit<OverblikRaekke, 'aendret'> & { readonly viden: Vurderingsviden | false | null }

/** A citizen's rows as JSON, each a BeroertRaekke without `part_id` and `kommune`. One row for each citizen, since a row costs what is in it again. */
type Partsraekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly ting: string
  /** All the municipality's items in the stretch, with or without such a number; null where it was not counted. */
  readonly iStraekning: number | null
}

/** Put together as text: a document of each item costs the database half as much again. No part of it is ever null, which would leave the item out. */
const TING = `'[' || string_agg('{"item_id":"' || ting.item_id || '","art":' || to_json(ting.art) || ',"kle":' || to_json(ting.kle) || ',"kilde_id":"' || ting.kilde_id
       || '","viden":' || CASE WHEN v.item_id IS NULL THEN 'null'
         WHEN v.regelversion = $7 AND NOT v.vurderinger @? '$[*] ? (@.tilbageholdt == true || @.udfald != "ren")' THEN 'false'
         ELSE json_build_object('item', v.item_id, 'regelversion', v.regelversion, 'vurderinger', v.vurderinger, 'notater', '[]'::json,
           'vurderet', v.vurderet)::text END
       || ',"data":' || ting.data || '}', ',') || ']' AS ting`
const I_STRAEKNING = (tabel: string) => `${tabel}.kommune = $1 AND ${tabel}.part_id >= $6 AND ${tabel}.part_id <= $8`

/**
 * All of a stretch's rows that a change under the prefixes can show or hide, and all that say whether it does. What is shown of an item follows
 * from itself, from its cases and the letters on them, and of grants and payments from each other. So besides the rows with such a number there
 * are: a part's grants and payments, where one of them has; and whatever shares a case with any of these.
 */
export const findBeroerte = (
  kommune: CvrNummer,
  praefikser: readonly string[],
  { fra, til }: Straekning,
  regelversion: number,
): Statement<Partsraekke> =>
  sql(
    `WITH ting AS MATERIALIZED (
       SELECT part_id, item_id, art IN ('bevilling', 'oekonomiskEffektuering') AS penge, sager, ${BEROERT} AS beroert
       FROM overblik ting WHERE ${I_STRAEKNING('ting')}
     ), kerne AS MATERIALIZED (
       SELECT part_id, item_id, sager FROM ting
       WHERE beroert OR penge AND part_id IN (SELECT part_id FROM ting WHERE beroert AND penge)
     ), valgte AS (
       SELECT part_id, item_id FROM kerne
       UNION
       SELECT t.part_id, t.item_id FROM ting t CROSS JOIN unnest(t.sager) AS sag
       WHERE NOT t.beroert AND (t.part_id, sag) IN (SELECT k.part_id, paa FROM kerne k CROSS JOIN unnest(k.sager) AS paa)
     )
     SELECT ting.part_id, ting.kommune, (SELECT count(*)::int FROM ting) AS "iStraekning", ${TING}
     FROM valgte JOIN overblik ting ON ting.part_id = valgte.part_id AND ting.item_id = valgte.item_id AND ${I_STRAEKNING('ting')}
     LEFT JOIN titelvurdering v ON v.part_id = ting.part_id AND v.item_id = ting.item_id AND ${I_STRAEKNING('v')}
     GROUP BY ting.part_id, ting.kommune`,
    [...beroertVaerdier(kommune, praefikser), fra, regelversion, til],
    'forhaandsvisning_beroerte',
  )

/** All rows of the parts that have one with such a number. Where most rows have, finding which takes longer than looking at the others too. */
export const findBeroertesAlt = (
  kommune: CvrNummer,
  praefikser: readonly string[],
  { fra, til }: Straekning,
  regelversion: number,
): Statement<Partsraekke> =>
  sql(
    `SELECT ting.part_id, ting.kommune, NULL AS "iStraekning", ${TING}
     FROM overblik ting
     LEFT JOIN titelvurdering v ON v.part_id = ting.part_id AND v.item_id = ting.item_id AND ${I_STRAEKNING('v')}
     WHERE ${I_STRAEKNING('ting')} GROUP BY ting.part_id, ting.kommune HAVING bool_or(${BEROERT})`,
    [...beroertVaerdier(kommune, praefikser), fra, regelversion, til],
    'forhaandsvisning_beroertes_alt',
  )

/** A citizen's rows. Throws SyntaxError where the database wrote none. */
export const toRaekker = ({
  part_id,
  kommune,
  ting,
}: Pick<Partsraekke, 'part_id' | 'kommune' | 'ting'>): readonly BeroertRaekke[] =>
  (JSON.parse(ting) as readonly Omit<BeroertRaekke, 'part_id' | 'kommune'>[]).map((raekke) => ({
    part_id,
    item_id: raekke.item_id,
    art: raekke.art,
    kommune,
    kle: raekke.kle,
    kilde_id: raekke.kilde_id,
    data: raekke.data,
    viden: raekke.viden,
  }))

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
