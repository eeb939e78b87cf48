import { createVerify, sign } from 'node:crypto'
import { DOMParser, type Element as DomElement } from '@xmldom/xmldom'
import { expect, test } from 'vitest'
import { ExclusiveCanonicalization, SignedXml } from 'xml-crypto'
import { BESKED, lavNoeglepar, lavToken, NU, signer, TIL, tillidTil } from './idws.bygger.ts'
import { ALG, NS, SAMLID } from './navne.ts'
import { signSvar } from './sign-svar.ts'
import { verifyIdws } from './verify-idws.ts'

/** xml-crypto is another implementation of the same signatures: each reads what the other writes. */
const sts = lavNoeglepar('sts')
const a = lavNoeglepar('Kastanje Sag')
const token = lavToken(sts, a.certifikat)

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml')
const signaturer = (xml: string) => Array.from(parse(xml).getElementsByTagNameNS(NS.ds, 'Signature')) as DomElement[]

/** STR-Transform for xml-crypto, which has none: the token in place of the reference to it. */
const strFor = (tokenXml: string) =>
  class {
    includeComments = false
    process() {
      return new ExclusiveCanonicalization().process(parse(tokenXml).documentElement as never, {}).toString()
    }
    getAlgorithmName() {
      return ALG.str
    }
  }

function checkMedXmlCrypto(xml: string, pem: string, str?: string): boolean {
  const signatur = new SignedXml({ publicCert: pem, getCertFromKeyInfo: () => null, idMode: 'wssecurity' })
  if (str) signatur.CanonicalizationAlgorithms[ALG.str] = strFor(str) as never
  signatur.loadSignature(signaturer(xml).at(-1) as never)
  return signatur.checkSignature(xml)
}

test('xml-crypto approves what we sign, and finds the change of a letter', () => {
  const xml = signer(BESKED, a, token)
  expect(checkMedXmlCrypto(xml, a.certifikat.toString(), token)).toBe(true)
  expect(checkMedXmlCrypto(xml.replace('pleje', 'penge'), a.certifikat.toString(), token)).toBe(false)
})

test('xml-crypto approves a signed answer, with RelatesTo and the time in what is signed', () => {
  const svar = `<s:Envelope xmlns:s="${NS.soap12}"><s:Header><wsa:RelatesTo xmlns:wsa="${NS.wsa}">urn:uuid:1</wsa:RelatesTo></s:Header><s:Body><x/></s:Body></s:Envelope>`
  const xml = signSvar(svar, a, NU)
  expect(checkMedXmlCrypto(xml, a.certifikat.toString())).toBe(true)
  for (const [fra, til] of [
    ['urn:uuid:1', 'urn:uuid:2'],
    ['<x>', '<y>'],
    ['12:05', '12:06'],
  ] as const)
    expect(
      checkMedXmlCrypto(xml.replaceAll(fra, til).replaceAll('</x>', fra === '<x>' ? '</y>' : '</x>'), a.certifikat.toString()),
    ).toBe(false)
})

/** A message as another implementation writes it: default namespaces, white space, its own ids. */
function signMedXmlCrypto(): string {
  const str = `<wsse:SecurityTokenReference wsu:Id="str-1"><wsse:KeyIdentifier ValueType="${SAMLID}">${/ID="([^"]*)"/.exec(token)?.[1]}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`
  const xml = `<Envelope xmlns="${NS.soap12}" xmlns:wsu="${NS.wsu}" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <Header>
    <To xmlns="${NS.wsa}" wsu:Id="to-1">${TIL}</To>
    <Action xmlns="${NS.wsa}" wsu:Id="ac-1">urn:test:importer</Action>
    <MessageID xmlns="${NS.wsa}" wsu:Id="id-1">urn:uuid:2</MessageID>
    <wsse:Security xmlns:wsse="${NS.wsse}"><wsu:Timestamp wsu:Id="ts-1"><wsu:Created>${new Date(NU).toISOString()}</wsu:Created><wsu:Expires>${new Date(NU + 60_000).toISOString()}</wsu:Expires></wsu:Timestamp>${token}${str}</wsse:Security>
  </Header>
  <Body wsu:Id="body-1"><Sag xmlns="urn:test" a="&#10;1">Hjælp &gt; pleje<![CDATA[ & mere]]></Sag></Body>
</Envelope>`
  const signatur = new SignedXml({
    privateKey: a.noegle.export({ type: 'pkcs8', format: 'pem' }),
    signatureAlgorithm: ALG.rsaSha256,
    canonicalizationAlgorithm: ALG.excC14n,
    idMode: 'wssecurity',
    getKeyInfoContent: () =>
      str
        .replace(' wsu:Id="str-1"', '')
        .replace('<wsse:SecurityTokenReference', `<wsse:SecurityTokenReference xmlns:wsse="${NS.wsse}"`),
  })
  const c14n = { transforms: [ALG.excC14n], digestAlgorithm: ALG.sha256 }
  for (const id of ['to-1', 'ac-1', 'id-1', 'ts-1', 'body-1'])
    signatur.addReference({ xpath: `//*[@*[local-name(.)='Id']='${id}']`, ...c14n })
  signatur.CanonicalizationAlgorithms[ALG.str] = strFor(token) as never
  signatur.addReference({ xpath: "//*[@*[local-name(.)='Id']='str-1']", transforms: [ALG.str], digestAlgorithm: ALG.sha256 })
  signatur.computeSignature(xml, { prefix: 'ds', location: { reference: "//*[local-name(.)='Security']", action: 'append' } })
  return signatur.getSignedXml()
}

test('we approve what xml-crypto signs, with other prefixes, white space and ids than ours', () => {
  // xml-crypto writes no parameters of a transform, so they are put in, and SignedInfo is signed anew.
  const parametre = `<wsse:TransformationParameters xmlns:wsse="${NS.wsse}"><ds:CanonicalizationMethod Algorithm="${ALG.excC14n}"/></wsse:TransformationParameters>`
  const fuldt = resign(
    signMedXmlCrypto().replace(
      `<ds:Transform Algorithm="${ALG.str}"/>`,
      `<ds:Transform Algorithm="${ALG.str}">${parametre}</ds:Transform>`,
    ),
  )
  const svar = verifyIdws(fuldt, tillidTil(sts), NU)
  expect(svar.ok && svar.value.bytes.toString()).toContain('<Sag xmlns="urn:test" a="&#xA;1">Hjælp &gt; pleje &amp; mere</Sag>')
})

/** SignedInfo made canonical by xml-crypto and signed anew. */
function resign(xml: string): string {
  const signatur = signaturer(xml).at(-1) as DomElement
  const info = signatur.getElementsByTagNameNS(NS.ds, 'SignedInfo')[0]
  const tekst = new ExclusiveCanonicalization().process(info as never, {}).toString()
  const vaerdi = sign('sha256', Buffer.from(tekst), a.noegle).toString('base64')
  expect(createVerify('RSA-SHA256').update(tekst).verify(a.certifikat.publicKey, vaerdi, 'base64')).toBe(true)
  const fra = xml.lastIndexOf('<ds:SignatureValue>')
  return `${xml.slice(0, fra)}${xml.slice(fra).replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${vaerdi}`)}`
}
