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
