import { expect, test } from 'vitest'
import { uuid } from '#kernel'
import type { ElementKilde } from '../element/element.kilde.ts'
import { checkElement } from './check-element.ts'
import { fuldtElement, somKilde } from './fuldt-element.testdata.ts'
import { normalizeRest } from './normalize-rest.ts'
import { createRollekatalog, standardRoller } from './roller.ts'

const AFSENDER = { itSystem: uuid('b7a1c0de-0000-4000-8000-000000000001'), systemNavn: 'KorsbækESDH' }
const FRA = '2026-01-01T00:00:00+01:00'
const ejer = { rolle: 'Ejer', cvrNummer: '11111111', fuldtNavn: 'Korsbæk Kommune' }
const godtfred = { rolle: 'Primær part', referenceId: 'urn:oio:cpr-nr:8712450017', fuldtNavn: 'Godtfred Lund' }
const fladt = { id: 'b7a1c0de-0000-4000-8000-0000000000aa', tidspunkt: '2026-01-02T10:00:00+01:00' }

const KORTE: Readonly<Record<ElementKilde['art'], ElementKilde>> = {
  sag: {
    art: 'sag',
    ...fladt,
    egenskaber: [{ virkning: { fra: FRA }, brugervendtNoegle: '27.35.04-G01-1-26', titel: 'Aftale om forebyggende hjemmebesøg' }],
    sagIndeksEgenskaber: [{ virkning: { fra: FRA }, foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' }],
    fremdrift: [{ virkning: { fra: FRA }, fremdriftStatusKode: 'Opstaaet' }],
    sagsaktoerer: [
      ejer,
      { rolle: 'Ansvarlig', referenceId: 'urn:oio:korsbaek:enhed:42', cvrNummer: '11111111', fuldtNavn: 'Hjemmeplejen' },
      { rolle: 'Andre behandlere', referenceId: 'urn:oio:korsbaek:enhed:43', cvrNummer: '11111111', fuldtNavn: 'Visitationen' },
      {
        rolle: 'Andre behandlere',
        referenceId: 'urn:oio:korsbaek:enhed:44',
        cvrNummer: '11111111',
        fuldtNavn: 'Træning',
        indeks: '1',
      },
    ],
    sagsparter: [godtfred],
    sagsklasser: [
      { rolle: 'Primær klasse', brugervendtNoegle: '27.35.04' },
      { rolle: 'Handlingsklasse', brugervendtNoegle: 'G01' },
      { rolle: 'Visningsklasse', brugervendtNoegle: 'Visning undtaget for borger' },
    ],
  },
  dokument: {
    art: 'dokument',
    ...fladt,
    egenskaber: [
      {
        virkning: { fra: FRA },
        dokumentnummer: '7',
        titel: 'Brev',
        foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
        type: 'Brev, udgaaende',
      },
    ],
    fremdrift: [{ virkning: { fra: FRA }, fremdriftStatusKode: 'Endeligt' }],
    dokumentaktoerer: [ejer, { ...ejer, rolle: 'Ansvarlig' }],
    dokumentklasser: [{ rolle: 'Primær klasse', brugervendtNoegle: '27.35.04' }],
  },
  journalnotat: {
    art: 'journalnotat',
    ...fladt,
    sag: fladt.id,
    egenskaber: [{ virkning: { fra: FRA }, titel: 'Samtale', notat: 'Aftalt besøg.', format: 'Text' }],
  },
  bevilling: {
    art: 'bevilling',
    ...fladt,
    egenskaber: [{ virkning: { fra: FRA }, bevillingstartdato: '2026-01-01', foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER' }],
    bevilgedeYdelser: [
      {
        id: '1',
        ydelsestype: 'Økonomisk',
        bevilgetYdelseStartdato: '2026-01-01',
        ydelse: { ydelsesnavn: 'Boligstøtte', klassifikation: { brugervendtNoegle: '27.45.04' } },
      },
    ],
    bevillingssager: [{ referenceId: fladt.id }],
    bevillingsparter: [{ ...godtfred, rolle: 'Ydelsesmodtager' }],
    bevillingsaktoerer: [ejer],
  },
  oekonomiskEffektuering: {
    art: 'oekonomiskEffektuering',
    ...fladt,
    egenskaber: [{ virkning: { fra: FRA }, dispositionsdato: '2026-01-30', beloebUdbetalt: '1250.00' }],
    oekonomiskYdelseEffektueringer: [{ bevilgetYdelseRef: { bevilling: fladt.id, bevilgetYdelseId: '1' } }],
    aktoerer: [ejer],
    parter: [{ referenceId: godtfred.referenceId }],
  },
  aftale: {
    art: 'aftale',
    ...fladt,
    sag: fladt.id,
    egenskaber: [
      {
        virkning: { fra: FRA },
        type: 'Aftale',
        titel: 'Hjemmebesøg',
        starttidspunkt: '2026-03-01T10:00:00+01:00',
        status: 'Aktiv',
        foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
      },
    ],
    aktoerer: [ejer],
  },
}

test.each(Object.values(KORTE))(
  'a short $art passes every rule once what may be left out is filled in, and not before',
  (kort) => {
    expect(checkElement(normalizeRest(kort, AFSENDER))).toEqual([])
    expect(checkElement(kort).length).toBeGreaterThan(0)
  },
)

test('a short case is filled in as documented', () => {
  const sag = normalizeRest(KORTE.sag, AFSENDER)
  if (sag.art !== 'sag') throw new Error('another kind')
  const urn = `urn:oio:it-system-uuid:${AFSENDER.itSystem}`
  expect(sag).toMatchObject({ livscyklusKode: 'Importeret', brugerRef: urn })
  expect(sag.egenskaber?.[0]).toMatchObject({
    sagsnummer: '27.35.04-G01-1-26',
    virkning: { fra: FRA, til: null, aktoerRef: urn, aktoerTypeKode: 'ItSystem' },
  })
  expect(sag.sagsaktoerer?.[0]).toMatchObject({
    type: 'Organisation',
    referenceId: 'urn:oio:cvr-nr:11111111',
    brugervendtNoegle: '11111111',
    virkning: { fra: FRA, til: null },
  })
  expect(sag.sagsaktoerer?.map(({ indeks }) => indeks)).toEqual([undefined, undefined, '2', '1'])
  expect(sag.sagsparter?.[0]).toMatchObject({ type: 'Person' })
  expect(sag.sagsparter?.[0]).not.toHaveProperty('brugervendtNoegle')
  expect(sag.sagsklasser?.[2]?.referenceId).toBe(standardRoller.klasseUuid('Visning undtaget for borger'))
  expect(sag.itSystemer?.map(({ rolle, referenceId, systemNavn }) => [rolle, referenceId, systemNavn])).toEqual([
    ['Master', AFSENDER.itSystem, 'KorsbækESDH'],
    ['Afsender', AFSENDER.itSystem, 'KorsbækESDH'],
  ])
})

test('a company by its URN is a Virksomhed', () => {
  const sag = normalizeRest(
    { ...KORTE.sag, sagsparter: [{ ...godtfred, referenceId: 'urn:oio:cvr-nr:11111111' }] } as ElementKilde,
    AFSENDER,
  )
  expect(sag).toMatchObject({ sagsparter: [{ type: 'Virksomhed' }] })
})

test('what is given stays as it is: a full item is unchanged, and unknown roles are left for the rules', () => {
  for (const art of ['sag', 'dokument', 'journalnotat', 'bevilling', 'oekonomiskEffektuering', 'aftale'] as const) {
    const fuldt = somKilde(fuldtElement(art))
    expect(normalizeRest(fuldt, AFSENDER)).toEqual(fuldt)
  }
  const ukendt = normalizeRest({ ...KORTE.sag, sagsparter: [{ rolle: 'Nabo' }] } as ElementKilde, AFSENDER)
  expect(checkElement(ukendt).map(({ regel }) => regel)).toEqual(['IND-010'])
})

test('states and attribute sets must say from when they hold', () => {
  const sag = { ...KORTE.sag, fremdrift: [{ fremdriftStatusKode: 'Opstaaet' }] } as ElementKilde
  expect(checkElement(normalizeRest(sag, AFSENDER)).map(({ regel, sti }) => [regel, sti])).toEqual([
    ['IND-007', 'fremdrift[0].virkning'],
  ])
})

test('roles and types by UUID become names; a site may give the real UUIDs, and ours is still understood', () => {
  const rigtig = 'aaaaaaaa-0000-4000-8000-000000000001'
  const roller = createRollekatalog({ roller: { sagsparter: { 'Sekundær part': rigtig } } })
  expect(roller.rolleUuid('sagsparter', 'Sekundær part')).toBe(rigtig)
  expect(roller.rolleNavn('sagsparter', rigtig.toUpperCase())).toBe('Sekundær part')
  expect(roller.rolleNavn('sagsparter', standardRoller.rolleUuid('sagsparter', 'Sekundær part'))).toBe('Sekundær part')
  expect(standardRoller.rolleNavn('sagsparter', rigtig)).toBeUndefined()
  const sag = normalizeRest(
    {
      ...KORTE.sag,
      sagsparter: [{ ...godtfred, rolle: 'd839f26a-d4d1-4441-b2d6-3dbbb12a9404', type: 'C189BA35-DE4B-4363-A8B7-67F1456CF56F' }],
    } as ElementKilde,
    AFSENDER,
  )
  expect(sag).toMatchObject({ sagsparter: [{ rolle: 'Primær part', type: 'Person' }] })
})

test("a document's roles answer to the UUID of the same role of a case", () => {
  for (const rolle of ['Ejer', 'Ansvarlig', 'Primær behandler'])
    expect(standardRoller.rolleNavn('dokumentaktoerer', standardRoller.rolleUuid('sagsaktoerer', rolle))).toBe(rolle)
})

test('an override that is no UUID is refused at once', () => {
  expect(() => createRollekatalog({ klasser: { 'Kassation B': 'B' } })).toThrow(RangeError)
})

test('ten thousand parties without numbers get one each at once, and none that another has', () => {
  const parter = Array.from({ length: 20_000 }, (_, i) => ({
    ...godtfred,
    rolle: 'Sekundær part',
    ...(i === 9 ? { indeks: '3' } : {}),
  }))
  const begyndt = performance.now()
  const sag = normalizeRest({ ...KORTE.sag, sagsparter: parter } as ElementKilde, AFSENDER) as {
    sagsparter?: { indeks?: string }[]
  }
  expect(performance.now() - begyndt).toBeLessThan(6_000)
  const numre = sag.sagsparter?.map(({ indeks }) => indeks) ?? []
  expect([new Set(numre).size, numre.slice(0, 4)]).toEqual([20_000, ['1', '2', '4', '5']])
})
