import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on how far the worker has come. */

export type Maerke = {
  /** What has happened up to here has been looked at. */
  readonly loebenr: number
  /** The edition of the checks that the last whole pass was made with; null: none has been. */
  readonly regelversion: number | null
  /** The edition of the pass that is under way; null: none is. */
  readonly gennemloeb_regelversion: number | null
  /** Parts up to and with this one are done in that pass; null: none is. */
  readonly gennemloeb_part: Uuid | null
  readonly gennemloeb_begyndt: Tidspunkt | null
}

const MAERKE = 'loebenr, regelversion, gennemloeb_regelversion, gennemloeb_part, gennemloeb_begyndt'

/**
 * The worker waits for nobody long: where it and a review wait for each other's locks, the worker lets go, before PostgreSQL chooses one of them
 * (after a second), and tries again.
 */
export const giveWay = (): Statement<never> => sql("SET LOCAL lock_timeout = '600ms'")

/** The mark, held until the transaction ends. No row: another process is at work. */
export const lockMaerke = (): Statement<Maerke> =>
  sql(`SELECT ${MAERKE} FROM vurderingsmaerke FOR UPDATE SKIP LOCKED`, [], 'vurdering_maerke_laas')

export const findMaerke = (): Statement<Maerke> => sql(`SELECT ${MAERKE} FROM vurderingsmaerke`, [], 'vurdering_maerke')

export const setMaerke = (maerke: Maerke): Statement<never> =>
  sql(
    `UPDATE vurderingsmaerke SET loebenr = $1, regelversion = $2, gennemloeb_regelversion = $3, gennemloeb_part = $4,
       gennemloeb_begyndt = $5`,
    [maerke.loebenr, maerke.regelversion, maerke.gennemloeb_regelversion, maerke.gennemloeb_part, maerke.gennemloeb_begyndt],
    'vurdering_maerke_flyt',
  )

/** Up to where what has happened has been removed again. */
export const findFjernetTil = (): Statement<{ readonly fjernet_til: number }> =>
  sql('SELECT fjernet_til FROM udbakke_hoved', [], 'vurdering_fjernet_til')

export type Sket = { readonly loebenr: number; readonly objekt_id: Uuid; readonly art: Art }

/** What has happened after a place, in order; the numbers become visible in order and without a gap. */
export const findSket = (efter: number, antal: number): Statement<Sket> =>
  sql(
    'SELECT loebenr, objekt_id, art FROM udbakke WHERE loebenr > $1 ORDER BY loebenr LIMIT $2',
    [efter, antal],
    'vurdering_sket',
  )

/** The next persons in a pass over all of them. */
export const findNaesteParter = (efter: Uuid, antal: number): Statement<{ readonly part_id: Uuid }> =>
  sql('SELECT part_id FROM part WHERE part_id > $1 ORDER BY part_id LIMIT $2', [efter, antal], 'vurdering_naeste_parter')

/** About how many persons there are, without counting them. */
export const guessParter = (): Statement<{ readonly antal: number }> =>
  sql("SELECT greatest(reltuples, 0)::bigint AS antal FROM pg_class WHERE oid = 'part'::regclass")
