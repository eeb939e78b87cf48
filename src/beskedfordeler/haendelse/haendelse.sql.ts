import { type Art, type CvrNummer, type KleEmne, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Haendelse, Haendelsesart } from './haendelse.ts'

/** Statements on what has happened, its order, and how far that goes. */

export type Haendelsesraekke = {
  readonly loebenr: number
  readonly haendelse_id: Uuid
  readonly tid: Tidspunkt
  readonly objekt_id: Uuid
  readonly tidspunkt: Tidspunkt
  readonly art: Art
  readonly haendelse: Haendelsesart
  readonly master: Uuid | null
  readonly kommune: CvrNummer | null
  readonly kle: KleEmne | null
  readonly uden_notifikation: boolean
}

/** What a row of the outbox is selected with, as Haendelsesraekke. */
export const HAENDELSESKOLONNER =
  'h.loebenr, h.haendelse_id, h.tid, h.objekt_id, h.tidspunkt, h.art, h.haendelse, h.master, h.kommune, h.kle, h.uden_notifikation'

export const toHaendelse = (raekke: Haendelsesraekke): Haendelse => ({
  id: raekke.haendelse_id,
  loebenr: raekke.loebenr,
  tid: tidspunkt(raekke.tid),
  objekt: raekke.objekt_id,
  tidspunkt: tidspunkt(raekke.tidspunkt),
  art: raekke.art,
  haendelse: raekke.haendelse,
  master: raekke.master ?? undefined,
  kommune: raekke.kommune ?? undefined,
  kle: raekke.kle ?? undefined,
  udenNotifikation: raekke.uden_notifikation,
})

export type Hoved = {
  /** The last number given. */
  readonly sidste: number
  /** All up to here are removed. */
  readonly fjernet_til: number
}

export const findHoved = (): Statement<Hoved> => sql('SELECT sidste, fjernet_til FROM udbakke_hoved', [], 'beskedfordeler_hoved')

/** The head, held until the transaction ends. No row: another process is giving numbers now. */
export const lockHoved = (): Statement<{ readonly sidste: number }> =>
  sql('SELECT sidste FROM udbakke_hoved FOR UPDATE SKIP LOCKED', [], 'beskedfordeler_hoved_laas')

export type NyHaendelse = Haendelsesraekke & { readonly nr: number }

/**
 * The next that have no number, in the order in which they were written, with the place of what they stand on where they carry none; what has
 * been removed stands on nothing, and belongs where its last event did. The order
 * is right for each object: the intake changes one object in one transaction at a time, so an earlier change is visible when a later one is.
 */
export const listUdenLoebenr = (antal: number): Statement<NyHaendelse> =>
  sql(
    `SELECT h.nr, h.haendelse_id, h.tid, h.objekt_id, h.tidspunkt, h.art, h.haendelse, h.master, h.uden_notifikation,
       coalesce(h.kommune, sted.kommune, foer.kommune) AS kommune, coalesce(h.kle, sted.kle, foer.kle) AS kle
     FROM (SELECT * FROM udbakke WHERE loebenr IS NULL ORDER BY nr LIMIT $1) h
     LEFT JOIN LATERAL (
       SELECT CASE WHEN min(o.kommune) = max(o.kommune) THEN min(o.kommune) END AS kommune,
         CASE WHEN min(o.kle) = max(o.kle) THEN min(o.kle) END AS kle
       FROM (
         SELECT a.af FROM afhaengighed a WHERE a.objekt_id = h.objekt_id
         UNION SELECT b.af FROM afhaengighed a JOIN afhaengighed b ON b.objekt_id = a.af WHERE a.objekt_id = h.objekt_id
       ) staar_paa JOIN objekt o ON o.objekt_id = staar_paa.af
     ) sted ON h.kommune IS NULL OR h.kle IS NULL
     LEFT JOIN LATERAL (
       SELECT f.kommune, f.kle FROM udbakke f
       WHERE f.objekt_id = h.objekt_id AND f.loebenr IS NOT NULL
         AND f.art IN ('journalnotat', 'oekonomiskEffektuering', 'aftale', 'dokument')
       ORDER BY f.loebenr DESC LIMIT 1
     ) foer ON h.haendelse = 'fjernet' AND (h.kommune IS NULL OR h.kle IS NULL)
     ORDER BY h.nr`,
    [antal],
    'beskedfordeler_uden_loebenr',
  )

export type Nummerering = {
  readonly nr: number
  readonly loebenr: number
  readonly kommune: string | null
  readonly kle: string | null
}

export const giveLoebenumre = (nummereringer: readonly Nummerering[]): Statement<never> =>
  sql(
    `UPDATE udbakke u SET loebenr = n.loebenr, kommune = n.kommune, kle = n.kle
     FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]) AS n (nr, loebenr, kommune, kle) WHERE u.nr = n.nr`,
    [
      nummereringer.map((led) => led.nr),
      nummereringer.map((led) => led.loebenr),
      nummereringer.map((led) => led.kommune),
      nummereringer.map((led) => led.kle),
    ],
    'beskedfordeler_loebenumre',
  )

export const moveHoved = (sidste: number): Statement<never> =>
  sql('UPDATE udbakke_hoved SET sidste = $1', [sidste], 'beskedfordeler_hoved_flyt')

/**
 * The events after a place, up to `til`, in these municipalities or of this master, in order. Coarse: who may hear of what is decided by the rule.
 */
export const listEfter = (
  efter: number,
  til: number,
  kommuner: readonly string[],
  master: Uuid | undefined,
  antal: number,
): Statement<Haendelsesraekke> =>
  sql(
    `SELECT ${HAENDELSESKOLONNER} FROM udbakke h
     WHERE h.loebenr > $1 AND h.loebenr <= $2 AND (h.kommune = ANY ($3::text[]) OR h.master = $4) ORDER BY h.loebenr LIMIT $5`,
    [efter, til, kommuner, master ?? null, antal],
    'beskedfordeler_efter',
  )

/** All events after a place, in order: for the operator's own broker. Not the notes that were written here, which are for one system alone. */
export const listAlleEfter = (efter: number, antal: number): Statement<Haendelsesraekke> =>
  sql(
    `SELECT ${HAENDELSESKOLONNER} FROM udbakke h WHERE h.loebenr > $1 AND h.haendelse <> 'skrevet' ORDER BY h.loebenr LIMIT $2`,
    [efter, antal],
    'beskedfordeler_alle_efter',
  )
