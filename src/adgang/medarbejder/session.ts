import { type CvrNummer, parseCvrNummer, parseTidspunkt, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import { openIfOurs, seal } from '#platform/crypto'
import { cookieName, readCookie, setCookie } from '../cookie.ts'
import type { SessionDeps } from '../session.ts'
import type { Websted } from '../websted.ts'

/**
 * What the cookie of somebody at work says: that a login took place, not that the session or any role still holds. Apart from the citizen's
 * in name, seal and table, so that one browser can hold both and neither opens what is the other's.
 */
export type Medarbejdersession = {
  readonly __medarbejdersession: never
  readonly id: Uuid
  readonly medarbejder: Uuid
  readonly cvr: CvrNummer
  /** The end whatever happens. */
  readonly udloeber: Tidspunkt
}

const COOKIE = 'borgerblikket-arbejde'
const AAD = 'borgerblikket/medarbejdersession'

export const createMedarbejdersession = (felter: Omit<Medarbejdersession, '__medarbejdersession'>): Medarbejdersession =>
  felter as Medarbejdersession

/** The Set-Cookie line that carries a session. It lasts until the browser closes; the session may end sooner. */
export function medarbejdersessionCookie(
  { noegler, websted }: Omit<SessionDeps, 'clock'>,
  { id, medarbejder, cvr, udloeber }: Medarbejdersession,
): string {
  const vaerdi = seal(noegler.session, JSON.stringify([id, medarbejder, cvr, udloeber]), AAD).toString('base64url')
  return setCookie(websted, COOKIE, vaerdi)
}

export const endedMedarbejdersessionCookie = (websted: Websted): string => setCookie(websted, COOKIE, '', 0)

type Foresporgsel = { readonly headers: { readonly cookie?: string | undefined } }

/** The session in a request's cookie, without asking the database. A cookie that is not wholly ours, or past its end, is none. */
export function readMedarbejdersession(
  { noegler, clock, websted }: SessionDeps,
  { headers }: Foresporgsel,
): Medarbejdersession | undefined {
  const vaerdi = readCookie(headers.cookie, cookieName(websted, COOKIE))
  const aabnet = vaerdi && openIfOurs(noegler.session, Buffer.from(vaerdi, 'base64url'), AAD)
  const session = aabnet && parseMedarbejdersession(JSON.parse(aabnet.toString('utf8')))
  return session && clock.now() < session.udloeber ? session : undefined
}

/** What an opened seal holds, which may be from an older version of this program. */
function parseMedarbejdersession(felter: unknown): Medarbejdersession | undefined {
  if (!Array.isArray(felter)) return undefined
  const [id, medarbejder] = [felter[0], felter[1]].map((felt) => parseUuid(String(felt)))
  const cvr = parseCvrNummer(String(felter[2]))
  const udloeber = parseTidspunkt(String(felter[3]))
  return id && medarbejder && cvr && udloeber ? createMedarbejdersession({ id, medarbejder, cvr, udloeber }) : undefined
}
