import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { arbejdskontekst, grundlagForKommune, kontekstForKommune, medarbejderOf, requireMedarbejder } from '#adgang'
import { parseUuid, type Tidspunkt } from '#kernel'
import { sendHtml } from '#web'
import { grantRet } from '../grant-ret.ts'
import { findValg, setValg } from '../plantede.sql.ts'
import { STANDARD_HVER } from '../plantede.ts'
import { endRet, findEnheder, findRetter } from '../ret.sql.ts'
import { readRet } from '../ret.ts'
import { countPlantede, countProever, countTilstande, findTempo } from '../tal.sql.ts'
import { type Gennemgangsdeps, LEDERE } from './koe.route.ts'
import { lederView } from './leder.view.ts'
import { INTET_TASTET, type Rettastet, retterView } from './retter.view.ts'
import { STI } from './stier.ts'
import { ord } from './texts/index.ts'

const SKJULT = { schema: { hide: true } } as const
const HALVFEMS_DAGE_MS = 90 * 24 * 60 * 60 * 1000

/** How the review goes, for those who lead it. */
export function registerLeder(scope: FastifyInstance, deps: Gennemgangsdeps): void {
  requireMedarbejder(scope, deps, LEDERE)
  scope.get(STI.overblik, SKJULT, (request, reply) =>
    sendLeder(deps, request, reply, (request.query as Felter)['gemt'] === '1' ? 'gemt' : undefined),
  )
  scope.post(STI.overblik, SKJULT, async (request, reply) => {
    const tal = String((request.body as Felter)['hver'] ?? '').trim()
    const hver = /^\d{1,4}$/.test(tal) ? Number(tal) : -1
    if (hver !== 0 && (hver < 10 || hver > 1000)) return sendLeder(deps, request, reply, 'fejl')
    const { kontekst, kommune } = grundOf(request)
    await deps.db.transaction(kontekst, (tx) => tx.run(setValg(kommune, hver)))
    return reply.redirect(`${STI.overblik}?gemt=1`, 303)
  })
}

/** Who may review what: a project lead's to give. */
export function registerRetter(scope: FastifyInstance, deps: Gennemgangsdeps): void {
  requireMedarbejder(scope, deps, ['projektansvarlig'])
  scope.get(STI.retter, SKJULT, (request, reply) => sendRetter(deps, request, reply, INTET_TASTET))
  scope.post(STI.retter, SKJULT, (request, reply) => giveRet(deps, request, reply))
  scope.post(STI.fratag, SKJULT, async (request, reply) => {
    const id = parseUuid(String((request.body as Felter)['ret'] ?? ''))
    const { kontekst, kommune } = grundOf(request)
    if (id) await deps.db.transaction(kontekst, (tx) => tx.run(endRet(kommune, id, medarbejderOf(request).id, deps.clock.now())))
    return reply.redirect(`${STI.retter}?frataget=1`, 303)
  })
}

type Felter = Readonly<Record<string, unknown>>

function grundOf(request: FastifyRequest) {
  const grundlag = grundlagForKommune(medarbejderOf(request), 'gennemgangAfTitler')
  return { kontekst: kontekstForKommune(grundlag), kommune: grundlag.kommune }
}

async function sendLeder(deps: Gennemgangsdeps, request: FastifyRequest, reply: FastifyReply, udfald?: 'gemt' | 'fejl') {
  const { kontekst, kommune } = grundOf(request)
  const siden = new Date(Date.parse(deps.clock.now()) - HALVFEMS_DAGE_MS).toISOString() as Tidspunkt
  const [enheder, proever, plantede, tempo, [valg]] = await deps.db.readBatch(kontekst, [
    countTilstande(kommune),
    countProever(kommune),
    countPlantede(kommune, siden),
    findTempo(kommune),
    findValg(kommune),
  ])
  const side = {
    enheder,
    proever,
    plantede,
    tempo: new Map(tempo.map(({ enhed, ...et }) => [enhed, et])),
    hver: valg?.plantet_hver ?? STANDARD_HVER,
  }
  const maaStyre = medarbejderOf(request).roller.includes('projektansvarlig')
  return sendHtml(reply, lederView(arbejdskontekst(deps, request), side, maaStyre, udfald), udfald === 'fejl' ? 400 : 200)
}

async function sendRetter(deps: Gennemgangsdeps, request: FastifyRequest, reply: FastifyReply, tastet: Rettastet) {
  const k = arbejdskontekst(deps, request)
  const { kontekst, kommune } = grundOf(request)
  const [retter, enheder] = await deps.db.readBatch(kontekst, [findRetter(kommune), findEnheder(kommune)])
  const { givet, frataget } = request.query as Felter
  const ny = retter.find(({ ret_id }) => ret_id === givet)
  const t = ord(k.sprog).retter
  const besked = ny ? t.givet(ny.navn) : frataget === '1' ? t.frataget : undefined
  return sendHtml(reply, retterView(k, retter, enheder, tastet, besked), tastet.fejl.size > 0 ? 400 : 200)
}

async function giveRet(deps: Gennemgangsdeps, request: FastifyRequest, reply: FastifyReply) {
  const felter = request.body as Felter
  const laest = readRet(felter)
  if ('has' in laest) {
    const vaerdier = Object.fromEntries(
      ['navn', 'medarbejder', 'kle', 'behandlere'].map((navn) => [navn, String(felter[navn] ?? '')]),
    )
    return sendRetter(deps, request, reply, { vaerdier, enheder: [felter['enheder'] ?? []].flat().map(String), fejl: laest })
  }
  const id = await grantRet(deps, medarbejderOf(request), laest)
  return reply.redirect(`${STI.retter}?givet=${id}`, 303)
}
