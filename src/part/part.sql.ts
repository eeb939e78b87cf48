import type { Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

export type FundetPart = { readonly opslag: Buffer; readonly part_id: Uuid }

/** The parts that the look-up values stand for; unknown ones are left out. */
export const findParter = (opslag: readonly Uint8Array[]): Statement<FundetPart> =>
  sql('SELECT opslag, part_id FROM part_nummer WHERE opslag = ANY ($1::bytea[])', [opslag], 'part_find')

/** The newest number of each part, encrypted. */
export const findNumre = (
  parter: readonly Uuid[],
): Statement<FundetPart & { readonly nummertype: string; readonly krypteret: Buffer }> =>
  sql(
    `SELECT DISTINCT ON (part_id) part_id, opslag, nummertype, krypteret FROM part_nummer
     WHERE part_id = ANY ($1::uuid[]) ORDER BY part_id, oprettet DESC, opslag`,
    [parter],
    'part_numre',
  )

export type NytNummer = {
  readonly opslag: Uint8Array
  readonly part: Uuid
  readonly nummertype: string
  readonly krypteret: Uint8Array
  readonly parttype: 'person' | 'virksomhed'
  readonly foedt: string | null
}

/**
 * Adds the numbers that nobody has added in the meantime, and their parts; answers those added. In the order of the look-up value, so that
 * two at once wait for each other instead of blocking each other.
 */
export const insertParter = (nye: readonly NytNummer[]): Statement<FundetPart> =>
  sql(
    `WITH ny AS MATERIALIZED (
       SELECT * FROM unnest($1::bytea[], $2::uuid[], $3::text[], $4::bytea[], $5::text[], $6::date[])
         AS n(opslag, part_id, nummertype, krypteret, parttype, foedt)
       ORDER BY opslag
     ), tilfoejet AS (
       INSERT INTO part_nummer (opslag, part_id, nummertype, krypteret)
       SELECT opslag, part_id, nummertype, krypteret FROM ny ORDER BY opslag
       ON CONFLICT (opslag) DO NOTHING
       RETURNING opslag, part_id
     ), parter AS (
       INSERT INTO part (part_id, type, foedt)
       SELECT part_id, parttype, foedt FROM ny JOIN tilfoejet USING (opslag, part_id)
     )
     SELECT opslag, part_id FROM tilfoejet`,
    [
      nye.map(({ opslag }) => opslag),
      nye.map(({ part }) => part),
      nye.map(({ nummertype }) => nummertype),
      nye.map(({ krypteret }) => krypteret),
      nye.map(({ parttype }) => parttype),
      nye.map(({ foedt }) => foedt),
    ],
    'part_insert',
  )

/** Another number for a part that exists. Answers nothing where the number is taken. */
export const insertNummer = (nyt: Pick<NytNummer, 'opslag' | 'part' | 'nummertype' | 'krypteret'>): Statement<FundetPart> =>
  sql(
    `INSERT INTO part_nummer (opslag, part_id, nummertype, krypteret) VALUES ($1, $2, $3, $4)
     ON CONFLICT (opslag) DO NOTHING RETURNING opslag, part_id`,
    [nyt.opslag, nyt.part, nyt.nummertype, nyt.krypteret],
  )

export type PersonfaktaRaekke = {
  readonly part: Uuid
  readonly foedt: string | null
  readonly adressebeskyttet: boolean
  readonly doed: string | null
}

/** What a register says about persons. Locked in one order, so that two registers at once wait for each other. */
export const updatePersonfakta = (fakta: readonly PersonfaktaRaekke[]): Statement<never> =>
  sql(
    `WITH ny AS (
       SELECT * FROM unnest($1::uuid[], $2::date[], $3::boolean[], $4::date[]) AS n(part_id, foedt, adressebeskyttet, doed)
     ), laast AS MATERIALIZED (
       SELECT part_id FROM part WHERE part_id = ANY ($1::uuid[]) ORDER BY part_id FOR UPDATE
     )
     UPDATE part p SET foedt = coalesce(ny.foedt, p.foedt), adressebeskyttet = ny.adressebeskyttet, doed = ny.doed
     FROM ny JOIN laast USING (part_id) WHERE p.part_id = ny.part_id`,
    [
      fakta.map(({ part }) => part),
      fakta.map(({ foedt }) => foedt),
      fakta.map(({ adressebeskyttet }) => adressebeskyttet),
      fakta.map(({ doed }) => doed),
    ],
  )
