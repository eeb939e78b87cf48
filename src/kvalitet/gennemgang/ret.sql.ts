import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Gennemgangsret, NyRet } from './ret.ts'

/** Statements on gennemgangsret. All run in the role kommune. */

/** $1 is the municipality, $2 who reviews, $3 true for who may review all of it. `o` has kle and enhed. */
export const WITHIN_RET = `($3::boolean OR EXISTS (
  SELECT 1 FROM gennemgangsret r WHERE r.kommune = $1 AND r.medarbejder_id = $2::uuid AND r.ophoert IS NULL
    AND (r.kle = '{}' OR EXISTS (SELECT 1 FROM unnest(r.kle) AS p WHERE o.kle = p OR starts_with(o.kle, p || '.')))
    AND (r.enheder = '{}' OR o.enhed = ANY (r.enheder))))`

/** The ids that the sources know the reviewer by. */
export const EGNE_BEHANDLERE = `ARRAY(SELECT ($2::uuid)::text UNION SELECT b FROM gennemgangsret r, unnest(r.behandlere) AS b
  WHERE r.kommune = $1 AND r.medarbejder_id = $2::uuid AND r.ophoert IS NULL)`

export type RetRaekke = {
  readonly kommune: CvrNummer
  readonly ret_id: Uuid
  readonly medarbejder_id: Uuid
  readonly navn: string
  readonly kle: Gennemgangsret['kle']
  readonly enheder: readonly string[]
  readonly behandlere: readonly Uuid[]
  readonly givet: Tidspunkt
  readonly givet_af_navn: string
}

const FELTER = `kommune, ret_id, medarbejder_id, navn, to_jsonb(kle) AS kle, to_jsonb(enheder) AS enheder, to_jsonb(behandlere) AS behandlere,
  givet, givet_af_navn`

/** The rights that hold, of everybody. */
export const findRetter = (kommune: CvrNummer): Statement<RetRaekke> =>
  sql(
    `SELECT ${FELTER} FROM gennemgangsret WHERE kommune = $1 AND ophoert IS NULL ORDER BY navn, givet`,
    [kommune],
    'gennemgang_retter',
  )

/** The rights that hold, of one. */
export const findEgneRetter = (kommune: CvrNummer, medarbejder: Uuid): Statement<RetRaekke> =>
  sql(
    `SELECT ${FELTER} FROM gennemgangsret WHERE kommune = $1 AND medarbejder_id = $2 AND ophoert IS NULL ORDER BY givet`,
    [kommune, medarbejder],
    'gennemgang_egne_retter',
  )

type Giver = { readonly id: Uuid; readonly navn: string }

export const insertRet = (kommune: CvrNummer, id: Uuid, ny: NyRet, af: Giver, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO gennemgangsret (kommune, ret_id, medarbejder_id, navn, kle, enheder, behandlere, givet, givet_af, givet_af_navn)
     VALUES ($1, $2, $3, $4, $5::text[], $6::text[], $7::text[], $8, $9, $10)`,
    [kommune, id, ny.medarbejder, ny.navn, ny.kle, ny.enheder, ny.behandlere, nu, af.id, af.navn],
    'gennemgang_giv_ret',
  )

export const endRet = (kommune: CvrNummer, id: Uuid, af: Uuid, nu: Tidspunkt): Statement<never> =>
  sql(
    'UPDATE gennemgangsret SET ophoert = $3, ophoert_af = $4 WHERE kommune = $1 AND ret_id = $2 AND ophoert IS NULL',
    [kommune, id, nu, af],
    'gennemgang_fratag_ret',
  )

/** The units that tasks have come from, by name: what a right can be given for. */
export const findEnheder = (kommune: CvrNummer): Statement<{ readonly enhed: string; readonly enhedsnavn: string }> =>
  sql(
    `WITH RECURSIVE e AS (
       (SELECT enhed, enhedsnavn FROM titelopgave WHERE kommune = $1 AND tilstand = 'venter' ORDER BY enhed LIMIT 1)
       UNION ALL
       SELECT n.enhed, n.enhedsnavn FROM e CROSS JOIN LATERAL (
         SELECT enhed, enhedsnavn FROM titelopgave WHERE kommune = $1 AND tilstand = 'venter' AND enhed > e.enhed ORDER BY enhed LIMIT 1) n)
     SELECT enhed, enhedsnavn FROM e WHERE enhed <> '' ORDER BY enhedsnavn, enhed`,
    [kommune],
    'gennemgang_enheder',
  )
