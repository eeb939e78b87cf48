import { createHash, generateKeyPairSync, type KeyObject, randomUUID, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { exportJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { listenForFagsystemer } from '#compose'
import { readConfig } from '#config'
import { parseKlePraefiks } from '#kernel'
import { type ElementKilde, normalizeRest } from '#modtagelse'
import {
  findTokenIRstr,
  type Signeringsvalg,
  signIdws,
  skrivRettigheder,
  skrivRst,
  skrivSamltoken,
  writeImporter,
} from '#modtagelse/soap'
import { createCertifikat, readOrMakeNoeglepar } from '#platform/crypto'
import { createIdws, entityId, TOKENTJENESTE_STI, udstederNavn } from '#tilslutning/tokentjeneste'
import { skiftHemmelighed, tilfoejCertifikat, tilfoejNoegler } from '../../src/kilde/forvalt.ts'
import { createTestDatabase, type Testdatabase } from '../byggere/database.ts'
import { lavSag, part } from '../byggere/elementer.ts'
import { ndjson, somKilde } from '../byggere/levering.ts'
import { freePort } from '../byggere/port.ts'
import { KILDER, KORSBAEK, makeDataMappe, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const STI = '/soap/sagdokumentindeks/6'
const IMPORTER = 'http://kombit.dk/sts/sagdokumentindeks/importer'
const CPR = '8712450017'
const PRIVILEGIUM = 'https://borgerblikket.dk/roles/servicesystemrole/levering/1'
const mappe = mkdtempSync(join(tmpdir(), 'bbidws-'))

type Par = { readonly noegle: KeyObject; readonly pem: string; readonly certifikat: X509Certificate }
function lavPar(navn: string): Par {
  const { privateKey: noegle } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const nu = Date.now()
  const pem = createCertifikat({ navn, noegle, fra: new Date(nu - 1e6), til: new Date(nu + 1e9), vaerter: ['localhost'] })
  return { noegle, pem, certifikat: new X509Certificate(pem) }
}
const [a, b, fremmed, server] = ['Kastanje Sag', 'Lindely Omsorg', 'Fremmed', 'localhost'].map(lavPar) as [Par, Par, Par, Par]
const pkcs8 = ({ noegle }: Par) => noegle.export({ type: 'pkcs8', format: 'pem' })

let base: Testdatabase
let dataMappe: string
let sted: Testwebsted
let andet: Testwebsted
let tls: string
const luk: (() => Promise<void>)[] = []

beforeAll(async () => {
  base = await createTestDatabase()
  dataMappe = makeDataMappe()
  sted = await startWebsted({ base, dataMappe })
  // The other process has its trust from a file, as an installation has.
  const tillid = join(mappe, 'tillid.json')
  const udsteder = { navn: udstederNavn(sted.origin), certifikater: [sted.system.tokennoegle().certifikat.toString()] }
  writeFileSync(tillid, JSON.stringify({ modtager: entityId(sted.origin), privilegium: PRIVILEGIUM, udstedere: [udsteder] }))
  const miljoe = { BORGERBLIKKET_IDWS: 'valgfri', BORGERBLIKKET_IDWS_TILLID: tillid }
  andet = await startWebsted({ base, dataMappe, miljoe })
  for (const [kilde, par] of [
    [KILDER.a, a],
    [KILDER.b, b],
  ] as const)
    await tilfoejCertifikat(sted.system, kilde.id, par.pem, 'test')
  await andet.system.kilder.refresh()
  const certifikat = join(mappe, 'server.pem')
  const noegle = join(mappe, 'server.key')
  writeFileSync(certifikat, server.pem)
  writeFileSync(noegle, pkcs8(server))
  const port = await freePort()
  tls = `https://localhost:${port}`
  luk.push(
    await listenForFagsystemer(sted.app, { ...sted.system.config, fagsystemTls: { port, certifikat, noegle, ca: undefined } }),
  )
})
afterAll(async () => {
  for (const close of luk) await close()
  await andet.close()
  await sted.close()
  await base.close()
  for (const sti of [mappe, dataMappe]) rmSync(sti, { recursive: true, force: true })
})

type Kald = { readonly sti?: string; readonly som?: Par; readonly headers?: Record<string, string>; readonly type?: string }
/** Posts over mutual TLS where `som` is given, else over plain HTTP. */
async function post(body: string, { sti = STI, som, headers = {}, type = 'application/soap+xml' }: Kald, hos = sted) {
  const hoveder = { 'content-type': type, ...headers }
  if (!som) {
    const svar = await fetch(`${hos.origin}${sti}`, { method: 'POST', headers: hoveder, body })
    return { status: svar.status, tekst: await svar.text() }
  }
  const agent = new Agent({ cert: som.pem, key: pkcs8(som), ca: server.pem })
  const { hostname, port } = new URL(tls)
  return new Promise<{ status: number; tekst: string }>((resolve, reject) => {
    const ud = request({ hostname, port, path: sti, method: 'POST', headers: hoveder, agent }, (ind) => {
      const dele: Buffer[] = []
      ind.on('data', (del: Buffer) => dele.push(del))
      ind.on('end', () => resolve({ status: ind.statusCode ?? 0, tekst: Buffer.concat(dele).toString() }))
    })
    ud.on('error', reject)
    ud.end(body)
  })
}

const bestil = async (par: Par, kald: Kald = { som: par }) => {
  const svar = await post(skrivRst(entityId(sted.origin), par.certifikat), {
    sti: TOKENTJENESTE_STI,
    type: 'application/xml',
    ...kald,
  })
  const token = findTokenIRstr(svar.tekst)
  if (!token) throw new Error(`${svar.status} ${svar.tekst}`)
  return token
}
const sagen = (titel = 'En sag'): ElementKilde =>
  normalizeRest(lavSag({ id: randomUUID(), titel, parter: [part('Primær part', CPR)] }), {
    itSystem: KILDER.a.id,
    systemNavn: KILDER.a.navn,
  })
const signer = (par: Par, token: string, sag = sagen(), valg: Partial<Signeringsvalg> = {}) =>
  signIdws(writeImporter([sag], randomUUID()), par.noegle, token, { til: `${tls}${STI}`, handling: IMPORTER, ...valg })
const findes = async (id: string) => (await base.asOwner('SELECT 1 FROM registrering WHERE objekt_id = $1', [id])).length > 0
const fejlkode = ({ tekst }: { tekst: string }) => /<soap:Text xml:lang="da">([A-Z_]+):/.exec(tekst)?.[1] ?? tekst

describe('a source with a token for its key', () => {
  test('orders it over mutual TLS, delivers a signed case, and gets an answer that another implementation approves', async () => {
    const token = await bestil(a)
    const sag = sagen()
    const svar = await post(signer(a, token, sag, { beskedId: 'urn:uuid:min-besked' }), { som: a })
    expect([svar.status, svar.tekst]).toEqual([200, expect.stringContaining('<sd:StatusKode>20</sd:StatusKode>')])
    expect(await findes(sag.id as string)).toBe(true)
    expect(svar.tekst).toMatch(/<wsa:RelatesTo [^>]*>urn:uuid:min-besked</)
    const pem = readOrMakeNoeglepar(join(dataMappe, 'noegler'), 'tjeneste', '').certifikat.toString()
    expect(approves(svar.tekst, pem)).toBe(true)
    expect(approves(svar.tekst.replace('>20<', '>40<'), pem)).toBe(false)
  })

  test('can order it with its certificate in the order, also in an envelope', async () => {
    const konvolut = 'http://www.w3.org/2003/05/soap-envelope'
    const svar = await post(skrivRst(entityId(sted.origin), a.certifikat, konvolut), { sti: TOKENTJENESTE_STI })
    expect([svar.status, svar.tekst.startsWith('<soap:Envelope')]).toEqual([200, true])
    expect(fejlkode(await post(signer(a, findTokenIRstr(svar.tekst)!), { som: a }))).toContain('>20<')
  })

  test.each<[string, () => Promise<{ status: number; tekst: string }>, number, string]>([
    [
      'for a certificate that nobody has registered',
      () => rst(skrivRst(entityId(sted.origin), fremmed.certifikat)),
      403,
      'BESTILLING_CERTIFIKAT_UKENDT',
    ],
    [
      'for another certificate than the connection’s',
      () => rst(skrivRst(entityId(sted.origin), b.certifikat), a),
      400,
      'BESTILLING_ANDET_CERTIFIKAT',
    ],
    ['for another system', () => rst(skrivRst('https://andet.test', a.certifikat), a), 400, 'BESTILLING_ANDEN_MODTAGER'],
    [
      'without a certificate',
      () => rst(skrivRst(entityId(sted.origin), a.certifikat).replace(/<wst:UseKey>.*<\/wst:UseKey>/, '')),
      400,
      'BESTILLING_UDEN_CERTIFIKAT',
    ],
    [
      'for a bearer token',
      () => rst(skrivRst(entityId(sted.origin), a.certifikat).replace('/PublicKey', '/Bearer')),
      400,
      'BESTILLING_UKENDT_SLAGS',
    ],
    ['that is no order', () => rst('<a/>'), 400, 'BESTILLING_UGYLDIG'],
    ['with a DTD', () => rst('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'), 400, 'BESTILLING_UGYLDIG'],
  ])('an order %s is refused', async (_, send, status, kode) => {
    const svar = await send()
    expect([svar.status, svar.tekst]).toEqual([status, expect.stringContaining(kode)])
  })
  const rst = (body: string, som?: Par) =>
    post(body, { sti: TOKENTJENESTE_STI, type: 'application/xml', ...(som ? { som } : {}) })
})

describe('a signed message', () => {
  test('is taken once, also where it comes to two processes at the same time', async () => {
    const token = await bestil(a)
    const [sag, beskedId] = [sagen(), `urn:uuid:${randomUUID()}`]
    const besked = signer(a, token, sag, { beskedId })
    const svar = await Promise.all([sted, andet, sted, andet].map((hos) => post(besked, { headers: somKilde('a') }, hos)))
    expect(svar.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
    expect(svar.filter(({ status }) => status === 400).map(fejlkode)).toEqual(Array(3).fill('BESKED_GENTAGET'))
    // The id is what is known, not the text: another message of the same id is the same.
    expect(fejlkode(await post(signer(a, token, sagen(), { beskedId }), { som: a }))).toBe('BESKED_GENTAGET')
    expect((await post(signer(a, token, sag), { som: a })).status).toBe(200)
  })

  test.each<[string, () => Promise<{ status: number; tekst: string }>, string]>([
    [
      'of one source on the connection of another',
      async () => post(signer(a, await bestil(a)), { som: b }),
      'CERTIFIKAT_ET_ANDET',
    ],
    [
      'of one source with the key of another',
      async () => post(signer(a, await bestil(a)), { headers: somKilde('b') }),
      'SAMLTOKEN_FRA_ANDEN_KILDE',
    ],
    [
      'of a certificate that is nobody’s',
      async () => post(signer(fremmed, udsted(fremmed)), { headers: somKilde('a') }),
      'KILDE_UKENDT',
    ],
    [
      'that was changed, where the certificate alone would do',
      async () =>
        post(
          signer(a, await bestil(a))
            .replace('>Kan<', '>Kun<')
            .replace(/Titel>[^<]+/, 'Titel>Andet'),
          { som: a },
        ),
      'KONTROLSUM_FORKERT',
    ],
    [
      'with a token of another issuer',
      async () => post(signer(a, udsted(a, { udsteder: 'https://andet.test' })), { som: a }),
      'UDSTEDER_UKENDT',
    ],
    [
      'with a token for another system',
      async () => post(signer(a, udsted(a, { modtager: 'https://andet.test' })), { som: a }),
      'MODTAGER_FORKERT',
    ],
    ['with a token without rights', async () => post(signer(a, udsted(a, { attributter: {} })), { som: a }), 'RETTIGHED_MANGLER'],
    [
      'signed for another interface',
      async () => post(signer(a, await bestil(a), sagen(), { til: `${tls}/soap/bevillingindeks/6` }), { som: a }),
      'BESKED_TIL_ANDEN',
    ],
    [
      'whose header hides from the one reader',
      async () =>
        post(signer(a, await bestil(a)).replaceAll('wss-wssecurity-secext-1.0.xsd', 'wss-wssecurity-secext-1&#46;0.xsd'), {
          som: a,
        }),
      'SIKKERHED_TVETYDIG',
    ],
    [
      'with an empty security header',
      async () =>
        post(
          uden(sagen()).replace(
            '</soap:Header>',
            '<w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"/></soap:Header>',
          ),
          { som: a },
        ),
      'UVENTET_ELEMENT',
    ],
  ])('%s is refused', async (_, send, kode) => {
    const svar = await send()
    expect([svar.status, fejlkode(svar)]).toEqual([400, kode])
    expect(svar.tekst).toMatch(/<soap:Value xmlns:wsse="[^"]*">wsse:\w+<\/soap:Value>/)
  })

  test('that is refused is kept, so that nobody is told that there is nothing', async () => {
    const antal = async () => (await base.asOwner("SELECT 1 FROM afvisning WHERE regel = 'IND-026'")).length
    const foer = await antal()
    await post(signer(a, udsted(a, { til: Date.now() - 120_000 })), { som: a })
    expect(await antal()).toBe(foer + 1)
    // One that comes again is in the index already.
    const besked = signer(a, udsted(a))
    for (const kode of ['>20<', 'BESKED_GENTAGET']) expect(fejlkode(await post(besked, { som: a }))).toContain(kode)
    expect(await antal()).toBe(foer + 1)
  })

  test('gives no more rights than its token, however many the source has', async () => {
    const kun32 = { ...KILDER.a, kommuner: [KORSBAEK], kle: [parseKlePraefiks('32')!] }
    const attributter = skrivRettigheder(kun32, PRIVILEGIUM)
    const sag = sagen()
    const svar = await post(signer(a, udsted(a, { attributter }), sag), { som: a })
    expect([svar.status, svar.tekst]).toEqual([200, expect.stringContaining('IND-005')])
    expect(await findes(sag.id as string)).toBe(false)
    expect((await post(uden(sag), { som: a })).tekst).toContain('>20<')
  })

  test('is asked for where the installation asks for one; a title with its words in it is none', async () => {
    const kraevende = await startWebsted({ base, dataMappe, miljoe: { BORGERBLIKKET_IDWS: 'kraevet' } })
    luk.unshift(() => kraevende.close())
    const titel = 'Om oasis-200401-wss-wssecurity-secext-1.0.xsd'
    const besked = uden(sagen(titel))
    expect((await post(besked, { headers: somKilde('a') })).tekst).toContain('>20<')
    for (const usigneret of [besked, uden(sagen())])
      expect(fejlkode(await post(usigneret, { headers: somKilde('a') }, kraevende))).toBe('SIKKERHED_MANGLER')
  })

  test('cannot be taken where no trust is set up, and there is no token service there', async () => {
    const miljoe = { MITID_UDSTEDER: 'https://mitid.test', MITID_KLIENT_ID: 'x', MITID_KLIENT_HEMMELIGHED: 'y' }
    const rigtigt = await startWebsted({ base, dataMappe, miljoe })
    luk.unshift(() => rigtigt.close())
    await rigtigt.system.kilder.save({ ...KILDER.a, klientId: 'kastanje' })
    const hemmelighed = await skiftHemmelighed(rigtigt.system, KILDER.a.id, 'test')
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'kastanje',
      client_secret: hemmelighed.ok ? hemmelighed.value : '',
    })
    const svar = await post(form.toString(), { sti: '/api/v1/token', type: 'application/x-www-form-urlencoded' }, rigtigt)
    const headers = { authorization: `Bearer ${JSON.parse(svar.tekst).access_token}` }
    expect(fejlkode(await post(signer(a, udsted(a)), { headers }, rigtigt))).toBe('TILLID_MANGLER')
    expect((await post(uden(sagen()), { headers }, rigtigt)).tekst).toContain('>20<')
    expect((await post('<a/>', { sti: TOKENTJENESTE_STI, type: 'application/xml' }, rigtigt)).status).toBe(404)
  })

  test.each([
    [{ BORGERBLIKKET_IDWS: 'ja' }, 'kraevet eller valgfri'],
    [{ BORGERBLIKKET_IDWS_TILLID: 'x' }, 'kraevet eller valgfri'],
    [{ BORGERBLIKKET_IDWS: 'valgfri', BORGERBLIKKET_IDWS_NOEGLE: 'x' }, 'angives sammen'],
    [{ BORGERBLIKKET_IDWS: 'valgfri', BORGERBLIKKET_IDWS_TILLID: '/findes/ikke' }, 'kan ikke læses'],
    [{ BORGERBLIKKET_IDWS: 'valgfri', BORGERBLIKKET_IDWS_NOEGLE: '/n', BORGERBLIKKET_IDWS_CERTIFIKAT: '/c' }, 'kan ikke læses'],
  ] as const)('is nothing that %j can be set up for', (miljoe, saetning) => {
    const start = () => {
      const konfiguration = readConfig({ ...miljoe, BORGERBLIKKET_DATA: mappe }).idws
      return createIdws({ konfiguration, sandkasse: true, dataMappe: mappe, origin: sted.origin }, sted.system.tokennoegle)
    }
    expect(start).toThrow(saetning)
  })

  const uden = (sag: ElementKilde) => writeImporter([sag], randomUUID())
  /** A token of the sandbox's own issuer, with whatever is wanted in it. */
  const udsted = (holder: Par, mere: Partial<Parameters<typeof skrivSamltoken>[0]> = {}) => {
    const { noegle, certifikat } = sted.system.tokennoegle()
    const attributter = skrivRettigheder(KILDER.a, PRIVILEGIUM)
    const fra = Date.now() - 300_000
    const navne = { udsteder: udstederNavn(sted.origin), modtager: entityId(sted.origin), subjekt: 'CN=x' }
    return skrivSamltoken(
      { ...navne, holder: holder.certifikat, fra, til: Date.now() + 600_000, attributter, ...mere },
      noegle,
      certifikat,
    )
  }
})

describe('a source that signs for its token', () => {
  const noegler = generateKeyPairSync('ed25519')
  const KLIENT = { ...KILDER.b, klientId: 'lindely' }
  beforeAll(async () => {
    await sted.system.kilder.save(KLIENT)
    const jwk = { ...(await exportJWK(noegler.publicKey)), kid: 'n1' }
    expect(await tilfoejNoegler(sted.system, KLIENT.id, JSON.stringify(jwk), 'test')).toMatchObject({ ok: true })
  })
  const paastand = (jti: string = randomUUID()) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', kid: 'n1' })
      .setIssuer('lindely')
      .setSubject('lindely')
      .setAudience(`${sted.origin}/api/v1/token`)
      .setExpirationTime('60 s')
      .setJti(jti)
      .sign(noegler.privateKey)
  const hent = async (felter: Record<string, string>, kald: Kald = {}) => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...felter }).toString()
    return post(form, { sti: '/api/v1/token', type: 'application/x-www-form-urlencoded', ...kald })
  }
  const medPaastand = async (jwt?: string) => ({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: jwt ?? (await paastand()),
  })
  const lever = (token: string, kald: Kald = {}) =>
    post(ndjson([lavSag({ id: randomUUID(), parter: [part('Primær part', CPR)] })]), {
      sti: '/api/v1/leverancer',
      type: 'application/x-ndjson',
      ...kald,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    })
  const tokenI = ({ tekst }: { tekst: string }) => JSON.parse(tekst).access_token as string

  test('gets a token by it, once', async () => {
    const jwt = await paastand()
    const svar = await hent(await medPaastand(jwt))
    expect(svar.status).toBe(200)
    expect((await lever(tokenI(svar))).status).toBe(200)
    const igen = await hent(await medPaastand(jwt))
    expect([igen.status, JSON.parse(igen.tekst)]).toMatchObject([401, { error: 'invalid_client', kode: 'PAASTAND_GENTAGET' }])
  })

  test('gets one that is bound to its certificate where it asks with one, and a thief without the key gets nothing by it', async () => {
    const token = tokenI(await hent(await medPaastand(), { som: b }))
    const { cnf } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
    expect(cnf).toEqual({ 'x5t#S256': createHash('sha256').update(b.certifikat.raw).digest('base64url') })
    expect((await lever(token, { som: b })).status).toBe(200)
    for (const kald of [{}, { som: a }]) {
      const svar = await lever(token, kald)
      expect([svar.status, svar.tekst]).toEqual([401, expect.stringContaining('TOKEN_BUNDET')])
    }
    const ubundet = tokenI(await hent(await medPaastand()))
    const svar = await lever(ubundet, { som: b })
    expect([svar.status, svar.tekst]).toEqual([400, expect.stringContaining('LEGITIMATION_TVETYDIG')])
  })

  test('says who it is in one way only', async () => {
    const hemmelighed = await skiftHemmelighed(sted.system, KLIENT.id, 'test')
    if (!hemmelighed.ok) throw new Error(hemmelighed.afvisning)
    const medHemmelighed = { client_id: 'lindely', client_secret: hemmelighed.value }
    expect((await hent(medHemmelighed)).status).toBe(200)
    const begge = await hent({ ...(await medPaastand()), ...medHemmelighed })
    expect([begge.status, begge.tekst]).toEqual([400, expect.stringContaining('LEGITIMATION_TVETYDIG')])
    const anden = await hent({ ...(await medPaastand()), client_id: 'en anden' })
    expect([anden.status, anden.tekst]).toEqual([401, expect.stringContaining('PAASTAND_UGYLDIG')])
    const slags = await hent({ ...(await medPaastand()), client_assertion_type: 'urn:andet' })
    expect(slags.status).toBe(401)
  })
})

function approves(xml: string, pem: string): boolean {
  const signatur = new SignedXml({ publicCert: pem, getCertFromKeyInfo: () => null, idMode: 'wssecurity' })
  const dokument = new DOMParser().parseFromString(xml, 'text/xml')
  const [element] = Array.from(dokument.getElementsByTagNameNS('http://www.w3.org/2000/09/xmldsig#', 'Signature'))
  signatur.loadSignature(element as never)
  return signatur.checkSignature(xml)
}
