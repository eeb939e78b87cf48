import type { FastifyReply, FastifyRequest } from 'fastify'
import { type MedarbejderDeps, sendAfvisning } from '#adgang'
import { Logfejl, Sessionsfejl } from '#adgangslog'

/** Answers where the session ended between two reads, or where what was read could not be logged: then nothing was shown. Throws any other error. */
export function sendAfbrudt(deps: MedarbejderDeps, request: FastifyRequest, reply: FastifyReply, error: unknown) {
  if (error instanceof Sessionsfejl) return sendAfvisning(deps, request, reply, 'udloebet')
  if (error instanceof Logfejl) return sendAfvisning(deps, request, reply, 'utilgaengelig')
  throw error
}
