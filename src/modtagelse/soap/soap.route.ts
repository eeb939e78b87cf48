import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { newUuid } from '#kernel'
import type { Kilde } from '#kilde'
import { type Modtagelsesdeps, modtagLinjer, openLeverance } from '../leverance/index.ts'
import { type Kildeadgangsdeps, requireKilde } from '../rest/kilde-adgang.ts'
import { handleSoap } from './handle-soap.ts'
import { type SoapSvar, writeReceiverFault } from './svar.ts'

export type SoapRouteDeps = Modtagelsesdeps & Kildeadgangsdeps & { readonly url: string }

const STI = '/soap/sagdokumentindeks/6'
const WSDL = new URL('./wsdl/sagdokumentindeks.wsdl', import.meta.url)
const HOEJST_BYTES = 10 * 1024 * 1024

/** POST: a SOAP 1.2 message of SF1470. GET ?wsdl, and the schemas that it imports. */
export const soapRoute: FastifyPluginAsync<SoapRouteDeps> = async (scope, deps) => {
  scope.addContentTypeParser(
    /^(application\/soap\+xml|text\/xml|application\/xml)/,
    { parseAs: 'buffer', bodyLimit: HOEJST_BYTES },
    (_request, body, done) => done(null, body),
  )
  const skjult = { hide: true }
  scope.post(STI, { config: { adgang: 'kilde', rateLimit: false }, bodyLimit: HOEJST_BYTES, schema: skjult }, (request, reply) =>
    answer(deps, request, reply),
  )
  scope.get(STI, { config: { adgang: 'offentlig' }, schema: skjult }, async (_request, reply) => {
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
      if (!indhold) return reply.code(404).send()
      return reply.type('application/xml; charset=utf-8').send(indhold)
    },
  )
}

async function answer(deps: SoapRouteDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const kilde = await requireKilde(deps, request, reply)
  if (!kilde) return reply
  return sendSvar(reply, await respond(deps, kilde, request))
}

async function respond(deps: SoapRouteDeps, kilde: Kilde, request: FastifyRequest): Promise<SoapSvar> {
  try {
    const modtag: Parameters<typeof handleSoap>[0]['modtag'] = async (linjer) => {
      // A message is a delivery of its own: an object's identity, not the message's, makes a repeated one harmless.
      const leverance = await openLeverance(deps, kilde, newUuid(), 'soap')
      return modtagLinjer(deps, leverance, linjer)
    }
    return await handleSoap({ modtag, roller: deps.roller, hoejstBytes: HOEJST_BYTES }, request.body as Buffer)
  } catch (error) {
    request.log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'a SOAP message could not be taken in')
    return writeReceiverFault(503)
  }
}

const sendSvar = (reply: FastifyReply, svar: SoapSvar): FastifyReply =>
  reply.code(svar.status).type(svar.contentType).send(svar.body)
