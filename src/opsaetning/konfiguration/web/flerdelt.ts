import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A form with a file is a little larger than the file; what is larger than this is not read. */
const HOEJST_KROP = 1024 * 1024

/** The form cannot be read. */
class Formfejl extends Error {
  override readonly name = 'Formfejl'
  readonly statusCode = 400
}

/**
 * Reads forms with a file (multipart/form-data) in the scope, by Node's own parser: text fields as text, files as bytes. A file's name is not
 * kept.
 */
export function readFlerdelteFormularer(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: HOEJST_KROP },
    async (request: FastifyRequest, krop: Buffer) => {
      const felter: Record<string, string | Uint8Array> = Object.create(null)
      const dele = await readDele(krop, request.headers['content-type'] ?? '')
      for (const [navn, del] of dele) felter[navn] = typeof del === 'string' ? del : new Uint8Array(await del.arrayBuffer())
      return felter
    },
  )
}

async function readDele(krop: Buffer, slags: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(krop), { headers: { 'content-type': slags } }).formData()
  } catch (cause) {
    throw new Formfejl('The form could not be read', { cause })
  }
}
