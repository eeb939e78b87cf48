import type { Tidspunkt, Uuid } from '#kernel'
import { hasForaeldremyndighed } from '#part'
import { type Statement, sql } from '#platform/database'
import { INAKTIV_MINUTTER } from './session.ts'

/** The session as its row has it now. `set`: when it was last seen, to the minute. */
export type SessionRaekke = {
  readonly session_id: Uuid
  readonly part_id: Uuid
  readonly navn: string
  readonly set: Tidspunkt
  readonly forrige_besoeg: Tidspunkt | null
}

const IDLE = `interval '${INAKTIV_MINUTTER} minutes'`
const KOLONNER = 'session_id, part_id, navn, set, forrige_besoeg'
const holds = (nu: string): string => `afsluttet IS NULL AND set > ${nu} - ${IDLE} AND udloeber > ${nu}`

/** The session's row while it holds. Run as the citizen's role. */
export const findOwnSession = (session: Uuid, part: Uuid, nu: Tidspunkt): Statement<SessionRaekke> =>
  sql(
    `SELECT ${KOLONNER} FROM session WHERE session_id = $1 AND part_id = $2 AND ${holds('$3::timestamptz')}`,
    [session, part, nu],
    'adgang_egen_session',
  )

/** The session's row while it holds and its citizen has custody of the child, who is under 15, on `dag`. */
export const findForaeldersSession = (
  session: Uuid,
  foraelder: Uuid,
  nu: Tidspunkt,
  barn: Uuid,
  dag: string,
): Statement<SessionRaekke> =>
  sql(
    `SELECT ${KOLONNER} FROM session WHERE session_id = $1 AND part_id = $2 AND ${holds('$3::timestamptz')}
     AND ${hasForaeldremyndighed('$2', '$4', '$5::date')}`,
    [session, foraelder, nu, barn, dag],
    'adgang_foraelders_session',
  )

/** When the citizen was last seen in any session. */
export const findSenesteBesoeg = (part: Uuid): Statement<{ readonly set: Tidspunkt | null }> =>
  sql('SELECT max(set) AS set FROM session WHERE part_id = $1', [part])

export type NySession = {
  readonly id: Uuid
  readonly part: Uuid
  readonly navn: string
  readonly loa: string
  readonly oprettet: Tidspunkt
  readonly udloeber: Tidspunkt
  readonly forrigeBesoeg: Tidspunkt | null
}

export const insertSession = (ny: NySession): Statement<never> =>
  sql(
    `INSERT INTO session (session_id, part_id, navn, loa, oprettet, set, udloeber, forrige_besoeg)
     VALUES ($1, $2, $3, $4, $5, $5, $6, $7)`,
    [ny.id, ny.part, ny.navn, ny.loa, ny.oprettet, ny.udloeber, ny.forrigeBesoeg],
  )

/** Ends a session; the first end counts. */
export const updateAfsluttet = (session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql('UPDATE session SET afsluttet = $2 WHERE session_id = $1 AND afsluttet IS NULL', [session, nu])

/** Moves the last-seen time, at most once a minute; never of a session that is over, so that it cannot come to life again. */
export const updateSet = (session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    `UPDATE session SET set = $2
     WHERE session_id = $1 AND set <= $2::timestamptz - interval '1 minute' AND ${holds('$2::timestamptz')}`,
    [session, nu],
    'adgang_set',
  )

/** Moves the last-seen time of a session that holds. */
export const updateSetNow = (session: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(`UPDATE session SET set = $2 WHERE session_id = $1 AND ${holds('$2::timestamptz')}`, [session, nu], 'adgang_set_nu')

/**
 * Removes sessions a month after their end. A citizen's newest is kept for thirteen months, since it knows when they were here last.
 */
export const deleteOldSessions = (nu: Tidspunkt): Statement<never> =>
  sql(
    `DELETE FROM session s
     WHERE s.udloeber < $1::timestamptz - interval '30 days'
       AND (s.udloeber < $1::timestamptz - interval '13 months'
         OR EXISTS (SELECT 1 FROM session n WHERE n.part_id = s.part_id AND n.oprettet > s.oprettet))`,
    [nu],
  )
