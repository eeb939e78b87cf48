import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Problem, sendProblem } from '#platform/http'
import { type Leverance, type Modtagelsesdeps, openLeverance } from '../leverance/index.ts'
import type { AabnBunker, Optaelling } from './bunker.ts'
import { type Kildeadgangsdeps, kildeOf, requireKilder } from './kilde-adgang.ts'
import { readStroem } from './modtag-stroem.ts'
import { createPladser } from './pladser.ts'
import { answerFejl, INDHOLDSTYPE_UKENDT, indProblem, KODNING_UKENDT, NOEGLE_MANGLER, UTILGAENGELIG } from './problemer.ts'
import { fejlsvar, KILDESIKRING, NDJSON, ref } from './skema.ts'

export type LeverancerDeps = Modtagelsesdeps & Kildeadgangsdeps & { readonly aabnBunker: AabnBunker }

const HOEJST_NOEGLE = 200
/** Receipts that the sender has not read may take this much memory; a delivery of 100,000 lines without breaches fills a third. */
const HOEJST_ULAEST = 32 * 1024 * 1024
const VENTETID_MS = 60_000
/** Deliveries at the same time; one more is asked to come back, before any of it is read. */
const HOEJST_SAMTIDIGE = { ialt: 100, prKilde: 40 }

const HeadersSchema = Type.Object({
  'idempotency-key': Type.String({
    minLength: 1,
    maxLength: HOEJST_NOEGLE,
    description: 'Leverancens eget navn; send samme igen efter en afbrydelse',
  }),
})

/** POST /api/v1/leverancer: NDJSON in, a receipt a line out, and a closing line that counts them. */
export const leverancerRoute: FastifyPluginAsync<LeverancerDeps> = async (scope, deps) => {
  // Nothing is read but as a stream of lines: the standard parsers would hold a body of any size in memory.
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  // Lines are checked one by one, and the header by hand: the schemas are for the reader of the documentation.
  scope.setValidatorCompiler(() => () => true)
  scope.setSerializerCompiler(() => JSON.stringify)
  requireKilder(scope, deps)
  answerFejl(scope)
  const pladser = createPladser(HOEJST_SAMTIDIGE)
  const deliverIfRoom = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const slip = pladser.tag(kildeOf(request).id, 1)
    if (!slip) return sendProblem(reply.header('retry-after', '10'), UTILGAENGELIG)
    try {
      return await deliver(deps, request, reply)
    } finally {
      slip()
    }
  }
  scope.route({
    method: 'POST',
    url: '/api/v1/leverancer',
    config: { adgang: 'kilde', rateLimit: false },
    bodyLimit: Number.MAX_SAFE_INTEGER,
    schema: {
      summary: 'Lever sager, dokumenter, journalnotater, bevillinger, effektueringer og aftaler',
      description:
        'En linje er ét objekt som JSON. Svaret er NDJSON med en kvittering for hver linje, sendt når den er gemt, og til sidst en slutlinje, der tæller dem.',
      tags: ['levering'],
      security: KILDESIKRING,
      headers: HeadersSchema,
      body: { content: { [NDJSON]: { schema: ref('Linje') } } },
      response: {
        200: {
          description: 'En kvittering for hver linje og til sidst en slutlinje',
          content: { [NDJSON]: { schema: Type.Union([ref('Kvittering'), ref('Slutlinje')]) } },
        },
        ...fejlsvar(400, 401, 403, 415, 503),
      },
    },
    handler: deliverIfRoom,
  })
}

async function deliver(deps: LeverancerDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const noegle = request.headers['idempotency-key']
  if (typeof noegle !== 'string' || noegle.length === 0 || noegle.length > HOEJST_NOEGLE)
    return sendProblem(reply, NOEGLE_MANGLER)
  const stroem = decode(request)
  if ('kode' in stroem) return sendProblem(reply, stroem)
  const leverance = await openLeverance(deps, kildeOf(request), noegle, 'rest')
  await writeKvitteringer(deps, request, reply, leverance, stroem)
  return reply
}

const TYPER = /^application\/(x-ndjson|ndjson|jsonl|octet-stream)(;\s*charset="?utf-8"?)?$/i

function decode(request: FastifyRequest): Readable | Problem {
  const body = request.body as Readable | undefined
  if (!body || !TYPER.test(request.headers['content-type']?.trim() ?? '')) return INDHOLDSTYPE_UKENDT
  const kodning = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (kodning === 'identity') return body
  if (kodning !== 'gzip' && kodning !== 'x-gzip') return KODNING_UKENDT
  const gunzip = createGunzip()
  // Told to whoever reads; an error that comes when nobody reads any more must not end the process.
  gunzip.on('error', () => undefined)
  body.on('error', (fejl) => gunzip.destroy(fejl))
  return body.pipe(gunzip)
}

const OPTALTE = ['linjer', 'modtaget', 'uaendret', 'afvist'] as const

/**
 * Writes receipts as their batch is kept. A fault before the first is a problem document; after it the connection is cut, so that the
 * closing line is missing and the sender knows to send again. The response is not waited for while the request is read, unless very much
 * of it is unread: a sender that reads only when it has sent everything must not be locked.
 */
async function writeKvitteringer(
  deps: LeverancerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  leverance: Leverance,
  stroem: Readable,
): Promise<void> {
  const antal: Optaelling = { linjer: 0, modtaget: 0, uaendret: 0, afvist: 0 }
  const bunker = deps.aabnBunker(leverance)
  try {
    for await (const svar of readStroem(bunker.modtag, stroem)) {
      beginSvar(reply)
      for (const navn of OPTALTE) antal[navn] += svar.antal[navn]
      reply.raw.write(svar.tekst)
      await untilRead(reply.raw)
    }
    if (antal.linjer === 0) {
      sendProblem(reply, indProblem('IND-017'))
      return
    }
    reply.raw.end(`${JSON.stringify({ slut: true, leverance: leverance.id, ...antal })}\n`)
  } catch (error) {
    cutShort(request, reply, error)
  } finally {
    bunker.luk()
    // What is left unread is thrown away, so that the answer reaches a sender that is still sending.
    request.raw.unpipe()
    request.raw.resume()
  }
}

function cutShort(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  request.log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'a delivery was cut short')
  if (reply.raw.headersSent) {
    reply.raw.destroy()
    return
  }
  if (isBadInput(error)) sendProblem(reply, indProblem('IND-014'))
  else sendProblem(reply.header('retry-after', '10'), UTILGAENGELIG)
}

/** Gzip that is none, or that ends too early. */
const isBadInput = (error: unknown): boolean => /^Z_/.test(String((error as { code?: unknown } | null)?.code))

async function untilRead(svar: ServerResponse): Promise<void> {
  if (svar.writableLength > HOEJST_ULAEST) await once(svar, 'drain', { signal: AbortSignal.timeout(VENTETID_MS) })
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
