import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type Adgangsudfald, LOGIN_AFVISNINGER, type LoginAfvisning } from '../adgang.errors.ts'
import { type LoginDeps, logInd } from '../log-ind.ts'
import { LOGGET_UD, RETUR } from '../oidc/broker.ts'
import { findForsoeg, forgetForsoeg, keepForsoeg } from '../oidc/forsoeg.ts'
import { safeRetursti } from '../retursti.ts'
import { endedSessionCookie, readSession, sessionCookie } from '../session.ts'
import { endSession } from '../session-liv.ts'
import { isFromOwnPage, isLoopback } from '../websted.ts'

export type AdgangRoutesDeps = LoginDeps & {
  /** Makes the whole page for an outcome; the status and the headers are set here. */
  readonly render: (udfald: Adgangsudfald, request: FastifyRequest) => string | Promise<string>
}

const VIDERE = '/log-ud/mitid'

/**
 * A Fastify plugin: GET /log-ind?til=<path>, GET /log-ind/retur, POST /log-ud, GET /log-ud/mitid, GET /logget-ud. Login begins by GET,
 * since a form's CSP (form-action) would have to name the broker.
 */
export const adgangRoutes: FastifyPluginAsync<AdgangRoutesDeps> = async (scope, deps) => {
  // The log-out form has no fields that count; its body is let in and not looked at.
  if (!scope.hasContentTypeParser('application/x-www-form-urlencoded'))
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 4096 }, async () => undefined)
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  scope.get('/log-ind', (request, reply) => begin(deps, request, reply))
  scope.get(RETUR, (request, reply) => complete(deps, request, reply))
  scope.post('/log-ud', (request, reply) => logUd(deps, request, reply))
  scope.get(VIDERE, (request, reply) => logUdHosBroker(deps, request, reply))
  scope.get(LOGGET_UD, (request, reply) => sendPage(deps, request, reply, 200, { type: 'loggetUd' }))
}

async function begin(deps: AdgangRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const retursti = safeRetursti(queryOf(request).get('til'))
  const hjem = otherLoopbackName(deps, request)
  // The attempt's cookie must be set on the host that the broker sends the browser back to.
  if (hjem) return reply.redirect(`${hjem}/log-ind?til=${encodeURIComponent(retursti)}`, 303)
  const svar = await deps.broker.begin(retursti, deps.clock.now())
  if (!svar.ok) return refuse(deps, request, reply, svar.afvisning, retursti)
  reply.header('set-cookie', keepForsoeg(deps, request.headers.cookie, svar.value.forsoeg))
  return reply.redirect(svar.value.url.href, 303)
}

async function complete(deps: AdgangRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = queryOf(request)
  const forsoeg = findForsoeg(deps, request.headers.cookie, query.get('state') ?? undefined)
  if (!forsoeg) return refuse(deps, request, reply, { afvisning: 'FORSOEG_UKENDT', kode: 'state' }, '/')
  reply.header('set-cookie', forgetForsoeg(deps, forsoeg))
  const svar = await logInd(deps, { query, forsoeg, forrige: readSession(deps, request) })
  if (!svar.ok) return refuse(deps, request, reply, svar.afvisning, forsoeg.retursti)
  reply.header('set-cookie', sessionCookie(deps, svar.value))
  return reply.redirect(forsoeg.retursti, 303)
}

async function logUd(deps: AdgangRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!isFromOwnPage(deps.websted, request.headers)) return sendPage(deps, request, reply, 403, { type: 'ikkeLoggetUd' })
  const session = readSession(deps, request)
  reply.header('set-cookie', endedSessionCookie(deps.websted))
  if (session) await endSession(deps, session)
  // To a page of our own first: a form may not be redirected to the broker under form-action.
  return reply.redirect(VIDERE, 303)
}

async function logUdHosBroker(deps: AdgangRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const url = await deps.broker.endSessionUrl()
  if (!url) return reply.redirect(LOGGET_UD, 303)
  reply.header('refresh', `0; url=${url.href}`)
  return sendPage(deps, request, reply, 200, { type: 'loggetUdHer', url: url.href })
}

function refuse(
  deps: AdgangRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { afvisning, kode }: { readonly afvisning: LoginAfvisning; readonly kode: string },
  retursti: string,
): Promise<FastifyReply> {
  request.log.info({ afvisning, kode }, 'login refused')
  return sendPage(deps, request, reply, LOGIN_AFVISNINGER[afvisning].status, { type: 'ikkeLoggetInd', afvisning, retursti })
}

async function sendPage(
  deps: AdgangRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  udfald: Adgangsudfald,
): Promise<FastifyReply> {
  const side = await deps.render(udfald, request)
  return reply.code(status).type('text/html; charset=utf-8').send(side)
}

const queryOf = (request: FastifyRequest): URLSearchParams => new URL(request.raw.url ?? '/', 'http://localhost').searchParams

/** On this machine a browser may have come by another name (127.0.0.1 for localhost): the site's own name, or undefined where it is right. */
function otherLoopbackName({ websted }: AdgangRoutesDeps, request: FastifyRequest): string | undefined {
  const eget = new URL(websted.origin)
  const kaldt = URL.canParse(`http://${request.host}`) ? new URL(`http://${request.host}`) : undefined
  return kaldt && isLoopback(eget) && isLoopback(kaldt) && kaldt.host !== eget.host ? websted.origin : undefined
}
