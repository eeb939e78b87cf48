import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '#platform/http'
import { ARBEJDSFEJLSTATUS, ARBEJDSSTIER, type Arbejdsfejlart, arbejdsfejlside, arbejdstekster, sendHtml } from '#web'
import type { Kendt } from './kendt.ts'
import { type Kontekstdeps, kontekstFor } from './kontekst.ts'
import { hvemDuEr } from './web/hvem-du-er.view.ts'

/** Where to log in and come back to the page that was asked for. */
export const loginsti = (til: string): string => `${ARBEJDSSTIER.logInd}?til=${encodeURIComponent(til)}`

/** To the login, and back to the page that was asked for. */
export const sendLogin = (request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> =>
  isForProgram(request) ? sendProblem(reply, IKKE_LOGGET_IND) : reply.redirect(loginsti(request.url), 303)

type Afvisningsvalg = {
  readonly kendt?: Kendt | undefined
  /** Another than the one that goes with the reason. */
  readonly status?: number | undefined
  /** Where to log in, where it is not to come back to this page. */
  readonly login?: string
}

/** The page that says why; a script of ours that asks for JSON gets a problem document. */
export function sendAfvisning(
  deps: Kontekstdeps,
  request: FastifyRequest,
  reply: FastifyReply,
  art: Arbejdsfejlart,
  { kendt, status = ARBEJDSFEJLSTATUS[art], login = loginsti(request.url) }: Afvisningsvalg = {},
): FastifyReply | Promise<FastifyReply> {
  if (status === 503) reply.header('retry-after', '30')
  if (isForProgram(request)) return sendProblem(reply, { ...(art === 'udloebet' ? IKKE_LOGGET_IND : AFVIST), status })
  const k = kontekstFor(deps, request, kendt)
  const vej = art === 'udloebet' && request.method === 'GET' ? { sti: login, tekst: arbejdstekster(k.sprog).logInd } : undefined
  const mere = art === 'ingenRolle' && kendt ? hvemDuEr(k, kendt) : undefined
  return sendHtml(reply, arbejdsfejlside(k, art, { ...(vej ? { vej } : {}), mere }), status)
}

const isForProgram = ({ headers }: FastifyRequest): boolean =>
  /application\/json/.test(headers.accept ?? '') && !/text\/html/.test(headers.accept ?? '')

const IKKE_LOGGET_IND = {
  status: 401,
  kode: 'IKKE_LOGGET_IND',
  da: 'Du er ikke logget ind, eller dit login er udløbet. Log ind igen.',
  en: 'You are not logged in, or your login has run out. Please log in again.',
}
const AFVIST = {
  kode: 'AFVIST',
  da: 'Det kan ikke lade sig gøre med dit login eller lige nu. Åbn siden igen.',
  en: 'That cannot be done with your login or right now. Open the page again.',
}
