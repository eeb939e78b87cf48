import type { Art, CvrNummer, KleEmne, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Rapport } from './rapport/rapport.ts'

/** Statements on the runs of the compliance test. All run in the role opsaetning. */
export type KoerselRaekke = {
  readonly koersel_id: Uuid
  readonly kilde_id: Uuid
  readonly system_navn: string
  readonly system_version: string
  readonly kommune: CvrNummer
  readonly arter: readonly Art[]
  readonly kle: KleEmne
  readonly proeveversion: string
  readonly startet: Tidspunkt
  readonly frist: Tidspunkt
  readonly sluttet: Tidspunkt | null
  readonly bestaaet: boolean | null
}

const FELTER = `k.koersel_id, k.kilde_id, k.system_navn, k.system_version, k.kommune, k.arter, k.kle, k.proeveversion, k.startet, k.frist,
  r.tid AS sluttet, r.bestaaet`

export const insertKoersel = (k: Omit<KoerselRaekke, 'sluttet' | 'bestaaet'>): Statement<never> =>
  sql(
    `INSERT INTO afproevning_koersel (koersel_id, kilde_id, system_navn, system_version, kommune, arter, kle, proeveversion, startet, frist)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      k.koersel_id,
      k.kilde_id,
      k.system_navn,
      k.system_version,
      k.kommune,
      JSON.stringify(k.arter),
      k.kle,
      k.proeveversion,
      k.startet,
      k.frist,
    ],
  )

export const findKoerselRaekke = (koersel: Uuid): Statement<KoerselRaekke> =>
  sql(
    `SELECT ${FELTER} FROM afproevning_koersel k LEFT JOIN afproevning_resultat r USING (koersel_id) WHERE koersel_id = $1`,
    [koersel],
    'afproevning_koersel',
  )

/** The newest runs of the sources, newest first. */
export const listKoerselRaekker = (kilder: readonly Uuid[], antal: number): Statement<KoerselRaekke> =>
  sql(
    `SELECT ${FELTER} FROM afproevning_koersel k LEFT JOIN afproevning_resultat r USING (koersel_id)
     WHERE k.kilde_id = ANY ($1::uuid[]) ORDER BY k.startet DESC, k.koersel_id LIMIT $2`,
    [kilder, antal],
    'afproevning_koersler',
  )

export const countKoersler = (kilde: Uuid, fra: Tidspunkt): Statement<{ readonly antal: number }> =>
  sql(
    'SELECT count(*)::int AS antal FROM afproevning_koersel WHERE kilde_id = $1 AND startet >= $2',
    [kilde, fra],
    'afproevning_koersler_i_dag',
  )

/** The run's one result. No row touched: it has ended already. */
export const insertResultat = (resultat: {
  readonly koersel: Uuid
  readonly tid: Tidspunkt
  readonly rapport: Rapport
  readonly underskrift: string
}): Statement<never> =>
  sql(
    `INSERT INTO afproevning_resultat (koersel_id, tid, bestaaet, rapport, underskrift) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (koersel_id) DO NOTHING`,
    [resultat.koersel, resultat.tid, resultat.rapport.bestaaet, JSON.stringify(resultat.rapport), resultat.underskrift],
  )

export const findResultat = (koersel: Uuid): Statement<{ readonly rapport: Rapport; readonly underskrift: string }> =>
  sql('SELECT rapport, underskrift FROM afproevning_resultat WHERE koersel_id = $1', [koersel], 'afproevning_resultat')

export type MatrixRaekke = {
  readonly kilde_id: Uuid
  readonly system_navn: string
  readonly system_version: string
  readonly kommune: CvrNummer
  readonly proeveversion: string
  readonly tid: Tidspunkt
  readonly bestaaet: boolean
  readonly regler: Rapport['regler']
}

/** The newest result of each system, version and municipality. */
export const listNyesteResultater = (): Statement<MatrixRaekke> =>
  sql(
    `SELECT DISTINCT ON (k.kilde_id, k.system_version, k.kommune) k.kilde_id, k.system_navn, k.system_version, k.kommune, k.proeveversion,
            r.tid, r.bestaaet, r.rapport -> 'regler' AS regler
     FROM afproevning_koersel k JOIN afproevning_resultat r USING (koersel_id)
     ORDER BY k.kilde_id, k.system_version, k.kommune, r.tid DESC`,
    [],
    'afproevning_matrix',
  )
