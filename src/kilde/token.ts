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

/** An access token for a source that has shown its secret (OAuth 2.0 client credentials), valid for ten minutes from `nu`. */
export async function issueToken({ noegle, udsteder, modtager }: Tokenopsaetning, kilde: Kilde, nu: Tidspunkt): Promise<string> {
  const udstedt = Math.floor(Date.parse(nu) / 1000)
  return new SignJWT({ client_id: kilde.klientId ?? kilde.id })
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
 * The source a token was issued to, as it is now: one that has been blocked or removed since is refused, however valid the token.
 * Throws what the register throws where it cannot be read.
 */
export async function verifyToken(
  opsaetning: Tokenopsaetning,
  register: { find(id: Uuid): Promise<Kilde | undefined> },
  token: string,
  nu: Tidspunkt,
): Promise<Ok<Kilde> | Afvist<Tokenafvisning>> {
  const id = await readSubject(opsaetning, token, nu)
  if (!id.ok) return id
  const kilde = await register.find(id.value)
  if (!kilde) return afvist('LEGITIMATION_UKENDT')
  return kilde.spaerret === undefined ? ok(kilde) : afvist('KILDE_SPAERRET')
}

async function readSubject(
  { noegle, udsteder, modtager }: Tokenopsaetning,
  token: string,
  nu: Tidspunkt,
): Promise<Ok<Uuid> | Afvist<Tokenafvisning>> {
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
    return id ? ok(id) : afvist('TOKEN_UGYLDIGT')
  } catch (error) {
    if (error instanceof errors.JWTExpired) return afvist('TOKEN_UDLOEBET')
    if (error instanceof errors.JOSEError) return afvist('TOKEN_UGYLDIGT')
    throw error
  }
}
