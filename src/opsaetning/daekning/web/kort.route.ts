import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  kommunepunkt,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { type CvrNummer, parseCvrNummer, parseUuid } from '#kernel'
import { type Kommune, kommuneMedCvr } from '#myndighed'
import type { Formular } from '#platform/http'
import { type Arbejdskontekst, arbejdsfejlside, type Krumme, sendHtml } from '#web'
import { type Kortdeps, readKort, readLand } from '../hent-kort.ts'
import { FORVENTER, type Forventningsdeps, readForventninger, sayForventning } from '../sig-forventning.ts'
import { feltView, omraadeView } from './felt.view.ts'
import { type Forventningsudfald, forventningView } from './forventning.view.ts'
import { kortView } from './kort.view.ts'
import { readForventning, readNr } from './laes-formular.ts'
import { landView } from './land.view.ts'
import { driftstier, FORVENTNING, KOMMUNESTIER, type Kortstier, LAND, STI } from './stier.ts'
import { daekningDa } from './texts/da.ts'
import { daekningEn } from './texts/en.ts'
import { ord } from './texts/index.ts'

export type DaekningRouteDeps = MedarbejderDeps & Kortdeps & Forventningsdeps

const LAESERE: readonly Rolle[] = [FORVENTER, 'fagsystemansvarlig']
const DRIFT: readonly Rolle[] = ['driftsansvarlig', 'tilsyn']
const SKJULT = { schema: { hide: true } } as const

/** What the map hangs into the menus of the municipality and of the operator. */
export const DAEKNINGSPUNKTER: readonly Medarbejderpunkt[] = [
  kommunepunkt(STI, LAESERE, daekningDa.punkt, daekningEn.punkt),
  {
    maalgruppe: 'drift',
    sti: LAND,
    roller: DRIFT,
    navn: { da: daekningDa.landspunkt.navn, en: daekningEn.landspunkt.navn },
    om: { da: daekningDa.landspunkt.om, en: daekningEn.landspunkt.om },
  },
]

type Deps = DaekningRouteDeps
type Kald = FastifyRequest<{
  Params: { cvr: string; omraade: string; kilde: string }
  Querystring: Readonly<Record<string, unknown>>
}>

/** The map of coverage: a municipality's own, what it says of its systems, and the operator's of all. */
export const daekningRoutes: FastifyPluginAsync<Deps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, LAESERE)
    under.get(FORVENTNING, SKJULT, (request: Kald, reply) => sendForventning(deps, request, reply))
    kortruter(under, deps, STI, (k, request) => ({
      kommune: medarbejderOf(request).cvr,
      stier: KOMMUNESTIER,
      overskrift: ord(k.sprog).overskrift,
      krummer: [],
    }))
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, [FORVENTER])
    under.post(FORVENTNING, SKJULT, (request, reply) => say(deps, request, reply))
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, DRIFT)
    under.get(LAND, SKJULT, async (request, reply) =>
      sendHtml(reply, landView(arbejdskontekst(deps, request), await readLand(deps))),
    )
    kortruter(under, deps, `${LAND}/:cvr`, (k, request) => driftshvor(k, request))
  })
}

/** Whose map it is, and how its pages are reached. */
type Hvor = {
  readonly kommune: CvrNummer
  readonly stier: Kortstier
  readonly overskrift: string
  readonly krummer: readonly Krumme[]
}

function driftshvor(k: Arbejdskontekst, request: Kald): Hvor | undefined {
  const cvr = parseCvrNummer(request.params.cvr)
  const kommune: Kommune | undefined = cvr && kommuneMedCvr(cvr)
  if (!kommune) return undefined
  const krummer = [{ tekst: ord(k.sprog).land.overskrift, sti: LAND }]
  return { kommune: kommune.cvr, stier: driftstier(kommune.cvr), overskrift: kommune.navn, krummer }
}

/** The map, an area of it, and a system in an area. */
function kortruter(
  scope: FastifyInstance,
  deps: Deps,
  rod: string,
  find: (k: Arbejdskontekst, request: Kald) => Hvor | undefined,
): void {
  const rute = (sti: string, send: (k: Arbejdskontekst, hvor: Hvor, request: Kald, reply: FastifyReply) => Promise<unknown>) =>
    scope.get(sti, SKJULT, async (request: Kald, reply) => {
      const k = arbejdskontekst(deps, request)
      const hvor = find(k, request)
      return hvor ? send(k, hvor, request, reply) : sendIkkeFundet(k, reply)
    })
  rute(rod, async (k, { kommune, stier, overskrift, krummer }, _request, reply) => {
    const egne = krummer.length > 0 ? { krummer: [...krummer, { tekst: overskrift }] } : {}
    return sendHtml(reply, kortView(k, await readKort(deps, kommune), stier, { overskrift, ...egne }))
  })
  rute(`${rod}/:omraade`, async (k, hvor, request, reply) => {
    const { kort } = await readKort(deps, hvor.kommune)
    const omraade = kort.omraader.find((en) => en.omraade === request.params.omraade)
    return omraade ? sendHtml(reply, omraadeView(k, omraade, hvor.stier, vejTil(hvor))) : sendIkkeFundet(k, reply)
  })
  rute(`${rod}/:omraade/:kilde`, async (k, hvor, request, reply) => {
    const side = await readKort(deps, hvor.kommune)
    const omraade = side.kort.omraader.find((en) => en.omraade === request.params.omraade)
    const id = parseUuid(request.params.kilde)
    const felt = omraade?.kilder.find(({ kilde }) => kilde.id === id)
    if (!omraade || !felt) return sendIkkeFundet(k, reply)
    return sendHtml(reply, feltView(k, { felt, omraade, side }, hvor.stier, vejTil(hvor)))
  })
}

const vejTil = ({ krummer, overskrift, stier }: Hvor): readonly Krumme[] => [...krummer, { tekst: overskrift, sti: stier.kort }]

const sendIkkeFundet = (k: Arbejdskontekst, reply: FastifyReply) => sendHtml(reply, arbejdsfejlside(k, 'ikkeFundet'), 404)

async function sendForventning(
  deps: Deps,
  request: Kald | FastifyRequest,
  reply: FastifyReply,
  udfald?: Forventningsudfald,
  status = 200,
) {
  const { cvr, roller } = medarbejderOf(request)
  const [forventninger, { fakta }] = await Promise.all([readForventninger(deps, cvr), deps.daekning.current()])
  const gemt = forventninger.skridt.find(({ nr }) => String(nr) === (request.query as Formular)['gemt'])
  const side = {
    forventninger,
    kilder: fakta.kilder.filter(({ kommuner }) => kommuner.includes(cvr)),
    maaAendre: roller.includes(FORVENTER),
  }
  const svar = udfald ?? (gemt && { type: 'gemt' as const, skridt: gemt })
  return sendHtml(reply, forventningView(arbejdskontekst(deps, request), side, svar), status)
}

async function say(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  const sendt = (request.body ?? {}) as Formular
  const formular = readForventning(sendt)
  const { omraade, slags, aarsag, fejl } = formular
  if (!omraade || fejl.slags || fejl.aarsag) return sendForventning(deps, request, reply, { type: 'fejl', formular }, 422)
  const svar = await sayForventning(deps, medarbejderOf(request), readNr(sendt), { omraade, slags, aarsag })
  if (svar.ok) return reply.redirect(`${FORVENTNING}?gemt=${svar.value}`, 303)
  return sendForventning(deps, request, reply, { type: 'afvist', afvisning: svar.afvisning }, 409)
}
