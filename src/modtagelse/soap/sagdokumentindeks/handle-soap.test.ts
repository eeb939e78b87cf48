import { expect, test } from 'vitest'
import { parseUuid, uuid, uuidFromName } from '#kernel'
import type { ElementKilde } from '../../element/element.kilde.ts'
import type { IndkommenLinje, Kvittering } from '../../leverance/typer.ts'
import { brydAntal, brydninger, fuldtElement, kopi, somKilde, type Vilkaarlig } from '../../regler/fuldt-element.testdata.ts'
import { KATALOGER, listRegler } from '../../regler/katalog.ts'
import { handleSoap } from '../faelles/handle-soap.ts'
import { HEADER_URI, NAVNERUM_URI } from '../faelles/navnerum.ts'
import { skemaFor } from '../faelles/skema.ts'
import { validateElement, withDokument } from '../faelles/validate.ts'
import { find, findAlle, readXml, type Xml } from '../faelles/xml-trae.ts'
import { toKald } from './kald.testdata.ts'
import { KORSBAEK_SAG, KORSBAEK_SAG_ID, TRANSAKTION } from './korsbaek.testdata.ts'
import { writeImporter } from './skriv-importer.ts'
import { SAGDOKUMENTINDEKS } from './tjeneste.ts'

/** Keeps what is handed on, and answers as intake does: refused as refused, the rest as taken in. */
function modtager(svar: (linje: IndkommenLinje) => Partial<Kvittering> = () => ({})) {
  const linjer: IndkommenLinje[] = []
  const modtag = async (nye: readonly IndkommenLinje[]): Promise<Kvittering[]> => {
    linjer.push(...nye)
    return nye.map((linje) => ({
      linje: linje.linje,
      id: parseUuid('element' in linje ? (linje.element.id ?? '') : ''),
      udfald: linje.brud.length > 0 ? 'afvist' : 'modtaget',
      brud: linje.brud,
      ...svar(linje),
    }))
  }
  return { linjer, modtag }
}

const send = async (body: string | Uint8Array, svar?: (linje: IndkommenLinje) => Partial<Kvittering>) => {
  const { linjer, modtag } = modtager(svar)
  return { linjer, svar: await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), body) }
}

type Retur = { kode: string; regel: string | undefined; besked: string; type: string; uuid: string }

/** The UnikRetur of an answer, which must itself be valid by the schema. */
function laesSvar(body: string): { transaktion: string | undefined; retur: Retur[] } {
  const output = withDokument(body, (rod) =>
    validateElement(skemaFor(SAGDOKUMENTINDEKS), rod.get('/*/*[last()]/*') as Parameters<typeof validateElement>[1]),
  )
  expect(output).toEqual([])
  const rod = readXml(body)
  const header = find(find(rod, 'soap:Header'), 'hd:RequestHeader')
  const retur = findAlle(find(find(rod, 'soap:Body'), 'sdi:ImporterSagDokumentIndeksOutput'), 'sd:UnikRetur').map((xml) => {
    const tekst = (navn: string) => find(xml, navn)?.tekst ?? ''
    const besked = tekst('sd:FejlbeskedTekst')
    return {
      kode: tekst('sd:StatusKode'),
      regel: /^[A-Z]{3}-\d{3}/.exec(besked)?.[0],
      besked,
      type: tekst('sd:Type'),
      uuid: tekst('sd:UUIDIdentifikator'),
    }
  })
  return { transaktion: find(header, 'hd:TransactionUUID')?.tekst, retur }
}

const fault = (body: string): string =>
  find(find(readXml(body), 'soap:Body'), 'soap:Fault')
    ?.boern.map(tekster)
    .join(' ') ?? ''
const tekster = (xml: Xml): string => `${xml.tekst}${xml.boern.map(tekster).join(' ')}`

test("KOMBIT's example case is taken in, with its note as an item of its own", async () => {
  const { svar, linjer } = await send(writeImporter([KORSBAEK_SAG], TRANSAKTION))
  expect(svar.status).toBe(200)
  expect(laesSvar(svar.body)).toEqual({
    transaktion: TRANSAKTION,
    retur: [{ kode: '20', regel: undefined, besked: '', type: 'SagIndeks', uuid: KORSBAEK_SAG_ID }],
  })
  const notatId = uuidFromName(uuid(KORSBAEK_SAG_ID), '1')
  const [sag, notat] = linjer.map((linje) => ('element' in linje ? linje.element : undefined))
  const [foerste, ...resten] = (KORSBAEK_SAG.art === 'sag' && KORSBAEK_SAG.journalposter) || []
  const { journalpostEgenskaber: _, ...post } = foerste ?? {}
  expect(sag).toEqual({ ...KORSBAEK_SAG, journalposter: [{ ...post, referenceId: `urn:uuid:${notatId}` }, ...resten] })
  expect(notat).toMatchObject({
    art: 'journalnotat',
    id: notatId,
    sag: KORSBAEK_SAG_ID,
    indeks: '1',
    tidspunkt: KORSBAEK_SAG.tidspunkt,
    egenskaber: [{ titel: 'Telefonsamtale', notat: 'Godtfred ønsker besøg om formiddagen.', format: 'Text' }],
    itSystemer: KORSBAEK_SAG.itSystemer,
  })
})

test('a case and a document with everything come out as they were written', async () => {
  for (const art of ['sag', 'dokument'] as const) {
    const fuldt = fuldtElement(art)
    if (art === 'sag')
      fuldt['journalposter'] = (fuldt['journalposter'] as Vilkaarlig[]).filter(({ rolle }) => rolle !== 'Journalnotat')
    // DokumentklasseLokalUdvidelse has no Facettitel.
    if (art === 'dokument') for (const klasse of fuldt['dokumentklasser'] as Vilkaarlig[]) delete klasse['facettitel']
    const { linjer } = await send(writeImporter([somKilde(fuldt)], TRANSAKTION))
    expect(linjer.map((linje) => ('element' in linje ? linje.element : linje.brud))).toEqual([fuldt])
  }
})

for (const art of ['sag', 'dokument'] as const)
  test(`each rule of ${art} that importer can break is refused over SOAP with its own number`, async () => {
    const fuld = fuldtElement(art)
    const proevet = new Set<string>()
    const proev = async (nummer: string, veje: ReturnType<typeof brydninger>) => {
      for (const { hvordan, bryd } of veje) {
        const element = kopi(fuld)
        bryd(element)
        const { svar, linjer } = await send(writeImporter([somKilde(element)], TRANSAKTION))
        const { retur } = laesSvar(svar.body)
        expect([nummer, hvordan, retur.map(({ kode, regel }) => [kode, regel])]).toEqual([nummer, hvordan, [['40', nummer]]])
        expect(linjer.map((linje) => 'element' in linje)).toEqual([false])
        proevet.add(nummer)
      }
    }
    const { saet, relationer } = KATALOGER[art]
    const brydelig = (felt: { ikkePaaTraaden?: string }) => !felt.ikkePaaTraaden
    for (const { liste, felter } of saet)
      for (const felt of felter.filter(brydelig)) await proev(felt.nummer, brydninger(felt, liste))
    for (const regel of relationer) {
      await proev(regel.nummer, brydAntal(regel))
      for (const felt of regel.felter.filter(brydelig)) await proev(felt.nummer, brydninger(felt, regel.liste, regel))
    }
    const brydelige = listRegler(art).filter(({ brydesVed }) => brydesVed === 'importer')
    expect(brydelige.map(({ nummer }) => nummer).filter((nummer) => !proevet.has(nummer))).toEqual([])
  })

const elementer = (...aendringer: ((sag: Vilkaarlig) => void)[]): ElementKilde[] =>
  aendringer.map((ret, i) => {
    const sag = kopi(KORSBAEK_SAG as unknown as Vilkaarlig)
    sag['id'] = `c0ffee00-0000-4000-8000-0000000001${String(i).padStart(2, '0')}`
    ret(sag)
    return somKilde(sag)
  })

const urelateret = () => undefined
const skrevet = (...aendringer: Parameters<typeof elementer>) => writeImporter(elementer(...aendringer), TRANSAKTION)

test('an object that breaks a rule or the schema stops none of the others', async () => {
  const udenTitel = (sag: Vilkaarlig) => delete (sag['egenskaber'] as Vilkaarlig[])[0]!['titel']
  const xml = skrevet(urelateret, udenTitel, urelateret, urelateret).replace(
    /(000102<.*?)(<sag:TilstandListe>)/s,
    '$1<sag:Fremmed/>$2',
  )
  const { svar, linjer } = await send(xml)
  expect(laesSvar(svar.body).retur.map(({ kode, regel }) => [kode, regel])).toEqual([
    ['20', undefined],
    ['40', 'SAG-008'],
    ['40', 'IND-001'],
    ['20', undefined],
  ])
  expect(linjer.map(({ linje, brud }) => [linje, brud.map(({ regel }) => regel)])).toEqual([
    [1, []],
    [2, []],
    [3, ['SAG-008']],
    [4, ['IND-001']],
    [5, []],
    [6, []],
  ])
  expect(linjer[3]?.raa).toContain('Fremmed')
})

test('an element in the wrong place is told by its own rule, an unknown one as IND-001 by its path, and no value comes back', async () => {
  const bytter = async (fra: RegExp, til: string) =>
    laesSvar((await send(skrevet(urelateret).replace(fra, til))).svar.body).retur[0]
  expect(await bytter(/(<sag:Titel>.*?<\/sag:Titel>)(<\/sag:Egenskaber>)/, '$1$1$2')).toMatchObject({
    kode: '40',
    regel: 'SAG-008',
  })
  const cpr = await bytter(/<si:FuldtNavn>Godtfred/, '<si:CPR-nr>8712450017</si:CPR-nr><si:FuldtNavn>Godtfred')
  expect(cpr?.regel).toBe('IND-001')
  expect(cpr?.besked).toContain('SagspartLokalUdvidelse/CPR-nr')
  expect(cpr?.besked).not.toContain('8712450017')
  const navn = await bytter(/<si:FuldtNavn>Godtfred/, '<si:P8712450017/><si:FuldtNavn>Godtfred')
  expect(navn?.besked).toMatch(/^IND-001 .*\(ukendt element\)\)/)
  expect(await bytter(/<sd:AktoerTypeKode>ItSystem/, '<sd:AktoerTypeKode>Robot')).toMatchObject({ regel: 'IND-007' })
})

test('each registration of an object is an item of its own, and one refused refuses the object in the answer', async () => {
  const xml = skrevet(urelateret)
  const registrering = /<sag:Registrering>.*?<\/sag:Registrering>/s.exec(xml)?.[0] ?? ''
  const tidligere = registrering.replace('<sd:Tidspunkt>2026-01-05', '<sd:Tidspunkt>2026-01-04')
  const { svar, linjer } = await send(xml.replace(registrering, tidligere + registrering))
  expect(laesSvar(svar.body).retur).toMatchObject([{ kode: '20' }])
  expect(linjer.map((linje) => 'element' in linje && [linje.element.art, linje.element.tidspunkt?.slice(0, 10)])).toEqual([
    ['sag', '2026-01-04'],
    ['journalnotat', '2026-01-04'],
    ['sag', '2026-01-05'],
    ['journalnotat', '2026-01-05'],
  ])
  const forkert = tidligere.replace('<sag:FremdriftStatusKode>Opstaaet', '<sag:FremdriftStatusKode>Bestilt')
  const anden = await send(xml.replace(registrering, forkert + registrering))
  expect(laesSvar(anden.svar.body).retur).toMatchObject([{ kode: '40', regel: 'SAG-016' }])
  expect(anden.linjer.map(({ brud }) => brud.length > 0)).toEqual([true, false, false])
})

test('what intake refuses afterwards is told for its object, a note for its case', async () => {
  const afvisNotat = (linje: IndkommenLinje) =>
    'element' in linje && linje.element.art === 'journalnotat' && linje.linje === 2
      ? { udfald: 'afvist' as const, brud: [{ regel: 'IND-002', sti: '', da: 'da', en: 'en' }] }
      : {}
  const { svar } = await send(skrevet(urelateret, urelateret), afvisNotat)
  expect(laesSvar(svar.body).retur.map(({ kode, regel }) => [kode, regel])).toEqual([
    ['40', 'IND-002'],
    ['20', undefined],
  ])
})

test('a note that is too large refuses its case, and neither is kept as taken in', async () => {
  const stor = (sag: Vilkaarlig) => {
    const [post] = sag['journalposter'] as { journalpostEgenskaber: { journalnotatEgenskaber: Vilkaarlig } }[]
    post!.journalpostEgenskaber.journalnotatEgenskaber['notat'] = 'x'.repeat(100 * 1024 + 1)
  }
  const { svar, linjer } = await send(skrevet(stor))
  expect(laesSvar(svar.body).retur).toMatchObject([{ kode: '40', regel: 'NOT-008' }])
  expect(linjer.map((linje) => 'element' in linje)).toEqual([false])
})

const RTF = '{\\rtf1 Hej}'
const UKENDT_FORMAT = 'c0ffee00-0000-4000-8000-0000000000f0'
const medNotat = (felter: Vilkaarlig) => (sag: Vilkaarlig) => {
  const [post] = sag['journalposter'] as { journalpostEgenskaber: { journalnotatEgenskaber: Vilkaarlig } }[]
  Object.assign(post!.journalpostEgenskaber.journalnotatEgenskaber, felter)
}

test.each([
  { notat: Buffer.from(RTF).toString('base64'), format: 'RTF' },
  // The writer encodes what is of no format that it knows.
  { notat: RTF, format: UKENDT_FORMAT },
])('a note in RTF is kept as it was sent, also where the format is a UUID we do not know: $format', async (felter) => {
  const { linjer } = await send(skrevet(medNotat(felter)))
  const [, linje] = linjer
  const { virkning: _, ...egenskaber } = (linje && 'element' in linje && linje.element.egenskaber?.[0]) || {}
  expect(egenskaber).toEqual({ titel: 'Telefonsamtale', format: 'RTF', notat: Buffer.from(RTF).toString('base64') })
})

test.each([
  ['RTF', 'cut off', '{\\rtf1 Hej'],
  ['RTF', 'with a file inside', '{\\rtf1{\\object\\objemb{\\*\\objdata 01}}}'],
  ['OOXML', 'that is no package', 'PK\u0003\u0004'],
])('a note in %s %s refuses its case', async (format, _hvordan, indhold) => {
  const { svar } = await send(skrevet(medNotat({ notat: Buffer.from(indhold, 'latin1').toString('base64'), format })))
  expect(laesSvar(svar.body).retur).toMatchObject([{ kode: '40', regel: 'NOT-012' }])
})

test('IND-017: a message without objects is answered for as a whole', async () => {
  const { svar, linjer } = await send(writeImporter([], TRANSAKTION))
  expect(svar.body).toContain('<sd:StandardRetur><sd:StatusKode>40</sd:StatusKode><sd:FejlbeskedTekst>IND-017')
  expect(laesSvar(svar.body).transaktion).toBe(TRANSAKTION)
  expect(linjer).toEqual([])
})

test('an object whose id is no UUID is answered with the nil UUID', async () => {
  const { svar } = await send(skrevet((sag) => Object.assign(sag, { id: 'sag-1' })))
  expect(laesSvar(svar.body).retur).toMatchObject([
    { kode: '40', regel: 'SAG-000', uuid: '00000000-0000-0000-0000-000000000000' },
  ])
})

test('a header that is missing is no hindrance, other header blocks are passed over, and the transaction is echoed escaped', async () => {
  const uden = skrevet(urelateret).replace(/<soap:Header>.*<\/soap:Header>/s, '')
  expect(laesSvar((await send(uden)).svar.body).transaktion).toMatch(/^[0-9a-f-]{36}$/)
  const sikkerhed = `<w:Security xmlns:w="${HEADER_URI.wsse}" soap:mustUnderstand="true"><w:T/></w:Security>`
  const med = skrevet(urelateret)
    .replace('<soap:Header>', `<soap:Header>${sikkerhed}`)
    .replace(`>${TRANSAKTION}<`, '>a&lt;b&amp;<')
  expect(laesSvar((await send(med)).svar.body).transaktion).toBe('a<b&')
})

test('a message that cannot be answered object by object gets a fault with the rule, in Danish and English', async () => {
  const god = skrevet(urelateret)
  const faults: [string, string, number, string][] = [
    ['another operation', god.replaceAll('ImporterSagDokumentIndeksInput', 'RetSagDokumentIndeksInput'), 400, 'IND-013'],
    ['no operation', god.replace(/<sdi:Importer.*Input>/s, ''), 400, 'IND-001'],
    ['an unknown object', god.replaceAll('SagIndeks>', 'Sag>'), 400, 'IND-001'],
    ['an empty transaction', god.replace(TRANSAKTION, ''), 400, 'IND-001'],
    ['a transaction without end', god.replace(TRANSAKTION, 'x'.repeat(201)), 400, 'IND-001'],
    ['no envelope', '<a/>', 400, 'IND-001'],
    ['nothing', '', 400, 'IND-001'],
  ]
  for (const [hvad, xml, status, regel] of faults) {
    const { svar, linjer } = await send(xml)
    expect([hvad, svar.status, fault(svar.body).split(regel).length - 1, linjer]).toEqual([hvad, status, 2, []])
    expect(svar.body).toContain('soap:Sender')
  }
})

test('SOAP 1.1 is answered in its own form: this service speaks 1.2', async () => {
  const { svar } = await send(skrevet(urelateret).replace(NAVNERUM_URI.soap, 'http://schemas.xmlsoap.org/soap/envelope/'))
  expect([svar.status, svar.contentType]).toEqual([500, 'text/xml; charset=utf-8'])
  expect(svar.body).toContain('<faultcode>soap11:VersionMismatch</faultcode>')
})

test('a message over the limit is refused before it is parsed', async () => {
  const { linjer, modtag } = modtager()
  const svar = await handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), skrevet(urelateret), { hoejstBytes: 100 })
  expect([svar.status, fault(svar.body).includes('IND-015'), linjer]).toEqual([413, true, []])
})

test('what intake throws is thrown on', async () => {
  const modtag = async () => {
    throw new Error('the database is away')
  }
  await expect(handleSoap(SAGDOKUMENTINDEKS, toKald({ modtag }), skrevet(urelateret))).rejects.toThrow('the database is away')
})
