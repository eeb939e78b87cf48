import { type OverblikData, rettighedsbetingelse } from '#indeks'
import type { CvrNummer, Medarbejdergrundlag, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Afvisningsgrund, Notattilstand } from './tilstand.ts'

/** Statements of roles sagsbehandler and sagsskriver: row-level security leaves the municipality's own about the part of the visit. */

export type Sagsraekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly kommune: CvrNummer
  readonly kle: string
  readonly data: OverblikData
}

type Ret = Pick<Medarbejdergrundlag, 'part' | 'rettigheder' | 'enheder' | 'kommune' | 'aktoer'>

/** The part's cases of the municipality, of those that the reader may see: limited here, and by row-level security. */
export function listSager(grundlag: Ret, nu: Tidspunkt): Statement<Sagsraekke> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 3, part: '$1' })
  return sql(
    `SELECT o.part_id, o.item_id, o.kommune, o.kle, o.data FROM overblik o
     WHERE o.part_id = $1 AND o.kommune = $2 AND o.art = 'sag' AND ${tekst} ORDER BY o.aendret DESC, o.item_id LIMIT 500`,
    [grundlag.part, grundlag.kommune, ...vaerdier],
    'notat_sager',
  )
}

export type NotatRaekke = {
  readonly part_id: Uuid
  readonly notat_id: Uuid
  readonly sag_id: Uuid
  readonly kommune: CvrNummer
  readonly tilstand: Notattilstand
  readonly tilstand_tid: Tidspunkt
  readonly afvist_grund: Afvisningsgrund | null
  readonly afvist_tekst: string
  readonly skrevet: Tidspunkt
  readonly af: Uuid
  readonly af_navn: string
  readonly indhold: Uint8Array | null
}

/** The newest notes that were written here on the part's cases, of those cases that the reader may see: limited here, and by policies that ask the overview. */
export function listNotater(grundlag: Ret, nu: Tidspunkt): Statement<NotatRaekke> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 3, part: '$1' })
  return sql(
    `SELECT n.part_id, n.notat_id, n.sag_id, n.kommune, n.tilstand, n.tilstand_tid, n.afvist_grund, n.afvist_tekst, n.skrevet, n.af,
       n.af_navn, n.indhold
     FROM skrevet_notat n JOIN overblik o ON o.part_id = n.part_id AND o.item_id = n.sag_id
     WHERE n.part_id = $1 AND n.kommune = $2 AND ${tekst} ORDER BY n.skrevet DESC, n.notat_id LIMIT 50`,
    [grundlag.part, grundlag.kommune, ...vaerdier],
    'notat_liste',
  )
}

/** Whose case it is, whether its system has asked for notes since, and how many wait for the case; no row where it is not the municipality's. */
export const findModtager = (
  sag: Uuid,
  kommune: CvrNummer,
): Statement<{ readonly master: Uuid; readonly senest: Tidspunkt | null; readonly venter: number }> =>
  sql(
    `SELECT o.master, m.senest,
       (SELECT count(*)::int FROM skrevet_notat n WHERE n.sag_id = o.objekt_id AND n.tilstand IN ('venter', 'hentet')) AS venter
     FROM objekt o LEFT JOIN notatmodtager m ON m.master = o.master
     WHERE o.objekt_id = $1 AND o.kommune = $2 AND o.art = 'sag'`,
    [sag, kommune],
  )

export type NytNotat = {
  readonly id: Uuid
  readonly kommune: CvrNummer
  readonly part: Uuid
  readonly sag: Uuid
  readonly kle: string
  readonly master: Uuid
  readonly af: Uuid
  readonly afNavn: string
  readonly enhed: string | undefined
  readonly indhold: Uint8Array
}

/**
 * The note and the event that tells its system, in one statement: neither is kept without the other, and a form that is sent twice makes one of
 * each. The event says that a note is there, and nothing of it.
 */
export const insertNotat = (ny: NytNotat, nu: Tidspunkt): Statement<{ readonly objekt_id: Uuid }> =>
  sql(
    `WITH nyt AS (
       INSERT INTO skrevet_notat (notat_id, kommune, part_id, sag_id, kle, master, af, af_navn, enhed, skrevet, indhold, tilstand, tilstand_tid)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'venter', $10) ON CONFLICT (notat_id) DO NOTHING
       RETURNING notat_id, kommune, kle, master
     )
     INSERT INTO udbakke (tid, objekt_id, tidspunkt, art, haendelse, master, kommune, kle, uden_notifikation)
     SELECT now(), notat_id, $10, 'journalnotat', 'skrevet', master, kommune, kle, false FROM nyt`,
    [ny.id, ny.kommune, ny.part, ny.sag, ny.kle, ny.master, ny.af, ny.afNavn, ny.enhed ?? null, nu, ny.indhold],
  )
