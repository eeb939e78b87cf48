import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import {
  arbejdskontekst,
  kommunepunkt,
  type MedarbejderDeps,
  type Medarbejderpunkt,
  medarbejderOf,
  type Rolle,
  requireMedarbejder,
} from '#adgang'
import { parseCprNummer, parseUuid } from '#kernel'
import { type Formular, parseDag, readFelt } from '#platform/http'
import { arbejdsfejlside, sendHtml } from '#web'
import type { Undtagelsesafvisning } from '../logansvar.errors.ts'
import { makeSeddel, openSeddel } from '../seddel.ts'
import { besvarSpoergsmaal, hentEtSpoergsmaal, hentSpoergsmaal, type Logansvarsdeps } from '../spoergsmaal.ts'
import {
  type Afgoerelse,
  afgoerUndtagelse,
  findBesoegHos,
  foreslaaUndtagelse,
  hentUndtagelser,
  visBesoegHos,
} from '../undtagelse.ts'
import { gemLogvalg, readLogvalg } from '../valg.ts'
import { etSpoergsmaalView, SPOERGSMAALSSTI, spoergsmaalView, VALGSTI, type Valgformular } from './spoergsmaal.view.ts'
import { logansvarDa } from './texts/da.ts'
import { logansvarEn } from './texts/en.ts'
import { FINDSTI, type Forslagsformular, UNDTAGELSESSTI, undtagelserView } from './undtagelser.view.ts'

export type LogansvarRouteDeps = MedarbejderDeps & Logansvarsdeps

const SVARERE: readonly Rolle[] = ['projektansvarlig']
/** Two persons are needed, and a municipality may have one project lead. */
const UNDTAGERE: readonly Rolle[] = ['projektansvarlig', 'kvalitetsansvarlig']
const SKJULT = { schema: { hide: true } } as const
/** So many people nobody finds in a minute; who tries numbers does. */
const FART = { config: { rateLimit: { max: 20, timeWindow: 60_000 } }, schema: { hide: true } } as const

/** What these pages hang into the municipality's menu. */
export const LOGANSVARSPUNKTER: readonly Medarbejderpunkt[] = [
  kommunepunkt(SPOERGSMAALSSTI, SVARERE, logansvarDa.punkt, logansvarEn.punkt),
  kommunepunkt(UNDTAGELSESSTI, UNDTAGERE, logansvarDa.undtagelsespunkt, logansvarEn.undtagelsespunkt),
]

type Medid = { Params: { id: string } }

/** What citizens ask about who has looked, and visits that are kept from them, for one's own municipality. */
export const logansvarRoutes: FastifyPluginAsync<LogansvarRouteDeps> = async (scope, deps) => {
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, SVARERE)
    under.get(SPOERGSMAALSSTI, SKJULT, (request, reply) => sendListe(deps, request, reply))
    under.post(VALGSTI, SKJULT, (request, reply) => choose(deps, request, reply))
    under.get<Medid>(`${SPOERGSMAALSSTI}/spoergsmaal/:id`, SKJULT, (request, reply) => sendEt(deps, request, reply))
    under.post<Medid>(`${SPOERGSMAALSSTI}/spoergsmaal/:id`, SKJULT, (request, reply) => answer(deps, request, reply))
  })
  await scope.register(async (under) => {
    requireMedarbejder(under, deps, UNDTAGERE)
    under.get(UNDTAGELSESSTI, SKJULT, (request, reply) => sendUndtagelser(deps, request, reply))
    under.post(FINDSTI, FART, (request, reply) => find(deps, request, reply))
    under.post(UNDTAGELSESSTI, SKJULT, (request, reply) => propose(deps, request, reply))
    under.post<Medid>(`${UNDTAGELSESSTI}/:id`, SKJULT, (request, reply) => decide(deps, request, reply))
  })
}

const formularOf = (request: FastifyRequest): Formular => (request.body ?? {}) as Formular
const sendIkkeFundet = (deps: LogansvarRouteDeps, request: FastifyRequest, reply: FastifyReply) =>
  sendHtml(reply, arbejdsfejlside(arbejdskontekst(deps, request), 'ikkeFundet'), 404)

async function sendListe(deps: LogansvarRouteDeps, request: FastifyRequest, reply: FastifyReply, tastet?: Valgformular) {
  const hvem = medarbejderOf(request)
  const [linjer, valg] = await Promise.all([hentSpoergsmaal(deps, hvem), readLogvalg(deps, hvem)])
  const gjort = readFelt((request.query ?? {}) as Formular, 'gjort')
  const formular = tastet ?? {
    svarfrist: String(valg.svarfristDage),
    opbevaring: String(valg.opbevaringMaaneder),
    udfald: gjort === 'valg' ? ('gemt' as const) : undefined,
  }
  const side = spoergsmaalView(arbejdskontekst(deps, request), { linjer, valg, formular, sendt: gjort === 'svar' })
  return sendHtml(reply, side, tastet ? 422 : 200)
}

async function choose(deps: LogansvarRouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const [svarfrist, opbevaring] = [readFelt(formularOf(request), 'svarfrist'), readFelt(formularOf(request), 'opbevaring')]
  const tal = (tekst: string): number => (/^\d{1,3}$/.test(tekst) ? Number(tekst) : Number.NaN)
  const valg = { svarfristDage: tal(svarfrist), opbevaringMaaneder: tal(opbevaring) }
  if (await gemLogvalg(deps, medarbejderOf(request), valg)) return reply.redirect(`${SPOERGSMAALSSTI}?gjort=valg`, 303)
  return sendListe(deps, request, reply, { svarfrist, opbevaring, udfald: 'fejl' })
}

async function sendEt(deps: LogansvarRouteDeps, request: FastifyRequest<Medid>, reply: FastifyReply) {
  const id = parseUuid(request.params.id)
  const spoergsmaal = id && (await hentEtSpoergsmaal(deps, medarbejderOf(request), id))
  return spoergsmaal
    ? sendHtml(reply, etSpoergsmaalView(arbejdskontekst(deps, request), spoergsmaal))
    : sendIkkeFundet(deps, request, reply)
}

async function answer(deps: LogansvarRouteDeps, request: FastifyRequest<Medid>, reply: FastifyReply) {
  const id = parseUuid(request.params.id)
  const tekst = readFelt(formularOf(request), 'svar')
  const svar = id && (await besvarSpoergsmaal(deps, medarbejderOf(request), id, tekst))
  if (svar?.ok) return reply.redirect(`${SPOERGSMAALSSTI}?gjort=svar`, 303)
  const spoergsmaal = id && svar && (await hentEtSpoergsmaal(deps, medarbejderOf(request), id))
  if (!svar || !spoergsmaal) return sendIkkeFundet(deps, request, reply)
  const afvist = { tekst, fejl: svar.afvisning }
  return sendHtml(reply, etSpoergsmaalView(arbejdskontekst(deps, request), spoergsmaal, afvist), 422)
}

type Undersvar = {
  readonly findFejl?: boolean
  readonly udloebet?: boolean
  readonly forslag?: Forslagsformular
  readonly afvist?: Undtagelsesafvisning
}

async function sendUndtagelser(
  deps: LogansvarRouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  svar: Undersvar = {},
  status = 200,
) {
  const hvem = medarbejderOf(request)
  const side = {
    mig: hvem.id,
    liste: await hentUndtagelser(deps, hvem),
    findFejl: svar.findFejl ?? false,
    udloebet: svar.udloebet ?? false,
    forslag: svar.forslag,
    afvist: svar.afvist,
  }
  return sendHtml(reply, undtagelserView(arbejdskontekst(deps, request), side), status)
}

async function find(deps: LogansvarRouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const hvem = medarbejderOf(request)
  const cpr = parseCprNummer(readFelt(formularOf(request), 'cpr').replaceAll(/[\s-]/g, ''))
  if (!cpr) return sendUndtagelser(deps, request, reply, { findFejl: true }, 422)
  const { part, besoeg } = await findBesoegHos(deps, hvem, cpr)
  const seddel = makeSeddel(deps.noegler, hvem, part, deps.clock.now())
  return sendUndtagelser(deps, request, reply, {
    forslag: { seddel, besoeg, valgt: '', hjemmel: '', begrundelse: '', til: '' },
  })
}

async function propose(deps: LogansvarRouteDeps, request: FastifyRequest, reply: FastifyReply) {
  const hvem = medarbejderOf(request)
  const formular = formularOf(request)
  const [seddel, valgt, hjemmel, begrundelse, til] = (['seddel', 'besoeg', 'hjemmel', 'begrundelse', 'til'] as const).map(
    (navn) => readFelt(formular, navn),
  ) as [string, string, string, string, string]
  const [part, korrelation] = [openSeddel(deps.noegler, hvem, seddel, deps.clock.now()), parseUuid(valgt)]
  if (!part || !korrelation) return sendUndtagelser(deps, request, reply, { udloebet: true }, 422)
  const svar = await foreslaaUndtagelse(deps, hvem, { part, korrelation, hjemmel, begrundelse, til: parseDag(til) })
  if (svar.ok) return reply.redirect(UNDTAGELSESSTI, 303)
  const besoeg = await visBesoegHos(deps, hvem, part)
  const forslag = { seddel, besoeg, valgt, hjemmel, begrundelse, til, fejl: svar.afvisning }
  return sendUndtagelser(deps, request, reply, { forslag }, 422)
}

const AFGOERELSER: readonly Afgoerelse[] = ['godkend', 'afvis', 'ophaev']

async function decide(deps: LogansvarRouteDeps, request: FastifyRequest<Medid>, reply: FastifyReply) {
  const id = parseUuid(request.params.id)
  const handling = readFelt(formularOf(request), 'handling')
  const afgoerelse = AFGOERELSER.find((en) => en === handling)
  const svar = id && afgoerelse && (await afgoerUndtagelse(deps, medarbejderOf(request), id, afgoerelse))
  if (svar?.ok) return reply.redirect(UNDTAGELSESSTI, 303)
  if (!svar || svar.afvisning === 'FINDES_IKKE') return sendIkkeFundet(deps, request, reply)
  return sendUndtagelser(deps, request, reply, { afvist: svar.afvisning }, 409)
}
