import { type CryptoKey, errors, flattenedVerify, importJWK, type JWK } from 'jose'
import { type Afvist, afvist, type Ok, ok } from '#kernel'
import type { Kildenoegle } from './kilde.ts'
import { algoritmeFor } from './noegler.ts'

export type Signaturafvisning = 'SIGNATUR_UGYLDIG' | 'SIGNATUR_NOEGLE_UKENDT'

const HOEJST_TEGN = 4096
/** A detached JWS in its compact form (RFC 7515, appendix F): header, nothing, signature. */
const AFTAGET = /^([\w-]+)\.\.([\w-]+)$/

/** Which of the source's keys signed the text. What kind the key is decides the algorithm, not what the signature says. */
export async function verifySignatur(
  noegler: readonly Kildenoegle[],
  jws: string,
  tekst: string,
): Promise<Ok<{ readonly kid: string }> | Afvist<Signaturafvisning>> {
  const dele = jws.length <= HOEJST_TEGN ? AFTAGET.exec(jws) : null
  const [, hoved = '', signature = ''] = dele ?? []
  const kid = dele ? readKid(hoved) : undefined
  if (kid === undefined) return afvist('SIGNATUR_UGYLDIG')
  const noegle = noegler.find((kendt) => kendt.kid === kid)
  const alg = noegle && algoritmeFor(noegle.jwk)
  if (!noegle || !alg) return afvist('SIGNATUR_NOEGLE_UKENDT')
  try {
    const payload = Buffer.from(tekst, 'utf8').toString('base64url')
    const importeret = (await importJWK(noegle.jwk as JWK, alg)) as CryptoKey
    await flattenedVerify({ protected: hoved, payload, signature }, importeret, { algorithms: [alg] })
    return ok({ kid })
  } catch (fejl) {
    if (fejl instanceof errors.JOSEError) return afvist('SIGNATUR_UGYLDIG')
    throw fejl
  }
}

function readKid(hoved: string): string | undefined {
  try {
    const felter = JSON.parse(Buffer.from(hoved, 'base64url').toString('utf8')) as { readonly kid?: unknown } | null
    return typeof felter?.kid === 'string' ? felter.kid : undefined
  } catch {
    // No JSON: no header.
    return undefined
  }
}
