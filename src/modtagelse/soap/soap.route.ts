import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { newUuid } from '#kernel'
import type { Problem } from '#platform/http'
import { type Modtagelsesdeps, modtagLinjer, openLeverance } from '../leverance/index.ts'
import { certifikatOf, type Kildeadgangsdeps, kildeOf, narrowKilde, requireKilder } from '../rest/kilde-adgang.ts'
import { toFejlproblem } from '../rest/problemer.ts'
import { type Soegedeps, soeg } from '../soegning/index.ts'
import { HOEJST_BYTES, handleSoap } from './faelles/handle-soap.ts'
import { keepAfvistBesked } from './faelles/keep-afvist-besked.ts'
import type { Raabesked } from './faelles/konvolut.ts'
import {
  type SoapSvar,
  STANDARD_STATUSKODER,
  writeIndFault,
  writeProblemFault,
  writeReceiverFault,
  writeSikkerhedFault,
} from './faelles/svar.ts'
import type { Soapkald, SoapTjeneste } from './faelles/tjeneste.ts'
import { wsdlRoute } from './faelles/wsdl.route.ts'
import { aabnSikkerhed, IDWS_SAETNINGER, type IdwsAfvisning, type Sikkerhedsdeps, signSvar } from './idws/index.ts'
import { SAGDOKUMENTINDEKS } from './sagdokumentindeks/tjeneste.ts'
import { YDELSESTJENESTER } from './ydelsesindeks/tjenester.ts'

export type SoapRouteDeps = Modtagelsesdeps & Soegedeps & Kildeadgangsdeps & Sikkerhedsdeps & { readonly url: string }

/** All SOAP services of the site. */
const TJENESTER: readonly SoapTjeneste[] = [SAGDOKUMENTINDEKS, ...YDELSESTJENESTER]

/** POST: a SOAP 1.2 message of a service. GET ?wsdl, and the schemas that it imports. */
export const soapRoute: FastifyPluginAsync<SoapRouteDeps> = async (scope, deps) => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    /^(application\/soap\+xml|text\/xml|application\/xml)/,
    { parseAs: 'buffer', bodyLimit: HOEJST_BYTES },
    (_request, body, done) => done(null, body),
  )
  requireKilder(scope, deps, sendFault)
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

/**
 * What is left of security after a message has been opened: nothing. A header that the other reader saw no trace of, or one where no trust is
 * set up, is refused rather than passed over.
 */
const refuseSikkerhed = async ({ idws }: Sikkerhedsdeps, { harSecurity }: Raabesked): Promise<SoapSvar | undefined> =>
  harSecurity ? toSikkerhedsfejl(idws() ? 'SIKKERHED_TVETYDIG' : 'TILLID_MANGLER') : undefined

/** One that has been taken already is in the index or among the refused: that it came again is not kept once more. */
const toSikkerhedsfejl = (kode: IdwsAfvisning): SoapSvar =>
  writeSikkerhedFault({ kode, ...IDWS_SAETNINGER[kode] }, kode !== 'BESKED_GENTAGET')

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
  narrowKilde(request, kilde)
  const valg = {
    verifySikkerhed: (besked: Raabesked) => refuseSikkerhed(deps, besked),
    httpAction: readHttpAction(request),
  }
  const svar = await handleSoap(tjeneste, toKald(deps, request), body, valg)
  const noegle = signeret ? deps.idws()?.noegle : undefined
  const signeretSvar = noegle ? { ...svar, body: signSvar(svar.body, noegle, Date.parse(deps.clock.now())) } : svar
  return sendKept(deps, request, reply, signeretSvar)
}

function toKald(deps: SoapRouteDeps, request: FastifyRequest): Soapkald {
  const { id: itSystem, navn: systemNavn } = kildeOf(request)
  const modtag: Soapkald['modtag'] = async (linjer) => {
    // A message is a delivery of its own: an object's identity, not the message's, makes a repeated one harmless.
    const leverance = await openLeverance(deps, kildeOf(request), newUuid(), 'soap')
    return modtagLinjer(deps, leverance, linjer)
  }
  const soegEgne: Soapkald['soeg'] = (soegning) => soeg(deps, kildeOf(request), soegning)
  return { modtag, soeg: soegEgne, afsender: { itSystem, systemNavn }, roller: deps.roller, statuskoder: STANDARD_STATUSKODER }
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
