import { Opstartsfejl } from '#platform/database'

/** The site as browsers know it. Taken from configuration, never from a request's Host header, which anybody can write. */
export type Websted = {
  /** As http://localhost:8080, without a path. */
  readonly origin: string
  /** True on https: cookies get the __Host- prefix and Secure. */
  readonly sikkert: boolean
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname)

/** Reads the site's address. Throws Opstartsfejl where it is no address, or plain http elsewhere than on this machine. */
export function parseWebsted(adresse: string): Websted {
  const url = URL.canParse(adresse) ? new URL(adresse) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new Opstartsfejl(`${adresse} er ikke en webadresse.`)
  if (url.protocol === 'http:' && !isLoopback(url))
    throw new Opstartsfejl(`${url.origin} er uden https: uden for egen maskine kan borgere kun logge ind over https.`)
  return { origin: url.origin, sikkert: url.protocol === 'https:' }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * True where a browser sent the request from a page of the site itself: a form elsewhere cannot act for a citizen. Sec-Fetch-Site cannot be
 * written by a page; Origin is for browsers without it (and is "null" under a no-referrer policy, which counts as foreign).
 */
export function isFromOwnPage(websted: Websted, headers: Headers): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined ? headers['origin'] === websted.origin : site === 'same-origin'
}
