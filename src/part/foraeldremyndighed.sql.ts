import type { Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

export type ForaeldremyndighedRaekke = {
  readonly barn: Uuid
  readonly indehaver: Uuid
  readonly fra: string
  readonly til: string | null
}

/** Takes away what is known about the custody of these children and is not said again. */
export const deleteUnsaid = (sagt: readonly ForaeldremyndighedRaekke[]): Statement<never> =>
  sql(
    `DELETE FROM foraeldremyndighed f
     WHERE f.barn = ANY ($1::uuid[]) AND NOT EXISTS (
       SELECT 1 FROM unnest($1::uuid[], $2::uuid[], $3::date[]) AS n(barn, indehaver, fra)
       WHERE n.barn = f.barn AND n.indehaver = f.indehaver AND n.fra = f.fra)`,
    [sagt.map(({ barn }) => barn), sagt.map(({ indehaver }) => indehaver), sagt.map(({ fra }) => fra)],
  )

export const upsertForaeldremyndighed = (sagt: readonly ForaeldremyndighedRaekke[]): Statement<never> =>
  sql(
    `INSERT INTO foraeldremyndighed (barn, indehaver, fra, til)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[]) AS n(barn, indehaver, fra, til)
     ORDER BY indehaver, barn, fra
     ON CONFLICT (indehaver, barn, fra) DO UPDATE SET til = excluded.til
     WHERE foraeldremyndighed.til IS DISTINCT FROM excluded.til`,
    [
      sagt.map(({ barn }) => barn),
      sagt.map(({ indehaver }) => indehaver),
      sagt.map(({ fra }) => fra),
      sagt.map(({ til }) => til),
    ],
  )

// The 15th birthday is the first day without access (domain.md 8); a child born on 29 February turns 15 on 1 March. A date of birth that
// is not known gives no access.
const under15 = (p: string, dag: string): string => `${p}.foedt > (${dag} - interval '15 years')`
const holdsOn = (f: string, dag: string): string => `${f}.fra <= ${dag} AND (${f}.til IS NULL OR ${dag} < ${f}.til)`

/**
 * A condition for another module's statement: true where the holder has custody of the child, and the child is under 15, on a day. The
 * arguments are SQL, as `$1`; a citizen's role must be let see both parts.
 */
export const hasForaeldremyndighed = (indehaver: string, barn: string, dag: string): string =>
  `EXISTS (SELECT 1 FROM foraeldremyndighed f JOIN part p ON p.part_id = f.barn
     WHERE f.indehaver = ${indehaver} AND f.barn = ${barn} AND ${holdsOn('f', dag)} AND ${under15('p', dag)})`

/**
 * The children under 15 on a day (YYYY-MM-DD, Danish) that somebody holds custody of that day, each once, oldest first; `part_id` is the
 * holder. Run as the role login or the holder's own, each with a name of its own: a prepared statement's plan is one role's. From custody to
 * child, since a plan that begins with the parts reads all of them.
 */
export const boernUnder15 = (
  indehaver: Uuid,
  dag: string,
  navn = 'part_boern_under_15',
): Statement<{ readonly part_id: Uuid; readonly barn: Uuid; readonly foedt: string }> =>
  sql(
    `SELECT f.indehaver AS part_id, f.barn, p.foedt FROM foraeldremyndighed f JOIN part p ON p.part_id = f.barn
     WHERE f.indehaver = $1 AND ${holdsOn('f', '$2::date')} AND ${under15('p', '$2::date')}
     GROUP BY f.indehaver, f.barn, p.foedt ORDER BY p.foedt, f.barn`,
    [indehaver, dag],
    navn,
  )
