import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { KleKonfiguration, Kvalitetskrav, Titelvisning } from './fakta.ts'

/** Statements on kle_konfiguration. All run in the role opsaetning. */
type KonfigurationRaekke = {
  kommune: CvrNummer
  kle: string
  gaelder_fra: Tidspunkt
  aaben: boolean
  jurist_aabnet: boolean
  fradato: string
  vis_aeldre_aktive: boolean
  fagsystemfilter: Uuid[]
  titelvisning: Titelvisning
  kvalitetskrav: Kvalitetskrav
  stikproeve: number
  vis_dokumenttitler: boolean
  dokumenttyper: string[]
  vis_journalnotater: boolean
  notatsystemer: Uuid[]
  notatfrist_dage: number
  karantaene: boolean
  vent_arbejdsdage: number
  vis_ydelser: boolean
  vis_udbetalinger: boolean
  vis_aftaler: boolean
}

/** Columns and fields in one order, for reading and writing. `jsonb` fields are lists. */
const KOLONNER = [
  ['kommune', 'text', 'kommune'],
  ['kle', 'text', 'kle'],
  ['gaelder_fra', 'timestamptz', 'gaelderFra'],
  ['aaben', 'boolean', 'aaben'],
  ['jurist_aabnet', 'boolean', 'juristAabnet'],
  ['fradato', 'date', 'fradato'],
  ['vis_aeldre_aktive', 'boolean', 'visAeldreAktive'],
  ['fagsystemfilter', 'jsonb', 'fagsystemfilter'],
  ['titelvisning', 'text', 'titelvisning'],
  ['kvalitetskrav', 'text', 'kvalitetskrav'],
  ['stikproeve', 'integer', 'stikproeve'],
  ['vis_dokumenttitler', 'boolean', 'visDokumenttitler'],
  ['dokumenttyper', 'jsonb', 'dokumenttyper'],
  ['vis_journalnotater', 'boolean', 'visJournalnotater'],
  ['notatsystemer', 'jsonb', 'notatsystemer'],
  ['notatfrist_dage', 'integer', 'notatfristDage'],
  ['karantaene', 'boolean', 'karantaene'],
  ['vent_arbejdsdage', 'integer', 'ventArbejdsdage'],
  ['vis_ydelser', 'boolean', 'visYdelser'],
  ['vis_udbetalinger', 'boolean', 'visUdbetalinger'],
  ['vis_aftaler', 'boolean', 'visAftaler'],
] as const satisfies readonly (readonly [kolonne: keyof KonfigurationRaekke, type: string, felt: keyof KleKonfiguration])[]

const NAVNE = KOLONNER.map(([kolonne]) => kolonne).join(', ')
const TYPER = KOLONNER.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')
const NYE = KOLONNER.slice(3)
  .map(([kolonne]) => `${kolonne} = excluded.${kolonne}`)
  .join(', ')

export const loadKonfigurationer = (): Statement<KonfigurationRaekke> =>
  sql(`SELECT ${NAVNE} FROM kle_konfiguration`, [], 'visning_konfigurationer')

export const toKonfiguration = (raekke: KonfigurationRaekke): KleKonfiguration => ({
  kommune: raekke.kommune,
  kle: raekke.kle,
  gaelderFra: raekke.gaelder_fra,
  aaben: raekke.aaben,
  juristAabnet: raekke.jurist_aabnet,
  fradato: raekke.fradato,
  visAeldreAktive: raekke.vis_aeldre_aktive,
  fagsystemfilter: raekke.fagsystemfilter,
  titelvisning: raekke.titelvisning,
  kvalitetskrav: raekke.kvalitetskrav,
  stikproeve: raekke.stikproeve,
  visDokumenttitler: raekke.vis_dokumenttitler,
  dokumenttyper: raekke.dokumenttyper,
  visJournalnotater: raekke.vis_journalnotater,
  notatsystemer: raekke.notatsystemer,
  notatfristDage: raekke.notatfrist_dage,
  karantaene: raekke.karantaene,
  ventArbejdsdage: raekke.vent_arbejdsdage,
  visYdelser: raekke.vis_ydelser,
  visUdbetalinger: raekke.vis_udbetalinger,
  visAftaler: raekke.vis_aftaler,
})

/** A version is one (kommune, kle, gaelderFra); given again, it is replaced. No version may be given twice. */
export const upsertKonfigurationer = (konfigurationer: readonly KleKonfiguration[]): Statement<never> =>
  sql(
    `INSERT INTO kle_konfiguration (${NAVNE}) SELECT * FROM unnest(${TYPER})
     ON CONFLICT (kommune, kle, gaelder_fra) DO UPDATE SET ${NYE}`,
    KOLONNER.map(([, type, felt]) => konfigurationer.map((led) => (type === 'jsonb' ? JSON.stringify(led[felt]) : led[felt]))),
  )
