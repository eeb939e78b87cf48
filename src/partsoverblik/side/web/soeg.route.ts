import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { arbejdskontekst, medarbejderOf, requireMedarbejder } from '#adgang'
import { parseOpslagsformaal } from '#kernel'
import { BESOEGSAFVISNINGER, type Besoegsafvisning, sendAfbrudt, startBesoeg } from '#partsoverblik/besoeg'
import { SOEGEAFVISNINGER, soegPersoner } from '#partsoverblik/soegning'
import { type Formular, readFelt } from '#platform/http'
import { sendHtml } from '#web'
import { makeSeddel, openSeddel } from '../seddel.ts'
import { LAESERE, type PartsoverblikDeps } from './borger.route.ts'
import { formaalView, INTET_SOEGT, type Soegevisning, soegView } from './soeg.view.ts'
import { besoegSti, STI } from './stier.ts'
import { ord } from './texts/index.ts'

const SKJULT = { schema: { hide: true } } as const
/** So often nobody reads what came out of it; who tries numbers does. The search keeps a count of its own too. */
const FART = { config: { rateLimit: { max: 30, timeWindow: 60_000 } }, schema: { hide: true } } as const

/** The search, and the way from somebody found to a visit. What is typed is posted: it stands in no address. */
export function registerSoeg(scope: FastifyInstance, deps: PartsoverblikDeps): void {
  requireMedarbejder(scope, deps, LAESERE)
  scope.get(STI.soeg, SKJULT, (request, reply) => send(deps, request, reply, {}))
  scope.post(STI.soeg, FART, (request, reply) =>
    search(deps, request, reply).catch((error: unknown) => sendAfbrudt(deps, request, reply, error)),
  )
  scope.post(STI.aabn, FART, (request, reply) => open(deps, request, reply))
}

const felterOf = (request: FastifyRequest): Formular => (request.body ?? {}) as Formular

function send(
  deps: PartsoverblikDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  felter: Partial<Soegevisning>,
  status = 200,
) {
  const udenRettigheder = medarbejderOf(request).rettigheder.length === 0
  return sendHtml(reply, soegView(arbejdskontekst(deps, request), { ...INTET_SOEGT, udenRettigheder, ...felter }), status)
}

const aarstal = (tekst: string): number | undefined =>
  tekst === '' ? undefined : /^\d{4}$/.test(tekst) ? Number(tekst) : Number.NaN

/** A day of birth, or as many digits as nothing else has, with whatever signs between them. */
const PERSONNUMMER = /\p{Nd}{6}|(?:\p{Nd}[^\p{L}\p{Nd}]*){9}/u

async function search(deps: PartsoverblikDeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const [tekst, foedtFra, foedtTil] = (['tekst', 'foedtFra', 'foedtTil'] as const).map((navn) =>
    readFelt(felterOf(request), navn),
  )
  const hvem = medarbejderOf(request)
  const soegning = { tekst: tekst ?? '', foedtFra: aarstal(foedtFra ?? ''), foedtTil: aarstal(foedtTil ?? '') }
  // A number of a person is not written back: whoever looks over the shoulder sees the answer, not what was asked.
  const tastet = {
    tekst: PERSONNUMMER.test(soegning.tekst) ? '' : soegning.tekst,
    foedtFra: foedtFra ?? '',
    foedtTil: foedtTil ?? '',
  }
  const svar = await soegPersoner(deps, hvem, soegning)
  if (!svar.ok) {
    const { sprog } = arbejdskontekst(deps, request)
    const status = svar.afvisning === 'FOR_MANGE' ? 429 : 400
    return send(deps, request, reply, { tastet, fejl: SOEGEAFVISNINGER[svar.afvisning][sprog] }, status)
  }
  const nu = deps.clock.now()
  const traef = svar.value.traef.map((led) => ({ traef: led, seddel: makeSeddel(deps.noegler, hvem.session, led.part, nu) }))
  return send(deps, request, reply, { tastet, traef, flere: svar.value.flere })
}

/** Begins a visit to the one chosen. The purpose is taken from a case where there is one, and asked for where there is none. */
async function open(deps: PartsoverblikDeps, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const k = arbejdskontekst(deps, request)
  const hvem = medarbejderOf(request)
  const felter = felterOf(request)
  const [seddel, formaal, begrundelse] = [
    readFelt(felter, 'borger'),
    readFelt(felter, 'formaal'),
    readFelt(felter, 'begrundelse'),
  ]
  const part = openSeddel(deps.noegler, hvem.session, seddel, deps.clock.now())
  if (!part) return send(deps, request, reply, { fejl: ord(k.sprog).soeg.ukendtBorger }, 400)
  const valg = { seddel, formaal, begrundelse }
  const svar = await startBesoeg(deps, hvem, { part, formaal: parseOpslagsformaal(formaal), begrundelse })
  if (svar.ok) return reply.redirect(besoegSti(svar.value.besoeg), 303)
  // Nothing is wrong before it has been asked for by itself.
  if (svar.afvisning === 'FORMAAL_MANGLER' && readFelt(felter, 'spurgt') === '')
    return sendHtml(reply, formaalView(k, { valg, valgfejl: {} }))
  return sendHtml(
    reply,
    formaalView(k, { valg, valgfejl: toValgfejl(svar.afvisning, BESOEGSAFVISNINGER[svar.afvisning][k.sprog]) }),
    400,
  )
}

const toValgfejl = (afvisning: Besoegsafvisning, saetning: string): Soegevisning['valgfejl'] =>
  afvisning === 'BEGRUNDELSE_MANGLER' ? { begrundelse: saetning } : { formaal: saetning }
