import { expect, test } from 'vitest'
import { ARTER } from '#kernel'
import { checkElement } from './check-element.ts'
import {
  brydAntal,
  brydninger,
  brydTvaer,
  FIKTIVT_CPR,
  fuldtElement,
  kopi,
  saet,
  somKilde,
  type Vilkaarlig,
  virkning,
} from './fuldt-element.testdata.ts'
import { KATALOGER, listRegler } from './katalog.ts'
import { HOEJST_BRUD } from './regelbrud.ts'

const numre = (element: Vilkaarlig): string[] => [...new Set(checkElement(somKilde(element)).map(({ regel }) => regel))]

const ret = (aendringer: (element: Vilkaarlig) => void, art: Parameters<typeof fuldtElement>[0] = 'sag'): Vilkaarlig => {
  const element = fuldtElement(art)
  aendringer(element)
  return element
}

const post = (element: Vilkaarlig, liste: string, i = 0): Vilkaarlig => (element[liste] as Vilkaarlig[])[i]!

for (const art of ARTER) {
  test(`a ${art} with everything that its rules allow breaks none of them`, () => {
    expect(checkElement(somKilde(fuldtElement(art)))).toEqual([])
  })

  test(`each rule of ${art} that importer can break is broken in every way in turn, and refused with its own number alone`, () => {
    const fuld = fuldtElement(art)
    const proevet = new Set<string>()
    const { saet: saetliste, relationer, tvaer = [] } = KATALOGER[art]
    const proev = (nummer: string, veje: ReturnType<typeof brydninger>) => {
      for (const { hvordan, bryd } of veje) {
        const element = kopi(fuld)
        bryd(element)
        expect([nummer, hvordan, numre(element)]).toEqual([nummer, hvordan, [nummer]])
        proevet.add(nummer)
      }
    }
    for (const { liste, felter } of saetliste) for (const felt of felter) proev(felt.nummer, brydninger(felt, liste))
    for (const regel of relationer) {
      proev(regel.nummer, brydAntal(regel))
      for (const felt of regel.felter) proev(felt.nummer, brydninger(felt, regel.liste, regel))
    }
    for (const regel of tvaer) proev(regel.nummer, brydTvaer(regel))
    const brydelige = listRegler(art).filter(({ brydesVed }) => brydesVed === 'importer')
    expect(brydelige.map(({ nummer }) => nummer).filter((nummer) => !proevet.has(nummer))).toEqual([])
  })
}

test('an item without any attribute names each missing field, and not a word of what was sent', () => {
  const brud = checkElement({ art: 'sag', id: 'hemmelig tekst' })
  expect(brud.map(({ regel }) => regel)).toEqual(
    expect.arrayContaining(['SAG-000', 'SAG-001', 'SAG-006', 'SAG-008', 'SAG-016', 'SAG-019', 'SAG-021', 'SAG-265']),
  )
  expect(JSON.stringify(brud)).not.toContain('hemmelig')
})

test('no breach repeats the received value: a CPR number in any text field comes back in no sentence', () => {
  for (const art of ARTER) {
    const element = fuldtElement(art)
    const forgift = (vaerdi: unknown): unknown => {
      if (typeof vaerdi === 'string') return `${vaerdi}\t${FIKTIVT_CPR}`
      if (Array.isArray(vaerdi)) return vaerdi.map(forgift)
      if (typeof vaerdi === 'object' && vaerdi !== null)
        return Object.fromEntries(Object.entries(vaerdi).map(([navn, felt]) => [navn, navn === 'rolle' ? felt : forgift(felt)]))
      return vaerdi
    }
    const brud = checkElement(somKilde({ ...(forgift(element) as Vilkaarlig), art }))
    expect(brud.length).toBeGreaterThan(10)
    expect(brud.length).toBeLessThanOrEqual(HOEJST_BRUD)
    expect(JSON.stringify(brud)).not.toContain(FIKTIVT_CPR)
  }
})

const virkningsfejl: readonly [string, Vilkaarlig | undefined][] = [
  ['missing', undefined],
  ['no start', { ...virkning(), fra: undefined }],
  ['from minus infinity', { ...virkning(), fra: '-infinity' }],
  ['no end and no infinity', { ...virkning(), til: undefined }],
  ['backwards', virkning('2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z')],
  ['empty', virkning('2026-02-01T00:00:00Z', '2026-02-01T01:00:00+01:00')],
  ['no actor', { ...virkning(), aktoerRef: undefined }],
  ['an actor that is neither UUID nor URN', { ...virkning(), aktoerRef: 'hans' }],
  ['an actor type the index does not take', { ...virkning(), aktoerTypeKode: 'Organisation' }],
  ['a note that is too long', { ...virkning(), noteTekst: 'x'.repeat(1025) }],
]

test.each(virkningsfejl)('IND-007: a virkning with %s, on an attribute set and on a relation', (_, forkert) => {
  for (const [liste, sti] of [
    ['egenskaber', 'egenskaber[0].virkning'],
    ['sagsparter', 'sagsparter[0].virkning'],
  ] as const) {
    const element = ret((sag) => saet(post(sag, liste), ['virkning'], forkert))
    expect(checkElement(somKilde(element)).map(({ regel, sti: hvor }) => [regel, hvor])).toEqual([['IND-007', sti]])
  }
})

test('IND-008: two attribute sets or two states at the same time', () => {
  const toTitler = ret((sag) => (sag['egenskaber'] as unknown[]).push(structuredClone(post(sag, 'egenskaber'))))
  expect(numre(toTitler)).toEqual(['IND-008'])
  const toTilstande = ret((sag) => saet(post(sag, 'fremdrift'), ['virkning'], virkning()))
  expect(numre(toTilstande)).toEqual(['IND-008'])
})

test('one attribute set after another is history, not an overlap', () => {
  const element = ret((sag) => {
    const gammel = structuredClone(post(sag, 'egenskaber'))
    gammel['virkning'] = virkning('2025-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00')
    ;(sag['egenskaber'] as unknown[]).push(gammel)
  })
  expect(numre(element)).toEqual([])
})

test('IND-009: a history of states without Opstaaet', () => {
  expect(numre(ret((sag) => (sag['fremdrift'] as unknown[]).shift()))).toEqual(['IND-009'])
})

test('IND-010: a rolle that the relation does not have, by name or by UUID', () => {
  for (const rolle of ['Nabo', 'd839f26a-d4d1-4441-b2d6-3dbbb12a9499', 'Ejer'])
    expect(numre(ret((sag) => saet(post(sag, 'sagsparter', 1), ['rolle'], rolle)))).toEqual(['IND-010'])
})

test('IND-011: two relations with the same key at the same time; apart in time or by indeks they are two', () => {
  const dobbelt = (aendring: Vilkaarlig) =>
    ret((sag) => {
      const anden = (sag['sagsparter'] as Vilkaarlig[]).find(({ rolle }) => rolle === 'Sekundær part')
      ;(sag['sagsparter'] as unknown[]).push({ ...structuredClone(anden), ...aendring })
    })
  expect(numre(dobbelt({}))).toEqual(['IND-011'])
  expect(numre(dobbelt({ indeks: '2' }))).toEqual([])
  expect(numre(dobbelt({ virkning: virkning('2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z') }))).toEqual([])
})

test('IND-012: a creation time without a zone', () => {
  expect(numre(ret((sag) => saet(post(sag, 'sagIndeksEgenskaber'), ['oprettetTidspunkt'], '2026-01-01T00:00:00')))).toEqual([
    'IND-012',
  ])
})

test('SAG-007 and DOK-007: the two names of the number carry the same value', () => {
  expect(numre(ret((sag) => saet(post(sag, 'egenskaber'), ['sagsnummer'], 'andet')))).toEqual(['SAG-007'])
  expect(numre(ret((dok) => saet(post(dok, 'egenskaber'), ['dokumentnummer'], 'andet'), 'dokument'))).toEqual(['DOK-007'])
})

test('a personal number is never asked for its check digit, and an outgoing letter for no date', () => {
  const cpr = (nummer: string) => numre(ret((sag) => saet(post(sag, 'sagsparter'), ['referenceId'], `urn:oio:cpr-nr:${nummer}`)))
  expect(cpr('8712450018')).toEqual([])
  const udgaaende = ret((dok) => {
    saet(post(dok, 'egenskaber'), ['type'], 'Brev, udgaaende')
    saet(post(dok, 'egenskaber'), ['brevDato'], undefined)
  }, 'dokument')
  expect(numre(udgaaende)).toEqual([])
})

test('length is counted in characters, as XSD does, not in UTF-16 units', () => {
  const titel = (tekst: string) => numre(ret((sag) => saet(post(sag, 'egenskaber'), ['titel'], tekst)))
  expect(titel('😀'.repeat(255))).toEqual([])
  expect(titel('😀'.repeat(256))).toEqual(['SAG-008'])
})

test('a journal note that is delivered by itself is pointed at without its fields; otherwise they are required', () => {
  const notat = (referenceId: string) =>
    numre(
      ret((sag) => {
        const relation = (sag['journalposter'] as Vilkaarlig[]).find(({ rolle }) => rolle === 'Journalnotat')!
        relation['referenceId'] = referenceId
        delete relation['journalpostEgenskaber']
      }),
    )
  expect(notat('urn:uuid:b7a1c0de-0000-4000-8000-000000000003')).toEqual([])
  expect(notat('URN:Empty')).toEqual(['SAG-262', 'SAG-263', 'SAG-264'])
})

test('a plan is compared with the days of its benefit and of the whole frame of the grant, in Danish time', () => {
  const med = (plan: Vilkaarlig, grant: Vilkaarlig = {}) =>
    numre(
      ret((b) => {
        Object.assign(post(b, 'egenskaber'), { bevillingstartdato: '2026-01-15', bevillingslutdato: '2026-02-28', ...grant })
        const ydelse = post(b, 'bevilgedeYdelser')
        Object.assign(ydelse, { bevilgetYdelseStartdato: '2026-01-15T00:00:00+01:00', oekonomiskEffektueringsplaner: [plan] })
        delete ydelse['bevilgetYdelseSlutdato']
      }, 'bevilling'),
    )
  expect(med({ effektueringsplanStartdato: '2026-01-14T23:00:00Z', effektueringsplanSlutdato: '2026-02-28' })).toEqual([])
  expect(med({ effektueringsplanStartdato: '2026-01-14T22:59:59Z' })).toEqual(['BEV-040'])
  expect(med({ effektueringsplanSlutdato: '2026-03-01' })).toEqual(['BEV-040'])
  expect(med({ effektueringsplanSlutdato: '2026-03-01' }, { bevillingslutdato: undefined })).toEqual([])
  expect(med({})).toEqual([])
})

test('IND-010: the it-system of a benefit has a rolle that it-systems have, by name or by UUID', () => {
  const med = (rolle: string) =>
    numre(
      ret((b) => {
        const [system] = post(b, 'bevilgedeYdelser')['itSystemer'] as Vilkaarlig[]
        Object.assign(system!, { rolle })
      }, 'bevilling'),
    )
  expect(med('Nabo')).toEqual(['IND-010'])
  expect(med('Afsender')).toEqual([])
  expect(med('251c24fd-57b0-4afc-9d73-b063d1957eb3')).toEqual([])
})

test.each([
  ['sag', 'sagsparter'],
  ['dokument', 'dokumentparter'],
  ['bevilling', 'bevillingsparter'],
  ['aftale', 'parter'],
] as const)('a %s names at most 200 parties', (art, liste) => {
  const element = fuldtElement(art)
  const parter = element[liste] as Vilkaarlig[]
  const flere = parter.find(({ indeks }) => indeks !== undefined) ?? parter[0]
  const med = (antal: number) => ({
    ...element,
    [liste]: [...parter, ...Array.from({ length: antal - parter.length }, (_, i) => ({ ...flere, indeks: String(i + 1_000) }))],
  })
  expect(numre(med(200))).not.toContain('IND-020')
  expect(numre(med(201))).toContain('IND-020')
})
