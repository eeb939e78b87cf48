import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Afhaengighed, GaeldendeObjekt, NyRegistrering, Objekt } from './objekt.ts'
import type { OverblikRaekke } from './projektion.ts'
import { toStykker } from './stykker.ts'

/** All statements on the index's three layers. Rows go in as arrays, so a batch of any size is one statement. */

/** The longest chain of dependence is case, grant, payment. */
const LED = 3

/**
 * The dependences whose `kolonne` is `id`. OFFSET 0 keeps each a look-up by key: left to choose, the planner takes a recursion to give many
 * times the rows it does and reads the whole table for every message (measured: 14 ms at 37,000 dependences, more with each, against 0.4).
 */
const opslag = (kolonne: 'af' | 'objekt_id', id: string) =>
  `LATERAL (SELECT i.af, i.objekt_id FROM afhaengighed i WHERE i.${kolonne} = ${id} OFFSET 0) a`

/** $1 and all that takes facts from them. */
const ned = `ned (id, led) AS (
  SELECT id, 0 FROM unnest($1::uuid[]) AS id
  UNION SELECT a.objekt_id, ned.led + 1 FROM ned, ${opslag('af', 'ned.id')} WHERE ned.led < ${LED})`

/**
 * Locks objects, all that takes facts from them as far as can be seen now, and `ender`, till the transaction ends; answers which. Locks are
 * by bucket, in order: few enough for the server's lock table, and no deadlock between two that take theirs in this one statement.
 */
export const lockObjekter = (ider: readonly Uuid[], ender: readonly Uuid[]) =>
  sql<{ id: Uuid }>(
    `WITH RECURSIVE ${ned},
       alle AS MATERIALIZED (SELECT id FROM ned UNION SELECT unnest($2::uuid[])),
       laast AS MATERIALIZED (
         SELECT pg_advisory_xact_lock(470, spand) FROM (SELECT DISTINCT uuid_hash(id) & 2047 AS spand FROM alle ORDER BY 1) AS s)
     SELECT alle.id FROM alle, (SELECT count(*) FROM laast) AS l`,
    [ider, ender],
    'indeks_laas',
  )

/** What the time is, to the millisecond that is kept. Asked while locks are held, nobody who holds one later gets an earlier answer. */
export const readKlokken = () =>
  sql<{ tid: Tidspunkt }>("SELECT date_trunc('milliseconds', clock_timestamp()) AS tid", [], 'indeks_klokken')

/** Locks taken from here on can be let go before the transaction ends. */
export const beforeLocks = () => sql<never>('SAVEPOINT laase')
export const releaseLocks = () => sql<never>('ROLLBACK TO SAVEPOINT laase')
export const keepLocks = () => sql<never>('RELEASE SAVEPOINT laase')

/** The dependences that objects, all that takes facts from them, and `ender` stand on, however far up. */
export const findKanter = (ider: readonly Uuid[], ender: readonly Uuid[]) =>
  sql<Afhaengighed>(
    `WITH RECURSIVE ${ned},
       op (id, led) AS (
         SELECT id, 0 FROM (SELECT id FROM ned UNION SELECT unnest($2::uuid[])) AS alle
         UNION SELECT a.af, op.led + 1 FROM op, ${opslag('objekt_id', 'op.id')} WHERE op.led < ${LED})
     SELECT a.af, a.objekt_id AS objekt FROM (SELECT DISTINCT id FROM op) AS o, ${opslag('objekt_id', 'o.id')}`,
    [ider, ender],
    'indeks_kanter',
  )

export type ObjektRaekke = {
  objekt_id: Uuid
  art: Art
  master: Uuid
  kilde_id: Uuid
  tidspunkt: Tidspunkt
  modtaget: Tidspunkt
  foerst_modtaget: Tidspunkt
  hash: string
  parter: Uuid[]
  data: Objekt
}

export const toGaeldende = (raekke: ObjektRaekke): GaeldendeObjekt => ({
  objekt: raekke.data,
  art: raekke.art,
  master: raekke.master,
  kilde: raekke.kilde_id,
  tidspunkt: raekke.tidspunkt,
  hash: raekke.hash,
  modtaget: raekke.modtaget,
  foerstModtaget: raekke.foerst_modtaget,
  raekker: raekke.parter,
})

export const findObjekter = (ider: readonly Uuid[]): Statement<ObjektRaekke> =>
  sql(
    `SELECT objekt_id, art, master, kilde_id, tidspunkt, modtaget, foerst_modtaget, encode(hash, 'hex') AS hash,
       to_jsonb(parter) AS parter, data
     FROM objekt WHERE objekt_id = ANY ($1::uuid[])`,
    [ider],
    'indeks_objekter',
  )

/** Registrations that are already kept at the same (object, Tidspunkt). */
export const findRegistreringer = (ider: readonly Uuid[], tidspunkter: readonly Tidspunkt[]) =>
  sql<{ objekt_id: Uuid; tidspunkt: Tidspunkt; hash: string }>(
    `SELECT r.objekt_id, r.tidspunkt, encode(r.hash, 'hex') AS hash
     FROM unnest($1::uuid[], $2::timestamptz[]) AS n (objekt_id, tidspunkt)
     JOIN registrering r ON r.objekt_id = n.objekt_id AND r.tidspunkt = n.tidspunkt`,
    [ider, tidspunkter],
    'indeks_registreringer',
  )

export type IndholdRaekke = { readonly objekt_id: Uuid; readonly tidspunkt: Tidspunkt; readonly indhold: Uint8Array }

/** What was sent at the same (object, Tidspunkt), sealed. */
export const findIndhold = (ider: readonly Uuid[], tidspunkter: readonly Tidspunkt[]): Statement<IndholdRaekke> =>
  sql(
    `SELECT r.objekt_id, r.tidspunkt, r.indhold FROM unnest($1::uuid[], $2::timestamptz[]) AS n (objekt_id, tidspunkt)
     JOIN registrering r ON r.objekt_id = n.objekt_id AND r.tidspunkt = n.tidspunkt`,
    [ider, tidspunkter],
    'indeks_indhold',
  )

export const insertRegistreringer = (raekker: readonly NyRegistrering[], modtaget: Tidspunkt) => {
  const { bytes, steder, laengder } = toStykker(raekker.map((raekke) => raekke.indhold))
  return sql(
    `INSERT INTO registrering (objekt_id, tidspunkt, art, kilde_id, master, leverance_id, modtaget, hash, indhold)
     SELECT o, t, a, k, m, l, $11::timestamptz, decode(h, 'hex'), substring($8::bytea FROM sted FOR laengde)
     FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $9::int[], $10::int[])
       AS n (o, t, a, k, m, l, h, sted, laengde)`,
    [
      raekker.map((raekke) => raekke.objekt.id),
      raekker.map((raekke) => raekke.tidspunkt),
      raekker.map((raekke) => raekke.objekt.art),
      raekker.map((raekke) => raekke.kilde),
      raekker.map((raekke) => raekke.master),
      raekker.map((raekke) => raekke.leverance),
      raekker.map((raekke) => raekke.hash),
      bytes,
      steder,
      laengder,
      modtaget,
    ],
    'indeks_registrer',
  )
}

const toParter = (led: GaeldendeObjekt): string => `{${led.raekker.join(',')}}`

/** An object's fields but its id, in the order of objekterAsRaekker. */
export const OBJEKTFELTER = [
  'art',
  'master',
  'kilde_id',
  'tidspunkt',
  'kommune',
  'kle',
  'hash',
  'parter',
  'data',
  'modtaget',
  'foerst_modtaget',
] as const

/** The rows of objects, of the values that objektvaerdier gives: $1 to $14. */
export const objekterAsRaekker = `SELECT o, a, m, k, t, ko, kl, decode(h, 'hex'), p::uuid[],
       convert_from(substring($10::bytea FROM sted FOR laengde), 'UTF8')::jsonb, mo, fm
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[],
       $11::int[], $12::int[], $13::timestamptz[], $14::timestamptz[]) AS n (o, a, m, k, t, ko, kl, h, p, sted, laengde, mo, fm)`

export function objektvaerdier(objekter: readonly GaeldendeObjekt[]): Statement<never>['values'] {
  const { bytes, steder, laengder } = toStykker(objekter.map((led) => JSON.stringify(led.objekt)))
  return [
    objekter.map((led) => led.objekt.id),
    objekter.map((led) => led.art),
    objekter.map((led) => led.master),
    objekter.map((led) => led.kilde),
    objekter.map((led) => led.tidspunkt),
    objekter.map((led) => led.objekt.kommune ?? null),
    objekter.map((led) => led.objekt.kle ?? null),
    objekter.map((led) => led.hash),
    objekter.map(toParter),
    bytes,
    steder,
    laengder,
    objekter.map((led) => led.modtaget),
    objekter.map((led) => led.foerstModtaget),
  ]
}

export const upsertObjekter = (objekter: readonly GaeldendeObjekt[]) =>
  sql(
    `INSERT INTO objekt (objekt_id, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data, modtaget, foerst_modtaget)
     ${objekterAsRaekker}
     ON CONFLICT (objekt_id) DO UPDATE SET kilde_id = excluded.kilde_id, tidspunkt = excluded.tidspunkt, kommune = excluded.kommune,
       kle = excluded.kle, hash = excluded.hash, parter = excluded.parter, data = excluded.data, modtaget = excluded.modtaget,
       foerst_modtaget = excluded.foerst_modtaget`,
    objektvaerdier(objekter),
    'indeks_objekt_op',
  )

export const setRaekker = (objekter: readonly GaeldendeObjekt[]) =>
  sql(
    `UPDATE objekt AS o SET parter = n.parter::uuid[] FROM unnest($1::uuid[], $2::text[]) AS n (objekt_id, parter) WHERE o.objekt_id = n.objekt_id`,
    [objekter.map((led) => led.objekt.id), objekter.map(toParter)],
    'indeks_objekt_parter',
  )

export const insertAfhaengigheder = (par: readonly Afhaengighed[]) =>
  sql(
    `INSERT INTO afhaengighed (af, objekt_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING`,
    [par.map((led) => led.af), par.map((led) => led.objekt)],
    'indeks_afhaengighed_ind',
  )

export const deleteAfhaengigheder = (par: readonly Afhaengighed[]) =>
  sql(
    'DELETE FROM afhaengighed USING unnest($1::uuid[], $2::uuid[]) AS n (af, objekt_id) WHERE afhaengighed.af = n.af AND afhaengighed.objekt_id = n.objekt_id',
    [par.map((led) => led.af), par.map((led) => led.objekt)],
    'indeks_afhaengighed_ud',
  )

/** A row's fields but its key, in the order of overblikAsRaekker. */
export const OVERBLIKFELTER = [
  'art',
  'kommune',
  'kle',
  'kilde_id',
  'sager',
  'aendret',
  'data',
  'indhold',
  'modtaget',
  'foerst_modtaget',
  'adgang',
] as const

/** Rows of the overview, of the values that overblikvaerdier gives: $1 to $16. */
export const overblikAsRaekker = `SELECT p, i, a, ko, kl, ki, s::uuid[], t,
       convert_from(substring($9::bytea FROM sted FOR laengde), 'UTF8')::jsonb, x, mo, fm,
       convert_from(substring($9::bytea FROM asted FOR alaengde), 'UTF8')::jsonb
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[], $10::int[],
       $11::int[], $12::jsonb[], $13::timestamptz[], $14::timestamptz[], $15::int[], $16::int[])
       AS n (p, i, a, ko, kl, ki, s, t, sted, laengde, x, mo, fm, asted, alaengde)`

export function overblikvaerdier(raekker: readonly OverblikRaekke[]): Statement<never>['values'] {
  const antal = raekker.length
  const { bytes, steder, laengder } = toStykker([
    ...raekker.map((raekke) => JSON.stringify(raekke.data)),
    ...raekker.map((raekke) => JSON.stringify(raekke.adgang)),
  ])
  return [
    raekker.map((raekke) => raekke.part),
    raekker.map((raekke) => raekke.item),
    raekker.map((raekke) => raekke.data.art),
    raekker.map((raekke) => raekke.kommune),
    raekker.map((raekke) => raekke.kle),
    raekker.map((raekke) => raekke.kilde),
    raekker.map((raekke) => `{${raekke.sager.join(',')}}`),
    raekker.map((raekke) => raekke.aendret),
    bytes,
    steder.slice(0, antal),
    laengder.slice(0, antal),
    raekker.map((raekke) => (raekke.indhold === undefined ? null : JSON.stringify(raekke.indhold))),
    raekker.map((raekke) => raekke.modtaget),
    raekker.map((raekke) => raekke.foerstModtaget),
    steder.slice(antal),
    laengder.slice(antal),
  ]
}

/** Rows that are already so are left alone: a change of what two persons share often changes one person's row only. */
export const upsertOverblik = (raekker: readonly OverblikRaekke[]) =>
  sql(
    `INSERT INTO overblik AS o (part_id, item_id, ${OVERBLIKFELTER.join(', ')})
     ${overblikAsRaekker}
     ORDER BY p, i
     ON CONFLICT (part_id, item_id) DO UPDATE SET kommune = excluded.kommune, kle = excluded.kle, kilde_id = excluded.kilde_id,
       sager = excluded.sager, aendret = excluded.aendret, data = excluded.data, indhold = excluded.indhold, modtaget = excluded.modtaget,
       foerst_modtaget = excluded.foerst_modtaget, adgang = excluded.adgang
     WHERE (o.kommune, o.kle, o.kilde_id, o.sager, o.aendret, o.data, o.indhold, o.modtaget, o.foerst_modtaget, o.adgang)
       IS DISTINCT FROM (excluded.kommune, excluded.kle, excluded.kilde_id, excluded.sager, excluded.aendret, excluded.data, excluded.indhold,
         excluded.modtaget, excluded.foerst_modtaget, excluded.adgang)`,
    overblikvaerdier(raekker),
    'indeks_overblik_op',
  )

export const deleteOverblik = (raekker: readonly { part: Uuid; item: Uuid }[]) =>
  sql(
    'DELETE FROM overblik USING unnest($1::uuid[], $2::uuid[]) AS n (p, i) WHERE overblik.part_id = n.p AND overblik.item_id = n.i',
    [raekker.map((raekke) => raekke.part), raekker.map((raekke) => raekke.item)],
    'indeks_overblik_ud',
  )
