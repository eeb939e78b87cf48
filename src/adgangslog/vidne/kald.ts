import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** How a witness is reached: by the address that the operator gave. */

/** What a witness answered, at most 64 KB of it; undefined where it did not. */
export type Vidnekaldssvar = { readonly status: number; readonly tekst: string } | undefined

const HOEJST_MS = 20_000
const HOEJST_BYTES = 65_536

/** POSTs to a witness. Redirects are no answer. Never throws. */
export async function askVidne(adresse: URL, tekst: string): Promise<Vidnekaldssvar> {
  const signal = AbortSignal.timeout(HOEJST_MS)
  try {
    const svar = await fetch(adresse, {
      method: 'POST',
      body: tekst,
      redirect: 'error',
      signal,
      headers: { 'content-type': 'text/plain' },
    })
    return { status: svar.status, tekst: await readTekst(svar) }
  } catch {
    return undefined
  }
}

async function readTekst({ body }: Response): Promise<string> {
  const dele: Uint8Array[] = []
  let bytes = 0
  for await (const del of body ?? []) {
    bytes += del.length
    if (bytes > HOEJST_BYTES) throw new RangeError('A witness answers with a line or two')
    dele.push(del)
  }
  return Buffer.concat(dele).toString('utf8')
}

/** What stands in a file that a witness keeps; undefined where there is none, or it is no such file. Never throws. */
export async function readVidnefil(adresse: URL): Promise<string | undefined> {
  try {
    const fil = fileURLToPath(adresse)
    const { size } = await stat(fil)
    return size <= HOEJST_BYTES ? await readFile(fil, 'utf8') : undefined
  } catch {
    return undefined
  }
}
