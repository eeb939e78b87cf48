import type { FastifyRequest } from 'fastify'
import { sendHtml } from '#web'
import { kontekstFor } from '../../medarbejder/kontekst.ts'
import type { AndenIndgang } from '../../medarbejder/web/arbejdslogin.route.ts'
import { setSprog } from '../../web/sprog.ts'
import { begyndLogud } from '../begynd.ts'
import { glemtLogudspor, logudsporCookie, readLogudspor } from '../logudspor.ts'
import { begynd, type SamlRoutesDeps } from './saml.route.ts'
import { MITID, samltekster, valgView } from './valg.view.ts'

/**
 * What the entrance of people at work does beside the broker: which provider, by its name or by the end of a mail address, else the list; and where a
 * session that came from a provider is ended too.
 */
export const createSamlindgang = (deps: SamlRoutesDeps): AndenIndgang => ({
  vaelg: (request, reply, retursti) => {
    const { udbyder: valgt, domaene } = readValg(request)
    if (valgt === MITID) return undefined
    const { udbydere } = deps.saml
    const udbyder = udbydere.find(({ noegle, domaener }) => noegle === valgt || (domaene !== '' && domaener.includes(domaene)))
    if (udbyder) return begynd(deps, request, reply, { udbyder, retursti })
    setSprog(deps, request, reply)
    return sendHtml(reply, valgView(kontekstFor(deps, request, undefined), udbydere, retursti))
  },
  andetSted: async (request, reply) => {
    const session = readLogudspor(deps, request.headers.cookie)
    if (!session) return undefined
    reply.header('set-cookie', glemtLogudspor(deps))
    return begyndLogud(deps, { id: session })
  },
  spor: (session) => logudsporCookie(deps, session),
  logUdDer: (sprog) => samltekster(sprog).logUdDer,
})

function readValg(request: FastifyRequest): { readonly udbyder: string; readonly domaene: string } {
  const query = request.query as Readonly<Record<string, unknown>>
  const tekst = (vaerdi: unknown): string => (typeof vaerdi === 'string' ? vaerdi.slice(0, 200) : '')
  return { udbyder: tekst(query['udbyder']), domaene: tekst(query['domaene']).toLowerCase().replace(/^.*@/, '') }
}
