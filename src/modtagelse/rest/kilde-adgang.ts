import type { TLSSocket } from 'node:tls'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import {
  KILDE_SAETNINGER,
  type Kilde,
  type Kilderegister,
  type Legitimation,
  type Legitimationsafvisning,
  type Tokenafvisning,
  type Tokenopsaetning,
  verifyToken,
} from '#kilde'
import type { Clock } from '#platform/clock'
import { type Problem, sendProblem } from '#platform/http'

export type Kildeadgangsdeps = { readonly kilder: Kilderegister; readonly tokens: Tokenopsaetning; readonly clock: Clock }

const UDVIKLINGSNOEGLE = 'x-borgerblikket-udviklingsnoegle'

type Adgangssvar = Ok<Kilde> | Afvist<Legitimationsafvisning | Tokenafvisning>

/**
 * Which source calls: by bearer token, by the certificate of the connection, or (where the site allows it) by a development key. Exactly one
 * of them, but for a token that is bound to the certificate: what a proxy and we could read differently is refused. Throws SnapshotFejl where the register cannot be read.
 */
async function authenticateKilde(deps: Kildeadgangsdeps, request: FastifyRequest): Promise<Adgangssvar> {
  const vist = readLegitimation(request, deps.clock)
  if (!vist.ok) return vist
  if ('token' in vist.value)
    return verifyToken(deps.tokens, deps.kilder, vist.value.token, deps.clock.now(), certifikatOf(request))
  return deps.kilder.authenticate(vist.value)
}

type Vist = Legitimation | { readonly token: string }

function readLegitimation(request: FastifyRequest, clock: Clock): Ok<Vist> | Afvist<Legitimationsafvisning | Tokenafvisning> {
  const antalAuthorization = request.raw.headersDistinct['authorization']?.length ?? 0
  const { authorization, [UDVIKLINGSNOEGLE]: noegle } = request.headers
  const certifikat = readCertifikat(request)
  const maader = [antalAuthorization > 0 || certifikat !== undefined, noegle !== undefined].filter(Boolean).length
  if (antalAuthorization > 1 || maader > 1) return afvist('LEGITIMATION_TVETYDIG')
  if (certifikat && !gaelderNu(certifikat, clock)) return afvist('CERTIFIKAT_UDLOEBET')
  // With both it is the token that says who calls, and it must be bound to the certificate.
  if (certifikat && authorization === undefined) return ok({ certifikatFingeraftryk: certifikat.hash })
  if (typeof noegle === 'string') return ok({ udviklingsnoegle: noegle })
  if (authorization === undefined) return afvist('LEGITIMATION_MANGLER')
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1]
  return token ? ok({ token }) : afvist('TOKEN_UGYLDIGT')
}

type Certifikat = { readonly hash: string; readonly fra: number; readonly til: number }

/** The certificate that the caller proved to hold when the connection was made: its SHA-256, hexadecimal, and when it is valid. */
function readCertifikat(request: FastifyRequest): Certifikat | undefined {
  const socket = request.raw.socket as Partial<TLSSocket>
  if (!socket.getPeerCertificate) return undefined
  const { fingerprint256, valid_from: fra, valid_to: til } = socket.getPeerCertificate()
  if (!fingerprint256) return undefined
  return { hash: fingerprint256.replaceAll(':', '').toLowerCase(), fra: Date.parse(fra), til: Date.parse(til) }
}

/** Known by its hash, a certificate need not be anybody's but its own; that it has run out must still be asked. */
function gaelderNu({ fra, til }: Certifikat, clock: Clock): boolean {
  const nu = Date.parse(clock.now())
  return fra <= nu && nu < til
}

const STATUS: Readonly<Partial<Record<Legitimationsafvisning | Tokenafvisning, number>>> = {
  KILDE_SPAERRET: 403,
  LEGITIMATION_TVETYDIG: 400,
}

/** What an unauthenticated caller is told. */
const toProblem = (afvisning: Legitimationsafvisning | Tokenafvisning): Problem => ({
  status: STATUS[afvisning] ?? 401,
  kode: afvisning,
  ...KILDE_SAETNINGER[afvisning],
})

const kendte = new WeakMap<FastifyRequest, Kilde>()

/** The source whose request it is, in a scope of requireKilder. Throws TypeError elsewhere. */
export function kildeOf(request: FastifyRequest): Kilde {
  const kilde = kendte.get(request)
  if (!kilde) throw new TypeError('The route does not ask who calls')
  return kilde
}

/** The certificate that the caller showed (mutual TLS), as SHA-256 in hexadecimal; undefined where it showed none. */
export const certifikatOf = (request: FastifyRequest): string | undefined => readCertifikat(request)?.hash

/**
 * Asks who calls before a byte of the body is read, on every route of the scope that is for sources. `refuse` tells a caller who is nobody;
 * without it by a problem document.
 */
export function requireKilder(
  scope: FastifyInstance,
  deps: Kildeadgangsdeps,
  refuse: (reply: FastifyReply, problem: Problem) => FastifyReply = sendProblem,
): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.adgang !== 'kilde') return
    const svar = await authenticateKilde(deps, request)
    if (svar.ok) {
      kendte.set(request, svar.value)
      return
    }
    const problem = toProblem(svar.afvisning)
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
    refuse(reply, problem)
    return reply
  })
}
