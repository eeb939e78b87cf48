import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Linjeudfald, Trinobservation } from '../observation.ts'

export type Afsendelse = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
  /** The connection is cut when the answer begins. */
  readonly svarTabt?: boolean
}

/** `vent`: how many seconds a busy receiver asks the sender to wait. */
export type Raasvar = { readonly status: number; readonly tekst: string; readonly ms: number; readonly vent?: number | undefined }

/** An answer longer than this is no answer to one of our messages. */
const HOEJST_SVAR = 64 * 1024 * 1024
const FRIST_MS = 60_000

/** Posts once, follows nothing. Gives undefined where the answer was let go of. Throws Error where there is none. */
export function post({ url, headers, body, svarTabt = false }: Afsendelse): Promise<Raasvar | undefined> {
  const start = performance.now()
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const ud = ask(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, timeout: FRIST_MS },
      (ind) => {
        if (svarTabt) {
          ind.destroy()
          resolve(undefined)
          return
        }
        const dele: Buffer[] = []
        let laengde = 0
        ind.on('data', (del: Buffer) => {
          laengde += del.length
          if (laengde > HOEJST_SVAR) ind.destroy(new Error('svaret er for langt'))
          else dele.push(del)
        })
        ind.on('error', reject)
        ind.on('end', () =>
          resolve({
            status: ind.statusCode ?? 0,
            tekst: Buffer.concat(dele).toString('utf8'),
            ms: performance.now() - start,
            vent: Number(ind.headers['retry-after']) || undefined,
          }),
        )
      },
    )
    ud.on('timeout', () => ud.destroy(new Error(`intet svar i ${FRIST_MS / 1000} sekunder`)))
    ud.on('error', reject)
    ud.end(body)
  })
}

type Kvitteringslinje = {
  readonly slut?: boolean
  readonly udfald?: unknown
  readonly kode?: unknown
  readonly brud?: readonly { readonly regel?: unknown; readonly da?: unknown }[]
}

const UDFALD = ['modtaget', 'uaendret', 'afvist'] as const
const REGEL = /^[A-Z]{3}-\d{3}$/

/** Reads what POST /api/v1/leverancer answers: receipts a line and a closing line, or a problem document. */
export function laesKvitteringer({ status, tekst, ms }: Raasvar): Trinobservation {
  if (status !== 200) return { type: 'svar', status, linjer: [], regler: readProblem(tekst), ms }
  const linjer: Linjeudfald[] = []
  let slut = false
  for (const linje of tekst.split('\n').filter((en) => en !== '')) {
    const laest = parseJson(linje) as Kvitteringslinje | undefined
    if (laest?.slut === true) slut = true
    else {
      const udfald = UDFALD.find((kendt) => kendt === laest?.udfald)
      if (!udfald) return { type: 'fejl', hvad: 'en kvittering kan ikke læses', ms }
      const brud = Array.isArray(laest?.brud) ? laest.brud : []
      linjer.push({ udfald, regler: brud.map(({ regel }) => String(regel)).filter((regel) => REGEL.test(regel)) })
    }
  }
  return slut ? { type: 'svar', status, linjer, regler: [], ms } : { type: 'fejl', hvad: 'slutlinjen mangler', ms }
}

function readProblem(tekst: string): readonly string[] {
  const { kode } = (parseJson(tekst) ?? {}) as { readonly kode?: unknown }
  return REGEL.test(String(kode)) ? [String(kode)] : []
}

function parseJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
