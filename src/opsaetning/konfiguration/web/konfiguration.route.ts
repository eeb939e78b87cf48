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
import { newUuid, parseKlePraefiks, parseUuid } from '#kernel'
import { type Formular, readFelt } from '#platform/http'
import { arbejdsfejlside, sendCsv, sendHtml } from '#web'
import { createAntalstaeller } from '../antal.ts'
import { skrivCsv } from '../csv/skriv.ts'
import { AENDRER, type Udkastkommando } from '../decide-udkast.ts'
import { lukNummer } from '../luk-nummer.ts'
import { changeUdkast, createUdkast } from '../ret-udkast.ts'
import { readHistorik } from '../udkastlager.ts'
import { type Kvittering, nummersti, readKvittering, STI, type Udfald, udkaststi } from './dele.ts'
import { readFlerdelteFormularer } from './flerdelt.ts'
import { importer } from './indlaes.ts'
import { INTET_TASTET, readEgenskaber, readKommando, readLinje, readLukning, readNr } from './laes-formular.ts'
import { linjeView } from './linje.view.ts'
import { nummerView } from './nummer.view.ts'
import { nytView } from './nyt.view.ts'
import { historikView, indlaesView, sammenlignView } from './oversigter.view.ts'
import {
  readLinjeside,
  readNummerside,
  readSammenligningsside,
  readSystemnavne,
  readTitler,
  readTraeside,
  readUdkastside,
  type Sidedeps,
} from './sidedata.ts'
import { konfigurationDa } from './texts/da.ts'
import { konfigurationEn } from './texts/en.ts'
import { ord } from './texts/index.ts'
import { traeView } from './trae.view.ts'
import { udkastView } from './udkast.view.ts'

export type KonfigurationRouteDeps = MedarbejderDeps & Omit<Sidedeps, 'taelAntal'>
type Deps = MedarbejderDeps & Sidedeps

const LAESERE: readonly Rolle[] = [AENDRER, 'fagsystemansvarlig', 'kvalitetsansvarlig']
const SKJULT = { schema: { hide: true } } as const
const SIDELAENGDE = 20

/** What the configuration hangs into the menus. */
export const KONFIGURATIONSPUNKTER: readonly Medarbejderpunkt[] = [
  kommunepunkt(STI, LAESERE, konfigurationDa.punkt, konfigurationEn.punkt),
]

/** The pages on which a municipality decides what is shown. */
export const konfigurationRoutes: FastifyPluginAsync<KonfigurationRouteDeps> = async (scope, valg) => {
  const taelAntal = createAntalstaeller(valg, (fejl) =>
    scope.log.warn({ err: fejl instanceof Error ? fejl.name : 'unknown' }, 'the index could not be counted'),
  )
  const deps: Deps = { ...valg, taelAntal }
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, LAESERE)
    laeseruter(under, deps)
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, [AENDRER])
    readFlerdelteFormularer(under)
    aendringsruter(under, deps)
  })
}

type Kald = FastifyRequest<{ Params: { id: string; kle: string }; Querystring: Readonly<Record<string, unknown>> }>

function laeseruter(scope: FastifyInstance, deps: Deps): void {
  scope.get(STI, SKJULT, (request: Kald, reply) => sendTrae(deps, request, reply))
  scope.get(`${STI}/nummer/:kle`, SKJULT, (request: Kald, reply) => sendNummer(deps, request, reply, request.params.kle))
  scope.get(`${STI}/udkast/:id`, SKJULT, (request: Kald, reply) => sendUdkast(deps, request, reply))
  scope.get(`${STI}/historik`, SKJULT, (request: Kald, reply) => sendHistorik(deps, request, reply))
  scope.get(`${STI}/sammenlign`, SKJULT, async (request: Kald, reply) => {
    const k = arbejdskontekst(deps, request)
    const kunManglende = request.query['kun'] === 'manglende'
    return sendHtml(reply, sammenlignView(k, await readSammenligningsside(deps, medarbejderOf(request), k.sprog, kunManglende)))
  })
  scope.get(`${STI}/eksport`, SKJULT, (request: Kald, reply) => sendOpsaetning(deps, request, reply))
}

function aendringsruter(scope: FastifyInstance, deps: Deps): void {
  scope.get(`${STI}/aendr`, SKJULT, (request: Kald, reply) => toUdkast(request, reply))
  scope.get(`${STI}/udkast/ny`, SKJULT, (request: Kald, reply) => {
    const nyt = { id: newUuid(), kle: tekst(request.query['kle']) }
    return sendHtml(reply, nytView(arbejdskontekst(deps, request), INTET_TASTET, nyt))
  })
  scope.post(`${STI}/udkast/ny`, SKJULT, (request: Kald, reply) => create(deps, request, reply))
  scope.post(`${STI}/udkast/:id/skridt`, SKJULT, (request: Kald, reply) => takeSkridt(deps, request, reply))
  scope.get(`${STI}/udkast/:id/nummer`, SKJULT, (request: Kald, reply) => sendLinje(deps, request, reply))
  scope.post(`${STI}/udkast/:id/nummer`, SKJULT, (request: Kald, reply) => saveLinje(deps, request, reply))
  scope.post(`${STI}/luk`, SKJULT, (request: Kald, reply) => luk(deps, request, reply))
  scope.get(`${STI}/indlaes`, SKJULT, (request, reply) => sendHtml(reply, indlaesView(arbejdskontekst(deps, request), [])))
  scope.post(`${STI}/indlaes`, SKJULT, (request: Kald, reply) => indlaes(deps, request, reply))
}

const tekst = (vaerdi: unknown): string => (typeof vaerdi === 'string' ? vaerdi.trim().slice(0, 200) : '')
const statusFor = (udfald: Udfald | undefined): number => (udfald && !udfald.ok ? 409 : 200)
const gjort = (sti: string, kvittering: Kvittering): string => `${sti}?gjort=${kvittering}`

const sendIkkeFundet = (deps: Deps, request: FastifyRequest, reply: FastifyReply) =>
  sendHtml(reply, arbejdsfejlside(arbejdskontekst(deps, request), 'ikkeFundet'), 404)

async function sendTrae(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const valg = { under: parseKlePraefiks(tekst(request.query['under'])), soegning: tekst(request.query['soeg']) }
  const side = await readTraeside(deps, medarbejderOf(request), k.sprog, valg)
  return sendHtml(reply, traeView(k, side, readKvittering(k.sprog, request.query['gjort'])))
}

async function sendNummer(deps: Deps, request: Kald, reply: FastifyReply, nummer: string, udfald?: Udfald) {
  const k = arbejdskontekst(deps, request)
  const kle = parseKlePraefiks(nummer)
  if (!kle) return sendIkkeFundet(deps, request, reply)
  const side = await readNummerside(deps, medarbejderOf(request), k.sprog, kle)
  return sendHtml(reply, nummerView(k, side, udfald ?? readKvittering(k.sprog, request.query['gjort'])), statusFor(udfald))
}

async function sendUdkast(deps: Deps, request: Kald, reply: FastifyReply, udfald?: Udfald) {
  const k = arbejdskontekst(deps, request)
  const id = parseUuid(request.params.id)
  const side = id && (await readUdkastside(deps, medarbejderOf(request), k.sprog, id))
  if (!side) return sendIkkeFundet(deps, request, reply)
  return sendHtml(reply, udkastView(k, side, udfald ?? readKvittering(k.sprog, request.query['gjort'])), statusFor(udfald))
}

async function sendHistorik(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const person = medarbejderOf(request)
  const fra = tekst(request.query['foer'])
  const foer = /^\d{1,9}$/.test(fra) ? Number(fra) : undefined
  const alle = await readHistorik(deps.db, person.cvr, { foer, hoejst: SIDELAENGDE + 1 })
  const viste = alle.slice(0, SIDELAENGDE)
  const aeldre = alle.length > SIDELAENGDE ? viste.at(-1)?.nr : undefined
  return sendHtml(reply, historikView(k, viste, { aeldre, systemer: await readSystemnavne(deps, person) }))
}

async function sendOpsaetning(deps: Deps, request: Kald, reply: FastifyReply) {
  const person = medarbejderOf(request)
  const versioner = (await deps.opsaetning.current()).gaeldendeFor(person.cvr, deps.clock.now())
  const csv = skrivCsv(versioner, await readTitler(deps, person, 'da'))
  return sendCsv(reply, `kle-konfiguration-${person.cvr}`, csv)
}

/** The form of a number leads to the draft that was chosen, or to a new one. */
function toUdkast(request: Kald, reply: FastifyReply) {
  const kle = encodeURIComponent(tekst(request.query['kle']))
  const id = parseUuid(tekst(request.query['udkast']))
  return reply.redirect(id ? `${udkaststi(id)}/nummer?kle=${kle}` : `${STI}/udkast/ny?kle=${kle}`, 303)
}

async function create(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const formular = request.body as Formular
  const kle = parseKlePraefiks(readFelt(formular, 'kle'))
  const laest = readEgenskaber(formular)
  if (!laest.ok) return sendHtml(reply, nytView(k, laest.afvisning, { id: newUuid(), kle: kle ?? '' }), 400)
  const svar = await createUdkast(deps, medarbejderOf(request), laest.value)
  if (!svar.ok) return sendIkkeFundet(deps, request, reply)
  return reply.redirect(kle ? `${udkaststi(svar.value)}/nummer?kle=${kle}` : gjort(udkaststi(svar.value), 'oprettet'), 303)
}

const KVITTERINGER: { readonly [T in Udkastkommando['type']]: Kvittering } = {
  omdoeb: 'gemt',
  saetLinje: 'gemt',
  fjernLinje: 'gemt',
  indlaes: 'indlaest',
  foreslaa: 'foreslaaet',
  traekTilbage: 'trukket',
  kasser: 'kasseret',
  godkend: 'godkendt',
  gennemfoerAlene: 'gennemfoert',
}

async function takeSkridt(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const id = parseUuid(request.params.id)
  if (!id) return sendIkkeFundet(deps, request, reply)
  const formular = request.body as Formular
  const kommando = readKommando(formular)
  if (!kommando.ok) {
    const { tal: _, ...fejl } = ord(k.sprog).linje.fejl
    const hvad = kommando.afvisning === 'tal' ? fejl.valg : fejl[kommando.afvisning]
    return sendUdkast(deps, request, reply, { ok: false, tekst: hvad })
  }
  const svar = await changeUdkast(deps, medarbejderOf(request), { id, nr: readNr(formular) }, kommando.value)
  if (svar.ok) return reply.redirect(gjort(udkaststi(id), KVITTERINGER[kommando.value.type]), 303)
  if (svar.afvisning === 'FINDES_IKKE') return sendIkkeFundet(deps, request, reply)
  // What the page shows is to be what the refusal stood on.
  await deps.opsaetning.refresh()
  return sendUdkast(deps, request, reply, svar)
}

async function sendLinje(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const id = parseUuid(request.params.id)
  const kle = parseKlePraefiks(tekst(request.query['kle']))
  if (!id) return sendIkkeFundet(deps, request, reply)
  if (!kle) return sendUdkast(deps, request, reply, { ok: false, tekst: ord(k.sprog).linje.fejl.kle })
  const side = await readLinjeside(deps, medarbejderOf(request), k.sprog, { id, kle })
  return side ? sendHtml(reply, linjeView(k, side, INTET_TASTET)) : sendIkkeFundet(deps, request, reply)
}

async function saveLinje(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const person = medarbejderOf(request)
  const formular = request.body as Formular
  const id = parseUuid(request.params.id)
  const kle = parseKlePraefiks(readFelt(formular, 'kle'))
  const side = id && kle && (await readLinjeside(deps, person, k.sprog, { id, kle }))
  if (!side) return sendIkkeFundet(deps, request, reply)
  const laest = readLinje(formular, kle, side.grundlag)
  if (!laest.ok) return sendHtml(reply, linjeView(k, side, laest.afvisning), 400)
  const svar = await changeUdkast(deps, person, { id, nr: readNr(formular) }, { type: 'saetLinje', linje: laest.value })
  if (svar.ok) return reply.redirect(gjort(udkaststi(id), 'gemt'), 303)
  return sendUdkast(deps, request, reply, svar)
}

async function luk(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const formular = request.body as Formular
  const laest = readLukning(formular)
  if (!laest.ok)
    return sendNummer(deps, request, reply, readFelt(formular, 'kle'), { ok: false, tekst: ord(k.sprog).linje.fejl.tekst })
  const { kle } = laest.value
  const svar = await lukNummer(deps, medarbejderOf(request), laest.value)
  // Sent twice, or closed by a colleague meanwhile: it is as was asked for.
  if (svar.ok || svar.afvisning === 'ER_LUKKET') return reply.redirect(gjort(nummersti(kle), 'lukket'), 303)
  return sendNummer(deps, request, reply, kle, svar)
}

async function indlaes(deps: Deps, request: Kald, reply: FastifyReply) {
  const k = arbejdskontekst(deps, request)
  const svar = await importer(deps, medarbejderOf(request), k, request.body as Formular)
  if (!svar.ok) return sendHtml(reply, indlaesView(k, svar.afvisning), 400)
  return reply.redirect(svar.value ? gjort(udkaststi(svar.value), 'indlaest') : gjort(STI, 'uaendret'), 303)
}
