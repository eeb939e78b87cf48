import type { CvrNummer, KleEmne, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Afvisningsgrund, Notattilstand } from './tilstand.ts'

/** Statements of role kilde: row-level security leaves the notes for the source's own cases. */

export type Ventende = {
  readonly master: Uuid
  readonly part_id: Uuid
  readonly notat_id: Uuid
  readonly sag_id: Uuid
  readonly kommune: CvrNummer
  readonly kle: KleEmne
  readonly skrevet: Tidspunkt
  readonly tilstand: Notattilstand
}

const FELTER = 'n.master, n.part_id, n.notat_id, n.sag_id, n.kommune, n.kle, n.skrevet, n.tilstand'

/** What waits for a source, oldest first, after a place. */
export const listVentende = (master: Uuid, efter: { readonly skrevet: string; readonly id: string }, antal: number) =>
  sql<Ventende>(
    `SELECT ${FELTER} FROM skrevet_notat n
     WHERE n.master = $1 AND n.tilstand = 'venter' AND (n.skrevet, n.notat_id) > ($2::timestamptz, $3::uuid)
     ORDER BY n.skrevet, n.notat_id LIMIT $4`,
    [master, efter.skrevet, efter.id, antal],
    'notat_ventende',
  )

export type Hentet = Ventende & {
  readonly af: Uuid
  readonly af_navn: string
  readonly enhed: string | null
  readonly indhold: Uint8Array | null
}

/** One note for the source, with what it says while that is kept. */
export const findTilKilde = (master: Uuid, notat: Uuid): Statement<Hentet> =>
  sql(
    `SELECT ${FELTER}, n.af, n.af_navn, n.enhed, n.indhold FROM skrevet_notat n WHERE n.master = $1 AND n.notat_id = $2`,
    [master, notat],
    'notat_til_kilde',
  )

/** Moves a note on from where it was seen to stand; no row where it has moved meanwhile. */
export const moveNotat = (
  master: Uuid,
  notat: Uuid,
  fra: Notattilstand,
  til: Notattilstand,
  nu: Tidspunkt,
  afvisning?: { readonly grund: Afvisningsgrund; readonly tekst: string },
): Statement<{ readonly notat_id: Uuid }> =>
  sql(
    `UPDATE skrevet_notat SET tilstand = $4, tilstand_tid = $5, afvist_grund = $6, afvist_tekst = $7
     WHERE master = $1 AND notat_id = $2 AND tilstand = $3 RETURNING notat_id`,
    [master, notat, fra, til, nu, afvisning?.grund ?? null, afvisning?.tekst ?? ''],
  )

/** The source asks for notes: those who write are told that its system takes them. At most once a minute. */
export const noteSpurgt = (master: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO notatmodtager (master, senest) VALUES ($1, $2)
     ON CONFLICT (master) DO UPDATE SET senest = excluded.senest WHERE notatmodtager.senest < excluded.senest - interval '1 minute'`,
    [master, nu],
  )
