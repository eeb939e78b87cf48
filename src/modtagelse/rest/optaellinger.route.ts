import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type Afstemningsafvisning, type Optaelling, reconcile } from '#afstemning/daekning'
import { parseArt, parseCvrNummer, parseKleEmne } from '#kernel'
import { livsomraadeFor } from '#klassifikation'
import { type Problem, sendProblem } from '#platform/http'
import type { Modtagelsesdeps } from '../leverance/index.ts'
import { readJsonAsText } from './json-scope.ts'
import { type Kildeadgangsdeps, kildeOf, requireKilder } from './kilde-adgang.ts'
import { parseStrengJson } from './parse-linje.ts'
import { answerFejl, FORESPOERGSEL_UGYLDIG } from './problemer.ts'
import { fejlsvar, jsonSvar, KILDESIKRING, MODTAGELSE_SKEMAER, ref } from './skema.ts'

type Deps = Pick<Modtagelsesdeps, 'db'> & Kildeadgangsdeps

const HOEJST_BYTES = 4 * 1024 * 1024

/** POST /api/v1/optaellinger: the source's own count of what it has, compared with the index's. */
export const optaellingerRoute: FastifyPluginAsync<Deps> = async (scope, deps) => {
  readJsonAsText(scope, HOEJST_BYTES)
  requireKilder(scope, deps)
  answerFejl(scope)
  scope.post(
    '/api/v1/optaellinger',
    {
      // Counting reads all of the source's objects.
      config: { adgang: 'kilde', rateLimit: { max: 30, timeWindow: 60_000 } },
      bodyLimit: HOEJST_BYTES,
      schema: {
        summary: 'Stem kildens eget antal af med vores',
        description:
          'Send det hele for hver kommune, der nævnes. Hvor tallene er ens, kan borgeren få at vide, at der intet er; hvor de ikke er, kan borgeren ikke.',
        tags: ['afstemning'],
        security: KILDESIKRING,
        body: { content: { 'application/json': { schema: ref('Optaelling') } } },
        response: { 200: jsonSvar('Hvor vi ikke er enige', 'Afstemning'), ...fejlsvar(400, 401, 403, 413, 415, 429, 503) },
      },
    },
    (request, reply) => answer(deps, request, reply),
  )
}

async function answer(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const optaelling = parseOptaelling(String(request.body ?? ''))
  if (!optaelling) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
  const tidspunkt = deps.clock.now()
  const svar = await deps.db.transaction({ rolle: 'modtagelse' }, (tx) => reconcile(tx, kildeOf(request), optaelling, tidspunkt))
  if (!svar.ok) return sendProblem(reply, AFVIST[svar.afvisning])
  return reply.send({ tidspunkt, stemmer: svar.value.length === 0, forskelle: svar.value })
}

const validator = Compile(MODTAGELSE_SKEMAER['Optaelling'] as TSchema)
type Led = { readonly kommune: string; readonly kle: string; readonly art: string; readonly antal: number }

/** The count by area of life, or undefined where it is not one or names the same number twice. Numbers of one area are added together. */
function parseOptaelling(tekst: string): Optaelling[] | undefined {
  const vaerdi = parseStrengJson(tekst)
  if (!validator.Check(vaerdi)) return undefined
  const led = (vaerdi as { readonly optaelling: readonly Led[] }).optaelling
  if (new Set(led.map(({ kommune, kle, art }) => `${kommune} ${kle} ${art}`)).size !== led.length) return undefined
  const felter = new Map<string, Optaelling>()
  for (const { kommune, kle, art, antal } of led) {
    const [cvr, emne, kendtArt] = [parseCvrNummer(kommune), parseKleEmne(kle), parseArt(art)]
    if (!cvr || !emne || !kendtArt) return undefined
    const livsomraade = livsomraadeFor(emne).noegle
    const navn = `${cvr} ${livsomraade} ${kendtArt}`
    felter.set(navn, { kommune: cvr, livsomraade, art: kendtArt, antal: (felter.get(navn)?.antal ?? 0) + antal })
  }
  return [...felter.values()]
}

const AFVIST: Readonly<Record<Afstemningsafvisning, Problem>> = {
  KOMMUNE_IKKE_AFTALT: {
    status: 403,
    kode: 'KOMMUNE_IKKE_AFTALT',
    da: 'Kilden leverer ikke for en af kommunerne; tæl kun dem, der er aftalt.',
    en: 'The source does not deliver for one of the municipalities; count only those agreed.',
  },
  FELT_TO_GANGE: FORESPOERGSEL_UGYLDIG,
  ANTAL_UGYLDIGT: FORESPOERGSEL_UGYLDIG,
}
