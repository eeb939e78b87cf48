import { afvist, ok, type Resultat } from '#kernel'
import { findOrCreatePerson } from '#part'
import { danskDag } from '#platform/clock'
import type { Database } from '#platform/database'
import type { LoginAfvisning } from './adgang.errors.ts'
import type { Broker } from './oidc/broker.ts'
import { parseMitidPerson } from './oidc/claims.ts'
import type { Loginforsoeg } from './oidc/forsoeg.ts'
import type { Session, SessionDeps } from './session.ts'
import { startSession } from './session-liv.ts'

export type LoginDeps = SessionDeps & {
  readonly db: Database
  readonly broker: Broker
  /** Younger citizens are told who can help instead (domain.md 12). */
  readonly mindsteAlder: number
}

/**
 * Turns the broker's answer into a session. A citizen whom no source has named yet gets a part; `forrige` is the session the browser came
 * with, which ends. Throws DatabaseFejl.
 */
export async function logInd(
  deps: LoginDeps,
  svar: { readonly query: URLSearchParams; readonly forsoeg: Loginforsoeg; readonly forrige: Session | undefined },
): Promise<Resultat<Session, { readonly afvisning: LoginAfvisning; readonly kode: string }>> {
  const claims = await deps.broker.complete(svar.query, svar.forsoeg)
  if (!claims.ok) return claims
  const { mindsteAlder } = deps
  const person = parseMitidPerson(claims.value, { dag: danskDag(deps.clock.now()), mindsteAlder })
  if (!person.ok) return afvist({ afvisning: person.afvisning, kode: person.afvisning })
  const { cpr, navn, loa } = person.value
  const part = await findOrCreatePerson(deps.db, deps.noegler, cpr)
  return ok(await startSession(deps, { part, navn, loa, forrige: svar.forrige }))
}
