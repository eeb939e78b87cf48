import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { parseUuid, type Resultat, type Uuid } from '#kernel'
import {
  answerFejl,
  fejlsvar,
  jsonSvar,
  KILDESIKRING,
  type Kildeadgangsdeps,
  kildeOf,
  readJsonAsText,
  requireKilder,
} from '#modtagelse'
import { sendProblem } from '#platform/http'
import {
  type Abonnementsdeps,
  type Afvisning,
  createAbonnement,
  deleteAbonnement,
  pauseAbonnement,
  proveModtager,
  resumeAbonnement,
  rotateHemmelighed,
  toProblem,
} from '../abonnement/index.ts'
import { type AbonnementMedDrift, findMedDrift, listDoedeFor, listMedDrift, resend } from '../udsendelse/index.ts'
import { parseGenudsendelse, parseNyt } from './parse-abonnement.ts'
import { EGNE_SVAR } from './skema.ts'

type Deps = Abonnementsdeps & Kildeadgangsdeps

const HOEJST_BYTES = 64 * 1024
const faelles = { tags: ['hændelser'], security: KILDESIKRING }
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const limit = (max: number) => ({ config: { adgang: 'kilde', rateLimit: { max, timeWindow: 60_000 } } }) as const
const EET = '/api/v1/abonnementer/:id'

/** A source's subscriptions to what happens. Another's answer as what does not exist. */
export const abonnementerRoute: FastifyPluginAsync<Deps> = async (scope, deps) => {
  readJsonAsText(scope, HOEJST_BYTES)
  requireKilder(scope, deps)
  answerFejl(scope)
  addReads(scope, deps)
  addCreate(scope, deps)
  addChanges(scope, deps)
  addDoede(scope, deps)
}

function addReads(scope: FastifyInstance, deps: Deps): void {
  scope.get(
    '/api/v1/abonnementer',
    {
      ...limit(120),
      schema: {
        ...faelles,
        summary: 'Kildens abonnementer, og hvordan det går dem',
        response: { 200: jsonSvar('Abonnementerne', 'Abonnementer'), ...fejlsvar(401, 403, 429, 503) },
      },
    },
    async (request, reply) => reply.send({ abonnementer: (await listMedDrift(deps, kildeOf(request).id)).map(toVist) }),
  )
  scope.get(
    EET,
    {
      ...limit(120),
      schema: {
        ...faelles,
        summary: 'Et abonnement, og hvordan det går det',
        params,
        response: { 200: jsonSvar('Abonnementet', 'Abonnement'), ...fejlsvar(401, 403, 404, 429, 503) },
      },
    },
    async (request, reply) => {
      const id = idOf(request)
      const fundet = id && (await findMedDrift(deps, kildeOf(request).id, id))
      return fundet ? reply.send(toVist(fundet)) : sendProblem(reply, toProblem('FINDES_IKKE'))
    },
  )
}

function addCreate(scope: FastifyInstance, deps: Deps): void {
  scope.post(
    '/api/v1/abonnementer',
    {
      ...limit(30),
      bodyLimit: HOEJST_BYTES,
      schema: {
        ...faelles,
        summary: 'Opret et abonnement',
        description:
          'Svaret har hemmeligheden, som beskeder signeres med. Der sendes intet, før modtageren har bevist, at den har den.',
        body: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Abonnementsoenske' } } } },
        response: {
          201: jsonSvar('Oprettet', 'NytAbonnement'),
          ...fejlsvar(400, 401, 403, 413, 415, 429, 503),
          409: EGNE_SVAR[409],
        },
      },
    },
    async (request, reply) => {
      const nyt = parseNyt(String(request.body ?? ''))
      if (!nyt) return sendProblem(reply, toProblem('ABONNEMENT_UGYLDIGT'))
      const kilde = kildeOf(request)
      const svar = await createAbonnement(deps, kilde, nyt)
      if (!svar.ok) return sendProblem(reply, toProblem(svar.afvisning))
      const { abonnement, hemmelighed } = svar.value
      const vist = await findMedDrift(deps, kilde.id, abonnement.id)
      return reply.code(201).send({ abonnement: vist && toVist(vist), hemmelighed })
    },
  )
}

/** What is done to a subscription by its address, with nothing in the body. */
const HANDLINGER = [
  { metode: 'POST', sti: `${EET}/pause`, summary: 'Hold pause; hændelser gemmes imens', run: pauseAbonnement },
  { metode: 'POST', sti: `${EET}/genoptagelse`, summary: 'Gå videre efter en pause', run: resumeAbonnement },
  { metode: 'DELETE', sti: EET, summary: 'Slet abonnementet og dets hemmeligheder', run: deleteAbonnement },
  {
    metode: 'POST',
    sti: `${EET}/bevis`,
    summary: 'Send modtageren en udfordring; svarer den rigtigt, begynder udsendelsen',
    run: proveModtager,
  },
] as const

function addChanges(scope: FastifyInstance, deps: Deps): void {
  for (const { metode, sti, summary, run } of HANDLINGER)
    scope.route({
      method: metode,
      url: sti,
      // Each challenge is a call to an address that somebody else chose.
      ...limit(run === proveModtager ? 10 : 60),
      schema: {
        ...faelles,
        summary,
        params,
        response: {
          204: { description: 'Gjort' },
          ...fejlsvar(400, 401, 403, 404, 429, 503),
          409: EGNE_SVAR[409],
          ...(run === proveModtager ? { 422: EGNE_SVAR[422] } : {}),
        },
      },
      handler: (request, reply) => answer(request, reply, (kilde, id) => run(deps, kilde, id)),
    })
  scope.post(
    `${EET}/hemmelighed`,
    {
      ...limit(10),
      schema: {
        ...faelles,
        summary: 'Få en ny hemmelighed; den forrige gælder et døgn endnu',
        params,
        response: { 200: jsonSvar('Den nye', 'Hemmelighed'), ...fejlsvar(401, 403, 404, 429, 503), 409: EGNE_SVAR[409] },
      },
    },
    (request, reply) => answer(request, reply, (kilde, id) => rotateHemmelighed(deps, kilde, id)),
  )
}

function addDoede(scope: FastifyInstance, deps: Deps): void {
  scope.get(
    `${EET}/doede`,
    {
      ...limit(120),
      schema: {
        ...faelles,
        summary: 'Det, der blev opgivet, ældste først',
        params,
        querystring: Type.Object({
          antal: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
          efter: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: { 200: jsonSvar('En side', 'DoedeHaendelser'), ...fejlsvar(400, 401, 403, 404, 429, 503) },
      },
    },
    (request, reply) => {
      const { antal = '100', efter } = request.query as Readonly<Record<string, unknown>>
      const tal = /^\d{1,4}$/.test(String(antal)) ? Number(antal) : 0
      if (tal < 1 || tal > 1_000 || (efter !== undefined && typeof efter !== 'string'))
        return sendProblem(reply, toProblem('ABONNEMENT_UGYLDIGT'))
      return answer(request, reply, async (kilde, id) => {
        const svar = await listDoedeFor(deps, kilde, id, { antal: tal, efter })
        if (!svar.ok) return svar
        const { doede, naeste } = svar.value
        return { ok: true, value: { doede: doede.map(toDoed), ...(naeste ? { naeste } : {}) } }
      })
    },
  )
  scope.post(
    `${EET}/genudsendelse`,
    {
      ...limit(30),
      schema: {
        ...faelles,
        summary: 'Send det igen, som blev opgivet',
        params,
        body: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Genudsendelse' } } } },
        response: { 200: jsonSvar('Lagt i kø igen', 'Genudsendt'), ...fejlsvar(400, 401, 403, 404, 413, 415, 429, 503) },
      },
    },
    (request, reply) => {
      const valg = parseGenudsendelse(String(request.body ?? ''))
      if (!valg) return sendProblem(reply, toProblem('ABONNEMENT_UGYLDIGT'))
      return answer(request, reply, async (kilde, id) => {
        const svar = await resend(deps, kilde, id, valg)
        return svar.ok ? { ok: true, value: { antal: svar.value } } : svar
      })
    },
  )
}

const idOf = (request: FastifyRequest) => parseUuid((request.params as { readonly id: string }).id)

/** Does it for the caller's own; what it answers is sent, and 204 where there is nothing to say. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  run: (kilde: Uuid, id: Uuid) => Promise<Resultat<object | true, Afvisning>>,
): Promise<FastifyReply> {
  const id = idOf(request)
  if (!id) return sendProblem(reply, toProblem('FINDES_IKKE'))
  const svar = await run(kildeOf(request).id, id)
  if (!svar.ok) return sendProblem(reply, toProblem(svar.afvisning))
  return svar.value === true ? reply.code(204).send() : reply.send(svar.value)
}

/** As the owner sees it; whose it is it knows. */
function toVist({ abonnement, drift }: AbonnementMedDrift) {
  const { ejer: _ejer, ...vist } = abonnement
  return { ...vist, drift }
}

const toDoed = (raekke: {
  haendelse_id: Uuid
  objekt_id: Uuid
  dannet: string
  afgjort: string
  forsoeg: number
  grund: string
}) => ({
  haendelse: raekke.haendelse_id,
  objekt: raekke.objekt_id,
  dannet: raekke.dannet,
  doed: raekke.afgjort,
  forsoeg: raekke.forsoeg,
  grund: raekke.grund,
})
