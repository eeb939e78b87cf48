import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Resultat } from '#kernel'
import type { Brokerfejl, Loginudfald } from '../adgang.errors.ts'
import type { Broker } from '../oidc/broker.ts'
import { type Forsoegsdeps, findLoginforsoeg, forgetForsoeg, keepForsoeg, type Loginforsoeg } from '../oidc/forsoeg.ts'
import type { Indgang } from '../oidc/indgang.ts'
import { safeRetursti } from '../retursti.ts'
import { isFromOwnPage, isLoopback } from '../websted.ts'

/** What differs between the entrances. `A`: why somebody can be refused here. */
export type Login<A extends string> = Forsoegsdeps & {
  readonly indgang: Indgang
  readonly broker: Broker
  /** Answers in the broker's place, where the person has another way in to choose; undefined where the broker is the way. */
  readonly vaelg?: (request: FastifyRequest, reply: FastifyReply, retursti: string) => Promise<FastifyReply> | undefined
  /** Where else the session that has just ended came from, with the address at which to end that too; undefined for the broker's. */
  readonly andetSted?: (request: FastifyRequest, reply: FastifyReply) => Promise<{ readonly url: string | undefined } | undefined>
  /** Turns the broker's answer into a session, and ends the one that the browser came with; answers the session's Set-Cookie line. */
  readonly complete: (
    svar: { readonly query: URLSearchParams; readonly forsoeg: Loginforsoeg },
    request: FastifyRequest,
  ) => Promise<Resultat<string, { readonly afvisning: A | Brokerfejl; readonly kode: string }>>
  /** The Set-Cookie line that takes the session away. */
  readonly endedCookie: () => string
  /** Ends the session that the browser came with, for good; answers a Set-Cookie line where andetSted needs one. */
  readonly end: (request: FastifyRequest) => Promise<string | undefined>
  /** Answers with the whole page for an outcome, with its status. */
  readonly send: (request: FastifyRequest, reply: FastifyReply, udfald: Loginudfald<A>) => Promise<FastifyReply>
}

/**
 * Registers an entrance's routes: begin and return (GET), log out (POST), on to the broker to be logged out there (GET), logged out (GET).
 * Login begins by GET, since a form's CSP (form-action) would have to name the broker.
 */
export function registerLogin<A extends string>(scope: FastifyInstance, login: Login<A>): void {
  const { stier } = login.indgang
  // The log-out form has no fields that count; its body is let in and not looked at.
  if (!scope.hasContentTypeParser('application/x-www-form-urlencoded'))
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 4096 }, async () => undefined)
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  scope.get(stier.logInd, (request, reply) => begin(login, request, reply))
  scope.get(stier.retur, (request, reply) => complete(login, request, reply))
  scope.post(stier.logUd, (request, reply) => logUd(login, request, reply))
  scope.get(stier.videre, (request, reply) => logUdHosBroker(login, request, reply))
  scope.get(stier.loggetUd, (request, reply) => login.send(request, reply, { type: 'loggetUd' }))
}

async function begin<A extends string>(login: Login<A>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { stier, hjem } = login.indgang
  const retursti = safeRetursti(queryOf(request).get('til'), hjem)
  const rigtig = otherLoopbackName(login, request)
  // The attempt's cookie must be set on the host that the broker sends the browser back to.
  if (rigtig) {
    const query = queryOf(request)
    query.set('til', retursti)
    return reply.redirect(`${rigtig}${stier.logInd}?${query}`, 303)
  }
  const valgt = login.vaelg?.(request, reply, retursti)
  if (valgt) return valgt
  const svar = await login.broker.begin(retursti, login.clock.now())
  if (!svar.ok) return refuse(login, request, reply, svar.afvisning, retursti)
  reply.header('set-cookie', keepForsoeg(login, request.headers.cookie, svar.value.forsoeg))
  return reply.redirect(svar.value.url.href, 303)
}

async function complete<A extends string>(login: Login<A>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const query = queryOf(request)
  const forsoeg = findLoginforsoeg(login, request.headers.cookie, query.get('state') ?? undefined)
  if (!forsoeg) return refuse(login, request, reply, { afvisning: 'FORSOEG_UKENDT', kode: 'state' }, login.indgang.hjem)
  reply.header('set-cookie', forgetForsoeg(login, forsoeg))
  const svar = await login.complete({ query, forsoeg }, request)
  if (!svar.ok) return refuse(login, request, reply, svar.afvisning, forsoeg.retursti)
  reply.header('set-cookie', svar.value)
  return reply.redirect(forsoeg.retursti, 303)
}

async function logUd<A extends string>(login: Login<A>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!isFromOwnPage(login.websted, request.headers)) return login.send(request, reply, { type: 'ikkeLoggetUd' })
  reply.header('set-cookie', login.endedCookie())
  const spor = await login.end(request)
  if (spor) reply.header('set-cookie', spor)
  // To a page of our own first: a form may not be redirected to the broker under form-action.
  return reply.redirect(login.indgang.stier.videre, 303)
}

async function logUdHosBroker<A extends string>(
  login: Login<A>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const andet = await login.andetSted?.(request, reply)
  const url = andet ? andet.url : (await login.broker.endSessionUrl())?.href
  if (!url) return reply.redirect(login.indgang.stier.loggetUd, 303)
  reply.header('refresh', `0; url=${url}`)
  return login.send(request, reply, { type: andet ? 'loggetUdHerOgDer' : 'loggetUdHer', url })
}

function refuse<A extends string>(
  login: Login<A>,
  request: FastifyRequest,
  reply: FastifyReply,
  { afvisning, kode }: { readonly afvisning: A | Brokerfejl; readonly kode: string },
  retursti: string,
): Promise<FastifyReply> {
  request.log.info({ afvisning, kode }, 'login refused')
  return login.send(request, reply, { type: 'ikkeLoggetInd', afvisning, retursti })
}

const queryOf = (request: FastifyRequest): URLSearchParams => new URL(request.raw.url ?? '/', 'http://localhost').searchParams

/** On this machine a browser may have come by another name (127.0.0.1 for localhost): the site's own name, or undefined where it is right. */
function otherLoopbackName({ websted }: Pick<Forsoegsdeps, 'websted'>, request: FastifyRequest): string | undefined {
  const eget = new URL(websted.origin)
  const kaldt = URL.canParse(`http://${request.host}`) ? new URL(`http://${request.host}`) : undefined
  return kaldt && isLoopback(eget) && isLoopback(kaldt) && kaldt.host !== eget.host ? websted.origin : undefined
}
