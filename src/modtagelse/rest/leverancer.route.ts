import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Problem, sendProblem } from '#platform/http'
import { ElementKildeSchema, type Kvittering, type Leverance, type Modtagelsesdeps, openLeverance } from '../leverance/index.ts'
import { IND_REGLER } from '../regler/index.ts'
import { type Kildeadgangsdeps, requireKilde } from './kilde-adgang.ts'
import { modtagStroem, type Optaelling } from './modtag-stroem.ts'

export type LeverancerDeps = Modtagelsesdeps & Kildeadgangsdeps

const NDJSON = 'application/x-ndjson'

const BrudSchema = Type.Object({ regel: Type.String(), sti: Type.String(), da: Type.String(), en: Type.String() })
const KvitteringSchema = Type.Object(
  {
    linje: Type.Integer({ description: 'Linjens nummer i leverancen, fra 1' }),
    id: Type.Optional(Type.String({ description: 'Objektets UUID, hvor den kunne læses' })),
    udfald: Type.Union([Type.Literal('modtaget'), Type.Literal('uaendret'), Type.Literal('afvist')]),
    brud: Type.Optional(Type.Array(BrudSchema)),
  },
  { $id: 'Kvittering', description: 'En linje i svaret for hver linje i leverancen' },
)
const SlutSchema = Type.Object(
  {
    slut: Type.Literal(true),
    leverance: Type.String(),
    linjer: Type.Integer(),
    modtaget: Type.Integer(),
    uaendret: Type.Integer(),
    afvist: Type.Integer(),
  },
  {
    $id: 'Slutlinje',
    description: 'Svarets sidste linje: mangler den, er svaret afbrudt, og leverancen skal sendes igen med samme Idempotency-Key',
  },
)

const HeadersSchema = Type.Object({
  'idempotency-key': Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Leverancens eget navn; send samme igen efter en afbrydelse',
  }),
})

/** POST /api/v1/leverancer: NDJSON in, a receipt a line out, and a closing line that counts them. */
export const leverancerRoute: FastifyPluginAsync<LeverancerDeps> = async (scope, deps) => {
  scope.addContentTypeParser([NDJSON, 'application/ndjson', 'application/jsonl'], (_request, payload, done) =>
    done(null, payload),
  )
  scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  scope.route({
    method: 'POST',
    url: '/api/v1/leverancer',
    config: { adgang: 'kilde', rateLimit: false },
    bodyLimit: Number.MAX_SAFE_INTEGER,
    schema: {
      summary: 'Lever sager, dokumenter, journalnotater, bevillinger, effektueringer og aftaler',
      description:
        'En linje er ét objekt som JSON. Svaret er NDJSON med en kvittering for hver linje, sendt når den er gemt, og til sidst en slutlinje, der tæller dem.',
      consumes: [NDJSON],
      produces: [NDJSON],
      security: [{ token: [] }, { udviklingsnoegle: [] }],
      headers: HeadersSchema,
      response: { 200: { content: { [NDJSON]: { schema: Type.Union([KvitteringSchema, SlutSchema]) } } } },
    },
    // The body is a stream of lines that are checked one by one; its schema is for the reader of the documentation.
    attachValidation: true,
    handler: (request, reply) => deliver(deps, request, reply),
  })
}

/** The schema of one line, for the OpenAPI document. */
export const LinjeSchema = Type.Object({ element: ElementKildeSchema }, { $id: 'Linje' })

async function deliver(deps: LeverancerDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const kilde = await requireKilde(deps, request, reply)
  if (!kilde) return reply
  const noegle = (request.headers as Static<typeof HeadersSchema>)['idempotency-key']
  if (!noegle || noegle.length > 200) return sendProblem(reply, NOEGLE_MANGLER)
  const stroem = decode(request)
  if (!stroem) return sendProblem(reply, KODNING_UKENDT)
  const leverance = await openLeverance(deps, kilde, noegle, 'rest')
  await writeKvitteringer(deps, request, reply, leverance, stroem)
  return reply
}

const NOEGLE_MANGLER: Problem = {
  status: 400,
  kode: 'IDEMPOTENCY_KEY_MANGLER',
  da: 'Send headeren Idempotency-Key med leverancens eget navn, højst 200 tegn.',
  en: 'Send the header Idempotency-Key with a name of the delivery, at most 200 characters.',
}
const KODNING_UKENDT: Problem = {
  status: 415,
  kode: 'KODNING_UKENDT',
  da: 'Send linjerne som application/x-ndjson, rå eller med Content-Encoding gzip.',
  en: 'Send the lines as application/x-ndjson, plain or with Content-Encoding gzip.',
}

function decode(request: FastifyRequest): Readable | undefined {
  const body = request.body as Readable | undefined
  if (!body || typeof body.pipe !== 'function') return undefined
  const kodning = request.headers['content-encoding'] ?? 'identity'
  if (kodning === 'identity') return body
  if (kodning !== 'gzip') return undefined
  const gunzip = createGunzip()
  body.on('error', (fejl) => gunzip.destroy(fejl))
  return body.pipe(gunzip)
}

/**
 * Writes receipts as their batch is kept. A fault before the first is a problem document; after it the connection is cut, so that the
 * closing line is missing and the sender knows to send again. The response is not waited for while the request is read: a sender that
 * reads only when it has sent everything must not be locked.
 */
async function writeKvitteringer(
  deps: LeverancerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  leverance: Leverance,
  stroem: Readable,
): Promise<void> {
  const antal: Optaelling = { linjer: 0, modtaget: 0, uaendret: 0, afvist: 0 }
  try {
    for await (const { kvitteringer, forLang } of modtagStroem(deps, leverance, stroem)) {
      beginSvar(reply)
      for (const kvittering of kvitteringer) {
        antal.linjer++
        antal[kvittering.udfald]++
      }
      reply.raw.write(kvitteringer.map(toLinje).join(''))
      if (forLang) throw new RangeError('The delivery has more lines than are taken at a time')
    }
    beginSvar(reply)
    reply.raw.end(`${JSON.stringify({ slut: true, leverance: leverance.id, ...antal })}\n`)
  } catch (error) {
    request.log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'a delivery was cut short')
    if (reply.raw.headersSent) {
      reply.raw.destroy()
      return
    }
    sendProblem(reply.header('retry-after', '10'), isBadInput(error) ? BRUDT_STROEM : UTILGAENGELIG)
  }
}

const isBadInput = (error: unknown): boolean =>
  typeof (error as { code?: unknown }).code === 'string' && /^Z_|ERR_/.test(String((error as { code: string }).code))

const BRUDT_STROEM: Problem = { status: 400, kode: 'IND-014', ...IND_REGLER['IND-014'] }
const UTILGAENGELIG: Problem = {
  status: 503,
  kode: 'UTILGAENGELIG',
  da: 'Leverancen kunne ikke gemmes lige nu. Send den igen om lidt med samme Idempotency-Key.',
  en: 'The delivery could not be kept right now. Send it again shortly with the same Idempotency-Key.',
}

function beginSvar(reply: FastifyReply): void {
  if (reply.sent) return
  reply.hijack()
  const headers = Object.entries(reply.getHeaders()).flatMap(([navn, vaerdi]) =>
    vaerdi === undefined ? [] : [[navn, vaerdi] as const],
  )
  for (const [navn, vaerdi] of headers) reply.raw.setHeader(navn, vaerdi)
  reply.raw.writeHead(200, { 'content-type': `${NDJSON}; charset=utf-8` })
}

const toLinje = ({ linje, id, udfald, brud }: Kvittering): string =>
  `${JSON.stringify({ linje, id, udfald, ...(brud.length > 0 ? { brud } : {}) })}\n`
