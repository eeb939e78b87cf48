import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { type Aktiv, aktiver } from './aktiver.ts'

type Pakket = { readonly aktiv: Aktiv; readonly br: Buffer | undefined; readonly gzip: Buffer | undefined }

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)

/** Pictures and text once packed as small as they get; woff2 is packed already. */
async function pak(aktiv: Aktiv): Promise<Pakket> {
  if (aktiv.type === 'font/woff2') return { aktiv, br: undefined, gzip: undefined }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: aktiv.indhold.length }
  return { aktiv, br: await brotli(aktiv.indhold, { params }), gzip: await gz(aktiv.indhold, { level: 9 }) }
}

/**
 * Serves style, script, typeface and icons at `/statisk/<hash>/<name>`, for a year, since other content has another address. An unknown
 * address is 404. Nothing here is personal.
 */
export async function registerStatisk(app: FastifyInstance): Promise<void> {
  const pakkede = await Promise.all([...aktiver().values()].map(pak))
  const efterSti = new Map(pakkede.map((pakket) => [pakket.aktiv.sti, pakket]))
  app.get<{ Params: { hash: string; fil: string } }>('/statisk/:hash/:fil', async (request, reply) => {
    const fundet = efterSti.get(`/statisk/${request.params.hash}/${request.params.fil}`)
    if (!fundet) return reply.code(404).type('text/plain; charset=utf-8').send('404')
    const accept = String(request.headers['accept-encoding'] ?? '')
    const kodning = fundet.br && /\bbr\b/.test(accept) ? 'br' : fundet.gzip && /\bgzip\b/.test(accept) ? 'gzip' : undefined
    void reply
      .type(fundet.aktiv.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
    if (kodning) void reply.header('content-encoding', kodning)
    return reply.send((kodning && fundet[kodning]) ?? fundet.aktiv.indhold)
  })
}
