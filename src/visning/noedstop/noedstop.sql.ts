import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Stopslags } from '../fakta.ts'
import type { NytStop, Ophaevelsestrin, Stophaendelse } from './forloeb.ts'

/** Statements on noedstop. They run in the role opsaetning. */

/**
 * The stops in force, `n`, to be read FROM by whoever decides about showing (roles borger, drift and kommune): in the batch that reads the
 * data, so that a stop works in the very next read everywhere.
 */
export const AKTIVE_NOEDSTOP = `noedstop n WHERE NOT EXISTS (
  SELECT FROM noedstop_ophaevelse o WHERE o.noedstop_id = n.noedstop_id AND o.trin = 'bekraeftet')`

export const insertNoedstop = ({ id, kommune, slags, vaerdi, siden, begrundelse, af }: NytStop): Statement<never> =>
  sql(
    `INSERT INTO noedstop (noedstop_id, kommune, slags, vaerdi, siden, begrundelse, medarbejder_id, medarbejder_navn)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, kommune, slags, vaerdi, siden, begrundelse, af.id, af.navn],
  )

export type ForloebRaekke = {
  readonly noedstop_id: Uuid
  readonly kommune: CvrNummer
  readonly slags: Stopslags
  readonly vaerdi: string
  readonly siden: Tidspunkt
  readonly begrundelse: string
  readonly medarbejder_id: Uuid
  readonly medarbejder_navn: string
  readonly haendelser: readonly {
    readonly nr: number
    readonly trin: Ophaevelsestrin
    readonly tid: string
    readonly begrundelse: string
    readonly af: { readonly id: Uuid; readonly navn: string }
  }[]
}

const FORLOEB = `SELECT n.noedstop_id, n.kommune, n.slags, n.vaerdi, n.siden, n.begrundelse, n.medarbejder_id, n.medarbejder_navn,
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('nr', nr, 'trin', trin, 'tid', tid, 'begrundelse', begrundelse,
      'af', jsonb_build_object('id', medarbejder_id, 'navn', medarbejder_navn)) ORDER BY nr)
    FROM noedstop_ophaevelse WHERE noedstop_id = n.noedstop_id), '[]'::jsonb) AS haendelser`

/** The municipality's newest stops, in force or opened. */
export const listNoedstop = (kommune: CvrNummer, hoejst: number): Statement<ForloebRaekke> =>
  sql(
    `${FORLOEB} FROM noedstop n WHERE n.kommune = $1 ORDER BY n.siden DESC, n.noedstop_id LIMIT $2`,
    [kommune, hoejst],
    'visning_noedstop',
  )

/** Those in force, however old: one that is forgotten must not fall out of the list. */
export const listAktiveNoedstop = (kommune: CvrNummer): Statement<ForloebRaekke> =>
  sql(
    `${FORLOEB} FROM ${AKTIVE_NOEDSTOP} AND n.kommune = $1 ORDER BY n.siden DESC, n.noedstop_id`,
    [kommune],
    'visning_noedstop_aktive',
  )

export const findNoedstop = (kommune: CvrNummer, id: Uuid): Statement<ForloebRaekke> =>
  sql(`${FORLOEB} FROM noedstop n WHERE n.kommune = $1 AND n.noedstop_id = $2`, [kommune, id], 'visning_et_noedstop')

/** Touches no row where somebody else has taken the step with that number meanwhile. */
export const insertOphaevelse = (id: Uuid, { nr, trin, tid, begrundelse, af, forslag }: Stophaendelse): Statement<never> =>
  sql(
    `INSERT INTO noedstop_ophaevelse (noedstop_id, nr, trin, tid, begrundelse, medarbejder_id, medarbejder_navn, forslag_nr, forslag_af)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [id, nr, trin, tid, begrundelse, af.id, af.navn, forslag?.nr ?? null, forslag?.af ?? null],
  )
