import { type CryptoKey, decodeJwt, decodeProtectedHeader, errors, importJWK, type JWK, type JWTPayload, jwtVerify } from 'jose'
import { type Afvist, afvist, type Ok, ok, type Tidspunkt, tidspunkt } from '#kernel'
import type { Database } from '#platform/database'
import { useOnce } from './engang.ts'
import type { Paastandsafvisning } from './kilde.errors.ts'
import type { Kilde, KildeMedLegitimation } from './kilde.ts'
import { algoritmeFor } from './noegler.ts'

export type Paastandsdeps = {
  readonly db: Database
  readonly kilder: { findKlient(klientId: string): Promise<KildeMedLegitimation | undefined> }
  /** What aud may be: the address that the token is fetched at, and the issuer's own. */
  readonly modtagere: readonly string[]
}

type Svar<T> = Ok<T> | Afvist<Paastandsafvisning>

const HOEJST_TEGN = 4096
const HOEJST_SEKUNDER = 300
const UR_SEKUNDER = 30
const HOEJST_JTI = 200

/**
 * The source that signed a client assertion (private_key_jwt; RFC 7523, OpenID Connect Core 9): by a registered key, found by client id and kid,
 * whose kind decides the algorithm. It is used up by `jti`, kept by value: an altered copy of the same text is the same. Throws what the
 * register and the database throw.
 */
export async function verifyKlientpaastand(deps: Paastandsdeps, jwt: string, nu: Tidspunkt): Promise<Svar<Kilde>> {
  const paastand = readPaastand(jwt)
  if (!paastand) return afvist('PAASTAND_UGYLDIG')
  const { klientId, kid, alg } = paastand
  const fundet = await deps.kilder.findKlient(klientId)
  const noegle = fundet?.legitimation.noegler.find((kendt) => kendt.kid === kid)
  // An unknown client and an unknown key answer alike: who is registered here is nobody's to ask.
  if (!fundet || !noegle) return afvist('PAASTAND_NOEGLE_UKENDT')
  const tilladt = algoritmeFor(noegle.jwk)
  if (!tilladt || alg !== tilladt) return afvist('PAASTAND_ALGORITME')
  const verificeret = await verify(deps, jwt, (await importJWK(noegle.jwk as JWK, tilladt)) as CryptoKey, {
    klientId,
    alg: tilladt,
    nu,
  })
  if (!verificeret.ok) return verificeret
  const { jti = '', exp = 0 } = verificeret.value
  if (fundet.kilde.spaerret !== undefined) return afvist('KILDE_SPAERRET')
  const udloeber = tidspunkt(new Date((exp + UR_SEKUNDER) * 1000))
  const ny = await useOnce(deps.db, nu, { slags: 'paastand', kilde: fundet.kilde.id, vaerdi: jti, udloeber })
  return ny ? ok(fundet.kilde) : afvist('PAASTAND_GENTAGET')
}

/** What must be known to find the key; nothing of it is believed. */
function readPaastand(jwt: string): { klientId: string; kid: string; alg: string } | undefined {
  if (jwt.length > HOEJST_TEGN) return undefined
  try {
    const { kid, alg } = decodeProtectedHeader(jwt)
    const { iss, sub } = decodeJwt(jwt)
    if (typeof kid !== 'string' || typeof alg !== 'string' || typeof iss !== 'string' || iss === '' || iss !== sub)
      return undefined
    return { klientId: iss, kid, alg }
  } catch {
    // jose says by throwing that it is no JWT.
    return undefined
  }
}

type Krav = { readonly klientId: string; readonly alg: string; readonly nu: Tidspunkt }

async function verify(
  { modtagere }: Paastandsdeps,
  jwt: string,
  noegle: CryptoKey,
  { klientId, alg, nu }: Krav,
): Promise<Svar<JWTPayload>> {
  try {
    const { payload } = await jwtVerify(jwt, noegle, {
      algorithms: [alg],
      issuer: klientId,
      subject: klientId,
      audience: [...modtagere],
      currentDate: new Date(nu),
      clockTolerance: UR_SEKUNDER,
      requiredClaims: ['exp', 'jti'],
    })
    const { exp = 0, jti, aud } = payload
    if (typeof jti !== 'string' || jti === '' || jti.length > HOEJST_JTI) return afvist('PAASTAND_UGYLDIG')
    // One that names other services too could be used by them.
    if (Array.isArray(aud) && aud.length !== 1) return afvist('PAASTAND_MODTAGER')
    if (exp - Date.parse(nu) / 1000 > HOEJST_SEKUNDER + UR_SEKUNDER) return afvist('PAASTAND_FOR_LANG')
    return ok(payload)
  } catch (fejl) {
    return afvist(toAfvisning(fejl))
  }
}

function toAfvisning(fejl: unknown): Paastandsafvisning {
  if (fejl instanceof errors.JWTExpired) return 'PAASTAND_UDLOEBET'
  if (fejl instanceof errors.JWSSignatureVerificationFailed) return 'PAASTAND_SIGNATUR'
  if (fejl instanceof errors.JWTClaimValidationFailed) {
    if (fejl.claim === 'aud') return 'PAASTAND_MODTAGER'
    return fejl.claim === 'nbf' || fejl.claim === 'iat' ? 'PAASTAND_UDLOEBET' : 'PAASTAND_UGYLDIG'
  }
  if (fejl instanceof errors.JOSEError) return 'PAASTAND_UGYLDIG'
  throw fejl
}
