import type { Art, Uuid } from '#kernel'
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

export const insertKvitteringer = (leverance: Uuid, raekker: readonly KvitteringRaekke[]) =>
  sql(
    `INSERT INTO kvittering (leverance_id, linje, linje_hash, objekt_id, udfald, brud)
     SELECT $1, l, decode(h, 'hex'), o, u, b FROM unnest($2::int[], $3::text[], $4::uuid[], $5::text[], $6::jsonb[]) AS n (l, h, o, u, b)`,
    [
      leverance,
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
  readonly linje: number
  readonly kommune: string | undefined
  readonly livsomraade: string | undefined
  readonly art: Art | undefined
  readonly objekt: Uuid | undefined
  readonly brud: readonly [Regelbrud, ...Regelbrud[]]
  readonly krypteret: Uint8Array
}

export const insertAfvisninger = (leverance: Uuid, kilde: Uuid, afvisninger: readonly NyAfvisning[]) =>
  sql(
    `INSERT INTO afvisning (afvisning_id, leverance_id, linje, kilde_id, kommune, livsomraade, art, objekt_id, regel, brud, linje_krypteret)
     SELECT i, $1, l, $2, ko, li, a, o, r, b, k
     FROM unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::jsonb[], $11::bytea[])
       AS n (i, l, ko, li, a, o, r, b, k)`,
    [
      leverance,
      kilde,
      afvisninger.map((led) => led.id),
      afvisninger.map((led) => led.linje),
      afvisninger.map((led) => led.kommune ?? null),
      afvisninger.map((led) => led.livsomraade ?? null),
      afvisninger.map((led) => led.art ?? null),
      afvisninger.map((led) => led.objekt ?? null),
      afvisninger.map((led) => led.brud[0].regel),
      afvisninger.map((led) => JSON.stringify(led.brud)),
      afvisninger.map((led) => led.krypteret),
    ],
    'afvisning_ind',
  )

/** A refused line is settled when the same source later has the same object accepted. */
export const settleAfvisninger = (kilde: Uuid, objekter: readonly Uuid[]) =>
  sql(
    'UPDATE afvisning SET afgjort = now() WHERE kilde_id = $1 AND objekt_id = ANY ($2::uuid[]) AND afgjort IS NULL',
    [kilde, objekter],
    'afvisning_afgoer',
  )

export const insertUdbakke = (
  haendelser: readonly {
    readonly objekt: Uuid
    readonly tidspunkt: string
    readonly art: Art
    readonly kommune: string | undefined
    readonly kle: string | undefined
    readonly udenNotifikation: boolean
  }[],
) =>
  sql(
    `INSERT INTO udbakke (objekt_id, tidspunkt, art, kommune, kle, uden_notifikation)
     SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::boolean[])`,
    [
      haendelser.map((led) => led.objekt),
      haendelser.map((led) => led.tidspunkt),
      haendelser.map((led) => led.art),
      haendelser.map((led) => led.kommune ?? null),
      haendelser.map((led) => led.kle ?? null),
      haendelser.map((led) => led.udenNotifikation),
    ],
    'udbakke_ind',
  )

export type AfvisningRaekke = {
  readonly afvisning_id: Uuid
  readonly linje: number
  readonly objekt_id: Uuid | null
  readonly art: string | null
  readonly brud: readonly Regelbrud[]
  readonly modtaget: string
  readonly afgjort: string | null
}

/** A page of a source's refusals, oldest first; open ones only, or all. */
export const listAfvisninger = (kilde: Uuid, efter: string, kunAabne: boolean, antal: number): Statement<AfvisningRaekke> =>
  sql(
    `SELECT afvisning_id, linje, objekt_id, art, brud, modtaget, afgjort FROM afvisning
     WHERE kilde_id = $1 AND (modtaget, afvisning_id) > ($2::timestamptz, $3::uuid) AND (NOT $4 OR afgjort IS NULL)
     ORDER BY modtaget, afvisning_id LIMIT $5`,
    [kilde, efter.split('/')[0] ?? '', efter.split('/')[1] ?? '', kunAabne, antal],
    'afvisning_liste',
  )

/** Municipality and KLE number of what objects stand on, for those that have none of their own. */
export const findStaarPaa = (objekter: readonly Uuid[]) =>
  sql<{ objekt_id: Uuid; kommune: string | null; kle: string | null }>(
    `SELECT a.objekt_id, min(o.kommune) AS kommune, min(o.kle) AS kle FROM afhaengighed a JOIN objekt o ON o.objekt_id = a.af
     WHERE a.objekt_id = ANY ($1::uuid[]) GROUP BY a.objekt_id`,
    [objekter],
    'leverance_staar_paa',
  )
