import { type CryptoKey, errors, jwtVerify, SignJWT } from 'jose'
import { type Afvist, afvist, newUuid, type Ok, ok, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { Tokenafvisning } from './kilde.errors.ts'
import type { Kilde } from './kilde.ts'

/** The key tokens are signed with: a secret of at least 256 bits, or a pair. */
export type Tokennoegle =
  | { readonly alg: 'HS256'; readonly hemmelig: Uint8Array }
  | { readonly alg: 'EdDSA'; readonly privat: CryptoKey; readonly offentlig: CryptoKey }

export type Tokenopsaetning = {
  readonly noegle: Tokennoegle
  /** Who issues: this site's address. */
  readonly udsteder: string
  /** For whom: the intake's address. */
  readonly modtager: string
}

export const TOKEN_SEKUNDER = 600
/** RFC 9068: an access token says that it is one, so that no other JWT signed with the key passes for it. */
const TYPE = 'at+jwt'

/** RFC 8705, 3.1: the SHA-256 of the certificate that the token is bound to, base64url. */
const BINDING = 'x5t#S256'
const toBinding = (certifikat: string): string => Buffer.from(certifikat, 'hex').toString('base64url')

/**
 * An access token for a source that has shown who it is (OAuth 2.0 client credentials), valid for ten minutes from `nu`. With `certifikat`
 * (SHA-256, hexadecimal) it can be used on connections with that certificate alone, so that a stolen token opens nothing.
 */
export async function issueToken(
  { noegle, udsteder, modtager }: Tokenopsaetning,
  kilde: Kilde,
  nu: Tidspunkt,
  certifikat?: string,
): Promise<string> {
  const udstedt = Math.floor(Date.parse(nu) / 1000)
  const bundet = certifikat === undefined ? {} : { cnf: { [BINDING]: toBinding(certifikat) } }
  return new SignJWT({ client_id: kilde.klientId ?? kilde.id, ...bundet })
    .setProtectedHeader({ alg: noegle.alg, typ: TYPE })
    .setIssuer(udsteder)
    .setAudience(modtager)
    .setSubject(kilde.id)
    .setJti(newUuid())
    .setIssuedAt(udstedt)
    .setExpirationTime(udstedt + TOKEN_SEKUNDER)
    .sign(noegle.alg === 'HS256' ? noegle.hemmelig : noegle.privat)
}

/**
 * The source a token was issued to, as it is now: one that has been blocked or removed since is refused, however valid the token. A token
 * that is bound to a certificate is taken only with it, and one that is not only without any (`certifikat`: SHA-256, hexadecimal): else the
 * same call would say in two ways who it is from. Throws what the register throws where it cannot be read.
 */
export async function verifyToken(
  opsaetning: Tokenopsaetning,
  register: { find(id: Uuid): Promise<Kilde | undefined> },
  token: string,
  nu: Tidspunkt,
  certifikat?: string,
): Promise<Ok<Kilde> | Afvist<Tokenafvisning>> {
  const svar = await readKrav(opsaetning, token, nu)
  if (!svar.ok) return svar
  const { id, binding } = svar.value
  if (binding === undefined && certifikat !== undefined) return afvist('LEGITIMATION_TVETYDIG')
  if (binding !== undefined && (certifikat === undefined || binding !== toBinding(certifikat))) return afvist('TOKEN_BUNDET')
  const kilde = await register.find(id)
  if (!kilde) return afvist('LEGITIMATION_UKENDT')
  return kilde.spaerret === undefined ? ok(kilde) : afvist('KILDE_SPAERRET')
}

type Krav = { readonly id: Uuid; readonly binding: string | undefined }

async function readKrav(
  { noegle, udsteder, modtager }: Tokenopsaetning,
  token: string,
  nu: Tidspunkt,
): Promise<Ok<Krav> | Afvist<Tokenafvisning>> {
  try {
    const { payload } = await jwtVerify(token, noegle.alg === 'HS256' ? noegle.hemmelig : noegle.offentlig, {
      algorithms: [noegle.alg],
      typ: TYPE,
      issuer: udsteder,
      audience: modtager,
      currentDate: new Date(nu),
      maxTokenAge: TOKEN_SEKUNDER,
      requiredClaims: ['sub', 'exp', 'iat', 'jti'],
    })
    const id = parseUuid(payload.sub ?? '')
    const cnf = payload['cnf'] as Readonly<Record<string, unknown>> | undefined
    const binding = cnf?.[BINDING]
    // A confirmation of another kind than we make is not known to be kept.
    if (!id || (cnf !== undefined && typeof binding !== 'string')) return afvist('TOKEN_UGYLDIGT')
    return ok({ id, binding: binding as string | undefined })
  } catch (error) {
    if (error instanceof errors.JWTExpired) return afvist('TOKEN_UDLOEBET')
    if (error instanceof errors.JOSEError) return afvist('TOKEN_UGYLDIGT')
    throw error
  }
}
