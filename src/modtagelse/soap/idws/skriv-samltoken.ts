import type { KeyObject, X509Certificate } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { newUuid } from '#kernel'
import { escapeXml } from './konvolut.ts'
import { ALG, HOLDER_OF_KEY, NS } from './navne.ts'

export type Samltokenvalg = {
  readonly udsteder: string
  readonly modtager: string
  /** The holder: who must sign the messages that the token comes in. */
  readonly holder: X509Certificate
  readonly subjekt: string
  /** In ms since 1970. */
  readonly fra: number
  readonly til: number
  readonly attributter: Readonly<Record<string, string>>
}

/** A holder-of-key SAML 2.0 assertion, signed by its issuer (xml-crypto: enveloped, RSA-SHA256, exclusive canonicalization). */
export function skrivSamltoken(valg: Samltokenvalg, noegle: KeyObject, certifikat: X509Certificate): string {
  const id = `_${newUuid()}`
  const { udsteder, modtager, holder, subjekt, fra, til } = valg
  const tider = `NotBefore="${iso(fra)}" NotOnOrAfter="${iso(til)}"`
  const nogle = `<ds:KeyInfo xmlns:ds="${NS.ds}"><ds:X509Data><ds:X509Certificate>${holder.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
  const attributter = Object.entries(valg.attributter).map(
    ([navn, vaerdi]) =>
      `<saml:Attribute Name="${escapeXml(navn)}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic"><saml:AttributeValue>${escapeXml(vaerdi)}</saml:AttributeValue></saml:Attribute>`,
  )
  const assertion = [
    `<saml:Assertion xmlns:saml="${NS.saml}" ID="${id}" IssueInstant="${iso(fra)}" Version="2.0">`,
    `<saml:Issuer>${escapeXml(udsteder)}</saml:Issuer>`,
    `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">${escapeXml(subjekt)}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="${HOLDER_OF_KEY}"><saml:SubjectConfirmationData xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="saml:KeyInfoConfirmationDataType">${nogle}</saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions ${tider}><saml:AudienceRestriction><saml:Audience>${escapeXml(modtager)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    attributter.length > 0 ? `<saml:AttributeStatement>${attributter.join('')}</saml:AttributeStatement>` : '',
    '</saml:Assertion>',
  ].join('')
  return signAssertion(assertion, noegle, certifikat)
}

const iso = (ms: number): string => new Date(ms).toISOString()

function signAssertion(assertion: string, noegle: KeyObject, certifikat: X509Certificate): string {
  const signatur = new SignedXml({
    privateKey: noegle.export({ type: 'pkcs8', format: 'pem' }),
    publicCert: certifikat.toString(),
    signatureAlgorithm: ALG.rsaSha256,
    canonicalizationAlgorithm: ALG.excC14n,
    idAttribute: 'ID',
  })
  signatur.addReference({ xpath: '/*', transforms: [ALG.enveloped, ALG.excC14n], digestAlgorithm: ALG.sha256 })
  // SAML 2.0 core (2.3.3) has the signature after Issuer.
  signatur.computeSignature(assertion, { prefix: 'ds', location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } })
  return signatur.getSignedXml()
}
