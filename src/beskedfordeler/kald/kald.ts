import { lookup as dnsLookup, type LookupAddress } from 'node:dns'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isOffentlig, toIp } from './adresse.ts'

/** What a call to a receiver ended with. `tekst` is at most 16 KB of the answer. */
export type Kaldssvar =
  | { readonly status: number; readonly tekst: string }
  | { readonly fejl: 'SVAREDE_IKKE_I_TIDE' | 'INGEN_FORBINDELSE' | 'ADRESSE_IKKE_OFFENTLIG' }

export type Opkald = {
  readonly url: URL
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** The demo: addresses of the machine itself may be called. */
  readonly lokal: boolean
  /** From the look-up of the name to the end of the answer. */
  readonly fristMs: number
}

const HOEJST_SVAR = 16 * 1024

class LukketAdresse extends Error {
  override readonly name = 'LukketAdresse'
}

/**
 * POSTs to a receiver. The address that was checked is the one that is connected to: between a check and a second look-up a name could change.
 * Redirects are an answer like any other, since they would lead past the check. Of the answer no more is read than is needed. Never throws.
 */
export function call({ url, body, headers, lokal, fristMs }: Opkald): Promise<Kaldssvar> {
  const ip = toIp(url.hostname)
  if (!lokal && ip !== undefined && !isOffentlig(ip)) return Promise.resolve({ fejl: 'ADRESSE_IKKE_OFFENTLIG' })
  const valg: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    agent: false,
    maxHeaderSize: HOEJST_SVAR,
    ...(lokal ? {} : { lookup: lookupOffentlig }),
  }
  return new Promise((resolve) => {
    const ud = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, valg)
    const frist = setTimeout(() => end({ fejl: 'SVAREDE_IKKE_I_TIDE' }), fristMs)
    const end = (svar: Kaldssvar): void => {
      clearTimeout(frist)
      resolve(svar)
      ud.destroy()
    }
    ud.on('error', (fejl) => end({ fejl: fejl instanceof LukketAdresse ? 'ADRESSE_IKKE_OFFENTLIG' : 'INGEN_FORBINDELSE' }))
    ud.on('response', (ind) => {
      clearTimeout(frist)
      readSvar(ind, end)
    })
    ud.end(body)
  })
}

/** How long the body of an answer may take once its status is here: nobody's delivery waits for a trickle. */
const HOEJST_LAESNING_MS = 2_000

/** Reads up to the bound. The status is the answer: where the rest is cut off or goes on for ever it stands all the same. */
function readSvar(ind: IncomingMessage, end: (svar: Kaldssvar) => void): void {
  const dele: Buffer[] = []
  let bytes = 0
  const resten = setTimeout(() => ind.destroy(), HOEJST_LAESNING_MS)
  ind.on('data', (del: Buffer) => {
    dele.push(del)
    bytes += del.length
    if (bytes >= HOEJST_SVAR) ind.destroy()
  })
  ind.on('error', () => undefined)
  ind.on('close', () => {
    clearTimeout(resten)
    end({ status: ind.statusCode ?? 0, tekst: Buffer.concat(dele).subarray(0, HOEJST_SVAR).toString('utf8') })
  })
}

/** As the system looks names up, but a name that leads to any address within is refused whole. */
const lookupOffentlig: LookupFunction = (vaert, valg, callback) => {
  dnsLookup(vaert, { ...valg, all: true }, (fejl, adresser: LookupAddress[]) => {
    if (fejl) return callback(fejl, [])
    if (adresser.length === 0 || !adresser.every(({ address }) => isOffentlig(address)))
      return callback(new LukketAdresse('The name leads to an address that is not public'), [])
    const [foerste] = adresser as [LookupAddress]
    return valg.all ? callback(null, adresser) : callback(null, foerste.address, foerste.family)
  })
}
