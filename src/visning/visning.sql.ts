import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { KleKonfiguration } from './fakta.ts'

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
  vis_sagstitel: boolean
  vis_dokumenttitler: boolean
  vis_journalnotater: boolean
  karantaene: boolean
}

export const loadKonfigurationer = (): Statement<KonfigurationRaekke> =>
  sql(
    `SELECT kommune, kle, gaelder_fra, aaben, jurist_aabnet, fradato, vis_aeldre_aktive, fagsystemfilter,
       vis_sagstitel, vis_dokumenttitler, vis_journalnotater, karantaene
     FROM kle_konfiguration`,
    [],
    'visning_konfigurationer',
  )

export const toKonfiguration = (raekke: KonfigurationRaekke): KleKonfiguration => ({
  kommune: raekke.kommune,
  kle: raekke.kle,
  gaelderFra: raekke.gaelder_fra,
  aaben: raekke.aaben,
  juristAabnet: raekke.jurist_aabnet,
  fradato: raekke.fradato,
  visAeldreAktive: raekke.vis_aeldre_aktive,
  fagsystemfilter: raekke.fagsystemfilter,
  visSagstitel: raekke.vis_sagstitel,
  visDokumenttitler: raekke.vis_dokumenttitler,
  visJournalnotater: raekke.vis_journalnotater,
  karantaene: raekke.karantaene,
})

/** A version is one (kommune, kle, gaelderFra); given again, it is replaced. No version may be given twice. */
export const upsertKonfigurationer = (konfigurationer: readonly KleKonfiguration[]): Statement<never> =>
  sql(
    `INSERT INTO kle_konfiguration (kommune, kle, gaelder_fra, aaben, jurist_aabnet, fradato, vis_aeldre_aktive, fagsystemfilter,
       vis_sagstitel, vis_dokumenttitler, vis_journalnotater, karantaene)
     SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::boolean[], $5::boolean[], $6::date[], $7::boolean[], $8::jsonb[],
       $9::boolean[], $10::boolean[], $11::boolean[], $12::boolean[])
     ON CONFLICT (kommune, kle, gaelder_fra) DO UPDATE SET aaben = excluded.aaben, jurist_aabnet = excluded.jurist_aabnet,
       fradato = excluded.fradato, vis_aeldre_aktive = excluded.vis_aeldre_aktive, fagsystemfilter = excluded.fagsystemfilter,
       vis_sagstitel = excluded.vis_sagstitel, vis_dokumenttitler = excluded.vis_dokumenttitler,
       vis_journalnotater = excluded.vis_journalnotater, karantaene = excluded.karantaene`,
    [
      konfigurationer.map((led) => led.kommune),
      konfigurationer.map((led) => led.kle),
      konfigurationer.map((led) => led.gaelderFra),
      konfigurationer.map((led) => led.aaben),
      konfigurationer.map((led) => led.juristAabnet),
      konfigurationer.map((led) => led.fradato),
      konfigurationer.map((led) => led.visAeldreAktive),
      konfigurationer.map((led) => JSON.stringify(led.fagsystemfilter)),
      konfigurationer.map((led) => led.visSagstitel),
      konfigurationer.map((led) => led.visDokumenttitler),
      konfigurationer.map((led) => led.visJournalnotater),
      konfigurationer.map((led) => led.karantaene),
    ],
  )
