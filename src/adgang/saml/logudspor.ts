import { parseTidspunkt, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import { openIfOurs, seal } from '#platform/crypto'
import { cookieName, readCookie, setCookie } from '../cookie.ts'
import type { Medarbejdersession } from '../medarbejder/session.ts'
import type { SessionDeps } from '../session.ts'

const COOKIE = 'borgerblikket-arbejdslogud'
const AAD = 'borgerblikket/arbejdslogud'
const SEKUNDER = 120

/**
 * The Set-Cookie line by which the browser remembers, for two minutes, which session has just ended, so that the provider can be told. It opens
 * nothing: the session is over.
 */
export function logudsporCookie({ noegler, websted, clock }: SessionDeps, { id }: Pick<Medarbejdersession, 'id'>): string {
  const til = new Date(Date.parse(clock.now()) + SEKUNDER * 1000).toISOString()
  return setCookie(websted, COOKIE, seal(noegler.session, JSON.stringify([id, til]), AAD).toString('base64url'), SEKUNDER)
}

export const glemtLogudspor = ({ websted }: Pick<SessionDeps, 'websted'>): string => setCookie(websted, COOKIE, '', 0)

/** The session that ended in this browser a moment ago. */
export function readLogudspor({ noegler, websted, clock }: SessionDeps, cookies: string | undefined): Uuid | undefined {
  const vaerdi = readCookie(cookies, cookieName(websted, COOKIE))
  const aabnet = vaerdi && openIfOurs(noegler.session, Buffer.from(vaerdi, 'base64url'), AAD)
  if (!aabnet) return undefined
  const [id, til] = JSON.parse(aabnet.toString('utf8')) as readonly unknown[]
  const udloeber: Tidspunkt | undefined = parseTidspunkt(String(til))
  return udloeber && clock.now() < udloeber ? parseUuid(String(id)) : undefined
}
