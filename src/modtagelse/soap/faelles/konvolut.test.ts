import { expect, test } from 'vitest'
import { toKald } from '../sagdokumentindeks/kald.testdata.ts'
import { KORSBAEK_SAG, TRANSAKTION } from '../sagdokumentindeks/korsbaek.testdata.ts'
import { writeImporter } from '../sagdokumentindeks/skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from '../sagdokumentindeks/tjeneste.ts'
import { handleSoap, type Soapvalg } from './handle-soap.ts'
import { HEADER_URI } from './navnerum.ts'
import { writeIndFault } from './svar.ts'
import type { Soapkald } from './tjeneste.ts'
import { find, readXml } from './xml-trae.ts'

const GOD = writeImporter([KORSBAEK_SAG], TRANSAKTION)
const IMPORTER = 'http://kombit.dk/sts/sagdokumentindeks/importer'

const modtag: Soapkald['modtag'] = async (linjer) =>
  linjer.map(({ linje, brud }) => ({ linje, id: undefined, udfald: brud.length > 0 ? 'afvist' : 'modtaget', brud }))

const send = (header: string, valg?: Soapvalg) =>
  handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), GOD.replace('<soap:Header>', `$&${header}`), valg)
const wsa = (navn: string, indhold: string, attributter = '') =>
  `<wsa:${navn} xmlns:wsa="${HEADER_URI.wsa}"${attributter}>${indhold}</wsa:${navn}>`
const hoved = (body: string) => {
  const header = find(readXml(body), 'soap:Header')
  return (navn: string) => find(header, navn)?.tekst
}

test('addressing is understood, also where it must be, and answered: RelatesTo is the MessageID, Action is the response', async () => {
  const muss = ' soap:mustUnderstand="1"'
  const felter = [
    wsa('Action', IMPORTER, muss),
    wsa('MessageID', 'urn:uuid:a&amp;b', muss),
    wsa('To', 'https://example.dk/6', muss),
    wsa('ReplyTo', `<wsa:Address>${HEADER_URI.wsa}/anonymous</wsa:Address>`, muss),
  ]
  const svar = await send(felter.join(''), { httpAction: IMPORTER })
  const felt = hoved(svar.body)
  expect(svar.status).toBe(200)
  expect(felt('wsa:RelatesTo')).toBe('urn:uuid:a&b')
  expect(felt('wsa:Action')).toBe('http://stoettesystemerne.dk/sagsogdokumentindeks/SagDokumentIndeksPortType/importerResponse')
  expect(felt('wsa:MessageID')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  expect(svar.body).toContain(`>${TRANSAKTION}<`)
})

test('a message without addressing is answered without', async () => {
  expect((await send('')).body).not.toContain(HEADER_URI.wsa)
})

test.each([
  ['another action than its Body', wsa('Action', `${IMPORTER}2`), 'ActionNotSupported'],
  ['two ids', wsa('MessageID', 'urn:a') + wsa('MessageID', 'urn:b'), 'InvalidAddressingHeader'],
  ['an id without end', wsa('MessageID', 'x'.repeat(501)), 'InvalidAddressingHeader'],
  [
    'an address for the answer',
    wsa('ReplyTo', '<wsa:Address>http://127.0.0.1:1/</wsa:Address>'),
    'OnlyAnonymousAddressSupported',
  ],
  ['an address for faults', wsa('FaultTo', '<wsa:Address>http://127.0.0.1:1/</wsa:Address>'), 'OnlyAnonymousAddressSupported'],
])('%s is a fault by the name that WS-Addressing has for it', async (_, header, fejl) => {
  const svar = await send(header)
  expect([svar.status, svar.regel, svar.body.includes(`wsa:${fejl}<`)]).toEqual([400, 'IND-013', true])
})

test('a fault answers the message too', async () => {
  const svar = await send(wsa('MessageID', 'urn:m'), { httpAction: `${IMPORTER}2` })
  expect([svar.status, svar.regel, hoved(svar.body)('wsa:RelatesTo')]).toEqual([400, 'IND-013', 'urn:m'])
  expect(hoved(svar.body)('wsa:Action')).toBe(`${HEADER_URI.wsa}/soap/fault`)
})

const ukendt = (attributter: string) => `<x:Betaling xmlns:x="urn:x"${attributter}/>`
const ROLLE = 'http://www.w3.org/2003/05/soap-envelope/role'

test.each(['mustUnderstand="1"', 'mustUnderstand=" true "', `mustUnderstand="1" soap:role="${ROLLE}/next"`])(
  'a block that must be understood and is not (%s) is a MustUnderstand fault that names it, and nothing is taken in',
  async (attributter) => {
    const svar = await handleSoap(
      SAGDOKUMENTINDEKS,
      toKald({}),
      GOD.replace('<soap:Header>', `$&${ukendt(` soap:${attributter}`)}`),
    )
    expect([svar.status, svar.regel]).toEqual([500, 'IND-013'])
    expect(svar.body).toContain('soap:MustUnderstand<')
    expect(svar.body).toContain('<soap:NotUnderstood qname="u:Betaling" xmlns:u="urn:x"/>')
  },
)

test.each(['', 'mustUnderstand="false"', `mustUnderstand="1" soap:role="${ROLLE}/none"`, 'mustUnderstand="1" soap:role="urn:a"'])(
  'a block that need not be understood here (%s) is passed over',
  async (attributter) => {
    expect((await send(ukendt(attributter && ` soap:${attributter}`))).status).toBe(200)
  },
)

test('who signed is asked with the exact bytes before Body is read, and a no is the answer', async () => {
  const afvist = writeIndFault('IND-005', 403)
  const sete: unknown[] = []
  const body = Buffer.from(GOD.replaceAll('ImporterSagDokumentIndeksInput>', 'Ukendt>'))
  const svar = await handleSoap(SAGDOKUMENTINDEKS, toKald({}), body, {
    verifySikkerhed: async (raa) => {
      sete.push(raa)
      return afvist
    },
  })
  expect(svar).toBe(afvist)
  expect(sete).toEqual([{ body, harSecurity: false }])
  const security = `<w:Security xmlns:w="${HEADER_URI.wsse}"/>`
  let har = false
  const godkendt = await send(security, {
    verifySikkerhed: async ({ harSecurity }) => {
      har = harSecurity
      return undefined
    },
  })
  expect([godkendt.status, har]).toEqual([200, true])
})

test('a message of very many small elements is refused before anything is made of them', async () => {
  const led = `<a>${'<b><c/></b>'.repeat(4_900)}</a>`
  const besked = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><x xmlns="urn:x">${led.repeat(20)}</x></s:Body></s:Envelope>`
  const { status, regel } = await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), besked)
  expect([status, regel]).toEqual([413, 'IND-015'])
})
