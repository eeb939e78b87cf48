import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type Adgangsudfald,
  ARBEJDSINDGANG,
  adgangRoutes,
  arbejdeRoutes,
  BORGERINDGANG,
  type BrokerKonfiguration,
  createArbejdsset,
  createBroker,
  createSetSkriver,
  type LoginAfvisning,
  type MedarbejderDeps,
  parseWebsted,
  ROLLEPUNKTER,
  readMedarbejdersession,
  readSession,
  removeOldMedarbejdersessions,
  removeOldSessions,
  sendAfvisning,
  tildelteRoller,
} from '#adgang'
import { createLogskriver } from '#adgangslog'
import { createDaekningslager } from '#afstemning/daekning'
import { abonnementerRoute, BESKEDFORDELER_SKEMAER, haendelserRoute, startBeskedfordeler } from '#beskedfordeler'
import type { CvrNummer } from '#kernel'
import { createKilderegister, type Tokenopsaetning } from '#kilde'
import { type KleUdgave, readUdgaver } from '#klassifikation'
import {
  createEgenModtager,
  createPulje,
  createRollekatalog,
  egneLeverancerRoute,
  leverancerRoute,
  MODTAGELSE_SKEMAER,
  type Modtager,
  objekterRoute,
  optaellingerRoute,
  type Rolleoverrides,
  soapRoute,
  tokenRoute,
} from '#modtagelse'
import { demoHenvendelsesregister, type Henvendelsesregister, readHenvendelsessteder, KORSBAEK as SANDKASSE } from '#myndighed'
import { forklarRoute, OVERBLIK_SKEMAER, offentligKontekst, overblikRoutes } from '#overblik'
import { type Clock, systemClock } from '#platform/clock'
import { createNoegler, hmac, verifyNoegler } from '#platform/crypto'
import {
  createEmbedded,
  type Database,
  type Embedded,
  type Embeddedvalg,
  type Forbindelse,
  forbindelseFromUrl,
  migrate,
  Opstartsfejl,
  openDatabase,
  provision,
} from '#platform/database'
import { buildOpenapi, closeListener, createServer, declareAdgang, listenWithCertificates, sendProblem } from '#platform/http'
import {
  AFPROEVNINGSPUNKTER,
  afproevningSider,
  arterFor,
  createUnderskriver,
  type Koerselsdeps,
  koerselRoute,
  overensstemmelseRoute,
} from '#tilslutning/afproevning'
import { klassifikationRoute, OPSLAG_SKEMAER, organisationRoute } from '#tilslutning/opslag'
import { createIdws, entityId, sandkassenoegle, tokentjenesteRoute, udstederNavn } from '#tilslutning/tokentjeneste'
import { followAlle, listFagsystemer, recordAfproevning, TILSLUTNINGSPUNKTER, tilslutningRoutes } from '#tilslutning/vej'
import { VEJLEDNINGSPUNKTER, vejledningRoute } from '#tilslutning/vejledning'
import { createOpsaetningslager } from '#visning'
import {
  type Fejlart,
  fejlside,
  type Markup,
  maalgruppeAfSti,
  registerStatisk,
  type Sidekontekst,
  STIER,
  sendHtml,
  tekster,
  toText,
} from '#web'
import type { Config } from './config.ts'
import { readAppAdgangskode } from './hemmeligheder.ts'

export type System = Awaited<ReturnType<typeof wireSystem>>

/**
 * Opens all that the program stands on, without serving anything: database, keys, registers. `signal` ends a start that is under way;
 * `onTabt` is told where the embedded database has ended for good. Throws Opstartsfejl, and then nothing is left running.
 */
export async function openSystem(config: Config, liv: Pick<Embeddedvalg, 'signal' | 'onTabt'> = {}): Promise<System> {
  const embedded = config.databaseUrl
    ? undefined
    : await createEmbedded({ dataMappe: config.dataMappe, pgBruger: config.pgBruger, ...liv })
  try {
    return await openOn(config, embedded)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function openOn(config: Config, embedded: Embedded | undefined): Promise<System> {
  const ejer = embedded?.ejer ?? forbindelseFromUrl(config.databaseUrl ?? '')
  await migrate(ejer)
  const rolle = config.databaseRolle ?? `${ejer.database}_app`.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_')
  const login = await provision(ejer, rolle, readAppAdgangskode(config.dataMappe))
  const db = openDatabase(login)
  const close = async () => {
    await db.close()
    await embedded?.stop()
  }
  try {
    return await wireSystem({ config, ejer, login, db, clock: systemClock, close })
  } catch (error) {
    await db.close()
    throw error
  }
}

/** What the program stands on: a migrated database, opened as the application's login role, and the time. */
export type Grundsten = {
  readonly config: Config
  readonly ejer: Forbindelse
  /** How the application logs in, for threads that open connections of their own; they go by the system's clock. Undefined: there are none. */
  readonly login?: Forbindelse
  readonly db: Database
  readonly clock: Clock
  readonly close: () => Promise<void>
}

/** Wires keys and registers onto an open database. Throws Opstartsfejl where the keys are not the database's. */
export async function wireSystem({ config, ejer, login, db, clock, close }: Grundsten) {
  const noegler = createNoegler(join(config.dataMappe, 'noegler'))
  await verifyNoegler(db, noegler)
  const kilder = await createKilderegister(db, clock, { udvikling: config.demo !== undefined })
  const websted = parseWebsted(config.url)
  const tokennoegle = sandkassenoegle(config.dataMappe)
  const sandkasse = config.demo !== undefined
  const idwsvalg = { konfiguration: config.idws, sandkasse, dataMappe: config.dataMappe, origin: websted.origin }
  return {
    config,
    ejer,
    login,
    db,
    noegler,
    clock,
    kilder,
    websted,
    roller: createRollekatalog(readRoller(config.rollefil)),
    opsaetning: await createOpsaetningslager(db, clock),
    daekning: await createDaekningslager(db, clock, kilder),
    register: findHenvendelsesregister(config),
    udgaver: await findUdgaver(config),
    log: createLogskriver(db),
    underskriver: await createUnderskriver(join(config.dataMappe, 'noegler')),
    tokennoegle,
    idws: createIdws(idwsvalg, tokennoegle),
    dataMappe: config.dataMappe,
    close,
  }
}

const REGISTERFEJL = 'HENVENDELSESSTEDER:'

/** Without a file nobody's contact points are known, and pages name the municipality; those of the demo are made up. */
function findHenvendelsesregister({ henvendelsessteder: fil, demo }: Config): Henvendelsesregister {
  if (fil === undefined) return demo ? demoHenvendelsesregister() : new Map()
  let tekst: string
  try {
    tekst = readFileSync(fil, 'utf8')
  } catch {
    throw new Opstartsfejl(`${REGISTERFEJL} ${fil} kan ikke læses.`)
  }
  const svar = readHenvendelsessteder(tekst)
  if (!svar.ok) throw new Opstartsfejl(`${REGISTERFEJL} ${fil} kan ikke bruges: ${svar.afvisning}`)
  return svar.value
}

/** The editions of KLE. Throws Opstartsfejl with the name of the file that cannot be used. */
async function findUdgaver({ kleUdgaver: mappe }: Config): Promise<readonly KleUdgave[]> {
  const svar = await readUdgaver(mappe).catch(() => undefined)
  if (!svar) throw new Opstartsfejl(`KLE_UDGAVER: mappen ${mappe} kan ikke læses.`)
  if (!svar.ok)
    throw new Opstartsfejl(`KLE_UDGAVER: ${svar.afvisning.fil} kan ikke bruges: ${svar.afvisning.afvisning.besked.da}`)
  return svar.value
}

function readRoller(fil: string | undefined): Rolleoverrides {
  if (fil === undefined) return {}
  try {
    return JSON.parse(readFileSync(fil, 'utf8')) as Rolleoverrides
  } catch {
    throw new Opstartsfejl(`BORGERBLIKKET_ROLLER: ${fil} kan ikke læses som JSON.`)
  }
}

/** Makes the server with all routes; nothing listens yet. `logstroem`: where the log goes instead of to stdout. */
export async function createApp(
  system: System,
  broker: BrokerKonfiguration,
  logstroem?: NodeJS.WritableStream,
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
  await app.register(overblikRoutes, { ...system, set, demo })
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
  await app.register(arbejdeRoutes, { ...arbejde, broker: createBroker(broker, websted, ARBEJDSINDGANG) })
  await app.register(vejledningRoute)
  await app.register(klassifikationRoute, system)
  await app.register(organisationRoute, system)
  app.addHook('onReady', () => followAlle(system))
  await app.register(tilslutningRoutes, { ...arbejde, ...system, origin: websted.origin, sandkasse: SANDKASSE.cvr })
  await registerAfproevning(app, system, arbejde, tokens)
  return app
}

/** The compliance test. Runs are a sandbox's alone: their persons are made up, and so is everybody else there. */
async function registerAfproevning(
  app: FastifyInstance,
  system: System,
  arbejde: MedarbejderDeps,
  tokens: Tokenopsaetning,
): Promise<void> {
  const demo = system.config.demo !== undefined
  await app.register(overensstemmelseRoute, { ...system, demo })
  if (!demo) return
  const afproevning: Koerselsdeps = {
    ...system,
    origin: system.websted.origin,
    onAfproevet: async ({ id, kilde, version, proeveversion }, bestaaet) => {
      // A source that is on no road has nobody to tell.
      await recordAfproevning(system, kilde, { koersel: id, version, proeveversion, bestaaet })
    },
  }
  const systemer = async (leverandoer: CvrNummer) =>
    (await listFagsystemer(system.db))
      .filter(({ vej }) => vej.leverandoer === leverandoer && !vej.udfaset)
      .map(({ vej }) => ({ id: vej.id, navn: vej.navn, version: vej.version, kle: vej.kle, arter: arterFor(vej.slags) }))
  await app.register(koerselRoute, { ...afproevning, kilder: system.kilder, tokens })
  await app.register(afproevningSider, { ...arbejde, ...afproevning, systemer, sandkasse: SANDKASSE.cvr })
}

/** What the modules hang into the menus and start pages of people at work. */
const PUNKTER: MedarbejderDeps['punkter'] = [
  ...TILSLUTNINGSPUNKTER,
  ...AFPROEVNINGSPUNKTER,
  ...VEJLEDNINGSPUNKTER,
  ...ROLLEPUNKTER,
]

/** Who takes deliveries in, for as long as the server runs: threads beside this one, or this one where the site wants none. */
function openModtager(app: FastifyInstance, system: System): Pick<Modtager, 'aabnBunker' | 'besvarBesked'> {
  const { config, login, noegler } = system
  if (!login || config.traade === 0) return createEgenModtager(system)
  const { close, ...modtager } = createPulje({
    antal: config.traade,
    start: { forbindelse: login, noeglemappe: noegler.mappe, roller: readRoller(config.rollefil) },
    onTabt: (grund) => app.log.error({ err: grund }, 'a thread of the intake ended, and another takes its place'),
  })
  app.addHook('onClose', close)
  return modtager
}

const ET_DOEGN_MS = 86_400_000

/** At the start and then once a day, for as long as the server runs. What cannot be removed now is removed the next time. */
function removeSessionsDaily(app: FastifyInstance, deps: Pick<System, 'db' | 'clock'>): void {
  let igang: Promise<unknown> = Promise.resolve()
  const remove = (): void => {
    igang = Promise.all([removeOldSessions(deps), removeOldMedarbejdersessions(deps)]).catch((fejl: unknown) =>
      app.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, 'old sessions could not be removed'),
    )
  }
  const timer = setInterval(remove, ET_DOEGN_MS).unref()
  app.addHook('onReady', async () => remove())
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await igang
  })
}

function answerFaults(
  app: FastifyInstance,
  kontekst: (request: FastifyRequest) => Sidekontekst,
  arbejde: Parameters<typeof sendAfvisning>[0],
): void {
  app.setNotFoundHandler((request, reply) => {
    if (isApi(request)) return sendProblem(reply, FINDES_IKKE)
    if (maalgruppeAfSti(request.url)) return sendAfvisning(arbejde, request, reply, 'ikkeFundet')
    return sendHtml(reply, fejlside(kontekst(request), 'ikkeFundet'), 404)
  })
  app.setErrorHandler((error: { statusCode?: number; name?: string }, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) request.log.error({ err: error.name ?? 'unknown' }, 'an unexpected fault')
    if (isApi(request)) return sendProblem(reply, status === 500 ? UVENTET : { ...UGYLDIG, status })
    return sendHtml(reply, fejlside(kontekst(request), status === 429 ? 'travlt' : 'uventet'), status)
  })
}

const SKEMAER = { ...MODTAGELSE_SKEMAER, ...BESKEDFORDELER_SKEMAER, ...OPSLAG_SKEMAER, ...OVERBLIK_SKEMAER }

/** Begins to send events to those who are to be told. Answers how to stop. */
export const startEvents = (system: System, app: FastifyInstance): (() => Promise<void>) => {
  const { config, websted } = system
  const deps = {
    ...system,
    url: websted.origin,
    lokal: config.demo !== undefined,
    dage: config.haendelserDage,
    broker: config.broker,
  }
  return startBeskedfordeler(deps, (fejl) =>
    app.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, 'events could not be sent; tried again'),
  )
}

/** Opens the listener for fagsystemer that show a certificate, where there is to be one. Answers how it is closed. Throws Opstartsfejl. */
export async function listenForFagsystemer(app: FastifyInstance, { fagsystemTls, host }: Config): Promise<() => Promise<void>> {
  if (!fagsystemTls) return async () => undefined
  const server = await listenWithCertificates(app, { ...fagsystemTls, host })
  return () => closeListener(server)
}

const isApi = (request: FastifyRequest): boolean => /^\/(api|soap)\//.test(request.url)

const FINDES_IKKE = { status: 404, kode: 'FINDES_IKKE', da: 'Det findes ikke her.', en: 'There is no such thing here.' }
const UVENTET = {
  status: 500,
  kode: 'UVENTET',
  da: 'Der skete en fejl hos os. Prøv igen.',
  en: 'Something went wrong on our side. Try again.',
}
const UGYLDIG = {
  kode: 'UGYLDIG',
  da: 'Forespørgslen kan ikke behandles, som den er.',
  en: 'The request cannot be handled as it is.',
}

const LOGINFEJL: Readonly<Record<LoginAfvisning, Fejlart>> = {
  FORSOEG_UKENDT: 'loginUkendt',
  AFBRUDT: 'loginAfbrudt',
  MITID_SVARER_IKKE: 'loginNede',
  MITID_AFVISTE: 'loginFejl',
  FOR_LAV_SIKRING: 'loginNiveau',
  INGEN_CPR: 'loginUdenCpr',
  IKKE_PRIVAT: 'loginErhverv',
  FOR_UNG: 'loginUnder15',
}

/** The page for a login or log-out that did not end on a page of its own. */
function loginside(k: Sidekontekst, udfald: Adgangsudfald): Markup {
  const t = tekster(k.sprog)
  if (udfald.type === 'ikkeLoggetInd')
    return fejlside(k, LOGINFEJL[udfald.afvisning], {
      sti: `${STIER.logInd}?til=${encodeURIComponent(udfald.retursti)}`,
      tekst: t.logInd,
    })
  return udfald.type === 'loggetUdHer'
    ? fejlside(k, udfald.type, { sti: udfald.url, tekst: t.logUdHosMitid })
    : fejlside(k, udfald.type)
}
