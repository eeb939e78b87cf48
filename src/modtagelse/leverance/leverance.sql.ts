import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Regelbrud } from '../regler/index.ts'

/** Statements on deliveries, receipts, refusals and the outbox. */

export type Kanal = 'rest' | 'soap' | 'fil'

export const insertLeverance = (leverance: Uuid, kilde: Uuid, noegle: string, kanal: Kanal) =>
  sql<{ leverance_id: Uuid }>(
    `INSERT INTO leverance (leverance_id, kilde_id, idempotency_key, kanal) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kilde_id, idempotency_key) DO NOTHING RETURNING leverance_id`,
    [leverance, kilde, noegle, kanal],
    'leverance_ind',
  )

/** Deliveries of their own, each named by what nobody has named one before. */
export const insertLeverancer = (kilde: Uuid, kanal: Kanal, nye: readonly { readonly id: Uuid; readonly noegle: string }[]) =>
  sql(
    `INSERT INTO leverance (leverance_id, kilde_id, idempotency_key, kanal)
     SELECT i, $1, n, $2 FROM unnest($3::uuid[], $4::text[]) AS ny (i, n)`,
    [kilde, kanal, nye.map(({ id }) => id), nye.map(({ noegle }) => noegle)],
    'leverance_ind_flere',
  )

export const findLeverance = (kilde: Uuid, noegle: string) =>
  sql<{ leverance_id: Uuid }>(
    'SELECT leverance_id FROM leverance WHERE kilde_id = $1 AND idempotency_key = $2',
    [kilde, noegle],
    'leverance_find',
  )

export type KvitteringRaekke = {
  readonly linje: number
  readonly linje_hash: string
  readonly objekt_id: Uuid | null
  readonly udfald: 'modtaget' | 'uaendret' | 'afvist'
  readonly brud: readonly Regelbrud[] | null
}

export const findKvitteringer = (leverance: Uuid, linjer: readonly number[]): Statement<KvitteringRaekke> =>
  sql(
    `SELECT linje, encode(linje_hash, 'hex') AS linje_hash, objekt_id, udfald, brud
     FROM kvittering WHERE leverance_id = $1 AND linje = ANY ($2::int[])`,
    [leverance, linjer],
    'kvittering_find',
  )

export type NyKvittering = KvitteringRaekke & { readonly leverance: Uuid }

export const insertKvitteringer = (raekker: readonly NyKvittering[]) =>
  sql(
    `INSERT INTO kvittering (leverance_id, linje, linje_hash, objekt_id, udfald, brud)
     SELECT i, l, decode(h, 'hex'), o, u, b
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::text[], $6::jsonb[]) AS n (i, l, h, o, u, b)`,
    [
      raekker.map((raekke) => raekke.leverance),
      raekker.map((raekke) => raekke.linje),
      raekker.map((raekke) => raekke.linje_hash),
      raekker.map((raekke) => raekke.objekt_id),
      raekker.map((raekke) => raekke.udfald),
      raekker.map((raekke) => (raekke.brud ? JSON.stringify(raekke.brud) : null)),
    ],
    'kvittering_ind',
  )

export type NyAfvisning = {
  readonly id: Uuid
  readonly leverance: Uuid
  readonly linje: number
  readonly kommune: string | undefined
  readonly livsomraade: string | undefined
  readonly art: Art | undefined
  readonly objekt: Uuid | undefined
  readonly brud: readonly [Regelbrud, ...Regelbrud[]]
  /** Undefined: nothing of it is kept. */
  readonly krypteret: Uint8Array | undefined
  readonly tidspunkt: Tidspunkt | undefined
}

export const insertAfvisninger = (kilde: Uuid, afvisninger: readonly NyAfvisning[]) =>
  sql(
    `INSERT INTO afvisning (afvisning_id, leverance_id, linje, kilde_id, kommune, livsomraade, art, objekt_id, regel, brud, linje_krypteret, tidspunkt)
     SELECT i, le, l, $1, ko, li, a, o, r, b, k, t
     FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::jsonb[], $11::bytea[], $12::timestamptz[])
       AS n (i, le, l, ko, li, a, o, r, b, k, t)`,
    [
      kilde,
      afvisninger.map((led) => led.id),
      afvisninger.map((led) => led.leverance),
      afvisninger.map((led) => led.linje),
      afvisninger.map((led) => led.kommune ?? null),
      afvisninger.map((led) => led.livsomraade ?? null),
      afvisninger.map((led) => led.art ?? null),
      afvisninger.map((led) => led.objekt ?? null),
      afvisninger.map((led) => led.brud[0].regel),
      afvisninger.map((led) => JSON.stringify(led.brud)),
      afvisninger.map((led) => led.krypteret ?? null),
      afvisninger.map((led) => led.tidspunkt ?? null),
    ],
    'afvisning_ind',
  )

/**
 * What a source has had accepted of an object: all that it says up to `tidspunkt`, or (`fra`) only what it says from there on. `aendret`: it
 * is what the object says now.
 */
export type Godtaget = {
  readonly objekt: Uuid
  readonly fra: Tidspunkt | undefined
  readonly tidspunkt: Tidspunkt
  readonly aendret: boolean
}

/**
 * A refused line is settled when the same source has the same object accepted from the same time or later. An older registration, sent
 * again or late, says nothing of a newer one that was refused; where the refused line's time is not known only what changed the object does.
 */
export const settleAfvisninger = (kilde: Uuid, godtagne: readonly Godtaget[]) =>
  sql(
    `UPDATE afvisning a SET afgjort = now()
     FROM unnest($2::uuid[], $3::timestamptz[], $4::boolean[], $5::timestamptz[]) AS g (objekt_id, tidspunkt, aendret, fra)
     WHERE a.kilde_id = $1 AND a.objekt_id = g.objekt_id AND a.afgjort IS NULL
       AND CASE WHEN a.tidspunkt IS NULL THEN g.aendret ELSE a.tidspunkt BETWEEN coalesce(g.fra, '-infinity') AND g.tidspunkt END`,
    [
      kilde,
      godtagne.map((led) => led.objekt),
      godtagne.map((led) => led.tidspunkt),
      godtagne.map((led) => led.aendret),
      godtagne.map((led) => led.fra ?? null),
    ],
    'afvisning_afgoer',
  )

/** What happened to an object. */
export type Haendelsesart = 'importeret' | 'opdateret' | 'fjernet'

export type NyHaendelse = {
  readonly objekt: Uuid
  readonly tidspunkt: string
  readonly art: Art
  readonly haendelse: Haendelsesart
  readonly master: Uuid
  readonly kommune: string | undefined
  readonly kle: string | undefined
  readonly udenNotifikation: boolean
}

export const insertUdbakke = (haendelser: readonly NyHaendelse[]) =>
  sql(
    `INSERT INTO udbakke (objekt_id, tidspunkt, art, haendelse, master, kommune, kle, uden_notifikation)
     SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::boolean[])`,
    [
      haendelser.map((led) => led.objekt),
      haendelser.map((led) => led.tidspunkt),
      haendelser.map((led) => led.art),
      haendelser.map((led) => led.haendelse),
      haendelser.map((led) => led.master),
      haendelser.map((led) => led.kommune ?? null),
      haendelser.map((led) => led.kle ?? null),
      haendelser.map((led) => led.udenNotifikation),
    ],
    'udbakke_ind',
  )

/** Role sletning. Takes the content out of a source's refused lines about objects that have been deleted; that they came stays. */
export const emptyAfvisninger = (kilde: Uuid, objekter: readonly Uuid[]) =>
  sql<never>(
    `UPDATE afvisning SET linje_krypteret = NULL
     WHERE kilde_id = $1 AND objekt_id = ANY ($2::uuid[]) AND linje_krypteret IS NOT NULL`,
    [kilde, objekter],
    'afvisning_toem',
  )

/** Which of a delivery's lines stand refused because another line was sent with the same key and number before (IND-019). */
export const findAabneAfvisninger = (kilde: Uuid, leverance: Uuid, linjer: readonly number[]) =>
  sql<{ linje: number }>(
    `SELECT linje FROM afvisning
     WHERE kilde_id = $1 AND afgjort IS NULL AND leverance_id = $2 AND linje = ANY ($3::int[]) AND regel = 'IND-019'`,
    [kilde, leverance, linjer],
    'afvisning_aabne_andre',
  )

/** One of a source's refused lines, kept from others until the transaction ends. No row: it is not the source's. */
export const lockAfvisning = (kilde: Uuid, afvisning: Uuid) =>
  sql<{ kommune: string | null; afgjort: Tidspunkt | null }>(
    'SELECT kommune, afgjort FROM afvisning WHERE kilde_id = $1 AND afvisning_id = $2 FOR UPDATE',
    [kilde, afvisning],
    'afvisning_laas_en',
  )

export const settleAfvisning = (afvisning: Uuid) =>
  sql<never>('UPDATE afvisning SET afgjort = now() WHERE afvisning_id = $1', [afvisning], 'afvisning_afgoer_en')

export type AfvisningRaekke = {
  readonly afvisning_id: Uuid
  readonly leverance_id: Uuid
  readonly linje: number
  readonly objekt_id: Uuid | null
  readonly art: Art | null
  readonly brud: readonly Regelbrud[]
  readonly modtaget: Tidspunkt
  /** `modtaget` to the microsecond: a page that ended on a coarser time would repeat or skip rows. */
  readonly maerke: string
  readonly afgjort: Tidspunkt | null
}

/** A page of a source's refusals, oldest first, after the mark of the last one seen; open ones only, or all. */
export const listAfvisninger = (
  kilde: Uuid,
  efter: { readonly modtaget: string; readonly id: string },
  kunAabne: boolean,
  antal: number,
): Statement<AfvisningRaekke> =>
  sql(
    `SELECT afvisning_id, leverance_id, linje, objekt_id, art, brud, modtaget, afgjort,
       to_char(modtaget AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS maerke
     FROM afvisning
     WHERE kilde_id = $1 AND (modtaget, afvisning_id) > ($2::timestamptz, $3::uuid) AND (NOT $4 OR afgjort IS NULL)
     ORDER BY modtaget, afvisning_id LIMIT $5`,
    [kilde, efter.modtaget, efter.id, kunAabne, antal],
    'afvisning_liste',
  )

export type LeveranceRaekke = {
  readonly leverance_id: Uuid
  readonly paabegyndt: Tidspunkt
  readonly kanal: Kanal
  readonly modtaget: number
  readonly uaendret: number
  readonly afvist: number
}

/** A delivery of the source's own with its receipts counted. No row: it is not the source's. */
export const countKvitteringer = (kilde: Uuid, leverance: Uuid): Statement<LeveranceRaekke> =>
  sql(
    `SELECT l.leverance_id, l.paabegyndt, l.kanal,
       count(*) FILTER (WHERE k.udfald = 'modtaget') AS modtaget,
       count(*) FILTER (WHERE k.udfald = 'uaendret') AS uaendret,
       count(*) FILTER (WHERE k.udfald = 'afvist') AS afvist
     FROM leverance l LEFT JOIN kvittering k ON k.leverance_id = l.leverance_id
     WHERE l.kilde_id = $1 AND l.leverance_id = $2 GROUP BY l.leverance_id, l.paabegyndt, l.kanal`,
    [kilde, leverance],
    'leverance_talt',
  )

/** A page of the receipts of a delivery of the source's own, by line. */
export const listKvitteringer = (kilde: Uuid, leverance: Uuid, efter: number, antal: number): Statement<KvitteringRaekke> =>
  sql(
    `SELECT k.linje, encode(k.linje_hash, 'hex') AS linje_hash, k.objekt_id, k.udfald, k.brud
     FROM leverance l JOIN kvittering k ON k.leverance_id = l.leverance_id
     WHERE l.kilde_id = $1 AND l.leverance_id = $2 AND k.linje > $3 ORDER BY k.linje LIMIT $4`,
    [kilde, leverance, efter, antal],
    'kvittering_liste',
  )

export type Placering = {
  readonly art: Art
  readonly kilde_id: Uuid
  readonly kommune: string
  readonly kle: string
  readonly modtaget: Tidspunkt
}

/**
 * Where things without municipality or number of their own belong: those named, and those that stand on `paa`, by kind and source, with the
 * time when the last of them came. Notes stand on their case, payments on their grant and, where that has no number, on its case.
 *
 * Each step is a look-up by key of its own (OFFSET 0 and the aggregates keep it so). Left to choose, the planner reads whole tables where
 * their statistics are older than their rows, as while much is delivered: measured, 80 of 350 us a line, and more the fuller they got.
 */
export const findPlaceringer = (uden: readonly Uuid[], paa: readonly Uuid[]): Statement<Placering> =>
  sql(
    `WITH under AS MATERIALIZED (
       SELECT u.objekt_id FROM unnest($2::uuid[]) AS paa,
         LATERAL (SELECT a.objekt_id FROM afhaengighed a WHERE a.af = paa OFFSET 0) u
     ), led AS MATERIALIZED (
       SELECT unnest($1::uuid[]) AS objekt_id
       UNION SELECT objekt_id FROM under
       UNION SELECT b.objekt_id FROM under u,
         LATERAL (SELECT a.objekt_id FROM afhaengighed a WHERE a.af = u.objekt_id OFFSET 0) b
     ), placeret AS (
       SELECT o.art, o.kilde_id, coalesce(o.kommune, naer.kommune, fjern.kommune) AS kommune,
         coalesce(o.kle, naer.kle, fjern.kle) AS kle, r.modtaget
       FROM led,
       LATERAL (
         SELECT * FROM objekt i WHERE i.objekt_id = led.objekt_id AND (i.kommune IS NULL OR i.kle IS NULL) OFFSET 0
       ) o,
       LATERAL (
         SELECT i.modtaget FROM registrering i WHERE i.objekt_id = o.objekt_id AND i.tidspunkt = o.tidspunkt OFFSET 0
       ) r,
       LATERAL (${placeringOf('o.objekt_id')}) naer,
       LATERAL (
         SELECT min(p.kommune) AS kommune, min(p.kle) AS kle
         FROM afhaengighed a, LATERAL (${placeringOf('a.af')}) p WHERE a.objekt_id = o.objekt_id
       ) fjern
     )
     SELECT art, kilde_id, kommune, kle, max(modtaget) AS modtaget FROM placeret
     WHERE kommune IS NOT NULL AND kle IS NOT NULL GROUP BY art, kilde_id, kommune, kle`,
    [uden, paa],
    'leverance_placeringer',
  )

/** Where what each of them stands on belongs, as it says itself. */
export const findGrundlag = (
  ider: readonly Uuid[],
): Statement<{ readonly objekt_id: Uuid; readonly kommune: string | null; readonly kle: string | null }> =>
  sql(
    'SELECT a.objekt_id, s.kommune, s.kle FROM afhaengighed a JOIN objekt s ON s.objekt_id = a.af WHERE a.objekt_id = ANY ($1::uuid[])',
    [ider],
    'leverance_grundlag',
  )

/** What the things that one stands on say themselves. */
const placeringOf = (objekt: string): string =>
  `SELECT min(s.kommune) AS kommune, min(s.kle) AS kle
   FROM afhaengighed k, LATERAL (SELECT i.kommune, i.kle FROM objekt i WHERE i.objekt_id = k.af OFFSET 0) s WHERE k.objekt_id = ${objekt}`
