import { expect, test } from 'vitest'
import { parseUuid } from '#kernel'
import type { ElementKilde, IndkommenLinje, Kvittering } from '../../leverance/index.ts'
import {
  brydAntal,
  brydninger,
  brydTvaer,
  fuldtElement,
  kopi,
  somKilde,
  type Vilkaarlig,
} from '../../regler/fuldt-element.testdata.ts'
import { KATALOGER, listRegler } from '../../regler/katalog.ts'
import { handleSoap } from '../faelles/handle-soap.ts'
import { skemaFor } from '../faelles/skema.ts'
import { validateElement, withDokument } from '../faelles/validate.ts'
import { find, findAlle, readXml } from '../faelles/xml-trae.ts'
import { AFSENDER, toKald } from '../sagdokumentindeks/kald.testdata.ts'
import { writeImporterYdelse } from './skriv.ts'
import { YDELSESTJENESTER } from './tjenester.ts'

const [YDELSEINDEKS] = YDELSESTJENESTER
if (!YDELSEINDEKS) throw new Error('no service')
const TRANSAKTION = 'c0ffee00-0000-4000-8000-000000000001'
const ARTER = ['bevilling', 'oekonomiskEffektuering'] as const

async function send(body: string) {
  const linjer: IndkommenLinje[] = []
  const modtag = async (nye: readonly IndkommenLinje[]): Promise<Kvittering[]> => {
    linjer.push(...nye)
    return nye.map(({ linje, brud }) => ({ linje, id: undefined, udfald: brud.length > 0 ? 'afvist' : 'modtaget', brud }))
  }
  const svar = await handleSoap(YDELSEINDEKS!, toKald({ modtag }), body)
  const gyldigt = withDokument(svar.body, (rod) =>
    validateElement(skemaFor(YDELSEINDEKS!), rod.get('/*/*[last()]/*') as Parameters<typeof validateElement>[1]),
  )
  expect(gyldigt).toEqual([])
  const rod = find(find(readXml(svar.body), 'soap:Body'), 'yi:ImporterYdelseIndeksOutput')
  const retur = findAlle(rod, 'sd:UnikRetur').map((xml) => {
    const tekst = (navn: string) => find(xml, navn)?.tekst ?? ''
    const regler = `${tekst('sd:FejlbeskedTekst')}\n${tekst('sd:DetaljeretFejlbesked')}`.match(/^[A-Z]{3}-\d{3}/gm) ?? []
    return {
      kode: tekst('sd:StatusKode'),
      type: tekst('sd:Type'),
      uuid: tekst('sd:UUIDIdentifikator'),
      regler: [...new Set(regler)],
    }
  })
  return { svar, linjer, retur }
}

const elementer = (linjer: readonly IndkommenLinje[]) =>
  linjer.map((linje) => ('element' in linje ? linje.element : 'brud' in linje ? linje.brud : linje))

/** What the wire has a place for: whether a payment is approved has none. */
function paaTraaden(art: (typeof ARTER)[number]): Vilkaarlig {
  const fuldt = fuldtElement(art)
  if (art === 'oekonomiskEffektuering') for (const saet of fuldt['egenskaber'] as Vilkaarlig[]) delete saet['godkendt']
  return fuldt
}

const tid = (vaerdi: unknown) => (vaerdi === '2026-01-15' ? '2026-01-14T23:00:00.000Z' : vaerdi)
/** A day of REST is the beginning of the Danish day here, but for the grant's own two dates, which are texts. */
const medTider = (vaerdi: unknown, felt = ''): unknown => {
  if (Array.isArray(vaerdi)) return vaerdi.map((led) => medTider(led, felt))
  if (typeof vaerdi !== 'object' || vaerdi === null)
    return felt === 'bevillingstartdato' || felt === 'bevillingslutdato' ? vaerdi : tid(vaerdi)
  return Object.fromEntries(Object.entries(vaerdi).map(([navn, led]) => [navn, medTider(led, navn)]))
}

test.each(ARTER)('a %s with everything comes out as it was written', async (art) => {
  const fuldt = paaTraaden(art)
  const { linjer, retur } = await send(writeImporterYdelse([somKilde(fuldt)], TRANSAKTION))
  expect(retur).toEqual([
    { kode: '20', type: art === 'bevilling' ? 'BevillingIndeks' : 'OekonomiskEffektueringIndeks', uuid: fuldt['id'], regler: [] },
  ])
  expect(elementer(linjer)).toEqual([medTider(fuldt)])
})

/** Numbers that no message here can break, and why. */
const KUN_REST: Readonly<Record<string, string>> = {
  'BEV-180': 'without a Master the sender is',
  'BEV-190': 'without an Afsender the sender is',
  'EFF-180': 'without a Master the sender is',
  'EFF-190': 'without an Afsender the sender is',
  'BEV-014': 'a benefit is Økonomisk where nothing is said',
  'EFF-031': 'the wire has no such element',
}

for (const art of ARTER)
  test(`each rule of ${art} is refused over SOAP with its own number and no other`, async () => {
    const fuld = paaTraaden(art)
    const proevet = new Set<string>()
    const proev = async (nummer: string, veje: ReturnType<typeof brydninger>) => {
      for (const { hvordan, bryd } of veje) {
        if (nummer in KUN_REST && hvordan !== 'to på samme tid' && hvordan !== 'ukendt kode') continue
        const element = kopi(fuld)
        bryd(element)
        const { linjer, retur } = await send(writeImporterYdelse([somKilde(element)], TRANSAKTION))
        expect([nummer, hvordan, retur.map(({ kode, regler }) => [kode, regler])]).toEqual([nummer, hvordan, [['40', [nummer]]]])
        expect(linjer.map((linje) => 'element' in linje)).toEqual([false])
        proevet.add(nummer)
      }
    }
    const { saet, relationer, tvaer = [] } = KATALOGER[art]
    for (const { liste, felter } of saet)
      for (const felt of felter.filter(({ ikkePaaTraaden }) => !ikkePaaTraaden)) await proev(felt.nummer, brydninger(felt, liste))
    for (const regel of relationer) {
      await proev(regel.nummer, brydAntal(regel))
      for (const felt of regel.felter) await proev(felt.nummer, brydninger(felt, regel.liste, regel))
    }
    for (const regel of tvaer) await proev(regel.nummer, brydTvaer(regel))
    const brydelige = listRegler(art).filter(({ brydesVed, nummer }) => brydesVed === 'importer' && nummer !== 'EFF-031')
    expect(brydelige.map(({ nummer }) => nummer).filter((nummer) => !proevet.has(nummer))).toEqual([])
  })

const medSystemer = (systemer: readonly Vilkaarlig[], egne?: readonly Vilkaarlig[]) => {
  const bevilling = paaTraaden('bevilling')
  for (const ydelse of bevilling['bevilgedeYdelser'] as Vilkaarlig[]) ydelse['itSystemer'] = systemer
  if (egne) bevilling['itSystemer'] = egne
  else delete bevilling['itSystemer']
  return bevilling
}
const ANDET = 'b7a1c0de-0000-4000-8000-0000000000f7'
const systemerAf = async (element: Vilkaarlig) => {
  const { linjer } = await send(writeImporterYdelse([somKilde(element)], TRANSAKTION))
  const [foerste] = elementer(linjer) as [ElementKilde]
  return (foerste.itSystemer ?? []).map(({ rolle, referenceId, systemNavn, type, virkning }) => [
    rolle,
    parseUuid(referenceId ?? ''),
    systemNavn,
    type,
    virkning?.fra,
  ])
}
const fra = '2026-01-01T00:00:00.000Z'
const SELV = [AFSENDER.itSystem, AFSENDER.systemNavn, 'IT-system', fra]

test('the Master of a grant is the one it names, else that of its benefits, else the sender', async () => {
  const master = { rolle: 'Master', type: 'IT-system', referenceId: ANDET, systemNavn: 'Andet' }
  const andet = [ANDET, 'Andet', 'IT-system', fra]
  expect(await systemerAf(medSystemer([]))).toEqual([
    ['Master', ...SELV],
    ['Afsender', ...SELV],
  ])
  expect(await systemerAf(medSystemer([master]))).toEqual([
    ['Master', ...andet],
    ['Afsender', ...SELV],
  ])
  expect(await systemerAf(medSystemer([{ ...master, rolle: 'Afsender' }]))).toEqual([
    ['Master', ...SELV],
    ['Afsender', ...SELV],
  ])
  expect(await systemerAf(medSystemer([], [master]))).toEqual([
    ['Master', ...andet],
    ['Afsender', ...SELV],
  ])
})

test('the Master of a payment is the one it names, else the sender', async () => {
  const uden = paaTraaden('oekonomiskEffektuering')
  delete uden['itSystemer']
  expect(await systemerAf(uden)).toEqual([
    ['Master', ...SELV],
    ['Afsender', ...SELV],
  ])
})

test('a benefit that says nothing of its kind is Økonomisk', async () => {
  const bevilling = paaTraaden('bevilling')
  for (const ydelse of bevilling['bevilgedeYdelser'] as Vilkaarlig[])
    for (const felt of ['ydelsestype', 'omfang']) delete ydelse[felt]
  const xml = writeImporterYdelse([somKilde(bevilling)], TRANSAKTION)
  expect(xml).not.toContain('bby:YdelseEgenskaber>')
  const [laest] = elementer((await send(xml)).linjer) as [Extract<ElementKilde, { art: 'bevilling' }>]
  expect(laest.bevilgedeYdelser?.map(({ ydelsestype }) => ydelsestype)).toEqual(['Økonomisk'])
})

test('grants and payments of one message are answered in its order, and one that is refused holds back no other', async () => {
  const forkert = { ...paaTraaden('bevilling'), id: 'b7a1c0de-0000-4000-8000-0000000000a2', bevilgedeYdelser: [] }
  const { retur } = await send(
    writeImporterYdelse(
      [somKilde(forkert), somKilde(paaTraaden('oekonomiskEffektuering')), somKilde(paaTraaden('bevilling'))],
      TRANSAKTION,
    ),
  )
  expect(retur.map(({ kode, type, regler }) => [kode, type, regler])).toEqual([
    ['40', 'BevillingIndeks', ['BEV-024']],
    ['20', 'OekonomiskEffektueringIndeks', []],
    ['20', 'BevillingIndeks', []],
  ])
})

test('IND-017: a message without objects is answered for as a whole', async () => {
  const { svar, linjer } = await send(writeImporterYdelse([], TRANSAKTION))
  expect(svar.body).toMatch(/<sd:StandardRetur><sd:StatusKode>40<\/sd:StatusKode><sd:FejlbeskedTekst>IND-017/)
  expect(linjer).toEqual([])
})
