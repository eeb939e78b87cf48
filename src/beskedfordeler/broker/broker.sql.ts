import type { Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** A broker is told from when it was first named here. */
export const ensureBroker = (navn: string): Statement<never> =>
  sql(
    `INSERT INTO broker (navn, sendt_til) SELECT $1, sidste FROM udbakke_hoved ON CONFLICT (navn) DO NOTHING`,
    [navn],
    'broker_ind',
  )

/** One process at a time, so the order holds; another takes over when the one that had it has not answered for it until `til`. */
export const lendBroker = (navn: string, laan: Uuid, nu: Tidspunkt, til: Tidspunkt): Statement<{ readonly sendt_til: number }> =>
  sql(
    `UPDATE broker SET laan = $2, laan_til = $4 WHERE navn = $1 AND (laan = $2 OR laan_til IS NULL OR laan_til <= $3)
     RETURNING sendt_til`,
    [navn, laan, nu, til],
    'broker_laan',
  )

export const noteSendt = (navn: string, laan: Uuid, til: number, nu: Tidspunkt): Statement<never> =>
  sql(
    'UPDATE broker SET sendt_til = $3, senest_sendt = $4, senest_fejl = NULL WHERE navn = $1 AND laan = $2',
    [navn, laan, til, nu],
    'broker_sendt',
  )

export const noteBrokerfejl = (navn: string, laan: Uuid, fejl: string, nu: Tidspunkt): Statement<never> =>
  sql('UPDATE broker SET senest_fejlet = $4, senest_fejl = $3 WHERE navn = $1 AND laan = $2', [navn, laan, fejl, nu])

/** Events were removed before the broker could be told: said here, and passed over. */
export const noteHul = (navn: string, laan: Uuid, fra: number, til: number): Statement<never> =>
  sql('UPDATE broker SET hul_fra = $3, hul_til = $4, sendt_til = $4 WHERE navn = $1 AND laan = $2', [navn, laan, fra, til])

/** Given back at an orderly stop, so that another process need not wait. */
export const giveBrokerBack = (navn: string, laan: Uuid): Statement<never> =>
  sql('UPDATE broker SET laan = NULL, laan_til = NULL WHERE navn = $1 AND laan = $2', [navn, laan])

export type Brokerraekke = {
  readonly navn: string
  readonly mangler: number
  readonly senest_sendt: Tidspunkt | null
  readonly senest_fejlet: Tidspunkt | null
  readonly senest_fejl: string | null
  readonly hul_fra: number | null
  readonly hul_til: number | null
}

export const listBrokere = (): Statement<Brokerraekke> =>
  sql(
    `SELECT b.navn, h.sidste - b.sendt_til AS mangler, b.senest_sendt, b.senest_fejlet, b.senest_fejl, b.hul_fra, b.hul_til
     FROM broker b CROSS JOIN udbakke_hoved h ORDER BY b.navn`,
  )
