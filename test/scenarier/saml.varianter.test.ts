import { sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { skrivOioBpp } from '../byggere/oio-bpp.ts'
import { type Krypteringsvalg, krypter, type Svarvalg, signer } from '../byggere/saml-udbyder.ts'
import { oiosaml3, type Samlsted, startSamlsted } from '../byggere/samlsted.ts'
import { KORSBAEK } from '../byggere/websted.ts'

/**
 * The same answer as providers of other makes write it (AD FS, Shibboleth, Keycloak, SimpleSAMLphp, .NET): each lets the employee in with all that
 * the first one does. What SAML and OIOSAML 3 leave open, nobody may be refused for.
 */
let sted: Samlsted
beforeAll(async () => {
  sted = await startSamlsted({
    korsbaek: { cvr: [KORSBAEK] },
    'assertion-alene': { cvr: [KORSBAEK], svarSigneret: false, spoergNiveau: false },
  })
})
afterAll(() => sted.close())

const PRIVILEGIER = skrivOioBpp(KORSBAEK, [
  { roller: ['sagsbehandler', 'se'], graenser: { KLE: '27.*', foelsomhed: 'VIP_SAGER' } },
])
const ATTRIBUTTER = oiosaml3(KORSBAEK, { 'https://data.gov.dk/model/core/eid/privilegesIntermediate': PRIVILEGIER })

async function lukkesInd(mere: Partial<Svarvalg>, navn = 'korsbaek'): Promise<void> {
  ;(sted.log as string[]).length = 0
  const { browser, svar } = await sted.logInd(navn, ATTRIBUTTER, mere)
  expect([svar.headers.location, sted.log.find((linje) => linje.includes('login refused'))]).toEqual(['/arbejde', undefined])
  const side = await browser.get('/kommune')
  expect([side.status, side.tekst.includes('Sanne Prøve'), side.tekst.includes('Sagsbehandler')]).toEqual([200, true, true])
}
const byt =
  (fra: string | RegExp, til: string) =>
  (xml: string): string => {
    const ny = xml.replaceAll(fra, til)
    if (ny === xml) throw new Error(`The message does not hold ${fra}`)
    return ny
  }
/** Each element on a line of its own, by the line break given; texts keep white space about them. */
const smuk = (linje: string) => (xml: string) =>
  xml.replaceAll('><', `>${linje}  <`).replaceAll(/>([^<\s][^<]*)</g, `>${linje}    $1${linje}<`)

describe('how it is written', () => {
  test('in a default namespace, without a prefix', () =>
    lukkesInd({
      assertion: (xml) => byt('xmlns:saml=', 'xmlns=')(byt(/(<\/?)saml:/g, '$1')(xml)),
      assertionSignatur: { praefiks: '' },
      svar: (xml) => byt('xmlns:samlp=', 'xmlns=')(byt(/(<\/?)samlp:/g, '$1')(xml)),
      svarSignatur: { praefiks: '' },
    }))
  test('with other prefixes', () =>
    lukkesInd({
      assertion: byt(/saml(?=[:=])(?!:2)/g, 'saml2'),
      svar: byt(/samlp(?=[:=])/g, 'saml2p'),
      assertionSignatur: { praefiks: 'dsig' },
    }))
  test.each(['\n', '\r\n', '\t\n'])('over many lines, with line break %j', (linje) =>
    lukkesInd({ assertion: smuk(linje), svar: byt('<samlp:Status>', `${linje}  <samlp:Status>${linje}`) }),
  )
  test('with an XML declaration in the answer and in the assertion', () => {
    const erklaering = (xml: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`
    return lukkesInd({ signeret: erklaering, sendt: erklaering })
  })
  test('typed values, with the namespaces on each', () =>
    lukkesInd({
      assertion: byt(
        '<saml:AttributeValue>',
        '<saml:AttributeValue xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">',
      ),
      assertionSignatur: { praefikser: ['xs'] },
      svarSignatur: { praefikser: ['xs', 'xenc'] },
    }))
  test('attributes without NameFormat, with FriendlyName, in a statement each', () =>
    lukkesInd({
      assertion: (xml) =>
        byt(
          '</saml:Attribute><saml:Attribute ',
          '</saml:Attribute></saml:AttributeStatement><saml:AttributeStatement><saml:Attribute FriendlyName="x" ',
        )(byt(/ NameFormat="[^"]+"/g, '')(xml)),
    }))
  test('an attribute that we do not read, which holds elements', () =>
    lukkesInd({
      assertion: byt(
        '<saml:AttributeStatement>',
        '<saml:AttributeStatement><saml:Attribute Name="urn:oid:1.3.6.1.4.1.5923.1.1.1.10"><saml:AttributeValue><saml:NameID>abc</saml:NameID></saml:AttributeValue></saml:Attribute>',
      ),
    }))
  test('privileges in lines of 76', () =>
    lukkesInd({
      attributter: {
        ...ATTRIBUTTER,
        'https://data.gov.dk/model/core/eid/privilegesIntermediate': PRIVILEGIER.replaceAll(/.{76}/g, '$&\r\n'),
      },
    }))
  test('consent, several audiences, advice on how long the session lasts, use once and no proxies', () =>
    lukkesInd({
      svar: byt(' Version="2.0"', ' Version="2.0" Consent="urn:oasis:names:tc:SAML:2.0:consent:unspecified"'),
      assertion: (xml) =>
        byt(
          '<saml:Audience>',
          '<saml:Audience>https://andet.example</saml:Audience><saml:Audience>',
        )(
          byt(
            '</saml:Conditions>',
            '<saml:OneTimeUse/><saml:ProxyRestriction Count="0"/></saml:Conditions>',
          )(byt('<saml:AuthnStatement ', `<saml:AuthnStatement SessionNotOnOrAfter="9999-12-31T23:59:59.9999999Z" `)(xml)),
        ),
    }))
  test('where it was confirmed in another way besides', () =>
    lukkesInd({
      assertion: byt(
        '<saml:SubjectConfirmation ',
        '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"/><saml:SubjectConfirmation ',
      ),
    }))
  test('times with an offset', () =>
    lukkesInd({
      assertion: (xml) =>
        xml.replaceAll(
          /"(\d{4}-[^"]+)\.\d{3}Z"/g,
          (_, tid) => `"${new Date(Date.parse(`${tid}Z`) + 3_600_000).toISOString().slice(0, 19)}+01:00"`,
        ),
    }))
})

test('a provider that knows no classes is not asked for any', async () => {
  expect((await sted.begynd('korsbaek')).anmodning).toContain('RequestedAuthnContext')
  expect((await sted.begynd('assertion-alene')).anmodning).not.toContain('RequestedAuthnContext')
})

describe('how it is signed', () => {
  const kommentarer = { kommentarer: true }
  const certifikat = () => sted.udbyder('korsbaek').par.certifikat.raw.toString('base64')
  test('canonicalized with comments, of which there are none', () =>
    lukkesInd({ assertionSignatur: kommentarer, svarSignatur: kommentarer }))
  test('with the certificate in KeyInfo', () => {
    const medCertifikat = { keyInfo: `<X509Data><X509Certificate>${certifikat()}</X509Certificate></X509Data>` }
    return lukkesInd({ assertionSignatur: medCertifikat, svarSignatur: medCertifikat })
  })
  test('with the key’s name in KeyInfo', () => {
    const medNavn = { keyInfo: '<KeyName>noegle-1</KeyName>' }
    return lukkesInd({ assertionSignatur: medNavn, svarSignatur: medNavn })
  })
  test('the assertion alone, and both where one would do', async () => {
    await lukkesInd({ svarSignatur: false }, 'assertion-alene')
    await lukkesInd({}, 'assertion-alene')
  })
})

const [XENC, XENC11, DS] = [
  'http://www.w3.org/2001/04/xmlenc#',
  'http://www.w3.org/2009/xmlenc11#',
  'http://www.w3.org/2000/09/xmldsig#',
]
const sumAf = (algoritme: string) => `<ds:DigestMethod xmlns:ds="${DS}" Algorithm="${algoritme}"/>`
const maskeAf = (navn: string) => `<xenc11:MGF xmlns:xenc11="${XENC11}" Algorithm="${XENC11}${navn}"/>`

describe('how it is encrypted', () => {
  const OAEP11 = `${XENC11}rsa-oaep`
  const FORMER: readonly (readonly [string, Krypteringsvalg])[] = [
    ['AES-128', { indhold: `${XENC11}aes128-gcm` }],
    ['the key beside the data', { plads: 'ved' }],
    ['the key beside the data, pointed to', { plads: 'vedHenvist' }],
    ['SHA-1 said in words', { oaep: { sum: 'sha1', maske: 'sha1', metode: sumAf(`${DS}sha1`) } }],
    ['SHA-256 with a mask by SHA-1', { oaep: { sum: 'sha256', maske: 'sha1', metode: sumAf(`${XENC}sha256`) } }],
    ['the newer name, with nothing said', { noegle: OAEP11 }],
    [
      'the newer name, SHA-256',
      { noegle: OAEP11, oaep: { sum: 'sha256', maske: 'sha256', metode: sumAf(`${XENC}sha256`) + maskeAf('mgf1sha256') } },
    ],
    [
      'the newer name, SHA-1 with a mask by SHA-256',
      { noegle: OAEP11, oaep: { sum: 'sha1', maske: 'sha256', metode: sumAf(`${DS}sha1`) + maskeAf('mgf1sha256') } },
    ],
    [
      'the newer name, SHA-512',
      { noegle: OAEP11, oaep: { sum: 'sha512', maske: 'sha512', metode: maskeAf('mgf1sha512') + sumAf(`${XENC}sha512`) } },
    ],
  ]
  test.each(FORMER)('%s', (_navn, kryptering) => lukkesInd({ kryptering }))
})

describe('a log out', () => {
  const loggetInd = async () => {
    const { browser } = await sted.logInd('korsbaek', ATTRIBUTTER)
    expect((await browser.get('/kommune')).status).toBe(200)
    return browser
  }
  const navneid = '<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">navn-korsbaek</saml:NameID>'
  const krypteret = () => {
    const udbyder = sted.udbyder('korsbaek')
    return byt(
      /<saml:NameID>[^<]+<\/saml:NameID>/g,
      krypter(navneid, sted.sted, {}, 'EncryptedID'),
    )(udbyder.logudAnmodning({ sted: sted.sted }))
  }
  test('with a name id that is encrypted, by a query', async () => {
    const browser = await loggetInd()
    const svar = await sted
      .browser()
      .get(`/arbejde/saml/log-ud?${sted.udbyder('korsbaek').logudQuery('SAMLRequest', krypteret())}`)
    expect([svar.status, (await browser.get('/kommune')).status]).toEqual([303, 401])
  })
  test('with a name id that is encrypted, by a form over many lines, canonicalized with comments', async () => {
    const browser = await loggetInd()
    const xml = signer(krypteret().replaceAll('><', '>\r\n<'), 'LogoutRequest', sted.udbyder('korsbaek').par, {
      kommentarer: true,
    })
    const svar = await sted
      .browser()
      .post('/arbejde/saml/log-ud', { SAMLRequest: Buffer.from(xml).toString('base64') }, { 'sec-fetch-site': 'cross-site' })
    expect([svar.status, (await browser.get('/kommune')).status]).toEqual([303, 401])
  })
  test('whose query is written in small hexadecimal, as .NET does, is signed all the same', async () => {
    const browser = await loggetInd()
    const udbyder = sted.udbyder('korsbaek')
    const smaa = (tekst: string) => tekst.replaceAll(/%[0-9A-F]{2}/g, (en) => en.toLowerCase())
    const [foran = ''] = udbyder
      .logudQuery('SAMLRequest', udbyder.logudAnmodning({ sted: sted.sted }), { relayState: 'a b/c' })
      .split('&Signature=')
    const signeret = smaa(foran)
    const signatur = sign('sha256', Buffer.from(signeret), udbyder.par.noegle).toString('base64')
    const svar = await sted.browser().get(`/arbejde/saml/log-ud?${signeret}&Signature=${smaa(encodeURIComponent(signatur))}`)
    expect([svar.status, (await browser.get('/kommune')).status]).toEqual([303, 401])
  })
})

test('our metadata say what is needed: keys, addresses, what the name id is, which attributes', async () => {
  const { tekst } = await sted.browser().get('/arbejde/saml/metadata')
  for (const del of [
    'use="signing"',
    'use="encryption"',
    'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    'http://www.w3.org/2009/xmlenc11#rsa-oaep',
    'nameid-format:persistent',
    'Name="https://data.gov.dk/model/core/eid/professional/cvr" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="true"',
    'Name="https://data.gov.dk/model/core/eid/privilegesIntermediate" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="false"',
  ])
    expect(tekst).toContain(del)
})

test('what the operators’ guide shows of rights gives what it says', async () => {
  const guide = readFileSync(new URL('../../docs/drift/login.md', import.meta.url), 'utf8')
  const vist = /```xml\n(.*?)```/s.exec(guide)?.[1] ?? ''
  const attribut = 'https://data.gov.dk/model/core/eid/privilegesIntermediate'
  await lukkesInd({ attributter: { ...ATTRIBUTTER, [attribut]: Buffer.from(vist).toString('base64') } })
  for (const navn of Object.keys(ATTRIBUTTER)) expect(guide).toContain(`\`${navn}\``)
})
