import { expect, test } from 'vitest'
import { tidspunkt, type Uuid, uuid } from '#kernel'
import { createOpsaetning } from '#visning'
import { KORSBAEK, linje, PERSONER, praefiks, udkast, version } from '../../../test/byggere/konfiguration.ts'
import { aabenhedsrapport } from './aabenhed.ts'
import { felterFor } from './begynd-udkast.ts'
import { findNaesteSkridt, type Planfakta, planfremdrift, plantal } from './fremdrift.ts'
import { compareMinimum } from './minimumsliste.ts'
import { type Etape, numreFor, type Planhaendelse, planFra } from './plan.ts'

const NU = tidspunkt('2026-10-08T07:30:00.000Z')
const { henrik, gitte } = PERSONER
const etape = (felter: Partial<Etape> = {}): Etape => ({
  id: uuid('00000000-0000-4000-8000-0000000000e1'),
  navn: 'Hjemmepleje',
  omraader: [],
  kle: [praefiks('27.36'), praefiks('27.60')],
  fra: '2026-11-01',
  til: '2026-12-31',
  ansvarlig: 'Visitationen',
  fradato: '2022-03-01',
  aeldreAktive: true,
  kvalitet: 'alle',
  stikproeve: 0,
  dokumenttyper: [],
  ...felter,
})
const trin = (en: Etape, nr: number): Planhaendelse => ({
  nr,
  tid: NU,
  af: henrik,
  skridt: { type: 'etapeSat', etape: en, aarsag: 'x' },
})
const plan = (...etaper: readonly Etape[]) =>
  planFra(
    KORSBAEK,
    etaper.map((en, i) => trin(en, i + 1)),
  )
const fakta = (felter: Partial<Planfakta> = {}): Planfakta => ({
  nu: NU,
  opsaetning: createOpsaetning([]),
  udkast: [],
  ventende: new Map(),
  ...felter,
})
const foerste = (en: Etape, af: Planfakta) => planfremdrift(plan(en), af)[0]
const aabent = (...numre: string[]) => createOpsaetning(numre.map((kle) => version(kle)))

test.each([
  ['nothing is done, and it begins later', etape(), fakta(), 'planlagt'],
  ['it has begun by its date', etape({ fra: '2026-10-08' }), fakta(), 'igang'],
  ['something of it is open', etape(), fakta({ opsaetning: aabent('27.36') }), 'igang'],
  ['its last day is today', etape({ fra: '2026-01-01', til: '2026-10-08' }), fakta(), 'igang'],
  ['its last day was yesterday', etape({ fra: '2026-01-01', til: '2026-10-07' }), fakta(), 'forsinket'],
  ['all is open, though late', etape({ fra: '2026-01-01', til: '2026-10-07' }), fakta({ opsaetning: aabent('27') }), 'naaet'],
])('a stage where %s', (_, en, af, ventet) => expect(foerste(en, af)?.tilstand).toBe(ventet))

test('a number is shown, coming, proposed, drafted or not begun, and a draft that closes it opens nothing', () => {
  const en = etape({ kle: ['27.36', '27.60', '28.09', '29.21', '02.34'].map(praefiks) })
  const af = fakta({
    opsaetning: createOpsaetning([version('27.36'), version('27.60', { gaelderFra: tidspunkt('2026-12-01T00:00:00.000Z') })]),
    udkast: [
      udkast([linje('28', { aaben: true }), linje('28.77', { aaben: false })], { tilstand: 'foreslaaet' }),
      udkast([linje('29.21', { aaben: true }), linje('02.34', { aaben: false })]),
    ],
  })
  const tilstande = Object.fromEntries(foerste(en, af)?.numre.map(({ kle, tilstand }) => [kle, tilstand]) ?? [])
  expect(tilstande).toEqual({ '02.34': 'lukket', '27.36': 'vist', '27.60': 'kommer', '28.09': 'forslag', '29.21': 'udkast' })
})

test('numbers in two stages count once, and an emne under two of them waits once', () => {
  const etaper = planfremdrift(
    plan(etape(), etape({ id: uuid('00000000-0000-4000-8000-0000000000e2'), kle: [praefiks('27.36'), praefiks('27')] })),
    fakta(),
  )
  const af = fakta({ ventende: new Map([['27.36.04', 7]]) })
  expect(plantal(etaper, af)).toEqual({ numre: 3, vist: 0, kommer: 0, forslag: 0, tilbage: 3, ventende: 7 })
})

const skridt = (
  af: Planfakta,
  { mig = henrik.id, forhaandsvist = [] }: { mig?: Uuid; forhaandsvist?: readonly Uuid[] } = {},
  en = etape(),
) => {
  const etaper = planfremdrift(plan(en), af)
  return findNaesteSkridt(etaper, { mig, forhaandsvist: new Set(forhaandsvist), ventende: plantal(etaper, af).ventende, nu: NU })
    .slags
}
test('the next step follows the draft to its approval, and nobody is asked to approve what is their own', () => {
  const linjer = [linje('27', { aaben: true })]
  const begge = udkast(linjer)
  const forslag = udkast(linjer, { tilstand: 'foreslaaet' })
  expect(findNaesteSkridt([], { mig: henrik.id, forhaandsvist: new Set(), ventende: 3, nu: NU }).slags).toBe('lavEtape')
  expect(skridt(fakta())).toBe('lavUdkast')
  expect(skridt(fakta({ udkast: [begge] }))).toBe('forhaandsvis')
  expect(skridt(fakta({ udkast: [begge] }), { forhaandsvist: [begge.id] })).toBe('foreslaa')
  expect(skridt(fakta({ udkast: [forslag] }))).toBe('ventPaaAnden')
  expect(skridt(fakta({ udkast: [forslag] }), { mig: gitte.id })).toBe('godkend')
  expect(skridt(fakta({ opsaetning: aabent('27'), ventende: new Map([['27.36.04', 2]]) }))).toBe('gennemse')
  expect(skridt(fakta({ opsaetning: aabent('27') }))).toBe('altVist')
  const senere = createOpsaetning([version('27', { gaelderFra: tidspunkt('2026-12-01T00:00:00.000Z') })])
  expect(skridt(fakta({ opsaetning: senere }))).toBe('ventTilDato')
})

test('a whole area of life is its numbers, without those that only a jurist opens', () => {
  expect(numreFor({ omraader: ['boern-og-familie'], kle: [praefiks('27.36')] })).toContain('28')
  expect(numreFor({ omraader: ['boern-og-familie'], kle: [] })).not.toContain('34')
  expect(numreFor({ omraader: [], kle: [praefiks('34')] })).toEqual([])
})

test('a stage that is removed is gone, and one that is saved again is there once, as it was last', () => {
  const fjernet: Planhaendelse = {
    nr: 3,
    tid: NU,
    af: gitte,
    skridt: { type: 'etapeFjernet', id: etape().id, navn: 'x', aarsag: 'x' },
  }
  const to = [trin(etape(), 1), trin(etape({ navn: 'Ny' }), 2)]
  expect(planFra(KORSBAEK, to).etaper.map(({ navn }) => navn)).toEqual(['Ny'])
  expect(planFra(KORSBAEK, [...to, fjernet])).toEqual({ kommune: KORSBAEK, nr: 3, etaper: [] })
})

test.each([
  ['faste', { titelvisning: 'kle', kvalitetskrav: 'ingen', stikproeve: 0 }],
  ['stikproeve', { titelvisning: 'sagens', kvalitetskrav: 'stikproeve', stikproeve: 200 }],
  ['alle', { titelvisning: 'gennemset', kvalitetskrav: 'alle', stikproeve: 0 }],
  ['ingen', { titelvisning: 'sagens', kvalitetskrav: 'ingen', stikproeve: 0 }],
] as const)('quality by %s is configured so', (kvalitet, ventet) =>
  expect(felterFor(etape({ kvalitet, stikproeve: 200 }))).toMatchObject({
    aaben: true,
    fradato: '2022-03-01',
    visAeldreAktive: true,
    ...ventet,
  }),
)

test('against the minimum list a municipality stands by what it shows, and by the day', () => {
  const punkt = (noegle: string, kle: string[], senest: string) => ({
    noegle,
    navn: { da: noegle, en: noegle },
    kle: kle.map(praefiks),
    senest,
  })
  const liste = {
    kilde: { da: 'x', en: 'x' },
    punkter: [
      punkt('senere', ['28.09'], '2027-06-30'),
      punkt('idag', ['29.21'], '2026-10-08'),
      punkt('forbi', ['29.21', '27.36'], '2026-10-07'),
      punkt('delvis', ['27.36', '27.48'], '2027-01-01'),
      punkt('vist', ['27.36.04'], '2020-01-01'),
    ],
  }
  const linjer = compareMinimum(liste, KORSBAEK, plan(etape({ kle: [praefiks('28')] })), aabent('27.36'), NU)
  expect(linjer.map(({ punkt: { noegle }, tilstand, iPlan }) => [noegle, tilstand, iPlan])).toEqual([
    ['vist', 'vist', false],
    ['forbi', 'overskredet', false],
    ['idag', 'mangler', false],
    ['delvis', 'delvis', false],
    ['senere', 'mangler', true],
  ])
})

test('openness counts what can be shown at all, and others apart from oneself', () => {
  const { linjer, andre } = aabenhedsrapport(
    createOpsaetning([version('28', { visJournalnotater: false }), version('34')]),
    KORSBAEK,
    NU,
  )
  const boern = linjer.find(({ omraade }) => omraade === 'boern-og-familie')
  expect(andre).toBe(0)
  expect(boern?.vist).toBeGreaterThan(0)
  // Hovedgruppe 34 is closed to all, so it is not among the numbers.
  expect(boern?.slags.has('journalnotat')).toBe(false)
  expect(boern?.andre.snit).toBeUndefined()
  expect(linjer.every(({ vist, numre }) => vist <= numre)).toBe(true)
})
