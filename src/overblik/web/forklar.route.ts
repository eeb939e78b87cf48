import { timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseCprNummer, parseUuid, type Uuid } from '#kernel'
import { hashNoegle } from '#kilde'
import type { Noegler } from '#platform/crypto'
import { type Problem, sendProblem } from '#platform/http'
import type { Betragter, Forklaringsdeps } from '../forklar.ts'
import { type Forklaringsafvisning, forklarForDrift } from '../forklar-for-drift.ts'

export type ForklarRouteDeps = Forklaringsdeps & {
  readonly noegler: Noegler
  /** Where it is undefined there is no operator's key, and no such route. */
  readonly drift: { readonly noeglehash: Uint8Array; readonly operatoer: Uuid } | undefined
}

const NOEGLE = 'x-borgerblikket-driftsnoegle'
const CPR = 'x-borgerblikket-cpr'
const FORMAAL = 'x-borgerblikket-formaal'

/** GET /api/v1/drift/forklaring: why an item is shown to a person or not, for the operator. The person stands in a header, never in the URL. */
export const forklarRoute: FastifyPluginAsync<ForklarRouteDeps> = async (scope, deps) => {
  const { drift } = deps
  if (!drift) return
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
  scope.setErrorHandler((fejl: { statusCode?: number; name?: string }, request, reply) => {
    if (fejl.statusCode === 429) return sendProblem(reply, FOR_MANGE)
    request.log.warn({ err: fejl.name ?? 'unknown' }, 'an explanation could not be given')
    return sendProblem(reply.header('retry-after', '10'), UTILGAENGELIG)
  })
  scope.addHook('onRequest', async (request, reply) => {
    const noegle = request.headers[NOEGLE]
    const rigtig = typeof noegle === 'string' && timingSafeEqual(hashNoegle(noegle), drift.noeglehash)
    if (!rigtig) return sendProblem(reply, NOEGLE_UKENDT)
  })
  scope.get(
    '/api/v1/drift/forklaring',
    { config: { adgang: 'drift', rateLimit: { max: 30, timeWindow: 60_000 } }, schema: SKEMA },
    (request, reply) => explain(deps, drift.operatoer, request, reply),
  )
}

const header = (description: string) => ({ type: 'string', description })
const problem = {
  description: 'Afvist',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const SKEMA = {
  summary: 'Hvorfor vises noget for en borger, eller hvorfor ikke',
  description: 'Læser personoplysninger: hvert kald står i adgangsloggen, og borgeren kan se det under Hvem har set.',
  tags: ['drift'],
  security: [{ driftsnoegle: [] }],
  querystring: {
    type: 'object',
    required: ['objekt'],
    properties: {
      objekt: { type: 'string', format: 'uuid' },
      som: { enum: ['egen', 'foraeldremyndighed'], description: 'Med hvis øjne; egen, hvor intet siges' },
    },
  },
  headers: {
    type: 'object',
    required: [CPR, FORMAAL],
    properties: {
      [CPR]: header('Personens CPR-nummer, ti cifre'),
      [FORMAAL]: header('Formålet, 10 til 200 tegn, procentkodet UTF-8; uden personnumre'),
    },
  },
  response: {
    200: {
      description: 'Forklaringen',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Forklaring' } } },
    },
    400: problem,
    401: problem,
    404: problem,
    429: problem,
    503: problem,
  },
}

async function explain(
  deps: ForklarRouteDeps,
  operatoer: Uuid,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = request.query as Readonly<Record<string, unknown>>
  const { som = 'egen' } = query
  const objekt = typeof query['objekt'] === 'string' ? parseUuid(query['objekt']) : undefined
  const cpr = parseCprNummer(headerOf(request, CPR))
  const formaal = decode(headerOf(request, FORMAAL))
  const ukendte = Object.keys(query).some((navn) => navn !== 'objekt' && navn !== 'som')
  if (!objekt || !cpr || formaal === undefined || ukendte || (som !== 'egen' && som !== 'foraeldremyndighed'))
    return sendProblem(reply, UGYLDIG)
  const svar = await forklarForDrift(deps, { operatoer, formaal, cpr, objekt, betragter: som satisfies Betragter })
  return svar.ok ? reply.send(svar.value) : sendProblem(reply, AFVIST[svar.afvisning])
}

const headerOf = (request: FastifyRequest, navn: string): string => {
  const vaerdi = request.headers[navn]
  return typeof vaerdi === 'string' ? vaerdi : ''
}

function decode(tekst: string): string | undefined {
  try {
    return decodeURIComponent(tekst)
  } catch {
    return undefined
  }
}

const NOEGLE_UKENDT: Problem = {
  status: 401,
  kode: 'DRIFTSNOEGLE_UKENDT',
  da: 'Driftsnøglen mangler eller er ikke den, som installationen er sat op med.',
  en: 'The operator key is missing or not the one that the installation is set up with.',
}
const UGYLDIG: Problem = {
  status: 400,
  kode: 'FORESPOERGSEL_UGYLDIG',
  da: 'Giv objekt som UUID i adressen og CPR-nummer og formål i hver sin header.',
  en: 'Give objekt as a UUID in the address, and the CPR number and the purpose in a header each.',
}
const FOR_MANGE: Problem = {
  status: 429,
  kode: 'FOR_MANGE_KALD',
  da: 'Der er spurgt for mange gange på kort tid; vent det antal sekunder, som Retry-After siger.',
  en: 'Too many questions in a short time; wait the number of seconds that Retry-After says.',
}
const UTILGAENGELIG: Problem = {
  status: 503,
  kode: 'UTILGAENGELIG',
  da: 'Det kan ikke forklares lige nu, og intet er vist. Prøv igen om lidt.',
  en: 'It cannot be explained right now, and nothing was shown. Try again shortly.',
}
/** The sentences of each refusal, for the API and the command line. */
export const AFVIST: Readonly<Record<Forklaringsafvisning, Problem>> = {
  FORMAAL_UGYLDIGT: {
    status: 400,
    kode: 'FORMAAL_UGYLDIGT',
    da: 'Formålet skal være en sætning på 10 til 200 tegn på én linje og uden personnumre.',
    en: 'The purpose must be a sentence of 10 to 200 characters on one line, without personal numbers.',
  },
  FINDES_IKKE: {
    status: 404,
    kode: 'FINDES_IKKE',
    da: 'Der er intet sådant objekt om denne person.',
    en: 'There is no such item about this person.',
  },
}
