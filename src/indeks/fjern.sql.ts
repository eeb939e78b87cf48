import type { Art, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on what has been deleted. Those that delete are for the role sletning alone. */

/** Why something went: it was named, or it stood on a case that was. */
export type Fjernelsesgrund = 'fjernet' | 'med-sagen'

/** What is left of a deleted object: nothing personal. */
export type Gravsten = {
  readonly id: Uuid
  readonly art: Art
  readonly master: Uuid
  readonly kilde: Uuid
  /** When it was deleted at the sender. */
  readonly tidspunkt: Tidspunkt
  readonly grund: Fjernelsesgrund
}

export const findGravsten = (ider: readonly Uuid[]): Statement<Gravsten> =>
  sql(
    'SELECT objekt_id AS id, art, master, kilde_id AS kilde, tidspunkt, grund FROM gravsten WHERE objekt_id = ANY ($1::uuid[])',
    [ider],
    'indeks_gravsten',
  )

export const insertGravsten = (gravsten: readonly Gravsten[]) =>
  sql<never>(
    `INSERT INTO gravsten (objekt_id, art, master, kilde_id, tidspunkt, grund)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[])`,
    [
      gravsten.map((led) => led.id),
      gravsten.map((led) => led.art),
      gravsten.map((led) => led.master),
      gravsten.map((led) => led.kilde),
      gravsten.map((led) => led.tidspunkt),
      gravsten.map((led) => led.grund),
    ],
    'indeks_gravsten_ind',
  )

export const deleteRegistreringer = (ider: readonly Uuid[]) =>
  sql<never>('DELETE FROM registrering WHERE objekt_id = ANY ($1::uuid[])', [ider], 'indeks_registreringer_ud')

export const deleteObjekter = (ider: readonly Uuid[]) =>
  sql<never>('DELETE FROM objekt WHERE objekt_id = ANY ($1::uuid[])', [ider], 'indeks_objekter_ud')
