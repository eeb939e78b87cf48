import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Afhaengighed, GaeldendeObjekt, Objekt } from './objekt.ts'
import type { OverblikRaekke } from './projektion.ts'

/** All statements on the index's three layers. Rows go in as arrays, so a batch of any size is one statement. */

/** Locks are taken by bucket, in order: few enough for the server's lock table, and never a deadlock among batches. */
export const lockBuckets = (buckets: readonly number[]) =>
  sql('SELECT pg_advisory_xact_lock(470, bucket) FROM unnest($1::int[]) AS bucket', [buckets], 'indeks_laas')

export type ObjektRaekke = {
  objekt_id: Uuid
  art: Art
  master: Uuid
  kilde_id: Uuid
  tidspunkt: Tidspunkt
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
  raekker: raekke.parter,
})

export const findObjekter = (ider: readonly Uuid[]): Statement<ObjektRaekke> =>
  sql(
    `SELECT objekt_id, art, master, kilde_id, tidspunkt, encode(hash, 'hex') AS hash, to_jsonb(parter) AS parter, data
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

export type RegistreringRaekke = {
  readonly objekt: Uuid
  readonly tidspunkt: Tidspunkt
  readonly art: Art
  readonly kilde: Uuid
  readonly master: Uuid
  readonly leverance: Uuid
  readonly hash: string
  readonly indhold: Uint8Array
}

export const insertRegistreringer = (raekker: readonly RegistreringRaekke[]) =>
  sql(
    `INSERT INTO registrering (objekt_id, tidspunkt, art, kilde_id, master, leverance_id, hash, indhold)
     SELECT o, t, a, k, m, l, decode(h, 'hex'), i
     FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bytea[]) AS n (o, t, a, k, m, l, h, i)`,
    [
      raekker.map((raekke) => raekke.objekt),
      raekker.map((raekke) => raekke.tidspunkt),
      raekker.map((raekke) => raekke.art),
      raekker.map((raekke) => raekke.kilde),
      raekker.map((raekke) => raekke.master),
      raekker.map((raekke) => raekke.leverance),
      raekker.map((raekke) => raekke.hash),
      raekker.map((raekke) => raekke.indhold),
    ],
    'indeks_registrer',
  )

/** Everything but `parter`, which projecting sets. */
export const upsertObjekter = (objekter: readonly GaeldendeObjekt[]) =>
  sql(
    `INSERT INTO objekt (objekt_id, art, master, kilde_id, tidspunkt, kommune, kle, hash, parter, data)
     SELECT o, a, m, k, t, ko, kl, decode(h, 'hex'), '{}', d
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::jsonb[]) AS n (o, a, m, k, t, ko, kl, h, d)
     ON CONFLICT (objekt_id) DO UPDATE SET kilde_id = excluded.kilde_id, tidspunkt = excluded.tidspunkt, kommune = excluded.kommune,
       kle = excluded.kle, hash = excluded.hash, data = excluded.data`,
    [
      objekter.map((led) => led.objekt.id),
      objekter.map((led) => led.art),
      objekter.map((led) => led.master),
      objekter.map((led) => led.kilde),
      objekter.map((led) => led.tidspunkt),
      objekter.map((led) => led.objekt.kommune ?? null),
      objekter.map((led) => led.objekt.kle ?? null),
      objekter.map((led) => led.hash),
      objekter.map((led) => JSON.stringify(led.objekt)),
    ],
    'indeks_objekt_op',
  )

export const setRaekker = (ider: readonly Uuid[], parter: readonly (readonly Uuid[])[]) =>
  sql(
    `UPDATE objekt SET parter = n.parter::uuid[] FROM unnest($1::uuid[], $2::text[]) AS n (objekt_id, parter) WHERE objekt.objekt_id = n.objekt_id`,
    [ider, parter.map((led) => `{${led.join(',')}}`)],
    'indeks_objekt_parter',
  )

export const findAfhaengige = (af: readonly Uuid[]) =>
  sql<Afhaengighed>('SELECT af, objekt_id AS objekt FROM afhaengighed WHERE af = ANY ($1::uuid[])', [af], 'indeks_afhaengige')

export const findOphav = (objekter: readonly Uuid[]) =>
  sql<Afhaengighed>(
    'SELECT af, objekt_id AS objekt FROM afhaengighed WHERE objekt_id = ANY ($1::uuid[])',
    [objekter],
    'indeks_ophav',
  )

export const insertAfhaengigheder = (par: readonly Afhaengighed[]) =>
  sql(
    'INSERT INTO afhaengighed (af, objekt_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING',
    [par.map((led) => led.af), par.map((led) => led.objekt)],
    'indeks_afhaengighed_ind',
  )

export const deleteAfhaengigheder = (par: readonly Afhaengighed[]) =>
  sql(
    'DELETE FROM afhaengighed USING unnest($1::uuid[], $2::uuid[]) AS n (af, objekt_id) WHERE afhaengighed.af = n.af AND afhaengighed.objekt_id = n.objekt_id',
    [par.map((led) => led.af), par.map((led) => led.objekt)],
    'indeks_afhaengighed_ud',
  )

export const upsertOverblik = (raekker: readonly OverblikRaekke[]) =>
  sql(
    `INSERT INTO overblik (part_id, item_id, art, kommune, kle, kilde_id, sager, aendret, data, indhold)
     SELECT p, i, a, ko, kl, ki, s::uuid[], t, d, x
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[], $9::jsonb[], $10::jsonb[])
       AS n (p, i, a, ko, kl, ki, s, t, d, x)
     ORDER BY p, i
     ON CONFLICT (part_id, item_id) DO UPDATE SET kommune = excluded.kommune, kle = excluded.kle, kilde_id = excluded.kilde_id,
       sager = excluded.sager, aendret = excluded.aendret, data = excluded.data, indhold = excluded.indhold`,
    [
      raekker.map((raekke) => raekke.part),
      raekker.map((raekke) => raekke.item),
      raekker.map((raekke) => raekke.data.art),
      raekker.map((raekke) => raekke.kommune),
      raekker.map((raekke) => raekke.kle),
      raekker.map((raekke) => raekke.kilde),
      raekker.map((raekke) => `{${raekke.sager.join(',')}}`),
      raekker.map((raekke) => raekke.aendret),
      raekker.map((raekke) => JSON.stringify(raekke.data)),
      raekker.map((raekke) => (raekke.indhold === undefined ? null : JSON.stringify(raekke.indhold))),
    ],
    'indeks_overblik_op',
  )

export const deleteOverblik = (raekker: readonly { part: Uuid; item: Uuid }[]) =>
  sql(
    'DELETE FROM overblik USING unnest($1::uuid[], $2::uuid[]) AS n (p, i) WHERE overblik.part_id = n.p AND overblik.item_id = n.i',
    [raekker.map((raekke) => raekke.part), raekker.map((raekke) => raekke.item)],
    'indeks_overblik_ud',
  )

/** A page of the registrations in the order of (object, Tidspunkt), for rebuilding. */
export const registreringerEfter = (objekt: Uuid, tidspunkt: Tidspunkt, antal: number) =>
  sql<RegistreringRaekke & { objekt: Uuid }>(
    `SELECT objekt_id AS objekt, tidspunkt, art, kilde_id AS kilde, master, leverance_id AS leverance, encode(hash, 'hex') AS hash, indhold
     FROM registrering WHERE (objekt_id, tidspunkt) > ($1, $2) ORDER BY objekt_id, tidspunkt LIMIT $3`,
    [objekt, tidspunkt, antal],
    'indeks_registreringer_efter',
  )
