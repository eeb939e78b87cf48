import { createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'

export type Certifikatvalg = {
  /** The name that it is issued to, and by itself. */
  readonly navn: string
  readonly noegle: KeyObject
  readonly fra: Date
  readonly til: Date
  /** Names of the host, where it is a server's. */
  readonly vaerter?: readonly string[]
}

/**
 * A self-signed X.509 certificate (RFC 5280) for an RSA key, in PEM. Node reads certificates and makes none; this is the little of DER that one
 * for the sandbox and for tests needs, so that neither asks for openssl. Certificates for production come from a public issuer.
 */
export function createCertifikat({ navn, noegle, fra, til, vaerter = [] }: Certifikatvalg): string {
  const udsteder = seq(saet(seq(oid('2.5.4.3'), tlv(UTF8, Buffer.from(navn)))))
  const indhold = seq(
    tlv(0xa0, heltal(Buffer.of(2))),
    heltal(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    RSA_SHA256,
    udsteder,
    seq(tid(fra), tid(til)),
    udsteder,
    createPublicKey(noegle).export({ type: 'spki', format: 'der' }),
    tlv(0xa3, seq(udvidelse('2.5.29.19', seq()), ...alternativeNavne(vaerter))),
  )
  const signatur = tlv(BITSTRENG, Buffer.concat([Buffer.of(0), sign('sha256', indhold, noegle)]))
  const linjer =
    seq(indhold, RSA_SHA256, signatur)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...linjer, '-----END CERTIFICATE-----', ''].join('\n')
}

const UTF8 = 0x0c
const BITSTRENG = 0x03
const OKTETSTRENG = 0x04

function tlv(maerke: number, indhold: Uint8Array): Buffer {
  const { length } = indhold
  const bytes = length > 0xff ? [0x82, length >> 8, length & 0xff] : length > 0x7f ? [0x81, length] : [length]
  return Buffer.concat([Buffer.of(maerke, ...bytes), indhold])
}
const seq = (...dele: readonly Uint8Array[]): Buffer => tlv(0x30, Buffer.concat(dele))
const saet = (...dele: readonly Uint8Array[]): Buffer => tlv(0x31, Buffer.concat(dele))
const heltal = (bytes: Uint8Array): Buffer => tlv(0x02, bytes)

function oid(navn: string): Buffer {
  const [a = 0, b = 0, ...resten] = navn.split('.').map(Number)
  const led = (tal: number): number[] => (tal < 0x80 ? [tal] : [...led(tal >> 7).map((byte) => byte | 0x80), tal & 0x7f])
  return tlv(0x06, Buffer.from([a * 40 + b, ...resten.flatMap(led)]))
}

const RSA_SHA256 = seq(oid('1.2.840.113549.1.1.11'), tlv(0x05, Buffer.alloc(0)))

/** GeneralizedTime from 2050 on, as RFC 5280 (4.1.2.5) asks; before that UTCTime. */
function tid(dag: Date): Buffer {
  const tekst = dag.toISOString().replace(/[-:T]|\.\d+/g, '')
  return dag.getUTCFullYear() >= 2050 ? tlv(0x18, Buffer.from(tekst)) : tlv(0x17, Buffer.from(tekst.slice(2)))
}

const udvidelse = (navn: string, vaerdi: Uint8Array): Buffer => seq(oid(navn), tlv(OKTETSTRENG, vaerdi))

const alternativeNavne = (vaerter: readonly string[]): Buffer[] =>
  vaerter.length === 0 ? [] : [udvidelse('2.5.29.17', seq(...vaerter.map((vaert) => tlv(0x82, Buffer.from(vaert)))))]
