import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController, type RouteOptions } from 'fastify'

/** Who a route is for. Every route says so; one that does not cannot be registered, so nothing is open by being forgotten. */
export type Ruteadgang = 'offentlig' | 'borger' | 'medarbejder' | 'kilde' | 'drift'

declare module 'fastify' {
  interface FastifyContextConfig {
    adgang?: Ruteadgang
  }
}

export type Serverdeps = {
  readonly logniveau: string
  /** Served over TLS somewhere in front: cookies and headers may say so. */
  readonly https: boolean
  /** Requests a minute from one caller. */
  readonly hoejstPrMinut: number
  /** How many proxies stand in front, each of which adds the address it was called from; without one nobody is believed. */
  readonly proxyLed?: number
  /** Who calls, where that is known without asking the database; else requests are counted by address. */
  readonly kalder?: (request: FastifyRequest) => string | undefined
  /** Where the log goes; undefined: stdout. */
  readonly logstroem?: NodeJS.WritableStream | undefined
}

/** Callers who are counted at once; with more, those who called longest ago begin anew. */
const HOEJST_KALDERE = 50_000

const OPENAPI = {
  openapi: '3.1.0' as const,
  info: { title: 'Borgerblikket', version: '1', description: 'Levering af sager og ydelser, og borgerens eget overblik.' },
  components: {
    securitySchemes: {
      token: { type: 'http' as const, scheme: 'bearer' },
      udviklingsnoegle: { type: 'apiKey' as const, in: 'header' as const, name: 'X-Borgerblikket-Udviklingsnoegle' },
      // OpenAPI 3.1 has it; the types of the plugin are of 3.0.
      certifikat: { type: 'mutualTLS' } as unknown as { type: 'http'; scheme: string },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: '__Host-borgerblikket' },
      driftsnoegle: { type: 'apiKey' as const, in: 'header' as const, name: 'X-Borgerblikket-Driftsnoegle' },
    },
  },
}

/** A Fastify with the protections that hold for every route: headers, sizes, rates, overload, no caching, and that routes say who they are for. */
export async function createServer(deps: Serverdeps): Promise<FastifyInstance> {
  const { proxyLed = 0 } = deps
  const app = Fastify({
    logger: {
      level: deps.logniveau,
      ...(deps.logstroem ? { stream: deps.logstroem } : {}),
      serializers: { req: (request) => ({ method: request.method, rute: request.routeOptions?.url }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    requestTimeout: 120_000,
    connectionTimeout: 150_000,
    // Never true: what the citizen's own browser writes in the header stands before what the proxies add.
    trustProxy: proxyLed > 0 ? (_adresse: string, led: number) => led < proxyLed : false,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: refuseAdresse,
  })
  denyUndeclared(app)
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  await app.register(swagger, { openapi: OPENAPI })
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(deps),
    hsts: deps.https,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, {
    max: deps.hoejstPrMinut,
    timeWindow: 60_000,
    cache: HOEJST_KALDERE,
    keyGenerator: (request) => deps.kalder?.(request) ?? request.ip,
  })
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    retryAfter: 10,
    pressureHandler: (_request, reply) => {
      void reply
        .code(503)
        .header('retry-after', '10')
        .type('text/plain; charset=utf-8')
        .send('Der er travlt. Prøv igen om lidt. / Busy. Please try again shortly.')
    },
  })
  return app
}

/** An address that is none (%zz, or an id of a thousand letters) is nothing of ours. No hook has run, and the address is not sent back. */
function refuseAdresse(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(404)
    .headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    })
    .type('text/plain; charset=utf-8')
    .send('Siden findes ikke. / There is no such page.')
}

/** A route that does not say who it is for stops the start; were one added later, it is denied. */
function denyUndeclared(app: FastifyInstance): void {
  const ruter: RouteOptions[] = []
  app.addHook('onRoute', (rute) => {
    ruter.push(rute)
  })
  app.addHook('onReady', async () => {
    const tavs = ruter.find((rute) => !rute.config?.adgang)
    if (tavs) throw new TypeError(`The route ${String(tavs.method)} ${tavs.url} does not say who it is for`)
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.adgang) return
    await reply.code(404).send()
  })
}

/** Gives every route registered in the scope the same declaration of whom it is for. */
export function declareAdgang(scope: FastifyInstance, adgang: Ruteadgang): void {
  scope.addHook('onRoute', (rute) => {
    rute.config = { adgang, ...rute.config }
  })
}

/** Nothing inline and nothing from elsewhere. `form-action` is our own: login starts by GET. */
const contentSecurityPolicy = ({ https }: Serverdeps) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
    ...(https ? { upgradeInsecureRequests: [] } : {}),
  },
})
