import type { CvrNummer, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

/** Statements on forstaaelse, in the role borger. */

export const findForstaaelse = (maerke: Uint8Array): Statement<{ readonly forstaaet: boolean }> =>
  sql('SELECT forstaaet FROM forstaaelse WHERE maerke = $1', [maerke], 'overblik_forstaaelse')

export type NyForstaaelse = {
  readonly maerke: Uint8Array
  readonly kommune: CvrNummer
  readonly kilde: Uuid
  readonly kle: string
  readonly uge: string
  readonly forstaaet: boolean
}

/** Given again, the answer is changed, and stays in the week in which it was first given. */
export const upsertForstaaelse = ({ maerke, kommune, kilde, kle, uge, forstaaet }: NyForstaaelse): Statement<never> =>
  sql(
    `INSERT INTO forstaaelse (maerke, kommune, kilde_id, kle, uge, forstaaet) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (maerke) DO UPDATE SET forstaaet = excluded.forstaaet`,
    [maerke, kommune, kilde, kle, uge, forstaaet],
    'overblik_svar',
  )
