import { Forbindelsesfejl } from './fejl.ts'
import { createLegitimering, type Legitimation } from './legitimation.ts'

export type Kaldsvalg = {
  /** The site, as https://borgerblikket.example */
  readonly adresse: string | URL
  readonly legitimation: Legitimation
  /** Instead of the runtime's own: for a certificate, a proxy, or a test. */
  readonly fetch?: (request: Request) => Promise<Response>
  readonly nu?: () => Date
  /** How often a call is made at most, where the server cannot be reached or asks one to come back. */
  readonly forsoeg?: number
  /** Waits between attempts; a test may do it faster. */
  readonly vent?: (ms: number) => Promise<void>
}

/** How calls are made: with credentials, again with a new token after 401, and later where the server says Retry-After. */
export type Kald = {
  readonly adresse: URL
  readonly forsoeg: number
  send(request: Request): Promise<Response>
  /** Waits before the attempt after number `nr` (from 1). */
  pause(nr: number): Promise<void>
}

const FORSOEG = 6
const FOERSTE_PAUSE_MS = 500
const LAENGSTE_PAUSE_MS = 60_000

export function createKald(valg: Kaldsvalg): Kald {
  const adresse = new URL(valg.adresse)
  const { forsoeg = FORSOEG, vent = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) } = valg
  const fetchen = valg.fetch ?? ((request: Request) => fetch(request))
  const nu = valg.nu ?? (() => new Date())
  const pause = (nr: number) => vent(Math.min(LAENGSTE_PAUSE_MS, FOERSTE_PAUSE_MS * 2 ** (nr - 1)))
  const legitimering = createLegitimering(
    { adresse, nu, fetch: async (request) => keepTrying(await copy(request)) },
    valg.legitimation,
  )

  async function keepTrying(make: () => Request): Promise<Response> {
    for (let nr = 1; ; nr++) {
      const svar = await fetchen(make()).catch(() => undefined)
      if (svar && svar.status !== 503 && svar.status !== 429) return svar
      if (nr >= forsoeg) {
        if (svar) return svar
        throw new Forbindelsesfejl(`${adresse.origin} svarer ikke. Er adressen rigtig, og kører serveren?`)
      }
      const retryAfter = Number(svar?.headers.get('retry-after') ?? Number.NaN)
      await svar?.body?.cancel()
      await (Number.isFinite(retryAfter) ? vent(Math.min(LAENGSTE_PAUSE_MS, retryAfter * 1000)) : pause(nr))
    }
  }

  const withCredentials = async (make: () => Request): Promise<Response> => {
    const headers = Object.entries(await legitimering.headers())
    return keepTrying(() => {
      const request = make()
      for (const [navn, vaerdi] of headers) request.headers.set(navn, vaerdi)
      return request
    })
  }

  return {
    adresse,
    forsoeg,
    pause,
    send: async (request) => {
      const make = await copy(request)
      const svar = await withCredentials(make)
      if (svar.status !== 401 || !legitimering.glem()) return svar
      await svar.body?.cancel()
      return withCredentials(make)
    },
  }
}

/** Makes the request anew for each attempt. Cloned ones would hold their bodies until somebody collects them. */
async function copy(request: Request): Promise<() => Request> {
  const { url, method, headers, signal } = request
  const body = request.body ? await request.arrayBuffer() : null
  return () => new Request(url, { method, headers: new Headers(headers), signal, body })
}
