import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { ok } from '#kernel'
import { declareAdgang } from '#platform/http'
import { ARBEJDSFEJLSTATUS, ARBEJDSSTIER, type Arbejdsfejlart, arbejdsfejlside, arbejdstekster, type Sprog, sendHtml } from '#web'
import type { Brokerfejl, Loginudfald } from '../../adgang.errors.ts'
import { ARBEJDSINDGANG } from '../../oidc/indgang.ts'
import { type Login, registerLogin } from '../../web/login-ruter.ts'
import { setSprog } from '../../web/sprog.ts'
import { isFromOwnPage } from '../../websted.ts'
import { loginsti, sendAfvisning } from '../afvis.ts'
import type { Arbejdsafvisning } from '../claims.ts'
import type { MedarbejderDeps } from '../deps.ts'
import { kontekstFor, udloebFor } from '../kontekst.ts'
import { type ArbejdsloginDeps, endMedarbejderlogin, logIndMedarbejder } from '../log-ind.ts'
import {
  endedMedarbejdersessionCookie,
  type Medarbejdersession,
  medarbejdersessionCookie,
  readMedarbejdersession,
} from '../session.ts'

/** Another way in beside the broker, as the organisations' own logins are; undefined where there is none. */
export type AndenIndgang = Pick<Login<never>, 'vaelg' | 'andetSted'> & {
  /** A Set-Cookie line by which andetSted knows which session has just ended. */
  readonly spor: (session: Medarbejdersession) => string
  /** What the link says that ends the session there too. */
  readonly logUdDer: (sprog: Sprog) => string
}

export type ArbejdsloginRoutesDeps = MedarbejderDeps &
  ArbejdsloginDeps & {
    readonly andenIndgang?: AndenIndgang | undefined
  }

/** A Fastify plugin, the entrance of people at work: log in and out, and what has to do with the end of the session. Open to all. */
export const arbejdsloginRoutes: FastifyPluginAsync<ArbejdsloginRoutesDeps> = async (scope, deps) => {
  declareAdgang(scope, 'offentlig')
  registerLogin(scope, arbejdslogin(deps))
  scope.get(ARBEJDSSTIER.udloebet, async (request, reply) => {
    setSprog(deps, request, reply)
    return sendAfvisning(deps, request, reply, 'udloebet', { status: 200, login: ARBEJDSSTIER.logInd })
  })
  scope.post(ARBEJDSSTIER.forlaeng, (request, reply) => forlaeng(deps, request, reply))
}

const arbejdslogin = (deps: ArbejdsloginRoutesDeps): Login<Arbejdsafvisning> => ({
  ...deps,
  indgang: ARBEJDSINDGANG,
  ...deps.andenIndgang,
  complete: async (svar, request) => {
    const session = await logIndMedarbejder(deps, { ...svar, forrige: readMedarbejdersession(deps, request) })
    return session.ok ? ok(medarbejdersessionCookie(deps, session.value)) : session
  },
  endedCookie: () => endedMedarbejdersessionCookie(deps.websted),
  end: async (request) => {
    const session = readMedarbejdersession(deps, request)
    if (session) await endMedarbejderlogin(deps, session)
    return session && deps.andenIndgang?.spor(session)
  },
  send: (request, reply, udfald) => sendUdfald(deps, request, reply, udfald),
})

const LOGINFEJL: Readonly<Record<Arbejdsafvisning | Brokerfejl, Arbejdsfejlart>> = {
  FORSOEG_UKENDT: 'loginUkendt',
  AFBRUDT: 'loginAfbrudt',
  MITID_SVARER_IKKE: 'loginNede',
  MITID_AFVISTE: 'loginFejl',
  FOR_LAV_SIKRING: 'loginNiveau',
  IKKE_ERHVERV: 'loginPrivat',
  INGEN_ORGANISATION: 'loginUdenOrganisation',
}

function sendUdfald(
  deps: ArbejdsloginRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  udfald: Loginudfald<Arbejdsafvisning>,
): Promise<FastifyReply> {
  setSprog(deps, request, reply)
  const k = kontekstFor(deps, request, undefined)
  const t = arbejdstekster(k.sprog)
  const art = udfald.type === 'ikkeLoggetInd' ? LOGINFEJL[udfald.afvisning] : udfald.type
  const vej =
    udfald.type === 'ikkeLoggetInd'
      ? { sti: loginsti(udfald.retursti), tekst: t.logInd }
      : udfald.type === 'loggetUdHer'
        ? { sti: udfald.url, tekst: t.logUdHosMitid }
        : udfald.type === 'loggetUdHerOgDer'
          ? { sti: udfald.url, tekst: deps.andenIndgang?.logUdDer(k.sprog) ?? t.logUd }
          : undefined
  return sendHtml(reply, arbejdsfejlside(k, art, vej ? { vej } : {}), ARBEJDSFEJLSTATUS[art])
}

/** The employee is still there: the session gets its full time again. */
async function forlaeng(deps: ArbejdsloginRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const session = readMedarbejdersession(deps, request)
  if (!session || !isFromOwnPage(deps.websted, request.headers)) return reply.code(401).send()
  const forlaenget = await deps.arbejdsset.extend(session)
  return forlaenget ? reply.send({ udloeber: udloebFor(deps.clock.now(), session) }) : reply.code(401).send()
}
