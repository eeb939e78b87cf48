import { describe, expect, test } from 'vitest'
import type {
  AftaleObjekt,
  BevillingObjekt,
  DokumentObjekt,
  EffektueringObjekt,
  JournalnotatObjekt,
  Objekt,
  SagObjekt,
} from '#indeks'
import { ARTER, type Art, type Uuid, uuid } from '#kernel'
import { FIKTIVT_CPR, fuldtElement, kopi, somKilde, type Vilkaarlig, virkning } from '../regler/fuldt-element.testdata.ts'
import { standardRoller } from '../regler/index.ts'
import { collectPartsnumre, laesElement, notatId, partsnoegle, replacePartsnumre } from './index.ts'

const ULLA = uuid('aaaaaaaa-0000-4000-8000-000000000001')
const PARTER = new Map<string, Uuid>([
  [`cpr:${FIKTIVT_CPR}`, ULLA],
  ['cvr:11111111', uuid('aaaaaaaa-0000-4000-8000-000000000002')],
])

const laes = (element: Vilkaarlig): Objekt => laesElement(replacePartsnumre(somKilde(element), PARTER), standardRoller)
const laesSom = <O extends Objekt>(element: Vilkaarlig): O => laes(element) as O

/** Every string of the element is replaced by `skriv`, except those that the reading goes by. */
function rewrite(vaerdi: unknown, skriv: (tekst: string) => string, felt = ''): unknown {
  if (typeof vaerdi === 'string') return FRITEKST.has(felt) ? skriv(vaerdi) : vaerdi
  if (Array.isArray(vaerdi)) return vaerdi.map((led) => rewrite(led, skriv, felt))
  if (typeof vaerdi !== 'object' || vaerdi === null) return vaerdi
  return Object.fromEntries(Object.entries(vaerdi).map(([navn, led]) => [navn, rewrite(led, skriv, navn)]))
}
const FRITEKST = new Set(
  `titel beskrivelse noteTekst notat hjemmelspecifikation sagsstatus sagskategori lokation fuldtNavn begrundelse meddelelse omfang navn
   ydelsesnavn klassifikationsbeskrivelse udbetalingsafdeling sendtTilUdbetalingTekst udbetaltTekst sted dokumenttitel klassetitel
   titelAlternativTekst offentlighedUndtagetHjemmelTekst tekstfelt systemNavn beregningsfrekvens dispositionsdag`.split(/\s+/),
)

describe.each(ARTER)('%s', (art: Art) => {
  test('reads the same after having been kept as JSON with its keys in another order', () => {
    const element = fuldtElement(art)
    const vendt = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(element)) as Vilkaarlig).toReversed())
    expect(JSON.parse(JSON.stringify(laes(vendt)))).toEqual(JSON.parse(JSON.stringify(laes(element))))
  })

  test('carries on no personal number: parties are named by part, and texts have theirs masked', () => {
    const element = rewrite(
      fuldtElement(art),
      (tekst) => `${tekst} ${FIKTIVT_CPR.slice(0, 6)}-${FIKTIVT_CPR.slice(6)} ${FIKTIVT_CPR}`,
    )
    const laest = JSON.stringify(laes(element as Vilkaarlig))
    expect(laest).not.toContain(FIKTIVT_CPR)
    expect(laest).not.toContain(`${FIKTIVT_CPR.slice(0, 6)}-${FIKTIVT_CPR.slice(6)}`)
  })

  test('carries on neither the secret title nor the name of a caseworker or a party', () => {
    const element = rewrite(fuldtElement(art), (tekst) => tekst) as Vilkaarlig
    const maerket = JSON.parse(
      JSON.stringify(element, (navn, vaerdi: unknown) => (navn === 'titelAlternativTekst' ? 'HEMMELIG TITEL' : vaerdi)),
    ) as Vilkaarlig
    for (const liste of Object.values(maerket))
      for (const post of Array.isArray(liste) ? (liste as Vilkaarlig[]) : [])
        if (post['type'] === 'Bruger' || post['type'] === 'Person') post['fuldtNavn'] = 'NAVNGIVEN PERSON'
    const laest = JSON.stringify(laes(maerket))
    expect(laest).not.toContain('HEMMELIG TITEL')
    expect(laest).not.toContain('NAVNGIVEN PERSON')
  })

  test('without id or tidspunkt it cannot be read', () => {
    for (const felt of ['id', 'tidspunkt']) {
      const element = kopi(fuldtElement(art))
      delete element[felt]
      expect(() => laes(element)).toThrow(RangeError)
    }
  })
})

test('only who is named by a number that we know is a party; all numbers that name parties are found', () => {
  const element = fuldtElement('sag')
  const roller = [...new Set((element['sagsparter'] as Vilkaarlig[]).map((part) => part['rolle']))]
  expect(
    laes(element)
      .parter.filter((part) => part.part === ULLA)
      .map((part) => part.rolle)
      .toSorted(),
  ).toEqual(roller.toSorted())
  const fremmed = {
    ...element,
    sagsparter: [{ rolle: 'Primær part', virkning: virkning(), referenceId: 'urn:oio:fuldtnavn:Ulla' }],
  }
  expect(laes(fremmed).parter).toEqual([])
  expect(collectPartsnumre(somKilde(element)).map(partsnoegle)).toContain(`cpr:${FIKTIVT_CPR}`)
})

test('a part that a sender names as ours by its own hand is not taken for one', () => {
  const element = {
    ...fuldtElement('sag'),
    sagsparter: [{ rolle: 'Primær part', virkning: virkning(), referenceId: `urn:borgerblikket:part:${ULLA}` }],
  }
  expect(laes(element).parter).toEqual([])
})

test('states and titles stand in the order of their times, whatever the order they came in', () => {
  const element = fuldtElement('sag')
  const vendt = { ...element, fremdrift: (element['fremdrift'] as unknown[]).toReversed() }
  expect(laesSom<SagObjekt>(vendt).fremdrift.map((led) => led.status)).toEqual(['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet'])
})

test('a class of showing that we do not know is kept as unknown, so that it hides', () => {
  const klasse = (felter: Vilkaarlig) => ({ rolle: 'Visningsklasse', virkning: virkning(), ...felter })
  const klasserAf = (felter: Vilkaarlig) => {
    const sagsklasser = (fuldtElement('sag')['sagsklasser'] as Vilkaarlig[]).filter((led) => led['rolle'] !== 'Visningsklasse')
    return laes({ ...fuldtElement('sag'), sagsklasser: [...sagsklasser, klasse(felter)] }).visningsklasser.map(
      (led) => led.klasse,
    )
  }
  expect(klasserAf({ brugervendtNoegle: 'Visning undtaget for borger' })).toEqual(['Visning undtaget for borger'])
  expect(klasserAf({ referenceId: standardRoller.klasseUuid('Visning undtaget for borger') })).toEqual([
    'Visning undtaget for borger',
  ])
  expect(klasserAf({ brugervendtNoegle: 'Noget andet' })).toEqual(['ukendt Noget andet'])
  expect(klasserAf({ referenceId: ULLA })).toEqual([`ukendt ${ULLA}`])
})

test('a unit answers for the case; a person in that role is left out', () => {
  const medAnsvarlig = (type: string) => {
    const element = fuldtElement('sag')
    for (const aktoer of element['sagsaktoerer'] as Vilkaarlig[])
      if (aktoer['rolle'] === 'Ansvarlig') Object.assign(aktoer, { type, fuldtNavn: 'Visitationen', referenceId: ULLA })
    return laes(element).ansvarlig.map((led) => led.navn)
  }
  expect(medAnsvarlig('OrgEnhed')).toEqual(['Visitationen'])
  expect(medAnsvarlig('Bruger')).toEqual([])
})

test('documents and notes on a case are told apart, and a note that came inside its case has the same id each time', () => {
  const dokument = uuid('bbbbbbbb-0000-4000-8000-000000000001')
  const sag = {
    ...fuldtElement('sag'),
    journalposter: [
      { rolle: 'Tilakteret', virkning: virkning(), referenceId: dokument, journalpostEgenskaber: { dokumenttitel: 'På sagen' } },
      { rolle: 'Journalnotat', virkning: virkning(), referenceId: 'URN:Empty', indeks: 'N1' },
    ],
  }
  const laest = laesSom<SagObjekt>(sag)
  expect(laest.journalposter.map((post) => [post.dokument, post.titel])).toEqual([[dokument, 'På sagen']])
  expect(laest.notater.map((post) => post.notat)).toEqual([notatId(laest.id, 'N1')])
  expect(notatId(laest.id, 'N2')).not.toBe(notatId(laest.id, 'N1'))
})

test('a note knows whether it came inside its case', () => {
  const notat = fuldtElement('journalnotat')
  delete notat['indeks']
  expect(laesSom<JournalnotatObjekt>(notat).viaSag).toBe(false)
  expect(laesSom<JournalnotatObjekt>({ ...notat, indeks: 'N1' }).viaSag).toBe(true)
})

test('a day is the Danish one, also where the sender wrote an instant late in the evening', () => {
  const dokument = fuldtElement('dokument')
  for (const post of dokument['egenskaber'] as Vilkaarlig[]) post['brevDato'] = '2026-01-15T23:30:00.000Z'
  expect(laesSom<DokumentObjekt>(dokument).titler[0]?.brevDato).toBe('2026-01-16')
})

test("a grant's number is that of its first benefit that has one", () => {
  const bevilling = fuldtElement('bevilling')
  expect(laesSom<BevillingObjekt>(bevilling).kle).toBe('27.35.04')
})

test('amounts that are filled in with 0 are neither sent nor paid', () => {
  const laesMed = (beloebSendtTilUdbetaling?: string, beloebUdbetalt?: string) => {
    const element = fuldtElement('oekonomiskEffektuering')
    const beloeb = Object.fromEntries(
      Object.entries({ beloebSendtTilUdbetaling, beloebUdbetalt }).filter(([, vaerdi]) => vaerdi !== undefined),
    )
    const laest = laesSom<EffektueringObjekt>({ ...element, egenskaber: [{ virkning: virkning(), ...beloeb }] })
    return laest.udbetalinger.map(({ erSendt, erUdbetalt }) => [erSendt, erUdbetalt])
  }
  expect(laesMed('0.00', '0')).toEqual([[false, false]])
  expect(laesMed()).toEqual([[false, false]])
  expect(laesMed('600.00', '0.00')).toEqual([[true, false]])
  expect(laesMed('600.00', '600.00')).toEqual([[true, true]])
})

test("a payment's lines and a case's numbers are read with the times in which they hold", () => {
  const lukket = { fra: '2026-01-01T00:00:00Z', til: '2026-02-01T00:00:00Z' }
  const effektuering = fuldtElement('oekonomiskEffektuering')
  for (const post of effektuering['oekonomiskYdelseEffektueringer'] as Vilkaarlig[]) post['virkning'] = lukket
  const tid = { fra: '2026-01-01T00:00:00.000Z', til: '2026-02-01T00:00:00.000Z' }
  expect(laesSom<EffektueringObjekt>(effektuering).ydelser.map((led) => led.virkning)).toEqual([tid])
  const klasse = (brugervendtNoegle: string, hvornaar: Vilkaarlig) => ({
    rolle: 'Primær klasse',
    virkning: hvornaar,
    brugervendtNoegle,
  })
  const sag = {
    ...fuldtElement('sag'),
    sagsklasser: [klasse('34.10.30', { fra: '2026-02-01T00:00:00Z' }), klasse('27.35.04', lukket)],
  }
  expect(laesSom<SagObjekt>(sag).kler.map((led) => [led.kle, led.virkning.til])).toEqual([
    ['27.35.04', tid.til],
    ['34.10.30', null],
  ])
})

test('an appointment that names somebody whom we do not know is not for the parties of its case', () => {
  const aftale = fuldtElement('aftale')
  const ukendt = { rolle: 'Primær part', virkning: virkning(), referenceId: 'urn:oio:fuldtnavn:Ulla' }
  expect(laesSom<AftaleObjekt>({ ...aftale, parter: [] }).partersomSagen).toBe(true)
  expect(laesSom<AftaleObjekt>({ ...aftale, parter: [ukendt] })).toMatchObject({ parter: [], partersomSagen: false })
})
