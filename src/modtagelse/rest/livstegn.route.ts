import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { LIVSTEGN_SAETNINGER, type Livstegnsafvisning, recordLivstegn } from '#afstemning/livstegn'
import { type Problem, sendProblem } from '#platform/http'
import type { Modtagelsesdeps } from '../leverance/index.ts'
import { readJsonAsText } from './json-scope.ts'
import { type Kildeadgangsdeps, kildeOf, requireKilder } from './kilde-adgang.ts'
import { parseStrengJson } from './parse-linje.ts'
import { parseLivstegn } from './parse-livstegn.ts'
import { answerFejl, FORESPOERGSEL_UGYLDIG } from './problemer.ts'
import { fejlsvar, jsonSvar, KILDESIKRING, ref } from './skema.ts'

type Deps = Pick<Modtagelsesdeps, 'db'> & Kildeadgangsdeps

/** Two hundred municipalities take a quarter of it. */
const HOEJST_BYTES = 128 * 1024

/** POST /api/v1/livstegn: a source says that it lives, and how far it is. */
export const livstegnRoute: FastifyPluginAsync<Deps> = async (scope, deps) => {
  readJsonAsText(scope, HOEJST_BYTES)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.post(
    '/api/v1/livstegn',
    {
      config: { adgang: 'kilde', rateLimit: { max: 120, timeWindow: 60_000 } },
      bodyLimit: HOEJST_BYTES,
      schema: {
        summary: 'Sig, at kilden lever, og hvor langt den er',
        description:
          'Hvor kildens tal passer med vores efter en afstemning, er det bevist, at intet mangler ved vandmærket. Kun så kan borgeren få at vide, at der intet er.',
        tags: ['afstemning'],
        security: KILDESIKRING,
        body: { content: { 'application/json': { schema: ref('Livstegn') } } },
        response: {
          200: jsonSvar('Hvad livstegnet beviser', 'Livstegnssvar'),
          ...fejlsvar(400, 401, 403, 409, 413, 415, 429, 503),
        },
      },
    },
    (request, reply) => answer(deps, request, reply),
  )
}

async function answer({ db, clock }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const livstegn = parseLivstegn(parseStrengJson(String(request.body ?? '')))
  if (!livstegn) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const kilde = kildeOf(request)
  const svar = await db.transaction({ rolle: 'modtagelse' }, (tx) => recordLivstegn(tx, kilde, livstegn, clock.now()))
  return svar.ok ? reply.send({ bevist: svar.value }) : sendProblem(reply, toProblem(svar.afvisning))
}

const STATUS: Readonly<Record<Livstegnsafvisning, number>> = {
  LOEBENUMMER_BRUGT: 409,
  KOMMUNE_IKKE_AFTALT: 403,
  LIVSTEGN_UGYLDIGT: 400,
  LIVSTEGN_TIDSPUNKT: 400,
}

const toProblem = (kode: Livstegnsafvisning): Problem => ({ status: STATUS[kode], kode, ...LIVSTEGN_SAETNINGER[kode] })
