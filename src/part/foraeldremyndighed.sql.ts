import type { Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'

export type ForaeldremyndighedRaekke = {
  readonly barn: Uuid
  readonly indehaver: Uuid
  readonly fra: string
  readonly til: string | null
}

/** Takes away what is known about the custody of these children and is not said again. */
export const deleteUnsaid = (boern: readonly Uuid[], sagt: readonly ForaeldremyndighedRaekke[]): Statement<never> =>
  sql(
    `DELETE FROM foraeldremyndighed f
     WHERE f.barn = ANY ($1::uuid[]) AND NOT EXISTS (
       SELECT 1 FROM unnest($2::uuid[], $3::uuid[], $4::date[]) AS n(barn, indehaver, fra)
       WHERE n.barn = f.barn AND n.indehaver = f.indehaver AND n.fra = f.fra)`,
    [boern, sagt.map(({ barn }) => barn), sagt.map(({ indehaver }) => indehaver), sagt.map(({ fra }) => fra)],
  )

/** Blocks a holder, or moves the end of a block that begins the same day. */
export const upsertSpaerring = ({ barn, indehaver, fra, til }: ForaeldremyndighedRaekke): Statement<never> =>
  sql(
    `INSERT INTO foraeldremyndighed_spaerret (barn, indehaver, fra, til) VALUES ($1, $2, $3, $4)
     ON CONFLICT (indehaver, barn, fra) DO UPDATE SET til = excluded.til`,
    [barn, indehaver, fra, til],
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
// Nobody tells us who lives with whom, and a child's items betray where it is: a protected address closes them to every holder.
const mayBeSeen = (p: string, dag: string): string => `NOT ${p}.adressebeskyttet AND ${p}.doed IS NULL AND ${under15(p, dag)}`
const holdsOn = (f: string, dag: string): string => `${f}.fra <= ${dag} AND (${f}.til IS NULL OR ${dag} < ${f}.til)`
const notBlocked = (f: string, dag: string): string =>
  `NOT EXISTS (SELECT 1 FROM foraeldremyndighed_spaerret s
     WHERE s.indehaver = ${f}.indehaver AND s.barn = ${f}.barn AND ${holdsOn('s', dag)})`

/**
 * A condition for another module's statement: true where the holder has custody of the child on a day and is not blocked, and the child is
 * under 15, alive and without a protected address. The arguments are SQL, as `$1`; a citizen's role must be let see both parts.
 */
export const hasForaeldremyndighed = (indehaver: string, barn: string, dag: string): string =>
  `EXISTS (SELECT 1 FROM foraeldremyndighed f JOIN part p ON p.part_id = f.barn
     WHERE f.indehaver = ${indehaver} AND f.barn = ${barn} AND ${holdsOn('f', dag)} AND ${mayBeSeen('p', dag)}
       AND ${notBlocked('f', dag)})`

/**
 * The children under 15 on a day (YYYY-MM-DD, Danish) that somebody holds custody of that day and may see, each once, oldest first;
 * `part_id` is the holder. Run as the role login or the holder's own, each with a name of its own: a prepared statement's plan is one role's. From custody to
 * child, since a plan that begins with the parts reads all of them.
 */
export const boernUnder15 = (
  indehaver: Uuid,
  dag: string,
  navn = 'part_boern_under_15',
): Statement<{ readonly part_id: Uuid; readonly barn: Uuid; readonly foedt: string }> =>
  sql(
    `SELECT f.indehaver AS part_id, f.barn, p.foedt FROM foraeldremyndighed f JOIN part p ON p.part_id = f.barn
     WHERE f.indehaver = $1 AND ${holdsOn('f', '$2::date')} AND ${mayBeSeen('p', '$2::date')}
       AND ${notBlocked('f', '$2::date')}
     GROUP BY f.indehaver, f.barn, p.foedt ORDER BY p.foedt, f.barn`,
    [indehaver, dag],
    navn,
  )
