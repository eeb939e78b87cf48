import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KleEmne } from '#kernel'
import { isAltidLukket } from './altid-lukket.ts'
import { praefikserI } from './interval.ts'
import { LIVSOMRAADER, type LivsomraadeNoegle, livsomraadeFor, livsomraadeMedNoegle } from './livsomraade.ts'
import { kleEmne } from './test-byggere.ts'

const to = (n: number): string => String(n).padStart(2, '0')
const vilkaarligtEmne: fc.Arbitrary<KleEmne> = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
  .map(([a, b, c]) => kleEmne(`${to(a)}.${to(b)}.${to(c)}`))
/** Random numbers seldom fall near a border, so half of them are drawn from the hovedgrupper and groups that the tables name. */
const emneNaerGraense: fc.Arbitrary<KleEmne> = fc
  .tuple(
    fc.constantFrom(
      '32.30',
      '32.10',
      '32.16',
      '32.17',
      '29.12',
      '29.15',
      '27.42',
      '27.12',
      '27.69',
      '27.57',
      '18.12',
      '18.13',
      '23.05',
      '32.45',
      '81.01',
      '88.09',
      '34.10',
    ),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([gruppe, c]) => kleEmne(`${gruppe}.${to(c)}`))
const emne = fc.oneof(vilkaarligtEmne, emneNaerGraense)

type Raekke = readonly [
  hovedgruppe: number,
  gruppeFra: number,
  gruppeTil: number,
  emneFra: number,
  emneTil: number,
  LivsomraadeNoegle,
]
/** The table of life areas said once more, as comparisons of numbers: the first row that fits wins. */
const NAIV_TABEL: readonly Raekke[] = [
  [29, 15, 15, 4, 4, 'boern-og-familie'],
  [32, 30, 30, 8, 16, 'boern-og-familie'],
  [29, 12, 12, 0, 99, 'boern-og-familie'],
  [27, 42, 42, 0, 99, 'bolig-og-byggeri'],
  [27, 45, 45, 0, 99, 'bolig-og-byggeri'],
  [25, 2, 2, 0, 99, 'bolig-og-byggeri'],
  [25, 29, 29, 0, 99, 'bolig-og-byggeri'],
  [32, 21, 21, 0, 99, 'arbejde-og-forsoergelse'],
  [32, 24, 27, 0, 99, 'arbejde-og-forsoergelse'],
  [32, 30, 30, 0, 99, 'arbejde-og-forsoergelse'],
  [32, 10, 16, 0, 99, 'boern-og-familie'],
  [32, 18, 18, 0, 99, 'hjaelp-pleje-og-handicap'],
  [32, 6, 6, 0, 99, 'bolig-og-byggeri'],
  [32, 3, 3, 0, 99, 'pension-og-oekonomi'],
  [32, 42, 42, 0, 99, 'pension-og-oekonomi'],
  [32, 45, 45, 0, 99, 'pension-og-oekonomi'],
  [32, 66, 70, 0, 99, 'pension-og-oekonomi'],
  [18, 1, 12, 0, 99, 'skole-og-uddannelse'],
  [18, 13, 20, 0, 99, 'borgerservice-trafik-og-fritid'],
  [7, 18, 18, 0, 99, 'bolig-og-byggeri'],
  [9, 13, 13, 0, 99, 'bolig-og-byggeri'],
  [13, 1, 3, 0, 99, 'bolig-og-byggeri'],
  [2, 0, 99, 0, 99, 'bolig-og-byggeri'],
  [3, 0, 99, 0, 99, 'bolig-og-byggeri'],
  [5, 0, 99, 0, 99, 'borgerservice-trafik-og-fritid'],
  [15, 0, 99, 0, 99, 'arbejde-og-forsoergelse'],
  [17, 0, 99, 0, 99, 'skole-og-uddannelse'],
  [20, 0, 99, 0, 99, 'borgerservice-trafik-og-fritid'],
  [21, 0, 99, 0, 99, 'borgerservice-trafik-og-fritid'],
  [23, 0, 99, 0, 99, 'borgerservice-trafik-og-fritid'],
  [25, 0, 99, 0, 99, 'pension-og-oekonomi'],
  [27, 0, 99, 0, 99, 'hjaelp-pleje-og-handicap'],
  [28, 0, 99, 0, 99, 'boern-og-familie'],
  [29, 0, 99, 0, 99, 'sundhed'],
  [34, 0, 99, 0, 99, 'boern-og-familie'],
  [54, 0, 99, 0, 99, 'skole-og-uddannelse'],
]

function naivtOmraade(kle: string): LivsomraadeNoegle {
  const [h = 0, g = 0, e = 0] = kle.split('.').map(Number)
  return (
    NAIV_TABEL.find((raekke) => raekke[0] === h && raekke[1] <= g && g <= raekke[2] && raekke[3] <= e && e <= raekke[4])?.[5] ??
    'andet'
  )
}

/** The closed list said once more. */
function naivtLukket(kle: string): boolean {
  const [h = 0, g = 0, e = 0] = kle.split('.').map(Number)
  if (h === 34 || (h >= 81 && h <= 88)) return true
  if (h === 27)
    return (
      [66, 25, 29].includes(g) || (g === 12 && e >= 26 && e <= 38) || (g === 57 && e === 12) || (g === 69 && e >= 60 && e <= 64)
    )
  if (h === 23) return g === 35 || (g === 5 && e === 5)
  return kle === '32.45.04' || kle === '32.45.30' || kle === '00.07.45'
}

describe('life areas', () => {
  test('there are nine, in the order of the page, with a key for addresses', () => {
    expect(LIVSOMRAADER.map(({ noegle }) => noegle)).toHaveLength(9)
    for (const omraade of LIVSOMRAADER) {
      expect(omraade.noegle).toMatch(/^[a-z-]+$/)
      expect(livsomraadeMedNoegle(omraade.noegle)).toBe(omraade)
    }
    expect(livsomraadeMedNoegle('findes-ikke')).toBeUndefined()
  })

  test('no prefix leads to two areas', () => {
    const alle = LIVSOMRAADER.flatMap(({ praefikser }) => praefikser)
    expect(new Set(alle).size).toBe(alle.length)
  })

  test.each([
    ['15.17.06', 'arbejde-og-forsoergelse'],
    ['32.30.04', 'arbejde-og-forsoergelse'],
    ['32.30.08', 'boern-og-familie'],
    ['29.12.08', 'boern-og-familie'],
    ['29.15.04', 'boern-og-familie'],
    ['29.15.12', 'sundhed'],
    ['27.36.04', 'hjaelp-pleje-og-handicap'],
    ['27.42.12', 'bolig-og-byggeri'],
    ['25.02.01', 'bolig-og-byggeri'],
    ['25.45.10', 'pension-og-oekonomi'],
    ['18.12.00', 'skole-og-uddannelse'],
    ['18.13.00', 'borgerservice-trafik-og-fritid'],
    ['00.07.03', 'andet'],
    ['99.99.99', 'andet'],
  ])('%s is %s', (nr, noegle) => {
    expect(livsomraadeFor(kleEmne(nr)).noegle).toBe(noegle)
  })

  test('every number has the area that the table, read as comparisons, gives it', () => {
    fc.assert(
      fc.property(emne, (kle) => livsomraadeFor(kle).noegle === naivtOmraade(kle)),
      { seed: 20261014, numRuns: 5000 },
    )
  })
})

describe('always closed', () => {
  test.each([
    '34.10.30',
    '34.00.00',
    '81.00.00',
    '84.03.02',
    '88.24.20',
    '27.66.08',
    '27.25.12',
    '27.29.35',
    '27.12.26',
    '27.12.38',
    '27.57.12',
    '27.69.62',
    '23.05.05',
    '23.35.10',
    '32.45.04',
    '32.45.30',
    '00.07.45',
  ])('%s is closed', (nr) => {
    expect(isAltidLukket(kleEmne(nr))).toBe(true)
  })

  test.each([
    '27.12.25',
    '27.12.39',
    '27.12.12',
    '27.57.08',
    '27.69.58',
    '27.69.68',
    '23.05.10',
    '32.45.10',
    '00.07.03',
    '80.00.00',
    '89.00.00',
    '33.10.30',
  ])('%s is not', (nr) => {
    expect(isAltidLukket(kleEmne(nr))).toBe(false)
  })

  test('every number is closed or not as the list, read as comparisons, says', () => {
    fc.assert(
      fc.property(emne, (kle) => isAltidLukket(kle) === naivtLukket(kle)),
      { seed: 20261014, numRuns: 5000 },
    )
  })
})

describe('intervals', () => {
  test.each([
    ['27', ['27']],
    ['32.24-32.27', ['32.24', '32.25', '32.26', '32.27']],
    ['27.69.60-62', ['27.69.60', '27.69.61', '27.69.62']],
    ['81-83', ['81', '82', '83']],
  ])('%s', (interval, praefikser) => {
    expect(praefikserI(interval)).toEqual(praefikser)
  })

  test.each(['', '2', '27-', '27.12.38-26', '27.12-28.14', 'x-y'])('%j is refused', (interval) => {
    expect(() => praefikserI(interval)).toThrow(RangeError)
  })
})
