import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ARTER, parseArt, parseUuid } from '#kernel'
import { type Problem, sendProblem } from '#platform/http'
import {
  type Fund,
  HOEJST_ANTAL,
  hentObjekt,
  type Soegeafvisning,
  type Soegedeps,
  type Soegning,
  soeg,
} from '../soegning/index.ts'
import { readJsonAsText } from './json-scope.ts'
import { type Kildeadgangsdeps, kildeOf, requireKilder } from './kilde-adgang.ts'
import { parseSoegning } from './parse-soegning.ts'
import { answerFejl, FINDES_IKKE, FORESPOERGSEL_UGYLDIG } from './problemer.ts'
import { fejlsvar, jsonSvar, KILDESIKRING, ref } from './skema.ts'

type Deps = Soegedeps & Kildeadgangsdeps

const HOEJST_BYTES = 64 * 1024
const STANDARD_ANTAL = 100
const kilde = { config: { adgang: 'kilde', rateLimit: { max: 600, timeWindow: 60_000 } } } as const
const faelles = { tags: ['egne objekter'], security: KILDESIKRING }
const LOGGET = 'Det er opslag i personoplysninger: det logges for hver part.'

/** What the index holds of what a source has itself delivered: one object, a list of them, and searches. Another's answer as what does not exist. */
export const objekterRoute: FastifyPluginAsync<Deps> = async (scope, deps) => {
  readJsonAsText(scope, HOEJST_BYTES)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.get(
    '/api/v1/objekter',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Kildens egne objekter, en side ad gangen',
        description: `Som de gælder nu, i rækkefølge efter id. ${LOGGET}`,
        querystring: Type.Object({
          art: Type.Optional(Type.Union(ARTER.map((art) => Type.Literal(art)))),
          antal: Type.Optional(
            Type.Integer({ minimum: 1, maximum: HOEJST_ANTAL, description: `${STANDARD_ANTAL}, hvor intet siges` }),
          ),
          efter: Type.Optional(Type.String({ format: 'uuid', description: 'naeste fra det forrige svar' })),
        }),
        response: { 200: jsonSvar('En side af objekter', 'Objekter'), ...fejlsvar(400, 401, 403, 429, 503) },
      },
    },
    (request, reply) => sendListe(deps, request, reply),
  )
  scope.get(
    '/api/v1/objekter/:id',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Et af kildens egne objekter, som indekset har det',
        description: `Med historik=true følger de nyeste registreringer, højst 100. ${LOGGET}`,
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: Type.Object({ historik: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])) }),
        response: { 200: jsonSvar('Objektet', 'Objektsvar'), ...fejlsvar(400, 401, 403, 404, 429, 503) },
      },
    },
    (request, reply) => sendObjekt(deps, request, reply),
  )
  scope.post(
    '/api/v1/soegninger',
    {
      ...kilde,
      bodyLimit: HOEJST_BYTES,
      schema: {
        ...faelles,
        summary: 'Søg i det, kilden selv har leveret (fremsoeg)',
        description: `Højst 50 betingelser i 10 niveauer og 500 på en side. ${LOGGET}`,
        body: { content: { 'application/json': { schema: ref('Soegning') } } },
        response: { 200: jsonSvar('Det fundne', 'Soegesvar'), ...fejlsvar(400, 401, 403, 413, 415, 422, 429, 503) },
      },
    },
    (request, reply) => sendSoegning(deps, request, reply),
  )
}

async function sendListe(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { art: navn, antal: oensket, efter: fra, ...ukendte } = request.query as Readonly<Record<string, unknown>>
  const art = typeof navn === 'string' ? parseArt(navn) : undefined
  const efter = typeof fra === 'string' ? parseUuid(fra) : undefined
  const antal = oensket === undefined ? STANDARD_ANTAL : /^\d{1,3}$/.test(String(oensket)) ? Number(oensket) : 0
  const gyldig =
    Object.keys(ukendte).length === 0 &&
    (navn === undefined || art) &&
    (fra === undefined || efter) &&
    antal >= 1 &&
    antal <= HOEJST_ANTAL
  if (!gyldig) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const svar = await soeg(deps, kildeOf(request), { arter: art ? [art] : ARTER, antal, efter })
  if (!svar.ok) return sendProblem(reply, AFVIST[svar.afvisning])
  const sidste = svar.value.fund.length === antal ? svar.value.fund.at(-1) : undefined
  return reply.send({ objekter: svar.value.fund.map(toVisning), ...(sidste ? { naeste: sidste.id } : {}) })
}

async function sendObjekt(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { historik = 'false', ...ukendte } = request.query as Readonly<Record<string, unknown>>
  if (Object.keys(ukendte).length > 0 || (historik !== 'true' && historik !== 'false'))
    return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const id = parseUuid((request.params as { readonly id: string }).id)
  const svar = id && (await hentObjekt(deps, kildeOf(request), id, historik === 'true'))
  if (!svar?.ok) return sendProblem(reply, FINDES_IKKE)
  const { gaeldende, historik: tidligere } = svar.value
  return reply.send({ ...toVisning(gaeldende), ...(tidligere ? { historik: tidligere.map(toVisning) } : {}) })
}

async function sendSoegning(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const soegning: Soegning | undefined = parseSoegning(String(request.body ?? ''))
  if (!soegning) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const svar = await soeg(deps, kildeOf(request), soegning)
  return svar.ok
    ? reply.send({ ialt: svar.value.ialt, fund: svar.value.fund.map(toVisning) })
    : sendProblem(reply, AFVIST[svar.afvisning])
}

const toVisning = ({ id, art, tidspunkt, modtaget, element }: Fund) => ({ id, art, tidspunkt, modtaget, element })

const AFVIST: Readonly<Record<Soegeafvisning, Problem>> = {
  SOEGNING_UGYLDIG: {
    status: 400,
    kode: 'SOEGNING_UGYLDIG',
    da: 'Søgningen kan ikke udføres: mindst én art, højst 500 ad gangen, tekster på højst 300 tegn med højst fem *, og parter med hele nummeret.',
    en: 'The search cannot be made: at least one kind, at most 500 at a time, texts of at most 300 characters with at most five *, and parties by their whole number.',
  },
  SOEGNING_FOR_STOR: {
    status: 400,
    kode: 'SOEGNING_FOR_STOR',
    da: 'Søgningen har for mange betingelser eller niveauer; del den op.',
    en: 'The search has too many conditions or levels; split it.',
  },
  SOEGNING_FOR_BRED: {
    status: 422,
    kode: 'SOEGNING_FOR_BRED',
    da: 'Søgningen rammer for meget til at blive gennemgået; sig mere om, hvad der søges (part, sagsnummer, tid eller id), eller bed om færre ad gangen.',
    en: 'The search covers too much to be gone through; say more of what is looked for (party, case number, time or id), or ask for fewer at a time.',
  },
}
