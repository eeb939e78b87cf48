import type { FastifyRequest } from 'fastify'
import { cookieName, readCookie, type Session, type SessionDeps, setCookie } from '#adgang'
import { parseUuid, type Uuid } from '#kernel'
import { openIfOurs, seal } from '#platform/crypto'

/** Whom the citizen has chosen to look for: a sealed cookie bound to the session, so that it means nothing in another. */
const NAVN = 'bb-vedroerer'
const aad = (session: Session): string => `borgerblikket/vedroerer ${session.id}`

export function readVedroerer(deps: SessionDeps, request: FastifyRequest, session: Session): Uuid | undefined {
  const vaerdi = readCookie(request.headers.cookie, cookieName(deps.websted, NAVN))
  const aabnet = vaerdi && openIfOurs(deps.noegler.session, Buffer.from(vaerdi, 'base64url'), aad(session))
  return aabnet ? parseUuid(aabnet.toString('utf8')) : undefined
}

/** The Set-Cookie line for the choice; undefined is back to one's own. */
export function vedroererCookie({ noegler, websted }: SessionDeps, session: Session, part: Uuid | undefined): string {
  if (!part) return setCookie(websted, NAVN, '', 0)
  return setCookie(websted, NAVN, seal(noegler.session, part, aad(session)).toString('base64url'))
}
