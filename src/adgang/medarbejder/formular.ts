import { timingSafeEqual } from 'node:crypto'
import { hmac, type Noegler } from '#platform/crypto'
import type { Medarbejdersession } from './session.ts'

const formaal = ({ id }: Medarbejdersession): string => `borgerblikket/formular ${id}`

/** What a form on a work page carries to show that it was made for this session: no other site, and no other session, can know it. */
export const formularnoegle = ({ session: ring }: Noegler, session: Medarbejdersession): string =>
  hmac(ring.aktuel, formaal(session)).toString('base64url')

/** True for the session's own, made with the key in use or one before it. */
export function isFormularnoegle({ session: ring }: Noegler, session: Medarbejdersession, sendt: unknown): boolean {
  if (typeof sendt !== 'string' || sendt.length > 100) return false
  const bytes = Buffer.from(sendt, 'base64url')
  return ring.alle.some((noegle) => {
    const ventet = hmac(noegle, formaal(session))
    return bytes.length === ventet.length && timingSafeEqual(bytes, ventet)
  })
}
