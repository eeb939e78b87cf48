import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '#platform/http'
import type { Modtagelsesdeps } from '../leverance/index.ts'
import { certifikatOf, type Kildeadgangsdeps, kildeOf, requireKilder } from '../rest/kilde-adgang.ts'
import { createPladser } from '../rest/pladser.ts'
import { toFejlproblem } from '../rest/problemer.ts'
import { type BesvarBesked, TJENESTER, toSikkerhedsfejl } from './besvar.ts'
import { HOEJST_BYTES } from './faelles/handle-soap.ts'
import { keepAfvistBesked } from './faelles/keep-afvist-besked.ts'
import { type SoapSvar, writeIndFault, writeProblemFault, writeReceiverFault } from './faelles/svar.ts'
import type { SoapTjeneste } from './faelles/tjeneste.ts'
import { wsdlRoute } from './faelles/wsdl.route.ts'
import { aabnSikkerhed, type Sikkerhedsdeps, signSvar } from './idws/index.ts'

export type SoapRouteDeps = Modtagelsesdeps &
  Kildeadgangsdeps &
  Sikkerhedsdeps & { readonly url: string; readonly besvarBesked: BesvarBesked }

/** What is held of messages at once, from their first byte to the end of the answer; one that does not say its size is taken to be the largest. */
const HOEJST_PAA_VEJ = { ialt: 128 * 1024 * 1024, prKilde: 20 * 1024 * 1024 }

/** POST: a SOAP 1.2 message of a service. GET ?wsdl, and the schemas that it imports. */
export const soapRoute: FastifyPluginAsync<SoapRouteDeps> = async (scope, deps) => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    /^(application\/soap\+xml|text\/xml|application\/xml)/,
    { parseAs: 'buffer', bodyLimit: HOEJST_BYTES },
    (_request, body, done) => done(null, body),
  )
  requireKilder(scope, deps, sendFault)
  const pladser = createPladser(HOEJST_PAA_VEJ)
  scope.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST') return
    const slip = pladser.tag(kildeOf(request).id, Math.min(readLaengde(request), HOEJST_BYTES))
    // The response is closed however it ends, also where the sender goes away in the middle.
    if (slip) reply.raw.once('close', slip)
    else await sendSvar(reply.header('retry-after', '10'), writeReceiverFault(503))
  })
  scope.addHook('preParsing', async (request, reply, payload) => {
    if (hasKendtKodning(request)) return payload
    await sendKept(deps, request, reply.header('accept-encoding', 'identity'), toUkendtKodning())
    return payload
  })
  scope.setErrorHandler(async (fejl: FastifyError, request, reply) => {
    const { status, ...problem } = toFejlproblem(fejl)
    try {
      if (status === 413) return await sendKept(deps, request, reply, writeIndFault('IND-015', 413))
      if (status === 415) return await sendKept(deps, request, reply, writeIndFault('IND-013', 415))
      if (status < 500) return sendFault(reply, { status, ...problem })
      request.log.warn({ err: fejl.name }, 'a SOAP message could not be answered')
    } catch (andenFejl) {
      request.log.warn({ err: (andenFejl as Error).name }, 'a refused SOAP message could not be kept')
    }
    return sendSvar(reply.header('retry-after', '10'), writeReceiverFault(503))
  })
  for (const tjeneste of TJENESTER) {
    const valg = { config: { adgang: 'kilde', rateLimit: false }, bodyLimit: HOEJST_BYTES, schema: { hide: true } } as const
    scope.post(tjeneste.sti, valg, (request, reply) => answer(deps, tjeneste, request, reply))
    await scope.register(wsdlRoute, { tjeneste, url: deps.url })
  }
}

const readLaengde = ({ headers }: FastifyRequest): number =>
  /^\d{1,9}$/.test(headers['content-length'] ?? '') ? Number(headers['content-length']) : HOEJST_BYTES

/** Before the body is read: it is taken as it stands and in UTF-8 alone, and what says otherwise is refused rather than misread. */
function hasKendtKodning({ headers }: FastifyRequest): boolean {
  const kodning = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const tegnsaet = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  return kodning === 'identity' && /^(utf-?8|us-ascii)$/i.test(tegnsaet)
}

const UKENDT_KODNING: Problem = {
  status: 415,
  kode: 'IND-013',
  da: 'Meddelelsen skal være application/soap+xml i UTF-8 uden Content-Encoding.',
  en: 'The message must be application/soap+xml in UTF-8 without Content-Encoding.',
}
const toUkendtKodning = (): SoapSvar => ({ ...writeProblemFault(UKENDT_KODNING), regel: 'IND-013' })

/** SOAP 1.2 names the action as a parameter of the content type (RFC 3902). */
const readHttpAction = ({ headers }: FastifyRequest): string | undefined =>
  /;\s*action\s*=\s*(?:"([^"]*)"|([^";\s]*))/i
    .exec(headers['content-type'] ?? '')
    ?.slice(1)
    .find(Boolean)

async function answer(
  deps: SoapRouteDeps,
  tjeneste: SoapTjeneste,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!Buffer.isBuffer(request.body)) return sendKept(deps, request, reply, toUkendtKodning())
  const kald = { body: request.body, kilde: kildeOf(request), certifikat: certifikatOf(request), sti: tjeneste.sti }
  const aabnet = await aabnSikkerhed(deps, kald)
  if (!aabnet.ok) return sendKept(deps, request, reply, toSikkerhedsfejl(aabnet.afvisning))
  const { body, kilde, signeret } = aabnet.value
  const svar = await deps.besvarBesked({
    sti: tjeneste.sti,
    body,
    kilde,
    httpAction: readHttpAction(request),
    harTillid: deps.idws() !== undefined,
  })
  const noegle = signeret ? deps.idws()?.noegle : undefined
  const signeretSvar = noegle ? { ...svar, body: signSvar(svar.body, noegle, Date.parse(deps.clock.now())) } : svar
  return sendKept(deps, request, reply, signeretSvar)
}

/** Sends the answer; where it refuses the whole message of a known source, that it did is kept first. Throws DatabaseFejl. */
async function sendKept(
  deps: SoapRouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  svar: SoapSvar,
): Promise<FastifyReply> {
  if (svar.regel !== undefined && request.routeOptions.config.adgang === 'kilde')
    await keepAfvistBesked(deps, kildeOf(request), svar.regel, Buffer.isBuffer(request.body) ? request.body : undefined)
  return sendSvar(reply, svar)
}

const sendFault = (reply: FastifyReply, problem: Problem): FastifyReply => sendSvar(reply, writeProblemFault(problem))

const sendSvar = (reply: FastifyReply, svar: SoapSvar): FastifyReply =>
  reply.code(svar.status).type(svar.contentType).send(svar.body)
