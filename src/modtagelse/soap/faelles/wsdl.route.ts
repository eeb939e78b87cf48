import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import { type Problem, sendProblem } from '#platform/http'
import { readSkemafiler } from './skema.ts'
import type { SoapTjeneste } from './tjeneste.ts'

/** GET ?wsdl of a service, and the schemas that it imports; `url` is the site's own address. */
export const wsdlRoute: FastifyPluginAsync<{ readonly tjeneste: SoapTjeneste; readonly url: string }> = async (
  scope,
  { tjeneste, url },
) => {
  const { sti } = tjeneste
  const skemaer = readSkemafiler(tjeneste)
  const offentlig = { config: { adgang: 'offentlig' }, schema: { hide: true } } as const
  scope.get(sti, offentlig, async (request, reply) => {
    const harWsdl = Object.keys(request.query as object).some((navn) => navn.toLowerCase() === 'wsdl')
    if (!harWsdl) return sendProblem(reply.header('allow', 'POST'), toKunPost(sti))
    const wsdl = await readFile(tjeneste.wsdl, 'utf8')
    const adresseret = wsdl
      .replace(/(<soap12:address location=")[^"]*/, `$1${url}${sti}`)
      .replaceAll('schemaLocation="xsd/', `schemaLocation="${url}${sti}/xsd/`)
    return reply.type('application/wsdl+xml; charset=utf-8').send(adresseret)
  })
  scope.get<{ Params: { fil: string } }>(`${sti}/xsd/:fil`, offentlig, async (request, reply) => {
    const { fil } = request.params
    if (!Object.hasOwn(skemaer, fil)) return sendProblem(reply, INTET_SKEMA)
    return reply.type('application/xml; charset=utf-8').send(skemaer[fil])
  })
}

const toKunPost = (sti: string): Problem => ({
  status: 405,
  kode: 'KUN_POST',
  da: `Send meddelelser med POST. Beskrivelsen står på ${sti}?wsdl.`,
  en: `Send messages by POST. The description stands at ${sti}?wsdl.`,
})
const INTET_SKEMA: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: 'Der er intet skema med det navn.',
  en: 'There is no schema of that name.',
}
