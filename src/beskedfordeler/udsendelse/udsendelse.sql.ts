import type { Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { HAENDELSESKOLONNER, type Haendelsesraekke } from '../haendelse/index.ts'

/** Statements on the queue: one row an event and subscription. */

export type NyUdsendelse = { readonly abonnement: Uuid; readonly loebenr: number; readonly objekt: Uuid }

export const insertUdsendelser = (nye: readonly NyUdsendelse[], nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO udsendelse (abonnement_id, loebenr, objekt_id, dannet, naeste)
     SELECT a, l, o, $4, $4 FROM unnest($1::uuid[], $2::bigint[], $3::uuid[]) AS n (a, l, o)`,
    [nye.map((led) => led.abonnement), nye.map((led) => led.loebenr), nye.map((led) => led.objekt), nu],
    'udsendelse_ind',
  )

export type Laantraekke = Haendelsesraekke & { readonly forsoeg: number; readonly forsoeg_foer: number }

/**
 * Lends out what is due, to nobody else until `til`: of each object only the earliest that has not been settled, so its events come in order. What another
 * process holds is passed over, and what one never answered for is lent again when its time is up. The earliest is asked for by a value, not by
 * what does not exist, so that it is looked up by key whatever the statistics say of a queue that was empty a moment ago.
 */
export const lend = (abonnement: Uuid, antal: number, laan: Uuid, nu: Tidspunkt, til: Tidspunkt): Statement<Laantraekke> =>
  sql(
    `WITH moden AS (
       SELECT u.abonnement_id, u.loebenr FROM udsendelse u
       WHERE u.abonnement_id = $1 AND u.tilstand = 'venter' AND u.naeste <= $4 AND (u.laan_til IS NULL OR u.laan_til <= $4)
         AND u.loebenr = (
           SELECT min(t.loebenr) FROM udsendelse t
           WHERE t.abonnement_id = $1 AND t.objekt_id = u.objekt_id AND t.tilstand = 'venter')
       ORDER BY u.naeste, u.loebenr LIMIT $2 FOR UPDATE OF u SKIP LOCKED
     )
     UPDATE udsendelse u SET laan = $3, laan_til = $5 FROM moden m, udbakke h
     WHERE u.abonnement_id = m.abonnement_id AND u.loebenr = m.loebenr AND h.loebenr = u.loebenr
     RETURNING ${HAENDELSESKOLONNER}, u.forsoeg, u.forsoeg_foer`,
    [abonnement, antal, laan, nu, til],
    'udsendelse_laan',
  )

/** Whose answer counts: the one that the row is lent to now. */
const LAANT = 'u.abonnement_id = $1 AND u.loebenr = $2 AND u.laan = $3'

/** Delivered, and counted with its subscription where the loan still held. */
export const settleLeveret = (abonnement: Uuid, loebenr: number, laan: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `WITH leveret AS (
       UPDATE udsendelse u SET tilstand = 'leveret', forsoeg = u.forsoeg + 1, afgjort = $4, grund = NULL, laan = NULL, laan_til = NULL
       WHERE ${LAANT} RETURNING 1
     )
     UPDATE abonnement SET leveret = abonnement.leveret + (SELECT count(*) FROM leveret), senest_leveret = $4, fejl_i_traek = 0,
       vent_til = NULL
     WHERE abonnement_id = $1`,
    [abonnement, loebenr, laan, nu],
    'udsendelse_leveret',
  )

export const insertForsoeg = (
  abonnement: Uuid,
  loebenr: number,
  laan: Uuid,
  nu: Tidspunkt,
  fejl: string,
  status: number | null,
): Statement<never> =>
  sql(
    `INSERT INTO udsendelsesforsoeg (abonnement_id, loebenr, nr, tid, fejl, status)
     SELECT u.abonnement_id, u.loebenr, u.forsoeg + 1, $4, $5, $6 FROM udsendelse u WHERE ${LAANT}`,
    [abonnement, loebenr, laan, nu, fejl, status],
    'udsendelse_forsoeg',
  )

/** To be tried again at `naeste`; whatever else waits for the same object waits along, and is not looked at until then. */
export const postpone = (abonnement: Uuid, loebenr: number, laan: Uuid, naeste: Tidspunkt, fejl: string): Statement<never> =>
  sql(
    `WITH udsat AS (
       UPDATE udsendelse u SET forsoeg = u.forsoeg + 1, naeste = $4, grund = $5, laan = NULL, laan_til = NULL
       WHERE ${LAANT} RETURNING u.objekt_id
     )
     UPDATE udsendelse u SET naeste = $4 FROM udsat
     WHERE u.abonnement_id = $1 AND u.objekt_id = udsat.objekt_id AND u.loebenr > $2 AND u.tilstand = 'venter' AND u.naeste < $4`,
    [abonnement, loebenr, laan, naeste, fejl],
    'udsendelse_udsat',
  )

/** Dead after its last attempt. */
export const settleDoed = (abonnement: Uuid, loebenr: number, laan: Uuid, nu: Tidspunkt, grund: string): Statement<never> =>
  sql(
    `UPDATE udsendelse u SET tilstand = 'doed', forsoeg = u.forsoeg + 1, afgjort = $4, grund = $5, laan = NULL, laan_til = NULL
     WHERE ${LAANT}`,
    [abonnement, loebenr, laan, nu, grund],
    'udsendelse_doed',
  )

/** Lapsed: its owner may not hear of it any more. */
export const settleBortfaldet = (abonnement: Uuid, loebenr: number, laan: Uuid, nu: Tidspunkt, grund: string): Statement<never> =>
  sql(
    `WITH bortfaldet AS (
       UPDATE udsendelse u SET tilstand = 'bortfaldet', afgjort = $4, grund = $5, laan = NULL, laan_til = NULL WHERE ${LAANT} RETURNING 1
     )
     UPDATE abonnement SET bortfaldne = bortfaldne + (SELECT count(*) FROM bortfaldet) WHERE abonnement_id = $1`,
    [abonnement, loebenr, laan, nu, grund],
    'udsendelse_bortfaldet',
  )

/** Given back: its subscription has stopped, and it waits for that to go on. */
export const giveBack = (abonnement: Uuid, loebenr: number, laan: Uuid): Statement<never> =>
  sql(
    `UPDATE udsendelse u SET forsoeg = u.forsoeg + 1, laan = NULL, laan_til = NULL WHERE ${LAANT}`,
    [abonnement, loebenr, laan],
    'udsendelse_tilbage',
  )

export const noteFejl = (abonnement: Uuid, nu: Tidspunkt, fejl: string, ventTil: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE abonnement SET senest_fejlet = $2, senest_fejl = $3, fejl_i_traek = fejl_i_traek + 1, vent_til = $4
     WHERE abonnement_id = $1`,
    [abonnement, nu, fejl, ventTil],
    'udsendelse_abonnement_fejl',
  )

/** 410 Gone: it wants no more. */
export const noteStoppet = (abonnement: Uuid, nu: Tidspunkt, fejl: string): Statement<never> =>
  sql(
    `UPDATE abonnement SET tilstand = 'stoppet', senest_fejlet = $2, senest_fejl = $3
     WHERE abonnement_id = $1 AND tilstand IN ('aktiv', 'pauset')`,
    [abonnement, nu, fejl],
    'udsendelse_abonnement_stoppet',
  )

export type Doedraekke = {
  readonly loebenr: number
  readonly haendelse_id: Uuid
  readonly objekt_id: Uuid
  readonly dannet: Tidspunkt
  readonly afgjort: Tidspunkt
  readonly forsoeg: number
  readonly grund: string
}

/** What died on the way to a subscription, in order. */
export const listDoede = (abonnement: Uuid, efter: number, antal: number): Statement<Doedraekke> =>
  sql(
    `SELECT u.loebenr, h.haendelse_id, u.objekt_id, u.dannet, u.afgjort, u.forsoeg, u.grund
     FROM udsendelse u JOIN udbakke h ON h.loebenr = u.loebenr
     WHERE u.abonnement_id = $1 AND u.tilstand = 'doed' AND u.loebenr > $2 ORDER BY u.loebenr LIMIT $3`,
    [abonnement, efter, antal],
    'udsendelse_doede',
  )

/** Dead ones wait again, with all their attempts before them: one event's, or all since a time. */
export const revive = (abonnement: Uuid, haendelse: Uuid | undefined, fra: Tidspunkt | undefined, nu: Tidspunkt) =>
  sql<never>(
    `UPDATE udsendelse u SET tilstand = 'venter', naeste = $4, forsoeg_foer = u.forsoeg, afgjort = NULL, grund = NULL
     FROM udbakke h
     WHERE u.abonnement_id = $1 AND u.tilstand = 'doed' AND h.loebenr = u.loebenr
       AND ($2::uuid IS NULL OR h.haendelse_id = $2) AND ($3::timestamptz IS NULL OR u.dannet >= $3)`,
    [abonnement, haendelse ?? null, fra ?? null, nu],
  )

export type Tilstandsraekke = {
  readonly abonnement_id: Uuid
  readonly venter: number
  readonly aeldste: Tidspunkt | null
  readonly leveret: number
  readonly doede: number
  readonly bortfaldne: number
  readonly fejl_i_traek: number
  readonly senest_leveret: Tidspunkt | null
  readonly senest_fejlet: Tidspunkt | null
  readonly senest_fejl: string | null
}

/** How it goes with subscriptions: what waits and since when, what died, and what was delivered or lapsed in all. */
export const countTilstand = (abonnementer: readonly Uuid[]): Statement<Tilstandsraekke> =>
  sql(
    `SELECT a.abonnement_id, a.leveret, a.bortfaldne, a.fejl_i_traek, a.senest_leveret, a.senest_fejlet, a.senest_fejl,
       venter.antal AS venter, venter.aeldste, doede.antal AS doede
     FROM abonnement a
     CROSS JOIN LATERAL (SELECT count(*) AS antal, min(u.dannet) AS aeldste FROM udsendelse u
       WHERE u.abonnement_id = a.abonnement_id AND u.tilstand = 'venter') venter
     CROSS JOIN LATERAL (SELECT count(*) AS antal FROM udsendelse u
       WHERE u.abonnement_id = a.abonnement_id AND u.tilstand = 'doed') doede
     WHERE a.abonnement_id = ANY ($1::uuid[])`,
    [abonnementer],
    'udsendelse_tilstand',
  )
