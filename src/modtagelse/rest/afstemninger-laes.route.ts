import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findAfstemning, listForskelle, listOensker, settleForskelle } from '#afstemning/fortegnelse'
import { parseUuid, tidspunkt, type Uuid } from '#kernel'
import { sendProblem } from '#platform/http'
import { toKildeafstemning, toOenske } from './afstemning.vis.ts'
import type { AfstemningerDeps } from './afstemninger.route.ts'
import { kildeOf, requireKilder } from './kilde-adgang.ts'
import { answerFejl, FINDES_IKKE, FORESPOERGSEL_UGYLDIG } from './problemer.ts'
import { fejlsvar, jsonSvar, KILDESIKRING } from './skema.ts'

const HOEJST = 1_000
const AFBRUDT_MS = 15 * 60_000

const side = {
  antal: Type.Optional(Type.Integer({ minimum: 1, maximum: HOEJST, description: `Så mange ad gangen, højst ${HOEJST}` })),
  efter: Type.Optional(Type.String({ maxLength: 100, description: 'naeste fra det forrige svar' })),
}
const kilde = { config: { adgang: 'kilde', rateLimit: { max: 600, timeWindow: 60_000 } } } as const
const faelles = { tags: ['afstemning'], security: KILDESIKRING }

/** What a source reads of its own reconciliations: the evidence, and what it is asked to deliver again. Another's answers as what does not exist. */
export const afstemningerLaesRoute: FastifyPluginAsync<AfstemningerDeps> = async (scope, deps) => {
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.get(
    '/api/v1/afstemninger/:id',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'En af kildens egne afstemninger: hvad den oplyste, hvad der blev fundet, og hvornår det blev afgjort',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: Type.Object(side),
        response: { 200: jsonSvar('Afstemningen', 'Kildeafstemning'), ...fejlsvar(400, 401, 403, 404, 429, 503) },
      },
    },
    (request, reply) => sendAfstemning(deps, request, reply),
  )
  scope.get(
    '/api/v1/leveringsoensker',
    {
      ...kilde,
      schema: {
        ...faelles,
        summary: 'Det, afstemningerne har fundet, og som endnu ikke er leveret eller fjernet',
        querystring: Type.Object(side),
        response: { 200: jsonSvar('En side af ønsker', 'Leveringsoensker'), ...fejlsvar(400, 401, 403, 429, 503) },
      },
    },
    (request, reply) => sendOensker(deps, request, reply),
  )
}

/** The page that is asked for, or undefined where a parameter is unknown, given twice or of a wrong form. */
function readSide(request: FastifyRequest): { readonly antal: number; readonly efter: string | undefined } | undefined {
  const { antal = '100', efter, ...andet } = request.query as Readonly<Record<string, unknown>>
  if (Object.keys(andet).length > 0 || (efter !== undefined && typeof efter !== 'string')) return undefined
  const tal = typeof antal === 'string' && /^\d{1,4}$/.test(antal) ? Number(antal) : 0
  return tal >= 1 && tal <= HOEJST ? { antal: tal, efter } : undefined
}

const MODTAGELSE = { rolle: 'modtagelse' } as const

async function sendAfstemning(
  { db, clock }: AfstemningerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const valg = readSide(request)
  const efter = valg?.efter === undefined ? undefined : parseUuid(valg.efter)
  if (!valg || (valg.efter !== undefined && !efter)) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const id = parseUuid((request.params as { readonly id: string }).id)
  if (!id) return sendProblem(reply, FINDES_IKKE)
  const kildeId = kildeOf(request).id
  const nu = clock.now()
  const [raekke, forskelle] = await db.transaction(MODTAGELSE, async (tx) => {
    await tx.run(settleForskelle(kildeId, nu))
    const [egen] = await tx.run(findAfstemning(kildeId, id))
    return [egen, egen ? await tx.run(listForskelle(id, efter, valg.antal + 1)) : []] as const
  })
  if (!raekke) return sendProblem(reply, FINDES_IKKE)
  const viste = forskelle.slice(0, valg.antal)
  const naeste = forskelle.length > valg.antal ? viste.at(-1)?.objekt_id : undefined
  const afbrudtFoer = tidspunkt(new Date(Date.parse(nu) - AFBRUDT_MS))
  return reply.send({ ...toKildeafstemning(raekke, viste, afbrudtFoer), ...(naeste ? { naeste } : {}) })
}

/** Where the last page ended: a comparison and an object. */
function readMaerke(efter: string): readonly [Uuid, Uuid] | undefined {
  const [afstemning, objekt] = efter.split('.').map((del) => parseUuid(del))
  return afstemning && objekt && efter.length === 73 ? [afstemning, objekt] : undefined
}

async function sendOensker({ db, clock }: AfstemningerDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const valg = readSide(request)
  const efter = valg?.efter === undefined ? undefined : readMaerke(valg.efter)
  if (!valg || (valg.efter !== undefined && !efter)) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const kildeId = kildeOf(request).id
  const raekker = await db.transaction(MODTAGELSE, async (tx) => {
    await tx.run(settleForskelle(kildeId, clock.now()))
    return tx.run(listOensker(kildeId, efter, valg.antal + 1))
  })
  const viste = raekker.slice(0, valg.antal)
  const sidste = raekker.length > valg.antal ? viste.at(-1) : undefined
  return reply.send({
    oensker: viste.map(toOenske),
    ...(sidste ? { naeste: `${sidste.afstemning_id}.${sidste.objekt_id}` } : {}),
  })
}
