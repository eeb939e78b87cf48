import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chooseTitel,
  createOpsaetning,
  decideVisning,
  fremdriftForBorger,
  type KleKonfiguration,
  type Visningsfakta,
  type Visningskontekst,
} from '#visning'
import {
  EOJ,
  ESDH,
  fakta,
  fund,
  indhold,
  KORSBAEK,
  kl12,
  kontekst,
  NU,
  version,
  vilkaarligAendring,
  vilkaarligeVersioner,
  vilkaarligtIndhold,
} from '../../../test/byggere/konfiguration.ts'
import { FELTER, type KleIndhold } from './indhold.ts'
import { isIndsnaevring, isSnaevrere } from './indsnaevring.ts'

const frem = (aendret: Partial<KleIndhold>, foer: Partial<KleIndhold> = {}) =>
  isSnaevrere(indhold(foer), indhold({ ...foer, ...aendret }))

describe('one field at a time, from all that is shown: who narrows, and who opens', () => {
  const TABEL: readonly [string, Partial<KleIndhold>, Partial<KleIndhold>][] = [
    ['closing', { aaben: true }, { aaben: false }],
    ['a later from-date', { fradato: '2020-01-01' }, { fradato: '2024-01-01' }],
    ['older active ones no more', { visAeldreAktive: true }, { visAeldreAktive: false }],
    ['one system of all', { fagsystemfilter: [] }, { fagsystemfilter: [EOJ] }],
    ['one system of two', { fagsystemfilter: [EOJ, ESDH] }, { fagsystemfilter: [EOJ] }],
    ['reviewed titles only', { titelvisning: 'sagens' }, { titelvisning: 'gennemset' }],
    ["KLE's words", { titelvisning: 'sagens' }, { titelvisning: 'kle' }],
    ['all titles read', { kvalitetskrav: 'ingen' }, { kvalitetskrav: 'alle' }],
    ['a sample', { kvalitetskrav: 'ingen', stikproeve: 10 }, { kvalitetskrav: 'stikproeve', stikproeve: 10 }],
    ['a larger sample', { kvalitetskrav: 'stikproeve', stikproeve: 10 }, { stikproeve: 20 }],
    ['no document titles', { visDokumenttitler: true }, { visDokumenttitler: false }],
    ['one document type of all', { dokumenttyper: [] }, { dokumenttyper: ['Plan'] }],
    ['no notes', { visJournalnotater: true }, { visJournalnotater: false }],
    ['notes of one system', { notatsystemer: [] }, { notatsystemer: [EOJ] }],
    ['longer for the author', { notatfristDage: 0 }, { notatfristDage: 3 }],
    ['the letter first', { karantaene: false, visAeldreAktive: false }, { karantaene: true }],
    ['some working days first', { ventArbejdsdage: 0, visAeldreAktive: false }, { ventArbejdsdage: 5 }],
    ['no benefits', { visYdelser: true }, { visYdelser: false }],
    ['no payments', { visUdbetalinger: true }, { visUdbetalinger: false }],
    ['no appointments', { visAftaler: true }, { visAftaler: false }],
  ]
  test.each(TABEL)('%s narrows, and back opens', (_, foer, efter) => {
    expect(frem(efter, foer)).toBe(true)
    expect(frem(foer, { ...foer, ...efter })).toBe(false)
  })

  test('every field is tried', () => {
    expect(new Set(TABEL.flatMap(([, , efter]) => Object.keys(efter)))).toEqual(new Set(FELTER))
  })
})

test.each<[string, boolean, Partial<KleIndhold>, Partial<KleIndhold>]>([
  ['nothing changes', true, {}, {}],
  ['the last system is taken out of the filter, which then is all', false, { fagsystemfilter: [EOJ] }, { fagsystemfilter: [] }],
  ['another system', false, { fagsystemfilter: [EOJ] }, { fagsystemfilter: [ESDH] }],
  ['the last type is taken out', false, { dokumenttyper: ['Plan'] }, { dokumenttyper: [] }],
  [
    'the last type is taken out where no titles are shown',
    true,
    { visDokumenttitler: false, dokumenttyper: ['Plan'] },
    { dokumenttyper: [] },
  ],
  [
    'a shorter time for the author where no notes are shown',
    true,
    { visJournalnotater: false, notatfristDage: 9 },
    { notatfristDage: 0 },
  ],
  [
    "reviewed titles to KLE's: documents that nobody read would show",
    false,
    { titelvisning: 'gennemset' },
    { titelvisning: 'kle' },
  ],
  [
    "reviewed titles to KLE's, all read: they would not",
    true,
    { titelvisning: 'gennemset', kvalitetskrav: 'alle' },
    { titelvisning: 'kle' },
  ],
  ['a smaller sample', false, { kvalitetskrav: 'stikproeve', stikproeve: 20 }, { stikproeve: 10 }],
  ['later, and one thing more', false, { fradato: '2020-01-01', visAftaler: false }, { fradato: '2025-01-01', visAftaler: true }],
  [
    'closed, whatever else is chosen for when it opens',
    true,
    { aaben: true, visAftaler: false },
    { aaben: false, visAftaler: true },
  ],
  ['opened with less', false, { aaben: false }, { aaben: true, visAftaler: false }],
  // A case that is told as it stood before its decision counts as active, and comes back.
  [
    'the letter first where older active ones are shown',
    false,
    { karantaene: false, visAeldreAktive: true },
    { karantaene: true },
  ],
  [
    'the letter first, older ones no more',
    true,
    { karantaene: false, visAeldreAktive: true },
    { karantaene: true, visAeldreAktive: false },
  ],
  ['the jurist opens', false, { juristAabnet: false }, { juristAabnet: true }],
  ['the jurist closes', true, { juristAabnet: true }, { juristAabnet: false }],
])('%s: narrows %s', (_, ventet, foer, efter) => {
  expect(frem(efter, foer)).toBe(ventet)
})

const VALG = { seed: 20261122, numRuns: 20_000 } as const

/** The facts as the configuration itself makes them: a case that waits for its letter counts as active still. */
const withAktiv = (f: Visningsfakta, k: KleKonfiguration | undefined, nu: Visningskontekst['nu']): Visningsfakta => ({
  ...f,
  aktiv:
    f.sager.length === 0
      ? f.aktiv
      : f.sager.some((sag) => fremdriftForBorger(sag.fremdrift, k, sag.breve, nu).at(-1)?.fremdrift !== 'Afsluttet'),
})
const vises = (f: Visningsfakta, konfiguration: KleKonfiguration | undefined, k: Visningskontekst) =>
  decideVisning(withAktiv(f, konfiguration, k.nu), { ...k, konfiguration }).vises

test('whatever narrows lets nothing appear: no item, and no title', () => {
  let snaevre = 0
  let skjulte = 0
  fc.assert(
    fc.property(vilkaarligAendring, fakta, kontekst, fund, ([foer, efter], f, k, vurdering) => {
      fc.pre(isSnaevrere(foer, efter))
      snaevre++
      const [a, b] = [version('28', foer), version('28', efter)]
      const [var_, er] = [vises(f, a, k), vises(f, b, k)]
      if (er) expect(var_).toBe(true)
      if (var_ && !er) skjulte++
      const [foerTitel, efterTitel] = [a, b].map((en) => chooseTitel({ art: f.art, titel: 'Egen' }, vurdering, en))
      if (er && efterTitel?.slags !== 'sikker') expect(efterTitel).toEqual(foerTitel)
    }),
    VALG,
  )
  // The property has something to say.
  expect(snaevre).toBeGreaterThan(2_000)
  expect(skjulte).toBeGreaterThan(50)
})

test('what does not narrow can let something appear, or looks at fewer titles: for each there is an item that shows it', () => {
  const vidner = fc.sample(fc.tuple(fakta, kontekst), { seed: 7, numRuns: 6_000 }).map(
    ([f, k]) =>
      [
        { ...f, kle: '28.09.40', kommune: KORSBAEK },
        { ...k, stop: [], grund: 'egen' as const },
      ] as const,
  )
  const felter = FELTER.filter((felt) => !['kvalitetskrav', 'stikproeve', 'titelvisning'].includes(felt))
  const foer = indhold({ visAeldreAktive: false })
  const lukkede: Partial<KleIndhold> = {
    aaben: false,
    fradato: '2026-11-15',
    visAeldreAktive: false,
    fagsystemfilter: [EOJ],
    visDokumenttitler: false,
    dokumenttyper: ['Plan'],
    visJournalnotater: false,
    notatsystemer: [EOJ],
    notatfristDage: 14,
    karantaene: true,
    ventArbejdsdage: 20,
    visYdelser: false,
    visUdbetalinger: false,
    visAftaler: false,
  }
  for (const felt of felter) {
    const efter = felt === 'visAeldreAktive' ? { ...foer, fradato: '2026-11-15', visAeldreAktive: true } : foer
    const skjult = { ...efter, [felt]: lukkede[felt] }
    expect(isSnaevrere(skjult, efter), felt).toBe(false)
    const vidne = vidner.find(([f, k]) => vises(f, version('28', efter), k) && !vises(f, version('28', skjult), k))
    expect(vidne, felt).toBeDefined()
  }
})

test('over whole configurations: whatever narrows lets nothing appear now or at any later time', () => {
  let snaevre = 0
  const tider = [NU, kl12('2026-11-24'), kl12('2026-11-25'), kl12('2026-11-30'), kl12('2026-12-01'), kl12('2027-06-01')]
  fc.assert(
    fc.property(
      vilkaarligeVersioner,
      vilkaarligeVersioner,
      fc.boolean(),
      fakta,
      kontekst,
      fc.constantFrom(...tider),
      (egne, nye, alt, f, k, nu) => {
        // Half of the time the new ones come on top, as a change makes them; half of the time they are others altogether.
        const efter = alt
          ? nye
          : [...egne.filter((en) => !nye.some((ny) => ny.kle === en.kle && ny.gaelderFra === en.gaelderFra)), ...nye]
        fc.pre(isIndsnaevring(egne, efter, KORSBAEK, NU))
        snaevre++
        const ved = (versioner: readonly KleKonfiguration[]) => createOpsaetning(versioner).konfigurationFor(f.kommune, f.kle, nu)
        if (vises(f, ved(efter), { ...k, nu })) expect(vises(f, ved(egne), { ...k, nu })).toBe(true)
      },
    ),
    VALG,
  )
  expect(snaevre).toBeGreaterThan(500)
})

describe('over time and under a group', () => {
  const foer = [
    version('27'),
    version('27.36', { visAftaler: false }),
    version('27', { gaelderFra: kl12('2026-12-01'), aaben: false }),
  ]
  const med = (...nye: KleKonfiguration[]) => isIndsnaevring(foer, [...foer, ...nye], KORSBAEK, NU)
  test.each<[string, boolean, KleKonfiguration]>([
    ['a number within an open group is closed', true, version('27.42', { gaelderFra: NU, aaben: false })],
    [
      'a number within it gets less, and keeps it when the group closes',
      false,
      version('27.42', { gaelderFra: NU, visAftaler: false }),
    ],
    ['the group shows all that its number does not', true, version('27', { gaelderFra: NU })],
    ['the number that shows less gets as much as the group', false, version('27.36', { gaelderFra: NU })],
    ['what was to close later does not', false, version('27', { gaelderFra: kl12('2026-12-02') })],
    ['a number that nobody had opened', false, version('29', { gaelderFra: kl12('2027-01-01') })],
    ['a number that nobody had opened is closed by name', true, version('29', { gaelderFra: NU, aaben: false })],
  ])('%s: narrows %s', (_, ventet, ny) => {
    expect(med(ny)).toBe(ventet)
  })

  test('what went before is nobody’s now', () => {
    const gammel = [
      version('29', { gaelderFra: kl12('2025-01-01') }),
      version('29', { gaelderFra: kl12('2026-01-01'), aaben: false }),
    ]
    expect(isIndsnaevring(gammel, [gammel[1]!], KORSBAEK, NU)).toBe(true)
    expect(isIndsnaevring(gammel, [gammel[0]!], KORSBAEK, NU)).toBe(false)
  })
})

test('any content is as narrow as itself, and closed is narrower than any', () => {
  fc.assert(
    fc.property(vilkaarligtIndhold, vilkaarligtIndhold, (a, b) => {
      expect(isSnaevrere(a, a)).toBe(true)
      expect(isSnaevrere(a, { ...b, aaben: false })).toBe(true)
    }),
    { ...VALG, numRuns: 500 },
  )
})
