import { describe, expect, test } from 'vitest'
import type { KleUdgave } from '#klassifikation'
import { createOpsaetning } from '#visning'
import { BROBYSKOV, KORSBAEK, kl12, NU, praefiks, version } from '../../../test/byggere/konfiguration.ts'
import { aabningerAf, sammenlign } from './sammenligning.ts'
import { antalUnder, buildKletrae, findKnude, knudetilstand, kommendeVersioner, soegKnuder, vejTil } from './trae.ts'

const udgave = (udgivet: string, emner: Readonly<Record<string, string | { titel: string; udgaar: string }>>): KleUdgave => ({
  udgivet,
  kilde: 'prøve',
  uddrag: false,
  hovedgrupper: new Map([['27', { nr: '27', titel: 'Social service' }]]),
  grupper: new Map([['27.36', { nr: '27.36', titel: 'Personlig og praktisk hjælp' }]]),
  emner: new Map(
    Object.entries(emner).map(([nr, en]) => [
      nr as never,
      { nr: nr as never, afloestAf: [], stikord: [], ...(typeof en === 'string' ? { titel: en } : en) },
    ]),
  ),
})
const UDGAVER = [
  udgave('2026-02-01', { '27.36.04': 'Ny titel', '27.35.04': { titel: 'Forebyggende', udgaar: '2026-06-01' } }),
  udgave('2024-02-01', { '27.36.04': 'Gammel titel', '29.18.00': 'Sygepleje' }),
]

describe('the tree', () => {
  const trae = buildKletrae(UDGAVER, '2026-11-22', ['99.01.02', 'ikke et nummer'], 'da')

  test('has each number in use under its group and hovedgruppe, by the newest title, and local ones', () => {
    expect(trae.map(({ kle, titel }) => `${kle} ${titel}`)).toEqual(['27 Social service', '29 Sundhed', '99 '])
    expect(findKnude(trae, praefiks('27.36.04'))?.titel).toBe('Ny titel')
    expect(findKnude(trae, praefiks('27.35.04'))).toBeUndefined()
    expect(findKnude(trae, praefiks('99.01.02'))?.kle).toBe('99.01.02')
    expect(vejTil(trae, praefiks('27.36.04')).map(({ kle }) => kle)).toEqual(['27', '27.36', '27.36.04'])
  })

  test.each([
    ['27.36', ['27.36', '27.36.04']],
    ['HJÆLP praktisk', ['27.36']],
    ['ny', ['27.36.04']],
    ['  ', []],
    ['.*', []],
  ])('is searched for %j', (soegning, fundne) => {
    expect(soegKnuder(trae, soegning, 100).map(({ kle }) => kle)).toEqual(fundne)
  })

  test('a search finds no more than is asked for', () => {
    expect(soegKnuder(trae, '2', 2)).toHaveLength(2)
  })
})

const OPSAETNING = createOpsaetning([
  version('28', { gaelderFra: kl12('2021-01-01') }),
  version('28.77', { gaelderFra: kl12('2022-01-01'), aaben: false }),
  version('27.36', { gaelderFra: kl12('2023-01-01') }),
  version('27.36', { gaelderFra: kl12('2024-01-01'), aaben: false }),
  version('27.36', { gaelderFra: kl12('2025-01-01') }),
  version('27.36', { gaelderFra: kl12('2026-01-01'), visAftaler: false }),
  version('27.36', { gaelderFra: kl12('2027-01-01'), aaben: false }),
  version('34', { gaelderFra: kl12('2024-01-01') }),
  version('34.10.30', { gaelderFra: kl12('2024-01-01'), juristAabnet: true }),
  version('27.36', { kommune: BROBYSKOV, gaelderFra: kl12('2022-01-01') }),
  version('15', { kommune: BROBYSKOV, gaelderFra: kl12('2022-01-01') }),
])
const tilstand = (kle: string) => knudetilstand(OPSAETNING, KORSBAEK, praefiks(kle), NU)

test.each([
  ['28', 'aaben', '28', '2021-01-01', 1],
  ['28.09.40', 'aaben', '28', '2021-01-01', 0],
  ['28.77', 'lukket', '28.77', undefined, 0],
  // Closed for a year in between: open since it opened again, though a newer version is in force.
  ['27.36.04', 'aaben', '27.36', '2025-01-01', 0],
  ['27', 'delvis', undefined, undefined, 1],
  ['29', 'lukket', undefined, undefined, 0],
  // Opened as a group it stays closed; the number that the jurist has opened is open.
  ['34', 'delvis', '34', undefined, 1],
  ['34.10', 'delvis', '34', undefined, 1],
  ['34.10.30', 'aaben', '34.10.30', '2024-01-01', 0],
  ['27.66', 'altidLukket', undefined, undefined, 0],
])('%s is %s, by %s since %s, with %i below that differ', (kle, ventet, efter, siden, undtagelser) => {
  expect(tilstand(kle)).toMatchObject({ tilstand: ventet, efter, siden: siden && kl12(siden), undtagelser })
})

test('what comes is told where it decides for the number, of its own or from above', () => {
  const kommende = (kle: string) =>
    kommendeVersioner(OPSAETNING, KORSBAEK, praefiks(kle), NU).map(({ kle, aaben }) => [kle, aaben])
  expect([kommende('27.36'), kommende('27.36.04'), kommende('28')]).toEqual([[['27.36', false]], [['27.36', false]], []])
})

test('who shows a number, the first first; and every number that somebody has opened', () => {
  const aabninger = aabningerAf(OPSAETNING, praefiks('27.36.04'), NU)
  expect(aabninger.map(({ kommune, siden }) => [kommune, siden])).toEqual([
    [BROBYSKOV, kl12('2022-01-01')],
    [KORSBAEK, kl12('2025-01-01')],
  ])
  const raekker = sammenlign(OPSAETNING, KORSBAEK, NU)
  expect(raekker.map(({ kle, egen, andre }) => `${kle} ${egen ? 'os' : '-'} ${andre.length}`)).toEqual([
    '15 - 1',
    '27.36 os 1',
    '28 os 0',
    '34.10.30 os 0',
  ])
})

test('what lies below a number is counted by segments', () => {
  const antal = new Map([
    ['27.36.04', 3],
    ['27.30.04', 5],
  ])
  expect(['27', '27.36', '27.3', '27.36.04', '28'].map((kle) => antalUnder(antal, kle))).toEqual([8, 3, 0, 3, 0])
})
