import { createHash, createHmac, createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCertifikat } from '#platform/crypto'
import { BESKED, kanoniskTekst, lavNoeglepar, lavToken, MODTAGER, NU, omsigner, signer, TIL, tillidTil } from './idws.bygger.ts'
import { ALG, NS } from './navne.ts'
import { type Forbindelse, verifyIdws } from './verify-idws.ts'

const sts = lavNoeglepar('sts')
const a = lavNoeglepar('Kastanje Sag')
const fremmed = lavNoeglepar('Fremmed')
const tillid = tillidTil(sts)
const token = lavToken(sts, a.certifikat)
const signeret = signer(BESKED, a, token)

// No reader may fetch what a message points to: nothing here opens a connection or a file.
const aabnet: unknown[] = []
const aegte = {
  connect: net.Socket.prototype.connect,
  openSync: fs.openSync,
  open: fs.open,
  readFile: fs.readFile,
  readFileSync: fs.readFileSync,
}
beforeAll(() => {
  const note = (kald: unknown) => () => {
    aabnet.push(kald)
    throw new Error('the verification reached out of the process')
  }
  net.Socket.prototype.connect = note('connect')
  for (const navn of ['openSync', 'open', 'readFile', 'readFileSync'] as const) Object.assign(fs, { [navn]: note(navn) })
  syncBuiltinESMExports()
})
afterAll(() => {
  const { connect, ...filer } = aegte
  net.Socket.prototype.connect = connect
  Object.assign(fs, filer)
  syncBuiltinESMExports()
  expect(aabnet).toEqual([])
})

const prove = (besked: string | Uint8Array, nu = NU, forbindelse: Forbindelse = {}, til = tillid) => {
  const svar = verifyIdws(besked, til, nu, forbindelse)
  return svar.ok ? 'godkendt' : svar.afvisning
}
/** Changes a text that must be there: an attack that changes nothing would prove nothing. */
function byt(tekst: string, fra: string | RegExp, til: string): string {
  const ny = tekst.replace(fra, () => til)
  if (ny === tekst) throw new Error(`The message does not hold ${fra}`)
  return ny
}
const element = (xml: string, navn: string): string => {
  const fra = xml.indexOf(`<${navn}`)
  const slut = `</${navn}>`
  if (fra === -1) throw new Error(`The message has no ${navn}`)
  return xml.slice(fra, xml.lastIndexOf(slut) + slut.length)
}
const body = element(signeret, 'soap:Body')
const security = element(signeret, 'wsse:Security')
const assertion = element(signeret, 'saml:Assertion')
const sidsteSignatur = signeret.slice(signeret.lastIndexOf('<ds:Signature '), signeret.lastIndexOf('</ds:Signature>') + 15)
const ALFABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const falskBody =
  '<soap:Body wsu:Id="falsk" xmlns:wsu="urn:x"><t:Sag xmlns:t="urn:test"><t:Titel>Falsk</t:Titel></t:Sag></soap:Body>'
const foerBody = (indsat: string) => byt(signeret, body, indsat + body)
const iHeader = (indsat: string) => byt(signeret, '</soap:Header>', `${indsat}</soap:Header>`)
const iSecurity = (indsat: string) => byt(signeret, '</wsse:Security>', `${indsat}</wsse:Security>`)
const reference = (id: string) => new RegExp(`<ds:Reference URI="#${id}">.*?</ds:Reference>`)
const udenReference = (id: string) => omsigner(signeret, a, (info) => byt(info, reference(id), ''))
const sha = (algoritme: string, tekst: string) => createHash(algoritme).update(tekst).digest('base64')

test('an untouched message is approved, and what is read afterwards is what was signed', () => {
  const svar = verifyIdws(signeret, tillid, NU, { certifikat: sha256hex(a.certifikat), sti: '/soap/sagdokumentindeks/6' })
  if (!svar.ok) throw new Error(svar.afvisning)
  expect(svar.value.bytes.toString()).toContain(body.slice(body.indexOf('<t:Sag')))
  expect(svar.value.bytes.toString()).not.toContain('Security')
  expect(svar.value).toMatchObject({ til: TIL, handling: 'urn:test:importer', udloeber: NU + 300_000 })
})
const sha256hex = (certifikat: X509Certificate) => createHash('sha256').update(certifikat.raw).digest('hex')

describe('signature wrapping', () => {
  const medId = (xml: string, id: string) => byt(xml, /wsu:Id="[^"]*"/, `wsu:Id="${id}"`)
  test.each<[string, () => string, string]>([
    [
      'the signed Body moved into Header, another in its place',
      () => byt(iHeader(body), new RegExp(`${body}</soap:Envelope>`), `${falskBody}</soap:Envelope>`),
      'KONVOLUT_UGYLDIG',
    ],
    [
      'the signed Body in a wrapper in Header',
      () => byt(byt(signeret, body, falskBody), '</soap:Header>', `<x:W xmlns:x="urn:x">${body}</x:W></soap:Header>`),
      'KONVOLUT_UGYLDIG',
    ],
    [
      'the signed Body inside the false one',
      () => byt(signeret, body, byt(falskBody, '</t:Sag>', `</t:Sag>${body}`)),
      'KONVOLUT_UGYLDIG',
    ],
    [
      'the signed Body inside Security',
      () => byt(byt(signeret, body, falskBody), '</wsse:Security>', `${body}</wsse:Security>`),
      'KONVOLUT_UGYLDIG',
    ],
    [
      'the signed Body in an Object of the signature',
      () =>
        byt(
          byt(signeret, body, falskBody),
          /<\/ds:Signature><\/wsse:Security>/,
          `<ds:Object>${body}</ds:Object></ds:Signature></wsse:Security>`,
        ),
      'KONVOLUT_UGYLDIG',
    ],
    ['two Bodies side by side, the false one first', () => foerBody(falskBody), 'KONVOLUT_UGYLDIG'],
    ['two Bodies side by side, the false one last', () => byt(signeret, body, body + falskBody), 'KONVOLUT_UGYLDIG'],
    ['something after Body', () => byt(signeret, body, `${body}<x:F xmlns:x="urn:x"/>`), 'KONVOLUT_UGYLDIG'],
    [
      'an empty Security hidden in another header',
      () => iHeader(`<x:W xmlns:x="urn:x"><wsse:Security xmlns:wsse="${NS.wsse}"/></x:W>`),
      'SIKKERHED_TVETYDIG',
    ],
    [
      'the whole message inside another',
      () =>
        `<soap:Envelope xmlns:soap="${NS.soap12}"><soap:Header>${signeret.slice(signeret.indexOf('<soap:Env'))}</soap:Header>${falskBody}</soap:Envelope>`,
      'KONVOLUT_UGYLDIG',
    ],
    [
      'a Body of SOAP 1.1 beside that of 1.2',
      () => byt(signeret, body, byt(body, '</t:Sag>', `</t:Sag><s:Body xmlns:s="${NS.soap11}"/>`)),
      'KONVOLUT_UGYLDIG',
    ],
    [
      'a false Body with the signed one’s id',
      () => byt(signeret, body, medId(byt(falskBody, 'urn:x', NS.wsu), 'id-body')),
      'KONTROLSUM_FORKERT',
    ],
    [
      'the same id on two elements',
      () => iHeader(`<x:F xmlns:x="urn:x" xmlns:wsu="${NS.wsu}" wsu:Id="id-body"/>`),
      'DUBLERET_ID',
    ],
    ['the same id as Id and as wsu:Id', () => iHeader('<x:F xmlns:x="urn:x" Id="id-body"/>'), 'DUBLERET_ID'],
    ['the same id as xml:id', () => iHeader('<x:F xmlns:x="urn:x" xml:id="id-body"/>'), 'DUBLERET_ID'],
    ['the same id behind a reference', () => iHeader('<x:F xmlns:x="urn:x" Id="id-b&#111;dy"/>'), 'DUBLERET_ID'],
    ['two Security headers', () => iHeader(security.replaceAll(/ (wsu:Id|ID)="([^"]*)"/g, ' $1="x$2"')), 'SIKKERHED_TVETYDIG'],
    [
      'Security within another header',
      () => byt(signeret, security, `<x:W xmlns:x="urn:x">${security}</x:W>`),
      'SIKKERHED_TVETYDIG',
    ],
    [
      'Security for another receiver',
      () => byt(signeret, 'soap:mustUnderstand="1"', `soap:role="${NS.soap12}/role/next"`),
      'SIKKERHED_TVETYDIG',
    ],
    ['a second token beside the first', () => iSecurity(lavToken(sts, fremmed.certifikat)), 'UVENTET_ELEMENT'],
    [
      'the token wrapped in a false one',
      () =>
        byt(signeret, assertion, byt(lavToken(fremmed, fremmed.certifikat), '</saml:Subject>', `</saml:Subject>${assertion}`)),
      'UVENTET_ELEMENT',
    ],
    [
      'the token in an Object of its own signature',
      () =>
        byt(
          signeret,
          assertion,
          byt(
            assertion,
            '</ds:KeyInfo></ds:Signature>',
            `</ds:KeyInfo><ds:Object>${assertion.replaceAll(/ID="[^"]*"/g, 'ID="_x"')}</ds:Object></ds:Signature>`,
          ),
        ),
      'UVENTET_ELEMENT',
    ],
    ['the token hidden in Body', () => byt(byt(signeret, assertion, ''), '</t:Sag>', `${assertion}</t:Sag>`), 'UVENTET_ELEMENT'],
    ['a second signature', () => iSecurity(sidsteSignatur), 'UVENTET_ELEMENT'],
    ['a second timestamp', () => iSecurity(`<wsu:Timestamp xmlns:wsu="${NS.wsu}"/>`), 'UVENTET_ELEMENT'],
    ['something else in Security', () => iSecurity('<x:F xmlns:x="urn:x"/>'), 'UVENTET_ELEMENT'],
    [
      'a second To',
      () => iHeader(`<wsa:To xmlns:wsa="${NS.wsa}">https://andet.test/soap/sagdokumentindeks/6</wsa:To>`),
      'ADRESSERING_UGYLDIG',
    ],
    [
      'a second SignedInfo',
      () =>
        byt(
          signeret,
          sidsteSignatur,
          byt(sidsteSignatur, '</ds:SignedInfo>', `</ds:SignedInfo>${element(sidsteSignatur, 'ds:SignedInfo')}`),
        ),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'an Object in the signature',
      () => byt(signeret, sidsteSignatur, byt(sidsteSignatur, '</ds:KeyInfo>', '</ds:KeyInfo><ds:Object>x</ds:Object>')),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'a reference to something else',
      () =>
        omsigner(iHeader('<x:F xmlns:x="urn:x" Id="ekstra"/>'), a, (info) =>
          byt(info, '</ds:SignedInfo>', `${reference('id-body').exec(info)![0].replace('#id-body', '#ekstra')}</ds:SignedInfo>`),
        ),
      'REFERENCE_UKENDT',
    ],
    [
      'two references to the same',
      () =>
        omsigner(signeret, a, (info) => byt(info, '</ds:SignedInfo>', `${reference('id-body').exec(info)![0]}</ds:SignedInfo>`)),
      'REFERENCE_DUBLERET',
    ],
    [
      'twenty-one references',
      () =>
        omsigner(signeret, a, (info) =>
          byt(info, '</ds:SignedInfo>', `${reference('id-body').exec(info)![0].repeat(16)}</ds:SignedInfo>`),
        ),
      'FOR_MANGE_REFERENCER',
    ],
    [
      'a reference to the whole document',
      () => omsigner(signeret, a, (info) => byt(info, 'URI="#id-body"', 'URI=""')),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'a reference to an address',
      () => omsigner(signeret, a, (info) => byt(info, 'URI="#id-body"', 'URI="http://127.0.0.1:9/x"')),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'a reference to a file',
      () => omsigner(signeret, a, (info) => byt(info, 'URI="#id-body"', 'URI="file:///etc/passwd"')),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'a reference by XPointer',
      () => omsigner(signeret, a, (info) => byt(info, 'URI="#id-body"', 'URI="#xpointer(id(\'id-body\'))"')),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'a token reference to nothing',
      () =>
        byt(
          signeret,
          /(wsu:Id="id-token"><wsse:KeyIdentifier ValueType="[^"]*">)[^<]*/,
          `wsu:Id="id-token"><wsse:KeyIdentifier ValueType="x">_andet`,
        ),
      'REFERENCE_UKENDT',
    ],
  ])('%s', (_, angreb, forventet) => {
    expect(prove(angreb())).toBe(forventet)
  })
})

describe('what is signed', () => {
  test.each<[string, () => string, string]>([
    ['a changed title', () => byt(signeret, 'pleje', 'penge'), 'KONTROLSUM_FORKERT'],
    ['a changed address', () => byt(signeret, /importer<\/wsa/, 'fjern</wsa'), 'KONTROLSUM_FORKERT'],
    [
      'a wrong digest, rightly signed',
      () => omsigner(signeret, a, (info) => byt(info, /<ds:DigestValue>[^<]*/, `<ds:DigestValue>${sha('sha256', 'x')}`)),
      'KONTROLSUM_FORKERT',
    ],
    [
      'a lengthened timestamp',
      () => byt(signeret, /(<wsu:Expires>)[^<]*/, '<wsu:Expires>2026-11-22T12:04:59.000Z'),
      'KONTROLSUM_FORKERT',
    ],
    ['Body unsigned', () => udenReference('id-body'), 'DEL_IKKE_SIGNERET'],
    ['To unsigned', () => udenReference('id-to'), 'DEL_IKKE_SIGNERET'],
    ['MessageID unsigned', () => udenReference('id-messageid'), 'DEL_IKKE_SIGNERET'],
    ['Timestamp unsigned', () => udenReference('id-tidsstempel'), 'DEL_IKKE_SIGNERET'],
    ['the token unsigned by the holder', () => udenReference('id-token'), 'DEL_IKKE_SIGNERET'],
    [
      'an address put in afterwards',
      () => iHeader(`<wsa:FaultTo xmlns:wsa="${NS.wsa}"><wsa:Address>https://andet.test</wsa:Address></wsa:FaultTo>`),
      'DEL_IKKE_SIGNERET',
    ],
    [
      'MessageID taken out',
      () => byt(udenReference('id-messageid'), /<wsa:MessageID.*?<\/wsa:MessageID>/, ''),
      'ADRESSERING_UGYLDIG',
    ],
    ['the signature taken out', () => byt(signeret, sidsteSignatur, ''), 'UVENTET_ELEMENT'],
    ['the token taken out', () => byt(signeret, assertion, ''), 'UVENTET_ELEMENT'],
    ['Timestamp taken out', () => byt(signeret, element(signeret, 'wsu:Timestamp'), ''), 'UVENTET_ELEMENT'],
    ['Security taken out', () => byt(signeret, security, ''), 'SIKKERHED_MANGLER'],
    [
      'an empty SignatureValue',
      () => byt(signeret, sidsteSignatur, byt(sidsteSignatur, /<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>')),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'SignatureValue that is not base64',
      () =>
        omsigner(
          signeret,
          a,
          (info) => info,
          () => 'AA*A',
        ),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'SignatureValue of another message',
      () =>
        omsigner(
          signeret,
          a,
          (info) => info,
          () => sign('sha256', Buffer.from('x'), a.noegle).toString('base64'),
        ),
      'SIGNATUR_FORKERT',
    ],
    [
      'a SignatureValue that says the same in another way',
      () =>
        byt(
          signeret,
          sidsteSignatur,
          sidsteSignatur.replace(
            /(.)==<\/ds:SignatureValue>/,
            (_, tegn: string) => `${ALFABET[ALFABET.indexOf(tegn) + 1]}==</ds:SignatureValue>`,
          ),
        ),
      'SIGNATUR_UGYLDIG',
    ],
    [
      'no reference at all',
      () => omsigner(signeret, a, (info) => info.replaceAll(/<ds:Reference .*?<\/ds:Reference>/g, '')),
      'SIGNATUR_UGYLDIG',
    ],
  ])('%s', (_, angreb, forventet) => {
    expect(prove(angreb())).toBe(forventet)
  })
})

describe('keys and algorithms', () => {
  const metode = (algoritme: string, underskriv?: (tekst: string) => string) =>
    omsigner(signeret, a, (info) => byt(info, ALG.rsaSha256, algoritme), underskriv)
  const spki = createPublicKey(a.noegle).export({ type: 'spki', format: 'pem' })
  const kort = () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const valg = { navn: 'kort', noegle: privateKey, fra: new Date(NU - 1000), til: new Date(NU + 1e9) }
    return { noegle: privateKey, certifikat: new X509Certificate(createCertifikat(valg)) }
  }
  test.each<[string, () => string, string]>([
    ['signed with another key than the token’s', () => signer(BESKED, fremmed, token), 'SIGNATUR_FORKERT'],
    [
      'RSA-SHA1',
      () => metode(`${NS.ds}rsa-sha1`, (tekst) => sign('sha1', Buffer.from(tekst), a.noegle).toString('base64')),
      'ALGORITME_IKKE_TILLADT',
    ],
    ['SHA-1 digests', () => omsigner(signeret, a, (info) => byt(info, ALG.sha256, `${NS.ds}sha1`)), 'ALGORITME_IKKE_TILLADT'],
    [
      'HMAC-SHA256 with the public key',
      () =>
        metode('http://www.w3.org/2001/04/xmldsig-more#hmac-sha256', (tekst) =>
          createHmac('sha256', spki).update(tekst).digest('base64'),
        ),
      'ALGORITME_IKKE_TILLADT',
    ],
    [
      'HMAC under the name of RSA',
      () =>
        omsigner(
          signeret,
          a,
          (info) => info,
          (tekst) => createHmac('sha256', spki).update(tekst).digest('base64'),
        ),
      'SIGNATUR_FORKERT',
    ],
    [
      'a shortened HMAC',
      () =>
        omsigner(signeret, a, (info) =>
          byt(info, '></ds:SignatureMethod>', '><ds:HMACOutputLength>1</ds:HMACOutputLength></ds:SignatureMethod>'),
        ),
      'SIGNATUR_UGYLDIG',
    ],
    ['no algorithm', () => metode(''), 'ALGORITME_IKKE_TILLADT'],
    [
      'canonicalization with comments',
      () => omsigner(signeret, a, (info) => byt(info, ALG.excC14n, `${ALG.excC14n}WithComments`)),
      'ALGORITME_IKKE_TILLADT',
    ],
    [
      'inclusive canonicalization',
      () => omsigner(signeret, a, (info) => byt(info, ALG.excC14n, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315')),
      'ALGORITME_IKKE_TILLADT',
    ],
    [
      'XSLT as transform',
      () =>
        omsigner(signeret, a, (info) =>
          byt(
            info,
            `<ds:Transform Algorithm="${ALG.excC14n}">`,
            '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116">',
          ),
        ),
      'TRANSFORMATION_IKKE_TILLADT',
    ],
    [
      'XPath as transform',
      () =>
        omsigner(signeret, a, (info) =>
          byt(
            info,
            `<ds:Transform Algorithm="${ALG.excC14n}">`,
            '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116">',
          ),
        ),
      'TRANSFORMATION_IKKE_TILLADT',
    ],
    [
      'a chain of transforms',
      () =>
        omsigner(signeret, a, (info) =>
          byt(info, '<ds:Transforms>', `<ds:Transforms>${`<ds:Transform Algorithm="${ALG.excC14n}"></ds:Transform>`.repeat(3)}`),
        ),
      'TRANSFORMATION_IKKE_TILLADT',
    ],
    [
      'enveloped-signature on Body',
      () =>
        omsigner(signeret, a, (info) =>
          byt(
            info,
            reference('id-body'),
            reference('id-body')
              .exec(info)![0]
              .replace('<ds:Transforms>', `<ds:Transforms><ds:Transform Algorithm="${ALG.enveloped}"></ds:Transform>`),
          ),
        ),
      'TRANSFORMATION_IKKE_TILLADT',
    ],
    [
      'KeyInfo with a certificate of the attacker’s',
      () =>
        byt(
          signer(BESKED, fremmed, token),
          sidsteKeyInfo(signer(BESKED, fremmed, token)),
          `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${fremmed.certifikat.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`,
        ),
      'NOEGLE_IKKE_TOKENETS',
    ],
    [
      'KeyInfo that points elsewhere',
      () => byt(signeret, sidsteSignatur, byt(sidsteSignatur, /(<wsse:KeyIdentifier[^>]*>)[^<]*/, '<wsse:KeyIdentifier>_andet')),
      'NOEGLE_IKKE_TOKENETS',
    ],
    [
      'a holder’s key of 1024 bits',
      () => {
        const svag = kort()
        return signer(BESKED, svag, lavToken(sts, svag.certifikat))
      },
      'CERTIFIKAT_UGYLDIGT',
    ],
    [
      'a holder’s certificate that has run out',
      () => {
        const gammel = lavNoeglepar('gammel', NU - 2000, NU - 1000)
        return signer(BESKED, gammel, lavToken(sts, gammel.certifikat))
      },
      'CERTIFIKAT_UGYLDIGT',
    ],
  ])('%s', (_, angreb, forventet) => {
    expect(prove(angreb())).toBe(forventet)
  })

  test('another certificate on the connection than the token’s', () => {
    expect(prove(signeret, NU, { certifikat: sha256hex(fremmed.certifikat) })).toBe('CERTIFIKAT_ET_ANDET')
  })
})
const sidsteKeyInfo = (xml: string) =>
  xml.slice(xml.lastIndexOf('<ds:KeyInfo>'), xml.lastIndexOf('</ds:KeyInfo>') + '</ds:KeyInfo>'.length)

describe('the token', () => {
  const med = (nyt: string) => signer(BESKED, a, nyt)
  /** A token changed and signed anew by its issuer: what a mistaken issuer could write. */
  const udstedt = (aendr: (xml: string) => string) => {
    const { noegle } = sts
    const aendret = aendr(token)
    const uden = byt(aendret, /<ds:Signature .*?<\/ds:Signature>/, '')
    const ny = omsigner(aendret, { noegle }, (info) =>
      byt(info, /<ds:DigestValue>[^<]*/, `<ds:DigestValue>${sha('sha256', kanoniskTekst(uden))}`).replace(
        '<ds:SignedInfo>',
        `<ds:SignedInfo xmlns:ds="${NS.ds}">`,
      ),
    )
    return med(ny)
  }
  const lavUdstedt = (mere: Parameters<typeof lavToken>[2]) => med(lavToken(sts, a.certifikat, mere))
  test.each<[string, () => string, string]>([
    [
      'of an issuer that nobody trusts',
      () => med(lavToken(fremmed, a.certifikat, { udsteder: 'https://fremmed.test' })),
      'UDSTEDER_UKENDT',
    ],
    ['in a trusted issuer’s name, signed by another', () => med(lavToken(fremmed, a.certifikat)), 'SAMLTOKENSIGNATUR_FORKERT'],
    [
      'with a changed audience',
      () => med(byt(lavToken(sts, a.certifikat, { modtager: 'https://andet.test' }), 'https://andet.test', MODTAGER)),
      'SAMLTOKENSIGNATUR_FORKERT',
    ],
    [
      'with another holder put in',
      () =>
        signer(
          BESKED,
          fremmed,
          byt(
            token,
            /(<saml:SubjectConfirmationData.*?<ds:X509Certificate>)[^<]*/,
            `${/(<saml:SubjectConfirmationData.*?<ds:X509Certificate>)/.exec(token)![0]}${fremmed.certifikat.raw.toString('base64')}`,
          ),
        ),
      'SAMLTOKENSIGNATUR_FORKERT',
    ],
    ['without its signature', () => med(byt(token, /<ds:Signature .*?<\/ds:Signature>/, '')), 'UVENTET_ELEMENT'],
    ['for another system', () => lavUdstedt({ modtager: 'https://andet.test' }), 'MODTAGER_FORKERT'],
    ['for a system whose name begins like ours', () => lavUdstedt({ modtager: `${MODTAGER}.ond.test` }), 'MODTAGER_FORKERT'],
    ['run out more than a minute ago', () => lavUdstedt({ til: NU - 60_000 }), 'SAMLTOKEN_UDLOEBET'],
    ['not valid for more than a minute yet', () => lavUdstedt({ fra: NU + 60_001 }), 'SAMLTOKEN_FRA_FREMTIDEN'],
    ['bearer instead of holder-of-key', () => udstedt((xml) => byt(xml, 'cm:holder-of-key', 'cm:bearer')), 'IKKE_HOLDER_OF_KEY'],
    [
      'bearer beside holder-of-key',
      () =>
        udstedt((xml) =>
          byt(
            xml,
            '</saml:Subject>',
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"></saml:SubjectConfirmation></saml:Subject>',
          ),
        ),
      'IKKE_HOLDER_OF_KEY',
    ],
    [
      'without a certificate of the holder’s',
      () => udstedt((xml) => byt(xml, /<ds:KeyInfo xmlns:ds="[^"]*"><ds:X509Data>.*?<\/ds:KeyInfo>(?=<\/saml)/, '')),
      'IKKE_HOLDER_OF_KEY',
    ],
    [
      'for another Recipient',
      () =>
        udstedt((xml) =>
          byt(xml, '<saml:SubjectConfirmationData', '<saml:SubjectConfirmationData Recipient="https://andet.test"').replace(
            ' Recipient="https://andet.test" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" Recipient="https://andet.test"',
          ),
        ),
      'MODTAGER_FORKERT',
    ],
    [
      'without an audience',
      () => udstedt((xml) => byt(xml, /<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, '')),
      'MODTAGER_FORKERT',
    ],
    [
      'with a condition that is not understood',
      () => udstedt((xml) => byt(xml, '</saml:Conditions>', '<saml:OneTimeUse></saml:OneTimeUse></saml:Conditions>')),
      'SAMLTOKEN_UGYLDIG',
    ],
    [
      'without an end',
      () =>
        udstedt((xml) =>
          byt(
            xml,
            /(<saml:Conditions NotBefore="[^"]*") NotOnOrAfter="[^"]*"/,
            '<saml:Conditions NotBefore="2026-11-22T11:59:00.000Z"',
          ),
        ),
      'SAMLTOKEN_UGYLDIG',
    ],
    [
      'whose signature has a third transform',
      () =>
        med(
          omsigner(token, sts, (info) =>
            byt(info, '</ds:Transforms>', `<ds:Transform Algorithm="${ALG.excC14n}"/></ds:Transforms>`),
          ),
        ),
      'TRANSFORMATION_IKKE_TILLADT',
    ],
    ['of SAML 1.1', () => udstedt((xml) => byt(xml, 'Version="2.0"', 'Version="1.1"')), 'SAMLTOKEN_UGYLDIG'],
    [
      'signed with RSA-SHA1 by its issuer',
      () => med(omsigner(token, sts, (info) => byt(info, ALG.rsaSha256, `${NS.ds}rsa-sha1`))),
      'ALGORITME_IKKE_TILLADT',
    ],
    [
      'whose signature covers something else',
      () => med(omsigner(token, sts, (info) => byt(info, /URI="#[^"]*"/, 'URI="#andet"'))),
      'SAMLTOKENSIGNATUR_FORKERT',
    ],
  ])('%s', (_, angreb, forventet) => {
    expect(prove(angreb())).toBe(forventet)
  })

  test('whose issuer’s certificate has run out', () => {
    const gammel = lavNoeglepar('gammel sts', NU - 2000, NU - 1000)
    expect(prove(signer(BESKED, a, lavToken(gammel, a.certifikat)), NU, {}, tillidTil(gammel))).toBe('SAMLTOKENSIGNATUR_FORKERT')
  })

  test('at its bounds it is approved: a minute’s difference between two clocks is nobody’s fault', () => {
    expect(prove(lavUdstedt({ til: NU - 59_999 }))).toBe('godkendt')
    expect(prove(lavUdstedt({ fra: NU + 60_000 }))).toBe('godkendt')
    expect(prove(udstedt((xml) => byt(xml, 'CN=Kastanje Sag', 'CN=Kastanje ESDH')))).toBe('godkendt')
  })
})

describe('time and place', () => {
  test.each<[string, () => string, number, string]>([
    ['five minutes old', () => signeret, NU + 300_000, 'godkendt'],
    ['more than five minutes old', () => signeret, NU + 300_001, 'BESKED_UDLOEBET'],
    [
      'more than five minutes old, said to last an hour',
      () => signer(BESKED, a, token, { levetid: 3_600_000 }),
      NU + 300_001,
      'BESKED_UDLOEBET',
    ],
    ['run out by its own word', () => signer(BESKED, a, token, { levetid: 1000 }), NU + 61_000, 'BESKED_UDLOEBET'],
    ['a minute ahead', () => signer(BESKED, a, token, { nu: NU + 60_000 }), NU, 'godkendt'],
    ['more than a minute ahead', () => signer(BESKED, a, token, { nu: NU + 60_001 }), NU, 'BESKED_FRA_FREMTIDEN'],
    ['that ends before it begins', () => signer(BESKED, a, token, { levetid: -1 }), NU, 'TIDSSTEMPEL_UGYLDIGT'],
    ['without a zone', () => byt(signeret, '12:00:00.000Z</wsu:Created>', '12:00:00</wsu:Created>'), NU, 'TIDSSTEMPEL_UGYLDIGT'],
    ['without Expires', () => byt(signeret, /<wsu:Expires>.*?<\/wsu:Expires>/, ''), NU, 'TIDSSTEMPEL_UGYLDIGT'],
    [
      'with a third time',
      () => byt(signeret, '</wsu:Expires>', '</wsu:Expires><wsu:Expires>2026-11-22T13:00:00Z</wsu:Expires>'),
      NU,
      'TIDSSTEMPEL_UGYLDIGT',
    ],
    [
      'with something else in it',
      () => byt(signeret, '</wsu:Expires>', '</wsu:Expires><wsu:Andet/>'),
      NU,
      'TIDSSTEMPEL_UGYLDIGT',
    ],
    [
      'with two Created',
      () => byt(signeret, '<wsu:Created>', '<wsu:Created>2026-11-22T12:00:00Z</wsu:Created><wsu:Created>'),
      NU,
      'TIDSSTEMPEL_UGYLDIGT',
    ],
  ])('%s', (_, lav, nu, forventet) => {
    expect(prove(lav(), nu)).toBe(forventet)
  })

  test('a message that is signed for another interface is not taken here', () => {
    expect(prove(signeret, NU, { sti: '/soap/bevillingindeks/6' })).toBe('BESKED_TIL_ANDEN')
    expect(prove(signer(BESKED, a, token, { til: 'ikke en adresse' }), NU, { sti: '/soap/x' })).toBe('BESKED_TIL_ANDEN')
  })
})

describe('XML that two readers could read differently', () => {
  const iTitel = (tekst: string) => byt(signeret, 'pleje', tekst)
  test.each<[string, () => string | Uint8Array, string]>([
    ['a DTD', () => byt(signeret, '<soap:Env', '<!DOCTYPE x [<!ENTITY e "x">]><soap:Env'), 'XML_UGYLDIG'],
    [
      'an external entity',
      () => byt(iTitel('&e;'), '<soap:Env', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><soap:Env'),
      'XML_UGYLDIG',
    ],
    ['an entity that is not declared', () => iTitel('&e;'), 'XML_UGYLDIG'],
    ['a processing instruction', () => iTitel('<?x y?>pleje'), 'XML_UGYLDIG'],
    ['XML 1.1', () => byt(signeret, 'version="1.0"', 'version="1.1"'), 'XML_UGYLDIG'],
    ['UTF-16 in name', () => byt(signeret, 'UTF-8', 'UTF-16'), 'XML_UGYLDIG'],
    ['bytes that are not UTF-8', () => Buffer.concat([Buffer.from(signeret), Buffer.of(0xff)]), 'XML_UGYLDIG'],
    ['a prefix that is not declared', () => iTitel('<q:x/>'), 'XML_UGYLDIG'],
    ['an attribute twice', () => byt(signeret, '<t:Titel>', '<t:Titel a="1" a="2">'), 'XML_UGYLDIG'],
    [
      'an attribute twice by two prefixes',
      () => byt(signeret, '<t:Titel>', '<t:Titel xmlns:p="urn:p" xmlns:q="urn:p" p:a="1" q:a="2">'),
      'XML_UGYLDIG',
    ],
    ['an element that is not closed', () => byt(signeret, '</t:Titel>', ''), 'XML_UGYLDIG'],
    ['something after the end', () => `${signeret}<x/>`, 'XML_UGYLDIG'],
    ['an empty message', () => '', 'XML_UGYLDIG'],
    [
      'a comment in the token’s subject',
      () => byt(signeret, 'CN=Kastanje Sag', 'CN=Kastanje<!---->Sag'),
      'KOMMENTAR_I_SIKKERHED',
    ],
    [
      'a comment in the issuer',
      () => byt(signeret, '<saml:Issuer>https://sts.test', '<saml:Issuer>https://sts.test<!---->.ond.test'),
      'KOMMENTAR_I_SIKKERHED',
    ],
    ['a comment in a digest', () => byt(signeret, '<ds:DigestValue>', '<ds:DigestValue><!--x-->'), 'KOMMENTAR_I_SIKKERHED'],
    ['257 levels', () => iTitel(`${'<t:x>'.repeat(257)}${'</t:x>'.repeat(257)}`), 'XML_FOR_STOR'],
    ['50,000 levels', () => iTitel('<t:x>'.repeat(50_000)), 'XML_FOR_STOR'],
    ['300,000 elements', () => iTitel('<t:x/>'.repeat(300_000)), 'XML_FOR_STOR'],
    ['100,001 namespaces', () => iTitel('<t:x xmlns:q="urn:q"/>'.repeat(100_001)), 'XML_FOR_STOR'],
    [
      '65 attributes',
      () => byt(signeret, '<t:Titel>', `<t:Titel ${Array.from({ length: 65 }, (_, i) => `a${i}="1"`).join(' ')}>`),
      'XML_FOR_STOR',
    ],
    ['10,001 ids', () => iTitel(Array.from({ length: 10_001 }, (_, i) => `<t:x Id="n${i}"/>`).join('')), 'XML_FOR_STOR'],
    ['no SOAP at all', () => '<a><b/><c/></a>', 'KONVOLUT_UGYLDIG'],
  ])('%s', (_, lav, forventet) => {
    expect(prove(lav())).toBe(forventet)
  })

  test('a comment in Body cuts no text: it is neither signed nor read', () => {
    const svar = verifyIdws(iTitel('ple<!-- x -->je'), tillid, NU)
    expect(svar.ok && svar.value.bytes.toString()).toContain('<t:Titel>Hjælp &amp; pleje</t:Titel>')
  })
})
