import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  grundlagForKommune,
  kommunepunkt,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { parseUuid, type Uuid } from '#kernel'
import type { Forbindelse } from '#platform/database'
import { arbejdsfejlside, sendHtml } from '#web'
import { createForhaandsvisninger } from '../koersler.ts'
import { listAabne, readEksempler, readForhaandsside, type Sidedeps, startForUdkast } from '../sider.ts'
import { delstart } from '../traade.ts'
import { eksemplerView, forhaandssti, forhaandsvisningView, listeView, STI } from './forhaandsvisning.view.ts'
import { forhaandsvisningDa } from './texts/da.ts'
import { forhaandsvisningEn } from './texts/en.ts'

export type ForhaandsvisningDeps = MedarbejderDeps &
  Omit<Sidedeps, 'forhaandsvisninger'> & { readonly login?: Forbindelse | undefined }
type Deps = MedarbejderDeps & Sidedeps

const ROLLER: readonly Rolle[] = ['projektansvarlig', 'kvalitetsansvarlig']
const SKJULT = { schema: { hide: true } } as const

/** What the preview hangs into the menus. */
export const FORHAANDSVISNINGSPUNKTER: readonly Medarbejderpunkt[] = [
  kommunepunkt(STI, ROLLER, forhaandsvisningDa.punkt, forhaandsvisningEn.punkt),
]

type Kald = FastifyRequest<{ Params: { id: string }; Querystring: Readonly<Record<string, unknown>> }>

/** What a draft of the configuration would show and hide. */
export const forhaandsvisningRoutes: FastifyPluginAsync<ForhaandsvisningDeps> = async (scope, valg) => {
  const forhaandsvisninger = createForhaandsvisninger({
    ...valg,
    startDel: delstart(valg.db, valg.login),
    onFejl: (fejl) => scope.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, 'a preview could not be counted'),
  })
  scope.addHook('onClose', () => forhaandsvisninger.close())
  const deps: Deps = { ...valg, forhaandsvisninger }
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, ROLLER)
    under.get(STI, SKJULT, (request: Kald, reply) => sendListe(deps, request, reply))
    under.get(`${STI}/:id`, SKJULT, (request: Kald, reply) => sendSide(deps, request, reply))
    under.get(`${STI}/:id/eksempler`, SKJULT, (request: Kald, reply) => sendEksempler(deps, request, reply))
    under.post(`${STI}/:id/start`, SKJULT, (request: Kald, reply) => start(deps, request, reply))
    under.post(`${STI}/:id/stop`, SKJULT, (request: Kald, reply) => stop(deps, request, reply))
  })
}

const idOf = (request: Kald): Uuid | undefined => parseUuid(request.params.id)

const sendIkkeFundet = (deps: Deps, request: FastifyRequest, reply: FastifyReply) =>
  sendHtml(reply, arbejdsfejlside(arbejdskontekst(deps, request), 'ikkeFundet'), 404)

async function sendListe(deps: Deps, request: Kald, reply: FastifyReply) {
  const valgt = parseUuid(String(request.query['udkast'] ?? ''))
  if (valgt) return reply.redirect(forhaandssti(valgt), 303)
  return sendHtml(reply, listeView(arbejdskontekst(deps, request), await listAabne(deps.db, medarbejderOf(request).cvr)))
}

async function sendSide(deps: Deps, request: Kald, reply: FastifyReply) {
  const id = idOf(request)
  const side = id && (await readForhaandsside(deps, medarbejderOf(request).cvr, id))
  return side ? sendHtml(reply, forhaandsvisningView(arbejdskontekst(deps, request), side)) : sendIkkeFundet(deps, request, reply)
}

async function sendEksempler(deps: Deps, request: Kald, reply: FastifyReply) {
  const id = idOf(request)
  const fundet = id && (await readEksempler(deps, grundlagForKommune(medarbejderOf(request), 'forhaandsvisning'), id))
  return fundet
    ? sendHtml(reply, eksemplerView(arbejdskontekst(deps, request), fundet.udkast, fundet.eksempler))
    : sendIkkeFundet(deps, request, reply)
}

async function start(deps: Deps, request: Kald, reply: FastifyReply) {
  const id = idOf(request)
  const { cvr, id: medarbejder, navn } = medarbejderOf(request)
  const startet = id && (await startForUdkast(deps, cvr, id, { id: medarbejder, navn }))
  return startet ? reply.redirect(forhaandssti(id), 303) : sendIkkeFundet(deps, request, reply)
}

/** Stops the municipality's own, whichever draft it is of. */
async function stop(deps: Deps, request: Kald, reply: FastifyReply) {
  const id = idOf(request)
  const { cvr } = medarbejderOf(request)
  if (!id) return sendIkkeFundet(deps, request, reply)
  if (deps.forhaandsvisninger.seneste(cvr)?.udkast === id) deps.forhaandsvisninger.stop(cvr)
  return reply.redirect(forhaandssti(id), 303)
}
