import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidspunkt } from '#kernel'
import { bevis, EOJ, ESDH, NU, timerFoer } from './daekning.bygger.ts'
import { type Forbehold, type KildeDaekning, type Udsagnsgrundlag, udsagnFor } from './udsagn.ts'

const tilsluttet = (aendret: Partial<KildeDaekning> = {}): KildeDaekning => ({
  kilde: EOJ,
  tilsluttetSiden: tidspunkt('2020-12-01T00:00:00Z'),
  dataFra: '2016-01-01',
  senesteLivstegn: timerFoer(1),
  afstemt: timerFoer(24),
  bevis: bevis(),
  ...aendret,
})
/** All is known: there is none. */
const bevist = (aendret: Partial<Udsagnsgrundlag> = {}): Udsagnsgrundlag => ({
  aaben: true,
  visesFra: '2020-12-01',
  tilsluttede: [tilsluttet()],
  baerende: [],
  forventedeSlags: ['eoj'],
  ikkeTilsluttede: [],
  aabneAfvisninger: 0,
  stoppet: false,
  nu: NU,
  hasVisible: false,
  ...aendret,
})

test('where everything is known, it is said that there is none', () => {
  expect(udsagnFor(bevist())).toMatchObject({ udsagn: 'intet', forbehold: [], bevistTil: timerFoer(0.5) })
})

test.each<[string, Partial<Udsagnsgrundlag>, Forbehold]>([
  ['the source is late', { tilsluttede: [tilsluttet({ senesteLivstegn: timerFoer(30.1) })] }, 'forsinket'],
  ['the source has never delivered', { tilsluttede: [tilsluttet({ senesteLivstegn: undefined })] }, 'forsinket'],
  ['the source is blocked', { tilsluttede: [tilsluttet({ kilde: { ...EOJ, spaerret: NU } })] }, 'forsinket'],
  ['one of two sources is late', { tilsluttede: [tilsluttet(), tilsluttet({ senesteLivstegn: timerFoer(31) })] }, 'forsinket'],
  ['its data begin later than what is shown', { tilsluttede: [tilsluttet({ dataFra: '2020-12-02' })] }, 'kunSiden'],
  ['nobody has said how far back its data go', { tilsluttede: [tilsluttet({ dataFra: undefined })] }, 'kunSiden'],
  ['a line stands refused', { aabneAfvisninger: 1 }, 'afviste'],
  ['the counts do not agree', { tilsluttede: [tilsluttet({ afstemt: undefined })] }, 'ikkeAfstemt'],
  ['the counts agreed over a month ago', { tilsluttede: [tilsluttet({ afstemt: timerFoer(31 * 24 + 1) })] }, 'ikkeAfstemt'],
  [
    'it has delivered since it was last confirmed',
    { tilsluttede: [tilsluttet({ bevis: bevis({ brudt: true }) })] },
    'ikkeBevist',
  ],
  ['it has proved nothing', { tilsluttede: [tilsluttet({ bevis: undefined })] }, 'ikkeBevist'],
  ['one of two has proved nothing', { tilsluttede: [tilsluttet(), tilsluttet({ bevis: undefined })] }, 'ikkeBevist'],
  ['a source of what it stands on has proved nothing', { baerende: [tilsluttet({ bevis: undefined })] }, 'ikkeBevist'],
  ['a source of what it stands on is not reconciled', { baerende: [tilsluttet({ afstemt: undefined })] }, 'ikkeAfstemt'],
  ['nobody has said which kinds of system there are', { forventedeSlags: [] }, 'ukendteKilder'],
  ['an expected kind of system is not connected', { forventedeSlags: ['eoj', 'esdh'] }, 'manglendeKilder'],
  ['the municipality has stopped the showing of something', { stoppet: true }, 'stoppet'],
  ['a known system of an expected kind is not connected', { ikkeTilsluttede: [ESDH] }, 'manglendeKilder'],
])('%s: nothing is seen, and it is said why', (_, aendret, forbehold) => {
  expect(udsagnFor(bevist(aendret))).toMatchObject({ udsagn: 'ikkeSet', forbehold: [forbehold] })
})

test('to the last moment: a rhythm of 24 hours allows 30, data from the very fradato are enough, and a count holds 31 days', () => {
  const graense = tilsluttet({ senesteLivstegn: timerFoer(30), dataFra: '2020-12-01', afstemt: timerFoer(31 * 24) })
  expect(udsagnFor(bevist({ tilsluttede: [graense] })).udsagn).toBe('intet')
})

test('a number that is not opened, and an area that nobody delivers, are not connected', () => {
  expect(udsagnFor(bevist({ aaben: false, visesFra: undefined }))).toEqual({
    udsagn: 'ikkeTilsluttet',
    kilder: [],
    forbehold: [],
    bevistTil: undefined,
  })
  expect(udsagnFor(bevist({ tilsluttede: [] }))).toEqual({
    udsagn: 'ikkeTilsluttet',
    kilder: [],
    forbehold: ['manglendeKilder'],
    bevistTil: undefined,
  })
})

test('what is seen is seen, with what may be missing beside it', () => {
  const svar = udsagnFor(bevist({ hasVisible: true, aabneAfvisninger: 3 }))
  expect(svar).toMatchObject({ udsagn: 'vist', forbehold: ['afviste'], bevistTil: undefined })
  expect(udsagnFor(bevist({ hasVisible: true }))).toMatchObject({ udsagn: 'vist', forbehold: [], bevistTil: timerFoer(0.5) })
})

test('the sources are named by kind and name; when they last came only by the hour', () => {
  expect(
    udsagnFor(bevist({ tilsluttede: [tilsluttet({ senesteLivstegn: tidspunkt('2026-11-22T10:59:59.999Z') })] })).kilder,
  ).toEqual([
    {
      slags: { da: 'systemet for pleje og omsorg', en: 'the care system' },
      navn: 'Lindely Omsorg',
      tilsluttetSiden: '2020-12-01T00:00:00.000Z',
      dataFra: '2016-01-01',
      senesteLevering: '2026-11-22T10:00:00.000Z',
    },
  ])
})

describe('for any state of the sources', () => {
  const tid = fc.option(fc.integer({ min: 0, max: 60 * 24 }).map(timerFoer), { nil: undefined })
  const led = fc.record<KildeDaekning>({
    kilde: fc.constantFrom(EOJ, EOJ, EOJ, ESDH, ESDH, { ...EOJ, spaerret: NU }),
    tilsluttetSiden: fc.constant(timerFoer(9999)),
    dataFra: fc.constantFrom('2016-01-01', '2016-01-01', '2016-01-01', '2016-01-01', '2024-01-01', undefined),
    senesteLivstegn: fc.oneof(tid, { weight: 4, arbitrary: fc.constant(timerFoer(2)) }),
    afstemt: fc.oneof(tid, { weight: 4, arbitrary: fc.constant(timerFoer(2)) }),
    bevis: fc.constantFrom(
      ...[
        bevis(),
        bevis(),
        bevis(),
        bevis({ bevistTil: timerFoer(0.7) }),
        bevis({ bevistTil: timerFoer(3), nyeste: timerFoer(4) }),
      ],
      ...[bevis({ nyeste: undefined }), bevis({ brudt: true }), undefined],
    ),
  })
  const grundlag = fc.record<Udsagnsgrundlag>({
    aaben: fc.constantFrom(true, true, false),
    visesFra: fc.constant('2020-12-01'),
    tilsluttede: fc.array(led, { maxLength: 2 }),
    baerende: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(led, { maxLength: 1 })),
    forventedeSlags: fc.constantFrom([], ['eoj'], ['eoj'], ['esdh'], ['eoj', 'esdh']),
    ikkeTilsluttede: fc.constantFrom([], [], [ESDH]),
    aabneAfvisninger: fc.constantFrom(0, 0, 2),
    stoppet: fc.constantFrom(false, false, false, true),
    nu: fc.constant(NU),
    hasVisible: fc.constantFrom(false, false, true),
  })

  test('"none" is said exactly where a second, naive statement of the proof holds', () => {
    let intet = 0
    fc.assert(
      fc.property(grundlag, (g) => {
        const dage = (t: string | undefined) => (t ? (Date.parse(NU) - Date.parse(t)) / 86_400_000 : Number.NaN)
        const alleGode = g.tilsluttede.filter(
          (k) => !k.kilde.spaerret && dage(k.senesteLivstegn) <= 1.25 && dage(k.afstemt) <= 31 && k.dataFra === '2016-01-01',
        )
        const alle = [...g.tilsluttede, ...g.baerende]
        // Some one time at which each of them held what it does: those named are all there are.
        const faelles = [0.5, 0.7, 3].some((timer) =>
          alle.every(({ bevis: b }) => b && !b.brudt && b.bevistTil! >= timerFoer(timer) && (b.nyeste ?? '') <= timerFoer(timer)),
        )
        const sagt =
          !g.hasVisible &&
          faelles &&
          g.baerende.every((k) => dage(k.afstemt) <= 31) &&
          g.aaben &&
          g.tilsluttede.length > 0 &&
          alleGode.length === g.tilsluttede.length &&
          g.forventedeSlags.length > 0 &&
          g.forventedeSlags.filter((slags) => alleGode.every((k) => k.kilde.slags !== slags)).length === 0 &&
          g.ikkeTilsluttede.length + g.aabneAfvisninger + Number(g.stoppet) === 0
        if (sagt) intet++
        expect(udsagnFor(g).udsagn === 'intet').toBe(sagt)
      }),
      { seed: 20261122, numRuns: 12_000 },
    )
    expect(intet).toBeGreaterThan(50)
  })

  test('taking any knowledge away never turns another statement into "none"', () => {
    fc.assert(
      fc.property(grundlag, (g) => {
        const ringere = [
          { ...g, tilsluttede: g.tilsluttede.map((k) => ({ ...k, afstemt: undefined })) },
          { ...g, tilsluttede: g.tilsluttede.map((k) => ({ ...k, senesteLivstegn: undefined })) },
          { ...g, tilsluttede: g.tilsluttede.map((k) => ({ ...k, bevis: undefined })) },
          { ...g, tilsluttede: g.tilsluttede.map((k) => ({ ...k, bevis: k.bevis && { ...k.bevis, brudt: true } })) },
          { ...g, tilsluttede: [] },
          { ...g, forventedeSlags: [] },
          { ...g, aaben: false },
          { ...g, stoppet: true },
          { ...g, aabneAfvisninger: g.aabneAfvisninger + 1 },
        ]
        for (const mindre of ringere) expect(udsagnFor(mindre).udsagn).not.toBe('intet')
      }),
      { seed: 20261122, numRuns: 1000 },
    )
  })
})
