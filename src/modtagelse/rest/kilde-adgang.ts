import type { TLSSocket } from 'node:tls'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  KILDE_SAETNINGER,
  type Kilde,
  type Kilderegister,
  type Legitimationssvar,
  type Tokenopsaetning,
  verifyToken,
} from '#kilde'
import type { Clock } from '#platform/clock'
import { sendProblem } from '#platform/http'

export type Kildeadgangsdeps = { readonly kilder: Kilderegister; readonly tokens: Tokenopsaetning; readonly clock: Clock }

export const UDVIKLINGSNOEGLE = 'x-borgerblikket-udviklingsnoegle'

/**
 * Which source calls: by bearer token, by the certificate of the connection, or (where the site allows it) by a development key. Throws
 * SnapshotFejl where the register cannot be read.
 */
export async function authenticateKilde(
  deps: Kildeadgangsdeps,
  request: FastifyRequest,
): Promise<Legitimationssvar | Awaited<ReturnType<typeof verifyToken>>> {
  const bearer = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return verifyToken(deps.tokens, deps.kilder, bearer, deps.clock.now())
  const certifikat = readCertifikat(request)
  if (certifikat) return deps.kilder.authenticate({ certifikatFingeraftryk: certifikat })
  const noegle = request.headers[UDVIKLINGSNOEGLE]
  if (typeof noegle === 'string') return deps.kilder.authenticate({ udviklingsnoegle: noegle })
  return { ok: false, afvisning: 'LEGITIMATION_MANGLER' }
}

/** SHA-256 of the certificate that the caller proved to hold when the connection was made, hexadecimal. */
function readCertifikat(request: FastifyRequest): string | undefined {
  const socket = request.raw.socket as Partial<TLSSocket>
  if (!socket.getPeerCertificate) return undefined
  const { fingerprint256 } = socket.getPeerCertificate()
  return fingerprint256?.replaceAll(':', '').toLowerCase()
}

/** The calling source, or undefined after a problem has been sent. */
export async function requireKilde(
  deps: Kildeadgangsdeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Kilde | undefined> {
  const svar = await authenticateKilde(deps, request)
  if (svar.ok) return svar.value
  const status = svar.afvisning === 'KILDE_SPAERRET' ? 403 : 401
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  sendProblem(reply, { status, kode: svar.afvisning, ...KILDE_SAETNINGER[svar.afvisning] })
  return undefined
}
