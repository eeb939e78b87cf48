import type { Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements of the login by SAML. All run in the role login. */

/** Touches one row where the value is new with the provider, none where it has been used. */
export const insertEngangsvaerdi = (udbyder: Uuid, slags: string, vaerdi: Uint8Array, udloeber: Tidspunkt): Statement<never> =>
  sql(
    'INSERT INTO engangsvaerdi (kilde_id, slags, vaerdi, udloeber) VALUES ($1, $2, $3, $4) ON CONFLICT (kilde_id, slags, vaerdi) DO NOTHING',
    [udbyder, slags, vaerdi, udloeber],
    'saml_engangsvaerdi',
  )

/** Removes some that have run out, of what the login itself has used up. */
export const deleteUdloebneEngangsvaerdier = (nu: Tidspunkt, hoejst: number): Statement<never> =>
  sql(
    `DELETE FROM engangsvaerdi WHERE (kilde_id, slags, vaerdi) IN (
       SELECT kilde_id, slags, vaerdi FROM engangsvaerdi WHERE udloeber < $1 AND slags IN ('assertion', 'logud')
       ORDER BY udloeber LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [nu, hoejst],
    'saml_engangsvaerdi_udloebne',
  )

/** Keeps what an answer said; touches no row where the request has been answered before. */
export const insertSvar = (forsoeg: Uint8Array, forseglet: Uint8Array, udloeber: Tidspunkt): Statement<never> =>
  sql(
    'INSERT INTO saml_svar (forsoeg, forseglet, udloeber) VALUES ($1, $2, $3) ON CONFLICT (forsoeg) DO NOTHING',
    [forsoeg, forseglet, udloeber],
    'saml_svar_ny',
  )

/** Takes an answer out, so that it is used once. */
export const deleteSvar = (forsoeg: Uint8Array, nu: Tidspunkt): Statement<{ readonly forseglet: Buffer }> =>
  sql('DELETE FROM saml_svar WHERE forsoeg = $1 AND udloeber > $2 RETURNING forseglet', [forsoeg, nu], 'saml_svar_brug')

/** Removes answers that nobody came for. */
export const deleteUdloebneSvar = (nu: Tidspunkt): Statement<never> =>
  sql('DELETE FROM saml_svar WHERE udloeber <= $1', [nu], 'saml_svar_udloebne')

export type NySamlsession = {
  readonly session: Uuid
  readonly udbyder: string
  readonly navneidHash: Uint8Array
  readonly indeksHash: Uint8Array | undefined
  readonly forseglet: Uint8Array
}

export const insertSamlsession = (ny: NySamlsession): Statement<never> =>
  sql('INSERT INTO saml_session (session_id, udbyder, navneid_hash, indeks_hash, forseglet) VALUES ($1, $2, $3, $4, $5)', [
    ny.session,
    ny.udbyder,
    ny.navneidHash,
    ny.indeksHash ?? null,
    ny.forseglet,
  ])

export type Samlsessionraekke = { readonly udbyder: string; readonly forseglet: Buffer }

/** The provider's session that a session of ours came from; also after it has ended. */
export const findSamlsession = (session: Uuid): Statement<Samlsessionraekke> =>
  sql('SELECT udbyder, forseglet FROM saml_session WHERE session_id = $1', [session], 'saml_session')

/** Ends all sessions that came from the provider's one, and answers which; without an index all of that person's at the provider. */
export const endSessionerFra = (
  udbyder: string,
  navneidHash: Uint8Array,
  indeksHash: Uint8Array | undefined,
  nu: Tidspunkt,
): Statement<{ readonly session_id: Uuid }> =>
  sql(
    `UPDATE medarbejdersession SET afsluttet = $4
     WHERE afsluttet IS NULL AND session_id IN (
       SELECT session_id FROM saml_session WHERE udbyder = $1 AND navneid_hash = $2 AND ($3::bytea IS NULL OR indeks_hash = $3))
     RETURNING session_id`,
    [udbyder, navneidHash, indeksHash ?? null, nu],
  )
