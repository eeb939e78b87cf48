import type { FastifyInstance, FastifyReply } from 'fastify'
import { declareAdgang, type Problem, sendProblem } from '#platform/http'

/** What the open look-ups have in common: nobody's data, so anybody may ask, any site may, and the answer may be kept for an hour. */
export function openScope(scope: FastifyInstance): void {
  declareAdgang(scope, 'offentlig')
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
  scope.addHook('onSend', async (_request, reply) => {
    reply
      .header('access-control-allow-origin', '*')
      .header('cache-control', reply.statusCode === 200 ? 'public, max-age=3600' : 'no-store')
  })
}

export const UGYLDIG: Problem = {
  status: 400,
  kode: 'FORESPOERGSEL_UGYLDIG',
  da: 'Forespørgslen kan ikke læses; se felterne i /api/v1/openapi.json.',
  en: 'The request cannot be read; see the fields in /api/v1/openapi.json.',
}
const FINDES_IKKE: Problem = { status: 404, kode: 'FINDES_IKKE', da: 'Det findes ikke her.', en: 'There is no such thing here.' }

export const sendIkkeFundet = (reply: FastifyReply): FastifyReply => sendProblem(reply, FINDES_IKKE)

/** A parameter that stands once, as text; undefined where it is missing, and null where it is repeated, which nobody can mean. */
export function param(query: unknown, navn: string): string | undefined | null {
  const vaerdi = (query as Readonly<Record<string, unknown>>)[navn]
  return vaerdi === undefined || typeof vaerdi === 'string' ? vaerdi : null
}

const problemsvar = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** The OpenAPI description of a look-up. */
export const opslagsskema = (
  summary: string,
  navn: string,
  felter: { readonly query?: object; readonly path?: object } = {},
) => ({
  schema: {
    summary,
    tags: ['opslag'],
    security: [],
    ...(felter.query ? { querystring: felter.query } : {}),
    ...(felter.path ? { params: felter.path } : {}),
    response: {
      200: { description: summary, content: { 'application/json': { schema: { $ref: `#/components/schemas/${navn}` } } } },
      400: problemsvar('Forespørgslen kan ikke læses'),
      404: problemsvar('Det findes ikke her'),
    },
  },
})
