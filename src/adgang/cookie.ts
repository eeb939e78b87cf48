import type { Websted } from './websted.ts'

/** The name a cookie has on this site. With __Host- the browser itself refuses one that another host or plain http has set. */
export const cookieName = (websted: Websted, navn: string): string => (websted.sikkert ? `__Host-${navn}` : navn)

/** A Set-Cookie line. `sekunder` undefined: until the browser is closed; 0: away with it. */
export function setCookie(websted: Websted, navn: string, vaerdi: string, sekunder?: number): string {
  const alder = sekunder === undefined ? '' : `; Max-Age=${sekunder}`
  return `${cookieName(websted, navn)}=${vaerdi}${alder}; Path=/; HttpOnly; SameSite=Lax${websted.sikkert ? '; Secure' : ''}`
}

/** The cookies of a Cookie header, in order. Our values are base64url, so nothing is decoded. */
export function listCookies(header: string | undefined): { readonly navn: string; readonly vaerdi: string }[] {
  return (header ?? '').split(';').flatMap((del) => {
    const lig = del.indexOf('=')
    return lig < 1 ? [] : [{ navn: del.slice(0, lig).trim(), vaerdi: del.slice(lig + 1).trim() }]
  })
}

/** The value of a cookie that stands there once. Two of a name mean that somebody else has planted one: then none counts. */
export function readCookie(header: string | undefined, navn: string): string | undefined {
  const fundne = listCookies(header).filter((cookie) => cookie.navn === navn)
  return fundne.length === 1 ? fundne[0]?.vaerdi : undefined
}
