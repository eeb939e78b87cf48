import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { ok } from '#kernel'
import { type Adgangsudfald, LOGIN_AFVISNINGER, type LoginAfvisning } from '../adgang.errors.ts'
import { type LoginDeps, logInd } from '../log-ind.ts'
import { BORGERINDGANG } from '../oidc/indgang.ts'
import { endedSessionCookie, readSession, sessionCookie } from '../session.ts'
import { endSession } from '../session-liv.ts'
import { type Login, registerLogin } from './login-ruter.ts'

export type AdgangRoutesDeps = LoginDeps & {
  /** Makes the whole page for an outcome; the status and the headers are set here. */
  readonly render: (udfald: Adgangsudfald, request: FastifyRequest) => string | Promise<string>
}

/** A Fastify plugin, the citizens' entrance: GET /log-ind?til=<path>, GET /log-ind/retur, POST /log-ud, GET /log-ud/mitid, GET /logget-ud. */
export const adgangRoutes: FastifyPluginAsync<AdgangRoutesDeps> = async (scope, deps) => {
  registerLogin(scope, borgerlogin(deps))
}

const borgerlogin = (deps: AdgangRoutesDeps): Login<LoginAfvisning> => ({
  ...deps,
  indgang: BORGERINDGANG,
  complete: async (svar, request) => {
    const session = await logInd(deps, { ...svar, forrige: readSession(deps, request) })
    return session.ok ? ok(sessionCookie(deps, session.value)) : session
  },
  endedCookie: () => endedSessionCookie(deps.websted),
  end: async (request) => {
    const session = readSession(deps, request)
    if (session) await endSession(deps, session)
    return undefined
  },
  send: async (request, reply, udfald) => sendPage(deps, request, reply, udfald),
})

async function sendPage(
  deps: AdgangRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  udfald: Adgangsudfald,
): Promise<FastifyReply> {
  const side = await deps.render(udfald, request)
  return reply.code(statusOf(udfald)).type('text/html; charset=utf-8').send(side)
}

function statusOf(udfald: Adgangsudfald): number {
  if (udfald.type === 'ikkeLoggetInd') return LOGIN_AFVISNINGER[udfald.afvisning].status
  return udfald.type === 'ikkeLoggetUd' ? 403 : 200
}
