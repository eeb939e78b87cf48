import { describe, expect, test } from 'vitest'
import {
  type Art,
  cvrNummer,
  FOELSOMHEDER,
  type Foelsomhed,
  type KleMoenster,
  parseKleMoenster,
  type Rettighedsgruppe,
  tidspunkt,
  type Uuid,
  type Virkning,
} from '#kernel'
import { type Adgangsfakta, type Enkeltfakta, type Hvem, UKENDT } from './adgangsfakta.ts'
import { hindringerFor, hindringerI, maaKende, maaSe, maaSeNogen } from './afgoer.ts'
import { isIndenforKle } from './indenfor.ts'

const [KORSBAEK, NABO] = [cvrNummer('11111111'), cvrNummer('12345678')]
const [FOER, START, MIDT, SLUT] = [
  '2023-12-31T23:59:59.999Z',
  '2024-01-01T00:00:00.000Z',
  '2024-06-01T00:00:00.000Z',
  '2025-01-01T00:00:00.000Z',
].map((tekst) => tidspunkt(tekst)) as [
  ReturnType<typeof tidspunkt>,
  ReturnType<typeof tidspunkt>,
  ReturnType<typeof tidspunkt>,
  ReturnType<typeof tidspunkt>,
]
const AABEN: Virkning = { fra: START, til: null }
const SYSTEM = '11111111-0000-4000-8000-000000000001' as Uuid
const ANDET_SYSTEM = '11111111-0000-4000-8000-000000000002' as Uuid
const HVEM: Hvem = { id: '22222222-0000-4000-8000-000000000001' as Uuid, kommune: KORSBAEK, enheder: ['borgerservice'] }

const moenstre = (...tekster: readonly string[]): readonly KleMoenster[] =>
  tekster.map((tekst) => {
    const laest = parseKleMoenster(tekst)
    if (!laest) throw new RangeError(tekst)
    return laest
  })
const gruppe = (andet: Partial<Rettighedsgruppe> = {}): Rettighedsgruppe => ({
  kommune: KORSBAEK,
  systemroller: ['se'],
  kle: moenstre('27.*'),
  foelsomhed: 'FORTROLIGE_PERSONOPLYSNINGER',
  ...andet,
})
const ejer = (cvr = KORSBAEK, virkning = AABEN) => ({ cvr, virkning })
const kle = (nummer: string, virkning = AABEN) => ({ kle: nummer, virkning })
const niveau = (foelsomhed: Foelsomhed, virkning = AABEN) => ({ foelsomhed, virkning })
const fakta = (andet: Partial<Enkeltfakta> = {}): Enkeltfakta => ({
  ejer: [ejer()],
  kle: [kle('27.36.04')],
  foelsomhed: [niveau('IKKE_FORTROLIGE_DATA')],
  enheder: [{ enhed: 'aeldre', virkning: AABEN }],
  itsystem: SYSTEM,
  profil: [],
  ...andet,
})
const ting = (art: Art, egne: Partial<Enkeltfakta> = {}, andet: Partial<Adgangsfakta> = {}): Adgangsfakta => ({
  art,
  egne: fakta(egne),
  sager: [],
  bevillinger: [],
  effektueringer: [],
  ...andet,
})
const ser = (en: Adgangsfakta, grupper: readonly Rettighedsgruppe[] = [gruppe()], nu = MIDT, hvem = HVEM) =>
  maaSeNogen(grupper, en, hvem, nu)
/** An own set of facts that alone would let nobody pass. */
const FREMMED: Partial<Enkeltfakta> = { ejer: [ejer(NABO)], kle: [kle('15.17.06')], enheder: [] }

describe('a number within what a right covers', () => {
  test.each([
    ['27.36.04', ['27.36.04'], true],
    ['27.36.04', ['27.36.*'], true],
    ['27.36.04', ['27.*'], true],
    ['27.36.04', ['*'], true],
    ['27.36.04', ['27.36.08', '27.36.04'], true],
    ['27.36.04', ['27.36.08'], false],
    ['27.36.04', ['27.03.*'], false],
    ['02.73.60', ['27.*'], false],
    ['32.27.36', ['27.*', '27.36.*'], false],
    ['28.36.04', ['27.*'], false],
    ['27.36.04', [], false],
  ] as const)('%s of %j: %s', (nummer, af, svar) => {
    expect(isIndenforKle(nummer, moenstre(...af))).toBe(svar)
  })
})

describe('a case', () => {
  test.each([
    ['all of it within', {}, true],
    ['another municipality’s', { ejer: [ejer(NABO)] }, false],
    ['two owners at once', { ejer: [ejer(), ejer(NABO)] }, false],
    ['no owner', { ejer: [] }, false],
    ['a number outside', { kle: [kle('28.36.04')] }, false],
    ['two numbers at once, one outside', { kle: [kle('27.36.04'), kle('28.36.04')] }, false],
    ['no number', { kle: [] }, false],
    ['as sensitive as the right goes', { foelsomhed: [niveau('FORTROLIGE_PERSONOPLYSNINGER')] }, true],
    ['one more', { foelsomhed: [niveau('FOELSOMME_PERSONOPLYSNINGER')] }, false],
    ['two sensitivities at once, one too high', { foelsomhed: [niveau('IKKE_FORTROLIGE_DATA'), niveau('VIP_SAGER')] }, false],
    ['no sensitivity', { foelsomhed: [] }, false],
    ['one that is not of the list', { foelsomhed: [niveau('HEMMELIG' as Foelsomhed)] }, false],
    ['a positive list with somebody else', { profil: [{ ref: 'andre', virkning: AABEN }] }, false],
    ['a positive list that cannot be read', { profil: [{ ref: '', virkning: AABEN }] }, false],
    ['a positive list with the user', { profil: [{ ref: HVEM.id, virkning: AABEN }] }, true],
    [
      'a positive list with their unit',
      {
        profil: [
          { ref: 'x', virkning: AABEN },
          { ref: 'borgerservice', virkning: AABEN },
        ],
      },
      true,
    ],
    ['a positive list with the municipality', { profil: [{ ref: 'urn:oio:cvr-nr:11111111', virkning: AABEN }] }, true],
    ['a positive list that has ended', { profil: [{ ref: 'andre', virkning: { fra: START, til: MIDT } }] }, true],
    ['the user on the list and a number outside', { profil: [{ ref: HVEM.id, virkning: AABEN }], kle: [kle('15.17.06')] }, false],
  ] as const)('%s: %s', (_hvad, egne, svar) => {
    expect(ser(ting('sag', egne))).toBe(svar)
  })

  test.each(FOELSOMHEDER.flatMap((ret, r) => FOELSOMHEDER.map((har, h) => [ret, har, h <= r] as const)))(
    'a right up to %s, a case of %s: %s',
    (ret, har, svar) => {
      expect(ser(ting('sag', { foelsomhed: [niveau(har)] }), [gruppe({ foelsomhed: ret })])).toBe(svar)
    },
  )

  test('without a sensitivity it is seen by a right to the highest alone', () => {
    const uden = ting('sag', { foelsomhed: [] })
    expect(FOELSOMHEDER.map((foelsomhed) => ser(uden, [gruppe({ foelsomhed })]))).toEqual([false, false, false, true])
  })

  test.each([
    ['owner', (virkning: Virkning) => ({ ejer: [ejer(KORSBAEK, virkning)] })],
    ['number', (virkning: Virkning) => ({ kle: [kle('27.36.04', virkning)] })],
    ['sensitivity', (virkning: Virkning) => ({ foelsomhed: [niveau('IKKE_FORTROLIGE_DATA', virkning)] })],
  ] as const)('its %s counts from its first instant to the one before its end', (_hvad, egne) => {
    const sag = ting('sag', egne({ fra: START, til: SLUT }))
    const foerSlut = tidspunkt('2024-12-31T23:59:59.999Z')
    const afgraensning = [FOER, START, MIDT, foerSlut, SLUT].map(
      (nu) => hindringerFor({ gruppe: gruppe(), hvem: HVEM, nu }, sag).length === 0,
    )
    // The other facts hold from START on and have no end.
    expect(afgraensning).toEqual([false, true, true, true, false])
    expect(ser(ting('sag', egne({ fra: MIDT, til: MIDT })))).toBe(false)
  })

  test('units and systems limit a right that names them, and an empty list is nobody’s', () => {
    const sag = ting('sag')
    expect([['aeldre'], ['x', 'aeldre'], ['x'], []].map((enheder) => ser(sag, [gruppe({ enheder })]))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(ser(ting('sag', { enheder: [] }), [gruppe({ enheder: ['aeldre'] })])).toBe(false)
    expect([[SYSTEM], [ANDET_SYSTEM], []].map((itsystemer) => ser(sag, [gruppe({ itsystemer })]))).toEqual([true, false, false])
  })
})

describe('groups', () => {
  test('number x up to one level and number y up to another is not x up to the other', () => {
    const foelsom = ting('sag', { foelsomhed: [niveau('VIP_SAGER')] })
    const [bred, hoej] = [
      gruppe({ foelsomhed: 'IKKE_FORTROLIGE_DATA' }),
      gruppe({ kle: moenstre('15.*'), foelsomhed: 'VIP_SAGER' }),
    ]
    expect(ser(foelsom, [bred, hoej])).toBe(false)
    expect(ser(foelsom, [bred, hoej, gruppe({ foelsomhed: 'VIP_SAGER' })])).toBe(true)
  })

  test('one group’s case and another group’s document are no document', () => {
    const paa = ting('dokument', { foelsomhed: [niveau('VIP_SAGER')] }, { sager: [fakta()] })
    const [tilSag, tilDokument] = [gruppe(), gruppe({ kle: moenstre('15.*'), foelsomhed: 'VIP_SAGER' })]
    expect(ser(paa, [tilSag, tilDokument])).toBe(false)
  })

  test('none, another municipality’s, or one that lets nothing be seen: nothing', () => {
    expect(ser(ting('sag'), [])).toBe(false)
    expect(ser(ting('sag', { ejer: [ejer(NABO)] }), [gruppe({ kommune: NABO })])).toBe(false)
    expect(ser(ting('sag'), [gruppe({ systemroller: ['kendskab', 'cpr', 'notat', 'sagsbehandler'] })])).toBe(false)
    expect(ser(ting('sag'), [gruppe({ systemroller: [] })])).toBe(false)
  })

  test('to know that it exists is a right of its own, within the same limits; who may see it knows it', () => {
    const kender = (en: Adgangsfakta, roller: Rettighedsgruppe['systemroller']) =>
      maaKende([gruppe({ systemroller: roller })], en, HVEM, MIDT)
    expect(kender(ting('sag'), ['kendskab'])).toBe(true)
    expect(kender(ting('sag'), ['se'])).toBe(true)
    expect(kender(ting('sag'), ['notat'])).toBe(false)
    expect(kender(ting('sag', { kle: [kle('15.17.06')] }), ['kendskab'])).toBe(false)
    expect(maaSe(gruppe({ systemroller: ['kendskab'] }), ting('sag'), HVEM, MIDT)).toBe(false)
  })
})

describe.each(['dokument', 'aftale'] as const)('a %s', (art) => {
  test.each([
    ['on one case that passes, whatever its own owner, number and unit', FREMMED, [fakta()], true],
    ['on several, of which one passes', FREMMED, [fakta(FREMMED), fakta()], true],
    ['on cases that do not pass', {}, [fakta(FREMMED), fakta({ foelsomhed: [niveau('VIP_SAGER')] })], false],
    ['on a case that has not been delivered', {}, [UKENDT], false],
    ['more sensitive than its case', { foelsomhed: [niveau('VIP_SAGER')] }, [fakta()], false],
    ['on a case with two numbers, one outside', {}, [fakta({ kle: [kle('27.36.04'), kle('15.17.06')] })], false],
    ['of no sensitivity', { foelsomhed: [] }, [fakta()], false],
    ['with a positive list of its own', { profil: [{ ref: 'andre', virkning: AABEN }] }, [fakta()], false],
    ['on a case with a positive list', {}, [fakta({ profil: [{ ref: 'andre', virkning: AABEN }] })], false],
    ['on no case, by all of its own', {}, [], true],
    ['on no case, another municipality’s', { ejer: [ejer(NABO)] }, [], false],
    ['on no case, with a number outside', { kle: [kle('15.17.06')] }, [], false],
  ] as const)('%s: %s', (_hvad, egne, sager, svar) => {
    expect(ser(ting(art, egne, { sager }))).toBe(svar)
  })

  test('of another system than its case is outside a right to the case’s system', () => {
    const paa = ting(art, { itsystem: ANDET_SYSTEM }, { sager: [fakta()] })
    expect(ser(paa, [gruppe({ itsystemer: [SYSTEM] })])).toBe(false)
    expect(ser(paa, [gruppe({ itsystemer: [SYSTEM, ANDET_SYSTEM] })])).toBe(true)
  })
})

describe('a note', () => {
  const tom: Partial<Enkeltfakta> = { ejer: [], kle: [], foelsomhed: [], enheder: [] }
  test.each([
    ['by its case', tom, [fakta()], true],
    ['of a case that does not pass', tom, [fakta(FREMMED)], false],
    ['of none', { ...fakta() }, [], false],
    ['of one that has not been delivered', tom, [UKENDT], false],
    ['that says itself too sensitive', { ...tom, foelsomhed: [niveau('VIP_SAGER')] }, [fakta()], false],
    [
      'that once said what it is, and says nothing now',
      { ...tom, foelsomhed: [niveau('IKKE_FORTROLIGE_DATA', { fra: START, til: MIDT })] },
      [fakta()],
      false,
    ],
  ] as const)('%s: %s', (_hvad, egne, sager, svar) => {
    expect(ser(ting('journalnotat', egne, { sager }))).toBe(svar)
  })
})

describe('a grant', () => {
  test.each([
    ['without payments, by all of its own', {}, [], true],
    ['with one of its numbers within', { kle: [kle('15.17.06'), kle('27.36.04')] }, [], true],
    ['with none within', { kle: [kle('15.17.06')] }, [], false],
    ['too sensitive', { foelsomhed: [niveau('VIP_SAGER')] }, [], false],
    ['with a payment that passes', {}, [fakta(FREMMED), fakta({ foelsomhed: [], itsystem: ANDET_SYSTEM })], true],
    ['with payments that do not', {}, [fakta(FREMMED), fakta({ ejer: [ejer(NABO)] })], false],
    ['with a payment about another number', {}, [fakta({ kle: [kle('15.17.06')] })], false],
  ] as const)('%s: %s', (_hvad, egne, effektueringer, svar) => {
    expect(ser(ting('bevilling', egne, { effektueringer }))).toBe(svar)
  })
})

describe('a payment', () => {
  test.each([
    ['with a grant that passes, whatever it says of sensitivity', { foelsomhed: [], enheder: [] }, [fakta()], true],
    ['with one of its lines’ numbers within', { kle: [kle('15.17.06'), kle('27.36.04')] }, [fakta(FREMMED), fakta()], true],
    ['with none', { kle: [kle('15.17.06')] }, [fakta()], false],
    ['of another municipality', { ejer: [ejer(NABO)] }, [fakta()], false],
    ['of a grant that is too sensitive', {}, [fakta({ foelsomhed: [niveau('VIP_SAGER')] })], false],
    ['of a grant with a positive list', {}, [fakta({ profil: [{ ref: 'andre', virkning: AABEN }] })], false],
    ['of a grant that has not been delivered', {}, [UKENDT], false],
    ['of no grant', {}, [], false],
  ] as const)('%s: %s', (_hvad, egne, bevillinger, svar) => {
    expect(ser(ting('oekonomiskEffektuering', egne, { bevillinger }))).toBe(svar)
  })

  test('of another system is outside a right to its grant’s system', () => {
    const betaling = ting('oekonomiskEffektuering', { itsystem: ANDET_SYSTEM }, { bevillinger: [fakta()] })
    expect(ser(betaling, [gruppe({ itsystemer: [SYSTEM] })])).toBe(false)
  })
})

test('every rule that stops a group is named, with where', () => {
  const paa = ting(
    'dokument',
    { foelsomhed: [niveau('VIP_SAGER')] },
    { sager: [fakta(FREMMED), fakta({ kle: [kle('15.17.06')] })] },
  )
  expect(hindringerI(gruppe({ systemroller: ['kendskab'] }), ['se'], paa, HVEM, MIDT)).toEqual([
    { ved: 'gruppe', regel: 'ROLLE' },
    { ved: 'egen', regel: 'FOELSOMHED' },
    { ved: 'sag', regel: 'EJER' },
    { ved: 'sag', regel: 'KLE' },
  ])
  expect(hindringerI(gruppe({ kommune: NABO }), ['se'], paa, HVEM, MIDT)).toEqual([{ ved: 'gruppe', regel: 'KOMMUNE' }])
  expect(hindringerI(gruppe(), ['se'], ting('journalnotat', { foelsomhed: [] }), HVEM, MIDT)).toEqual([
    { ved: 'sag', regel: 'INGEN' },
  ])
})
