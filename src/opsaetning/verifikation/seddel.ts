import { type CvrNummer, parseUuid, type Tidspunkt, tidspunkt, type Uuid } from '#kernel'
import { type Noegler, openIfOurs, seal } from '#platform/crypto'
import type { Verifikation } from './verifikation.sql.ts'

/** What an address of these pages carries instead of a person: whom, of which visit, under which draft, about which item, and until when. */
export type Seddel = {
  readonly part: Uuid
  readonly verifikation: Uuid
  readonly udkast: Uuid | undefined
  readonly objekt: Uuid | undefined
  readonly til: Tidspunkt
}

/** Who may use it: one session of one employee, in one municipality, for one kind of page. */
export type Ihaender = { readonly session: Uuid; readonly cvr: CvrNummer; readonly slags: Verifikation['slags'] }

const MINUTTER = 15
const aad = ({ session, cvr, slags }: Ihaender): string => `borgerblikket/verifikation ${session} ${cvr} ${slags}`

/** A sealed slip that holds for a quarter of an hour and means nothing in another session. */
export function makeSeddel({ session: ring }: Noegler, ihaender: Ihaender, seddel: Omit<Seddel, 'til'>, nu: Tidspunkt): string {
  const til = tidspunkt(new Date(Date.parse(nu) + MINUTTER * 60_000))
  const felter = [seddel.part, seddel.verifikation, seddel.udkast ?? '', seddel.objekt ?? '', til]
  return seal(ring, felter.join(' '), aad(ihaender)).toString('base64url')
}

/** The slip, or undefined for one that is another's, too old, or no slip at all. */
export function openSeddel({ session: ring }: Noegler, ihaender: Ihaender, tekst: string, nu: Tidspunkt): Seddel | undefined {
  if (!/^[\w-]{1,600}$/.test(tekst)) return undefined
  const [part, verifikation, udkast, objekt, til] =
    openIfOurs(ring, Buffer.from(tekst, 'base64url'), aad(ihaender))?.toString('utf8').split(' ') ?? []
  const [om, visit] = [parseUuid(part ?? ''), parseUuid(verifikation ?? '')]
  if (!om || !visit || !til || til <= nu) return undefined
  return {
    part: om,
    verifikation: visit,
    udkast: parseUuid(udkast ?? ''),
    objekt: parseUuid(objekt ?? ''),
    til: til as Tidspunkt,
  }
}
