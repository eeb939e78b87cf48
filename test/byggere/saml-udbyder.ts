import {
  constants,
  createCipheriv,
  createHash,
  generateKeyPairSync,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { SignedXml } from 'xml-crypto'
import { createCertifikat } from '#platform/crypto'

/**
 * An identity provider written by itself for the tests, with another library than the site's: what it says is put together as text, signed by
 * xml-crypto and encrypted here, so that every part of it can be wrong on its own.
 */

const ALG = {
  c14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  omsluttet: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  rsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const

export type Noeglepar = { readonly noegle: KeyObject; readonly certifikat: X509Certificate }
export function lavNoeglepar(navn: string, { fra = Date.now() - 60_000, til = Date.now() + 86_400_000 } = {}): Noeglepar {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = createCertifikat({ navn, noegle: privateKey, fra: new Date(fra), til: new Date(til) })
  return { noegle: privateKey, certifikat: new X509Certificate(pem) }
}

/** The site, as its metadata tell of it. */
export type Sted = {
  readonly entityId: string
  readonly svar: string
  readonly logud: string
  readonly certifikat: X509Certificate
}
export function laesSted(metadata: string): Sted {
  const find = (moenster: RegExp): string => {
    const fundet = moenster.exec(metadata)?.[1]
    if (!fundet) throw new Error(`The metadata do not hold ${moenster}`)
    return fundet
  }
  return {
    entityId: find(/entityID="([^"]+)"/),
    svar: find(/AssertionConsumerService Binding="[^"]*HTTP-POST" Location="([^"]+)"/),
    logud: find(/SingleLogoutService Binding="[^"]*HTTP-Redirect" Location="([^"]+)"/),
    certifikat: new X509Certificate(Buffer.from(find(/use="encryption".*?<ds:X509Certificate>([^<]+)/s), 'base64')),
  }
}

export type Signeringsvalg = {
  readonly med?: Noeglepar
  readonly signatur?: string
  readonly sum?: string
  /** Signs with HMAC, the provider's certificate as the secret. */
  readonly hmac?: boolean
  /** Canonicalization with comments, which other makes name. */
  readonly kommentarer?: boolean
  /** InclusiveNamespaces/PrefixList. */
  readonly praefikser?: readonly string[]
  /** The prefix of the signature's own elements; an empty one makes it the default namespace. */
  readonly praefiks?: string
  /** After which child of the element the signature stands. */
  readonly efter?: string
  /** What stands in KeyInfo; nothing without it. */
  readonly keyInfo?: string
}

/** Signs the one element of the name, as SAML wants it: the signature after Issuer. */
export function signer(xml: string, element: string, par: Noeglepar, valg: Signeringsvalg = {}): string {
  const { med = par, signatur = ALG.rsaSha256, sum = ALG.sha256, hmac = false, praefiks = 'ds', keyInfo } = valg
  const kanon = valg.kommentarer ? `${ALG.c14n}WithComments` : ALG.c14n
  const sig = new SignedXml({
    privateKey: hmac ? med.certifikat.toString() : med.noegle.export({ type: 'pkcs8', format: 'pem' }),
    signatureAlgorithm: signatur,
    canonicalizationAlgorithm: kanon,
    getKeyInfoContent: () => keyInfo ?? null,
  })
  if (hmac) sig.enableHMAC()
  const xpath = `//*[local-name(.)='${element}']`
  sig.addReference({
    xpath,
    transforms: [ALG.omsluttet, kanon],
    digestAlgorithm: sum,
    inclusiveNamespacesPrefixList: [...(valg.praefikser ?? [])],
  })
  sig.computeSignature(xml, {
    ...(praefiks && { prefix: praefiks }),
    location: { reference: `${xpath}/*[local-name(.)='${valg.efter ?? 'Issuer'}']`, action: 'after' },
  })
  return sig.getSignedXml()
}

export type Krypteringsvalg = {
  readonly til?: X509Certificate
  readonly indhold?: string
  readonly noegle?: string
  /** The hashes of RSA-OAEP, and how the message says them; SHA-1 and nothing without it. */
  readonly oaep?: { readonly sum: string; readonly maske: string; readonly metode: string }
  /** Where the key stands: in the data's KeyInfo, or beside the data, with a RetrievalMethod to it or without. */
  readonly plads?: 'inde' | 'ved' | 'vedHenvist'
}

/** XML Encryption of an element's text: AES-256-GCM under RSA-OAEP, or what else is asked for. */
export function krypter(xml: string, sted: Sted, valg: Krypteringsvalg = {}, element = 'EncryptedAssertion'): string {
  const {
    til = sted.certifikat,
    indhold = 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    noegle = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
    oaep = { sum: 'sha1', maske: 'sha1', metode: '' },
    plads = 'inde',
  } = valg
  const cbc = indhold.endsWith('cbc')
  const bit = indhold.includes('aes128') ? 128 : 256
  const [hemmelig, iv] = [randomBytes(bit / 8), randomBytes(cbc ? 16 : 12)]
  const cipher = createCipheriv(`aes-${bit}-${cbc ? 'cbc' : 'gcm'}`, hemmelig, iv)
  const dele = [
    iv,
    cipher.update(xml, 'utf8'),
    cipher.final(),
    ...(cbc ? [] : [(cipher as unknown as { getAuthTag(): Buffer }).getAuthTag()]),
  ]
  const boks = noegle.endsWith('1_5')
    ? publicEncrypt({ key: til.publicKey, padding: constants.RSA_PKCS1_PADDING }, hemmelig)
    : krypterOaep(til.publicKey, hemmelig, oaep)
  const krypteretNoegle =
    `<xenc:EncryptedKey xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"${plads === 'vedHenvist' ? ' Id="_noegle"' : ''}><xenc:EncryptionMethod Algorithm="${noegle}">${oaep.metode}</xenc:EncryptionMethod>` +
    `<xenc:CipherData><xenc:CipherValue>${boks.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>`
  const henvisning = '<ds:RetrievalMethod Type="http://www.w3.org/2001/04/xmlenc#EncryptedKey" URI="#_noegle"/>'
  const keyInfo = { inde: krypteretNoegle, ved: '', vedHenvist: henvisning }[plads]
  return (
    `<saml:${element} xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element">` +
    `<xenc:EncryptionMethod Algorithm="${indhold}"/>${keyInfo && `<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${keyInfo}</ds:KeyInfo>`}` +
    `<xenc:CipherData><xenc:CipherValue>${Buffer.concat(dele).toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>${plads === 'inde' ? '' : krypteretNoegle}</saml:${element}>`
  )
}

/** What can be wrong in the padding: its first byte, its label, what fills it, and what stands before the message. */
export type Oaepfejl = { readonly foerst?: number; readonly etiket?: string; readonly fyld?: number; readonly skel?: number }

/** RSA-OAEP (RFC 8017, 7.1.1), with one hash for the label and another for the mask where they differ: Node knows only one. */
export function krypterOaep(
  noegle: KeyObject,
  besked: Uint8Array,
  { sum, maske }: { readonly sum: string; readonly maske: string },
  galt: Oaepfejl = {},
): Buffer {
  if (sum === maske && Object.keys(galt).length === 0)
    return publicEncrypt({ key: noegle, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: sum }, besked)
  const bytes = (noegle.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  const etiket = createHash(sum)
    .update(galt.etiket ?? '')
    .digest()
  const froe = randomBytes(etiket.length)
  const db = Buffer.concat([
    etiket,
    Buffer.alloc(bytes - besked.length - 2 * etiket.length - 2, galt.fyld ?? 0),
    Buffer.of(galt.skel ?? 1),
    besked,
  ])
  const lavMaske = (fra: Uint8Array, laengde: number): Buffer =>
    Buffer.concat(
      Array.from({ length: Math.ceil(laengde / 20) }, (_, i) =>
        createHash(maske)
          .update(fra)
          .update(Buffer.of(0, 0, 0, i))
          .digest(),
      ),
      laengde,
    )
  const xor = (en: Uint8Array, anden: Uint8Array): Buffer => Buffer.from(en.map((byte, i) => byte ^ (anden[i] ?? 0)))
  const maskeretDb = xor(db, lavMaske(froe, db.length))
  const blok = Buffer.concat([Buffer.of(galt.foerst ?? 0), xor(froe, lavMaske(maskeretDb, froe.length)), maskeretDb])
  return publicEncrypt({ key: noegle, padding: constants.RSA_NO_PADDING }, blok)
}

export type Attributter = Readonly<Record<string, string | readonly string[]>>

/** What an answer says, and how it is put together; everything has a right value. */
export type Svarvalg = {
  readonly sted: Sted
  readonly forsoeg: string
  readonly attributter: Attributter
  readonly navneid?: string
  readonly indeks?: string
  readonly nu?: number
  readonly assertionId?: string
  readonly udsteder?: string
  readonly assertionSignatur?: Signeringsvalg | false
  readonly svarSignatur?: Signeringsvalg | false
  readonly kryptering?: Krypteringsvalg | false
  /** Changes to the assertion before and after it is signed, and to the answer before and after. */
  readonly assertion?: (xml: string) => string
  readonly signeret?: (xml: string) => string
  readonly svar?: (xml: string) => string
  readonly sendt?: (xml: string) => string
}

const tid = (ms: number): string => new Date(ms).toISOString()
const nytId = (): string => `_${randomBytes(16).toString('hex')}`

export type Testudbyder = ReturnType<typeof createTestudbyder>

export function createTestudbyder(navn: string, par: Noeglepar = lavNoeglepar(navn)) {
  const entityId = `https://idp.${navn}.example/saml`
  const steder = { login: `https://idp.${navn}.example/login`, logud: `https://idp.${navn}.example/logud` }
  const skrivAssertion = ({
    sted,
    forsoeg,
    attributter,
    nu = Date.now(),
    navneid = `navn-${navn}`,
    indeks = `s-${navn}`,
    assertionId = nytId(),
    udsteder = entityId,
  }: Svarvalg): string =>
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${assertionId}" Version="2.0" IssueInstant="${tid(nu)}"><saml:Issuer>${udsteder}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${navneid}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">` +
    `<saml:SubjectConfirmationData InResponseTo="${forsoeg}" NotOnOrAfter="${tid(nu + 300_000)}" Recipient="${sted.svar}"/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${tid(nu - 10_000)}" NotOnOrAfter="${tid(nu + 300_000)}"><saml:AudienceRestriction><saml:Audience>${sted.entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${tid(nu)}" SessionIndex="${indeks}"><saml:AuthnContext><saml:AuthnContextClassRef>https://data.gov.dk/concept/core/nsis/loa/Substantial</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement>${Object.entries(attributter)
      .map(
        ([attribut, vaerdi]) =>
          `<saml:Attribute Name="${attribut}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">${[vaerdi]
            .flat()
            .map((en) => `<saml:AttributeValue>${en}</saml:AttributeValue>`)
            .join('')}</saml:Attribute>`,
      )
      .join('')}</saml:AttributeStatement></saml:Assertion>`
  const skrivSvar = ({ sted, forsoeg, nu = Date.now(), udsteder = entityId }: Svarvalg, indhold: string): string =>
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${nytId()}" Version="2.0" IssueInstant="${tid(nu)}" Destination="${sted.svar}" InResponseTo="${forsoeg}">` +
    `<saml:Issuer>${udsteder}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${indhold}</samlp:Response>`
  const uaendret = (xml: string) => xml
  const signerAssertion = (valg: Svarvalg): string => {
    const { assertion = uaendret, assertionSignatur = {}, signeret = uaendret } = valg
    const xml = assertion(skrivAssertion(valg))
    return signeret(assertionSignatur === false ? xml : signer(xml, 'Assertion', par, assertionSignatur))
  }
  return {
    entityId,
    navn,
    par,
    steder,
    metadata: (certifikater: readonly X509Certificate[] = [par.certifikat], gyldigTil = '') =>
      `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${entityId}"${gyldigTil && ` validUntil="${gyldigTil}"`}><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">` +
      certifikater
        .map(
          (en) =>
            `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${en.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
        )
        .join('') +
      `<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${steder.logud}"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${steder.login}"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
    /** The assertion as it is signed, before it is encrypted. */
    signerAssertion,
    skrivAssertion,
    /** The answer, in base64. */
    svar: (valg: Svarvalg): string => {
      const { svarSignatur = {}, kryptering = {}, svar = uaendret, sendt = uaendret } = valg
      const assertion = signerAssertion(valg)
      const xml = svar(skrivSvar(valg, kryptering === false ? assertion : krypter(assertion, valg.sted, kryptering)))
      return Buffer.from(sendt(svarSignatur === false ? xml : signer(xml, 'Response', par, svarSignatur))).toString('base64')
    },
    /** A message about a log out as a signed query. */
    logudQuery: (
      type: 'SAMLRequest' | 'SAMLResponse',
      xml: string,
      valg: { readonly relayState?: string; readonly algoritme?: string; readonly med?: Noeglepar } = {},
    ): string => {
      const { algoritme = ALG.rsaSha256, med = par, relayState } = valg
      const felt = (navn: string, vaerdi: string) => `${navn}=${encodeURIComponent(vaerdi)}`
      const query = [
        felt(type, deflateRawSync(xml).toString('base64')),
        ...(relayState === undefined ? [] : [felt('RelayState', relayState)]),
        felt('SigAlg', algoritme),
      ].join('&')
      return `${query}&${felt('Signature', sign(algoritme.endsWith('sha1') ? 'sha1' : 'sha256', Buffer.from(query), med.noegle).toString('base64'))}`
    },
    logudAnmodning: ({
      sted,
      navneid = `navn-${navn}`,
      indeks = `s-${navn}`,
      nu = Date.now(),
      id = nytId(),
    }: {
      readonly sted: Sted
      readonly navneid?: string
      readonly indeks?: string | undefined
      readonly nu?: number
      readonly id?: string
    }): string =>
      `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${tid(nu)}" Destination="${sted.logud}"><saml:Issuer>${entityId}</saml:Issuer><saml:NameID>${navneid}</saml:NameID>${indeks === '' ? '' : `<samlp:SessionIndex>${indeks}</samlp:SessionIndex>`}</samlp:LogoutRequest>`,
    logudSvar: ({
      sted,
      paa,
      status = 'Success',
      nu = Date.now(),
    }: {
      readonly sted: Sted
      readonly paa: string
      readonly status?: string
      readonly nu?: number
    }): string =>
      `<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${nytId()}" Version="2.0" IssueInstant="${tid(nu)}" Destination="${sted.logud}" InResponseTo="${paa}"><saml:Issuer>${entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></samlp:Status></samlp:LogoutResponse>`,
  }
}

/** What the site sent in a query, whose signature must hold. Throws where it does not. */
export function laesQuery(adresse: string, sted: Sted): { readonly xml: string; readonly id: string; readonly sti: string } {
  const url = new URL(adresse)
  const dele = new Map(
    url.search
      .slice(1)
      .split('&')
      .map((del) => [del.slice(0, del.indexOf('=')), del]),
  )
  const signeret = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg'].flatMap((navn) => dele.get(navn) ?? []).join('&')
  if (url.searchParams.get('SigAlg') !== ALG.rsaSha256) throw new Error('The site signs with another algorithm')
  const holder = verify(
    'sha256',
    Buffer.from(signeret),
    sted.certifikat.publicKey,
    Buffer.from(url.searchParams.get('Signature') ?? '', 'base64'),
  )
  if (!holder) throw new Error('The site’s signature does not hold')
  const xml = inflateRawSync(
    Buffer.from(url.searchParams.get('SAMLRequest') ?? url.searchParams.get('SAMLResponse') ?? '', 'base64'),
  ).toString('utf8')
  return { xml, id: / ID="([^"]+)"/.exec(xml)?.[1] ?? '', sti: url.origin + url.pathname }
}

export const sha256 = (tekst: string): string => createHash('sha256').update(tekst).digest('hex')
