import { readFile } from 'node:fs/promises'
import type { FastifyError, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { newUuid } from '#kernel'
import { type Problem, sendProblem } from '#platform/http'
import { type Modtagelsesdeps, modtagLinjer, openLeverance } from '../leverance/index.ts'
import { type Kildeadgangsdeps, kildeOf, requireKilder } from '../rest/kilde-adgang.ts'
import { toFejlproblem } from '../rest/problemer.ts'
import { HOEJST_BYTES, handleSoap } from './handle-soap.ts'
import { keepAfvistBesked } from './keep-afvist-besked.ts'
import { type SoapSvar, writeIndFault, writeProblemFault, writeReceiverFault } from './svar.ts'

export type SoapRouteDeps = Modtagelsesdeps & Kildeadgangsdeps & { readonly url: string }

const STI = '/soap/sagdokumentindeks/6'
const WSDL = new URL('./wsdl/sagdokumentindeks.wsdl', import.meta.url)

/** POST: a SOAP 1.2 message of SF1470. GET ?wsdl, and the schemas that it imports. */
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
  const skjult = { hide: true }
  scope.post(STI, { config: { adgang: 'kilde', rateLimit: false }, bodyLimit: HOEJST_BYTES, schema: skjult }, (request, reply) =>
    answer(deps, request, reply),
  )
  scope.get(STI, { config: { adgang: 'offentlig' }, schema: skjult }, async (request, reply) => {
    const harWsdl = Object.keys(request.query as object).some((navn) => navn.toLowerCase() === 'wsdl')
    if (!harWsdl) return sendProblem(reply.header('allow', 'POST'), KUN_POST)
    const wsdl = await readFile(WSDL, 'utf8')
    const adresseret = wsdl
      .replace(/(<soap12:address location=")[^"]*/, `$1${deps.url}${STI}`)
      .replaceAll('schemaLocation="xsd/', `schemaLocation="${deps.url}${STI}/xsd/`)
    return reply.type('application/wsdl+xml; charset=utf-8').send(adresseret)
  })
  scope.get<{ Params: { fil: string } }>(
    `${STI}/xsd/:fil`,
    { config: { adgang: 'offentlig' }, schema: skjult },
    async (request, reply) => {
      const navn = /^[a-z]{1,40}\.xsd$/.exec(request.params.fil)?.[0]
      const indhold = navn && (await readFile(new URL(`./wsdl/xsd/${navn}`, import.meta.url), 'utf8').catch(() => undefined))
      if (!indhold) return sendProblem(reply, INTET_SKEMA)
      return reply.type('application/xml; charset=utf-8').send(indhold)
    },
  )
}

const KUN_POST: Problem = {
  status: 405,
  kode: 'KUN_POST',
  da: `Send meddelelser med POST. Beskrivelsen står på ${STI}?wsdl.`,
  en: `Send messages by POST. The description stands at ${STI}?wsdl.`,
}
const INTET_SKEMA: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: 'Der er intet skema med det navn.',
  en: 'There is no schema of that name.',
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

async function answer(deps: SoapRouteDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!Buffer.isBuffer(request.body)) return sendKept(deps, request, reply, toUkendtKodning())
  const modtag: Parameters<typeof handleSoap>[0]['modtag'] = async (linjer) => {
    // A message is a delivery of its own: an object's identity, not the message's, makes a repeated one harmless.
    const leverance = await openLeverance(deps, kildeOf(request), newUuid(), 'soap')
    return modtagLinjer(deps, leverance, linjer)
  }
  return sendKept(deps, request, reply, await handleSoap({ modtag, roller: deps.roller }, request.body))
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
