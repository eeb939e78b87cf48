import { Forbindelsesfejl, readFejl } from './fejl.ts'
import type { Kald } from './kald.ts'
import type { Kvittering, Linje, Slutlinje } from './skema.ts'

export type Leveringsvalg = {
  /** The delivery's own name, at most 180 characters. The same again after an interruption: nothing is lost, and nothing is doubled. */
  readonly noegle: string
  /** Lines in a piece; each piece is a delivery of its own under `<noegle>/<number>`. The same again after an interruption. */
  readonly stykke?: number
  /** Where an interrupted delivery goes on: after so many whole pieces, whose lines are passed over. */
  readonly fra?: number
  /** Packed on the way: by the runtime's own, or by what is given, which may let go of its memory sooner (Node: `promisify(zlib.gzip)`). */
  readonly gzip?: boolean | Pakker
}

export type Pakker = (tekst: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | ArrayBuffer>

/** What was answered to one piece, when all of it is durable. Lines are counted from 1 in the whole. */
export type Stykkesvar = {
  readonly nr: number
  /** The deliveries that it became: more than one where the server stopped reading at its bounds. */
  readonly leverancer: readonly string[]
  readonly kvitteringer: readonly Kvittering[]
}

const STYKKE = 1_000
/** A piece is sent within the server's two minutes on a slow line too. */
const HOEJST_TEGN = 4_000_000

/**
 * Delivers lines (objects, or JSON already written) and gives the receipts piece by piece. A piece whose closing line is missing is sent
 * again under its own name. Throws BorgerblikketFejl where a whole piece is refused, and Forbindelsesfejl where no attempt got through.
 */
export async function* lever(
  kald: Kald,
  linjer: Iterable<Linje | string> | AsyncIterable<Linje | string>,
  { noegle, stykke = STYKKE, fra = 0, gzip = false }: Leveringsvalg,
): AsyncGenerator<Stykkesvar, void> {
  let naaet = 0
  let nr = 0
  for await (const bunke of pieces(linjer, stykke)) {
    nr++
    const foer = naaet
    naaet += bunke.length
    if (nr <= fra) continue
    const { leverancer, kvitteringer } = await sendAlle(kald, bunke, `${noegle}/${nr}`, gzip)
    yield { nr, leverancer, kvitteringer: kvitteringer.map((en) => ({ ...en, linje: en.linje + foer })) }
  }
}

/** Where the server stopped reading at its bounds, what follows is sent under a name made of the piece's own. */
async function sendAlle(kald: Kald, bunke: readonly string[], noegle: string, gzip: boolean | Pakker) {
  const leverancer: string[] = []
  const kvitteringer: Kvittering[] = []
  while (kvitteringer.length < bunke.length) {
    const foer = kvitteringer.length
    const navn = foer === 0 ? noegle : `${noegle}.${foer}`
    const svar = await sendStykke(kald, bunke.slice(foer), navn, gzip)
    leverancer.push(svar.slut.leverance)
    kvitteringer.push(...svar.kvitteringer.map((en) => ({ ...en, linje: en.linje + foer })))
  }
  return { leverancer, kvitteringer }
}

async function* pieces(
  linjer: Iterable<Linje | string> | AsyncIterable<Linje | string>,
  stykke: number,
): AsyncGenerator<readonly string[], void> {
  let bunke: string[] = []
  let tegn = 0
  for await (const linje of linjer) {
    const tekst = typeof linje === 'string' ? linje.trim() : JSON.stringify(linje)
    // A blank line gets no receipt, so it is not counted either.
    if (tekst === '') continue
    if (bunke.length > 0 && (bunke.length >= stykke || tegn + tekst.length > HOEJST_TEGN)) {
      yield bunke
      bunke = []
      tegn = 0
    }
    bunke.push(tekst)
    tegn += tekst.length
  }
  if (bunke.length > 0) yield bunke
}

type Svar = { readonly kvitteringer: readonly Kvittering[]; readonly slut: Slutlinje }

async function sendStykke(kald: Kald, bunke: readonly string[], noegle: string, gzip: boolean | Pakker): Promise<Svar> {
  const tekst = new TextEncoder().encode(`${bunke.join('\n')}\n`)
  const body = gzip ? await (typeof gzip === 'function' ? gzip : pack)(tekst) : tekst
  for (let nr = 1; ; nr++) {
    const request = new Request(new URL('/api/v1/leverancer', kald.adresse), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-ndjson',
        'idempotency-key': noegle,
        ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      },
      body,
    })
    const svar = await kald.send(request)
    if (!svar.ok) throw await readFejl(svar)
    const laest = await readSvar(svar)
    if (laest) return laest
    if (nr >= kald.forsoeg)
      throw new Forbindelsesfejl('Svaret på leverancen blev afbrudt i hvert forsøg. Send igen med samme nøgle.')
    await kald.pause(nr)
  }
}

/** Not by way of a Blob: its memory is let go of long after it is of no more use. */
async function pack(tekst: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const pakker = new CompressionStream('gzip')
  const pakket = new Response(pakker.readable).arrayBuffer()
  const skriver = pakker.writable.getWriter()
  await skriver.write(tekst)
  await skriver.close()
  return pakket
}

/** The receipts and the closing line that counts them, or undefined where the answer was cut off. */
async function readSvar(svar: Response): Promise<Svar | undefined> {
  const tekst = await svar.text().catch(() => '')
  const linjer = tekst.split('\n').filter((linje) => linje !== '')
  const sidste = parse(linjer.pop())
  if (!sidste || !('slut' in sidste) || sidste.linjer !== linjer.length) return undefined
  return { kvitteringer: linjer.map((linje) => JSON.parse(linje) as Kvittering), slut: sidste }
}

function parse(linje: string | undefined): Kvittering | Slutlinje | undefined {
  try {
    return linje === undefined ? undefined : (JSON.parse(linje) as Kvittering | Slutlinje)
  } catch {
    // Half a line: the answer was cut off.
    return undefined
  }
}
