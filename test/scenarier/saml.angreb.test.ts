import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { skrivOioBpp } from '../byggere/oio-bpp.ts'
import { createTestudbyder, krypter, lavNoeglepar, type Noeglepar, type Svarvalg, signer } from '../byggere/saml-udbyder.ts'
import { oiosaml3, type Samlsted, startSamlsted } from '../byggere/samlsted.ts'
import { BROBYSKOV, KORSBAEK } from '../byggere/websted.ts'

/**
 * Attacks on the login by SAML, each against the running server: refused with a page and a kind in the log that names nobody, and no session is
 * begun. What an attacker could not do is done for them where it makes the attack stronger: they have the plain text of an assertion that was signed.
 */
let sted: Samlsted
let udloebet: Noeglepar
const HEMMELIGT = 'Sanne Hemmelig'
beforeAll(async () => {
  udloebet = lavNoeglepar('udloebet', { fra: Date.now() - 90_000_000, til: Date.now() - 60_000 })
  sted = await startSamlsted({
    korsbaek: { cvr: [KORSBAEK] },
    // Only the assertion must be signed: what guards the answer itself does not stand in front of what guards the assertion.
    assertion: { cvr: [KORSBAEK], svarSigneret: false },
    brobyskov: { cvr: [BROBYSKOV] },
    gammel: { cvr: [KORSBAEK], metadata: (udbyder) => udbyder.metadata([udbyder.par.certifikat], '2020-01-01T00:00:00Z') },
    skiftet: { cvr: [KORSBAEK], metadata: (udbyder) => udbyder.metadata([udloebet.certifikat, udbyder.par.certifikat]) },
  })
})
afterAll(() => sted.close())

const ATTRIBUTTER = oiosaml3(KORSBAEK, { 'https://data.gov.dk/model/core/eid/fullName': HEMMELIGT })
const sessioner = async (): Promise<number> => {
  const [[raekke]] = await sted.base.db.readBatch({ rolle: 'login' }, [
    { text: 'SELECT count(*)::int AS antal FROM medarbejdersession', values: [] },
  ])
  return (raekke as { readonly antal: number }).antal
}
let foer = 0
beforeEach(async () => {
  foer = await sessioner()
  ;(sted.log as string[]).length = 0
})
/** Nobody has come in, and nothing of the person or the message stands in the log. */
afterEach(() => {
  for (const spor of [HEMMELIGT, '7f3c2a10', 'navn-', KORSBAEK, BROBYSKOV]) expect(sted.log.join('\n')).not.toContain(spor)
})

const begynd = (navn = 'korsbaek') => sted.begynd(navn)
/** A right answer but for the changes. */
const lav = (forsoeg: string, mere: Partial<Svarvalg> = {}, navn = 'korsbaek') =>
  sted.udbyder(navn).svar({ sted: sted.sted, forsoeg, attributter: ATTRIBUTTER, ...mere })

async function afvises(svar: string, kode: string, mere: Readonly<Record<string, string>> = {}): Promise<void> {
  const side = await sted.sendSvar(svar, mere)
  expect(side.tekst).not.toContain(HEMMELIGT)
  expect(sted.log.join('\n')).toContain(`"afvisning":"${kode}"`)
  expect(side.status).toBeGreaterThanOrEqual(400)
  expect(side.status).toBeLessThan(500)
  expect(side.tekst).toMatch(/<h1>Du er ikke logget ind|<h1>Det, du sendte|<h1>Dit login/)
  expect(await sessioner()).toBe(foer)
}
const angreb = async (kode: string, mere: Partial<Svarvalg>, navn = 'korsbaek'): Promise<void> =>
  afvises(lav((await begynd(navn)).forsoeg, mere, navn), kode)

/** Changes a text that must be there: an attack that changes nothing would prove nothing. */
const byt =
  (fra: string | RegExp, til: string) =>
  (xml: string): string => {
    const ny = xml.replace(fra, () => til)
    if (ny === xml) throw new Error(`The message does not hold ${fra}`)
    return ny
  }
const nytId = (): string => `_${randomBytes(16).toString('hex')}`
const SIGNATUR = /<ds:Signature .*?<\/ds:Signature>/s
const signaturOf = (xml: string): string => SIGNATUR.exec(xml)?.[0] ?? ''
const udenSignatur = (xml: string): string => xml.replace(SIGNATUR, '')
/** The same assertion about somebody else, without a signature. */
const falsk = (xml: string): string => byt(/ID="[^"]+"/, `ID="${nytId()}"`)(byt(/navn-\w+/, 'navn-direktoer')(udenSignatur(xml)))
const iSignatur = (xml: string, indhold: string): string =>
  byt('</ds:Signature>', `<ds:Object>${indhold}</ds:Object></ds:Signature>`)(xml)
const efterIssuer = (xml: string, indhold: string): string => byt('</saml:Issuer>', `</saml:Issuer>${indhold}`)(xml)
const foerSlut =
  (navn: string, indhold: string) =>
  (xml: string): string =>
    xml.replace(new RegExp(`</${navn}>$`), `${indhold}</${navn}>`)

describe('signature wrapping of the answer', () => {
  const falsktSvar = (xml: string): string => byt(/ID="[^"]+"/, `ID="${nytId()}"`)(udenSignatur(xml))
  test('XSW1: the signed answer inside the signature of a false one', () =>
    angreb('FLERE_ASSERTIONS', {
      sendt: (xml) => efterIssuer(falsktSvar(xml), iSignatur(signaturOf(xml), udenSignatur(xml))),
    }))
  test('XSW2: the signature detached, the signed answer before it', () =>
    angreb('FLERE_ASSERTIONS', { sendt: (xml) => efterIssuer(falsktSvar(xml), udenSignatur(xml) + signaturOf(xml)) }))
  test('XSW1 with the assertion of the signed answer alone', () =>
    angreb('SIGNATUR_TVETYDIG', {
      sendt: (xml) => {
        const signeret = udenSignatur(xml).replace(/<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>/s, '')
        return efterIssuer(falsktSvar(xml), iSignatur(signaturOf(xml), signeret.replaceAll('samlp:Response', 'samlp:Svar')))
      },
    }))
  test('the signature of the answer on another element with the same id', () =>
    angreb('XML_DUBLERET_ID', {
      sendt: (xml) => byt('<samlp:Status>', `<samlp:Extensions ID="${/ID="([^"]+)"/.exec(xml)?.[1]}"/><samlp:Status>`)(xml),
    }))
})

describe.each(['korsbaek', 'assertion'])('signature wrapping of the assertion, at %s', (navn) => {
  const medTo = (orden: (signeret: string, ny: string) => string, kode = 'FLERE_ASSERTIONS') =>
    angreb(kode, { svarSignatur: navn === 'korsbaek' ? {} : false, svar: (xml) => toAssertions(xml, orden) }, navn)
  /** The answer with the true assertion and a false one, both encrypted: anybody can encrypt to the site. */
  function toAssertions(xml: string, orden: (signeret: string, ny: string) => string): string {
    const [aegte] = /<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>/s.exec(xml) ?? ['']
    const egen = sted.udbyder(navn).skrivAssertion({ sted: sted.sted, forsoeg: 'x', attributter: ATTRIBUTTER })
    return xml.replace(aegte, orden(aegte, krypter(falsk(egen), sted.sted)))
  }
  const inde = (signeret: (xml: string) => string, kode: string) =>
    angreb(kode, { svarSignatur: navn === 'korsbaek' ? {} : false, signeret }, navn)

  test('XSW3: a false assertion before the true one', () => medTo((aegte, ny) => ny + aegte))
  test('XSW3: a false assertion after the true one', () => medTo((aegte, ny) => aegte + ny))
  test('XSW4: the true assertion inside a false one', () =>
    inde((xml) => foerSlut('saml:Assertion', xml)(falsk(xml)), 'FLERE_ASSERTIONS'))
  test('XSW5: the signature in a false assertion, the true one after it', () =>
    inde((xml) => foerSlut('saml:Assertion', udenSignatur(xml))(efterIssuer(falsk(xml), signaturOf(xml))), 'FLERE_ASSERTIONS'))
  test('XSW6: the true assertion inside the signature of a false one', () =>
    inde((xml) => efterIssuer(falsk(xml), iSignatur(signaturOf(xml), udenSignatur(xml))), 'FLERE_ASSERTIONS'))
  test('XSW7: the false assertion in Extensions', () =>
    angreb(
      'FLERE_ASSERTIONS',
      {
        svarSignatur: navn === 'korsbaek' ? {} : false,
        svar: (xml) => toAssertions(xml, (aegte, ny) => `<samlp:Extensions>${ny}</samlp:Extensions>${aegte}`),
      },
      navn,
    ))
  test('XSW8: the true assertion in an Object that the signature does not cover', () =>
    inde(
      (xml) => efterIssuer(falsk(xml), iSignatur(signaturOf(xml), udenSignatur(xml).replaceAll('saml:Assertion', 'saml:Udsagn'))),
      'SIGNATUR_TVETYDIG',
    ))
  test('the signature of the assertion lying deeper in it', () =>
    inde(
      (xml) => byt('<saml:AttributeStatement>', `<saml:AttributeStatement>${signaturOf(xml)}`)(udenSignatur(xml)),
      'SIGNATUR_TVETYDIG',
    ))
  test('two signatures', () => inde((xml) => efterIssuer(xml, signaturOf(xml)), 'SIGNATUR_TVETYDIG'))
})

describe('what is not signed, or not with the right key', () => {
  const fremmed = lavNoeglepar('fremmed')
  test('an answer without a signature of its own', () => angreb('SIGNATUR_MANGLER', { svarSignatur: false }))
  test('an assertion without a signature in a signed answer', () => angreb('SIGNATUR_MANGLER', { assertionSignatur: false }))
  test('an assertion without a signature where only that is signed', () =>
    angreb('SIGNATUR_MANGLER', { assertionSignatur: false, svarSignatur: false }, 'assertion'))
  test('neither signed', () => angreb('SIGNATUR_MANGLER', { assertionSignatur: false, svarSignatur: false }))
  test('an answer signed with another key', () => angreb('SIGNATUR_FORKERT', { svarSignatur: { med: fremmed } }))
  test('an assertion signed with another key', () => angreb('SIGNATUR_FORKERT', { assertionSignatur: { med: fremmed } }))
  test('an answer signed with another key where none is asked for', () =>
    angreb('SIGNATUR_FORKERT', { svarSignatur: { med: fremmed } }, 'assertion'))
  test('another key that brings its own certificate', () =>
    angreb('SIGNATUR_FORKERT', {
      assertionSignatur: { med: fremmed },
      signeret: byt(
        '</ds:SignatureValue>',
        `</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${fremmed.certifikat.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`,
      ),
    }))
  test('the key of another municipality’s provider', () =>
    angreb('SIGNATUR_FORKERT', {
      assertionSignatur: { med: sted.udbyder('brobyskov').par },
      svarSignatur: { med: sted.udbyder('brobyskov').par },
    }))
  test('a name changed in the signed assertion', () => angreb('SIGNATUR_FORKERT', { signeret: byt(HEMMELIGT, 'Direktør') }))
  test('a name changed where only the assertion is signed', () =>
    angreb('SIGNATUR_FORKERT', { svarSignatur: false, signeret: byt(HEMMELIGT, 'Direktør') }, 'assertion'))
  test('the answer changed after it was signed', () =>
    angreb('SIGNATUR_FORKERT', { sendt: byt(/IssueInstant="[^"]+"/, 'IssueInstant="2026-01-01T00:00:00Z"') }))
  test('an issuer that is not known', () => angreb('UDBYDER_UKENDT', { udsteder: 'https://ond.example' }))
  test('an assertion of another issuer than the answer', () =>
    angreb('UDBYDER_UKENDT', { assertion: byt(/<saml:Issuer>[^<]+/, `<saml:Issuer>${sted.udbyder('brobyskov').entityId}`) }))
  test('a provider whose metadata have run out cannot even be asked', async () => {
    const svar = await sted.browser().get('/arbejde/log-ind?udbyder=gammel')
    expect(svar.status).toBe(403)
    expect(sted.log.join('\n')).toContain('"afvisning":"CERTIFIKAT_UDLOEBET"')
  })
  test('a certificate that has run out signs nothing, and the one beside it does', async () => {
    const med = { assertionSignatur: { med: udloebet }, svarSignatur: { med: udloebet } }
    await angreb('SIGNATUR_FORKERT', med, 'skiftet')
    expect((await sted.sendSvar(lav((await begynd('skiftet')).forsoeg, {}, 'skiftet'))).status).toBe(303)
  })
})

describe('algorithms', () => {
  const [sha1, sum1] = ['http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1']
  const hmac = { hmac: true, signatur: 'http://www.w3.org/2000/09/xmldsig#hmac-sha1' }
  test('an assertion signed with RSA-SHA1', () => angreb('ALGORITME_IKKE_TILLADT', { assertionSignatur: { signatur: sha1 } }))
  test('an answer signed with RSA-SHA1', () => angreb('ALGORITME_IKKE_TILLADT', { svarSignatur: { signatur: sha1 } }))
  test('an assertion digested with SHA-1', () => angreb('ALGORITME_IKKE_TILLADT', { assertionSignatur: { sum: sum1 } }))
  test('an answer digested with SHA-1', () => angreb('ALGORITME_IKKE_TILLADT', { svarSignatur: { sum: sum1 } }))
  test('HMAC with the provider’s certificate as the secret', () => angreb('ALGORITME_IKKE_TILLADT', { assertionSignatur: hmac }))
  test('HMAC of the answer', () => angreb('ALGORITME_IKKE_TILLADT', { svarSignatur: hmac }))
  test('a transform that chooses what is digested', () =>
    angreb('ALGORITME_IKKE_TILLADT', {
      signeret: byt(
        '</ds:Transforms>',
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/></ds:Transforms>',
      ),
    }))
  test('canonicalization that takes names from around the message', () =>
    angreb('ALGORITME_IKKE_TILLADT', {
      signeret: byt(
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"',
      ),
    }))
})

describe('encryption', () => {
  test('an assertion that is not encrypted', () => angreb('IKKE_KRYPTERET', { kryptering: false }))
  test('one encrypted to another’s key', () =>
    angreb('KAN_IKKE_DEKRYPTERES', { kryptering: { til: lavNoeglepar('anden').certifikat } }))
  test('CBC, which tells where a guess went wrong', () =>
    angreb('KRYPTERING_IKKE_TILLADT', { kryptering: { indhold: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' } }))
  test('RSA 1.5, which tells whether a padding was right', () =>
    angreb('KRYPTERING_IKKE_TILLADT', { kryptering: { noegle: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' } }))
  test('the cipher text changed', () =>
    angreb(
      'KAN_IKKE_DEKRYPTERES',
      {
        svarSignatur: false,
        svar: (xml) =>
          xml.replace(/(CipherValue>)(.{40}).(?=[^<]*<\/xenc:CipherValue><\/xenc:CipherData><\/xenc:EncryptedData)/, '$1$2x'),
      },
      'assertion',
    ))
  test('two keys', () =>
    angreb(
      'KRYPTERING_IKKE_TILLADT',
      { svarSignatur: false, svar: (xml) => xml.replace(/<xenc:EncryptedKey .*<\/xenc:EncryptedKey>/s, (boks) => boks + boks) },
      'assertion',
    ))
  const MGF = '<x:MGF xmlns:x="http://www.w3.org/2009/xmlenc11#" Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha1"/>'
  test.each([
    ['a mask said by the name that has only one', MGF],
    ['a label', '<x:OAEPparams xmlns:x="http://www.w3.org/2001/04/xmlenc#">YQ==</x:OAEPparams>'],
    ['a hash that is none', '<x:DigestMethod xmlns:x="http://www.w3.org/2000/09/xmldsig#" Algorithm="urn:md5"/>'],
  ])('%s', (_navn, metode) => angreb('KRYPTERING_IKKE_TILLADT', { kryptering: { oaep: { sum: 'sha1', maske: 'sha1', metode } } }))
  test('a key beside the data, pointed to elsewhere', () =>
    angreb(
      'KRYPTERING_IKKE_TILLADT',
      {
        kryptering: { plads: 'vedHenvist' },
        svarSignatur: false,
        svar: byt('URI="#_noegle"', 'URI="https://ond.example/noegle"'),
      },
      'assertion',
    ))
  test('the encrypted assertion of one answer in another', async () => {
    const [en, anden] = [await begynd('assertion'), await begynd('assertion')]
    const krypteret = /<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>/s
    const uden = { svarSignatur: false } as const
    const fremmed = krypteret.exec(Buffer.from(lav(en.forsoeg, uden, 'assertion'), 'base64').toString('utf8'))?.[0] ?? ''
    await afvises(lav(anden.forsoeg, { ...uden, svar: byt(krypteret, fremmed) }, 'assertion'), 'FORSOEG_UKENDT')
  })
})

describe('whom it is for, and when', () => {
  const assertion = (kode: string, fra: string | RegExp, til: string, navn?: string) =>
    angreb(kode, { assertion: byt(fra, til) }, navn)
  test('another audience', () => assertion('AUDIENCE_FORKERT', /<saml:Audience>[^<]+/, '<saml:Audience>https://andet.example'))
  test('an audience that begins like ours', () =>
    assertion('AUDIENCE_FORKERT', '</saml:Audience>', '.ond.example</saml:Audience>'))
  test('no audience', () => assertion('AUDIENCE_FORKERT', /<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, ''))
  test('no conditions', () => assertion('AUDIENCE_FORKERT', /<saml:Conditions.*<\/saml:Conditions>/, ''))
  test('another recipient', () => assertion('MODTAGER_FORKERT', /Recipient="[^"]+"/, 'Recipient="https://andet.example/svar"'))
  test('no recipient', () => assertion('MODTAGER_FORKERT', / Recipient="[^"]+"/, ''))
  test('another destination', () =>
    angreb('DESTINATION_FORKERT', { svar: byt(/Destination="[^"]+"/, 'Destination="https://andet.example"') }))
  test('no destination', () => angreb('DESTINATION_FORKERT', { svar: byt(/ Destination="[^"]+"/, '') }))
  test('holder of key instead of bearer', () => assertion('IKKE_BEARER', 'cm:bearer', 'cm:holder-of-key'))
  test('no confirmation', () => assertion('IKKE_BEARER', /<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/, ''))
  test('a condition that is not understood', () =>
    assertion(
      'UVENTET_ELEMENT',
      '</saml:Conditions>',
      '<saml:Condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="x"/></saml:Conditions>',
    ))
  test('run out', () => angreb('UDLOEBET', { nu: Date.now() - 400_000 }))
  test('not valid yet', () => angreb('FRA_FREMTIDEN', { nu: Date.now() + 400_000 }))
  test('issued long ago, said to last for a year', () =>
    angreb('UDLOEBET', {
      assertion: (xml) =>
        byt(
          /IssueInstant="[^"]+"/,
          'IssueInstant="2026-01-01T00:00:00Z"',
        )(xml.replaceAll(/NotOnOrAfter="[^"]+"/g, `NotOnOrAfter="${new Date(Date.now() + 31_536_000_000).toISOString()}"`)),
    }))
  test('conditions without an end', () =>
    assertion('TID_UGYLDIG', /(<saml:Conditions NotBefore="[^"]+") NotOnOrAfter="[^"]+"/, '<saml:Conditions'))
  test('a confirmation without an end', () => assertion('TID_UGYLDIG', / NotOnOrAfter="[^"]+" Recipient/, ' Recipient'))
  test('a provider’s session that is over', () =>
    assertion('UDLOEBET', '<saml:AuthnStatement ', '<saml:AuthnStatement SessionNotOnOrAfter="2026-01-01T00:00:00Z" '))
})

describe('an answer that is a no', () => {
  const status = (kode: string) => byt(/<samlp:StatusCode Value="[^"]+"\/>/, kode)
  const indre = (kode: string) =>
    `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${kode}"/></samlp:StatusCode>`
  test('the provider refuses, and still brings an assertion', () =>
    angreb('AFVIST_AF_UDBYDER', { svar: status(indre('RequestDenied')) }))
  test('the employee gave up', () => angreb('AFBRUDT', { svar: status(indre('AuthnFailed')) }))
  test('the provider does not know the level that was asked for', () =>
    angreb('NIVEAU_UKENDT', { svar: status(indre('NoAuthnContext')) }))
  test('no status at all', () => angreb('AFVIST_AF_UDBYDER', { svar: byt(/<samlp:Status>.*<\/samlp:Status>/, '') }))
})

describe('to which request', () => {
  test('no request at all', () => angreb('FORSOEG_UKENDT', { svar: byt(/ InResponseTo="[^"]+"/, '') }))
  test('a request that was made up', () => afvises(lav(nytId()), 'FORSOEG_UKENDT'))
  test('our id for another provider', async () => {
    const { forsoeg } = await begynd('brobyskov')
    await afvises(lav(forsoeg), 'FORSOEG_UKENDT')
  })
  test('one id in the answer and another in the assertion', async () => {
    const [en, anden] = [await begynd(), await begynd()]
    await afvises(
      lav(en.forsoeg, { assertion: byt(/InResponseTo="[^"]+"/, `InResponseTo="${anden.forsoeg}"`) }),
      'FORSOEG_UKENDT',
    )
  })
  test('no id in the assertion', () => angreb('FORSOEG_UKENDT', { assertion: byt(/ InResponseTo="[^"]+"/, '') }))
  test('the id of a request altered by one letter', async () => {
    const { forsoeg } = await begynd()
    await afvises(lav(forsoeg.replace(/.$/, (en) => (en === '0' ? '1' : '0'))), 'FORSOEG_UKENDT')
  })
  test('the same answer again', async () => {
    const { browser, forsoeg } = await begynd()
    const svar = lav(forsoeg)
    const foerste = await sted.sendSvar(svar)
    expect(foerste.status).toBe(303)
    await afvises(svar, 'GENBRUGT')
    await browser.get(String(foerste.headers.location))
    foer = await sessioner()
    await afvises(svar, 'GENBRUGT')
  })
  test('the same assertion in an answer to another request', async () => {
    const assertionId = nytId()
    const [en, anden] = [await begynd(), await begynd()]
    expect((await sted.sendSvar(lav(en.forsoeg, { assertionId }))).status).toBe(303)
    await afvises(lav(anden.forsoeg, { assertionId }), 'GENBRUGT')
  })
  test('another assertion to a request that has been answered', async () => {
    const { forsoeg } = await begynd()
    expect((await sted.sendSvar(lav(forsoeg))).status).toBe(303)
    await afvises(lav(forsoeg), 'GENBRUGT')
  })
  test('an attacker’s own answer slipped into somebody’s browser logs nobody in', async () => {
    const [angriber, offer] = [await begynd(), await begynd()]
    const svar = await sted.sendSvar(lav(angriber.forsoeg))
    const videre = await offer.browser.get(String(svar.headers.location))
    expect(videre.status).toBe(400)
    expect(sted.log.join('\n')).toContain('"afvisning":"FORSOEG_UKENDT"')
    expect(await sessioner()).toBe(foer)
    const uden = await sted.browser().get(String(svar.headers.location))
    expect(uden.status).toBe(400)
  })
  test('the way on cannot be gone twice', async () => {
    const { browser, forsoeg } = await begynd()
    const kopi = browser.kopi()
    const svar = await sted.sendSvar(lav(forsoeg))
    expect((await browser.get(String(svar.headers.location))).status).toBe(303)
    foer = await sessioner()
    expect((await kopi.get(String(svar.headers.location))).status).toBe(400)
    expect(await sessioner()).toBe(foer)
  })
})

describe('who it says it is', () => {
  const [SPEC, LOA, CVR, PRIV] = [
    'https://data.gov.dk/model/core/specVersion',
    'https://data.gov.dk/concept/core/nsis/loa',
    'https://data.gov.dk/model/core/eid/professional/cvr',
    'https://data.gov.dk/model/core/eid/privilegesIntermediate',
  ]
  const med = (kode: string, andet: Svarvalg['attributter'], navn?: string) =>
    angreb(kode, { attributter: { ...ATTRIBUTTER, ...andet } }, navn)
  test('another municipality’s provider about one of ours', () => angreb('CVR_FREMMED', {}, 'brobyskov'))
  test('two organisations, the right one first', () => med('INGEN_ORGANISATION', { [CVR]: [KORSBAEK, BROBYSKOV] }))
  test('two organisations by two names', () =>
    med('INGEN_ORGANISATION', { 'dk:gov:saml:attribute:CvrNumberIdentifier': BROBYSKOV }))
  test('no organisation', () => med('INGEN_ORGANISATION', { [CVR]: [] }))
  test('assurance level Low', () => med('FOR_LAV_SIKRING', { [LOA]: 'Low' }))
  test('Low and Substantial', () => med('FOR_LAV_SIKRING', { [LOA]: ['Substantial', 'Low'] }))
  test('no level', () => med('FOR_LAV_SIKRING', { [LOA]: [] }))
  test('a level by the older scale beside Low', () =>
    med('FOR_LAV_SIKRING', { [LOA]: 'Low', 'dk:gov:saml:attribute:AssuranceLevel': '4' }))
  test('another version of the profile', () => med('PROFIL_UKENDT', { [SPEC]: 'DK-SAML-2.0' }))
  test('no version', () => med('PROFIL_UKENDT', { [SPEC]: [] }))
  test('two sets of privileges', () => med('PROFIL_UKENDT', { [PRIV]: ['YQ==', 'Yg=='] }))
  test('privileges of another municipality give nothing', async () => {
    const fremmede = skrivOioBpp(KORSBAEK, [
      {
        roller: ['sagsbehandler', 'se'],
        graenser: { KLE: '*', foelsomhed: 'VIP_SAGER' },
        scope: `urn:dk:gov:saml:cvrNumberIdentifier:${BROBYSKOV}`,
      },
    ])
    const { browser } = await sted.logInd('korsbaek', { ...ATTRIBUTTER, [PRIV]: fremmede })
    const side = await browser.get('/kommune')
    expect([side.status, side.tekst.includes('gælder ikke den organisation')]).toEqual([403, true])
  })
})

describe('XML that two readers could read differently', () => {
  const DTD = '<!DOCTYPE r [<!ENTITY n "Direktør">]>'
  test('a comment in the name id', () => angreb('XML_KOMMENTAR', { navneid: `navn<!-- -->direktoer` }))
  test('a comment in the name id where only the assertion is signed', () =>
    angreb('XML_KOMMENTAR', { navneid: `navn<!-- -->direktoer`, svarSignatur: false }, 'assertion'))
  test('a comment put into an attribute after it was signed', () =>
    angreb('XML_KOMMENTAR', { signeret: byt(`>${KORSBAEK}<`, `>${KORSBAEK}<!---->99<`) }))
  test('a comment in the answer', () => angreb('XML_KOMMENTAR', { sendt: byt('<samlp:Status>', '<!-- --><samlp:Status>') }))
  test('CDATA', () => angreb('XML_UGYLDIG', { signeret: byt(HEMMELIGT, `<![CDATA[${HEMMELIGT}]]>`) }))
  test('a DTD with an entity in the answer', () => angreb('XML_UGYLDIG', { sendt: (xml) => DTD + xml }))
  test('a DTD with an entity in the assertion', () =>
    angreb('XML_UGYLDIG', { svarSignatur: false, signeret: (xml) => DTD + byt(HEMMELIGT, '&n;')(xml) }, 'assertion'))
  test('an external entity', () =>
    angreb('XML_UGYLDIG', { sendt: (xml) => `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml}` }))
  test('entities that multiply', () =>
    angreb('XML_UGYLDIG', {
      sendt: (xml) =>
        `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>${xml}`,
    }))
  test('a processing instruction', () => angreb('XML_UGYLDIG', { sendt: (xml) => `<?x y?>${xml}` }))
  test('bytes that are not UTF-8', async () => {
    const svar = Buffer.from(lav((await begynd()).forsoeg), 'base64')
    await afvises(Buffer.concat([svar, Buffer.of(0xff)]).toString('base64'), 'XML_UGYLDIG')
  })
  test('what is no base64', () => afvises('ikke base64 *', 'XML_UGYLDIG'))
  test('something else than an answer', () => afvises(Buffer.from('<x/>').toString('base64'), 'IKKE_ET_SVAR'))
  test('depth without end', () => afvises(Buffer.from('<a>'.repeat(500) + '</a>'.repeat(500)).toString('base64'), 'FOR_STOR'))
  test('a thousand attributes', () =>
    afvises(Buffer.from(`<a ${Array.from({ length: 1000 }, (_, i) => `b${i}=""`).join(' ')}/>`).toString('base64'), 'FOR_STOR'))
  test('larger than any answer', () => afvises(Buffer.from(`<a>${'x'.repeat(280_000)}</a>`).toString('base64'), 'FOR_STOR'))
  test('a form larger than any', () => afvises('A'.repeat(500_000), 'ugyldig'))
  test('two answers in one form', async () => {
    const svar = lav((await begynd()).forsoeg)
    const krop = new URLSearchParams([
      ['SAMLResponse', svar],
      ['SAMLResponse', svar],
    ]).toString()
    const side = await sted.browser().send('/arbejde/saml/svar', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: krop,
    })
    expect([side.status, sted.log.join('').includes('FORMULAR_UGYLDIG')]).toEqual([400, true])
  })
  test('an endless RelayState', async () =>
    afvises(lav((await begynd()).forsoeg), 'FORMULAR_UGYLDIG', { RelayState: 'x'.repeat(2000) }))
})

describe('where one is sent', () => {
  test.each(['https://ond.example/', '//ond.example', '/\\ond.example', 'javascript:alert(1)'])(
    'RelayState %s decides nothing',
    async (ond) => {
      const { browser, forsoeg } = await begynd()
      const svar = await sted.sendSvar(lav(forsoeg), { RelayState: ond })
      expect(svar.headers.location).toMatch(new RegExp(`^/arbejde/saml/videre\\?forsoeg=${forsoeg}&kode=[\\w-]{22}$`))
      expect((await browser.get(String(svar.headers.location))).headers.location).toBe('/arbejde')
    },
  )
  test.each(['https://ond.example/', '//ond.example', '/%5cond.example', '/x/..//ond.example', '/arbejde/log-ud'])(
    'a login that asks to end at %s ends at home',
    async (til) => {
      const { browser, forsoeg } = await sted.begynd('korsbaek', til)
      const svar = await sted.sendSvar(lav(forsoeg))
      expect((await browser.get(String(svar.headers.location))).headers.location).toBe('/arbejde')
    },
  )
})

describe('a log out that the provider did not ask for', () => {
  const FREMMED = lavNoeglepar('fremmed logud')
  const loggetInd = async () => {
    const privilegier = skrivOioBpp(KORSBAEK, [{ roller: ['sagsbehandler'], graenser: { KLE: '27.*', foelsomhed: 'VIP_SAGER' } }])
    const { browser } = await sted.logInd('korsbaek', {
      ...ATTRIBUTTER,
      'https://data.gov.dk/model/core/eid/privilegesIntermediate': privilegier,
    })
    expect((await browser.get('/kommune')).status).toBe(200)
    return browser
  }
  const anmodning = (mere = {}) => sted.udbyder('korsbaek').logudAnmodning({ sted: sted.sted, ...mere })
  const query = (xml: string, mere = {}) => sted.udbyder('korsbaek').logudQuery('SAMLRequest', xml, mere)
  const form = (xml: string) => ({ SAMLRequest: Buffer.from(xml).toString('base64') })
  const SIGNER = (xml: string, mere = {}) => signer(xml, 'LogoutRequest', sted.udbyder('korsbaek').par, mere)

  const QUERYER: readonly (readonly [string, string, () => string])[] = [
    ['unsigned', 'SIGNATUR_MANGLER', () => query(anmodning()).replace(/&Signature=.*/, '')],
    ['signed with another key', 'SIGNATUR_FORKERT', () => query(anmodning(), { med: FREMMED })],
    [
      'signed with SHA-1',
      'ALGORITME_IKKE_TILLADT',
      () => query(anmodning(), { algoritme: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }),
    ],
    [
      'changed after it was signed',
      'SIGNATUR_FORKERT',
      () => `${query(anmodning(), { relayState: 'a' }).replace('RelayState=a', 'RelayState=b')}`,
    ],
    ['with two messages', 'FORMULAR_UGYLDIG', () => `${query(anmodning())}&SAMLRequest=x`],
    ['with a parameter that is none', 'FORMULAR_UGYLDIG', () => `${query(anmodning())}&xSAMLRequest=x`],
    [
      'for another site',
      'DESTINATION_FORKERT',
      () => query(byt(/Destination="[^"]+"/, 'Destination="https://andet.example"')(anmodning())),
    ],
    ['of yesterday', 'UDLOEBET', () => query(anmodning({ nu: Date.now() - 86_400_000 }))],
    [
      'of another municipality’s provider in this one’s name',
      'SIGNATUR_FORKERT',
      () => query(anmodning(), { med: sted.udbyder('brobyskov').par }),
    ],
    [
      'that grows without end when it is unpacked',
      'XML_UGYLDIG',
      () => query(foerSlut('samlp:LogoutRequest', ' '.repeat(2_000_000))(anmodning())),
    ],
    ['with a comment in the name id', 'XML_KOMMENTAR', () => query(anmodning({ navneid: 'navn<!---->-korsbaek' }))],
    ['with a DTD', 'XML_UGYLDIG', () => query(`<!DOCTYPE r>${anmodning()}`)],
  ]
  test.each(QUERYER)('%s: %s', async (_navn, kode, lavQuery) => {
    const browser = await loggetInd()
    const svar = await sted.browser().get(`/arbejde/saml/log-ud?${lavQuery()}`)
    expect(sted.log.join('\n')).toContain(`"afvisning":"${kode}"`)
    expect(svar.status).toBeGreaterThanOrEqual(400)
    expect(svar.status).toBeLessThan(500)
    expect((await browser.get('/kommune')).status).toBe(200)
  })

  const FORMULARER: readonly (readonly [string, string, () => string])[] = [
    ['unsigned', 'SIGNATUR_MANGLER', () => anmodning()],
    ['signed with another key', 'SIGNATUR_FORKERT', () => SIGNER(anmodning(), { med: FREMMED })],
    [
      'signed with SHA-1',
      'ALGORITME_IKKE_TILLADT',
      () => SIGNER(anmodning(), { signatur: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }),
    ],
    ['changed after it was signed', 'SIGNATUR_FORKERT', () => byt('s-korsbaek', 's-anden')(SIGNER(anmodning()))],
    [
      'wrapped around a signed one',
      'SIGNATUR_TVETYDIG',
      () => {
        const signeret = SIGNER(anmodning({ navneid: 'en-anden' }))
        return foerSlut('samlp:LogoutRequest', signeret)(anmodning())
      },
    ],
  ]
  test.each(FORMULARER)('by a form, %s: %s', async (_navn, kode, lavXml) => {
    const browser = await loggetInd()
    const svar = await sted.browser().post('/arbejde/saml/log-ud', form(lavXml()), { 'sec-fetch-site': 'cross-site' })
    expect(sted.log.join('\n')).toContain(`"afvisning":"${kode}"`)
    expect(svar.status).toBe(403)
    expect(svar.tekst).toContain('<h1>Vi gjorde ikke noget')
    expect((await browser.get('/kommune')).status).toBe(200)
  })

  test('the same log out again ends no session that was begun since', async () => {
    await loggetInd()
    const enGang = query(anmodning())
    expect((await sted.browser().get(`/arbejde/saml/log-ud?${enGang}`)).status).toBe(303)
    const browser = await loggetInd()
    expect((await sted.browser().get(`/arbejde/saml/log-ud?${enGang}`)).status).toBe(403)
    expect((await browser.get('/kommune')).status).toBe(200)
  })
  test('another provider cannot end a session by the same name id', async () => {
    const browser = await loggetInd()
    const anden = sted.udbyder('brobyskov')
    const xml = anden.logudAnmodning({ sted: sted.sted, navneid: 'navn-korsbaek', indeks: 's-korsbaek' })
    expect((await sted.browser().get(`/arbejde/saml/log-ud?${anden.logudQuery('SAMLRequest', xml)}`)).status).toBe(303)
    expect((await browser.get('/kommune')).status).toBe(200)
  })
  test('an answer to a log out that was never asked for says nothing', async () => {
    const udbyder = sted.udbyder('korsbaek')
    const { forsoeg } = await begynd()
    for (const paa of [nytId(), forsoeg]) {
      const svar = await sted
        .browser()
        .get(`/arbejde/saml/log-ud?${udbyder.logudQuery('SAMLResponse', udbyder.logudSvar({ sted: sted.sted, paa }))}`)
      expect([svar.status, svar.tekst.includes('ikke fået bekræftet')]).toEqual([400, true])
    }
  })
})

test('a provider that nobody knows cannot bring itself', async () => {
  const ond = createTestudbyder('ond')
  const { forsoeg } = await begynd()
  await afvises(ond.svar({ sted: sted.sted, forsoeg, attributter: ATTRIBUTTER }), 'UDBYDER_UKENDT')
  await afvises(
    ond.svar({ sted: sted.sted, forsoeg, attributter: ATTRIBUTTER, udsteder: sted.udbyder('korsbaek').entityId }),
    'SIGNATUR_FORKERT',
  )
})

test('and a right answer is let in', async () => {
  const { svar } = await sted.logInd('korsbaek', ATTRIBUTTER)
  expect([svar.status, svar.headers.location]).toEqual([303, '/arbejde'])
  expect(await sessioner()).toBe(foer + 1)
})
