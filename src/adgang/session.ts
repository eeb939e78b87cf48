import { parseTidspunkt, parseUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import type { Clock } from '#platform/clock'
import { type Noegler, openIfOurs, seal } from '#platform/crypto'
import { cookieName, readCookie, setCookie } from './cookie.ts'
import type { Websted } from './websted.ts'

/** How surely MitID knows the citizen. Low is never let in. Source: NSIS, https://data.gov.dk/concept/core/nsis/. */
export type Sikringsniveau = 'Substantial' | 'High'

/**
 * What a session cookie says. It is proof of a login that took place, not that the session still holds: that is checked by
 * sessionStatement in the batch that reads the data. Made by readSession and at login alone, which the brand keeps.
 */
export type Session = {
  readonly __session: never
  readonly id: Uuid
  readonly part: Uuid
  readonly loa: Sikringsniveau
  /** The end whatever happens. */
  readonly udloeber: Tidspunkt
  /** Joins the log rows of one visit; unlike the session's id it opens nothing. */
  readonly korrelation: Uuid
}

/** Without a request for this long the session is over. */
export const INAKTIV_MINUTTER = 15
/** A session is over this long after login. */
export const HOEJST_TIMER = 8

const COOKIE = 'borgerblikket'
const AAD = 'borgerblikket/session'

export const createSession = (felter: Omit<Session, '__session'>): Session => felter as Session

export const afterTimer = (nu: Tidspunkt, timer: number): Tidspunkt => tidspunkt(new Date(Date.parse(nu) + timer * 3_600_000))

export type SessionDeps = { readonly noegler: Noegler; readonly clock: Clock; readonly websted: Websted }

/** The Set-Cookie line that carries a session. It lasts until the browser closes; the session may end sooner. */
export function sessionCookie({ noegler, websted }: Omit<SessionDeps, 'clock'>, session: Session): string {
  const { id, part, loa, udloeber, korrelation } = session
  const vaerdi = seal(noegler.session, JSON.stringify([id, part, loa, udloeber, korrelation]), AAD).toString('base64url')
  return setCookie(websted, COOKIE, vaerdi)
}

export const endedSessionCookie = (websted: Websted): string => setCookie(websted, COOKIE, '', 0)

type Foresporgsel = { readonly headers: { readonly cookie?: string | undefined } }

/**
 * The session in a request's cookie, without asking the database. A cookie that is missing, altered, sealed by other keys or past its end
 * is no session, and nothing tells which.
 */
export function readSession({ noegler, clock, websted }: SessionDeps, { headers }: Foresporgsel): Session | undefined {
  const vaerdi = readCookie(headers.cookie, cookieName(websted, COOKIE))
  if (!vaerdi) return undefined
  const aabnet = openIfOurs(noegler.session, Buffer.from(vaerdi, 'base64url'), AAD)
  const session = aabnet && parseSession(JSON.parse(aabnet.toString('utf8')))
  return session && clock.now() < session.udloeber ? session : undefined
}

/** What an opened seal holds, which may be from an older version of this program. */
function parseSession(felter: unknown): Session | undefined {
  if (!Array.isArray(felter)) return undefined
  const [id, part, korrelation] = [felter[0], felter[1], felter[4]].map((felt) => parseUuid(String(felt)))
  const loa: unknown = felter[2]
  const udloeber = parseTidspunkt(String(felter[3]))
  if (!id || !part || !korrelation || !udloeber || (loa !== 'Substantial' && loa !== 'High')) return undefined
  return createSession({ id, part, loa, udloeber, korrelation })
}
