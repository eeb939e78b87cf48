import { diag, XmlDocument } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { fuldtElement, somKilde } from '../../regler/fuldt-element.testdata.ts'
import { handleSoap } from '../faelles/handle-soap.ts'
import { toKald } from '../sagdokumentindeks/kald.testdata.ts'
import { writeImporterYdelse } from './skriv.ts'
import { YDELSESTJENESTER } from './tjenester.ts'

const [YDELSEINDEKS] = YDELSESTJENESTER
if (!YDELSEINDEKS) throw new Error('no service')
const GOD = writeImporterYdelse([somKilde(fuldtElement('bevilling'))], 'c0ffee00-0000-4000-8000-000000000001')
const UDEN_ERKLAERING = GOD.replace(/^<\?xml.*?\?>\n/, '')
const DTD = (indhold: string) => `<?xml version="1.0"?>\n<!-- først -->\n<!DOCTYPE soap:Envelope ${indhold}>${UDEN_ERKLAERING}`
const MORER = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')
const NAVN = '<bi:Navn>Tekst på én linje'
const medNavn = (navn: string) => GOD.replace(NAVN, `<bi:Navn>${navn}`)
const send = (body: string | Uint8Array, modtag: Parameters<typeof toKald>[0]['modtag'] = undefined) =>
  handleSoap(YDELSEINDEKS!, toKald(modtag ? { modtag } : {}), body)

test('the message that the others are made of is one', () => expect(GOD).toContain(NAVN))

const fjendtlige: readonly [string, string | Uint8Array][] = [
  ['a document type', DTD('SYSTEM "x"')],
  ['a document type after a byte order mark', `\uFEFF${DTD('[]')}`],
  ['billion laughs', DTD(`[<!ENTITY a0 "ha">${MORER}]`).replace(NAVN, '<bi:Navn>&a9;')],
  ['an external entity', DTD('[<!ENTITY x SYSTEM "file:///etc/passwd">]').replace(NAVN, '<bi:Navn>&x;')],
  ['an external parameter entity', DTD('[<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]')],
  ['an entity that nobody declared', medNavn('&x;')],
  ['fifty thousand levels', medNavn(`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`)],
  ['a huge name', medNavn(`<${'a'.repeat(100_000)}/>`)],
  ['an attribute twice', GOD.replace('<bi:Navn>', '<bi:Navn a="1" a="2">')],
  ['a declared encoding other than UTF-8', GOD.replace('UTF-8', 'ISO-8859-1')],
  ['bytes that are not UTF-8', Buffer.from(GOD, 'latin1')],
  ['UTF-16', Buffer.from(`\uFEFF${GOD}`, 'utf16le')],
  ['NUL', medNavn('a\0b')],
  ['a reference to NUL', medNavn('a&#0;b')],
  ['an undeclared prefix', GOD.replaceAll('bi:Navn', 'ukendt:Navn')],
  ['text after the root', `${GOD}x`],
  ['a truncated message', GOD.slice(0, -40)],
]

test.each(fjendtlige)('%s is a sender fault at once, and reaches nobody', async (_, body) => {
  const begyndt = performance.now()
  const svar = await send(body)
  expect([svar.status, /IND-001/.test(svar.body), /soap:Sender/.test(svar.body)]).toEqual([400, true, true])
  expect(svar.body).not.toContain('root:')
  expect(performance.now() - begyndt).toBeLessThan(3_000)
})

const afvis: NonNullable<Parameters<typeof toKald>[0]['modtag']> = async (linjer) =>
  linjer.map(({ linje, brud }) => ({ linje, id: undefined, udfald: brud.length > 0 ? 'afvist' : 'modtaget', brud }))

const YDELSE = /<bi:BevilgetYdelse>.*<\/bi:BevilgetYdelse>/s.exec(GOD)?.[0] ?? ''
const PART = /<bi:Bevillingspart>.*?<\/bi:Bevillingspart>/s.exec(GOD)?.[0] ?? ''
const OBJEKT = /<yi:BevillingIndeks>.*<\/yi:BevillingIndeks>/s.exec(GOD)?.[0] ?? ''

test.each<[string, string, number, string]>([
  ['a huge attribute', GOD.replace('<bi:Navn>', `<bi:Navn a="${'x'.repeat(5_000_000)}">`), 200, 'BEV-013'],
  ['four thousand parties', GOD.replace(PART, PART.repeat(4_000)), 200, 'IND-020'],
  ['five hundred benefits of one id', GOD.replace(YDELSE, YDELSE.repeat(500)), 200, 'BEV-027'],
  [
    'a benefit of three thousand it-systems',
    GOD.replace(/<bi:ItSystem>.*?<\/bi:ItSystem>/s, (system) => system.repeat(3_000)),
    200,
    'BEV-028',
  ],
  ['more than five thousand of anything side by side', GOD.replace(PART, PART.repeat(5_001)), 413, 'IND-015'],
  ['forty thousand empty objects', GOD.replace(OBJEKT, OBJEKT + '<yi:BevillingIndeks/>'.repeat(40_000)), 413, 'IND-015'],
  [
    'three thousand empty registrations in one object',
    GOD.replace('<bi:Registrering>', `${'<bi:Registrering/>'.repeat(3_000)}<bi:Registrering>`),
    413,
    'IND-015',
  ],
])('%s: refused by rule, in bounded time and with a bounded answer', async (_, xml, status, regel) => {
  const begyndt = performance.now()
  const svar = await send(xml, afvis)
  expect([svar.status, svar.body.includes(regel), svar.body.length < 50_000]).toEqual([status, true, true])
  expect(performance.now() - begyndt).toBeLessThan(15_000)
})

test('a CPR number in any text, or as the name of an element, comes back in no answer', async () => {
  const cpr = '8712450017'
  const forgiftet = GOD.replace(/>([^<>\s][^<>]*)</g, (_, tekst: string) => `>${tekst} ${cpr}<`).replaceAll(
    'bi:Meddelelse',
    `bi:n${cpr}`,
  )
  const svar = await send(forgiftet.replace(/<soap:Header>.*<\/soap:Header>/s, ''), afvis)
  expect([svar.status, svar.body.includes(cpr), /<sd:StatusKode>40</.test(svar.body)]).toEqual([200, false, true])
})

test("libxml2's documents are freed, whatever the message", async () => {
  await send(GOD, afvis)
  diag.configure({ enabled: true })
  for (const xml of [GOD, medNavn(''), medNavn('x'.repeat(300)), GOD.slice(0, -40), '<a/>']) await send(xml, afvis)
  expect(diag.report()).toEqual({})
  const glemt = XmlDocument.fromString('<a/>')
  expect(JSON.stringify(diag.report())).toContain('XmlDocument')
  glemt.dispose()
  diag.configure({ enabled: false })
})
