import { expect, test } from 'vitest'
import { BROBYSKOV, KORSBAEK, kl12, konfiguration, NU } from './fakta.bygger.ts'
import { createOpsaetning } from './opsaetning.ts'

const RAEKKER = [
  konfiguration({ kle: '27' }),
  konfiguration({ kle: '27.36', aaben: false }),
  konfiguration({ kle: '27.36.24', fradato: '2026-01-01' }),
  konfiguration({ kle: '32.24.04', gaelderFra: kl12('2025-01-01'), fradato: '2025-01-01' }),
  konfiguration({ kle: '32.24.04', gaelderFra: kl12('2026-06-01'), fradato: '2020-01-01' }),
  konfiguration({ kle: '32.24.04', gaelderFra: kl12('2026-12-01'), aaben: false }),
  konfiguration({ kle: '15', gaelderFra: kl12('2026-12-01') }),
  konfiguration({ kle: '28', gaelderFra: kl12('2025-01-01') }),
  konfiguration({ kle: '28.09', gaelderFra: kl12('2026-12-01'), aaben: false }),
]
const opsaetning = createOpsaetning(RAEKKER)
const find = (kle: string | undefined, nu = NU) => opsaetning.konfigurationFor(KORSBAEK, kle, nu)

test.each([
  ['27.42.12', '27', true],
  ['27.36.04', '27.36', false],
  ['27.36.24', '27.36.24', true],
  ['28.09.40', '28', true],
])('%s is decided by %s, open %s', (kle, praefiks, aaben) => {
  expect(find(kle)).toMatchObject({ kle: praefiks, aaben })
})

test('a version dated ahead comes into force at its instant, not before', () => {
  expect(find('32.24.04', kl12('2026-05-31'))?.fradato).toBe('2025-01-01')
  expect(find('32.24.04')?.fradato).toBe('2020-01-01')
  expect(find('32.24.04', kl12('2026-12-01'))?.aaben).toBe(false)
  expect(find('28.09.40', kl12('2026-12-01'))).toMatchObject({ kle: '28.09', aaben: false })
})

test('what nobody has configured, or only for later, is closed', () => {
  for (const kle of ['29.18.00', '15.17.06', '2', '', undefined]) expect(find(kle)).toBeUndefined()
  expect(opsaetning.konfigurationFor(BROBYSKOV, '27.42.12', NU)).toBeUndefined()
  expect(find('27.42.12', kl12('2024-12-31'))).toBeUndefined()
})

test('what is in force in the municipality, one for each prefix', () => {
  const gaeldende = opsaetning.gaeldendeFor(KORSBAEK, NU).map(({ kle, fradato }) => `${kle} ${fradato}`)
  expect(gaeldende.sort()).toEqual([
    '27 2025-01-01',
    '27.36 2025-01-01',
    '27.36.24 2026-01-01',
    '28 2025-01-01',
    '32.24.04 2020-01-01',
  ])
  expect(opsaetning.gaeldendeFor(BROBYSKOV, NU)).toEqual([])
})

test('all versions can be told, of each municipality that has any', () => {
  expect(opsaetning.kommuner()).toEqual([KORSBAEK])
  expect(opsaetning.versionerFor(KORSBAEK)).toHaveLength(RAEKKER.length)
  expect(new Set(opsaetning.versionerFor(KORSBAEK))).toEqual(new Set(RAEKKER))
  expect(opsaetning.versionerFor(BROBYSKOV)).toEqual([])
})

test('of three versions the newest in force decides, in whatever order they were read', () => {
  const [foerste, anden, tredje] = ['2025-01-01', '2026-01-01', '2027-01-01'].map((dag) =>
    konfiguration({ gaelderFra: kl12(dag) }),
  )
  for (const orden of [
    [foerste, anden, tredje],
    [tredje, anden, foerste],
    [anden, tredje, foerste],
    [anden, foerste, tredje],
  ]) {
    const valg = createOpsaetning(orden.flatMap((led) => led ?? []))
    expect(valg.konfigurationFor(KORSBAEK, '27.36.04', NU)).toBe(anden)
    expect(valg.konfigurationFor(KORSBAEK, '27.36.04', kl12('2025-06-01'))).toBe(foerste)
    expect(valg.konfigurationFor(KORSBAEK, '27.36.04', kl12('2027-06-01'))).toBe(tredje)
  }
})
