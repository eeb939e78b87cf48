import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on why somebody has looked. In the role opsaetning. */

export type Verifikation = {
  readonly id: Uuid
  readonly kommune: CvrNummer
  readonly medarbejder: { readonly id: Uuid; readonly navn: string }
  readonly tid: Tidspunkt
  readonly slags: 'somBorgeren' | 'forklaring'
  readonly formaal: string
  readonly begrundelse: string
  readonly udkast: Uuid | undefined
}

export const insertVerifikation = (v: Verifikation): Statement<never> =>
  sql(
    `INSERT INTO verifikation (verifikation_id, kommune, medarbejder_id, medarbejder_navn, tid, slags, formaal, begrundelse, udkast_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [v.id, v.kommune, v.medarbejder.id, v.medarbejder.navn, v.tid, v.slags, v.formaal, v.begrundelse, v.udkast ?? null],
    'verifikation_ind',
  )
