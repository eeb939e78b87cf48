import { createPrivateKey, generateKeyPair, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Opstartsfejl } from '#platform/database'
import { createCertifikat } from './certifikat.ts'
import { ensureNoeglemappe, publish, requireLukket } from './noeglefil.ts'

/** A pair of keys with a certificate on the public one. */
export type Noeglepar = { readonly noegle: KeyObject; readonly certifikat: X509Certificate }

const TI_AAR_MS = 3650 * 86_400_000

/**
 * The pair in `<mappe>/<navn>.pem`, made at the first call: an RSA key of 3072 bits with a certificate of its own issue. Two processes that make
 * it at once get the same. Throws Opstartsfejl for a file that is open to others or unreadable.
 */
export function readOrMakeNoeglepar(mappe: string, navn: string, emne: string): Noeglepar {
  ensureNoeglemappe(mappe)
  const fil = join(mappe, `${navn}.pem`)
  try {
    return readNoeglepar(fil)
  } catch (fejl) {
    if ((fejl as NodeJS.ErrnoException).code !== 'ENOENT') throw fejl
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const nu = Date.now()
  const pem = createCertifikat({ navn: emne, noegle: privateKey, fra: new Date(nu - 60_000), til: new Date(nu + TI_AAR_MS) })
  publish(fil, `${privateKey.export({ type: 'pkcs8', format: 'pem' })}${pem}`, 'ny')
  return readNoeglepar(fil)
}

/**
 * A pair that is kept nowhere, for what lasts as long as the process: made beside other work, where readOrMakeNoeglepar would hold it up. An RSA
 * key of 2048 bits.
 */
export async function makeNoeglepar(emne: string): Promise<Noeglepar> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const nu = Date.now()
  const valg = { navn: emne, noegle: privateKey, fra: new Date(nu - 60_000), til: new Date(nu + TI_AAR_MS) }
  return { noegle: privateKey, certifikat: new X509Certificate(createCertifikat(valg)) }
}

/** A key and its certificate, together in one file or in one each (PEM). Throws Opstartsfejl where they do not belong together. */
export function readNoeglepar(noeglefil: string, certifikatfil = noeglefil): Noeglepar {
  requireLukket(noeglefil)
  const [noeglepem, certifikatpem] = [readFileSync(noeglefil, 'utf8'), readFileSync(certifikatfil, 'utf8')]
  try {
    const noegle = createPrivateKey(noeglepem)
    const certifikat = new X509Certificate(certifikatpem.slice(certifikatpem.indexOf('-----BEGIN CERTIFICATE-----')))
    if (noegle.asymmetricKeyType === 'rsa' && certifikat.checkPrivateKey(noegle)) return { noegle, certifikat }
  } catch {
    // Whatever is wrong with the files, the sentence says what is to stand in them; what OpenSSL says could quote the key.
  }
  throw new Opstartsfejl(`${noeglefil} skal være en RSA-nøgle i PEM-form, og ${certifikatfil} dens certifikat.`)
}

/**
 * The key in `<mappe>/<navn>.pem` that signs what others verify, made at the first call: Ed25519. Two processes that make it at once get the
 * same. Throws Opstartsfejl for a file that is open to others or holds no such key.
 */
export function readOrMakeUnderskriftsnoegle(mappe: string, navn: string): KeyObject {
  ensureNoeglemappe(mappe)
  const fil = join(mappe, `${navn}.pem`)
  if (!existsSync(fil))
    publish(fil, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'ny')
  requireLukket(fil)
  try {
    const noegle = createPrivateKey(readFileSync(fil, 'utf8'))
    if (noegle.asymmetricKeyType === 'ed25519') return noegle
  } catch {
    // As for the pair: what OpenSSL says could quote the key.
  }
  throw new Opstartsfejl(`${fil} skal være en Ed25519-nøgle i PEM-form.`)
}
