import type { FastifyRequest } from 'fastify'
import type { Fundkode } from '../dataafgraensning/oio-bpp.errors.ts'
import type { Medarbejder } from './medarbejder.ts'
import type { Medarbejdersession } from './session.ts'

/** Somebody at work whose session holds, in one request. */
export type Kendt = {
  readonly medarbejder: Medarbejder
  readonly session: Medarbejdersession
  readonly organisation: string
  /** What the login brought of rights that give nothing here, by kind. */
  readonly fund: readonly Fundkode[]
}

/** Who asks, for the length of one request. Kept beside the request, so that nothing that it carries can be taken for it. */
const KENDTE = new WeakMap<FastifyRequest, Kendt>()

export const rememberKendt = (request: FastifyRequest, kendt: Kendt): void => {
  KENDTE.set(request, kendt)
}

export const findKendt = (request: FastifyRequest): Kendt | undefined => KENDTE.get(request)

/** Throws TypeError outside a scope that requireMedarbejder closed: there nobody is known. */
export function requireKendt(request: FastifyRequest): Kendt {
  const kendt = KENDTE.get(request)
  if (!kendt) throw new TypeError('The route has not been closed by requireMedarbejder')
  return kendt
}

/** Who is asking. Throws TypeError outside a scope that requireMedarbejder closed. */
export const medarbejderOf = (request: FastifyRequest): Medarbejder => requireKendt(request).medarbejder
