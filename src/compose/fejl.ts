import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Adgangsudfald, type LoginAfvisning, sendAfvisning } from '#adgang'
import { sendProblem } from '#platform/http'
import { type Fejlart, fejlside, type Markup, maalgruppeAfSti, type Sidekontekst, STIER, sendHtml, tekster } from '#web'

export function answerFaults(
  app: FastifyInstance,
  kontekst: (request: FastifyRequest) => Sidekontekst,
  arbejde: Parameters<typeof sendAfvisning>[0],
): void {
  app.setNotFoundHandler((request, reply) => {
    if (isApi(request)) return sendProblem(reply, FINDES_IKKE)
    if (maalgruppeAfSti(request.url)) return sendAfvisning(arbejde, request, reply, 'ikkeFundet')
    return sendHtml(reply, fejlside(kontekst(request), 'ikkeFundet'), 404)
  })
  app.setErrorHandler((error: { statusCode?: number; name?: string }, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) request.log.error({ err: error.name ?? 'unknown' }, 'an unexpected fault')
    if (isApi(request)) return sendProblem(reply, status === 500 ? UVENTET : { ...UGYLDIG, status })
    return sendHtml(reply, fejlside(kontekst(request), status === 429 ? 'travlt' : 'uventet'), status)
  })
}

const isApi = (request: FastifyRequest): boolean => /^\/(api|soap)\//.test(request.url)

const FINDES_IKKE = { status: 404, kode: 'FINDES_IKKE', da: 'Det findes ikke her.', en: 'There is no such thing here.' }
const UVENTET = {
  status: 500,
  kode: 'UVENTET',
  da: 'Der skete en fejl hos os. Prøv igen.',
  en: 'Something went wrong on our side. Try again.',
}
const UGYLDIG = {
  kode: 'UGYLDIG',
  da: 'Forespørgslen kan ikke behandles, som den er.',
  en: 'The request cannot be handled as it is.',
}

const LOGINFEJL: Readonly<Record<LoginAfvisning, Fejlart>> = {
  FORSOEG_UKENDT: 'loginUkendt',
  AFBRUDT: 'loginAfbrudt',
  MITID_SVARER_IKKE: 'loginNede',
  MITID_AFVISTE: 'loginFejl',
  FOR_LAV_SIKRING: 'loginNiveau',
  INGEN_CPR: 'loginUdenCpr',
  IKKE_PRIVAT: 'loginErhverv',
  FOR_UNG: 'loginUnder15',
}

/** The page for a login or log-out that did not end on a page of its own. */
export function loginside(k: Sidekontekst, udfald: Adgangsudfald): Markup {
  const t = tekster(k.sprog)
  if (udfald.type === 'ikkeLoggetInd')
    return fejlside(k, LOGINFEJL[udfald.afvisning], {
      sti: `${STIER.logInd}?til=${encodeURIComponent(udfald.retursti)}`,
      tekst: t.logInd,
    })
  return 'url' in udfald ? fejlside(k, 'loggetUdHer', { sti: udfald.url, tekst: t.logUdHosMitid }) : fejlside(k, udfald.type)
}
