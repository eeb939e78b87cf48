import formbody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { issueToken, TOKEN_SEKUNDER } from '#kilde'
import type { Kildeadgangsdeps } from './kilde-adgang.ts'

/** POST /api/v1/token: OAuth 2.0 client credentials (RFC 6749, 4.4), the secret by HTTP Basic or in the form. */
export const tokenRoute: FastifyPluginAsync<Kildeadgangsdeps> = async (scope, deps) => {
  await scope.register(formbody, { bodyLimit: 4096 })
  scope.route({
    method: 'POST',
    url: '/api/v1/token',
    config: { adgang: 'offentlig', rateLimit: { max: 60, timeWindow: 60_000 } },
    schema: {
      summary: 'Hent et token til levering (OAuth 2.0 client credentials)',
      consumes: ['application/x-www-form-urlencoded'],
      security: [],
    },
    handler: (request, reply) => grant(deps, request, reply),
  })
}

async function grant(deps: Kildeadgangsdeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const felter = (request.body ?? {}) as Readonly<Record<string, unknown>>
  if (felter['grant_type'] !== 'client_credentials') return reply.code(400).send({ error: 'unsupported_grant_type' })
  const legitimation = readBasic(request.headers.authorization) ?? readForm(felter)
  const svar = legitimation && (await deps.kilder.authenticate(legitimation))
  if (!svar?.ok)
    return reply.code(401).header('www-authenticate', 'Basic realm="borgerblikket"').send({ error: 'invalid_client' })
  const token = await issueToken(deps.tokens, svar.value, deps.clock.now())
  return reply.send({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SEKUNDER })
}

type Klient = { readonly klientId: string; readonly hemmelighed: string }

function readForm(felter: Readonly<Record<string, unknown>>): Klient | undefined {
  const { client_id: klientId, client_secret: hemmelighed } = felter
  return typeof klientId === 'string' && typeof hemmelighed === 'string' ? { klientId, hemmelighed } : undefined
}

function readBasic(header: string | undefined): Klient | undefined {
  const kodet = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header ?? '')?.[1]
  const [id, ...resten] = kodet ? Buffer.from(kodet, 'base64').toString('utf8').split(':') : []
  if (id === undefined || resten.length === 0) return undefined
  try {
    return { klientId: decodeURIComponent(id), hemmelighed: decodeURIComponent(resten.join(':')) }
  } catch {
    // Not percent-encoded as RFC 6749 asks; taken as it stands.
    return { klientId: id, hemmelighed: resten.join(':') }
  }
}
