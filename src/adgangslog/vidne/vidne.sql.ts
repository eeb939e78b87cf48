import type { Tidspunkt } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Traehoved } from '../merkle/verificer.ts'

/** Statements of the roles forsegling (what witnesses sign for us), vidne (what we sign for others) and opsaetning (who they are). */

export type Vidneraekke = {
  readonly noegle: string
  readonly adresse: string
  readonly tilfoejet: Tidspunkt
  readonly tilfoejet_af: string
  /** What it signed last; null where it has signed nothing. */
  readonly antal: number | null
  /** When, by its own clock. */
  readonly tid: Tidspunkt | null
}

/** So many witnesses are asked: beyond that each is a call a minute. */
export const HOEJST_VIDNER = 20

/** The witnesses, with what each signed last. */
export const listVidner = (): Statement<Vidneraekke> =>
  sql(
    `SELECT v.noegle, v.adresse, v.tilfoejet, v.tilfoejet_af, m.antal, m.tid FROM adgangslog_vidne v
     LEFT JOIN LATERAL (SELECT antal, tid FROM adgangslog_medunderskrift WHERE noegle = v.noegle ORDER BY antal DESC LIMIT 1) m ON true
     ORDER BY v.tilfoejet, v.noegle LIMIT $1`,
    [HOEJST_VIDNER],
    'adgangslog_vidner',
  )

/** `tid`: seconds since 1970. A witness signs a size once. */
export const insertMedunderskrift = (antal: number, noegle: string, linje: string, tid: number) =>
  sql<never>(
    `INSERT INTO adgangslog_medunderskrift (antal, noegle, linje, tid) VALUES ($1, $2, $3, to_timestamp($4)) ON CONFLICT DO NOTHING`,
    [antal, noegle, linje, tid],
    'adgangslog_medunderskrift_ind',
  )

export const upsertVidne = (noegle: string, adresse: string, nu: Tidspunkt, hvem: string) =>
  sql<never>(
    `INSERT INTO adgangslog_vidne (noegle, adresse, tilfoejet, tilfoejet_af) VALUES ($1, $2, $3, $4)
     ON CONFLICT (noegle) DO UPDATE SET adresse = excluded.adresse, tilfoejet = excluded.tilfoejet, tilfoejet_af = excluded.tilfoejet_af`,
    [noegle, adresse, nu, hvem],
    'adgangslog_vidne_op',
  )

export const countVidner = (undtagen: string) =>
  sql<{ readonly antal: number }>(
    'SELECT count(*)::int AS antal FROM adgangslog_vidne WHERE noegle <> $1',
    [undtagen],
    'adgangslog_vidner_antal',
  )

export const deleteVidne = (noegle: string) =>
  sql<never>('DELETE FROM adgangslog_vidne WHERE noegle = $1', [noegle], 'adgangslog_vidne_slet')

export type AndenLog = {
  readonly oprindelse: string
  readonly noegle: string
  readonly aktiv: boolean
  /** The size and the root that were signed last; 0 and null where none has been. */
  readonly antal: number
  readonly rod: Buffer | null
  readonly note: string | null
  readonly tid: Tidspunkt | null
}

const FELTER = 'oprindelse, noegle, aktiv, antal, rod, note, tid'

export const findAndenLog = (oprindelse: string): Statement<AndenLog> =>
  sql(`SELECT ${FELTER} FROM adgangslog_bevidnet WHERE oprindelse = $1`, [oprindelse], 'adgangslog_anden_log')

/** By the hash of its name in hex, as the specification has it in an address. */
export const findAndenLogAfHash = (hash: string): Statement<AndenLog> =>
  sql(
    `SELECT ${FELTER} FROM adgangslog_bevidnet WHERE encode(sha256(convert_to(oprindelse, 'UTF8')), 'hex') = $1`,
    [hash],
    'adgangslog_anden_log_af_hash',
  )

export const listAndreLogge = (): Statement<AndenLog> =>
  sql(`SELECT ${FELTER} FROM adgangslog_bevidnet ORDER BY oprindelse`, [], 'adgangslog_andre_logge')

/** What has been signed stays, also under another key: a witness never begins anew with a log. */
export const upsertAndenLog = (oprindelse: string, noegle: string, nu: Tidspunkt, hvem: string) =>
  sql<never>(
    `INSERT INTO adgangslog_bevidnet (oprindelse, noegle, aktiv, aendret, aendret_af) VALUES ($1, $2, true, $3, $4)
     ON CONFLICT (oprindelse) DO UPDATE SET noegle = excluded.noegle, aktiv = true, aendret = excluded.aendret, aendret_af = excluded.aendret_af`,
    [oprindelse, noegle, nu, hvem],
    'adgangslog_anden_log_op',
  )

export const endAndenLog = (oprindelse: string, nu: Tidspunkt, hvem: string) =>
  sql<never>(
    'UPDATE adgangslog_bevidnet SET aktiv = false, aendret = $2, aendret_af = $3 WHERE oprindelse = $1 AND aktiv',
    [oprindelse, nu, hvem],
    'adgangslog_anden_log_slut',
  )

/** Nothing where another request was first: what it signed is the one to go on from. */
export const updateAndenLog = (foer: AndenLog, { antal, rod }: Traehoved, note: string, nu: Tidspunkt) =>
  sql<never>(
    `UPDATE adgangslog_bevidnet SET antal = $2, rod = $3, note = $4, tid = $5
     WHERE oprindelse = $1 AND aktiv AND noegle = $6 AND antal = $7 AND rod IS NOT DISTINCT FROM $8`,
    [foer.oprindelse, antal, rod, note, nu, foer.noegle, foer.antal, foer.rod],
    'adgangslog_anden_log_videre',
  )
