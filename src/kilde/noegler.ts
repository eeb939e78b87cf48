import { calculateJwkThumbprint, importJWK, type JWK } from 'jose'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import type { Forvaltningsafvisning } from './kilde.errors.ts'
import type { Kildenoegle } from './kilde.ts'

export type Paastandsalgoritme = 'PS256' | 'ES256' | 'EdDSA'
const HOEJST_TEGN = 20_000
const HOEJST_KID = 200
/** The parts of a private or a secret key (RFC 7518): none of them is ours to have. */
const HEMMELIGE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']
const OFFENTLIGE = ['kty', 'n', 'e', 'crv', 'x', 'y']

/** The one algorithm that a key may be used with; undefined for a kind of key that is not taken. */
export function algoritmeFor({ kty, crv }: Readonly<Record<string, unknown>>): Paastandsalgoritme | undefined {
  if (kty === 'RSA') return 'PS256'
  if (kty === 'EC' && crv === 'P-256') return 'ES256'
  return kty === 'OKP' && crv === 'Ed25519' ? 'EdDSA' : undefined
}

/** The public keys of a JWK or a JWKS, with only what makes them keys; one without `kid` is called by its thumbprint (RFC 7638). */
export async function readNoegler(json: string): Promise<Ok<readonly Kildenoegle[]> | Afvist<Forvaltningsafvisning>> {
  const alle = json.length <= HOEJST_TEGN ? parse(json) : undefined
  if (!alle || alle.length === 0) return afvist('NOEGLE_ULAESELIG')
  if (alle.some((jwk) => HEMMELIGE.some((del) => Object.hasOwn(jwk, del)))) return afvist('NOEGLE_HEMMELIG')
  const noegler: Kildenoegle[] = []
  for (const jwk of alle) {
    const noegle = await readNoegle(jwk)
    if (!noegle) return afvist('NOEGLE_ULAESELIG')
    noegler.push(noegle)
  }
  return ok(noegler)
}

type Felter = Readonly<Record<string, unknown>>
const isFelter = (vaerdi: unknown): vaerdi is Felter => typeof vaerdi === 'object' && vaerdi !== null && !Array.isArray(vaerdi)

function parse(json: string): readonly Felter[] | undefined {
  try {
    const indhold: unknown = JSON.parse(json)
    if (!isFelter(indhold)) return undefined
    const alle: unknown = indhold['keys'] ?? [indhold]
    return Array.isArray(alle) && alle.every(isFelter) ? alle : undefined
  } catch {
    return undefined
  }
}

async function readNoegle(felter: Felter): Promise<Kildenoegle | undefined> {
  const alg = algoritmeFor(felter)
  const jwk = Object.fromEntries(OFFENTLIGE.flatMap((navn) => (typeof felter[navn] === 'string' ? [[navn, felter[navn]]] : [])))
  if (!alg || (felter['alg'] !== undefined && felter['alg'] !== alg) || felter['use'] === 'enc') return undefined
  try {
    const noegle = await importJWK(jwk as JWK, alg)
    if (!('algorithm' in noegle) || !isStaerk(noegle.algorithm)) return undefined
    const kid = felter['kid'] ?? (await calculateJwkThumbprint(jwk as JWK))
    return typeof kid === 'string' && kid !== '' && kid.length <= HOEJST_KID ? { kid, jwk } : undefined
  } catch {
    // Numbers that are no point on the curve, or no base64: not a key.
    return undefined
  }
}

const isStaerk = (algoritme: { readonly name: string; readonly modulusLength?: number }): boolean =>
  algoritme.modulusLength === undefined || algoritme.modulusLength >= 2048
