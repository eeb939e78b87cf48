import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import { createListe, type Liste } from '#afstemning/trae'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import type { Afstemningsproblem } from './afstemning.problemer.ts'
import { type Linjegraenser, splitLinjer } from './ndjson.ts'
import { parseObjektversion } from './parse-afstemning.ts'
import { parseStrengJson } from './parse-linje.ts'
import { NDJSON } from './skema.ts'

const HOEJST_LINJER = 500_000
const GRAENSER: Linjegraenser = { linje: 256, linjer: HOEJST_LINJER, nr: HOEJST_LINJER + 1_000, bytes: HOEJST_LINJER * 128 }

const TYPE = new RegExp(`^${NDJSON}(;\\s*charset="?utf-8"?)?$`, 'i')

/** A whole inventory, a line an object. The request is read to its end, also where it is refused, so that the answer is heard. */
export async function readFortegnelse(request: FastifyRequest): Promise<Ok<Liste> | Afvist<Afstemningsproblem>> {
  const stroem = decode(request)
  if ('afvisning' in stroem) return stroem
  try {
    return await readLinjer(stroem)
  } catch (fejl) {
    if (/^Z_/.test(String((fejl as { code?: unknown } | null)?.code))) return afvist('IND-014')
    throw fejl
  } finally {
    request.raw.unpipe()
    request.raw.resume()
  }
}

async function readLinjer(stroem: Readable): Promise<Ok<Liste> | Afvist<Afstemningsproblem>> {
  const liste = createListe()
  const bytes = stroem.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  for await (const { tekst, forLang, nr } of splitLinjer(bytes, GRAENSER)) {
    if (forLang && nr > HOEJST_LINJER) return afvist('FORTEGNELSE_FOR_STOR')
    const vaerdi = tekst === undefined ? undefined : parseStrengJson(tekst)
    const version = Array.isArray(vaerdi) ? parseObjektversion(vaerdi) : undefined
    if (!version) return afvist('FORTEGNELSE_UGYLDIG')
    liste.add(version)
  }
  return ok(liste)
}

function decode(request: FastifyRequest): Readable | Afvist<Afstemningsproblem> {
  const body = request.body as Readable | undefined
  if (!body || !TYPE.test(request.headers['content-type']?.trim() ?? '')) return afvist('INDHOLDSTYPE_UKENDT')
  const kodning = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (kodning === 'identity') return body
  if (kodning !== 'gzip' && kodning !== 'x-gzip') return afvist('KODNING_UKENDT')
  const gunzip = createGunzip()
  // Told to whoever reads; an error that comes when nobody reads any more must not end the process.
  gunzip.on('error', () => undefined)
  body.on('error', (fejl) => gunzip.destroy(fejl))
  return body.pipe(gunzip)
}
