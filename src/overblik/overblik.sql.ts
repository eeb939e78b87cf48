import type { JournalnotatIndhold, OverblikData } from '#indeks'
import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { boernUnder15 } from '#part'
import { type Statement, sql } from '#platform/database'

/** One row of the overview as the citizen's role reads it. */
export type OverblikRaekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly art: Art
  readonly kommune: CvrNummer
  readonly kle: string
  readonly kilde_id: Uuid
  readonly aendret: Tidspunkt
  readonly data: OverblikData
}

/** Everything about the part: one short range of the primary key, without long text. What may be shown is decided afterwards. */
export const findOverblik = (part: Uuid): Statement<OverblikRaekke> =>
  sql(
    'SELECT part_id, item_id, art, kommune, kle, kilde_id, aendret, data FROM overblik WHERE part_id = $1 ORDER BY item_id',
    [part],
    'overblik_alt',
  )

/** The text of the notes on a case, or of one note, of the part's. */
export const findNotattekster = (
  part: Uuid,
  sagEllerNotat: Uuid,
): Statement<{ readonly part_id: Uuid; readonly item_id: Uuid; readonly indhold: JournalnotatIndhold }> =>
  sql(
    `SELECT part_id, item_id, indhold FROM overblik
     WHERE part_id = $1 AND indhold IS NOT NULL AND (item_id = $2 OR $2 = ANY (sager))`,
    [part, sagEllerNotat],
    'overblik_notattekster',
  )

export type BarnRaekke = { readonly part_id: Uuid; readonly barn: Uuid; readonly foedt: string }

/** The children under 15 whom the citizen has custody of on the day. */
export const findBoern = (part: Uuid, dag: string): Statement<BarnRaekke> => boernUnder15(part, dag, 'overblik_boern')

/** The child that is looked at. */
export const findBarn = (barn: Uuid): Statement<BarnRaekke> =>
  sql('SELECT part_id, part_id AS barn, foedt FROM part WHERE part_id = $1 AND foedt IS NOT NULL', [barn], 'overblik_barn')
