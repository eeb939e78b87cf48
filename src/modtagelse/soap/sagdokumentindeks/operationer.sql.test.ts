import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newUuid } from '#kernel'
import { medTaalmod } from '../../../../test/byggere/taalmod.ts'
import { KILDER, startWebsted, type Testwebsted } from '../../../../test/byggere/websted.ts'
import { fuldtElement, somKilde, type Vilkaarlig } from '../../regler/fuldt-element.testdata.ts'
import { standardRoller } from '../../regler/index.ts'
import { NAVNERUM_URI } from '../faelles/navnerum.ts'
import { find, findAlle, readXml } from '../faelles/xml-trae.ts'
import { KORSBAEK_SAG, TRANSAKTION } from './korsbaek.testdata.ts'
import { writeImporter } from './skriv-importer.ts'

let sted: Testwebsted
beforeAll(async () => {
  sted = await startWebsted()
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

/** Sends an operation as source a; gives the answer's text and its returns. */
async function send(operation: 'Opdater' | 'Fremsoeg' | 'Fjern', indhold: string) {
  const input = `sdi:${operation}SagDokumentIndeksInput`
  const xml = `<soap:Envelope ${NAVNERUM}><soap:Body><${input}>${indhold}</${input}></soap:Body></soap:Envelope>`
  const { status, tekst } = await lever(xml)
  expect([status, tekst.includes('Fault')]).toEqual([200, false])
  const output = find(find(readXml(tekst), 'soap:Body'), `sdi:${operation}SagDokumentIndeksOutput`)
  const retur = findAlle(output, 'sd:UnikRetur').map((led) => {
    const besked = find(led, 'sd:FejlbeskedTekst')?.tekst ?? ''
    return [find(led, 'sd:StatusKode')?.tekst, /^[A-Z]{3}-\d{3}/.exec(besked)?.[0], find(led, 'sd:UUIDIdentifikator')?.tekst]
  })
  const ider = ['Sag', 'Dokument'].flatMap((navn) =>
    findAlle(output, `sdi:${navn}FiltreretOejebliksbillede`).map(
      (led) => find(led.boern[0], 'sd:UUIDIdentifikator')?.tekst ?? '',
    ),
  )
  const antal = findAlle(output, 'sdi:Antal').map((led) => [find(led, 'sdi:Element')?.tekst, find(led, 'sdi:Antal')?.tekst])
  return { tekst, retur, ider, antal }
}

/** A case or document of source a's with an id of its own. */
function egen(element: Vilkaarlig, felter: Vilkaarlig = {}): Vilkaarlig & { readonly id: string } {
  const kopi = JSON.parse(JSON.stringify(element)) as Vilkaarlig
  for (const system of kopi['itSystemer'] as Vilkaarlig[]) system['referenceId'] = KILDER.a.id
  return { ...kopi, ...felter, id: newUuid() }
}
const nySag = (felter: Vilkaarlig = {}) => egen(KORSBAEK_SAG as unknown as Vilkaarlig, felter)
const nytDokument = () => {
  const dokument = egen(fuldtElement('dokument'))
  for (const klasse of dokument['dokumentklasser'] as Vilkaarlig[]) delete klasse['facettitel']
  return dokument
}
/** The posts that file these documents, besides the case's note. */
const medDokumenter = (...ider: string[]): Vilkaarlig => {
  const [notat, dokument] = (KORSBAEK_SAG as unknown as { journalposter: Vilkaarlig[] }).journalposter
  return { journalposter: [notat, ...ider.map((referenceId, i) => ({ ...dokument, referenceId, indeks: `d${i}` }))] }
}

async function importer(...elementer: Vilkaarlig[]): Promise<void> {
  const { tekst } = await lever(writeImporter(elementer.map(somKilde), TRANSAKTION))
  expect(tekst).not.toMatch(/<sd:StatusKode>40|Fault/)
}

const VIRKNING = (praefiks: string, fra: string, til = '<sd:GraenseIndikator>true</sd:GraenseIndikator>') =>
  `<${praefiks}:Virkning><sd:FraTidspunkt><sd:TidsstempelDatoTid>${fra}</sd:TidsstempelDatoTid></sd:FraTidspunkt><sd:TilTidspunkt>${til}</sd:TilTidspunkt><sd:AktoerRef><sd:UUIDIdentifikator>${KILDER.a.id}</sd:UUIDIdentifikator></sd:AktoerRef><sd:AktoerTypeKode>ItSystem</sd:AktoerTypeKode></${praefiks}:Virkning>`
const SENERE = '2026-02-01T08:00:00+01:00'
const aendring = (id: string, lister: string, tid = SENERE) =>
  `<sdi:OpdaterSagIndeks><sd:UUIDIdentifikator>${id}</sd:UUIDIdentifikator>${lister}<sdi:Tidspunkt>${tid}</sdi:Tidspunkt></sdi:OpdaterSagIndeks>`
const nyTitel = (titel: string) =>
  `<sag:AttributListe><sag:Egenskaber>${VIRKNING('sag', SENERE)}<sag:BrugervendtNoegle>27.35.04-G01-1-26</sag:BrugervendtNoegle><sag:Sagsnummer>27.35.04-G01-1-26</sag:Sagsnummer><sag:Titel>${titel}</sag:Titel></sag:Egenskaber></sag:AttributListe>`
const notatpost = (indeks: string, tekst: string | undefined, til?: string) => {
  const indhold =
    tekst === undefined
      ? ''
      : `<sag:JournalpostEgenskaber><sag:JournalnotatEgenskaber><sag:Titel>Notat</sag:Titel><sag:Notat>${Buffer.from(tekst).toString('base64')}</sag:Notat><sag:Format>Text</sag:Format></sag:JournalnotatEgenskaber></sag:JournalpostEgenskaber>`
  const rolle = standardRoller.rolleUuid('journalposter', 'Journalnotat')
  return `<sag:Journalpost>${VIRKNING('gd', SENERE, til)}<gd:Rolle><sd:UUIDIdentifikator>${rolle}</sd:UUIDIdentifikator></gd:Rolle><gd:Type><sd:UUIDIdentifikator>${standardRoller.typeUuid('Dokument')}</sd:UUIDIdentifikator></gd:Type><gd:Indeks>${indeks}</gd:Indeks><gd:ReferenceID><sd:URNIdentifikator>URN:Empty</sd:URNIdentifikator></gd:ReferenceID>${indhold}</sag:Journalpost>`
}
const relationer = (indhold: string) => `<sag:RelationListe>${indhold}</sag:RelationListe>`
const sagUuid = (...ider: string[]) => ider.map((id) => `<sdi:SagUuid>${id}</sdi:SagUuid>`).join('')
const fjernUuid = (...ider: string[]) =>
  ider.map((id) => `<sdi:SagUuid><sd:UUIDIdentifikator>${id}</sd:UUIDIdentifikator></sdi:SagUuid>`).join('')
const notaterI = (xml: string) =>
  [...xml.matchAll(/<sag:Notat>([^<]*)</g)].map(([, base64 = '']) => Buffer.from(base64, 'base64').toString('utf8'))

test('opdater: one change that is refused stops none of the others', async () => {
  const [god, daarlig] = [nySag(), nySag()]
  await importer(god, daarlig)
  const ukendt = newUuid()
  const { retur } = await send(
    'Opdater',
    [
      aendring(god.id, nyTitel('Ny titel')),
      aendring(
        daarlig.id,
        '<sag:TilstandListe><sag:Fremdrift><sag:FremdriftStatusKode>Bestilt</sag:FremdriftStatusKode></sag:Fremdrift></sag:TilstandListe>',
      ),
      aendring(ukendt, nyTitel('Ny titel')),
      aendring(daarlig.id, ''),
    ].join(''),
  )
  expect(retur).toEqual([
    ['20', undefined, god.id],
    ['40', 'SAG-016', daarlig.id],
    ['40', 'IND-021', ukendt],
    ['40', 'IND-024', daarlig.id],
  ])
  const { tekst } = await send('Fremsoeg', sagUuid(god.id, daarlig.id))
  expect(tekst.match(/Ny titel/g)?.length).toBe(1)
})

test('opdater: the same change sent again is taken as it was, an older one is refused', async () => {
  const sag = nySag()
  await importer(sag)
  const igen = async (titel: string, tid?: string) => (await send('Opdater', aendring(sag.id, nyTitel(titel), tid))).retur
  expect(await igen('Ny titel')).toEqual([['20', undefined, sag.id]])
  expect(await igen('Ny titel')).toEqual([['20', undefined, sag.id]])
  expect(await igen('Anden titel', '2026-01-20T00:00:00Z')).toEqual([['40', 'IND-022', sag.id]])
})

test('opdater: a note is changed, another is made, and both come back inside their case', async () => {
  const sag = nySag()
  await importer(sag)
  const { retur } = await send('Opdater', aendring(sag.id, relationer(notatpost('1', 'Rettet') + notatpost('2', 'Nyt'))))
  expect(retur).toEqual([['20', undefined, sag.id]])
  const { tekst } = await send('Fremsoeg', sagUuid(sag.id))
  expect(notaterI(tekst)).toEqual(['Godtfred ønsker besøg om formiddagen.', 'Rettet', 'Nyt'])
  expect(tekst.match(/URN:Empty/g)?.length).toBe(3)
  expect(tekst).not.toContain('urn:uuid')
})

test('opdater: a note is ended without saying it again', async () => {
  const sag = nySag()
  await importer(sag)
  const slut = '<sd:TidsstempelDatoTid>2026-02-02T08:00:00+01:00</sd:TidsstempelDatoTid>'
  const { retur } = await send('Opdater', aendring(sag.id, relationer(notatpost('1', undefined, slut))))
  expect(retur).toEqual([['20', undefined, sag.id]])
  const { tekst } = await send('Fremsoeg', sagUuid(sag.id))
  expect([tekst.includes('2026-02-02T08:00:00+01:00'), tekst.includes('urn:uuid')]).toEqual([true, false])
})

test('opdater: a new note that breaks a rule refuses its case, and neither is kept; a note of an unknown case goes with it', async () => {
  const sag = nySag()
  await importer(sag)
  const stor = relationer(notatpost('3', 'x'.repeat(100 * 1024 + 1)))
  expect((await send('Opdater', aendring(sag.id, nyTitel('Ny titel') + stor))).retur).toEqual([['40', 'NOT-008', sag.id]])
  expect((await send('Fremsoeg', sagUuid(sag.id))).tekst).not.toContain('Ny titel')
  const ukendt = newUuid()
  expect((await send('Opdater', aendring(ukendt, relationer(notatpost('1', 'x'))))).retur).toEqual([['40', 'IND-021', ukendt]])
})

test('fremsoeg: Vis leaves lists out, notes and other posts apart, and Inkluder brings the documents', async () => {
  const dokument = nytDokument()
  const sag = nySag(medDokumenter(dokument.id))
  await importer(sag, dokument)
  const vis = async (...navne: string[]) =>
    await send(
      'Fremsoeg',
      `${sagUuid(sag.id)}<sdi:Filter>${navne.map((navn) => `<sdi:SagVis><sdi:Vis>${navn}</sdi:Vis></sdi:SagVis>`).join('')}<sdi:SagInkluder>journalpost</sdi:SagInkluder></sdi:Filter>`,
    )
  const egenskaber = await vis('egenskaber')
  expect(egenskaber.ider).toEqual([sag.id, dokument.id])
  expect(egenskaber.antal).toEqual([['sager', '1']])
  const kun = (xml: string) => /<sdi:SagFiltreret.*<\/sdi:SagFiltreretOejebliksbillede>/s.exec(xml)?.[0] ?? ''
  expect(kun(egenskaber.tekst)).toMatch(/sag:Titel.*si:Foelsomhed/s)
  expect(kun(egenskaber.tekst)).not.toMatch(/Sagspart|Journalpost|8712450017|Fremdrift>/)
  const poster = kun((await vis('journalpost')).tekst)
  expect([poster.includes(dokument.id), notaterI(poster)]).toEqual([true, []])
  const notater = kun((await vis('journalpost-journalnote')).tekst)
  expect([notater.includes(dokument.id), notaterI(notater)]).toEqual([false, ['Godtfred ønsker besøg om formiddagen.']])
})

const soegTitel = (titel: string, foran = '') =>
  `<sdi:SoegSag>${foran}<sag:AttributListe><sag:Egenskaber><sag:Titel>${titel}</sag:Titel></sag:Egenskaber></sag:AttributListe><sag:TilstandListe/><sag:RelationListe/></sdi:SoegSag>`
const udtryk = (indhold: string) => `<sdi:SoegUdtryk>${indhold}</sdi:SoegUdtryk>`

/** Cases with these titles, in order. */
async function medTitler(...titler: string[]): Promise<string[]> {
  const sager = titler.map((titel, i) => {
    const [egenskaber = {}] = (KORSBAEK_SAG as unknown as { egenskaber: Vilkaarlig[] }).egenskaber
    return nySag({ egenskaber: [{ ...egenskaber, titel }], tidspunkt: `2026-01-05T08:00:0${i}+01:00` })
  })
  await importer(...sager)
  return sager.map(({ id }) => id)
}

test('fremsoeg: AND, OR, NOT, a pattern without regard to case, the order and the page', async () => {
  const [a, b, c] = await medTitler('Ærinde æble', 'Ærinde banan', 'Ærinde citron')
  const sortering = (retning: string) =>
    `<sdi:Sortering><sdi:SagSortering><sdi:Element>Titel</sdi:Element><sdi:Retning>${retning}</sdi:Retning><sdi:Prioritet>1</sdi:Prioritet></sdi:SagSortering></sdi:Sortering>`
  const alle = await send('Fremsoeg', udtryk(soegTitel('ÆRINDE *')) + sortering('Faldende'))
  expect([alle.ider.toSorted(), alle.antal]).toEqual([[a, b, c].toSorted(), [['sager', '3']]])
  const ikke = await send('Fremsoeg', udtryk(`${soegTitel('ærinde *')}<sdi:NOT>${soegTitel('*banan')}</sdi:NOT>`))
  expect(ikke.ider.toSorted()).toEqual([a, c].toSorted())
  const eller = `<sdi:operation>OR</sdi:operation>${soegTitel('ærinde banan')}${soegTitel('ærinde citron')}`
  expect((await send('Fremsoeg', udtryk(eller))).ider.toSorted()).toEqual([b, c].toSorted())
  const side =
    '<sd:FoersteResultatReference>1</sd:FoersteResultatReference><sd:MaksimalAntalKvantitet>1</sd:MaksimalAntalKvantitet>'
  const anden = await send('Fremsoeg', udtryk(soegTitel('Ærinde *', side)) + sortering('Faldende'))
  expect([anden.ider, anden.antal]).toEqual([[alle.ider[1]], [['sager', '3']]])
  expect((await send('Fremsoeg', udtryk(soegTitel('Ærinde *', side)) + sortering('Stigende'))).ider).toEqual(anden.ider)
})

test('fjern: a case goes with its documents and its notes, what another case files stays, and it cannot come again', async () => {
  const [eget, delt] = [nytDokument(), nytDokument()]
  const [sag, anden] = [nySag(medDokumenter(eget.id, delt.id)), nySag(medDokumenter(delt.id))]
  await importer(sag, anden, eget, delt)
  expect((await send('Fjern', fjernUuid(sag.id, sag.id))).retur).toEqual([['20', undefined, sag.id]])
  const dokumenter = [eget, delt].map(({ id }) => `<sdi:DokumentUuid>${id}</sdi:DokumentUuid>`).join('')
  expect((await send('Fremsoeg', sagUuid(sag.id, anden.id) + dokumenter)).ider).toEqual([anden.id, delt.id])
  const { tekst } = await lever(writeImporter([somKilde(sag)], TRANSAKTION))
  expect(tekst).toContain('IND-023')
})

test('fjern: EfterladSagsloeseDokumenter leaves the documents, which SoegSagsloeseDokumenter then finds and removes', async () => {
  const dokument = nytDokument()
  const [egenskaber = {}] = dokument['egenskaber'] as Vilkaarlig[]
  dokument['egenskaber'] = [{ ...egenskaber, titel: 'Efterladt brev' }]
  const sag = nySag(medDokumenter(dokument.id))
  await importer(sag, dokument)
  await send('Fjern', `${fjernUuid(sag.id)}<sdi:EfterladSagsloeseDokumenter>true</sdi:EfterladSagsloeseDokumenter>`)
  const sagsloese = udtryk(
    '<sdi:SoegSagsloeseDokumenter><di:AttributListe><di:Egenskaber><di:Titel>Efterladt brev</di:Titel></di:Egenskaber></di:AttributListe><di:TilstandListe/><di:RelationListe/></sdi:SoegSagsloeseDokumenter>',
  )
  expect((await send('Fremsoeg', sagsloese)).ider).toEqual([dokument.id])
  expect((await send('Fjern', sagsloese)).retur).toEqual([['20', undefined, dokument.id]])
  expect((await send('Fremsoeg', sagsloese)).antal).toEqual([['dokumenter', '0']])
})

test('fjern by an expression removes what it finds and nothing else', async () => {
  const [a, b, c] = await medTitler('Fjernes nu', 'Fjernes nu', 'Bliver')
  const { retur } = await send('Fjern', udtryk(soegTitel('Fjernes nu')))
  expect(retur.map(([kode, , id]) => [kode, id]).toSorted()).toEqual([a, b].toSorted().map((id) => ['20', id]))
  expect((await send('Fremsoeg', sagUuid(...[a, b, c].map(String)))).ider).toEqual([c])
  expect((await send('Fjern', udtryk(soegTitel('Fjernes nu')))).tekst).toContain('<sd:StandardRetur><sd:StatusKode>20<')
})

test('the messages of the guide do what it says, one after the other', async () => {
  const guide = readFileSync(new URL('../../../../docs/tilslutning/soap.md', import.meta.url), 'utf8')
  const beskeder = [...guide.matchAll(/^```xml\n([\s\S]*?)\n```$/gm)].map(([, xml = '']) => xml)
  const svar: string[] = []
  for (const besked of beskeder) {
    const egen = besked.replaceAll('849ce7e7-57ee-5381-ae85-fc13f56ebf75', KILDER.a.id)
    svar.push((await lever(egen)).tekst)
  }
  expect(svar.map((tekst) => /<sd:StatusKode>(\d+)</.exec(tekst)?.[1])).toEqual(['20', '20', '20', '20'])
  expect(svar[2]).toMatch(/<sdi:Antal>1<.*Forebyggende hjemmebesøg, to gange om året/s)
  expect(svar[2]).not.toContain('Fremdrift>')
})
