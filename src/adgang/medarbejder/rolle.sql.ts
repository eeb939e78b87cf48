import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Rolle } from './medarbejder.ts'

const GAELDER = (nu: string): string =>
  `t.gaelder_fra <= ${nu} AND (t.gaelder_til IS NULL OR t.gaelder_til > ${nu})
   AND NOT EXISTS (SELECT 1 FROM rolleophoer o WHERE o.tildeling_id = t.tildeling_id AND o.gaelder_fra <= ${nu})`

/** The roles that hold now for this person in this organisation. */
export const listGaeldendeRoller = (cvr: CvrNummer, medarbejder: Uuid, nu: Tidspunkt): Statement<{ readonly rolle: string }> =>
  sql(
    `SELECT DISTINCT t.rolle FROM rolletildeling t
     WHERE t.cvr = $1 AND t.medarbejder_id = $2 AND ${GAELDER('$3::timestamptz')} ORDER BY t.rolle`,
    [cvr, medarbejder, nu],
    'adgang_roller',
  )

/** The person's grants of a role that hold now or are to hold later. */
export const listTildelingerAf = (
  hvem: { readonly cvr: CvrNummer; readonly medarbejder: Uuid; readonly rolle: Rolle },
  nu: Tidspunkt,
): Statement<{ readonly tildeling_id: Uuid }> =>
  sql(
    `SELECT t.tildeling_id FROM rolletildeling t
     WHERE t.cvr = $1 AND t.medarbejder_id = $2 AND t.rolle = $3 AND (t.gaelder_til IS NULL OR t.gaelder_til > $4::timestamptz)
       AND NOT EXISTS (SELECT 1 FROM rolleophoer o WHERE o.tildeling_id = t.tildeling_id)`,
    [hvem.cvr, hvem.medarbejder, hvem.rolle, nu],
  )

export type NyTildeling = {
  readonly id: Uuid
  readonly cvr: CvrNummer
  readonly medarbejder: Uuid
  readonly navn: string
  readonly rolle: Rolle
  readonly gaelderFra: Tidspunkt
  readonly gaelderTil: Tidspunkt | undefined
  readonly givetAf: string
  readonly begrundelse: string
  readonly oprettet: Tidspunkt
}

export const insertTildeling = (ny: NyTildeling): Statement<never> =>
  sql(
    `INSERT INTO rolletildeling (tildeling_id, cvr, medarbejder_id, navn, rolle, gaelder_fra, gaelder_til, givet_af, begrundelse, oprettet)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ny.id,
      ny.cvr,
      ny.medarbejder,
      ny.navn,
      ny.rolle,
      ny.gaelderFra,
      ny.gaelderTil ?? null,
      ny.givetAf,
      ny.begrundelse,
      ny.oprettet,
    ],
  )

/** Ends a grant; the first end counts. */
export const insertOphoer = (
  tildeling: Uuid,
  ophoer: { readonly fra: Tidspunkt; readonly af: string; readonly begrundelse: string },
): Statement<never> =>
  sql(
    `INSERT INTO rolleophoer (tildeling_id, gaelder_fra, frataget_af, begrundelse) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tildeling_id) DO NOTHING`,
    [tildeling, ophoer.fra, ophoer.af, ophoer.begrundelse],
  )

export type TildelingRaekke = {
  readonly tildeling_id: Uuid
  readonly cvr: CvrNummer
  readonly medarbejder_id: Uuid
  readonly navn: string
  readonly rolle: Rolle
  readonly gaelder_fra: Tidspunkt
  readonly gaelder_til: Tidspunkt | null
  readonly givet_af: string
  readonly begrundelse: string
  readonly ophoert: Tidspunkt | null
  readonly frataget_af: string | null
  readonly ophoer_begrundelse: string | null
  readonly gaelder: boolean
}

const TILDELINGER = `
  SELECT t.tildeling_id, t.cvr, t.medarbejder_id, t.navn, t.rolle, t.gaelder_fra, t.gaelder_til, t.givet_af, t.begrundelse,
         o.gaelder_fra AS ophoert, o.frataget_af, o.begrundelse AS ophoer_begrundelse, ${GAELDER('$2::timestamptz')} AS gaelder
  FROM rolletildeling t LEFT JOIN rolleophoer o ON o.tildeling_id = t.tildeling_id`

/** One grant, and whether it holds now. */
export const findTildeling = (id: Uuid, nu: Tidspunkt): Statement<TildelingRaekke> =>
  sql(`${TILDELINGER} WHERE t.tildeling_id = $1`, [id, nu])

/** All that has been given and taken back in an organisation, or everywhere, in order. */
export const listTildelinger = (cvr: CvrNummer | undefined, nu: Tidspunkt): Statement<TildelingRaekke> =>
  sql(
    `${TILDELINGER} WHERE $1::text IS NULL OR t.cvr = $1
     ORDER BY t.cvr, t.navn, t.medarbejder_id, t.gaelder_fra, t.rolle`,
    [cvr ?? null, nu],
  )
