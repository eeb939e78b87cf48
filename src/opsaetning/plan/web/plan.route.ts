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
import { newUuid, parseUuid } from '#kernel'
import { myndighedsnavn } from '#myndighed'
import { type Formular, readFelt } from '#platform/http'
import { arbejdsfejlside, sendCsv, sendHtml } from '#web'
import { aabenhedsrapport } from '../aabenhed.ts'
import { beginUdkast } from '../begynd-udkast.ts'
import { findEtape, type Plansidedeps, readEtapefremdrift, readPlanside } from '../hent-plan.ts'
import type { Etape } from '../plan.ts'
import { changePlan, PLANLAEGGER, readPlan } from '../ret-plan.ts'
import { aabenhedView } from './aabenhed.view.ts'
import { writeAabenhedCsv } from './aabenhed-csv.ts'
import { etapeView } from './etape.view.ts'
import { type Etapefelter, felterAf, readAarsag, readEtape, readNr } from './laes-formular.ts'
import { type Planudfald, planView } from './plan.view.ts'
import { AABENHED, NY_ETAPE, STI, udkaststi } from './stier.ts'
import { planDa } from './texts/da.ts'
import { planEn } from './texts/en.ts'
import { ord } from './texts/index.ts'

export type PlanRouteDeps = MedarbejderDeps & Plansidedeps

const LAESERE: readonly Rolle[] = [PLANLAEGGER, 'kvalitetsansvarlig', 'fagsystemansvarlig']
const SKJULT = { schema: { hide: true } } as const

/** What the plan and the report hang into the menus. */
export const PLANPUNKTER: readonly Medarbejderpunkt[] = [kommunepunkt(STI, LAESERE, planDa.punkt, planEn.punkt)]
export const AABENHEDSPUNKTER: readonly Medarbejderpunkt[] = [
  kommunepunkt(AABENHED, LAESERE, planDa.aabenhedspunkt, planEn.aabenhedspunkt),
]

/** The pages of a municipality's plan, and of its openness. */
export const planRoutes: FastifyPluginAsync<PlanRouteDeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, LAESERE)
    laeseruter(under, deps)
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, [PLANLAEGGER])
    aendringsruter(under, deps)
  })
}

type Deps = PlanRouteDeps
type Kald = FastifyRequest<{ Params: { id: string }; Querystring: Readonly<Record<string, unknown>> }>

function laeseruter(scope: FastifyInstance, deps: Deps): void {
  scope.get(STI, SKJULT, (request: Kald, reply) => {
    const { gjort } = request.query
    return sendPlan(deps, request, reply, gjort === 'gemt' || gjort === 'fjernet' ? { ok: true, kvittering: gjort } : undefined)
  })
  scope.get(AABENHED, SKJULT, async (request, reply) => {
    const { cvr } = medarbejderOf(request)
    const k = arbejdskontekst(deps, request)
    return sendHtml(reply, aabenhedView(k, myndighedsnavn(cvr) ?? cvr, await readRapport(deps, request)))
  })
  scope.get(`${AABENHED}/csv`, SKJULT, async (request, reply) =>
    sendCsv(
      reply,
      `aabenhed-${medarbejderOf(request).cvr}`,
      writeAabenhedCsv(await readRapport(deps, request), arbejdskontekst(deps, request).sprog),
    ),
  )
}

const readRapport = async (deps: Deps, request: FastifyRequest) =>
  aabenhedsrapport(await deps.opsaetning.current(), medarbejderOf(request).cvr, deps.clock.now())

function aendringsruter(scope: FastifyInstance, deps: Deps): void {
  scope.get(NY_ETAPE, SKJULT, (request: Kald, reply) => sendNy(deps, request, reply))
  scope.post(NY_ETAPE, SKJULT, (request: Kald, reply) => save(deps, request, reply, undefined))
  scope.get(`${STI}/etape/:id`, SKJULT, (request: Kald, reply) => sendEtape(deps, request, reply))
  scope.post(`${STI}/etape/:id`, SKJULT, (request: Kald, reply) => save(deps, request, reply, request.params.id))
  scope.post(`${STI}/etape/:id/fjern`, SKJULT, (request: Kald, reply) => remove(deps, request, reply))
  scope.post(`${STI}/etape/:id/udkast`, SKJULT, (request: Kald, reply) => begin(deps, request, reply))
}

async function sendPlan(deps: Deps, request: FastifyRequest, reply: FastifyReply, udfald?: Planudfald) {
  const side = await readPlanside(deps, medarbejderOf(request))
  return sendHtml(reply, planView(arbejdskontekst(deps, request), side, udfald), udfald && !udfald.ok ? 409 : 200)
}

const sendIkkeFundet = (deps: Deps, request: FastifyRequest, reply: FastifyReply) =>
  sendHtml(reply, arbejdsfejlside(arbejdskontekst(deps, request), 'ikkeFundet'), 404)

/** A new stage; of an area of the minimum list where the address names one. */
async function sendNy(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const { plan } = await readPlan(deps, medarbejderOf(request).cvr)
  const punkt = deps.minimumsliste.punkter.find(({ noegle }) => noegle === request.query['minimum'])
  const kendt: Partial<Etape> = punkt ? { navn: punkt.navn[k.sprog], kle: punkt.kle, til: punkt.senest } : {}
  return sendHtml(reply, etapeView(k, { felter: felterAf(kendt), nr: plan.nr, id: newUuid(), navn: undefined }))
}

async function sendEtape(deps: Deps, request: Kald, reply: FastifyReply) {
  const { plan } = await readPlan(deps, medarbejderOf(request).cvr)
  const etape = findEtape(plan, parseUuid(request.params.id))
  if (!etape) return sendIkkeFundet(deps, request, reply)
  const { id, navn } = etape
  return sendHtml(reply, etapeView(arbejdskontekst(deps, request), { felter: felterAf(etape), nr: plan.nr, id, navn }))
}

/** `rettes`: the stage that is changed; undefined of a new one. */
async function save(deps: Deps, request: Kald, reply: FastifyReply, rettes: string | undefined) {
  const formular = request.body as Formular
  const person = medarbejderOf(request)
  const { plan } = await readPlan(deps, person.cvr)
  const etape = rettes === undefined ? undefined : findEtape(plan, parseUuid(rettes))
  if (rettes !== undefined && !etape) return sendIkkeFundet(deps, request, reply)
  const laest = readEtape({ ...formular, ...(etape ? { id: etape.id } : {}) })
  if (!laest.ok) return sendFejl(deps, request, reply, laest.afvisning, etape)
  const svar = await changePlan(deps, person, readNr(formular), laest.value)
  if (!svar.ok) return sendPlan(deps, request, reply, svar)
  return reply.redirect(`${STI}?gjort=gemt`, 303)
}

function sendFejl(deps: Deps, request: FastifyRequest, reply: FastifyReply, felter: Etapefelter, etape: Etape | undefined) {
  const formular = request.body as Formular
  const id = etape?.id ?? parseUuid(readFelt(formular, 'id')) ?? newUuid()
  const side = { felter, nr: readNr(formular), id, navn: etape?.navn }
  return sendHtml(reply, etapeView(arbejdskontekst(deps, request), side), 400)
}

async function remove(deps: Deps, request: Kald, reply: FastifyReply) {
  const formular = request.body as Formular
  const person = medarbejderOf(request)
  const { plan } = await readPlan(deps, person.cvr)
  const etape = findEtape(plan, parseUuid(request.params.id))
  const aarsag = readAarsag(formular)
  if (!etape) return sendIkkeFundet(deps, request, reply)
  if (!aarsag) return sendFejl(deps, request, reply, { ...felterAf(etape), fejl: { 'fjern-aarsag': 'tekst' } }, etape)
  const skridt = { type: 'etapeFjernet', id: etape.id, navn: etape.navn, aarsag } as const
  const svar = await changePlan(deps, person, readNr(formular), skridt)
  return svar.ok ? reply.redirect(`${STI}?gjort=fjernet`, 303) : sendPlan(deps, request, reply, svar)
}

/** The plan's answers become a draft of the configuration. */
async function begin(deps: Deps, request: Kald, reply: FastifyReply) {
  const person = medarbejderOf(request)
  const nyt = parseUuid(readFelt(request.body as Formular, 'id'))
  const id = parseUuid(request.params.id)
  const fremdrift = nyt && id && (await readEtapefremdrift(deps, person, id))
  if (!fremdrift) return sendIkkeFundet(deps, request, reply)
  const begrundelse = ord('da').plan.udkastBegrundelse(fremdrift.etape.navn)
  const svar = await beginUdkast(deps, person, nyt, fremdrift, begrundelse)
  return svar.ok ? reply.redirect(`${udkaststi(svar.value)}?gjort=oprettet`, 303) : sendPlan(deps, request, reply, svar)
}
