/** A private key as JWK: RSA (PS256), EC P-256 (ES256) or Ed25519 (EdDSA), as the server takes them. */
export type Privatnoegle = Readonly<Record<string, unknown>>

export type Paastand = {
  readonly klientId: string
  readonly noegle: Privatnoegle
  /** What the key is called at the server; undefined: the key's own `kid`, else its thumbprint (RFC 7638). */
  readonly kid?: string | undefined
  /** The address that tokens are fetched at. */
  readonly modtager: string
  readonly nu: Date
}

const LEVETID_S = 60
type Algoritme = { readonly alg: string; readonly import: object; readonly tegn: object; readonly aftryk: readonly string[] }

const RSA: Algoritme = {
  alg: 'PS256',
  import: { name: 'RSA-PSS', hash: 'SHA-256' },
  tegn: { name: 'RSA-PSS', saltLength: 32 },
  aftryk: ['e', 'kty', 'n'],
}
const EC: Algoritme = {
  alg: 'ES256',
  import: { name: 'ECDSA', namedCurve: 'P-256' },
  tegn: { name: 'ECDSA', hash: 'SHA-256' },
  aftryk: ['crv', 'kty', 'x', 'y'],
}
const OKP: Algoritme = { alg: 'EdDSA', import: { name: 'Ed25519' }, tegn: { name: 'Ed25519' }, aftryk: ['crv', 'kty', 'x'] }

/** Throws TypeError for a kind of key that the server does not take. */
function algoritmeFor({ kty, crv }: Privatnoegle): Algoritme {
  if (kty === 'RSA') return RSA
  if (kty === 'EC' && crv === 'P-256') return EC
  if (kty === 'OKP' && crv === 'Ed25519') return OKP
  throw new TypeError('Nøglen skal være RSA, EC P-256 eller Ed25519 som JWK.')
}

/** A client assertion (private_key_jwt, RFC 7523), good for one minute and for one use. Throws TypeError where the key cannot be used. */
export async function signPaastand({ klientId, noegle, kid, modtager, nu }: Paastand): Promise<string> {
  const iat = Math.floor(nu.getTime() / 1000)
  const krav = { iss: klientId, sub: klientId, aud: modtager, jti: crypto.randomUUID(), iat, exp: iat + LEVETID_S }
  const { tekst, underskrift } = await sign(noegle, kid, { typ: 'JWT' }, JSON.stringify(krav))
  return `${tekst}.${underskrift}`
}

/** A signature of a text that goes beside it (detached JWS, RFC 7515 appendix F). Throws TypeError where the key cannot be used. */
export async function signUdenIndhold(noegle: Privatnoegle, kid: string | undefined, indhold: string): Promise<string> {
  const { tekst, underskrift } = await sign(noegle, kid, {}, indhold)
  return `${tekst.slice(0, tekst.indexOf('.'))}..${underskrift}`
}

async function sign(noegle: Privatnoegle, kid: string | undefined, andet: object, indhold: string) {
  const algoritme = algoritmeFor(noegle)
  const hoved = { alg: algoritme.alg, ...andet, kid: kid ?? noegle['kid'] ?? (await thumbprint(noegle, algoritme)) }
  const tekst = `${base64url(JSON.stringify(hoved))}.${base64url(indhold)}`
  const { alg: _alg, use: _use, key_ops: _ops, kid: _kid, ...ren } = noegle
  const privat = await crypto.subtle.importKey('jwk', ren as never, algoritme.import as never, false, ['sign'])
  const bytes = await crypto.subtle.sign(algoritme.tegn as never, privat, new TextEncoder().encode(tekst))
  return { tekst, underskrift: base64url(new Uint8Array(bytes)) }
}

async function thumbprint(noegle: Privatnoegle, { aftryk }: Algoritme): Promise<string> {
  const dele = Object.fromEntries(aftryk.map((navn) => [navn, noegle[navn]]))
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(dele)))))
}

function base64url(indhold: string | Uint8Array): string {
  const bytes = typeof indhold === 'string' ? new TextEncoder().encode(indhold) : indhold
  const binaer = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binaer).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
