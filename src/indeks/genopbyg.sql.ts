import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import {
  OBJEKTFELTER,
  OVERBLIKFELTER,
  objekterAsRaekker,
  objektvaerdier,
  overblikAsRaekker,
  overblikvaerdier,
} from './indeks.sql.ts'
import type { Afhaengighed, GaeldendeObjekt } from './objekt.ts'
import type { OverblikRaekke } from './projektion.ts'

/** Statements of the rebuild, in the role modtagelse: it needs no more rights than intake has. */

/** Everything that the transaction reads is of one instant. Must come first in it. */
export const readOneInstant = () => sql<never>('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')

/** About how many objects and rows there are, as the database remembers it: for showing how far a rebuild is. */
export const guessAntal = () =>
  sql<{ objekter: number; raekker: number }>(
    `SELECT (SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = 'objekt'::regclass) AS objekter,
       (SELECT greatest(reltuples, 0)::float8 FROM pg_class WHERE oid = 'overblik'::regclass) AS raekker`,
  )

/** A registration as it is kept, with its content still sealed. */
export type RegistreringRaekke = {
  readonly objekt: Uuid
  readonly tidspunkt: Tidspunkt
  readonly art: Art
  readonly kilde: Uuid
  readonly master: Uuid
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
  readonly modtaget: Tidspunkt
  /** When the object's first registration came. */
  readonly foerstModtaget: Tidspunkt
  readonly indhold: Uint8Array
}

/** The next objects that anything is known of, with the size of what they say, in the order of their ids. */
export const findSide = (efter: Uuid, antal: number): Statement<{ readonly id: Uuid; readonly bytes: number }> =>
  sql(
    `SELECT id, coalesce((SELECT octet_length(r.indhold) FROM registrering r WHERE r.objekt_id = s.id ORDER BY r.tidspunkt DESC LIMIT 1), 0) AS bytes
     FROM ((SELECT DISTINCT objekt_id AS id FROM registrering WHERE objekt_id > $1 ORDER BY objekt_id LIMIT $2)
       UNION (SELECT objekt_id FROM objekt WHERE objekt_id > $1 ORDER BY objekt_id LIMIT $2)
       UNION (SELECT DISTINCT objekt_id FROM afhaengighed WHERE objekt_id > $1 ORDER BY objekt_id LIMIT $2)) AS s
     ORDER BY id LIMIT $2`,
    [efter, antal],
    'genopbyg_side',
  )

/** The newest registration of each. One that has been deleted has none, whatever was left of it. */
export const nyesteRegistreringer = (ider: readonly Uuid[]): Statement<RegistreringRaekke> =>
  sql(
    `SELECT r.objekt_id AS objekt, r.tidspunkt, r.art, r.kilde_id AS kilde, r.master, encode(r.hash, 'hex') AS hash, r.indhold, r.modtaget,
       (SELECT min(f.modtaget) FROM registrering f WHERE f.objekt_id = i.id) AS "foerstModtaget"
     FROM unnest($1::uuid[]) AS i (id),
       LATERAL (SELECT * FROM registrering n WHERE n.objekt_id = i.id ORDER BY n.tidspunkt DESC LIMIT 1) AS r
     WHERE NOT EXISTS (SELECT 1 FROM gravsten g WHERE g.objekt_id = i.id)`,
    [ider],
    'genopbyg_nyeste',
  )

/** What each takes facts from, as it stands. */
export const findKanterTil = (ider: readonly Uuid[]): Statement<Afhaengighed> =>
  sql('SELECT af, objekt_id AS objekt FROM afhaengighed WHERE objekt_id = ANY ($1::uuid[])', [ider], 'genopbyg_kanter')

/** Those that do not stand. */
export const findManglendeKanter = (kanter: readonly Afhaengighed[]): Statement<Afhaengighed> =>
  sql(
    `SELECT n.af, n.objekt FROM unnest($1::uuid[], $2::uuid[]) AS n (af, objekt)
     WHERE NOT EXISTS (SELECT 1 FROM afhaengighed a WHERE a.af = n.af AND a.objekt_id = n.objekt)`,
    [kanter.map((led) => led.af), kanter.map((led) => led.objekt)],
    'genopbyg_kanter_mangler',
  )

/** 'mangler': the current state has no such row. 'overskydende': the registrations give no such row. */
export type Afvigelsesslags = 'mangler' | 'overskydende' | 'anderledes'

const SLAGS = (noegle: string) =>
  `CASE WHEN g.${noegle} IS NULL THEN 'mangler' WHEN n.${noegle} IS NULL THEN 'overskydende' ELSE 'anderledes' END AS slags`
const felter = (navne: readonly string[], alias: string) => navne.map((navn) => `${alias}.${navn}`).join(', ')

/** An object whose row is not what it should be, with what the row says of where it belongs. */
export type Objektafvigelse = {
  readonly id: Uuid
  readonly slags: Afvigelsesslags
  readonly art: Art | null
  readonly master: Uuid | null
  readonly kilde: Uuid | null
  readonly kommune: string | null
  readonly tidspunkt: Tidspunkt | null
}

export const findObjektafvigelser = (ider: readonly Uuid[], rette: readonly GaeldendeObjekt[]): Statement<Objektafvigelse> =>
  sql(
    `SELECT coalesce(n.objekt_id, g.objekt_id) AS id, ${SLAGS('objekt_id')}, g.art, g.master, g.kilde_id AS kilde, g.kommune, g.tidspunkt
     FROM (${objekterAsRaekker}) AS n (objekt_id, ${OBJEKTFELTER.join(', ')})
     FULL JOIN (SELECT * FROM objekt WHERE objekt_id = ANY ($15::uuid[])) AS g ON g.objekt_id = n.objekt_id
     WHERE g.objekt_id IS NULL OR n.objekt_id IS NULL OR (${felter(OBJEKTFELTER, 'g')}) IS DISTINCT FROM (${felter(OBJEKTFELTER, 'n')})`,
    [...objektvaerdier(rette), ider],
    'genopbyg_objektafvigelser',
  )

export type Raekkeafvigelse = {
  readonly part: Uuid
  readonly item: Uuid
  readonly slags: Afvigelsesslags
  readonly kilde: Uuid | null
  readonly kommune: string | null
}
export type Raekkenoegle = { readonly part: Uuid; readonly item: Uuid }

/** The rows of items that are not as they should be: those that there should be, those that the items' own rows tell of, and `kendte`. */
export const findRaekkeafvigelser = (
  ider: readonly Uuid[],
  rette: readonly OverblikRaekke[],
  kendte: readonly Raekkenoegle[],
): Statement<Raekkeafvigelse> =>
  sql(
    `WITH n (part_id, item_id, ${OVERBLIKFELTER.join(', ')}) AS MATERIALIZED (${overblikAsRaekker}),
       noegler AS (SELECT part_id, item_id FROM n
         UNION SELECT unnest(o.parter), o.objekt_id FROM objekt o WHERE o.objekt_id = ANY ($17::uuid[])
         UNION SELECT * FROM unnest($18::uuid[], $19::uuid[])),
       g AS (SELECT o.* FROM noegler k,
         LATERAL (SELECT * FROM overblik r WHERE r.part_id = k.part_id AND r.item_id = k.item_id OFFSET 0) AS o)
     SELECT coalesce(n.part_id, g.part_id) AS part, coalesce(n.item_id, g.item_id) AS item, ${SLAGS('part_id')}, g.kilde_id AS kilde, g.kommune
     FROM n FULL JOIN g ON g.part_id = n.part_id AND g.item_id = n.item_id
     WHERE g.part_id IS NULL OR n.part_id IS NULL OR (${felter(OVERBLIKFELTER, 'g')}) IS DISTINCT FROM (${felter(OVERBLIKFELTER, 'n')})`,
    [...overblikvaerdier(rette), ider, kendte.map((led) => led.part), kendte.map((led) => led.item)],
    'genopbyg_raekkeafvigelser',
  )

/** The next rows in the order of their key; `kendt` where the item's own row tells of it. */
export const findRaekkeside = (efter: Raekkenoegle, antal: number): Statement<Raekkenoegle & { readonly kendt: boolean }> =>
  sql(
    `SELECT s.part_id AS part, s.item_id AS item,
       EXISTS (SELECT 1 FROM objekt o WHERE o.objekt_id = s.item_id AND s.part_id = ANY (o.parter)) AS kendt
     FROM (SELECT part_id, item_id FROM overblik WHERE (part_id, item_id) > ($1::uuid, $2::uuid) ORDER BY part_id, item_id LIMIT $3) AS s
     ORDER BY s.part_id, s.item_id`,
    [efter.part, efter.item, antal],
    'genopbyg_raekkeside',
  )

const overalt = (navne: readonly string[]) => navne.map((navn) => `${navn} = excluded.${navn}`).join(', ')

/** Unlike an intake, which never changes what an object is and whose. */
export const restoreObjekter = (rette: readonly GaeldendeObjekt[]) =>
  sql<never>(
    `INSERT INTO objekt (objekt_id, ${OBJEKTFELTER.join(', ')}) ${objekterAsRaekker}
     ON CONFLICT (objekt_id) DO UPDATE SET ${overalt(OBJEKTFELTER)}`,
    objektvaerdier(rette),
    'genopbyg_objekter_op',
  )

export const restoreOverblik = (rette: readonly OverblikRaekke[]) =>
  sql<never>(
    `INSERT INTO overblik (part_id, item_id, ${OVERBLIKFELTER.join(', ')}) ${overblikAsRaekker}
     ON CONFLICT (part_id, item_id) DO UPDATE SET ${overalt(OVERBLIKFELTER)}`,
    overblikvaerdier(rette),
    'genopbyg_overblik_op',
  )
