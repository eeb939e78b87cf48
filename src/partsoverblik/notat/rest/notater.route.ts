import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { maskCpr, parseTidspunkt, parseUuid } from '#kernel'
import {
  answerFejl,
  fejlsvar,
  jsonSvar,
  KILDESIKRING,
  type Kildeadgangsdeps,
  kildeOf,
  parseStrengJson,
  readJsonAsText,
  requireKilder,
} from '#modtagelse'
import { type Problem, sendProblem } from '#platform/http'
import {
  acknowledge,
  fetchNotat,
  type Hentedeps,
  listTilKilde,
  type Notathenvisning,
  type Notatkvittering,
} from '../hent-notater.ts'
import { NotatkvitteringSchema } from './skema.ts'

export type Notatruterdeps = Kildeadgangsdeps & Hentedeps

const HOEJST = 500
const HOEJST_BYTES = 8 * 1024
const kilde = { config: { adgang: 'kilde', rateLimit: { max: 600, timeWindow: 60_000 } } } as const
const faelles = { tags: ['notater'], security: KILDESIKRING }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** GET /api/v1/notater, …/{id} and POST …/{id}/kvittering: what caseworkers have written for the source's own cases. */
export const notaterRoute: FastifyPluginAsync<Notatruterdeps> = async (scope, deps) => {
  readJsonAsText(scope, HOEJST_BYTES)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.get(
    '/api/v1/notater',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Notater, der venter på kilden, ældste først',
        description:
          'Kun til kildens egne sager, og uden notaternes tekst. Spørg mindst én gang i døgnet: til et system, der ikke har spurgt i 30 dage, kan der ikke skrives.',
        querystring: Type.Object({
          antal: Type.Optional(
            Type.Integer({ minimum: 1, maximum: HOEJST, description: 'Højst så mange; 100, hvor intet siges' }),
          ),
          efter: Type.Optional(Type.String({ maxLength: 100, description: 'naeste fra det forrige svar' })),
        }),
        response: { 200: jsonSvar('En side af notater', 'Notater'), ...fejlsvar(400, 401, 403, 429, 503) },
      },
    },
    (request, reply) => sendVentende(deps, request, reply),
  )
  scope.get(
    '/api/v1/notater/:id',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Hent et notat med dets tekst',
        description:
          'Ændrer intet: hent igen, hvis svaret gik tabt, og kvitter, når notatet er gemt. Teksten slettes, når notatet er leveret tilbage som journalnotat.',
        params,
        response: { 200: jsonSvar('Notatet', 'SkrevetNotat'), ...fejlsvar(401, 403, 404, 429, 503) },
      },
    },
    (request, reply) => sendNotat(deps, request, reply),
  )
  scope.post(
    '/api/v1/notater/:id/kvittering',
    {
      ...kilde,
      bodyLimit: HOEJST_BYTES,
      schema: {
        ...faelles,
        summary: 'Kvitter for et notat',
        description:
          'modtaget: kilden har gemt det. afvist: kilden tager det ikke, og forfatteren får at vide hvorfor. Kan gentages.',
        params,
        body: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Notatkvittering' } } } },
        response: { 204: { description: 'Kvitteret' }, ...fejlsvar(400, 401, 403, 404, 409, 413, 415, 429, 503) },
      },
    },
    (request, reply) => receive(deps, request, reply),
  )
}

const idOf = (request: FastifyRequest) => parseUuid((request.params as { readonly id: string }).id)

const toHenvisning = ({ notat_id, sag_id, kommune, kle, skrevet, tilstand }: Notathenvisning) => ({
  id: notat_id,
  sag: sag_id,
  kommune,
  kle,
  skrevet,
  tilstand,
})

async function sendVentende(deps: Notatruterdeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const side = readSide(request)
  if (!side) return sendProblem(reply, UGYLDIG)
  const { notater, sidste } = await listTilKilde(deps, kildeOf(request), side.efter, side.antal)
  const naeste = sidste && Buffer.from(`${sidste.skrevet}/${sidste.notat_id}`).toString('base64url')
  return reply.send({ notater: notater.map(toHenvisning), ...(naeste ? { naeste } : {}) })
}

/** Before all that there can be. */
const FOERST = { skrevet: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

function readSide(request: FastifyRequest) {
  const query = request.query as Readonly<Record<string, unknown>>
  if (!Object.entries(query).every(([navn, vaerdi]) => (navn === 'antal' || navn === 'efter') && typeof vaerdi === 'string'))
    return undefined
  const { antal: oensket = '100', efter } = query
  const antal = /^\d{1,3}$/.test(String(oensket)) ? Number(oensket) : 0
  if (antal < 1 || antal > HOEJST) return undefined
  if (efter === undefined) return { antal, efter: FOERST }
  const [foer = '', sidst = '', ...mere] = Buffer.from(String(efter), 'base64url').toString('latin1').split('/')
  const [skrevet, id] = [parseTidspunkt(foer), parseUuid(sidst)]
  return skrevet && id && mere.length === 0 ? { antal, efter: { skrevet, id } } : undefined
}

async function sendNotat(deps: Notatruterdeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = idOf(request)
  const svar = id && (await fetchNotat(deps, kildeOf(request), id))
  if (!svar?.ok) return sendProblem(reply, FINDES_IKKE)
  const { af, af_navn, enhed, indhold } = svar.value
  return reply
    .header('cache-control', 'no-store')
    .send({ ...toHenvisning(svar.value), ...indhold, forfatter: { id: af, navn: af_navn, enhed } })
}

const validator = Compile(NotatkvitteringSchema)

/** The receipt as it was sent; undefined where it is none, or says a number that could be a person's. */
function parseKvittering(body: unknown): Notatkvittering | undefined {
  const vaerdi = parseStrengJson(String(body ?? ''))
  if (!validator.Check(vaerdi)) return undefined
  const kvittering = vaerdi as Static<typeof NotatkvitteringSchema>
  if (kvittering.udfald === 'modtaget') return kvittering
  const { udfald, grund, tekst = '' } = kvittering
  return /\p{Cc}/u.test(tekst) || maskCpr(tekst) !== tekst ? undefined : { udfald, grund, tekst }
}

async function receive(deps: Notatruterdeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = idOf(request)
  const kvittering = parseKvittering(request.body)
  if (!id) return sendProblem(reply, FINDES_IKKE)
  if (!kvittering) return sendProblem(reply, UGYLDIG)
  const svar = await acknowledge(deps, kildeOf(request), id, kvittering)
  if (svar.ok) return reply.code(204).send()
  return sendProblem(reply, svar.afvisning === 'FINDES_IKKE' ? FINDES_IKKE : PASSER_IKKE)
}

const FINDES_IKKE: Problem = {
  status: 404,
  kode: 'FINDES_IKKE',
  da: 'Der er intet sådant notat til kilden, eller det er allerede på sagen.',
  en: 'There is no such note for the source, or it is on the case already.',
}
const UGYLDIG: Problem = {
  status: 400,
  kode: 'FORESPOERGSEL_UGYLDIG',
  da: 'Forespørgslen er ikke, som dokumentationen siger. En tekst skal være på én linje og uden personnumre.',
  en: 'The request is not as the documentation says. A text must be one line and without personal numbers.',
}
const PASSER_IKKE: Problem = {
  status: 409,
  kode: 'TILSTAND_PASSER_IKKE',
  da: 'Det kan ikke siges om notatet nu: det er afvist, opgivet eller på sagen.',
  en: 'That cannot be said of the note now: it was refused, given up, or is on the case.',
}
