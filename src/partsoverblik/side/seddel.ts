import { parseUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { type Noegler, openIfOurs, seal } from '#platform/crypto'

const MINUTTER = 15
const aad = (session: Uuid): string => `borgerblikket/soegetraef ${session}`

/** What a form carries instead of a person who was found: sealed for the session that searched, for a quarter of an hour. */
export const makeSeddel = ({ session: ring }: Pick<Noegler, 'session'>, session: Uuid, part: Uuid, nu: Tidspunkt): string =>
  seal(ring, `${part} ${tidspunkt(new Date(Date.parse(nu) + MINUTTER * 60_000))}`, aad(session)).toString('base64url')

/** Whom a slip is about; undefined for one that is another session's, too old, or no slip at all. */
export function openSeddel(
  { session: ring }: Pick<Noegler, 'session'>,
  session: Uuid,
  tekst: string,
  nu: Tidspunkt,
): Uuid | undefined {
  if (!/^[\w-]{1,300}$/.test(tekst)) return undefined
  const [part = '', til = ''] = openIfOurs(ring, Buffer.from(tekst, 'base64url'), aad(session))?.toString('utf8').split(' ') ?? []
  return til > nu ? parseUuid(part) : undefined
}
