import { X509Certificate } from 'node:crypto'

/** Whom this installation trusts to say who a sender is. */
export type Tillid = {
  /** Our own entity id: the audience that a token must be issued for. */
  readonly modtager: string
  readonly udstedere: readonly Udsteder[]
  /** The privilege that a group in the token must hold to count; undefined: any group counts. */
  readonly privilegium: string | undefined
}
export type Udsteder = {
  /** As in the token's Issuer. */
  readonly navn: string
  /** The certificates it signs with, pinned one by one: what a token itself brings is never trusted. Two in a change of key. */
  readonly certifikater: readonly X509Certificate[]
}

/** Says, in Danish, what is wrong with a file of trust. */
export class Tillidsfejl extends Error {
  override readonly name = 'Tillidsfejl'
}

const HOEJST_UDSTEDERE = 20
const HOEJST_CERTIFIKATER = 5

/**
 * Reads the installation's file of trust: `{"modtager": "…", "privilegium": "…", "udstedere": [{"navn": "…", "certifikater": ["-----BEGIN
 * CERTIFICATE…"]}]}`. Throws Tillidsfejl for anything else, a field it does not know among it: a misspelt limit would be none.
 */
export function readTillid(json: string): Tillid {
  const fil = readObjekt(parse(json), ['modtager', 'privilegium', 'udstedere'])
  const { modtager, privilegium, udstedere } = fil
  if (typeof modtager !== 'string' || modtager === '') throw new Tillidsfejl('modtager mangler')
  if (privilegium !== undefined && (typeof privilegium !== 'string' || privilegium === ''))
    throw new Tillidsfejl('privilegium skal være en tekst')
  if (!Array.isArray(udstedere) || udstedere.length === 0 || udstedere.length > HOEJST_UDSTEDERE)
    throw new Tillidsfejl(`udstedere skal være en liste med 1 til ${HOEJST_UDSTEDERE}`)
  const laeste = udstedere.map(readUdsteder)
  if (new Set(laeste.map(({ navn }) => navn)).size !== laeste.length) throw new Tillidsfejl('en udsteder står der to gange')
  return { modtager, privilegium, udstedere: laeste }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Tillidsfejl('filen er ikke JSON')
  }
}

function readObjekt(vaerdi: unknown, felter: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof vaerdi !== 'object' || vaerdi === null || Array.isArray(vaerdi)) throw new Tillidsfejl('et objekt ventes')
  const ukendt = Object.keys(vaerdi).find((felt) => !felter.includes(felt))
  if (ukendt !== undefined) throw new Tillidsfejl(`feltet ${ukendt} er ukendt`)
  return vaerdi as Record<string, unknown>
}

function readUdsteder(vaerdi: unknown): Udsteder {
  const { navn, certifikater } = readObjekt(vaerdi, ['navn', 'certifikater'])
  if (typeof navn !== 'string' || navn === '') throw new Tillidsfejl('en udsteder mangler navn')
  if (!Array.isArray(certifikater) || certifikater.length === 0 || certifikater.length > HOEJST_CERTIFIKATER)
    throw new Tillidsfejl(`${navn}: certifikater skal være en liste med 1 til ${HOEJST_CERTIFIKATER}`)
  return { navn, certifikater: certifikater.map((pem) => readCertifikat(navn, pem)) }
}

function readCertifikat(navn: string, pem: unknown): X509Certificate {
  let certifikat: X509Certificate
  try {
    certifikat = new X509Certificate(String(pem))
  } catch {
    throw new Tillidsfejl(`${navn}: et certifikat kan ikke læses; det skal være i PEM-form`)
  }
  if (!erStaerkRsa(certifikat)) throw new Tillidsfejl(`${navn}: et certifikat har ikke en RSA-nøgle på mindst 2048 bit`)
  return certifikat
}

const MINDST_BIT = 2048

export function erStaerkRsa({ publicKey }: X509Certificate): boolean {
  const { modulusLength = 0, publicExponent = 0n } = publicKey.asymmetricKeyDetails ?? {}
  return publicKey.asymmetricKeyType === 'rsa' && modulusLength >= MINDST_BIT && modulusLength <= 16_384 && publicExponent >= 3n
}

/** A certificate's time limits are asked on their own: the signature does not know them. */
export const gaelderDa = ({ validFromDate, validToDate }: X509Certificate, ms: number): boolean =>
  validFromDate.getTime() <= ms && ms < validToDate.getTime()

/** SHA-256 of the certificate (DER), hexadecimal in lower case. */
export const fingeraftrykOf = ({ fingerprint256 }: X509Certificate): string => fingerprint256.replaceAll(':', '').toLowerCase()
