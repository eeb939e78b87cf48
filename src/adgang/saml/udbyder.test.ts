import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeNoeglepar } from '#platform/crypto'
import { lavNoeglepar, signer } from '../../../test/byggere/saml-udbyder.ts'
import { gyldigeCertifikater, readUdbydere } from './udbyder.ts'

const mappe = mkdtempSync(join(tmpdir(), 'bbudbyder-'))
afterAll(() => rmSync(mappe, { recursive: true, force: true }))
const { certifikat } = await makeNoeglepar('idp')

const NOEGLE = `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certifikat.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
const LOGIN =
  '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/login"/>'
const metadata = (indhold = NOEGLE + LOGIN, mere = '') =>
  `<?xml version="1.0"?><!-- fra IT --><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"${mere}><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${indhold}</md:IDPSSODescriptor></md:EntityDescriptor>`
const EN = { noegle: 'korsbaek', navn: 'Korsbæk Kommune', metadata: 'idp.xml', cvr: ['11111111'], domaener: ['Korsbaek.dk'] }

async function laes(udbydere: unknown, xml = metadata()) {
  writeFileSync(join(mappe, 'idp.xml'), xml)
  writeFileSync(join(mappe, 'udbydere.json'), typeof udbydere === 'string' ? udbydere : JSON.stringify({ udbydere }))
  return readUdbydere(join(mappe, 'udbydere.json'))
}

test('a provider is read with its metadata, comments and all; the answer must be signed unless it is said not to', async () => {
  const [udbyder] = await laes([EN])
  expect(udbyder).toMatchObject({
    entityId: 'https://idp.example',
    login: 'https://idp.example/login',
    logud: undefined,
    svarSigneret: true,
    genbrugLogin: false,
    domaener: ['korsbaek.dk'],
  })
  expect((await laes([{ ...EN, svarSigneret: false }]))[0]?.svarSigneret).toBe(false)
})

test('certificates count while they hold, and none when the metadata have run out', async () => {
  const [udbyder] = await laes([EN], metadata(undefined, ' validUntil="2030-01-01T00:00:00Z"'))
  if (!udbyder) throw new Error('There is none')
  expect(gyldigeCertifikater(udbyder, Date.now())).toHaveLength(1)
  expect(gyldigeCertifikater(udbyder, Date.parse('2030-01-01T00:00:00Z'))).toEqual([])
  expect(gyldigeCertifikater({ ...udbyder, gyldigTil: undefined }, certifikat.validToDate.getTime())).toEqual([])
})

describe('what an operator can mend is told in a sentence', () => {
  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /kan ikke læses som JSON/],
    ['no list', '{"udbydere": {}}', /liste med 1 til/],
    ['an empty list', [], /liste med 1 til/],
    ['a field that is misspelt', [{ ...EN, svarsigneret: true }], /feltet svarsigneret er ukendt/],
    ['a name that is none', [{ ...EN, noegle: 'Korsbæk' }], /noegle skal være/],
    ['no organisation', [{ ...EN, cvr: [] }], /cvr skal nævne/],
    ['a CVR number that is none', [{ ...EN, cvr: ['1'] }], /er ikke et CVR-nummer/],
    ['a limit as text', [{ ...EN, svarSigneret: 'nej' }], /true eller false/],
    [
      'a certificate of metadata that is no file',
      [{ ...EN, metadataCertifikat: 'findes-ikke.pem' }],
      /findes-ikke.pem kan ikke læses/,
    ],
    ['a certificate of metadata that is none', [{ ...EN, metadataCertifikat: 'idp.xml' }], /ikke et certifikat/],
    ['a domain that is none', [{ ...EN, domaener: ['@korsbaek'] }], /som kommune.dk/],
    ['two with one name', [EN, { ...EN, navn: 'Anden', domaener: [] }], /samme noegle/],
    ['two with one issuer', [EN, { ...EN, navn: 'Anden', noegle: 'anden', domaener: [] }], /samme entityId/],
    ['a file that is not there', [{ ...EN, metadata: 'andet.xml' }], /kan ikke læses/],
  ])('%s', async (_navn, udbydere, besked) => {
    await expect(laes(udbydere)).rejects.toThrow(besked)
  })

  const svag = LOGIN.replace('https://idp', 'http://idp')
  test.each<[string, string, RegExp]>([
    ['no XML', 'x', /kan ikke læses som SAML-metadata/],
    ['a DTD', `<!DOCTYPE x>${metadata()}`, /kan ikke læses som SAML-metadata/],
    ['a site’s metadata', metadata().replaceAll('IDPSSO', 'SPSSO'), /netop én udbyder/],
    ['no certificate', metadata(LOGIN), /1 til 5 certifikater/],
    [
      'a certificate that is none',
      metadata(NOEGLE.replace(/Certificate>[^<]{20}/, 'Certificate>') + LOGIN),
      /certifikat kan ikke læses/,
    ],
    ['no address for logins', metadata(NOEGLE), /SingleSignOnService/],
    ['an end that cannot be read', metadata(undefined, ' validUntil="2020-01-01"'), /validUntil/],
    ['a time to be fetched anew that cannot be read', metadata(undefined, ' cacheDuration="en uge"'), /cacheDuration/],
    ['an address without TLS', metadata(NOEGLE + svag), /SingleSignOnService/],
    ['an address by form alone', metadata(NOEGLE + LOGIN.replace('HTTP-Redirect', 'HTTP-POST')), /SingleSignOnService/],
  ])('metadata: %s', async (_navn, xml, besked) => {
    await expect(laes([EN], xml)).rejects.toThrow(besked)
  })
})

test('an end that stands around the entity counts for it', async () => {
  const omkring = `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" validUntil="2030-01-01T00:00:00Z">${metadata().replace(/^<\?xml[^>]*>/, '')}</md:EntitiesDescriptor>`
  expect((await laes([EN], omkring))[0]?.gyldigTil).toBe(Date.parse('2030-01-01T00:00:00Z'))
})

test.each([
  ['PT6H', 21_600_000],
  ['P7D', 604_800_000],
  ['P1M', 2_592_000_000],
  ['PT604800.000S', 604_800_000],
])('metadata to be fetched anew after %s say when', async (varighed, ms) => {
  const [udbyder] = await laes([EN], metadata(undefined, ` cacheDuration="${varighed}"`))
  expect(Math.abs(Number(udbyder?.genhentes) - Date.now() - ms)).toBeLessThan(60_000)
})

describe('metadata that must be signed', () => {
  const [egen, fremmed] = [lavNoeglepar('metadata'), lavNoeglepar('fremmed')]
  writeFileSync(join(mappe, 'metadata.pem'), egen.certifikat.toString())
  const MED = { ...EN, metadataCertifikat: 'metadata.pem' }
  const uden = metadata(undefined, ' ID="_m1"').replace(/^.*?-->/, '')
  const underskrevet = (par = egen, valg = {}) => signer(uden, 'EntityDescriptor', par, { efter: 'IDPSSODescriptor', ...valg })

  test('are taken when they are, by the certificate that is named', async () => {
    expect((await laes([MED], underskrevet()))[0]?.metadataEfterset).toBe(true)
    expect((await laes([EN], underskrevet()))[0]?.metadataEfterset).toBe(false)
  })
  test.each([
    ['not signed', uden],
    [
      'signed by another, whose certificate they bring',
      underskrevet(fremmed, {
        keyInfo: `<X509Data><X509Certificate>${fremmed.certifikat.raw.toString('base64')}</X509Certificate></X509Data>`,
      }),
    ],
    ['changed since', underskrevet().replace('https://idp.example/login', 'https://ond.example/login')],
    ['signed with SHA-1', underskrevet(egen, { signatur: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })],
    [
      'signed in a part of them alone',
      `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${underskrevet()}</md:EntitiesDescriptor>`,
    ],
  ])('are refused: %s', async (_navn, xml) => {
    await expect(laes([MED], xml)).rejects.toThrow(/ikke underskrevet/)
  })
})

describe('metadata as other makes write them', () => {
  const [gammelt, nyt] = [lavNoeglepar('gammelt'), lavNoeglepar('nyt')]
  const pem = ({ certifikat: en }: typeof nyt) => en.raw.toString('base64')
  const iLinjer = (tekst: string) => `\n          ${tekst.replace(/(.{64})/g, '$1\n          ')}\n        `
  const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings:'
  const SAML = 'urn:oasis:names:tc:SAML:2.0:protocol'
  const nogle = (brug: string, par: typeof nyt) =>
    `<KeyDescriptor${brug && ` use="${brug}"`}><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${pem(par)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`

  test('AD FS: a byte order mark, other roles beside, a default namespace, a key in change', async () => {
    const claims = Array.from(
      { length: 300 },
      (_, i) =>
        `<auth:ClaimType Uri="http://schemas.example/c${i}" Optional="true" xmlns:auth="http://docs.oasis-open.org/wsfed/authorization/200706"><auth:DisplayName>x</auth:DisplayName><auth:Description>x</auth:Description></auth:ClaimType>`,
    ).join('')
    const [udbyder] = await laes(
      [EN],
      `\uFEFF<EntityDescriptor ID="_5a" entityID="http://adfs.korsbaek.dk/adfs/services/trust" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">` +
        `<RoleDescriptor xsi:type="fed:ApplicationServiceType" protocolSupportEnumeration="http://docs.oasis-open.org/wsfed/federation/200706" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706">${nogle('encryption', nyt)}<fed:ClaimTypesRequested>${claims}</fed:ClaimTypesRequested></RoleDescriptor>` +
        `<SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="${SAML}">${nogle('signing', gammelt)}<AssertionConsumerService Binding="${BINDING}HTTP-POST" Location="https://adfs.korsbaek.dk/adfs/ls/" index="0" isDefault="true"/></SPSSODescriptor>` +
        `<IDPSSODescriptor protocolSupportEnumeration="${SAML}">${nogle('encryption', nyt)}${nogle('signing', gammelt)}${nogle('signing', nyt)}` +
        `<SingleLogoutService Binding="${BINDING}HTTP-POST" Location="https://adfs.korsbaek.dk/adfs/ls/"/><SingleLogoutService Binding="${BINDING}HTTP-Redirect" Location="https://adfs.korsbaek.dk/adfs/ls/"/><NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>` +
        `<SingleSignOnService Binding="${BINDING}HTTP-POST" Location="https://adfs.korsbaek.dk/adfs/ls/"/><SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://adfs.korsbaek.dk/adfs/ls/"/></IDPSSODescriptor></EntityDescriptor>`,
    )
    expect(udbyder).toMatchObject({
      entityId: 'http://adfs.korsbaek.dk/adfs/services/trust',
      login: 'https://adfs.korsbaek.dk/adfs/ls/',
    })
    expect(udbyder?.certifikater.map(({ fingerprint256 }) => fingerprint256)).toEqual(
      [gammelt, nyt].map((en) => en.certifikat.fingerprint256),
    )
  })

  test('Keycloak and Shibboleth: within a list, extensions, a key without use, certificates over many lines', async () => {
    const noegle = `<md:KeyDescriptor>
        <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:KeyName>k1</ds:KeyName><ds:X509Data>
        <ds:X509Certificate>${iLinjer(pem(nyt))}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
    const [udbyder] = await laes(
      [EN],
      `<?xml version="1.0" encoding="UTF-8"?>
<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" Name="urn:keycloak"><md:EntityDescriptor entityID="https://idp.korsbaek.dk/realms/korsbaek">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="${SAML} urn:oasis:names:tc:SAML:1.1:protocol urn:mace:shibboleth:1.0">
    <md:Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="false">korsbaek.dk</shibmd:Scope></md:Extensions>
    ${noegle}
    <md:ArtifactResolutionService Binding="${BINDING}SOAP" Location="https://idp.korsbaek.dk/resolve" index="0"/>
    <md:SingleLogoutService Binding="${BINDING}SOAP" Location="https://idp.korsbaek.dk/soap"/>
    <md:SingleLogoutService Binding="${BINDING}HTTP-Redirect" Location="https://idp.korsbaek.dk/slo" ResponseLocation="https://idp.korsbaek.dk/slo-svar"/>
    <md:SingleSignOnService Binding="urn:mace:shibboleth:1.0:profiles:AuthnRequest" Location="https://idp.korsbaek.dk/shib"/>
    <md:SingleSignOnService Binding="${BINDING}HTTP-Redirect" Location="https://idp.korsbaek.dk/sso?x=1"/>
  </md:IDPSSODescriptor>
  <md:AttributeAuthorityDescriptor protocolSupportEnumeration="${SAML}">${noegle}</md:AttributeAuthorityDescriptor>
  <md:Organization><md:OrganizationName xml:lang="da">Korsbæk</md:OrganizationName></md:Organization>
</md:EntityDescriptor></md:EntitiesDescriptor>`,
    )
    expect(udbyder).toMatchObject({
      entityId: 'https://idp.korsbaek.dk/realms/korsbaek',
      login: 'https://idp.korsbaek.dk/sso?x=1',
      logud: { anmodning: 'https://idp.korsbaek.dk/slo', svar: 'https://idp.korsbaek.dk/slo-svar' },
    })
    expect(udbyder?.certifikater[0]?.fingerprint256).toBe(nyt.certifikat.fingerprint256)
  })
})
