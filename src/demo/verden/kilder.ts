import { isUnderPraefiks, type Tidspunkt, tidspunkt, type Uuid, uuidFromName } from '#kernel'
import { FAST } from './id.ts'
import type { Dato } from './kalender.ts'
import { BROBYSKOV, KORSBAEK, type Kommune } from './kommuner.ts'

export type KildeArt = 'esdh' | 'eoj' | 'jobcenter' | 'pladsanvisning' | 'ydelse' | 'sundhed'
/**
 * How the people behind a system write titles. `officiel`: long and formal; `forkortet`: for colleagues, in abbreviations;
 * `versaler`: the same in capitals; `klar`: in words a citizen knows.
 */
export type Skrivemaade = 'officiel' | 'forkortet' | 'versaler' | 'klar'

/** A connection of one municipality's data in a source: from when it delivers, and how far back its data reach. */
export type Tilslutning = { readonly kommune: Kommune; readonly siden: Tidspunkt; readonly dataTilbageTil: Dato }

export type Kilde = {
  readonly id: Uuid
  /** Made up; no real product is called so. */
  readonly navn: string
  readonly art: KildeArt
  readonly skrivemaade: Skrivemaade
  /** The municipalities that use the system. Only those in `tilslutninger` deliver. */
  readonly kommuner: readonly Kommune[]
  readonly klePraefikser: readonly string[]
  /** Where only some of the numbers belong here in one municipality. */
  readonly undtagelser?: readonly { readonly kommune: Kommune; readonly klePraefikser: readonly string[] }[]
  readonly tilslutninger: readonly Tilslutning[]
}

const GOLIVE = tidspunkt('2020-12-01T00:00:00Z')
const kilde = (noegle: string, resten: Omit<Kilde, 'id'>): Kilde => ({ id: uuidFromName(FAST, `kilde/${noegle}`), ...resten })
const begge = [KORSBAEK, BROBYSKOV] as const
const beggeSiden = (siden: Tidspunkt, dataTilbageTil: Dato): Tilslutning[] =>
  begge.map((kommune) => ({ kommune, siden, dataTilbageTil }))

/** Eight systems. One is not connected at all, one only since 2024, and delivers nothing older. */
export const KILDER: readonly Kilde[] = [
  kilde('esdh-lang', {
    navn: 'Kastanje Sag',
    art: 'esdh',
    skrivemaade: 'officiel',
    kommuner: [KORSBAEK],
    klePraefikser: ['00', '02', '05', '09', '17', '23', '25', '27.45', '27.48', '32.18', '32.45'],
    tilslutninger: [{ kommune: KORSBAEK, siden: GOLIVE, dataTilbageTil: '2016-01-01' }],
  }),
  kilde('esdh-kort', {
    navn: 'Kvik Journal',
    art: 'esdh',
    skrivemaade: 'forkortet',
    kommuner: begge,
    klePraefikser: ['00', '02', '05', '09', '17', '23', '25', '27.45', '27.48', '32.18', '32.45', '34'],
    undtagelser: [{ kommune: KORSBAEK, klePraefikser: ['34'] }],
    tilslutninger: beggeSiden(tidspunkt('2021-06-01T00:00:00Z'), '2018-01-01'),
  }),
  kilde('eoj-versaler', {
    navn: 'Lindely Omsorg',
    art: 'eoj',
    skrivemaade: 'versaler',
    kommuner: [KORSBAEK],
    klePraefikser: ['27.34', '27.35', '27.36', '27.42', '27.60', '27.66', '29.18', '29.21'],
    tilslutninger: [{ kommune: KORSBAEK, siden: tidspunkt('2022-03-01T00:00:00Z'), dataTilbageTil: '2017-01-01' }],
  }),
  kilde('eoj-ny', {
    navn: 'Hyben Pleje',
    art: 'eoj',
    skrivemaade: 'klar',
    kommuner: [BROBYSKOV],
    klePraefikser: ['27.34', '27.35', '27.36', '27.42', '27.60', '27.66', '29.18', '29.21'],
    tilslutninger: [{ kommune: BROBYSKOV, siden: tidspunkt('2024-03-01T00:00:00Z'), dataTilbageTil: '2024-03-01' }],
  }),
  kilde('jobcenter', {
    navn: 'Jobstien',
    art: 'jobcenter',
    skrivemaade: 'forkortet',
    kommuner: begge,
    klePraefikser: ['15'],
    tilslutninger: beggeSiden(GOLIVE, '2016-01-01'),
  }),
  kilde('pladsanvisning', {
    navn: 'Pladslisten',
    art: 'pladsanvisning',
    skrivemaade: 'klar',
    kommuner: begge,
    klePraefikser: ['28', '17.35'],
    tilslutninger: beggeSiden(tidspunkt('2023-01-01T00:00:00Z'), '2019-01-01'),
  }),
  kilde('ydelse', {
    navn: 'Ydelsesbogen',
    art: 'ydelse',
    skrivemaade: 'klar',
    kommuner: begge,
    klePraefikser: ['32.03', '32.06', '32.21', '32.24', '32.27', '32.30'],
    tilslutninger: beggeSiden(GOLIVE, '2016-01-01'),
  }),
  kilde('sundhed', {
    navn: 'Tandrosen',
    art: 'sundhed',
    skrivemaade: 'klar',
    kommuner: begge,
    klePraefikser: ['29.12', '29.15'],
    tilslutninger: [],
  }),
]

const covers = (kandidat: Kilde, kommune: Kommune, kle: string): boolean =>
  (kandidat.undtagelser?.find((undtagelse) => undtagelse.kommune === kommune)?.klePraefikser ?? kandidat.klePraefikser).some(
    (praefiks) => isUnderPraefiks(kle, praefiks),
  )

/** The system of this kind in which the municipality keeps cases with this KLE number, or undefined. */
export const findKilde = (art: KildeArt, kommune: Kommune, kle: string): Kilde | undefined =>
  KILDER.find((kandidat) => kandidat.art === art && kandidat.kommuner.includes(kommune) && covers(kandidat, kommune, kle))

/** The connection through which the municipality's data come, or undefined where it has none. */
export const findTilslutning = (fra: Kilde, kommune: Kommune): Tilslutning | undefined =>
  fra.tilslutninger.find((tilslutning) => tilslutning.kommune === kommune)
