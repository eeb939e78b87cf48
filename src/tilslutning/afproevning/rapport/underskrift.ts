import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompactSign, calculateJwkThumbprint, compactVerify, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { Opstartsfejl } from '#platform/database'

/** The key by which an installation signs the reports of the compliance test. It stands outside the database, as all keys do. */
export type Underskriver = {
  /** Detached JWS (RFC 7515, appendix F): header and signature, with the content left out between them. */
  underskriv(indhold: Uint8Array): Promise<string>
  /** The public half, for whoever verifies. */
  readonly offentlig: JWK
}

const FIL = 'afproevning-ed25519.json'
const ANDRES_ADGANG = 0o077

/** Reads the key in `mappe`, or makes it at the first call. Throws Opstartsfejl where the file is damaged or open to others. */
export async function createUnderskriver(mappe: string): Promise<Underskriver> {
  const fil = join(mappe, FIL)
  if (!existsSync(fil)) await makeNoegle(mappe, fil)
  const jwk = readNoegle(fil)
  const noegle = await importJWK(jwk, 'EdDSA')
  const { d: _privat, ...rest } = jwk
  const kid = await calculateJwkThumbprint(rest)
  return {
    offentlig: { ...rest, kid, alg: 'EdDSA', use: 'sig' },
    underskriv: async (indhold) => {
      const jws = await new CompactSign(indhold).setProtectedHeader({ alg: 'EdDSA', kid }).sign(noegle)
      const [hoved = '', , signatur = ''] = jws.split('.')
      return `${hoved}..${signatur}`
    },
  }
}

/** Of two first starts at once one makes the key, and the other uses it: a link refuses an existing name. */
async function makeNoegle(mappe: string, fil: string): Promise<void> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  mkdirSync(mappe, { recursive: true, mode: 0o700 })
  const midlertidig = `${fil}.${randomBytes(4).toString('hex')}`
  writeFileSync(midlertidig, `${JSON.stringify(await exportJWK(privateKey))}\n`, { mode: 0o600, flag: 'wx', flush: true })
  chmodSync(midlertidig, 0o600)
  try {
    linkSync(midlertidig, fil)
  } catch (fejl) {
    if ((fejl as { code?: string }).code !== 'EEXIST') throw fejl
  } finally {
    unlinkSync(midlertidig)
  }
}

function readNoegle(fil: string): JWK {
  if (process.platform !== 'win32' && statSync(fil).mode & ANDRES_ADGANG)
    throw new Opstartsfejl(`Nøglefilen ${fil} er åben for andre brugere på maskinen: luk den med chmod 600.`)
  try {
    const jwk = JSON.parse(readFileSync(fil, 'utf8')) as JWK
    if (jwk.crv === 'Ed25519' && jwk.d) return jwk
  } catch {
    // Told below, without what stood in the file.
  }
  throw new Opstartsfejl(`Nøglefilen ${fil} kan ikke læses: læg en kopi tilbage, som ikke er beskadiget.`)
}

/** Whether `underskrift` is one of the keys' over exactly this content. The keys are the verifier's own: none is taken from the signature. */
export async function isUnderskrevet(indhold: Uint8Array, underskrift: string, noegler: readonly JWK[]): Promise<boolean> {
  const [hoved = '', midt, signatur = '', ...mere] = underskrift.trim().split('.')
  if (midt !== '' || mere.length > 0) return false
  const jws = `${hoved}.${Buffer.from(indhold).toString('base64url')}.${signatur}`
  for (const jwk of noegler) {
    try {
      await compactVerify(jws, await importJWK(jwk, 'EdDSA'), { algorithms: ['EdDSA'] })
      return true
    } catch {
      // Another key may be the one.
    }
  }
  return false
}
