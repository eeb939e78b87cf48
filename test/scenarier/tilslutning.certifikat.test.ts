import { spawnSync } from 'node:child_process'
import { createHash, randomUUID, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenForFagsystemer } from '#compose'
import { readConfig } from '#config'
import { tidspunkt } from '#kernel'
import { lavSag, part } from '../byggere/elementer.ts'
import { ndjson, somKilde, toLinjer } from '../byggere/levering.ts'
import { freePort } from '../byggere/port.ts'
import { createSoapKlient, eksempelsag } from '../byggere/soap-klient.ts'
import { KILDER, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const HAR_OPENSSL = spawnSync('openssl', ['version']).status === 0
const STI = '/soap/sagdokumentindeks/6'
const CPR = '8712450017'

const mappe = mkdtempSync(join(tmpdir(), 'bbtls-'))
const fil = (navn: string) => join(mappe, navn)

/** A certificate of its own issue, valid for two days. */
function makeCertifikat(navn: string, emne: string, mere: readonly string[] = []): void {
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/CN=${emne}`]
  const svar = spawnSync('openssl', [...args, '-days', '2', '-keyout', fil(`${navn}.key`), '-out', fil(`${navn}.pem`), ...mere])
  if (svar.status !== 0) throw new Error(`openssl: ${svar.stderr.toString()}`)
}
const fingeraftryk = (navn: string) =>
  createHash('sha256')
    .update(new X509Certificate(readFileSync(fil(`${navn}.pem`))).raw)
    .digest()

let sted: Testwebsted
let origin: string
let luk: () => Promise<void> = async () => undefined
/** How far ahead the site's clock is. */
let forskudt = 0

beforeAll(async () => {
  if (!HAR_OPENSSL) return
  makeCertifikat('server', 'localhost', ['-addext', 'subjectAltName=DNS:localhost'])
  for (const navn of ['a', 'fremmed']) makeCertifikat(navn, navn)
  sted = await startWebsted({ clock: { now: () => tidspunkt(new Date(Date.now() + forskudt)) } })
  await sted.system.kilder.save(KILDER.a, { certifikat: fingeraftryk('a') })
  const port = await freePort()
  origin = `https://localhost:${port}`
  luk = await listenForFagsystemer(sted.app, configWith({ FAGSYSTEM_TLS_PORT: String(port) }))
})
afterAll(async () => {
  await luk()
  await sted?.close()
  rmSync(mappe, { recursive: true, force: true })
})

const configWith = (miljoe: Record<string, string>) =>
  readConfig({
    BORGERBLIKKET_DATA: mappe,
    HOST: 'localhost',
    FAGSYSTEM_TLS_CERTIFIKAT: fil('server.pem'),
    FAGSYSTEM_TLS_NOEGLE: fil('server.key'),
    ...miljoe,
  })

type Kald = {
  readonly sti: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly til?: string
}

/** Asks with a certificate, or with none. */
function ask(
  navn: string | undefined,
  { sti, method = 'GET', headers = {}, body, til = origin }: Kald,
): Promise<{ status: number; tekst: string }> {
  const legitimation = navn === undefined ? {} : { cert: readFileSync(fil(`${navn}.pem`)), key: readFileSync(fil(`${navn}.key`)) }
  const agent = new Agent({ ...legitimation, ca: readFileSync(fil('server.pem')), keepAlive: false })
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(til)
    const ud = request({ hostname, port, path: sti, method, headers, agent }, (ind) => {
      const dele: Buffer[] = []
      ind.on('data', (del: Buffer) => dele.push(del))
      ind.on('error', reject)
      ind.on('end', () => resolve({ status: ind.statusCode ?? 0, tekst: Buffer.concat(dele).toString('utf8') }))
    })
    ud.on('error', reject)
    ud.end(body)
  })
}
const lever = (navn: string | undefined, headers: Record<string, string> = {}) =>
  ask(navn, {
    sti: '/api/v1/leverancer',
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': randomUUID(), ...headers },
    body: ndjson([lavSag({ id: randomUUID(), parter: [part('Primær part', CPR)] })]),
  })

describe.skipIf(!HAR_OPENSSL)('a fagsystem known by its certificate (skipped where openssl is not at hand)', () => {
  test("delivers by SOAP with another's client, and the citizen sees it", async () => {
    const klient = await createSoapKlient(`${sted.origin}${STI}?wsdl`, {
      endpoint: `${origin}${STI}`,
      certifikat: { noegle: fil('a.key'), certifikat: fil('a.pem'), ca: fil('server.pem') },
    })
    const id = randomUUID()
    const nummer = `27.35.04-G01-${randomUUID().slice(0, 6)}`
    const sag = {
      id,
      tid: '2026-01-05T08:00:00+01:00',
      system: KILDER.a.id,
      nummer,
      titel: 'Aftale om forebyggende hjemmebesøg',
      cpr: CPR,
      navn: 'Godtfred Lund',
    }
    const { UnikRetur } = await klient.importer(randomUUID(), [eksempelsag(sag)])
    expect(UnikRetur).toMatchObject([{ StatusKode: 20, UUIDIdentifikator: id }])
    const side = await (await sted.logInd(CPR)).get(`/sager/${id}`)
    expect([side.status, side.tekst.includes('Aftale om forebyggende hjemmebesøg')]).toEqual([200, true])
  })

  test('delivers by REST without any header of its own', async () => {
    const svar = await lever('a')
    expect([svar.status, toLinjer(svar.tekst).at(-1)]).toMatchObject([200, { modtaget: 1 }])
  })

  test.each<[string, string | undefined, number, string]>([
    ['an unknown certificate', 'fremmed', 401, 'LEGITIMATION_UKENDT'],
    ['no certificate', undefined, 401, 'LEGITIMATION_MANGLER'],
  ])('%s is refused', async (_, navn, status, kode) => {
    const svar = await lever(navn)
    expect([svar.status, svar.tekst]).toEqual([status, expect.stringContaining(kode)])
  })

  test.each([
    ['has run out', 3 * 86_400_000],
    ['is not valid yet', -86_400_000],
  ])('a known certificate that %s is refused', async (_, ms) => {
    forskudt = ms
    try {
      const svar = await lever('a')
      expect([svar.status, svar.tekst]).toEqual([401, expect.stringContaining('CERTIFIKAT_UDLOEBET')])
    } finally {
      forskudt = 0
    }
  })

  test('a certificate and a key or token beside it are one too many', async () => {
    const svar = await lever('a', somKilde('a'))
    expect([svar.status, svar.tekst]).toEqual([400, expect.stringContaining('LEGITIMATION_TVETYDIG')])
    // A token that is bound to the certificate is the one thing that may stand beside it; this is none.
    expect((await lever('a', { authorization: 'Bearer x' })).status).toBe(401)
  })

  test("the certificate of a proxy's header is nobody's", async () => {
    const hex = fingeraftryk('a').toString('hex')
    const headers = { 'x-ssl-client-fingerprint': hex, 'x-forwarded-client-cert': `Hash=${hex}`, 'ssl-client-verify': 'SUCCESS' }
    expect((await lever(undefined, headers)).status).toBe(401)
    expect((await lever('fremmed', headers)).status).toBe(401)
  })

  test.each([
    '/',
    '/sager',
    '/log-ind',
    '/api/v1/mig/sager',
    '/api/v1/drift/forklaring',
    '//sager',
    '/soap/../sager',
    '/API/v1/mig/sager',
  ])("the citizen's pages and data are not on this port: %s", async (sti) => {
    expect((await ask('a', { sti })).status).toBe(404)
  })

  test('the description and the token are', async () => {
    expect((await ask(undefined, { sti: `${STI}?wsdl` })).status).toBe(200)
    expect((await ask(undefined, { sti: '/api/v1/openapi.json' })).status).toBe(200)
  })

  test('with an issuer that the site trusts alone, a certificate of another is cut off before it can ask', async () => {
    const port = await freePort()
    const lukCa = await listenForFagsystemer(
      sted.app,
      configWith({ FAGSYSTEM_TLS_PORT: String(port), FAGSYSTEM_TLS_CA: fil('a.pem') }),
    )
    const til = `https://localhost:${port}`
    try {
      expect((await ask('a', { sti: '/api/v1/afvisninger', til })).status).toBe(200)
      await expect(ask('fremmed', { sti: '/api/v1/afvisninger', til })).rejects.toThrow()
      await expect(ask(undefined, { sti: '/api/v1/afvisninger', til })).rejects.toThrow()
    } finally {
      await lukCa()
    }
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['a file that is not there', { FAGSYSTEM_TLS_NOEGLE: fil('findes-ikke') }, /FAGSYSTEM_TLS_NOEGLE: .* kan ikke læses/],
    ["another certificate's key", { FAGSYSTEM_TLS_NOEGLE: fil('a.key') }, /hører ikke sammen/],
  ])('%s is one clear sentence at start', async (_, miljoe, saetning) => {
    const config = configWith({ FAGSYSTEM_TLS_PORT: String(await freePort()), ...miljoe })
    await expect(listenForFagsystemer(sted.app, config)).rejects.toThrow(saetning)
  })

  test('a taken port too', async () => {
    const config = configWith({ FAGSYSTEM_TLS_PORT: new URL(origin).port })
    await expect(listenForFagsystemer(sted.app, config)).rejects.toThrow(/optaget/)
  })
})
