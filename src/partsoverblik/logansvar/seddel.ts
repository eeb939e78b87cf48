import { type CvrNummer, parseUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { type Noegler, openIfOurs, seal } from '#platform/crypto'

/** Stands for a citizen in a form, so that neither a number nor an id does: for one session, in one municipality, a quarter of an hour. */

const MINUTTER = 15
type Ihaender = { readonly session: Uuid; readonly cvr: CvrNummer }
const aad = ({ session, cvr }: Ihaender): string => `borgerblikket/undtagelse ${session} ${cvr}`

export function makeSeddel({ session: ring }: Noegler, ihaender: Ihaender, part: Uuid, nu: Tidspunkt): string {
  const til = tidspunkt(new Date(Date.parse(nu) + MINUTTER * 60_000))
  return seal(ring, `${part} ${til}`, aad(ihaender)).toString('base64url')
}

/** Whom it stands for; undefined for one that is another's, too old, or no slip at all. */
export function openSeddel({ session: ring }: Noegler, ihaender: Ihaender, tekst: string, nu: Tidspunkt): Uuid | undefined {
  if (!/^[\w-]{1,400}$/.test(tekst)) return undefined
  const [part = '', til = ''] =
    openIfOurs(ring, Buffer.from(tekst, 'base64url'), aad(ihaender))?.toString('utf8').split(' ') ?? []
  return til > nu ? parseUuid(part) : undefined
}
