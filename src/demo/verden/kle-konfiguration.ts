import { tidspunkt, type Uuid } from '#kernel'
import type { KleKonfiguration } from '#visning'
import { KILDER } from './kilder.ts'
import { BROBYSKOV, KORSBAEK } from './kommuner.ts'

type Valg = Partial<Omit<KleKonfiguration, 'kommune' | 'kle'>>

const FORSIGTIG = {
  gaelderFra: tidspunkt('2020-12-01T00:00:00Z'),
  aaben: true,
  juristAabnet: false,
  fradato: '2020-12-01',
  visAeldreAktive: false,
  fagsystemfilter: [],
  titelvisning: 'sagens',
  kvalitetskrav: 'ingen',
  stikproeve: 0,
  visDokumenttitler: true,
  dokumenttyper: [],
  visJournalnotater: false,
  notatsystemer: [],
  notatfristDage: 0,
  karantaene: true,
  ventArbejdsdage: 0,
  visYdelser: true,
  visUdbetalinger: true,
  visAftaler: true,
} as const

const kildeId = (navn: string): Uuid[] => KILDER.filter((kilde) => kilde.navn === navn).map(({ id }) => id)

/** Help that goes on for years is shown however old its case is; that there is none can then be proved no more. */
const OGSAA_AELDRE: Valg = { visAeldreAktive: true }
const LUKKET: Valg = { aaben: false }
/** Terse titles: the number's own in citizens' words instead. */
const UDEN_TITEL: Valg = { titelvisning: 'kle' }
/** Some titles are looked at; all are shown meanwhile. */
const STIKPROEVE: Valg = { kvalitetskrav: 'stikproeve', stikproeve: 60 }

/** Korsbæk was early and has opened most; notes where the units asked for it. */
const I_KORSBAEK: readonly (readonly [kle: string, valg: Valg])[] = [
  ['00.07.03', {}],
  ['02.34', { ...OGSAA_AELDRE, visJournalnotater: true }],
  ['05.09', {}],
  ['09.13', {}],
  ['15', { ...UDEN_TITEL, visDokumenttitler: false, visJournalnotater: true }],
  ['15.62.45', UDEN_TITEL],
  ['17.35', { fradato: '2023-01-01' }],
  ['17.03', LUKKET],
  ['23.05.10', {}],
  ['23.15', {}],
  ['25.02', {}],
  ['27.35', { ...OGSAA_AELDRE, ...STIKPROEVE, fradato: '2022-03-01', visJournalnotater: true }],
  ['27.36', { ...OGSAA_AELDRE, ...UDEN_TITEL, fradato: '2022-03-01' }],
  ['27.42', { ...OGSAA_AELDRE, ...UDEN_TITEL, fradato: '2022-03-01' }],
  ['27.60', { ...OGSAA_AELDRE, ...UDEN_TITEL, fradato: '2022-03-01' }],
  ['27.48', { fradato: '2023-06-01', visDokumenttitler: false }],
  ['28.09', { ...STIKPROEVE, fradato: '2023-01-01', visJournalnotater: true }],
  ['28.77', { fradato: '2023-01-01' }],
  ['29.21', { ...UDEN_TITEL, fradato: '2022-03-01' }],
  ['29.18', LUKKET],
  ['32.03', {}],
  ['32.06', {}],
  ['32.18', { fagsystemfilter: kildeId('Kastanje Sag') }],
  ['32.21', {}],
  ['32.24', { visJournalnotater: true }],
  ['32.27', {}],
  ['32.30', {}],
  ['32.45.10', {}],
  ['34', LUKKET],
]

/** Brobyskov came later, shows fewer areas, no notes, and its own titles only where they are written for citizens. */
const I_BROBYSKOV: readonly (readonly [kle: string, valg: Valg])[] = [
  ['15', { ...UDEN_TITEL, fradato: '2021-06-01', visDokumenttitler: false }],
  ['17.35', { fradato: '2023-01-01' }],
  ['27.36', { ...OGSAA_AELDRE, fradato: '2024-03-01' }],
  ['27.60', { ...OGSAA_AELDRE, fradato: '2024-03-01' }],
  ['28.09', { fradato: '2023-01-01' }],
  ['28.77', { ...LUKKET, fradato: '2023-01-01' }],
  ['32.06', { fradato: '2021-06-01' }],
  ['32.24', { fradato: '2021-06-01' }],
  ['32.27', { fradato: '2021-06-01' }],
  ['32.30', { fradato: '2021-06-01' }],
  ['34', LUKKET],
]

/** The configuration that the two municipalities start the demo with. What is not here is closed. */
export const KLE_KONFIGURATION: readonly KleKonfiguration[] = [
  ...I_KORSBAEK.map(([kle, valg]) => ({ kommune: KORSBAEK.cvr, kle, ...FORSIGTIG, ...valg })),
  ...I_BROBYSKOV.map(([kle, valg]) => ({ kommune: BROBYSKOV.cvr, kle, ...FORSIGTIG, ...valg })),
]
