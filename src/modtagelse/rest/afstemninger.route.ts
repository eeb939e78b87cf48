import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { createForloeb, type Forloeb, type Oplyst, type Trinsvar } from '#afstemning/fortegnelse'
import { type Afvist, type Ok, ok, parseCvrNummer, parseTidspunkt, parseUuid } from '#kernel'
import { verifySignatur } from '#kilde'
import { sendProblem } from '#platform/http'
import type { Modtagelsesdeps } from '../leverance/index.ts'
import { AFSTEMNINGSPROBLEMER, type Afstemningsproblem } from './afstemning.problemer.ts'
import { toResultat } from './afstemning.vis.ts'
import { readJsonAsText } from './json-scope.ts'
import { type Kildeadgangsdeps, kildeOf, requireKilder } from './kilde-adgang.ts'
import { parseRod, parseTrin } from './parse-afstemning.ts'
import { answerFejl, FORESPOERGSEL_UGYLDIG } from './problemer.ts'
import { readFortegnelse } from './read-fortegnelse.ts'
import { fejlsvar, jsonSvar, KILDESIKRING, NDJSON, ref } from './skema.ts'

export type AfstemningerDeps = Pick<Modtagelsesdeps, 'db'> & Kildeadgangsdeps

/** All that is asked for at a time, with room for the fields that a source may add. */
const HOEJST_BYTES = 1024 * 1024
const SIGNATURHEADER = 'x-jws-signature'

const faelles = { tags: ['afstemning'], security: KILDESIKRING }
const OM_SIGNATUR = Type.Object({
  [SIGNATURHEADER]: Type.Optional(
    Type.String({ description: 'Signatur af kroppen, som den sendes, med en af kildens nøgler: JWS (RFC 7515) uden indhold' }),
  ),
})

/** A source's whole inventory for a municipality compared with the index's: as a tree, step by step, or all of it at once. */
export const afstemningerRoute: FastifyPluginAsync<AfstemningerDeps> = async (scope, deps) => {
  const forloeb = createForloeb(deps)
  scope.addHook('onClose', async () => forloeb.close())
  await scope.register(async (json) => {
    readJsonAsText(json, HOEJST_BYTES)
    requireKilder(json, deps)
    answerFejl(json)
    registerStart(json, deps, forloeb)
    registerTrin(json, forloeb)
  })
  await scope.register(async (ndjson) => {
    ndjson.removeAllContentTypeParsers()
    ndjson.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    ndjson.setValidatorCompiler(() => () => true)
    ndjson.setSerializerCompiler(() => JSON.stringify)
    requireKilder(ndjson, deps)
    answerFejl(ndjson)
    registerFortegnelse(ndjson, forloeb)
  })
}

type Scope = Parameters<FastifyPluginAsync>[0]

function registerStart(scope: Scope, deps: AfstemningerDeps, forloeb: Forloeb): void {
  scope.post(
    '/api/v1/afstemninger',
    {
      // Each reads all of the source's objects.
      config: { adgang: 'kilde', rateLimit: { max: 30, timeWindow: 60_000 } },
      bodyLimit: HOEJST_BYTES,
      schema: {
        ...faelles,
        summary: 'Stem alt, hvad kilden har for en kommune, af med vores',
        description:
          'Send fortegnelsens rod. Er den som vores, er dækningen bevist; ellers spørges der nedad i træet, kun hvor de to er forskellige. Forløbet huskes i et kvarter.',
        headers: OM_SIGNATUR,
        body: { content: { 'application/json': { schema: ref('Fortegnelsesrod') } } },
        response: {
          201: jsonSvar('Det, der spørges om, eller resultatet', 'Trin'),
          ...fejlsvar(400, 401, 403, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const udsagn = String(request.body ?? '')
      const rod = parseRod(udsagn)
      if (!rod) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
      const signatur = await readSignatur(deps, request, udsagn)
      if (!signatur.ok) return sendProblem(reply, AFSTEMNINGSPROBLEMER[signatur.afvisning])
      return answer(reply.code(201), await forloeb.start(kildeOf(request), { ...rod, udsagn, signatur: signatur.value }))
    },
  )
}

function registerTrin(scope: Scope, forloeb: Forloeb): void {
  scope.post(
    '/api/v1/afstemninger/:id/trin',
    {
      config: { adgang: 'kilde', rateLimit: { max: 1_200, timeWindow: 60_000 } },
      bodyLimit: HOEJST_BYTES,
      schema: {
        ...faelles,
        summary: 'Svar på det, en afstemning spørger om',
        description: 'Det samme svar en gang til får det samme spørgsmål. Er forløbet forbi (410), begyndes der forfra.',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        body: { content: { 'application/json': { schema: ref('Trinsvar') } } },
        response: {
          200: jsonSvar('Det, der spørges om, eller resultatet', 'Trin'),
          ...fejlsvar(400, 401, 403, 409, 410, 413, 415, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const raa = String(request.body ?? '')
      const svar = parseTrin(raa)
      if (!svar) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
      const id = parseUuid((request.params as { readonly id: string }).id)
      if (!id) return sendProblem(reply, AFSTEMNINGSPROBLEMER.AFSTEMNING_UDLOEBET)
      return answer(reply, await forloeb.step(kildeOf(request), id, svar, raa))
    },
  )
}

function registerFortegnelse(scope: Scope, forloeb: Forloeb): void {
  scope.put(
    '/api/v1/afstemninger/fortegnelse',
    {
      config: { adgang: 'kilde', rateLimit: { max: 30, timeWindow: 60_000 } },
      bodyLimit: Number.MAX_SAFE_INTEGER,
      schema: {
        ...faelles,
        summary: 'Stem af ved at sende hele fortegnelsen',
        description:
          'En linje for hvert objekt, ["<uuid>","<tidspunkt>"]. For den, der ikke vil lave et træ; højst 500.000 linjer.',
        querystring: Type.Object({
          kommune: Type.String({ description: 'CVR-nummer' }),
          tidspunkt: Type.String({ format: 'date-time', description: 'Hvornår fortegnelsen er taget' }),
          sendt: Type.Integer({ minimum: 0, description: 'Registreringer, som vi har kvitteret for som modtaget, nogensinde' }),
        }),
        body: { content: { [NDJSON]: { schema: Type.Array(Type.String()) } } },
        response: { 200: jsonSvar('Resultatet', 'Trin'), ...fejlsvar(400, 401, 403, 409, 413, 415, 429, 503) },
      },
    },
    async (request, reply) => {
      const oplyst = readOplyst(request)
      if (!oplyst) return sendProblem(reply, FORESPOERGSEL_UGYLDIG)
      const liste = await readFortegnelse(request)
      if (!liste.ok) return sendProblem(reply, AFSTEMNINGSPROBLEMER[liste.afvisning])
      return answer(reply, await forloeb.compare(kildeOf(request), oplyst, liste.value))
    },
  )
}

function readOplyst(request: FastifyRequest): Omit<Oplyst, 'antal' | 'rod' | 'signatur'> | undefined {
  const query = request.query as Readonly<Record<string, unknown>>
  const { kommune, tidspunkt, sendt, ...andet } = query
  const laest = {
    kommune: typeof kommune === 'string' ? parseCvrNummer(kommune) : undefined,
    tidspunkt: typeof tidspunkt === 'string' ? parseTidspunkt(tidspunkt) : undefined,
    sendt: typeof sendt === 'string' && /^\d{1,15}$/.test(sendt) ? Number(sendt) : undefined,
  }
  if (!laest.kommune || !laest.tidspunkt || laest.sendt === undefined || Object.keys(andet).length > 0) return undefined
  const { kommune: cvr, tidspunkt: tid, sendt: antal } = laest as { [K in keyof typeof laest]: NonNullable<(typeof laest)[K]> }
  return { kommune: cvr, tidspunkt: tid, sendt: antal, udsagn: JSON.stringify({ kommune: cvr, tidspunkt: tid, sendt: antal }) }
}

/** Without the header nothing is signed; with one that is wrong nothing is taken, since somebody believes that it is. */
async function readSignatur(
  deps: AfstemningerDeps,
  request: FastifyRequest,
  udsagn: string,
): Promise<Ok<Oplyst['signatur']> | Afvist<Afstemningsproblem>> {
  const jws = request.headers[SIGNATURHEADER]
  if (jws === undefined) return ok(undefined)
  const legitimation = await deps.kilder.legitimationOf(kildeOf(request).id)
  const svar = await verifySignatur(legitimation?.noegler ?? [], String(jws), udsagn)
  return svar.ok ? ok({ jws: String(jws), kid: svar.value.kid }) : svar
}

function answer(reply: FastifyReply, svar: Ok<Trinsvar> | Afvist<Afstemningsproblem>): FastifyReply {
  if (!svar.ok) {
    const problem = AFSTEMNINGSPROBLEMER[svar.afvisning]
    return sendProblem(problem.status === 503 ? reply.header('retry-after', '10') : reply, problem)
  }
  const { afstemning, spoerg, objekter, resultat } = svar.value
  return reply.send({ afstemning, spoerg, objekter, ...(resultat ? { resultat: toResultat(resultat) } : {}) })
}
