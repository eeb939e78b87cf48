import type { CvrNummer, Rettighedsgruppe, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Fundkode } from '../dataafgraensning/oio-bpp.errors.ts'
import { INAKTIV_MINUTTER } from '../session.ts'
import type { Medarbejdersession } from './session.ts'

/** The session as its row has it now. `set`: when it was last seen, to the minute. */
export type MedarbejdersessionRaekke = {
  readonly session_id: Uuid
  readonly cvr: CvrNummer
  readonly navn: string
  readonly organisation: string
  readonly set: Tidspunkt
  /** What the login brought, as it was kept: to be read by readRettigheder and readEnheder. */
  readonly rettigheder: unknown
  readonly enheder: unknown
  /** To be read by readFund. */
  readonly rettighedsfund: unknown
}

const IDLE = `interval '${INAKTIV_MINUTTER} minutes'`
const holds = (nu: string): string => `afsluttet IS NULL AND set > ${nu} - ${IDLE} AND udloeber > ${nu}`

/** The session's row while it holds and is the one that the cookie speaks of. */
export const findMedarbejdersession = (session: Medarbejdersession, nu: Tidspunkt): Statement<MedarbejdersessionRaekke> =>
  sql(
    `SELECT session_id, cvr, navn, organisation, set, rettigheder, enheder, rettighedsfund FROM medarbejdersession
     WHERE session_id = $1 AND medarbejder_id = $2 AND cvr = $3 AND ${holds('$4::timestamptz')}`,
    [session.id, session.medarbejder, session.cvr, nu],
    'adgang_medarbejdersession',
  )

/** The same for a caseworker's reads, in a role that sees the actor's own sessions alone and neither names nor rights. */
export const findSagsbehandlersSession = (session: Uuid, medarbejder: Uuid, cvr: CvrNummer, nu: Tidspunkt) =>
  sql<{ readonly session_id: Uuid }>(
    `SELECT session_id FROM medarbejdersession
     WHERE session_id = $1 AND medarbejder_id = $2 AND cvr = $3 AND ${holds('$4::timestamptz')}`,
    [session, medarbejder, cvr, nu],
    'adgang_sagsbehandlersession',
  )

export type NyMedarbejdersession = Omit<Medarbejdersession, '__medarbejdersession'> & {
  readonly organisation: string
  readonly navn: string
  readonly loa: string
  readonly oprettet: Tidspunkt
  readonly rettigheder: readonly Rettighedsgruppe[]
  readonly enheder: readonly string[]
  readonly fund: readonly Fundkode[]
}

export const insertMedarbejdersession = (ny: NyMedarbejdersession): Statement<never> =>
  sql(
    `INSERT INTO medarbejdersession (session_id, medarbejder_id, cvr, organisation, navn, loa, oprettet, set, udloeber, rettigheder, enheder, rettighedsfund)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11)`,
    [
      ny.id,
      ny.medarbejder,
      ny.cvr,
      ny.organisation,
      ny.navn,
      ny.loa,
      ny.oprettet,
      ny.udloeber,
      JSON.stringify(ny.rettigheder),
      JSON.stringify(ny.enheder),
      JSON.stringify(ny.fund),
    ],
  )

/** Ends a session; the first end counts. */
export const endMedarbejdersession = (session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql('UPDATE medarbejdersession SET afsluttet = $2 WHERE session_id = $1 AND afsluttet IS NULL', [session, nu])

/** Moves the last-seen time, at most once a minute; never of a session that is over, so that it cannot come to life again. */
export const touchMedarbejdersession = (session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE medarbejdersession SET set = $2
     WHERE session_id = $1 AND set <= $2::timestamptz - interval '1 minute' AND ${holds('$2::timestamptz')}`,
    [session, nu],
    'adgang_medarbejder_set',
  )

/** Moves the last-seen time of a session that holds. */
export const extendMedarbejdersession = (session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE medarbejdersession SET set = $2 WHERE session_id = $1 AND ${holds('$2::timestamptz')}`,
    [session, nu],
    'adgang_medarbejder_set_nu',
  )

/** Removes sessions a month after their end: who has which role is kept elsewhere. */
export const deleteOldMedarbejdersessions = (nu: Tidspunkt): Statement<never> =>
  sql(`DELETE FROM medarbejdersession WHERE udloeber < $1::timestamptz - interval '30 days'`, [nu])
