import { type Statement, sql } from '#platform/database'

export type FingeraftrykRaekke = { readonly navn: string; readonly fingeraftryk: string }

/** Remembers keys that the database has not met before; the first one under a name stays. */
export const insertNewFingeraftryk = (linjer: readonly FingeraftrykRaekke[]): Statement<never> =>
  sql(
    `INSERT INTO noeglefingeraftryk (navn, fingeraftryk)
     SELECT * FROM unnest($1::text[], $2::text[]) ORDER BY 1
     ON CONFLICT (navn) DO NOTHING`,
    [linjer.map(({ navn }) => navn), linjer.map(({ fingeraftryk }) => fingeraftryk)],
  )

export const listFingeraftryk = (): Statement<FingeraftrykRaekke> => sql('SELECT navn, fingeraftryk FROM noeglefingeraftryk')
