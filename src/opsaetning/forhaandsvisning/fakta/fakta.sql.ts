import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Straekning } from '../straekning.ts'
import type { FuldTing } from './partsfakta.ts'

/** Statements on the facts that previews are decided on. */

/**
 * What rows are known by, without reading what is in them: which transaction wrote each. Whatever changes, adds or removes one, by whatever road,
 * changes it, and nobody has to remember to say so.
 */
const aftryk = (tabel: string): string =>
  `coalesce(bit_xor(uuid_hash_extended(${tabel}.item_id, ${tabel}.xmin::text::bigint)), 0)`

export type Partsted = { readonly part_id: Uuid; readonly kommune: CvrNummer }

/** One citizen's facts as text (writeFakta); null where none are kept, or the index has changed since: then the items are to be read. */
export type Faktaraekke = Partsted & { readonly fakta: string | null }

const I_STRAEKNING = (tabel: string) => `${tabel}.part_id >= $3 AND ${tabel}.part_id <= $4 AND ${tabel}.kommune = $1`

/**
 * The citizens of a stretch that have an item of a number under the prefixes, and those of whom that is not known. What is kept counts only
 * where it was made of the very rows that are there now, by this edition. Role kommune.
 */
export const findFakta = (
  kommune: CvrNummer,
  praefikser: readonly string[],
  { fra, til }: Straekning,
  version: number,
): Statement<Faktaraekke> =>
  sql(
    `WITH ting AS MATERIALIZED (
       SELECT part_id, count(*)::int AS antal, ${aftryk('overblik')} AS aftryk FROM overblik WHERE ${I_STRAEKNING('overblik')} GROUP BY part_id
     ), viden AS MATERIALIZED (
       SELECT part_id, ${aftryk('titelvurdering')} AS aftryk FROM titelvurdering WHERE ${I_STRAEKNING('titelvurdering')} GROUP BY part_id
     )
     SELECT ting.part_id, $1::text AS kommune, f.fakta
     FROM ting LEFT JOIN viden USING (part_id)
       LEFT JOIN partsfakta f ON f.part_id = ting.part_id AND ${I_STRAEKNING('f')} AND f.version = $5
         AND f.antal = ting.antal AND f.aftryk = ting.aftryk AND f.vurderet = coalesce(viden.aftryk, 0)
     WHERE f.part_id IS NULL OR EXISTS (SELECT 1 FROM unnest(f.numre) AS kle WHERE kle ^@ ANY ($2::text[]))`,
    [kommune, [...praefikser], fra, til, version],
    'forhaandsvisning_fakta',
  )

/** A citizen's items in full as JSON, each a FuldTing without `part_id` and `kommune`, and what they are known by. */
export type FuldRaekke = Partsted & {
  readonly ting: string
  readonly antal: number
  readonly aftryk: string
  readonly vurderet: string
}

/** Put together as text: a document of each item costs the database half as much again. No part of it is ever null, which would leave the item out. */
const TING = `'[' || string_agg('{"item_id":"' || ting.item_id || '","art":' || to_json(ting.art) || ',"kle":' || to_json(ting.kle) || ',"kilde_id":"' || ting.kilde_id
       || '","viden":' || CASE WHEN v.item_id IS NULL THEN 'null'
         WHEN v.regelversion = $3 AND NOT v.vurderinger @? '$[*] ? (@.tilbageholdt == true || @.udfald != "ren")' THEN 'false'
         ELSE json_build_object('item', v.item_id, 'regelversion', v.regelversion, 'vurderinger', v.vurderinger, 'notater', '[]'::json,
           'vurderet', v.vurderet)::text END
       || ',"data":' || ting.data || '}', ',') || ']' AS ting`

/** All that citizens have in municipalities. Roles kommune and kvalitet. */
export const findFulde = (steder: readonly Partsted[], regelversion: number): Statement<FuldRaekke> =>
  sql(
    `SELECT ting.part_id, ting.kommune, count(*)::int AS antal, ${aftryk('ting')}::text AS aftryk,
       (SELECT ${aftryk('t')}::text FROM titelvurdering t WHERE t.part_id = ting.part_id AND t.kommune = ting.kommune) AS vurderet, ${TING}
     FROM unnest($1::uuid[], $2::text[]) AS led (part_id, kommune)
       JOIN overblik ting ON ting.part_id = led.part_id AND ting.kommune = led.kommune
       LEFT JOIN titelvurdering v ON v.part_id = ting.part_id AND v.item_id = ting.item_id AND v.kommune = ting.kommune
     GROUP BY ting.part_id, ting.kommune`,
    [steder.map(({ part_id }) => part_id), steder.map(({ kommune }) => kommune), regelversion],
    'forhaandsvisning_fulde',
  )

/** A citizen's items. Throws SyntaxError where the database wrote none. */
export const toFulde = ({ part_id, kommune, ting }: Pick<FuldRaekke, 'part_id' | 'kommune' | 'ting'>): readonly FuldTing[] =>
  (JSON.parse(ting) as readonly Omit<FuldTing, 'part_id' | 'kommune'>[]).map((raekke) => ({ ...raekke, part_id, kommune }))

/** How far the pass over all facts has come. `efter`: parts up to and with this one are done; null, none is under way. */
export type Faktamaerke = {
  readonly version: number
  readonly efter: Uuid | null
  readonly begyndt: Tidspunkt | null
  readonly faerdig: Tidspunkt | null
}

/** The mark, held until the transaction ends. No row: another process is at work. Role kvalitet, as those below. */
export const lockFaktamaerke = (): Statement<Faktamaerke> =>
  sql('SELECT version, efter, begyndt, faerdig FROM partsfaktamaerke FOR UPDATE SKIP LOCKED', [], 'fakta_maerke_laas')

export const setFaktamaerke = ({ version, efter, begyndt, faerdig }: Faktamaerke): Statement<never> =>
  sql(
    'UPDATE partsfaktamaerke SET version = $1, efter = $2, begyndt = $3, faerdig = $4',
    [version, efter, begyndt, faerdig],
    'fakta_maerke_flyt',
  )

/** How much the worker on titles has not come to; null while it goes over everybody: what it is about to change is not worth keeping. */
export const findTitelefterslaeb = (): Statement<{ readonly efterslaeb: number | null }> =>
  sql(
    `SELECT CASE WHEN m.gennemloeb_regelversion IS NULL THEN (h.sidste - m.loebenr)::int END AS efterslaeb
     FROM udbakke_hoved h CROSS JOIN vurderingsmaerke m`,
    [],
    'fakta_titelefterslaeb',
  )

/** The part with which a piece of so many items ends; none where there are fewer. */
export const findStykkeende = (efter: Uuid, ting: number): Statement<{ readonly part_id: Uuid }> =>
  sql('SELECT part_id FROM overblik WHERE part_id > $1 ORDER BY part_id OFFSET $2 LIMIT 1', [efter, ting], 'fakta_stykkeende')

/**
 * Of whom the facts are not of what is in the index now, after a part and up to another. `antal` null: they have nothing there any more, or more than
 * `hoejst` items, of which no facts are kept.
 */
export const findForaeldede = (
  efter: Uuid,
  til: Uuid,
  version: number,
  hoejst: number,
): Statement<Partsted & { readonly antal: number | null }> =>
  sql(
    `WITH ting AS MATERIALIZED (
       SELECT part_id, kommune, count(*)::int AS antal, ${aftryk('overblik')} AS aftryk FROM overblik
       WHERE part_id > $1 AND part_id <= $2 GROUP BY part_id, kommune HAVING count(*) <= $4
     ), viden AS MATERIALIZED (
       SELECT part_id, kommune, ${aftryk('titelvurdering')} AS aftryk FROM titelvurdering
       WHERE part_id > $1 AND part_id <= $2 GROUP BY part_id, kommune
     ), kendte AS (
       SELECT part_id, kommune, version, antal, aftryk, vurderet FROM partsfakta WHERE part_id > $1 AND part_id <= $2
     )
     SELECT part_id, kommune, ting.antal
     FROM ting LEFT JOIN viden USING (part_id, kommune) FULL JOIN kendte f USING (part_id, kommune)
     WHERE ting.antal IS NULL OR f.version IS DISTINCT FROM $3 OR f.antal <> ting.antal OR f.aftryk <> ting.aftryk
       OR f.vurderet <> coalesce(viden.aftryk, 0)
     ORDER BY part_id, kommune`,
    [efter, til, version, hoejst],
    'fakta_foraeldede',
  )

export type NyeFakta = Omit<FuldRaekke, 'ting'> & { readonly numre: readonly string[]; readonly fakta: string }

/** An older reading that is written after a newer one counts for nothing: it is not of the rows that are there. */
export const upsertFakta = (nye: readonly NyeFakta[], version: number): Statement<never> =>
  sql(
    `INSERT INTO partsfakta (part_id, kommune, version, antal, aftryk, vurderet, numre, fakta)
     SELECT part_id, kommune, $7, antal, aftryk, vurderet, ARRAY(SELECT jsonb_array_elements_text(numre)), fakta
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::jsonb[], $8::text[])
       AS ny (part_id, kommune, antal, aftryk, vurderet, numre, fakta)
     ON CONFLICT (part_id, kommune) DO UPDATE SET version = excluded.version, antal = excluded.antal, aftryk = excluded.aftryk,
       vurderet = excluded.vurderet, numre = excluded.numre, fakta = excluded.fakta`,
    [
      nye.map(({ part_id }) => part_id),
      nye.map(({ kommune }) => kommune),
      nye.map(({ antal }) => antal),
      nye.map((ny) => ny.aftryk),
      nye.map(({ vurderet }) => vurderet),
      nye.map(({ numre }) => JSON.stringify(numre)),
      version,
      nye.map(({ fakta }) => fakta),
    ],
    'fakta_op',
  )

export const deleteFakta = (steder: readonly Partsted[]): Statement<never> =>
  sql(
    'DELETE FROM partsfakta f USING unnest($1::uuid[], $2::text[]) AS n (p, k) WHERE f.part_id = n.p AND f.kommune = n.k',
    [steder.map(({ part_id }) => part_id), steder.map(({ kommune }) => kommune)],
    'fakta_ud',
  )
