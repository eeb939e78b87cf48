import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseFejl } from '#platform/database'
import { declareAdgang } from '#platform/http'
import { ARBEJDSFEJLSTATUS, ARBEJDSSTIER, type Arbejdsfejlart, arbejdsfejlside, arbejdstekster, sendHtml } from '#web'
import { type Kontekstdeps, kontekstFor } from '../../medarbejder/kontekst.ts'
import { endedMedarbejdersessionCookie, medarbejdersessionCookie, readMedarbejdersession } from '../../medarbejder/session.ts'
import { findForsoeg, forgetForsoeg, forsoegUdloeber, keepForsoeg } from '../../oidc/forsoeg.ts'
import { setSprog } from '../../web/sprog.ts'
import { begyndLogin } from '../begynd.ts'
import { SAML_SIDER, type Samlafvisning } from '../saml.errors.ts'
import type { Samldeps } from '../saml.ts'
import { SAMLSTIER, skrivTjenestemetadata } from '../sp.ts'
import { tagImodLogud } from '../tag-imod-logud.ts'
import { fuldfoerLogin, tagImodSvar } from '../tag-imod-svar.ts'
import type { Udbyder } from '../udbyder.ts'
import { udloeberSnart } from '../udbyderliste.ts'

export type SamlRoutesDeps = Samldeps & Kontekstdeps

/** Where attempts are kept until the browser is back: cookies of their own, so that a login at the broker is none here. */
const INDGANG = { cookie: 'borgerblikket-arbejdssaml-', aad: 'borgerblikket/arbejdssaml', hjem: ARBEJDSSTIER.arbejde }

/** An answer with the largest set of privileges is some 200 KB in a form. */
const HOEJST_FORMULAR = 400 * 1024

/**
 * A Fastify plugin: what a provider of login and the browsers that it sends say to us. Open to all. A form that comes from another site brings none of
 * our cookies (SameSite=Lax), so it logs nobody in; the way on by GET brings them, and only there is it seen whose answer it was.
 */
export const samlRoutes: FastifyPluginAsync<SamlRoutesDeps> = async (scope, deps) => {
  declareAdgang(scope, 'offentlig')
  acceptForms(scope)
  scope.setErrorHandler((error: { statusCode?: number; name?: string }, request, reply) => {
    const art: Arbejdsfejlart =
      error instanceof DatabaseFejl ? 'utilgaengelig' : (error.statusCode ?? 500) < 500 ? 'ugyldig' : 'uventet'
    request.log.warn({ afvisning: art, err: error.name ?? 'unknown' }, 'login refused')
    return sendSide(deps, request, reply, art, error.statusCode)
  })
  scope.addHook('onReady', async () => {
    const udbydere = udloeberSnart(deps.saml.udbydere, Date.parse(deps.clock.now()))
    if (udbydere.length > 0) scope.log.warn({ udbydere }, 'certificates or metadata of providers of login end within a month')
  })
  const hide = { schema: { hide: true } } as const
  scope.post(SAMLSTIER.svar, hide, async (request, reply) => {
    const felter = felterOf(request)
    const [svar, ...flere] = felter.getAll('SAMLResponse')
    const relay = felter.getAll('RelayState')
    // What comes back as RelayState is not read: we sent none, and it decides nothing.
    if (!svar || flere.length > 0 || relay.length > 1 || (relay[0]?.length ?? 0) > 1024)
      return refuse(deps, request, reply, 'FORMULAR_UGYLDIG')
    const taget = await tagImodSvar(deps, svar)
    if (!taget.ok) return refuse(deps, request, reply, taget.afvisning)
    return reply.redirect(`${SAMLSTIER.videre}?${new URLSearchParams(taget.value)}`, 303)
  })
  scope.get(SAMLSTIER.videre, hide, (request, reply) => fuldfoer(deps, request, reply))
  scope.get(SAMLSTIER.logud, hide, (request, reply) => {
    const raa = (request.raw.url ?? '').split('?')[1] ?? ''
    return logUd(deps, request, reply, { binding: 'redirect', felter: new URLSearchParams(raa), raa })
  })
  scope.post(SAMLSTIER.logud, hide, (request, reply) =>
    logUd(deps, request, reply, { binding: 'post', felter: felterOf(request), raa: '' }),
  )
  scope.get(SAMLSTIER.metadata, hide, (_request, reply) =>
    reply.type('application/samlmetadata+xml; charset=utf-8').send(skrivTjenestemetadata(deps.saml.tjeneste)),
  )
}

/** What a form held; of no form at all, nothing. */
const felterOf = ({ body }: FastifyRequest): URLSearchParams => (body instanceof URLSearchParams ? body : new URLSearchParams())

/** Forms and nothing else. */
function acceptForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: HOEJST_FORMULAR },
    async (_request: FastifyRequest, krop: string) => new URLSearchParams(krop),
  )
}

/** Sends the browser to a provider, and keeps in it where it wanted to go. */
export async function begynd(
  deps: SamlRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { udbyder, retursti }: { readonly udbyder: Udbyder; readonly retursti: string },
): Promise<FastifyReply> {
  const udloeber = forsoegUdloeber(deps.clock.now())
  const begyndt = await begyndLogin(deps, udbyder, udloeber)
  if (!begyndt.ok) return refuse(deps, request, reply, begyndt.afvisning)
  const forsoeg = { state: begyndt.value.forsoeg, retursti, udloeber }
  reply.header('set-cookie', keepForsoeg({ ...deps, indgang: INDGANG }, request.headers.cookie, forsoeg))
  return reply.redirect(begyndt.value.url, 303)
}

async function fuldfoer(deps: SamlRoutesDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const forsoegsdeps = { ...deps, indgang: INDGANG }
  const { forsoeg: id, kode } = request.query as Readonly<Record<string, unknown>>
  const forsoeg = findForsoeg(forsoegsdeps, request.headers.cookie, id)
  if (!forsoeg || typeof kode !== 'string') return refuse(deps, request, reply, 'FORSOEG_UKENDT')
  reply.header('set-cookie', forgetForsoeg(forsoegsdeps, forsoeg))
  const session = await fuldfoerLogin(deps, { forsoeg: forsoeg.state, kode }, readMedarbejdersession(deps, request))
  if (!session.ok) return refuse(deps, request, reply, session.afvisning)
  reply.header('set-cookie', medarbejdersessionCookie(deps, session.value))
  return reply.redirect(forsoeg.retursti, 303)
}

async function logUd(
  deps: SamlRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sendt: Parameters<typeof tagImodLogud>[1],
): Promise<FastifyReply> {
  const udfald = await tagImodLogud(deps, sendt)
  if (!udfald.ok) {
    const svar = sendt.felter.has('SAMLResponse')
    return refuse(deps, request, reply, udfald.afvisning, svar ? 'logUdUbekraeftet' : 'logUdAfvist')
  }
  if (udfald.value.type === 'besvaret')
    return sendSide(deps, request, reply, udfald.value.lykkedes ? 'loggetUd' : 'logUdUbekraeftet')
  // Only of a session that this ended: else anybody's log out, handed on as a link, would log out whoever follows it.
  const egen = readMedarbejdersession(deps, request)
  if (egen && udfald.value.sessioner.includes(egen.id)) reply.header('set-cookie', endedMedarbejdersessionCookie(deps.websted))
  return udfald.value.url ? reply.redirect(udfald.value.url, 303) : sendSide(deps, request, reply, 'loggetUd')
}

function refuse(
  deps: SamlRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  afvisning: Samlafvisning,
  art: Arbejdsfejlart = SAML_SIDER[afvisning],
): Promise<FastifyReply> {
  request.log.info({ afvisning }, 'login refused')
  return sendSide(deps, request, reply, art)
}

function sendSide(
  deps: SamlRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  art: Arbejdsfejlart,
  status = ARBEJDSFEJLSTATUS[art],
): Promise<FastifyReply> {
  setSprog(deps, request, reply)
  // Its own address is of no use to the reader: it cannot be opened again.
  const k = { ...kontekstFor(deps, request, undefined), sti: ARBEJDSSTIER.logInd }
  const vej = { sti: ARBEJDSSTIER.logInd, tekst: arbejdstekster(k.sprog).logIndIgen }
  return sendHtml(reply, arbejdsfejlside(k, art, { vej }), status)
}
