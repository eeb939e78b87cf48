import { afvist, newUuid, ok, type Resultat, type Rettighedsgruppe, type Tidspunkt } from '#kernel'
import type { Database, Statement } from '#platform/database'
import type { Brokerfejl } from '../adgang.errors.ts'
import type { Fundkode } from '../dataafgraensning/oio-bpp.errors.ts'
import type { Privilegieopsaetning } from '../dataafgraensning/systemrolle.ts'
import type { Broker } from '../oidc/broker.ts'
import type { Loginforsoeg } from '../oidc/forsoeg.ts'
import { afterTimer, HOEJST_TIMER, type SessionDeps } from '../session.ts'
import { deleteOldRettighedsindehavere, noteRettigheder } from './attest/attest.sql.ts'
import { type Arbejdsafvisning, type Erhvervsperson, parseErhvervsperson } from './claims.ts'
import { laesPrivilegier } from './privilegier.ts'
import { deleteOldMedarbejdersessions, endMedarbejdersession, insertMedarbejdersession } from './session.sql.ts'
import { createMedarbejdersession, type Medarbejdersession } from './session.ts'

type Deps = SessionDeps & { readonly db: Database }

export type ArbejdsloginDeps = Deps & { readonly broker: Broker; readonly privilegier: Privilegieopsaetning }

/**
 * Turns the broker's answer into a session with an id of its own. `forrige`, the work session that the browser came with, ends in the same
 * transaction, whoever it belonged to. Whether the person has a role is asked at each request, not here. Throws DatabaseFejl.
 */
export async function logIndMedarbejder(
  { db, clock, broker, privilegier: opsaetning }: ArbejdsloginDeps,
  svar: {
    readonly query: URLSearchParams
    readonly forsoeg: Loginforsoeg
    readonly forrige: Medarbejdersession | undefined
  },
): Promise<Resultat<Medarbejdersession, { readonly afvisning: Arbejdsafvisning | Brokerfejl; readonly kode: string }>> {
  const claims = await broker.complete(svar.query, svar.forsoeg)
  if (!claims.ok) return claims
  const person = parseErhvervsperson(claims.value)
  if (!person.ok) return afvist({ afvisning: person.afvisning, kode: person.afvisning })
  const { privilegier, ...hvem } = person.value
  const medbragt = laesPrivilegier(privilegier, hvem.cvr, opsaetning)
  return ok(await startMedarbejdersession({ db, clock }, { ...hvem, ...medbragt, forrige: svar.forrige }))
}

/** What a login brings besides who it is; one that brings nothing gives nothing. */
type Medbragt = {
  readonly rettigheder?: readonly Rettighedsgruppe[]
  readonly fund?: readonly Fundkode[]
  readonly enheder?: readonly string[]
  /** The end that the login itself sets, where that is before ours. */
  readonly senest?: Tidspunkt | undefined
  /** What is to be kept in the same transaction. */
  readonly medfoelger?: (session: Medarbejdersession) => Statement<never>
}

/** A new session for somebody whom a login has named, with what the login brought, which ends with it. Throws DatabaseFejl. */
export async function startMedarbejdersession(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  login: Omit<Erhvervsperson, 'privilegier'> & Medbragt & { readonly forrige: Medarbejdersession | undefined },
): Promise<Medarbejdersession> {
  const nu = clock.now()
  const { id: medarbejder, cvr, organisation, navn, loa, forrige, rettigheder = [], fund = [], enheder = [], senest } = login
  const hoejst = afterTimer(nu, HOEJST_TIMER)
  const udloeber = senest !== undefined && senest < hoejst ? senest : hoejst
  const session = createMedarbejdersession({ id: newUuid(), medarbejder, cvr, udloeber })
  await db.transaction({ rolle: 'login' }, async (tx) => {
    if (forrige) await tx.run(endMedarbejdersession(forrige.id, nu))
    await tx.run(insertMedarbejdersession({ ...session, organisation, navn, loa, oprettet: nu, rettigheder, fund, enheder }))
    if (rettigheder.length > 0) await tx.run(noteRettigheder({ cvr, medarbejder, navn, oprettet: nu }, rettigheder))
    if (login.medfoelger) await tx.run(login.medfoelger(session))
  })
  return session
}

/** Ends a session for good, in all tabs. Idempotent. Throws DatabaseFejl; then it may still hold for up to 15 minutes. */
export async function endMedarbejderlogin({ db, clock }: Pick<Deps, 'db' | 'clock'>, session: Medarbejdersession): Promise<void> {
  await db.transaction({ rolle: 'login' }, (tx) => tx.run(endMedarbejdersession(session.id, clock.now())))
}

/**
 * Removes sessions that nobody needs any more, and what is known of rights that have not been used for long; answers how many sessions. To be run
 * daily. Throws DatabaseFejl.
 */
export const removeOldMedarbejdersessions = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> =>
  db.transaction({ rolle: 'login' }, async (tx) => {
    await tx.run(deleteOldRettighedsindehavere(clock.now()))
    return tx.count(deleteOldMedarbejdersessions(clock.now()))
  })
