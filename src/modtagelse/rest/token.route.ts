import formbody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { afvist } from '#kernel'
import {
  issueToken,
  KILDE_SAETNINGER,
  type Legitimationssvar,
  type Paastandsafvisning,
  TOKEN_SEKUNDER,
  verifyKlientpaastand,
} from '#kilde'
import type { Database } from '#platform/database'
import type { Problem } from '#platform/http'
import { certifikatOf, type Kildeadgangsdeps } from './kilde-adgang.ts'
import { toFejlproblem } from './problemer.ts'
import { FEJLSVAR, jsonSvar } from './skema.ts'

export type TokenRouteDeps = Kildeadgangsdeps & { readonly db: Database }

const STI = '/api/v1/token'

/**
 * POST /api/v1/token: OAuth 2.0 client credentials (RFC 6749, 4.4), the secret by HTTP Basic or in the form, or a client assertion signed with a
 * registered key (RFC 7523). A token that is asked for with a certificate is bound to it (RFC 8705).
 */
export const tokenRoute: FastifyPluginAsync<TokenRouteDeps> = async (scope, deps) => {
  scope.removeAllContentTypeParsers()
  await scope.register(formbody, { bodyLimit: 8192 })
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
  scope.setErrorHandler((fejl: Parameters<typeof toFejlproblem>[0], request, reply) => {
    const problem = toFejlproblem(fejl)
    if (problem.status === 503) request.log.warn({ err: fejl.name }, 'a token could not be issued')
    return sendFejl(reply, problem.status === 503 ? 'temporarily_unavailable' : 'invalid_request', problem)
  })
  scope.route({
    method: 'POST',
    url: STI,
    // A try costs about 140 ms of scrypt, so that secrets cannot be tried out; the rate keeps the tries from costing us the machine.
    config: { adgang: 'offentlig', rateLimit: { max: 60, timeWindow: 60_000 } },
    schema: {
      summary: 'Hent et token til levering (OAuth 2.0 client credentials)',
      description:
        'Klient-id og hemmelighed med HTTP Basic eller i formularen, eller client_assertion (private_key_jwt); kun een af dem. Et token gælder i ti minutter, og hentes det med et certifikat, er det bundet til det.',
      tags: ['levering'],
      security: [],
      body: { content: { 'application/x-www-form-urlencoded': { schema: FORM } } },
      response: {
        200: jsonSvar('Et token', 'Token'),
        400: jsonSvar('Forespørgslen er ikke, som RFC 6749 siger', 'Tokenfejl'),
        401: jsonSvar('Klient-id eller hemmelighed er forkert', 'Tokenfejl'),
        403: jsonSvar('Kilden er spærret', 'Tokenfejl'),
        429: jsonSvar('For mange forsøg; se Retry-After', 'Tokenfejl'),
        503: FEJLSVAR[503],
      },
    },
    handler: (request, reply) => grant(deps, request, reply),
  })
}

const PAASTANDSTYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const FORM = {
  type: 'object',
  required: ['grant_type'],
  properties: {
    grant_type: { type: 'string', const: 'client_credentials' },
    client_id: { type: 'string' },
    client_secret: { type: 'string' },
    client_assertion_type: { type: 'string', const: PAASTANDSTYPE },
    client_assertion: { type: 'string' },
  },
}

async function grant(deps: TokenRouteDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const felter = (request.body ?? {}) as Readonly<Record<string, unknown>>
  if (felter['grant_type'] !== 'client_credentials') return sendFejl(reply, 'unsupported_grant_type', GRANT_UKENDT)
  const { authorization } = request.headers
  // RFC 6749, 2.3: one way of saying who one is, never two.
  const medPaastand = felter['client_assertion'] !== undefined || felter['client_assertion_type'] !== undefined
  const iForm = felter['client_secret'] !== undefined || (felter['client_id'] !== undefined && !medPaastand)
  if ([authorization !== undefined, iForm, medPaastand].filter(Boolean).length > 1)
    return sendFejl(reply, 'invalid_request', TVETYDIG)
  const svar = medPaastand
    ? await authenticatePaastand(deps, felter)
    : await authenticateFirst(deps, authorization === undefined ? readForm(felter) : readBasic(authorization))
  if (!svar?.ok) {
    const kode = svar?.afvisning ?? 'LEGITIMATION_MANGLER'
    const status = kode === 'KILDE_SPAERRET' ? 403 : 401
    if (status === 401) reply.header('www-authenticate', 'Basic realm="borgerblikket"')
    return sendFejl(reply, 'invalid_client', { status, kode, ...KILDE_SAETNINGER[kode] })
  }
  const token = await issueToken(deps.tokens, svar.value, deps.clock.now(), certifikatOf(request))
  return reply.send({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SEKUNDER })
}

async function authenticatePaastand(deps: TokenRouteDeps, felter: Readonly<Record<string, unknown>>) {
  const { client_assertion: jwt, client_assertion_type: type, client_id: klientId } = felter
  if (typeof jwt !== 'string' || type !== PAASTANDSTYPE) return afvist<Paastandsafvisning>('PAASTAND_UGYLDIG')
  const modtagere = [`${deps.tokens.udsteder}${STI}`, deps.tokens.udsteder]
  const svar = await verifyKlientpaastand({ ...deps, modtagere }, jwt, deps.clock.now())
  // RFC 7521, 4.2: a client id beside the assertion must be the assertion's.
  return svar.ok && klientId !== undefined && klientId !== svar.value.klientId
    ? afvist<Paastandsafvisning>('PAASTAND_UGYLDIG')
    : svar
}

const GRANT_UKENDT: Problem = {
  status: 400,
  kode: 'GRANT_UKENDT',
  da: 'Send grant_type=client_credentials som application/x-www-form-urlencoded.',
  en: 'Send grant_type=client_credentials as application/x-www-form-urlencoded.',
}
const TVETYDIG: Problem = { status: 400, kode: 'LEGITIMATION_TVETYDIG', ...KILDE_SAETNINGER.LEGITIMATION_TVETYDIG }

/** An error as OAuth 2.0 has it (RFC 6749, 5.2), with the members of a problem document beside: both kinds of client find theirs. */
function sendFejl(reply: FastifyReply, error: string, { status, kode, da, en }: Problem): FastifyReply {
  const problem = { type: 'about:blank', title: en, detail: da, status, kode }
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error, error_description: en, ...problem }))
}

type Klient = { readonly klientId: string; readonly hemmelighed: string }

/** The answer to the first that is right, else to the last; undefined where nothing was shown. */
async function authenticateFirst({ kilder }: Kildeadgangsdeps, klienter: readonly Klient[]) {
  let svar: Legitimationssvar | undefined
  for (const klient of klienter) {
    svar = await kilder.authenticate(klient)
    if (svar.ok || svar.afvisning === 'KILDE_SPAERRET') return svar
  }
  return svar
}

function readForm(felter: Readonly<Record<string, unknown>>): Klient[] {
  const { client_id: klientId, client_secret: hemmelighed } = felter
  return typeof klientId === 'string' && typeof hemmelighed === 'string' ? [{ klientId, hemmelighed }] : []
}

/**
 * What a Basic header can mean, likeliest first: form-encoded (a space is a plus) as RFC 6749 asks, or as it stands, as many clients write it.
 */
function readBasic(header: string): Klient[] {
  const kodet = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1]
  const [id, ...resten] = kodet ? Buffer.from(kodet, 'base64').toString('utf8').split(':') : []
  if (id === undefined || resten.length === 0) return []
  const hemmelighed = resten.join(':')
  const afkodet = { klientId: decodeForm(id), hemmelighed: decodeForm(hemmelighed) }
  const ens = afkodet.klientId === id && afkodet.hemmelighed === hemmelighed
  return ens ? [afkodet] : [afkodet, { klientId: id, hemmelighed }]
}

function decodeForm(tekst: string): string {
  try {
    return decodeURIComponent(tekst.replaceAll('+', ' '))
  } catch {
    // Percent signs that encode nothing stand for themselves.
    return tekst
  }
}
