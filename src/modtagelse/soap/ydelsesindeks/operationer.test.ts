import { expect, test } from 'vitest'
import { ok, type Resultat, type Tidspunkt, type Uuid, uuid } from '#kernel'
import type { IndkommenLinje } from '../../leverance/index.ts'
import { fuldtElement, somKilde, type Vilkaarlig } from '../../regler/fuldt-element.testdata.ts'
import { standardRoller } from '../../regler/index.ts'
import { checkSoegning } from '../../soegning/check-soegning.ts'
import type { Fund, Soegeafvisning, Soegesvar, Soegning } from '../../soegning/index.ts'
import { handleSoap } from '../faelles/handle-soap.ts'
import { skemaFor } from '../faelles/skema.ts'
import type { Soapkald } from '../faelles/tjeneste.ts'
import { validateElement, withDokument } from '../faelles/validate.ts'
import { find, findAlle, readXml } from '../faelles/xml-trae.ts'
import { toKald } from '../sagdokumentindeks/kald.testdata.ts'
import { EFFEKTUERING } from './felter.ts'
import { readLister } from './laes.ts'
import { writeBesked } from './skriv.ts'
import { YDELSESTJENESTER } from './tjenester.ts'

const [YDELSEINDEKS, BEVILLINGINDEKS, OEKONOMISKEFFEKTUERINGINDEKS] = YDELSESTJENESTER
if (!YDELSEINDEKS || !BEVILLINGINDEKS || !OEKONOMISKEFFEKTUERINGINDEKS) throw new Error('a service is missing')
const ID = 'b7a1c0de-0000-4000-8000-0000000000b1'
const TRANSAKTION = 'c0ffee00-0000-4000-8000-000000000001'
const TID = '2026-02-01T08:00:00+01:00'
const id = (uuid: string) => `<sd:UUIDIdentifikator>${uuid}</sd:UUIDIdentifikator>`
const VIRKNING = (p: string) =>
  `<${p}:Virkning><sd:FraTidspunkt><sd:TidsstempelDatoTid>${TID}</sd:TidsstempelDatoTid></sd:FraTidspunkt><sd:TilTidspunkt><sd:GraenseIndikator>true</sd:GraenseIndikator></sd:TilTidspunkt><sd:AktoerRef><sd:URNIdentifikator>urn:oio:a:b:c</sd:URNIdentifikator></sd:AktoerRef><sd:AktoerTypeKode>ItSystem</sd:AktoerTypeKode></${p}:Virkning>`

async function send(
  tjeneste: NonNullable<typeof YDELSEINDEKS>,
  operation: string,
  indhold: string,
  dele: Partial<Soapkald> = {},
) {
  const linjer: IndkommenLinje[] = []
  const modtag: Soapkald['modtag'] = async (nye) => {
    linjer.push(...nye)
    return nye.map(({ linje, brud }) => ({ linje, id: undefined, udfald: brud.length > 0 ? 'afvist' : 'modtaget', brud }))
  }
  const svar = await handleSoap(tjeneste, toKald({ modtag, ...dele }), writeBesked(operation, indhold, TRANSAKTION))
  if (!svar.body.includes('soap:Fault')) {
    const fejl = withDokument(svar.body, (rod) =>
      validateElement(skemaFor(tjeneste), rod.get('/*/*[last()]/*') as Parameters<typeof validateElement>[1]),
    )
    expect(fejl).toEqual([])
  }
  return { svar, linjer }
}

const fund = (element: Vilkaarlig): Fund => ({
  id: element['id'] as Uuid,
  art: element['art'] as Fund['art'],
  tidspunkt: '2026-01-15T09:00:00.000Z' as Tidspunkt,
  modtaget: '2026-01-15T09:00:01.000Z' as Tidspunkt,
  element: somKilde(element),
})

/** Answers with what a test arranged, and keeps what was asked. */
function indeks(svar: (soegning: Soegning) => Resultat<Soegesvar, Soegeafvisning>) {
  const spurgt: Soegning[] = []
  const soeg: Soapkald['soeg'] = async (soegning) => {
    spurgt.push(soegning)
    return svar(soegning)
  }
  return { spurgt, soeg }
}
const tomt = indeks(() => ok({ ialt: {}, fund: [] }))

const YDELSE = (ydelsesid: string, mere = '') =>
  `<bi:BevilgetYdelse>${VIRKNING('bi')}<bi:Id>${ydelsesid}</bi:Id>${mere}</bi:BevilgetYdelse>`
const AENDRING = (ydelser: string, relationer = '') =>
  `<yi:OpdaterBevillingIndeks>${id(ID)}<bi:AttributListe>${ydelser}</bi:AttributListe>${relationer}<yi:Tidspunkt>${TID}</yi:Tidspunkt><yi:UdenNotifikation>true</yi:UdenNotifikation></yi:OpdaterBevillingIndeks>`

test('a change names only what changes; a benefit that is new is Økonomisk, one that the grant has stays what it was', async () => {
  const kendt = fund({ ...fuldtElement('bevilling'), id: ID, bevilgedeYdelser: [{ id: '1', ydelsestype: 'Fysisk' }] })
  const { spurgt, soeg } = indeks(() => ok({ ialt: { bevilling: 1 }, fund: [kendt] }))
  const { linjer } = await send(YDELSEINDEKS, 'yi:OpdaterYdelseIndeksInput', AENDRING(YDELSE('1') + YDELSE('2')), { soeg })
  expect(spurgt).toEqual([{ arter: ['bevilling'], ider: [ID], vis: ['bevilgedeYdelser'] }])
  expect(linjer).toMatchObject([
    {
      brud: [],
      opdater: {
        art: 'bevilling',
        id: ID,
        tidspunkt: TID,
        udenNotifikation: true,
        bevilgedeYdelser: [{ id: '1' }, { id: '2', ydelsestype: 'Økonomisk' }],
      },
    },
  ])
  const [linje] = linjer
  const { opdater } = linje as { opdater: Vilkaarlig }
  expect(Object.keys((opdater['bevilgedeYdelser'] as Vilkaarlig[])[0]!)).not.toContain('ydelsestype')
  expect(Object.keys(opdater)).not.toContain('egenskaber')
})

test('a change does not say whose the grant is', async () => {
  const system = `<bi:RelationListe><gd:LokalUdvidelseListe><bi:ItSystemRelation><bi:ReferenceID>${id(ID)}</bi:ReferenceID></bi:ItSystemRelation></gd:LokalUdvidelseListe></bi:RelationListe>`
  const { linjer } = await send(YDELSEINDEKS, 'yi:OpdaterYdelseIndeksInput', AENDRING('', system), { soeg: tomt.soeg })
  expect(JSON.stringify(linjer)).not.toContain('itSystemer')
})

test('a change that breaks the schema is refused by the number of the element, and the others are taken', async () => {
  const forLang = AENDRING(YDELSE('x'.repeat(37)))
  const god = `<yi:OpdaterOekonomiskEffektueringIndeks>${id(ID)}<yi:Tidspunkt>${TID}</yi:Tidspunkt></yi:OpdaterOekonomiskEffektueringIndeks>`
  const { svar, linjer } = await send(YDELSEINDEKS, 'yi:OpdaterYdelseIndeksInput', forLang + god, { soeg: tomt.soeg })
  expect(linjer.map((linje) => [linje.brud.map(({ regel }) => regel), 'opdater' in linje])).toEqual([
    [['BEV-012'], false],
    [[], true],
  ])
  expect(svar.body).toMatch(/<sd:StatusKode>40<.*<sd:StatusKode>20</s)
})

test.each([
  ['bevilling', BEVILLINGINDEKS, 'bi'],
  ['oekonomiskEffektuering', OEKONOMISKEFFEKTUERINGINDEKS, 'oef'],
] as const)('fjern of a %s removes the one named, and is answered by StandardRetur', async (art, tjeneste, p) => {
  const note = '<sd:NoteTekst>fejl</sd:NoteTekst>'
  const { svar, linjer } = await send(tjeneste, `${p}:FjernInput`, id(ID.toUpperCase()) + note)
  expect(linjer).toMatchObject([{ brud: [], fjern: { art, id: ID, noteTekst: 'fejl' } }])
  expect(svar.body).toContain('<sd:StandardRetur><sd:StatusKode>20</sd:StatusKode></sd:StandardRetur>')
  for (const [forkert, indhold] of [
    ['no UUID', '<sd:UUIDIdentifikator>x</sd:UUIDIdentifikator>'],
    ['nothing', ''],
  ] as const) {
    const afvist = await send(tjeneste, `${p}:FjernInput`, indhold)
    expect([forkert, afvist.svar.status, afvist.linjer]).toEqual([forkert, 400, []])
  }
})

test('each service has its own operations alone', async () => {
  const forkert = await send(BEVILLINGINDEKS, 'oef:FjernInput', id(ID))
  expect([forkert.svar.status, forkert.svar.regel, forkert.linjer]).toEqual([400, 'IND-013', []])
})

const SOEG = (indhold: string, resten = '') => `<yi:SoegUdtryk>${indhold}</yi:SoegUdtryk>${resten}`
const BEV = (attributter = '', relationer = '', foran = '') =>
  `<yi:SoegBevillingIndeks>${foran}<bi:AttributListe>${attributter}</bi:AttributListe><bi:TilstandListe/><bi:RelationListe>${relationer}</bi:RelationListe></yi:SoegBevillingIndeks>`
const EFF = (attributter = '', relationer = '') =>
  `<yi:SoegOekonomiskEffektueringIndeks><oef:AttributListe>${attributter}</oef:AttributListe><oef:TilstandListe/><oef:RelationListe>${relationer}</oef:RelationListe></yi:SoegOekonomiskEffektueringIndeks>`

async function spoerg(indhold: string) {
  const { spurgt, soeg } = indeks(() => ok({ ialt: {}, fund: [] }))
  const { svar } = await send(YDELSEINDEKS!, 'yi:FremsoegYdelseIndeksInput', indhold, { soeg })
  return { svar, spurgt }
}
const arter = (spurgt: readonly Soegning[]) => spurgt.map((soegning) => soegning.arter[0])
const NAVN = (navn: string) => `<bi:BevilgetYdelse><bi:Navn>${navn}</bi:Navn></bi:BevilgetYdelse>`
const navn = (felt: string) => ({ liste: 'bevilgedeYdelser', felter: { navn: felt } })

test('a search asks about the kinds that it speaks of, and about both where it speaks of none', async () => {
  expect(arter((await spoerg(SOEG(''))).spurgt)).toEqual(['bevilling', 'oekonomiskEffektuering'])
  expect(arter((await spoerg(SOEG(BEV()))).spurgt)).toEqual(['bevilling'])
  expect(arter((await spoerg(SOEG(`<yi:NOT>${EFF()}</yi:NOT>`))).spurgt)).toEqual(['oekonomiskEffektuering'])
  const ved = await spoerg(`<yi:BevillingUuid>${ID}</yi:BevillingUuid><yi:BevillingUuid>x</yi:BevillingUuid>${SOEG('')}`)
  expect(ved.spurgt).toMatchObject([{ arter: ['bevilling'], ider: [ID], udtryk: undefined }])
})

test('AND, OR and NOT hold for each kind without the parts about the other', async () => {
  const udtryk = (indhold: string) => spoerg(SOEG(indhold)).then(({ spurgt }) => spurgt.map((soegning) => soegning.udtryk))
  expect(await udtryk(`<yi:operation>OR</yi:operation>${BEV(NAVN('a'))}${BEV(NAVN('b'))}${EFF()}`)).toEqual([
    { eller: [navn('a'), navn('b')] },
    { og: [] },
  ])
  expect(await udtryk(`${BEV(NAVN('a'))}<yi:NOT>${BEV(NAVN('b'))}</yi:NOT>`)).toEqual([{ og: [navn('a'), { ikke: navn('b') }] }])
  expect(await udtryk(`<yi:SoegUdtryk>${BEV(NAVN('a'))}</yi:SoegUdtryk>`)).toEqual([navn('a')])
})

test('a search by example is read by the table of the wire: fields, roles, times, intervals, registration', async () => {
  const interval = (felt: string, fra: string, til: string, slags = 'Tidspunkt') => {
    const ende = (vaerdi: string) => (slags === 'Tidspunkt' ? `<sd:TidsstempelDatoTid>${vaerdi}</sd:TidsstempelDatoTid>` : vaerdi)
    return `<bi:${felt}><go:Fra${slags}>${ende(fra)}</go:Fra${slags}><go:Til${slags}>${ende(til)}</go:Til${slags}></bi:${felt}>`
  }
  const attributter = `<bi:BevilgetYdelse><bi:ItSystem><bi:Rolle>${id(standardRoller.rolleUuid('itSystemer', 'Master'))}</bi:Rolle></bi:ItSystem><bi:Ydelse><bi:Ydelsesnavn>Mad*</bi:Ydelsesnavn></bi:Ydelse></bi:BevilgetYdelse><gd:LokalUdvidelseListe><bi:SoegBevilgetYdelseLokalUdvidelse>${interval('BevilgetYdelseStartDatoInterval', TID, TID)}${interval('YdelseBeloebInterval', '1.00', '2.00', 'Beloeb')}</bi:SoegBevilgetYdelseLokalUdvidelse></gd:LokalUdvidelseListe>`
  const foran = `<sd:FoersteResultatReference>10</sd:FoersteResultatReference><sd:MaksimalAntalKvantitet>5</sd:MaksimalAntalKvantitet><sd:SoegRegistrering><sd:FraTidspunkt><sd:TidsstempelDatoTid>${TID}</sd:TidsstempelDatoTid></sd:FraTidspunkt></sd:SoegRegistrering><sd:SoegVirkning><sd:FraTidspunkt><sd:TidsstempelDatoTid>${TID}</sd:TidsstempelDatoTid></sd:FraTidspunkt></sd:SoegVirkning>`
  const sag = `<bi:Bevillingssag><gd:ReferenceID>${id(ID)}</gd:ReferenceID></bi:Bevillingssag>`
  const { spurgt } = await spoerg(
    SOEG(
      BEV(attributter, sag, foran),
      '<yi:Sortering><yi:BevillingSortering><yi:Element>FuldtNavn</yi:Element><yi:Retning>Faldende</yi:Retning><yi:Sekvens>2</yi:Sekvens></yi:BevillingSortering><yi:BevillingSortering><yi:Element>Ydelsesnavn</yi:Element><yi:Retning>Stigende</yi:Retning><yi:Sekvens>1</yi:Sekvens></yi:BevillingSortering></yi:Sortering>',
    ),
  )
  const fra = '2026-02-01T07:00:00.000Z'
  expect(spurgt).toEqual([
    {
      arter: ['bevilling'],
      ider: undefined,
      foerste: 10,
      antal: 5,
      sortering: [
        { efter: { liste: 'bevilgedeYdelser', felt: 'ydelse.ydelsesnavn' }, retning: 'stigende' },
        { efter: { liste: 'bevillingsparter', felt: 'fuldtNavn', rolle: 'Ydelsesmodtager' }, retning: 'faldende' },
      ],
      udtryk: {
        og: [
          { tidspunkt: { fra } },
          {
            liste: 'bevilgedeYdelser',
            felter: { 'itSystemer.rolle': 'Master', 'ydelse.ydelsesnavn': 'Mad*' },
            virkning: { fra },
          },
          { liste: 'bevillingssager', felter: { referenceId: ID }, virkning: { fra } },
          {
            liste: 'bevilgedeYdelser',
            intervaller: {
              bevilgetYdelseStartdato: { fra: TID, til: TID },
              'oekonomiskEffektueringsplaner.ydelsesbeloeb': { fra: '1.00', til: '2.00' },
            },
            virkning: { fra },
          },
        ],
      },
    },
  ])
})

const PLAN = '<bi:OekonomiskEffektueringsplan><bi:Id>1</bi:Id></bi:OekonomiskEffektueringsplan>'

test.each([
  ['an element that the table does not read', BEV('<gd:LokalUdvidelseListe><oef:ItSystemRelation/></gd:LokalUdvidelseListe>')],
  [
    'an extension of a relation',
    BEV('', '<bi:Bevillingspart><gd:LokalUdvidelseListe><oef:ItSystemRelation/></gd:LokalUdvidelseListe></bi:Bevillingspart>'),
  ],
  ['an element without a value', BEV('<bi:BevilgetYdelse><bi:Navn/></bi:BevilgetYdelse>')],
  ['two plans in one benefit', BEV(`<bi:BevilgetYdelse>${PLAN}${PLAN}</bi:BevilgetYdelse>`)],
  ['a page below zero', BEV('', '', '<sd:FoersteResultatReference>-1</sd:FoersteResultatReference>')],
  [
    'a time without a zone',
    BEV(
      '',
      '',
      '<sd:SoegVirkning><sd:FraTidspunkt><sd:TidsstempelDatoTid>2026-01-01T00:00:00</sd:TidsstempelDatoTid></sd:FraTidspunkt></sd:SoegVirkning>',
    ),
  ],
])('%s is refused, and the index is not asked', async (_, udtryk) => {
  const { svar, spurgt } = await spoerg(SOEG(udtryk))
  expect([svar.status, svar.body.includes('SOEGNING_UGYLDIG'), spurgt]).toEqual([200, true, []])
})

test.each([
  ['NOT two hundred levels deep', `${'<yi:NOT>'.repeat(200)}${BEV(NAVN('a'))}${'</yi:NOT>'.repeat(200)}`],
  ['four thousand conditions', BEV(NAVN('a')).repeat(4_000)],
  ['four thousand fields', BEV(NAVN('a').repeat(4_000))],
])('%s: the search is within the bounds of the core, or refused, in bounded time', async (_, udtryk) => {
  const begyndt = performance.now()
  const { soeg } = indeks((soegning) => {
    const laest = checkSoegning(soegning)
    return laest.ok ? ok({ ialt: {}, fund: [] }) : laest
  })
  const { svar } = await send(YDELSEINDEKS, 'yi:FremsoegYdelseIndeksInput', SOEG(udtryk), { soeg })
  expect([svar.status, svar.body.includes('SOEGNING_FOR_STOR')]).toEqual([200, true])
  expect(performance.now() - begyndt).toBeLessThan(5_000)
})

test('what the core refuses is told with its own sentence', async () => {
  const { soeg } = indeks(() => ({ ok: false, afvisning: 'SOEGNING_FOR_BRED' }))
  const { svar } = await send(YDELSEINDEKS, 'yi:FremsoegYdelseIndeksInput', SOEG(''), { soeg })
  expect(svar.body).toMatch(/<sd:StatusKode>40<.*SOEGNING_FOR_BRED/s)
})

const VIS = (...navne: string[]) =>
  `<yi:Filter>${navne.map((vis) => `<yi:BevillingVis><yi:Vis>${vis}</yi:Vis></yi:BevillingVis>`).join('')}</yi:Filter>`

async function vist(filter: string) {
  const { soeg } = indeks(({ arter: [art] }) =>
    ok(art === 'bevilling' ? { ialt: { bevilling: 1 }, fund: [fund(fuldtElement('bevilling'))] } : { ialt: {}, fund: [] }),
  )
  const { svar } = await send(YDELSEINDEKS!, 'yi:FremsoegYdelseIndeksInput', SOEG(BEV(), filter), { soeg })
  return svar.body
}

test('everything is shown where nothing is chosen, else what is chosen; the owner and the unit in charge each by itself', async () => {
  const alt = await vist('')
  expect(alt).toContain('<yi:Element>bevillinger</yi:Element><yi:Antal>1</yi:Antal>')
  expect(alt).toContain('<yi:Element>ydelser</yi:Element><yi:Antal>1</yi:Antal>')
  expect(alt).toContain('<gd:StsTidspunkt>2026-01-15T09:00:01.000Z</gd:StsTidspunkt>')
  const dele = [
    'bi:Egenskaber',
    'bi:BevilgetYdelse',
    'bi:Bevillingssag',
    'bi:Bevillingspart',
    'bi:Bevillingsaktoer',
    'bi:Sikkerhedsprofil',
  ]
  const har = (xml: string) => dele.filter((del) => xml.includes(`<${del}>`))
  expect(har(alt)).toEqual(dele)
  expect(har(await vist(VIS('egenskaber', 'sag')))).toEqual(['bi:Egenskaber', 'bi:Bevillingssag'])
  const ejer = await vist(VIS('aktoer-ejer'))
  const rolle = (navn: string) => ejer.includes(standardRoller.rolleUuid('bevillingsaktoerer', navn))
  expect([har(ejer), rolle('Ejer'), rolle('Ansvarlig')]).toEqual([['bi:Bevillingsaktoer'], true, false])
  const inkluderet = VIS('sag').replace('</yi:Filter>', '<yi:BevillingInkluder>bevilgetydelse</yi:BevillingInkluder></yi:Filter>')
  expect(har(await vist(inkluderet))).toEqual(['bi:BevilgetYdelse', 'bi:Bevillingssag'])
})

test('a payment of REST with days and an approval is written by the schema, and read as the days it said', async () => {
  const element = fuldtElement('oekonomiskEffektuering')
  const { soeg } = indeks(({ arter: [art] }) =>
    ok(art === 'bevilling' ? { ialt: {}, fund: [] } : { ialt: { oekonomiskEffektuering: 1 }, fund: [fund(element)] }),
  )
  const { svar } = await send(YDELSEINDEKS, 'yi:FremsoegYdelseIndeksInput', SOEG(''), { soeg })
  const output = find(find(readXml(svar.body), 'soap:Body'), 'yi:FremsoegYdelseIndeksOutput')
  const [billede] = findAlle(output, 'yi:OekonomiskEffektueringFiltreretOejebliksbillede')
  const laest = readLister(EFFEKTUERING, find(billede, 'oef:Registrering')!, standardRoller)
  expect((laest['egenskaber'] as Vilkaarlig[])[0]).toMatchObject({
    dispositionsdato: '2026-01-14T23:00:00.000Z',
    beloebUdbetalt: '1250.50',
  })
  expect(uuid(String((laest['itSystemer'] as Vilkaarlig[])[0]!['referenceId']))).toBeDefined()
})
