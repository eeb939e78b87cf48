import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { type CvrNummer, parseCvrNummer, parseUuid } from '#kernel'
import type { Formular } from '#platform/http'
import { type Arbejdskontekst, arbejdsfejlside, type Krumme, type Maalgruppe, sendHtml } from '#web'
import { advanceFagsystem, advanceKommuneVej, registerFagsystem } from '../gaa-videre.ts'
import type { Person } from '../haendelse.ts'
import {
  isSynlig,
  listEgneSystemer,
  readDriftside,
  readFakta,
  readKommunefakta,
  readKommuneside,
  readSystemside,
  type Sidedeps,
} from '../hent-sider.ts'
import { VEJ_SAETNINGER, type Vejafvisning } from '../vej.errors.ts'
import { driftView } from './drift.view.ts'
import { kommuneView } from './kommune.view.ts'
import {
  type Feltafvisning,
  INTET_TASTET,
  readFagsystemkommando,
  readKommunekommando,
  readRegistrering,
} from './laes-formular.ts'
import { noeglerView } from './noegler.view.ts'
import { systemView, type Udfald } from './system.view.ts'
import { systemerView } from './systemer.view.ts'
import { vejDa } from './texts/da.ts'
import { vejEn } from './texts/en.ts'
import { ord } from './texts/index.ts'

export type TilslutningDeps = MedarbejderDeps & Sidedeps & { readonly origin: string }

const LEVERANDOER: readonly Rolle[] = ['leverandoer']
const KOMMUNE: readonly Rolle[] = ['projektansvarlig', 'fagsystemansvarlig']
const DRIFT: readonly Rolle[] = ['driftsansvarlig', 'tilsyn']

const STIER = { leverandoer: '/leverandoer/systemer', kommune: '/kommune/tilslutning', drift: '/drift/tilslutning' } as const

/** What Tilslutning hangs into the menus. */
export const TILSLUTNINGSPUNKTER: readonly Medarbejderpunkt[] = [
  punkt('leverandoer', STIER.leverandoer, LEVERANDOER, vejDa.punkt.systemer.navn, vejEn.punkt.systemer.navn, [
    vejDa.punkt.systemer.leverandoer,
    vejEn.punkt.systemer.leverandoer,
  ]),
  punkt('kommune', STIER.kommune, KOMMUNE, vejDa.punkt.kommune.navn, vejEn.punkt.kommune.navn, [
    vejDa.punkt.kommune.om,
    vejEn.punkt.kommune.om,
  ]),
  punkt('drift', STIER.drift, DRIFT, vejDa.punkt.drift.navn, vejEn.punkt.drift.navn, [
    vejDa.punkt.drift.om,
    vejEn.punkt.drift.om,
  ]),
]

function punkt(
  maalgruppe: Maalgruppe,
  sti: string,
  roller: readonly Rolle[],
  da: string,
  en: string,
  om: readonly [string, string],
): Medarbejderpunkt {
  return { maalgruppe, sti, roller, navn: { da, en }, om: { da: om[0], en: om[1] } }
}

/** The pages of Tilslutning for vendor, municipality and operator. */
export const tilslutningRoutes: FastifyPluginAsync<TilslutningDeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, LEVERANDOER)
    under.get(STIER.leverandoer, SKJULT, (request, reply) => sendSystemer(deps, request, reply))
    under.post(STIER.leverandoer, SKJULT, (request, reply) => register(deps, request, reply))
    systemruter(under, deps, 'leverandoer')
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, KOMMUNE)
    under.get(STIER.kommune, SKJULT, (request, reply) => sendKommune(deps, request, reply))
    under.post(`${STIER.kommune}/skridt`, SKJULT, (request, reply) =>
      kommuneskridt(deps, request, medarbejderOf(request).cvr, (udfald) => sendKommune(deps, request, reply, udfald)),
    )
    systemruter(under, deps, 'kommune')
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, DRIFT)
    under.get(STIER.drift, SKJULT, (request, reply) => sendDrift(deps, request, reply))
    under.post<{ Params: { cvr: string } }>(`${STIER.drift}/:cvr/skridt`, SKJULT, (request, reply) => {
      const cvr = parseCvrNummer(request.params.cvr)
      return cvr
        ? kommuneskridt(deps, request, cvr, (udfald) => sendDrift(deps, request, reply, udfald))
        : sendIkkeFundet(deps, request, reply)
    })
    systemruter(under, deps, 'drift')
  })
}

const SKJULT = { schema: { hide: true } } as const

const personOf = (request: FastifyRequest, k: Arbejdskontekst): Person => ({
  ...medarbejderOf(request),
  organisation: k.medarbejder?.organisation ?? '',
})

/** The municipality whose eyes a page is seen with: one's own, for those who work in one. */
const egenFor = (maalgruppe: Maalgruppe, person: Person): CvrNummer | undefined =>
  maalgruppe === 'kommune' ? person.cvr : undefined

function sendIkkeFundet(deps: TilslutningDeps, request: FastifyRequest, reply: FastifyReply) {
  return sendHtml(reply, arbejdsfejlside(arbejdskontekst(deps, request), 'ikkeFundet'), 404)
}

async function sendSystemer(deps: TilslutningDeps, request: FastifyRequest, reply: FastifyReply, felter = INTET_TASTET) {
  const k = arbejdskontekst(deps, request)
  const veje = await listEgneSystemer(deps, personOf(request, k))
  return sendHtml(reply, systemerView(k, STIER.leverandoer, veje, felter), felter.fejl.size > 0 ? 400 : 200)
}

async function register(deps: TilslutningDeps, request: FastifyRequest, reply: FastifyReply) {
  const person = personOf(request, arbejdskontekst(deps, request))
  const formular = request.body as Formular
  const laest = readRegistrering(formular, person.cvr)
  if (!laest.ok) return sendSystemer(deps, request, reply, laest.afvisning)
  const svar = await registerFagsystem(deps, person, laest.value)
  if (svar.ok) return reply.redirect(`${STIER.leverandoer}/${laest.value.id}`, 303)
  const vaerdier = Object.fromEntries(Object.entries(formular).map(([navn, vaerdi]) => [navn, String(vaerdi)]))
  return sendSystemer(deps, request, reply, { vaerdier, fejl: new Set(['id']) })
}

/** A system's own page and its steps, seen with the eyes of one audience. */
function systemruter(scope: Parameters<FastifyPluginAsync>[0], deps: TilslutningDeps, maalgruppe: Maalgruppe): void {
  const sti = `/${maalgruppe}/systemer/:id`
  type Rute = { Params: { id: string } }
  scope.get<Rute>(sti, SKJULT, (request, reply) => sendSystem(deps, maalgruppe, request, reply))
  scope.post<Rute>(sti, SKJULT, (request, reply) => systemskridt(deps, maalgruppe, request, reply))
}

type Systemkald = FastifyRequest<{ Params: { id: string } }>

async function sendSystem(
  deps: TilslutningDeps,
  maalgruppe: Maalgruppe,
  request: Systemkald,
  reply: FastifyReply,
  udfald?: Udfald,
) {
  const k = arbejdskontekst(deps, request)
  const person = personOf(request, k)
  const id = parseUuid(request.params.id)
  const side = id && (await readSystemside(deps, person, egenFor(maalgruppe, person), id))
  if (!side) return sendIkkeFundet(deps, request, reply)
  const status = udfald && !udfald.ok ? 409 : 200
  return sendHtml(reply, systemView(k, side, krummerFor(k, maalgruppe), `/${maalgruppe}/systemer/${side.vej.id}`, udfald), status)
}

const krummerFor = (k: Arbejdskontekst, maalgruppe: Maalgruppe): readonly Krumme[] => {
  const t = ord(k.sprog)
  const tekst = { leverandoer: t.systemer.overskrift, kommune: t.kommune.overskrift, drift: t.drift.overskrift }[maalgruppe]
  return [{ tekst, sti: STIER[maalgruppe] }]
}

async function systemskridt(deps: TilslutningDeps, maalgruppe: Maalgruppe, request: Systemkald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const person = personOf(request, k)
  const egen = egenFor(maalgruppe, person)
  const id = parseUuid(request.params.id)
  // What somebody may not see is asked for no step, so that its answer tells nothing either.
  if (!id || !(await isSynlig(deps, person, id))) return sendIkkeFundet(deps, request, reply)
  const kommando = readFagsystemkommando(request.body as Formular, egen)
  if (!kommando.ok) return sendSystem(deps, maalgruppe, request, reply, feltudfald(k, kommando.afvisning))
  const svar = await advanceFagsystem(deps, person, id, kommando.value, await readFakta(deps, id))
  if (!svar.ok) return sendSystem(deps, maalgruppe, request, reply, vejudfald(k, svar.afvisning))
  const { klientId, hemmelighed } = svar.value
  const sti = `/${maalgruppe}/systemer/${id}`
  // Answered here and now, and nowhere else: a redirect would have to keep the secret somewhere.
  if (klientId && hemmelighed)
    return sendHtml(reply, noeglerView(k, { klientId, hemmelighed, origin: deps.origin }, krummerFor(k, maalgruppe), sti))
  return reply.redirect(sti, 303)
}

const feltudfald = (k: Arbejdskontekst, afvisning: Feltafvisning): Udfald => ({
  ok: false,
  tekst: afvisning === 'ukendt' ? VEJ_SAETNINGER.FINDES_IKKE[k.sprog] : ord(k.sprog).felt.fejl[afvisning],
})
const vejudfald = (k: Arbejdskontekst, afvisning: Vejafvisning): Udfald => ({
  ok: false,
  tekst: VEJ_SAETNINGER[afvisning][k.sprog],
})

async function sendKommune(deps: TilslutningDeps, request: FastifyRequest, reply: FastifyReply, udfald?: Udfald) {
  const k = arbejdskontekst(deps, request)
  const person = personOf(request, k)
  const side = await readKommuneside(deps, person, person.cvr)
  return sendHtml(reply, kommuneView(k, person, side, STIER.kommune, udfald), udfald && !udfald.ok ? 409 : 200)
}

async function sendDrift(deps: TilslutningDeps, request: FastifyRequest, reply: FastifyReply, udfald?: Udfald) {
  const k = arbejdskontekst(deps, request)
  const person = personOf(request, k)
  return sendHtml(reply, driftView(k, person, await readDriftside(deps, person), udfald), udfald && !udfald.ok ? 409 : 200)
}

async function kommuneskridt(
  deps: TilslutningDeps,
  request: FastifyRequest,
  cvr: CvrNummer,
  answer: (udfald: Udfald) => unknown,
): Promise<unknown> {
  const k = arbejdskontekst(deps, request)
  const kommando = readKommunekommando(request.body as Formular)
  if (!kommando.ok) return answer(feltudfald(k, kommando.afvisning))
  const svar = await advanceKommuneVej(deps, personOf(request, k), cvr, kommando.value, await readKommunefakta(deps, cvr))
  return answer(svar.ok ? { ok: true } : vejudfald(k, svar.afvisning))
}
