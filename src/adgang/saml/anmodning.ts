import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tidspunkt } from '#kernel'
import { hmac, type Noegle, type Noegler } from '#platform/crypto'

/**
 * The id of a request says by itself that it is ours, for which provider, and until when. So an answer can be asked where it comes from
 * before anything is kept of it, and a request costs the database nothing: it is the browser's cookie that knows where to go afterwards, and a
 * POST from the provider's site comes without it (SameSite=Lax).
 */
const ID = /^_([0-9a-f]{32})([0-9a-f]{12})([0-9a-f]{32})$/

const maerke = (noegle: Noegle, tilfaeldig: string, udloeber: string, udbyder: string, slags: Anmodningsslags): Buffer =>
  hmac(noegle, `borgerblikket/saml ${slags} ${udbyder} ${udloeber} ${tilfaeldig}`).subarray(0, 16)

/** Login and log out are apart: the answer to one is never taken for that to the other. */
export type Anmodningsslags = 'login' | 'logud'

export function createAnmodningsid(
  { session: ring }: Noegler,
  { udbyder, slags, udloeber }: { readonly udbyder: string; readonly slags: Anmodningsslags; readonly udloeber: Tidspunkt },
): string {
  const tilfaeldig = randomBytes(16).toString('hex')
  const til = Date.parse(udloeber).toString(16).padStart(12, '0')
  return `_${tilfaeldig}${til}${maerke(ring.aktuel, tilfaeldig, til, udbyder, slags).toString('hex')}`
}

/** When an id of ours ends, in ms. */
export const udloeberAf = (id: string): number => Number.parseInt(ID.exec(id)?.[2] ?? '', 16)

/** Whether an id was made here for this provider and kind, and has not run out. */
export function isEgenAnmodning(
  { session: ring }: Noegler,
  id: string | undefined,
  { udbyder, slags, nu }: { readonly udbyder: string; readonly slags: Anmodningsslags; readonly nu: Tidspunkt },
): id is string {
  const [, tilfaeldig = '', til = '', sendt = ''] = ID.exec(id ?? '') ?? []
  if (tilfaeldig === '' || Date.parse(nu) >= Number.parseInt(til, 16)) return false
  const bytes = Buffer.from(sendt, 'hex')
  return ring.alle.some((noegle) => timingSafeEqual(maerke(noegle, tilfaeldig, til, udbyder, slags), bytes))
}
