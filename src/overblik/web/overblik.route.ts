import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { grundlagForBarn, isFromOwnPage, readSession, setSprog } from '#adgang'
import { parseUuid, type Uuid } from '#kernel'
import { fejlside, STIER, sendHtml } from '#web'
import { parseOpslagsfilter } from '../opslag/filter.ts'
import { hentOpslag, hentUdtraek } from '../opslag/hent-opslag.ts'
import {
  listAftaler,
  listDokumenter,
  listNotater,
  listSager,
  listYdelser,
  startside,
  visDaekning,
  visNotat,
  visSag,
} from '../sider.ts'
import { aftalerView } from './aftaler.view.ts'
import { dataHandler, type Rutedeps, type Sideopskrift, sendFejlside, sideHandler } from './borger-rute.ts'
import { dokumenterView } from './dokumenter.view.ts'
import { forsideView } from './forside.view.ts'
import { svarPaaForstaaelse } from './forstaaelse.ts'
import { hvadKanJegSeView } from './hvad-kan-jeg-se.view.ts'
import { hvemHarSetView } from './hvem-har-set.view.ts'
import { notaterView, notatView } from './notater.view.ts'
import { nytView } from './nyt.view.ts'
import { parseSagsfilter } from './sagsfilter.ts'
import { sagslisteView } from './sagsliste.view.ts'
import { sagssideView } from './sagsside.view.ts'
import { offentligKontekst, udloebFor } from './sidekontekst.ts'
import { spoergOmOpslag } from './spoerg-om-opslag.ts'
import { startsideView } from './startside.view.ts'
import { type Tekstside, tekstsideView } from './tekstsider.view.ts'
import { vedroererCookie } from './vedroerer.ts'
import { borgersvar } from './visning.skema.ts'
import { parseAar, ydelserView } from './ydelser.view.ts'

const opskrift = <T>(del: Sideopskrift<T>): Sideopskrift<T> => del

const queryOf = (request: FastifyRequest) => request.query as Readonly<Record<string, unknown>>
/** An id that is no UUID is one that nothing has. */
const idOf = (request: FastifyRequest): Uuid | undefined => parseUuid((request.params as { readonly id: string }).id)
const INGEN = '00000000-0000-0000-0000-000000000000' as Uuid

const SIDER = {
  overblik: opskrift({ hent: (deps, grundlag) => startside(deps, grundlag), view: startsideView }),
  nyt: opskrift({ hent: (deps, grundlag) => startside(deps, grundlag, 'nyt'), view: nytView }),
  sager: opskrift({ hent: listSager, view: (k, v, request) => sagslisteView(k, v, parseSagsfilter(queryOf(request))) }),
  sag: opskrift({ hent: (deps, grundlag, request) => visSag(deps, grundlag, idOf(request) ?? INGEN), view: sagssideView }),
  dokumenter: opskrift({ hent: listDokumenter, view: dokumenterView }),
  notater: opskrift({ hent: listNotater, view: notaterView }),
  notat: opskrift({ hent: (deps, grundlag, request) => visNotat(deps, grundlag, idOf(request) ?? INGEN), view: notatView }),
  ydelser: opskrift({ hent: listYdelser, view: (k, v, request) => ydelserView(k, v, parseAar(queryOf(request)['aar'], k)) }),
  aftaler: opskrift({ hent: listAftaler, view: aftalerView }),
  daekning: opskrift({ hent: visDaekning, view: hvadKanJegSeView }),
  opslag: opskrift({
    hent: async (deps, grundlag, request) => {
      const { besoeg, visning } = await hentOpslag(deps, grundlag, parseOpslagsfilter(request.query))
      return { besoeg, visning: visning && { ...visning, mangler: [] } }
    },
    view: (k, v, request) => hvemHarSetView(k, v, parseOpslagsfilter(request.query)),
  }),
}

const STI = {
  overblik: STIER.overblik,
  nyt: STIER.nyt,
  sager: STIER.sager,
  sag: `${STIER.sager}/:id`,
  dokumenter: STIER.dokumenter,
  notater: STIER.notater,
  notat: `${STIER.notater}/:id`,
  ydelser: STIER.ydelser,
  aftaler: STIER.aftaler,
  daekning: STIER.hvadKanJegSe,
  opslag: STIER.hvemHarSet,
} as const satisfies Record<keyof typeof SIDER, string>

const SVAR = {
  overblik: 'StartsideVisning',
  nyt: 'StartsideVisning',
  sager: 'SagslisteVisning',
  sag: 'SagsideVisning',
  dokumenter: 'DokumentlisteVisning',
  notater: 'NotatlisteVisning',
  notat: 'NotatsideVisning',
  ydelser: 'YdelseslisteVisning',
  aftaler: 'AftalelisteVisning',
  daekning: 'DaekningssideVisning',
  opslag: 'OpslagslisteVisning',
} as const satisfies Record<keyof typeof SIDER, string>

const dataSkema = (navn: keyof typeof SIDER) => ({
  summary: `Borgerens ${navn} som data`,
  tags: ['borger'],
  security: [{ session: [] }],
  response: borgersvar(SVAR[navn]),
})

/** The citizen's pages and the same as data below /api/v1/mig. */
export const overblikRoutes: FastifyPluginAsync<Rutedeps> = async (scope, deps) => {
  // A question of a thousand characters, each of them written as nine.
  await scope.register(formbody, { bodyLimit: 12_288 })
  for (const navn of Object.keys(SIDER) as (keyof typeof SIDER)[]) {
    const side = SIDER[navn] as Sideopskrift<unknown>
    scope.get(STI[navn], { config: { adgang: 'borger' }, schema: { hide: true } }, sideHandler(deps, side))
    scope.get(
      `/api/v1/mig${STI[navn]}`,
      { config: { adgang: 'borger' }, schema: dataSkema(navn), serializerCompiler: () => JSON.stringify },
      dataHandler(deps, side),
    )
  }
  const udtraek = dataHandler(deps, {
    hent: (medDeps, grundlag, request) => hentUdtraek(medDeps, grundlag, parseOpslagsfilter(request.query)),
  })
  scope.get(STIER.hvemHarSetUdtraek, { config: { adgang: 'borger' }, schema: { hide: true } }, (request, reply) =>
    udtraek(request, reply.header('content-disposition', 'attachment; filename="hvem-har-set.json"')),
  )
  scope.post(STIER.hvemHarSetSpoerg, { config: { adgang: 'borger' }, schema: { hide: true } }, (request, reply) =>
    spoergOmOpslag(deps, request, reply),
  )
  scope.post(STIER.seFor, { config: { adgang: 'borger' }, schema: { hide: true } }, (request, reply) =>
    seFor(deps, request, reply),
  )
  scope.post(STIER.forlaeng, { config: { adgang: 'borger' }, schema: { hide: true } }, (request, reply) =>
    forlaeng(deps, request, reply),
  )
  scope.post(`${STIER.notater}/:id/forstaaelse`, { config: { adgang: 'borger' }, schema: { hide: true } }, (request, reply) =>
    svarPaaForstaaelse(deps, request, reply),
  )
  registerOffentlige(scope, deps)
}

const TEKSTSIDER: readonly (readonly [string, Tekstside])[] = [
  [STIER.saadanVirkerDet, 'saadanVirkerDet'],
  [STIER.privatliv, 'privatliv'],
  [STIER.tilgaengelighed, 'tilgaengelighed'],
  [STIER.kontakt, 'kontakt'],
]

/** Pages that say the same to everybody. */
function registerOffentlige(scope: FastifyInstance, deps: Rutedeps): void {
  const kontekst = (request: FastifyRequest) => offentligKontekst(request, { nu: deps.clock.now(), demo: deps.demo })
  const offentlig = { config: { adgang: 'offentlig' }, schema: { hide: true } } as const
  scope.get(STIER.forside, offentlig, async (request, reply) => {
    setSprog(deps, request, reply)
    if (readSession(deps, request)) return reply.redirect(STIER.overblik, 303)
    return sendHtml(reply, forsideView(kontekst(request)))
  })
  for (const [sti, side] of TEKSTSIDER)
    scope.get(sti, offentlig, async (request, reply) => {
      setSprog(deps, request, reply)
      return sendHtml(reply, tekstsideView(kontekst(request), side))
    })
  scope.get(STIER.udloebet, offentlig, async (request, reply) => sendHtml(reply, fejlside(kontekst(request), 'udloebet')))
}

/** Chooses whom to look for; one who is not theirs to look for is the same as nobody. */
async function seFor(deps: Rutedeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const session = readSession(deps, request)
  if (!session) return reply.redirect(STIER.logInd, 303)
  if (!isFromOwnPage(deps.websted, request.headers))
    return sendHtml(reply, fejlside(offentligKontekst(request, { nu: deps.clock.now(), demo: deps.demo }), 'formular'), 403)
  try {
    const part = parseUuid(String((request.body as Readonly<Record<string, unknown>> | undefined)?.['part'] ?? ''))
    const grundlag = part && (await grundlagForBarn(deps, session, part))
    reply.header('set-cookie', vedroererCookie(deps, session, grundlag?.ok ? part : undefined))
    return reply.redirect(STIER.overblik, 303)
  } catch (error) {
    return sendFejlside(deps, request, reply, error)
  }
}

/** The citizen is still there: the session gets its full time again. */
async function forlaeng(deps: Rutedeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const session = readSession(deps, request)
  if (!session || !isFromOwnPage(deps.websted, request.headers)) return reply.code(401).send()
  const forlaenget = await deps.set.extend(session)
  return forlaenget ? reply.send({ udloeber: udloebFor(deps.clock.now(), session) }) : reply.code(401).send()
}
