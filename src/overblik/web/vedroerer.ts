import type { FastifyRequest } from 'fastify'
import type { Session, SessionDeps } from '#adgang'
import { parseUuid, type Uuid } from '#kernel'
import { openIfOurs, seal } from '#platform/crypto'

/** Whom the citizen has chosen to look for: a sealed cookie bound to the session, so that it means nothing in another. */
const NAVN = 'bb-vedroerer'
const aad = (session: Session): string => `borgerblikket/vedroerer ${session.id}`

export function readVedroerer(deps: SessionDeps, request: FastifyRequest, session: Session): Uuid | undefined {
  const vaerdi = new RegExp(`(?:^|;\\s*)${NAVN}=([A-Za-z0-9_-]{1,200})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
  const aabnet = vaerdi && openIfOurs(deps.noegler.session, Buffer.from(vaerdi, 'base64url'), aad(session))
  return aabnet ? parseUuid(aabnet.toString('utf8')) : undefined
}

/** The Set-Cookie line for the choice; undefined is back to one's own. */
export function vedroererCookie({ noegler, websted }: SessionDeps, session: Session, part: Uuid | undefined): string {
  const faelles = `; Path=/; HttpOnly; SameSite=Lax${websted.sikkert ? '; Secure' : ''}`
  if (!part) return `${NAVN}=; Max-Age=0${faelles}`
  return `${NAVN}=${seal(noegler.session, part, aad(session)).toString('base64url')}${faelles}`
}
