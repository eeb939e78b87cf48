import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CprNummer } from '#kernel'
import { createBrowser } from '../../src/demo/mitid/proeve-browser.ts'
import { send } from '../byggere/klient.ts'
import { somKilde } from '../byggere/levering.ts'
import { createSoapKlient, type Eksempelsag, eksempelsag, OFFENTLIGE } from '../byggere/soap-klient.ts'
import { KILDER, startWebsted, type Testwebsted } from '../byggere/websted.ts'

const DELT = new URL('../../../shared/', import.meta.url)
const OFFICIEL = fileURLToPath(new URL('reference/sf1470/SagDokumentIndeksService_6.wsdl', DELT))
const ROLLER = fileURLToPath(new URL('data/relationsroller-uuid.json', DELT))
const STI = '/soap/sagdokumentindeks/6'

const GODTFRED = { cpr: '8712450017' as CprNummer, navn: 'Godtfred Lund' }
const NABO = { cpr: '6903510015' as CprNummer, navn: 'Nanna Nabo' }
const TITEL = 'Aftale om forebyggende hjemmebesøg'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted({
    personer: [GODTFRED, NABO].map((person) => ({ ...person, historie: 'En prøve.', alder: 80 })),
  })
})
afterAll(() => sted.close())

const sagen = (mere: Partial<Eksempelsag> = {}): Eksempelsag => ({
  id: randomUUID(),
  tid: '2026-01-05T08:00:00+01:00',
  system: KILDER.a.id,
  nummer: `27.35.04-G01-${Math.floor(Math.random() * 1e9)}-26`,
  titel: TITEL,
  ...GODTFRED,
  ...mere,
})

/** Logs in as a person does: by the stand-in for MitID, choosing oneself from its list. */
async function logIndHosMitid(nummer: number) {
  const browser = createBrowser()
  const valg = await browser.open(`${sted.origin}/log-ind?til=%2Fsager`)
  const form = /<form[^>]*action="([^"]*)"/.exec(valg.body)?.[1] ?? ''
  const side = await browser.post(new URL(form.replaceAll('&amp;', '&'), valg.url).href, { person: String(nummer) })
  return { browser, side }
}

describe.each([
  ['the official WSDL', () => OFFICIEL, !existsSync(OFFICIEL)],
  ['the WSDL that is served', () => `${sted.origin}${STI}?wsdl`, false],
] as const)("another's client made of %s", (_, wsdl, mangler) => {
  test.skipIf(mangler)(
    'imports the example case, and the primær part sees it and a neighbour does not (skipped where the official files are not at hand)',
    async () => {
      const klient = await createSoapKlient(wsdl(), { endpoint: `${sted.origin}${STI}`, headers: somKilde('a') })
      const sag = sagen()
      const transaktion = randomUUID()
      const svar = await klient.importer(transaktion, [eksempelsag(sag)])
      expect(svar.UnikRetur).toMatchObject([{ StatusKode: 20, UUIDIdentifikator: sag.id }])
      expect(svar.transaktion).toBe(transaktion)

      const godtfred = await logIndHosMitid(0)
      expect([godtfred.side.status, godtfred.side.url]).toEqual([200, `${sted.origin}/sager`])
      expect(godtfred.side.body).toContain(TITEL)
      const egen = await godtfred.browser.open(`${sted.origin}/sager/${sag.id}`)
      expect([egen.status, egen.body.includes(TITEL), egen.body.includes(sag.nummer)]).toEqual([200, true, true])
      expect(egen.body).not.toContain('Ulla Jakobsen')

      const nabo = await logIndHosMitid(1)
      expect(nabo.side.body).not.toContain(TITEL)
      expect((await nabo.browser.open(`${sted.origin}/sager/${sag.id}`)).status).toBe(404)
    },
  )

  test.skipIf(mangler)('is told by UnikRetur what is wrong with each case, and the others are taken in', async () => {
    const klient = await createSoapKlient(wsdl(), { endpoint: `${sted.origin}${STI}`, headers: somKilde('a') })
    const [god, fremmed] = [sagen(), sagen({ system: KILDER.b.id })]
    const { UnikRetur } = await klient.importer(randomUUID(), [eksempelsag(fremmed), eksempelsag(god)])
    expect(UnikRetur).toMatchObject([
      { StatusKode: 40, UUIDIdentifikator: fremmed.id, FejlbeskedTekst: expect.stringMatching(/^IND-005/) },
      { StatusKode: 20, UUIDIdentifikator: god.id },
    ])
  })

  test.skipIf(mangler)('that nobody knows is refused with a fault that it can read', async () => {
    const klient = await createSoapKlient(wsdl(), { endpoint: `${sted.origin}${STI}` })
    const fejl: unknown = await klient.importer(randomUUID(), [eksempelsag(sagen())]).catch((error: unknown) => error)
    const { root } = fejl as { root?: { Envelope: { Body: { Fault: object } } } }
    expect(JSON.stringify(root?.Envelope.Body.Fault)).toContain('LEGITIMATION_MANGLER')
  })
})

test.skipIf(!existsSync(ROLLER))("the roles used here are those of KOMBIT's samples (skipped where they are not at hand)", () => {
  const roller = JSON.parse(readFileSync(ROLLER, 'utf8')) as {
    sag: { rolle: Record<string, string>; type: Record<string, string> }
  }
  expect({ ...roller.sag.rolle, ...roller.sag.type }).toMatchObject(OFFENTLIGE)
})

describe('on the wire', () => {
  const EKSEMPEL = readFileSync(new URL('../../docs/tilslutning/soap.md', import.meta.url), 'utf8')
  const [, skabelon = ''] = /^```xml\n([\s\S]*?)\n```$/m.exec(EKSEMPEL) ?? []
  const besked = () =>
    skabelon
      .replaceAll('849ce7e7-57ee-5381-ae85-fc13f56ebf75', KILDER.a.id)
      .replaceAll('5d1c0a52-6f0e-4c0e-9d43-2b1f6a7e0011', randomUUID())
  const soap = 'application/soap+xml'
  const ask = (body: string | Buffer, type = soap, headers: Record<string, string> = {}, method = 'POST') =>
    send(sted.origin, STI, { method, headers: { 'content-type': type, ...somKilde('a'), ...headers }, body }, sted.agent)

  test.each<[string, string, (xml: string) => string | Buffer]>([
    [
      'with its action, as the WSDL says',
      `${soap}; charset=utf-8; action="http://kombit.dk/sts/sagdokumentindeks/importer"`,
      String,
    ],
    ['with the action first', `${soap};action="http://kombit.dk/sts/sagdokumentindeks/importer";charset=UTF-8`, String],
    ['without a charset', soap, String],
    ['with a quoted charset', `${soap}; charset="utf-8"`, String],
    ['as text/xml', 'text/xml; charset=utf-8', String],
    ['with a byte order mark', soap, (xml) => `\uFEFF${xml}`],
    ['with a declaration', soap, (xml) => `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n${xml}`],
    ['with a comment first and last', soap, (xml) => `<!-- a -->${xml}<!-- b -->`],
  ])('a message %s is taken in', async (_, type, make) => {
    const svar = await ask(make(besked()), type)
    expect([svar.status, svar.headers['content-type']]).toEqual([200, 'application/soap+xml; charset=utf-8'])
    expect(svar.tekst).toContain('<sd:StatusKode>20</sd:StatusKode>')
  })

  test.each<[string, () => Parameters<typeof ask>, number, string]>([
    ['gzip', () => [gzipSync(besked()), soap, { 'content-encoding': 'gzip' }], 415, 'IND-013'],
    ['another charset', () => [besked(), `${soap}; charset=iso-8859-1`], 415, 'IND-013'],
    ['UTF-16', () => [Buffer.from(`\uFEFF${besked()}`, 'utf16le'), soap], 400, 'IND-001'],
    ['another encoding in the declaration', () => [`<?xml version="1.0" encoding="ISO-8859-1"?>${besked()}`], 400, 'IND-001'],
    ['JSON', () => ['{}', 'application/json'], 415, 'IND-013'],
    ['nothing', () => [''], 400, 'IND-001'],
    ['too much', () => [besked() + ' '.repeat(10 * 1024 * 1024)], 413, 'IND-015'],
    ['nobody', () => [besked(), soap, { 'x-borgerblikket-udviklingsnoegle': 'ukendt' }], 401, 'LEGITIMATION_UKENDT'],
    ['two callers', () => [besked(), soap, { authorization: 'Bearer x' }], 400, 'LEGITIMATION_TVETYDIG'],
  ])('%s is refused with a fault that says so', async (_, make, status, kode) => {
    const svar = await ask(...make())
    expect([svar.status, svar.headers['content-type']]).toEqual([status, 'application/soap+xml; charset=utf-8'])
    expect(svar.tekst).toContain('<soap:Value>soap:Sender</soap:Value>')
    expect(svar.tekst).toContain(`xml:lang="da">${kode}`)
    expect(svar.tekst).toContain(`xml:lang="en">${kode}`)
  })

  test('the description stands at ?wsdl with this address; without it there is a sentence that says so', async () => {
    const get = (sti: string) => send(sted.origin, sti, {}, sted.agent)
    const wsdl = await get(`${STI}?WSDL`)
    expect([wsdl.status, wsdl.tekst.includes(`location="${sted.origin}${STI}"`)]).toEqual([200, true])
    const uden = await get(STI)
    expect([uden.status, uden.headers['allow'], JSON.parse(uden.tekst)]).toMatchObject([405, 'POST', { kode: 'KUN_POST' }])
    for (const [, skema = ''] of wsdl.tekst.matchAll(/schemaLocation="([^"]*)"/g))
      expect((await get(new URL(skema).pathname)).status).toBe(200)
  })

  test.each([
    '..%2f..%2fsvar.ts',
    '%2e%2e%2fsagdokumentindeks.wsdl',
    '..\\..\\soap.route.ts',
    'sag.xsd%00.ts',
    'SAG.XSD',
    'findes-ikke.xsd',
  ])('beside the schemas nothing is served: %s', async (fil) => {
    const svar = await send(sted.origin, `${STI}/xsd/${fil}`, {}, sted.agent)
    expect([400, 404]).toContain(svar.status)
    expect(svar.tekst).not.toContain('import')
  })
})
