import { diag, XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { handleSoap } from '../faelles/handle-soap.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { toKald } from './kald.testdata.ts'
import { KORSBAEK_SAG, TRANSAKTION } from './korsbaek.testdata.ts'
import { writeImporter } from './skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from './tjeneste.ts'

const GOD = writeImporter([KORSBAEK_SAG], TRANSAKTION)
const UDEN_ERKLAERING = GOD.replace(/^<\?xml.*?\?>\n/, '')
const DTD = (indhold: string) => `<?xml version="1.0"?>\n<!-- først -->\n<!DOCTYPE soap:Envelope ${indhold}>${UDEN_ERKLAERING}`
const MORER = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')
const TITEL = 'Aftale om forebyggende hjemmebesøg'
const medTitel = (titel: string) => GOD.replace(TITEL, titel)

const fjendtlige: readonly [string, string | Uint8Array][] = [
  ['a document type', DTD('SYSTEM "x"')],
  ['a document type after a byte order mark', `\uFEFF${DTD('[]')}`],
  ['billion laughs', DTD(`[<!ENTITY a0 "ha">${MORER}]`).replace(TITEL, '&a9;')],
  ['an external entity', DTD('[<!ENTITY x SYSTEM "file:///etc/passwd">]').replace(TITEL, '&x;')],
  ['an external parameter entity', DTD('[<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]')],
  ['an entity that nobody declared', medTitel('&x;')],
  ['deep nesting', medTitel(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)],
  ['a huge name', medTitel(`<${'a'.repeat(100_000)}/>`)],
  ['an attribute twice', GOD.replace('<sag:Titel>', '<sag:Titel a="1" a="2">')],
  ['a declared encoding other than UTF-8', GOD.replace('UTF-8', 'ISO-8859-1')],
  ['bytes that are not UTF-8', Buffer.from(GOD, 'latin1')],
  ['UTF-16', Buffer.from(`\uFEFF${GOD}`, 'utf16le')],
  ['NUL', medTitel('a\0b')],
  ['a reference to NUL', medTitel('a&#0;b')],
  ['a control character', medTitel('a\u0001b')],
  ['an undeclared prefix', GOD.replaceAll('sag:Titel', 'ukendt:Titel')],
  ['two roots', `${GOD}${UDEN_ERKLAERING}`],
  ['text after the root', `${GOD}x`],
  ['a truncated message', GOD.slice(0, -40)],
  ['half a character at the end', Buffer.concat([Buffer.from(GOD.slice(0, -1)), Buffer.from([0xc3])])],
  ['JSON', '{"art":"sag"}'],
  ['white space', ' \n '],
]

const ingenModtagelse = async () => {
  throw new Error('a hostile message reached intake')
}

test.each(fjendtlige)('%s is a sender fault at once, and reaches nobody', async (_, body) => {
  const begyndt = performance.now()
  const svar = await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag: ingenModtagelse }), body)
  expect([svar.status, /IND-001/.test(svar.body), /soap:Sender/.test(svar.body)]).toEqual([400, true, true])
  expect(svar.body).not.toContain('root:')
  expect(performance.now() - begyndt).toBeLessThan(3_000)
})

const modtag: Soapkald['modtag'] = async (linjer) =>
  linjer.map(({ linje, brud }) => ({ linje, id: undefined, udfald: brud.length > 0 ? 'afvist' : 'modtaget', brud }))

test('a huge attribute is only as large as a message may be, and is refused by rule', async () => {
  const svar = await handleSoap(
    SAGDOKUMENTINDEKS,
    toKald({ modtag }),
    GOD.replace('<sag:Titel>', `<sag:Titel a="${'x'.repeat(5_000_000)}">`),
  )
  expect([svar.status, svar.body.includes('SAG-008'), svar.body.length < 5_000]).toEqual([200, true, true])
})

const PART = /<sag:Sagspart>.*?<\/sag:Sagspart>/s.exec(GOD)?.[0] ?? ''

test.each([
  ['all valid by the schema', PART.replace(/<gd:Type>.*<\/gd:Type>/s, ''), 'SAG-071'],
  [
    'none valid by the schema',
    PART.replace('<gd:ReferenceID>', `<gd:Indeks>${'x'.repeat(37)}</gd:Indeks><gd:ReferenceID>`),
    'SAG-073',
  ],
])(
  'a case with four thousand parties, %s, is refused by rule in bounded time and with a bounded answer',
  async (_, part, regel) => {
    const xml = GOD.replace(PART, part.repeat(4_000))
    const begyndt = performance.now()
    const svar = await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), xml)
    expect([
      svar.status,
      /<sd:FejlbeskedTekst>IND-020/.test(svar.body) && svar.body.includes(regel),
      svar.body.length < 50_000,
    ]).toEqual([200, true, true])
    expect(performance.now() - begyndt).toBeLessThan(15_000)
  },
)

const medObjekter = (antal: number, indhold: string) =>
  GOD.replace('</sdi:SagIndeks>', `$&${`<sdi:SagIndeks>${indhold}</sdi:SagIndeks>`.repeat(antal)}`)
const MAALT_PART = PART.replace('<gd:ReferenceID>', `<gd:Indeks>${'x'.repeat(37)}</gd:Indeks><gd:ReferenceID>`)

test.each([
  ['forty thousand empty objects', medObjekter(40_000, '')],
  ['more than five thousand faulty parties', GOD.replace(PART, MAALT_PART.repeat(5_001))],
  ['a hundred thousand faulty registrations', medObjekter(1_000, '<sag:Registrering x=""/>'.repeat(100))],
])('%s in one message are a sender fault at once', async (_, xml) => {
  const begyndt = performance.now()
  const svar = await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag: ingenModtagelse }), xml)
  expect([svar.status, svar.regel]).toEqual([413, 'IND-015'])
  expect(performance.now() - begyndt).toBeLessThan(10_000)
})

test("a breach far into a message is its own object's, however many stand before it", async () => {
  const xml = medObjekter(2_000, '<sag:Registrering/>')
  const svar = await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), xml)
  expect([svar.status, svar.body.match(/<sd:StatusKode>20</g)?.length, svar.body.match(/<sd:StatusKode>40</g)?.length]).toEqual([
    200, 1, 2_000,
  ])
})

test("libxml2's documents are freed, whatever the message: good, refused by rule, refused by schema, not XML at all", async () => {
  await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), GOD)
  diag.configure({ enabled: true })
  for (const xml of [
    GOD,
    medTitel(''),
    medTitel('x'.repeat(300)),
    GOD.slice(0, -40),
    '<a/>',
    GOD.replaceAll('Importer', 'Opdater'),
  ])
    await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), xml)
  expect(diag.report()).toEqual({})
  const glemt = XmlDocument.fromString('<a/>')
  expect(JSON.stringify(diag.report())).toContain('XmlDocument')
  glemt.dispose()
  diag.configure({ enabled: false })
})
