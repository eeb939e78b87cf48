import { diag } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { afvist, ok } from '#kernel'
import { HOEJST_BETINGELSER, HOEJST_DYBDE, type Soegeudtryk } from '../../soegning/index.ts'
import { handleSoap } from '../faelles/handle-soap.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { toKald } from './kald.testdata.ts'
import { KORSBAEK_SAG, KORSBAEK_SAG_ID, TRANSAKTION } from './korsbaek.testdata.ts'
import { writeImporter } from './skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from './tjeneste.ts'

const NAVNERUM = Object.entries(NAVNERUM_URI)
  .map(([praefiks, uri]) => `xmlns:${praefiks}="${uri}"`)
  .join(' ')
const besked = (operation: string, indhold: string) =>
  `<soap:Envelope ${NAVNERUM}><soap:Body><sdi:${operation}SagDokumentIndeksInput>${indhold}</sdi:${operation}SagDokumentIndeksInput></soap:Body></soap:Envelope>`

const LISTER = /<sag:AttributListe>.*<\/sag:RelationListe>/s.exec(writeImporter([KORSBAEK_SAG], TRANSAKTION))?.[0] ?? ''
const ID = `<sd:UUIDIdentifikator>${KORSBAEK_SAG_ID}</sd:UUIDIdentifikator>`
const opdater = (lister = LISTER) =>
  besked(
    'Opdater',
    `<sdi:OpdaterSagIndeks>${ID}${lister}<sdi:Tidspunkt>2026-02-01T00:00:00Z</sdi:Tidspunkt></sdi:OpdaterSagIndeks>`,
  )
const soegSag = (titel: string) =>
  `<sdi:SoegSag><sag:AttributListe><sag:Egenskaber><sag:Titel>${titel}</sag:Titel></sag:Egenskaber></sag:AttributListe><sag:TilstandListe/><sag:RelationListe/></sdi:SoegSag>`
const fremsoeg = (udtryk: string) => besked('Fremsoeg', `<sdi:SoegUdtryk>${udtryk}</sdi:SoegUdtryk>`)
const fjern = (udtryk: string) => besked('Fjern', `<sdi:SoegUdtryk>${udtryk}</sdi:SoegUdtryk>`)

const GODE: Readonly<Record<string, string>> = {
  opdater: opdater(),
  fremsoeg: fremsoeg(soegSag('Aftale om forebyggende hjemmebesøg')),
  fjern: fjern(soegSag('Aftale om forebyggende hjemmebesøg')),
}
const TITEL = 'Aftale om forebyggende hjemmebesøg'
const MORER = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')
const dtd = (xml: string, indhold: string) => `<?xml version="1.0"?><!DOCTYPE soap:Envelope ${indhold}>${xml}`

const angreb: readonly [string, (god: string) => string][] = [
  ['a document type', (god) => dtd(god, 'SYSTEM "http://127.0.0.1:1/x"')],
  ['billion laughs', (god) => dtd(god, `[<!ENTITY a0 "ha">${MORER}]`).replace(TITEL, '&a9;')],
  ['an external entity', (god) => dtd(god, '[<!ENTITY x SYSTEM "file:///etc/passwd">]').replace(TITEL, '&x;')],
  ['50,000 levels', (god) => god.replace(TITEL, `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`)],
  [
    '50,000 levels in the header',
    (god) => god.replace('<soap:Body>', `<soap:Header>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</soap:Header>$&`),
  ],
  ['a name without end', (god) => god.replace(TITEL, `<${'a'.repeat(100_000)}/>`)],
  ['a truncated message', (god) => god.slice(0, -40)],
]

/** What a message reaches: tests see what was asked, and nothing is found. */
function lytter() {
  const spurgt: unknown[] = []
  const kald = toKald({
    modtag: async (linjer) => {
      spurgt.push(...linjer)
      return linjer.map(({ linje, brud }) => ({ linje, id: undefined, udfald: brud.length > 0 ? 'afvist' : 'modtaget', brud }))
    },
    soeg: async (soegning) => {
      spurgt.push(soegning)
      return isForStor(soegning.udtryk) ? afvist('SOEGNING_FOR_STOR') : ok({ ialt: {}, fund: [] })
    },
  })
  return { spurgt, kald }
}

/** The bounds of the core, stated again. */
function isForStor(udtryk: Soegeudtryk | undefined): boolean {
  const led = (del: Soegeudtryk): readonly Soegeudtryk[] =>
    'og' in del ? del.og : 'eller' in del ? del.eller : 'ikke' in del ? [del.ikke] : []
  const dybde = (del: Soegeudtryk): number => 1 + Math.max(0, ...led(del).map(dybde))
  const blade = (del: Soegeudtryk): number => (led(del).length === 0 ? 1 : led(del).reduce((sum, barn) => sum + blade(barn), 0))
  return udtryk !== undefined && (dybde(udtryk) > HOEJST_DYBDE || blade(udtryk) > HOEJST_BETINGELSER)
}

const send = (xml: string, kald: Soapkald) => handleSoap(SAGDOKUMENTINDEKS, kald, xml)

for (const [operation, god] of Object.entries(GODE)) {
  test.each(angreb)(`${operation}: %s is a sender fault at once, and reaches nobody`, async (_, angrib) => {
    const { spurgt, kald } = lytter()
    const begyndt = performance.now()
    const svar = await send(angrib(god), kald)
    expect([svar.status, svar.body.includes('IND-001'), svar.body.includes('root:'), spurgt]).toEqual([400, true, false, []])
    expect(performance.now() - begyndt).toBeLessThan(3_000)
  })

  test(`${operation}: the message itself is answered, so that the attacks above are refused for what they are`, async () => {
    const { spurgt, kald } = lytter()
    expect((await send(god, kald)).status).toBe(200)
    expect(spurgt.length).toBeGreaterThan(0)
  })

  test(`${operation}: a huge attribute is only as large as a message may be`, async () => {
    const { kald } = lytter()
    const svar = await send(god.replace('<sag:Titel>', `<sag:Titel a="${'x'.repeat(5_000_000)}">`), kald)
    expect([svar.body.length < 5_000, /IND-001|SAG-008/.test(svar.body)]).toEqual([true, true])
  })
}

const dybt = (lag: number) => `${'<sdi:SoegUdtryk>'.repeat(lag)}${soegSag('x')}${'</sdi:SoegUdtryk>'.repeat(lag)}`
const dybtNej = (lag: number) => `${'<sdi:NOT>'.repeat(lag)}${soegSag('x')}${'</sdi:NOT>'.repeat(lag)}`

test.each([
  ['NOT 200 levels deep', dybtNej(200)],
  ['four thousand conditions beside each other', soegSag('x').repeat(4_000)],
  [
    'a tree of four thousand conditions',
    `<sdi:SoegUdtryk><sdi:operation>OR</sdi:operation>${`<sdi:SoegUdtryk>${soegSag('x').repeat(40)}</sdi:SoegUdtryk>`.repeat(100)}</sdi:SoegUdtryk>`,
  ],
])('%s is refused by fremsoeg and by fjern, and removes nothing', async (_, udtryk) => {
  for (const xml of [fremsoeg(udtryk), fjern(udtryk)]) {
    const { spurgt, kald } = lytter()
    const begyndt = performance.now()
    const svar = await send(xml, kald)
    expect([svar.status, svar.body.includes('SOEGNING_FOR_STOR'), spurgt.some((led) => 'linje' in (led as object))]).toEqual([
      200,
      true,
      false,
    ])
    expect(performance.now() - begyndt).toBeLessThan(5_000)
  }
})

test('parentheses alone make no tree: 200 levels around one condition ask for one condition', async () => {
  const { spurgt, kald } = lytter()
  expect((await send(fremsoeg(dybt(200)), kald)).status).toBe(200)
  expect(spurgt).toMatchObject([{ udtryk: { liste: 'egenskaber', felter: { titel: 'x' } } }])
})

test('more than five thousand of anything beside each other is too large', async () => {
  for (const xml of [
    besked('Fjern', `<sdi:SagUuid>${ID}</sdi:SagUuid>`.repeat(5_001)),
    besked('Fremsoeg', `<sdi:SagUuid>${KORSBAEK_SAG_ID}</sdi:SagUuid>`.repeat(5_001)),
    fremsoeg(soegSag('x').repeat(5_001)),
  ]) {
    const svar = await send(xml, toKald({}))
    expect([svar.status, svar.body.includes('IND-015')]).toEqual([413, true])
  }
})

test.each([
  ['no condition at all', soegSag('x').replace(/<sag:Egenskaber>.*<\/sag:Egenskaber>/, '')],
  [
    'no condition, denied twice',
    `<sdi:NOT><sdi:NOT>${soegSag('x').replace(/<sag:Egenskaber>.*<\/sag:Egenskaber>/, '')}</sdi:NOT></sdi:NOT>`,
  ],
  [
    'what nothing is, denied',
    `<sdi:NOT><sdi:SoegSag><sd:SoegRegistrering><sd:LivscyklusKode>Slettet</sd:LivscyklusKode></sd:SoegRegistrering><sag:AttributListe/><sag:TilstandListe/><sag:RelationListe/></sdi:SoegSag></sdi:NOT>`,
  ],
])('fjern with an expression of %s is refused: nobody means everything by leaving a field out', async (_, udtryk) => {
  const svar = await send(fjern(udtryk), toKald({}))
  expect([svar.status, svar.body.includes('SOEGNING_FOR_BRED')]).toEqual([200, true])
})

test('fjern removes nothing where more fits than one answer holds, and nothing by UUID and expression at once', async () => {
  const mange = toKald({ soeg: async () => ok({ ialt: { sag: 2 }, fund: [] }) })
  expect((await send(fjern(soegSag('x')), mange)).body).toContain('SOEGNING_FOR_BRED')
  const begge = besked('Fjern', `<sdi:SagUuid>${ID}</sdi:SagUuid><sdi:SoegUdtryk>${soegSag('x')}</sdi:SoegUdtryk>`)
  expect((await send(begge, toKald({}))).body).toContain('SOEGNING_UGYLDIG')
})

test('a fremsoeg or fjern that does not follow the schema is a fault, and no refusal that something could be missing behind', async () => {
  for (const operation of ['Fremsoeg', 'Fjern']) {
    const svar = await send(besked(operation, '<sdi:Fremmed/>'), toKald({}))
    expect([svar.status, svar.body.includes('IND-001'), svar.regel]).toEqual([400, true, undefined])
  }
  expect((await send(besked('Opdater', '<sdi:Fremmed/>'), toKald({}))).regel).toBe('IND-001')
})

test("libxml2's documents are freed after every operation", async () => {
  const { kald } = lytter()
  for (const xml of Object.values(GODE)) await send(xml, kald)
  diag.configure({ enabled: true })
  for (const xml of Object.values(GODE)) for (const del of [xml, xml.slice(0, -40), xml.replace(TITEL, '')]) await send(del, kald)
  expect(diag.report()).toEqual({})
  diag.configure({ enabled: false })
})
