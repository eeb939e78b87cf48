import type { CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Bemaerkningsslags } from './bemaerkning.ts'

export type BemaerkningRaekke = {
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly bemaerkning_id: Uuid
  readonly slags: Bemaerkningsslags
  readonly fra: string
  readonly til: string | null
  readonly gennemgaas_senest: string | null
  readonly indhold: Uint8Array
  readonly af_navn: string
  readonly oprettet: Tidspunkt
}

/** More than this of one citizen's are not kept. */
export const HOEJST_BEMAERKNINGER = 20

const SENEST = `coalesce((SELECT g.naeste FROM bemaerkning_gennemgang g WHERE g.bemaerkning_id = b.bemaerkning_id ORDER BY g.nr DESC LIMIT 1),
  b.gennemgaas_senest)`
const STAAR = (dag: string): string =>
  `NOT EXISTS (SELECT 1 FROM bemaerkning_ophoer o WHERE o.bemaerkning_id = b.bemaerkning_id)
   AND coalesce(least(b.gaelder_til, ${SENEST}), 'infinity'::date) > ${dag}`

/** A municipality's remarks about one part that hold on `dag` or are to hold later; of one that is intrusive by when it must be looked at. */
export const listBemaerkninger = (kommune: CvrNummer, part: Uuid, dag: string): Statement<BemaerkningRaekke> =>
  sql(
    `SELECT b.part_id, b.kommune, b.bemaerkning_id, b.slags, b.gaelder_fra::text AS fra, b.gaelder_til::text AS til,
       (${SENEST})::text AS gennemgaas_senest, b.indhold, b.af_navn, b.oprettet
     FROM bemaerkning b WHERE b.kommune = $1 AND b.part_id = $2 AND ${STAAR('$3::date')}
     ORDER BY b.gaelder_fra, b.bemaerkning_id LIMIT ${HOEJST_BEMAERKNINGER}`,
    [kommune, part, dag],
    'bemaerkning_liste',
  )

type Forfatter = { readonly id: Uuid; readonly navn: string }
type Hvor = { readonly id: Uuid; readonly kommune: CvrNummer; readonly part: Uuid }

/** Two that are written at once take turns: one more than is shown would stand unseen. */
export const lockBemaerkninger = (kommune: CvrNummer, part: Uuid): Statement<unknown> =>
  sql("SELECT pg_advisory_xact_lock(hashtextextended('bemaerkning ' || $1 || $2, 0))", [kommune, part])

/** How many of the municipality's remarks about the part stand, to hold now or later. */
export const countBemaerkninger = (kommune: CvrNummer, part: Uuid, dag: string): Statement<{ readonly antal: number }> =>
  sql(`SELECT count(*)::int AS antal FROM bemaerkning b WHERE b.kommune = $1 AND b.part_id = $2 AND ${STAAR('$3::date')}`, [
    kommune,
    part,
    dag,
  ])

/** Whether it has been written, standing or ended. */
export const findSkrevet = ({ id, kommune, part }: Hvor): Statement<{ readonly bemaerkning_id: Uuid }> =>
  sql('SELECT bemaerkning_id FROM bemaerkning WHERE bemaerkning_id = $1 AND kommune = $2 AND part_id = $3', [id, kommune, part])

export type NyRaekke = Hvor & {
  readonly slags: Bemaerkningsslags
  readonly fra: string
  readonly til: string | undefined
  readonly gennemgaasSenest: string | undefined
  readonly indhold: Uint8Array
}

export const insertBemaerkning = (ny: NyRaekke, af: Forfatter, nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO bemaerkning (bemaerkning_id, kommune, part_id, slags, gaelder_fra, gaelder_til, gennemgaas_senest, indhold, oprettet, af, af_navn)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [ny.id, ny.kommune, ny.part, ny.slags, ny.fra, ny.til ?? null, ny.gennemgaasSenest ?? null, ny.indhold, nu, af.id, af.navn],
  )

/** One remark that stands, of the municipality about the part. */
export const findStaaende = (
  { id, kommune, part }: Hvor,
  dag: string,
): Statement<{
  readonly slags: Bemaerkningsslags
  readonly fra: string
  readonly til: string | null
  readonly gennemgange: number
}> =>
  sql(
    `SELECT b.slags, b.gaelder_fra::text AS fra, b.gaelder_til::text AS til,
       (SELECT count(*)::int FROM bemaerkning_gennemgang g WHERE g.bemaerkning_id = b.bemaerkning_id) AS gennemgange
     FROM bemaerkning b WHERE b.bemaerkning_id = $1 AND b.kommune = $2 AND b.part_id = $3 AND ${STAAR('$4::date')}`,
    [id, kommune, part, dag],
  )

/** Ends a remark; the first end counts. */
export const insertOphoer = (
  { id, kommune, part }: Hvor,
  begrundelse: Uint8Array,
  af: Forfatter,
  nu: Tidspunkt,
): Statement<never> =>
  sql(
    `INSERT INTO bemaerkning_ophoer (bemaerkning_id, kommune, part_id, begrundelse, tid, af, af_navn)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [id, kommune, part, begrundelse, nu, af.id, af.navn],
  )

/** Somebody looked at it again; two who do so at once count as one. */
export const insertGennemgang = (
  { id, kommune, part }: Hvor,
  gennemgang: { readonly nr: number; readonly naeste: string; readonly begrundelse: Uint8Array },
  af: Forfatter,
  nu: Tidspunkt,
): Statement<never> =>
  sql(
    `INSERT INTO bemaerkning_gennemgang (bemaerkning_id, nr, kommune, part_id, naeste, begrundelse, tid, af, af_navn)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [id, gennemgang.nr, kommune, part, gennemgang.naeste, gennemgang.begrundelse, nu, af.id, af.navn],
  )
