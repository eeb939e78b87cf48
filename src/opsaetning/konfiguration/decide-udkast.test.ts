import { describe, expect, test } from 'vitest'
import { createOpsaetning } from '#visning'
import {
  haendelser,
  indhold,
  KORSBAEK,
  kl12,
  linje,
  NU,
  PERSONER,
  praefiks,
  udkast,
  version,
} from '../../../test/byggere/konfiguration.ts'
import { applyUdkast, ikrafttraeden, linjevirkninger } from './anvend.ts'
import { decideUdkast, fejlILinje, isGentagelse, type Udkastfakta, type Udkastkommando } from './decide-udkast.ts'
import { findUdkastfakta } from './ret-udkast.ts'
import { type Forslag, type Udkast, type Udkastskridt, udkastFra } from './udkast.ts'

const P = PERSONER
const OPSAETNING = createOpsaetning([version('28'), version('28.77', { aaben: false })])
const AABN = [linje('27.36', { aaben: true, fradato: '2026-01-01' })]
const LUK = [linje('28', { aaben: false })]
const fakta = (et: Udkast, mere: Partial<Udkastfakta> = {}): Udkastfakta => ({
  ...findUdkastfakta(OPSAETNING, et, NU),
  foreslaaerHarRolle: true,
  naesteAendring: 7,
  ...mere,
})
function foreslaaet(et: Udkast, af = P.henrik): Udkast {
  const { hash, linjer } = fakta(et)
  const forslag: Forslag = { hash, linjer, af, tid: NU, aarsag: 'Nu' }
  return { ...et, tilstand: 'foreslaaet', forslag }
}
type Person = (typeof P)[keyof typeof P]
const svar = (et: Udkast, person: Person, kommando: Udkastkommando, mere: Partial<Udkastfakta> = {}) => {
  const udfald = decideUdkast(et, person, kommando, fakta(et, mere))
  return udfald.ok ? udfald.value.type : udfald.afvisning
}
const hashAf = (et: Udkast) => fakta(et).hash

const AABNER = udkast(AABN)
const LUKKER = udkast(LUK)
const FORSLAG = foreslaaet(AABNER)
const MED_DATO = udkast(LUK, { ikraft: '2027-01-01' })
const GAARDAGENS = udkast(AABN, { ikraft: '2026-11-22' })

describe('who may do what, to a draft in which state', () => {
  test.each<[string, Udkast, Person, Udkastkommando, string]>([
    ['a draft is proposed', AABNER, P.henrik, { type: 'foreslaa', hash: hashAf(AABNER), aarsag: 'x' }, 'foreslaaet'],
    [
      'by a colleague who has not edited it too',
      AABNER,
      P.gitte,
      { type: 'foreslaa', hash: hashAf(AABNER), aarsag: 'x' },
      'foreslaaet',
    ],
    ['but not by what was not on the page', AABNER, P.henrik, { type: 'foreslaa', hash: 'x', aarsag: 'x' }, 'ANDEN_VAR_FOERST'],
    ['nor an empty one', udkast([]), P.henrik, { type: 'foreslaa', hash: 'x', aarsag: 'x' }, 'INTET_AT_FORESLAA'],
    ['nor by one who only reads', AABNER, P.vibeke, { type: 'foreslaa', hash: hashAf(AABNER), aarsag: 'x' }, 'IKKE_DIN_ROLLE'],
    [
      'nor with a day that has come',
      GAARDAGENS,
      P.henrik,
      { type: 'foreslaa', hash: hashAf(GAARDAGENS), aarsag: 'x' },
      'DATO_PASSERET',
    ],
    ['a proposal is approved by another', FORSLAG, P.gitte, { type: 'godkend', hash: FORSLAG.forslag!.hash }, 'gennemfoert'],
    ['not by who proposed it', FORSLAG, P.henrik, { type: 'godkend', hash: FORSLAG.forslag!.hash }, 'KRAEVER_TO'],
    ['not by who only reads', FORSLAG, P.vibeke, { type: 'godkend', hash: FORSLAG.forslag!.hash }, 'IKKE_DIN_ROLLE'],
    ['not by another hash', FORSLAG, P.gitte, { type: 'godkend', hash: 'x' }, 'AENDRET_SIDEN_FORSLAG'],
    ['a draft is not approved', AABNER, P.gitte, { type: 'godkend', hash: hashAf(AABNER) }, 'ER_IKKE_FORESLAAET'],
    ['a proposal is not edited', FORSLAG, P.henrik, { type: 'saetLinje', linje: AABN[0]! }, 'ER_FORESLAAET'],
    ['nor renamed', FORSLAG, P.henrik, { type: 'omdoeb', navn: 'x', begrundelse: 'x', ikraft: undefined }, 'ER_FORESLAAET'],
    ['nor proposed again', FORSLAG, P.gitte, { type: 'foreslaa', hash: FORSLAG.forslag!.hash, aarsag: 'x' }, 'ER_FORESLAAET'],
    ['it is taken back, or declined', FORSLAG, P.gitte, { type: 'traekTilbage', aarsag: 'x' }, 'trukketTilbage'],
    ['what is no proposal is not', AABNER, P.gitte, { type: 'traekTilbage', aarsag: 'x' }, 'ER_IKKE_FORESLAAET'],
    ['it is discarded', FORSLAG, P.henrik, { type: 'kasser', aarsag: 'x' }, 'kasseret'],
    ['what narrows takes one', LUKKER, P.henrik, { type: 'gennemfoerAlene', hash: hashAf(LUKKER), aarsag: 'x' }, 'gennemfoert'],
    ['what opens takes two', AABNER, P.henrik, { type: 'gennemfoerAlene', hash: hashAf(AABNER), aarsag: 'x' }, 'KRAEVER_TO'],
    [
      'one alone does nothing for later',
      MED_DATO,
      P.henrik,
      { type: 'gennemfoerAlene', hash: hashAf(MED_DATO), aarsag: 'x' },
      'KUN_STRAKS',
    ],
    ['a line that is not there is not removed', AABNER, P.henrik, { type: 'fjernLinje', kle: praefiks('28') }, 'FINDES_IKKE'],
    ['a day is set ahead', AABNER, P.henrik, { type: 'omdoeb', navn: 'x', begrundelse: 'x', ikraft: '2026-11-23' }, 'omdoebt'],
    ['not today', AABNER, P.henrik, { type: 'omdoeb', navn: 'x', begrundelse: 'x', ikraft: '2026-11-22' }, 'DATO_PASSERET'],
    ['an import of nothing', AABNER, P.henrik, { type: 'indlaes', linjer: [] }, 'INTET_AT_FORESLAA'],
  ])('%s: %s', (_, et, person, kommando, ventet) => {
    expect(svar(et, person, kommando)).toBe(ventet)
  })

  test('what is closed is closed, for every step', () => {
    const kommandoer: readonly Udkastkommando[] = [
      { type: 'kasser', aarsag: 'x' },
      { type: 'traekTilbage', aarsag: 'x' },
      { type: 'godkend', hash: FORSLAG.forslag!.hash },
      { type: 'saetLinje', linje: AABN[0]! },
      { type: 'foreslaa', hash: hashAf(AABNER), aarsag: 'x' },
    ]
    for (const tilstand of ['gennemfoert', 'kasseret'] as const)
      for (const kommando of kommandoer) expect(svar({ ...FORSLAG, tilstand }, P.gitte, kommando)).toBe('ER_AFSLUTTET')
  })

  test('whoever has edited may not approve, and a proposer without the role is no proposer', () => {
    const rettet = foreslaaet({ ...AABNER, redaktoerer: new Set([P.henrik.id, P.gitte.id]) })
    const godkend = { type: 'godkend', hash: rettet.forslag!.hash } as const
    expect([svar(rettet, P.gitte, godkend), svar(rettet, P.bente, godkend)]).toEqual(['HAR_RETTET', 'gennemfoert'])
    expect(svar(rettet, P.bente, godkend, { foreslaaerHarRolle: false })).toBe('FORSLAGSSTILLER_UDEN_ROLLE')
    expect(svar(rettet, P.bente, godkend, { hash: 'another configuration' })).toBe('FORAELDET')
  })

  test('five hundred numbers are read through, and no more', () => {
    const mange = udkast(
      Array.from({ length: 500 }, (_, i) => linje(`${10 + Math.floor(i / 90)}.${10 + (i % 90)}`, { visAftaler: true })),
    )
    expect(svar(mange, P.henrik, { type: 'saetLinje', linje: AABN[0]! })).toBe('FOR_MANGE_LINJER')
    expect(svar(mange, P.henrik, { type: 'saetLinje', linje: mange.linjer[0]! })).toBe('linjeSat')
  })
})

describe('what keeps a line from coming into force', () => {
  const lukket = indhold({ aaben: false })
  test.each([
    ['27.36', {}, undefined],
    ['27.36', { fradato: '2100-01-01' }, 'FRADATO_MANGLER'],
    ['27.36', { aaben: false, fradato: '2100-01-01' }, undefined],
    ['27.36', { kvalitetskrav: 'stikproeve', stikproeve: 0 }, 'STIKPROEVE_MANGLER'],
    ['27.36', { kvalitetskrav: 'stikproeve', stikproeve: 1 }, undefined],
    ['27.57.12', {}, 'JURIST_MANGLER'],
    ['27.57.12', { juristAabnet: true }, undefined],
    ['34', { juristAabnet: true }, 'KUN_ENKELTNUMRE'],
    ['34.10', { juristAabnet: true }, 'KUN_ENKELTNUMRE'],
    ['34', { aaben: false }, undefined],
    ['23', {}, undefined],
  ] as const)('%s %j: %s', (kle, felter, ventet) => {
    expect(fejlILinje({ kle: praefiks(kle), foer: lukket, efter: indhold(felter) })).toBe(ventet)
  })
})

describe('what a line does', () => {
  const efter = (linjer: Parameters<typeof udkast>[0], kle: string, mere: Partial<Udkast> = {}, opsaetning = OPSAETNING) =>
    linjevirkninger(opsaetning, udkast(linjer, mere), NU).find((en) => en.kle === kle)?.efter
  const jurist = { navn: 'J. Jensen', tekst: 'Må åbnes' }

  test('what it says nothing of, it takes over from what decides for its number', () => {
    expect(efter([linje('28.09', { visAftaler: false })], '28.09')).toEqual(indhold({ visAftaler: false }))
    expect(efter([linje('28.77.04', { visAftaler: false })], '28.77.04')?.aaben).toBe(false)
  })

  test('a number below one that the same draft opens is open with it, but for one of its own', () => {
    const begge = [linje('27', { aaben: true, fradato: '2026-01-01' }), linje('27.36', { visDokumenttitler: true })]
    expect(efter(begge, '27.36')).toMatchObject({ aaben: true, fradato: '2026-01-01', visDokumenttitler: true })
    expect(efter([linje('28', { visAftaler: false }), linje('28.77', { visYdelser: false })], '28.77')?.aaben).toBe(false)
  })

  test("the jurist's word opens exactly one number, and is needed again when it has been closed", () => {
    const aabn = { aaben: true, fradato: '2026-01-01' } as const
    expect(efter([linje('27.57.12', aabn, jurist)], '27.57.12')?.juristAabnet).toBe(true)
    expect(efter([linje('27.57.12', aabn)], '27.57.12')?.juristAabnet).toBe(false)
    expect(efter([linje('34', aabn, jurist)], '34')?.juristAabnet).toBe(false)
    expect(efter([linje('27.36.04', aabn, jurist)], '27.36.04')?.juristAabnet).toBe(false)
    const aabnet = createOpsaetning([version('27.57.12', { juristAabnet: true })])
    expect(efter([linje('27.57.12', { visAftaler: false })], '27.57.12', {}, aabnet)?.juristAabnet).toBe(true)
    const lukket = createOpsaetning([version('27.57.12', { juristAabnet: false, aaben: false })])
    expect(efter([linje('27.57.12', { aaben: true })], '27.57.12', {}, lukket)?.juristAabnet).toBe(false)
  })

  test('the configuration as it would be: from its day on, in its municipality alone', () => {
    const senere = udkast(AABN, { ikraft: '2026-12-01' })
    const nye = applyUdkast(OPSAETNING, senere, NU)
    const fra = ikrafttraeden(senere, NU)
    expect(fra).toBe('2026-11-30T23:00:00.000Z')
    expect(nye.konfigurationFor(KORSBAEK, '27.36.04', NU)).toBeUndefined()
    expect(nye.konfigurationFor(KORSBAEK, '27.36.04', fra)?.aaben).toBe(true)
    expect(nye.konfigurationFor('12345678' as never, '27.36.04', fra)).toBeUndefined()
    expect(nye.konfigurationFor(KORSBAEK, '28.09.40', fra)).toEqual(OPSAETNING.konfigurationFor(KORSBAEK, '28.09.40', fra))
    expect(nye.versionerFor(KORSBAEK)).toHaveLength(3)
    expect(OPSAETNING.versionerFor(KORSBAEK)).toHaveLength(2)
  })

  test('its hash tells of any change in it, and in what it stands on', () => {
    const et = udkast(AABN)
    const andre = [
      { ...et, navn: 'Andet' },
      { ...et, begrundelse: 'Anden' },
      { ...et, ikraft: '2027-01-01' },
      { ...et, linjer: [linje('27.36', { aaben: true, fradato: '2026-01-02' })] },
      { ...et, linjer: [...AABN, linje('29', { visAftaler: true })] },
      { ...et, linjer: [linje('27.36', { aaben: true, fradato: '2026-01-01' }, jurist)] },
    ]
    const hasher = [et, ...andre].map((en) => hashAf(en))
    const paaAndet = findUdkastfakta(createOpsaetning([version('27')]), et, NU).hash
    expect(new Set([...hasher, paaAndet]).size).toBe(hasher.length + 1)
    expect(hashAf({ ...et, nr: 9 })).toBe(hashAf(et))
    expect(findUdkastfakta(createOpsaetning([version('29', { gaelderFra: kl12('2025-01-01') })]), et, NU).hash).toBe(hashAf(et))
  })
})

describe('a draft follows from its steps', () => {
  const TRIN: readonly [Udkastskridt, Person?][] = [
    [{ type: 'oprettet', navn: 'A', begrundelse: 'B' }],
    [{ type: 'linjeSat', ...linje('28', { aaben: false }) }],
    [{ type: 'linjeSat', ...linje('27', { aaben: true }) }, P.gitte],
    [{ type: 'linjeSat', ...linje('28', { aaben: true }) }],
    [{ type: 'linjeFjernet', kle: praefiks('27') }, P.bente],
    [{ type: 'indlaest', linjer: [linje('29', { aaben: true }), linje('15', { aaben: true })] }],
    [{ type: 'omdoebt', navn: 'C', begrundelse: 'D', ikraft: '2027-01-01' }],
  ]
  const efter = (...mere: readonly [Udkastskridt, Person?][]) => udkastFra(AABNER.id, KORSBAEK, haendelser(...TRIN, ...mere))

  test('each number once, the newest line; whoever touched it is an editor', () => {
    expect(efter()).toMatchObject({ nr: 7, navn: 'C', begrundelse: 'D', ikraft: '2027-01-01', tilstand: 'udkast' })
    expect(efter()?.linjer).toEqual([linje('15', { aaben: true }), linje('28', { aaben: true }), linje('29', { aaben: true })])
    expect(efter()?.redaktoerer).toEqual(new Set([P.henrik.id, P.gitte.id, P.bente.id]))
    expect(udkastFra(AABNER.id, KORSBAEK, [])).toBeUndefined()
  })

  test('proposing, approving and declining make nobody an editor', () => {
    const forslag = { type: 'foreslaaet', hash: 'h', aarsag: 'x', linjer: [] } as const
    const egne = [[{ type: 'oprettet', navn: 'A', begrundelse: 'B' }], [forslag, P.gitte]] as const
    const foreslaaet = udkastFra(AABNER.id, KORSBAEK, haendelser(...egne))
    expect(foreslaaet).toMatchObject({ tilstand: 'foreslaaet', forslag: { hash: 'h', af: { id: P.gitte.id } } })
    expect(foreslaaet?.redaktoerer).toEqual(new Set([P.henrik.id]))
    const trukket = udkastFra(AABNER.id, KORSBAEK, haendelser(...egne, [{ type: 'trukketTilbage', aarsag: 'x' }, P.bente]))
    expect(trukket).toMatchObject({ tilstand: 'udkast', forslag: undefined })
    const gjort = udkastFra(AABNER.id, KORSBAEK, haendelser(...egne, [{ type: 'gennemfoert', hash: 'h', aendring: 4 }, P.bente]))
    expect(gjort).toMatchObject({ tilstand: 'gennemfoert', aendring: 4 })
    const kasseret = udkastFra(AABNER.id, KORSBAEK, haendelser(...egne, [{ type: 'kasseret', aarsag: 'x' }, P.bente]))
    expect(kasseret).toMatchObject({ tilstand: 'kasseret', forslag: undefined })
  })

  test('the same step by the same person is one sent twice; another’s, or another step, is not', () => {
    const [, sat] = haendelser(...TRIN)
    const igen = { type: 'saetLinje', linje: linje('28', { aaben: false }) } as const
    expect(isGentagelse(sat!, P.henrik, igen)).toBe(true)
    expect(isGentagelse(sat!, P.gitte, igen)).toBe(false)
    expect(isGentagelse(sat!, P.henrik, { ...igen, linje: linje('28', { aaben: true }) })).toBe(false)
    expect(isGentagelse(sat!, P.henrik, { type: 'kasser', aarsag: 'x' })).toBe(false)
  })
})
