import { expect, test } from 'vitest'
import { compareFacetter, compareXsd } from './compare-xsd.testdata.ts'
import { harOfficieltSkema } from './officielt-skema.testdata.ts'

const ANTAL = Number(process.env['BEVIS_MUTATIONER'] ?? 300)

test.skipIf(!harOfficieltSkema())(
  'official and own XSD give the same verdict on seeded mutations of valid messages (skipped where the official files are not at hand)',
  { timeout: 10_000 + ANTAL * 50 },
  () => {
    const { gyldige, ugyldige, uenige } = compareXsd(ANTAL, 2026)
    expect(uenige).toEqual([])
    expect(gyldige + ugyldige).toBe(ANTAL)
    // Both verdicts must occur in numbers, or the comparison would show nothing.
    expect(Math.min(gyldige, ugyldige)).toBeGreaterThan(ANTAL / 10)
  },
)

test.skipIf(!harOfficieltSkema())(
  'official and own XSD give the same verdict on every text of every element at each length and type (skipped as above)',
  { timeout: 300_000 },
  () => {
    const { gyldige, ugyldige, uenige } = compareFacetter()
    expect(uenige).toEqual([])
    expect(Math.min(gyldige, ugyldige)).toBeGreaterThan(1000)
  },
)
