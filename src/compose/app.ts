import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type Adgangsudfald,
  adgangRoutes,
  BORGERINDGANG,
  type BrokerKonfiguration,
  createArbejdsset,
  createBroker,
  createSetSkriver,
  type MedarbejderDeps,
  readMedarbejdersession,
  readSession,
  tildelteRoller,
} from '#adgang'
import { kontrolpunktRoute, vidneRoute } from '#adgangslog'
import { abonnementerRoute, BESKEDFORDELER_SKEMAER, haendelserRoute } from '#beskedfordeler'
import {
  afstemningerLaesRoute,
  afstemningerRoute,
  egneLeverancerRoute,
  leverancerRoute,
  livstegnRoute,
  MODTAGELSE_SKEMAER,
  objekterRoute,
  optaellingerRoute,
  soapRoute,
  tokenRoute,
} from '#modtagelse'
import { KORSBAEK as SANDKASSE } from '#myndighed'
import { forklarRoute, OVERBLIK_SKEMAER, offentligKontekst, overblikRoutes } from '#overblik'
import { NOTAT_SKEMAER, notaterRoute } from '#partsoverblik/notat'
import { hmac } from '#platform/crypto'
import { buildOpenapi, createServer, declareAdgang } from '#platform/http'
import { createTaktgiver } from '#platform/takt'
import { klassifikationRoute, OPSLAG_SKEMAER, organisationRoute } from '#tilslutning/opslag'
import { entityId, tokentjenesteRoute, udstederNavn } from '#tilslutning/tokentjeneste'
import { followAlle, tilslutningRoutes } from '#tilslutning/vej'
import { vejledningRoute } from '#tilslutning/vejledning'
import { registerStatisk, toText } from '#web'
import { openLogunderskriver, openVidne } from './adgangslog.ts'
import { registerAfproevning } from './afproevning.ts'
import { registerArbejdslogin } from './arbejdslogin.ts'
import { openModtager, removeSessionsDaily } from './drift.ts'
import { answerFaults, loginside } from './fejl.ts'
import { registerKommunesider } from './kommunesider.ts'
import { PUNKTER } from './punkter.ts'
import type { System } from './system.ts'

/**
 * Makes the server with all routes; nothing listens yet. `logstroem`: where the log goes instead of to stdout. `saml`: the providers of login, where
 * they are others than the configuration's.
 */
export async function createApp(
  system: System,
  broker: BrokerKonfiguration,
  logstroem?: NodeJS.WritableStream,
  saml = system.saml,
): Promise<FastifyInstance> {
  const { config, websted, clock } = system
  const demo = config.demo !== undefined
  const app = await createServer({
    logniveau: config.logniveau,
    https: websted.sikkert,
    hoejstPrMinut: demo ? 100_000 : 600,
    proxyLed: config.proxyLed,
    // The sealed cookies cannot be made up, so one address may hold many people.
    kalder: (request) => (readMedarbejdersession(system, request) ?? readSession(system, request))?.id,
    logstroem,
  })
  const onFejl = (fejl: unknown) =>
    app.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, 'last seen could not be written')
  const set = createSetSkriver(system, onFejl)
  const arbejdsset = createArbejdsset(system, onFejl)
  app.addHook('onClose', async () => {
    await Promise.all([set.settle(), arbejdsset.settle()])
  })
  removeSessionsDaily(app, system)
  const tokens = {
    noegle: { alg: 'HS256', hemmelig: hmac(system.noegler.session.aktuel, 'borgerblikket/token') } as const,
    udsteder: websted.origin,
    modtager: `${websted.origin}/api/v1`,
  }
  const kontekst = (request: FastifyRequest) => offentligKontekst(request, { nu: clock.now(), demo })
  // Before the routes: a route keeps the handlers that stand when it is registered, and Fastify's own would send an error's message.
  answerFaults(app, kontekst, { clock, noegler: system.noegler, punkter: PUNKTER, demo })
  const modtager = openModtager(app, system)
  const modtagelse = { ...system, ...modtager, tokens, url: websted.origin }
  await app.register(async (scope) => {
    declareAdgang(scope, 'offentlig')
    await registerStatisk(scope)
    scope.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => buildOpenapi(app, SKEMAER))
  })
  await app.register(leverancerRoute, modtagelse)
  await app.register(egneLeverancerRoute, modtagelse)
  await app.register(optaellingerRoute, modtagelse)
  await app.register(livstegnRoute, modtagelse)
  await app.register(afstemningerRoute, modtagelse)
  await app.register(afstemningerLaesRoute, modtagelse)
  await app.register(objekterRoute, modtagelse)
  await app.register(tokenRoute, modtagelse)
  await app.register(soapRoute, modtagelse)
  if (demo) {
    const { origin } = websted
    const navne = { udsteder: udstederNavn(origin), modtager: entityId(origin) }
    await app.register(tokentjenesteRoute, { ...system, ...navne, noeglepar: system.tokennoegle })
  }
  await app.register(abonnementerRoute, { ...modtagelse, lokal: demo })
  await app.register(haendelserRoute, modtagelse)
  await app.register(notaterRoute, modtagelse)
  const underskriver = await openLogunderskriver(system)
  const taktgiver = createTaktgiver(config.svartaktMs)
  app.addHook('onClose', () => taktgiver.close())
  await app.register(overblikRoutes, { ...system, set, demo, underskriver, taktgiver })
  await app.register(forklarRoute, { ...system, drift: config.drift })
  await app.register(async (scope) => {
    declareAdgang(scope, 'offentlig')
    const render = async (udfald: Adgangsudfald, request: FastifyRequest) => toText(loginside(kontekst(request), udfald))
    await scope.register(adgangRoutes, {
      ...system,
      broker: createBroker(broker, websted, BORGERINDGANG),
      mindsteAlder: 15,
      render,
    })
  })
  const arbejde: MedarbejderDeps = { ...system, rollekilde: tildelteRoller, arbejdsset, punkter: PUNKTER, demo }
  await registerArbejdslogin(app, system, arbejde, { broker, saml })
  await app.register(vejledningRoute)
  await app.register(kontrolpunktRoute, { ...system, underskriver, demo })
  await app.register(vidneRoute, { ...system, vidne: openVidne(system) })
  await app.register(klassifikationRoute, system)
  await app.register(organisationRoute, system)
  app.addHook('onReady', () => followAlle(system))
  await app.register(tilslutningRoutes, { ...arbejde, ...system, origin: websted.origin, sandkasse: SANDKASSE.cvr })
  await registerAfproevning(app, system, arbejde, tokens)
  await registerKommunesider(app, system, arbejde, taktgiver)
  return app
}

const SKEMAER = { ...MODTAGELSE_SKEMAER, ...BESKEDFORDELER_SKEMAER, ...OPSLAG_SKEMAER, ...OVERBLIK_SKEMAER, ...NOTAT_SKEMAER }
