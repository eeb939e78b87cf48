import { newUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import type { Database, Statement } from '#platform/database'
import {
  deleteOldSessions,
  findSenesteBesoeg,
  insertSession,
  type SessionRaekke,
  updateAfsluttet,
  updateSet,
  updateSetNow,
} from './session.sql.ts'
import { afterTimer, createSession, HOEJST_TIMER, type Session, type Sikringsniveau } from './session.ts'

type Deps = { readonly db: Database; readonly clock: Clock }

/**
 * A new session with an id of its own. `forrige`, the session that the browser came with, is ended in the same transaction, whoever it
 * belonged to: after B has logged in where A had not logged out, nothing of A's can be read. Throws DatabaseFejl.
 */
export async function startSession(
  { db, clock }: Deps,
  login: { readonly part: Uuid; readonly navn: string; readonly loa: Sikringsniveau; readonly forrige: Session | undefined },
): Promise<Session> {
  const nu = clock.now()
  const { part, loa } = login
  const session = createSession({ id: newUuid(), part, loa, udloeber: afterTimer(nu, HOEJST_TIMER), korrelation: newUuid() })
  const { forrige } = login
  await db.transaction({ rolle: 'login' }, async (tx) => {
    if (forrige) await tx.run(updateAfsluttet(forrige.id, nu))
    const [besoeg] = await tx.run(findSenesteBesoeg(part))
    const forrigeBesoeg = besoeg?.set ?? null
    await tx.run(insertSession({ ...session, navn: login.navn, oprettet: nu, forrigeBesoeg }))
  })
  return session
}

/** Ends a session for good, in all tabs. Idempotent. Throws DatabaseFejl; then it may still hold for up to 15 minutes. */
export async function endSession({ db, clock }: Deps, session: Session): Promise<void> {
  await db.transaction({ rolle: 'login' }, (tx) => tx.run(updateAfsluttet(session.id, clock.now())))
}

export type SetSkriver = {
  /** Notes that the session is in use. Costs nothing within a minute of the last note; otherwise writes in the background. */
  noteSet(raekke: Pick<SessionRaekke, 'session_id' | 'set'>): void
  /** The user says to be there still: the idle time begins anew. False where the session is over. Throws DatabaseFejl. */
  extend(session: { readonly id: Uuid }): Promise<boolean>
  /** Waits for what is being written, for an orderly stop. */
  settle(): Promise<void>
}

/** How the two are said of a session table. */
export type SetSaetninger = {
  readonly touch: (session: Uuid, nu: Tidspunkt) => Statement<never>
  readonly extend: (session: Uuid, nu: Tidspunkt) => Statement<never>
}

const BORGERSESSIONER: SetSaetninger = { touch: updateSet, extend: updateSetNow }

/**
 * Writes when sessions were last seen, at most once a minute each, in transactions of their own. What cannot be written is told to `onFejl`
 * and loses no data: the session then ends early.
 */
export function createSetSkriver(
  { db, clock }: Deps,
  onFejl: (fejl: unknown) => void,
  { touch, extend }: SetSaetninger = BORGERSESSIONER,
): SetSkriver {
  const igang = new Map<Uuid, Promise<void>>()
  return {
    noteSet: ({ session_id: session, set }) => {
      const nu = clock.now()
      if (Date.parse(nu) - Date.parse(set) < 60_000 || igang.has(session)) return
      const skrivning = db
        .transaction({ rolle: 'login' }, (tx) => tx.run(touch(session, nu)))
        .then(() => undefined, onFejl)
        .finally(() => igang.delete(session))
      igang.set(session, skrivning)
    },
    extend: (session) =>
      db.transaction({ rolle: 'login' }, async (tx) => (await tx.count(extend(session.id, clock.now()))) === 1),
    settle: async () => {
      await Promise.all(igang.values())
    },
  }
}

/** Removes sessions that nobody needs any more; answers how many. To be run daily. Throws DatabaseFejl. */
export const removeOldSessions = ({ db, clock }: Deps): Promise<number> =>
  db.transaction({ rolle: 'login' }, (tx) => tx.count(deleteOldSessions(clock.now())))
