import fc from 'fast-check'
import type { XmlElement } from 'libxml2-wasm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { medTaalmod } from '../../../../test/byggere/taalmod.ts'
import { KILDER, startWebsted, type Testwebsted } from '../../../../test/byggere/websted.ts'
import type { ElementKilde } from '../../element/element.kilde.ts'
import { toKanonisk } from '../../leverance/kanonisk.ts'
import { fuldtElement, somKilde, type Vilkaarlig } from '../../regler/fuldt-element.testdata.ts'
import { standardRoller } from '../../regler/index.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { skemaFor } from '../faelles/skema.ts'
import { type Skema, validateElement, withDokument } from '../faelles/validate.ts'
import { find, readXml } from '../faelles/xml-trae.ts'
import { KORSBAEK_SAG, TRANSAKTION } from './korsbaek.testdata.ts'
import { harOfficieltSkema, officieltSkema } from './officielt-skema.testdata.ts'
import { readObjekter } from './parse.ts'
import { writeImporter } from './skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from './tjeneste.ts'

let sted: Testwebsted
let skemaer: readonly Skema[]
beforeAll(async () => {
  sted = await startWebsted()
  skemaer = [skemaFor(SAGDOKUMENTINDEKS), ...(harOfficieltSkema() ? [officieltSkema()] : [])]
})
afterAll(() => sted.close())

const lever = (xml: string) =>
  medTaalmod(
    () => sted.leverSoap('a', xml),
    ({ status }) => status === 503,
  )

const NAVNERUM = Object.entries(NAVNERUM_URI)
  .map(([praefiks, uri]) => `xmlns:${praefiks}="${uri}"`)
  .join(' ')
const pak = (krop: string) => `<soap:Envelope ${NAVNERUM}><soap:Body>${krop}</soap:Body></soap:Envelope>`

async function fremsoeg(indhold: string): Promise<string> {
  const svar = await lever(pak(`<sdi:FremsoegSagDokumentIndeksInput>${indhold}</sdi:FremsoegSagDokumentIndeksInput>`))
  expect([svar.status, svar.tekst.slice(0, 5)]).toEqual([200, '<?xml'])
  const fejl = withDokument(svar.tekst, (rod) =>
    skemaer.map((skema) => validateElement(skema, rod.get('/*/*[last()]/*') as XmlElement)),
  )
  expect(fejl).toEqual(skemaer.map(() => []))
  return svar.tekst
}

const laes = (xml: string): ElementKilde[] =>
  readObjekter(
    find(find(readXml(xml), 'soap:Body'), 'sdi:ImporterSagDokumentIndeksInput') as NonNullable<ReturnType<typeof find>>,
    standardRoller,
  ).flatMap(({ elementer }) => elementer.map(({ element }) => element))

/** The snapshots of an answer as the importer message that they could have come from. */
function toImporter(svar: string): string {
  const billeder = [...svar.matchAll(/<sdi:(Sag|Dokument)FiltreretOejebliksbillede>(.*?)<\/sdi:\1FiltreretOejebliksbillede>/gs)]
  const objekter = billeder.map(([, navn, indhold = '']) => {
    const uden = indhold.replace(/<\/?(?:sag|di):ObjektType>/g, '').replace(/<gd:StsTidspunkt>[^<]*<\/gd:StsTidspunkt>/, '')
    return `<sdi:${navn}Indeks>${uden}</sdi:${navn}Indeks>`
  })
  return pak(`<sdi:ImporterSagDokumentIndeksInput>${objekter.join('')}</sdi:ImporterSagDokumentIndeksInput>`)
}

/** What is said of one delivery alone is no part of the object. */
const kanonisk = (elementer: readonly ElementKilde[]): string[] =>
  elementer.map(({ udenNotifikation: _, ...element }) => toKanonisk(element)).sort()

/** Delivers, asks for the same by UUID, and compares. */
async function expectTurRetur(elementer: readonly ElementKilde[]): Promise<void> {
  const xml = writeImporter(elementer, TRANSAKTION)
  const { tekst } = await lever(xml)
  expect(tekst).not.toContain('<sd:StatusKode>40')
  const ider = elementer.map(({ art, id }) =>
    art === 'sag' ? `<sdi:SagUuid>${id}</sdi:SagUuid>` : `<sdi:DokumentUuid>${id}</sdi:DokumentUuid>`,
  )
  const svar = await fremsoeg(ider.sort().reverse().join(''))
  expect(kanonisk(laes(toImporter(svar)))).toEqual(kanonisk(laes(xml)))
}

/** The same item with an id of its own, delivered by its Master. */
function egen(element: Vilkaarlig, fraMaster: string): Vilkaarlig {
  const tekst = JSON.stringify(element).replaceAll(fraMaster, KILDER.a.id)
  return { ...(JSON.parse(tekst) as Vilkaarlig), id: newUuid() }
}
const FULDT_MASTER = 'b7a1c0de-0000-4000-8000-000000000001'
const ESDH = 'c0ffee00-0000-4000-8000-0000000000e5'

for (const art of ['sag', 'dokument'] as const)
  test(`a ${art} with every field and every relation there is comes back as it was sent`, async () => {
    const fuldt = egen(fuldtElement(art), FULDT_MASTER)
    if (art === 'dokument') for (const klasse of fuldt['dokumentklasser'] as Vilkaarlig[]) delete klasse['facettitel']
    const itSystemer = fuldt['itSystemer'] as Vilkaarlig[]
    for (const system of itSystemer) system['referenceId'] = KILDER.a.id
    const poster = fuldt['journalposter'] as Vilkaarlig[] | undefined
    // A note's post is tried below; here it would be one without a note.
    if (poster) fuldt['journalposter'] = poster.filter(({ rolle }) => rolle !== 'Journalnotat')
    await expectTurRetur([somKilde(fuldt)])
  })

const linje = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((tekst) => `x${tekst.replace(/\p{C}|\p{Z}/gu, ' ')}y`)
const afsnit = fc.array(linje, { minLength: 1, maxLength: 4 }).map((linjer) => linjer.join('\r\n'))
const TILSTANDE = ['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet']
const TIDER = ['2026-01-05T08:00:00+01:00', '2026-01-06T08:00:00.5+01:00', '2026-01-07T07:00:00Z', '2026-01-08T23:59:59-03:00']

type Sagdele = {
  titler: string[]
  beskrivelse: string | undefined
  tilstande: number
  notater: string[][]
  principiel: boolean | undefined
}
const dele: fc.Arbitrary<Sagdele> = fc.record({
  titler: fc.array(linje, { minLength: 1, maxLength: 4 }),
  beskrivelse: fc.option(afsnit, { nil: undefined }),
  tilstande: fc.integer({ min: 1, max: 4 }),
  notater: fc.array(fc.array(afsnit, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  principiel: fc.option(fc.boolean(), { nil: undefined }),
})

/** One post after the other in time, the last without end. */
const historie = <T extends object>(poster: readonly T[], virkning: Vilkaarlig): (T & Vilkaarlig)[] =>
  poster.map((post, i) => ({
    ...post,
    virkning: { ...virkning, fra: TIDER[i], til: i + 1 < poster.length ? TIDER[i + 1] : null },
  }))

function sagAf({ titler, beskrivelse, tilstande, notater, principiel }: Sagdele): ElementKilde {
  const sag = egen(KORSBAEK_SAG as unknown as Vilkaarlig, ESDH)
  const [egenskab = {}] = sag['egenskaber'] as Vilkaarlig[]
  const virkning = egenskab['virkning'] as Vilkaarlig
  const faste = {
    ...egenskab,
    ...(beskrivelse === undefined ? {} : { beskrivelse }),
    ...(principiel === undefined ? {} : { principielIndikator: principiel }),
  }
  sag['egenskaber'] = historie(
    titler.map((titel) => ({ ...faste, titel })),
    virkning,
  )
  sag['fremdrift'] = historie(
    TILSTANDE.slice(0, tilstande).map((fremdriftStatusKode) => ({ fremdriftStatusKode })),
    virkning,
  )
  const [post = {}] = sag['journalposter'] as Vilkaarlig[]
  sag['journalposter'] = notater.flatMap((versioner, nummer) =>
    historie(
      versioner.map((notat, i) => ({
        ...post,
        indeks: `n${nummer}`,
        journalpostEgenskaber: { journalnotatEgenskaber: { titel: `Notat ${i}`, notat, format: 'Text' } },
      })),
      virkning,
    ),
  )
  return somKilde(sag)
}

test('whatever a case says through time, notes among it, comes back as it was sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(dele, { minLength: 1, maxLength: 3 }), async (sager) => expectTurRetur(sager.map(sagAf))),
    { numRuns: 25, seed: 2026 },
  )
}, 60_000)
