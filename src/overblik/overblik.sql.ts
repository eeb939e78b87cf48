import type { JournalnotatIndhold, OverblikData } from '#indeks'
import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { boernUnder15 } from '#part'
import { type Statement, sql } from '#platform/database'
import { AKTIVE_NOEDSTOP, type Noedstop } from '#visning'

/** One row of the overview as the citizen's role reads it. */
export type OverblikRaekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly art: Art
  readonly kommune: CvrNummer
  readonly kle: string
  readonly kilde_id: Uuid
  readonly aendret: Tidspunkt
  /** When we got the newest registration of the item itself, and when the first. Whoever only counts does not read them. */
  readonly modtaget?: Tidspunkt
  readonly foerst_modtaget?: Tidspunkt
  readonly data: OverblikData
}

const KOLONNER = 'part_id, item_id, art, kommune, kle, kilde_id, aendret, modtaget, foerst_modtaget, data'

/** Everything about the part: one short range of the primary key, without long text. What may be shown is decided afterwards. */
export const findOverblik = (part: Uuid): Statement<OverblikRaekke> =>
  sql(`SELECT ${KOLONNER} FROM overblik WHERE part_id = $1 ORDER BY item_id`, [part], 'overblik_alt')

/** What decides which of a part's titles are shown, and what is stopped: one row, whatever there is. */
export type VisningsvalgRaekke = {
  readonly part_id: Uuid
  /** Vurderingsviden of each item, as JSON. */
  readonly vurderinger: string | null
  readonly stop: readonly Noedstop[] | null
  /** How many times proofs of coverage had been broken (readBrudnummer): read after the items, so that no proof older than they are is used. */
  readonly brud_nr: number
}

/** Put together as text: to have the database build a document of each costs a third more than the reading. */
const VURDERINGER_OG_STOP = `(SELECT '[' || string_agg('{"item":"' || item_id || '","regelversion":' || regelversion || ',"vurderinger":' || vurderinger::text
         || ',"notater":' || notater::text || ',"vurderet":' || to_json(vurderet)::text || '}', ',') || ']'
       FROM titelvurdering WHERE part_id = $1) AS vurderinger,
       (SELECT json_agg(json_build_object('id', n.noedstop_id, 'kommune', n.kommune, 'slags', n.slags, 'vaerdi', n.vaerdi, 'siden', n.siden))
        FROM ${AKTIVE_NOEDSTOP}) AS stop,
       (SELECT nr FROM daekningsbrud) AS brud_nr`

/**
 * What is known of the part's titles, in one short range of the primary key, the emergency stops in force everywhere, and the number of the last
 * broken proof. Stands after findOverblik in a batch.
 */
export const findVisningsvalg = (part: Uuid): Statement<VisningsvalgRaekke> =>
  sql(`SELECT $1::uuid AS part_id, ${VURDERINGER_OG_STOP}`, [part], 'overblik_visningsvalg')

/** What a municipality answers for about the part, for its own check of what is shown. */
export const findKommunensOverblik = (part: Uuid, kommune: CvrNummer): Statement<OverblikRaekke> =>
  sql(
    `SELECT ${KOLONNER} FROM overblik
     WHERE part_id = $1 AND kommune = $2 ORDER BY item_id`,
    [part, kommune],
    'overblik_kommunens',
  )

/** As findVisningsvalg, of the municipality's own rows. */
export const findKommunensVisningsvalg = (
  part: Uuid,
  kommune: CvrNummer,
): Statement<VisningsvalgRaekke & { readonly kommune: CvrNummer }> =>
  sql(
    `SELECT $1::uuid AS part_id, $2::text AS kommune, ${VURDERINGER_OG_STOP}`,
    [part, kommune],
    'overblik_kommunens_visningsvalg',
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

/** As findNotattekster, of the municipality's own notes. */
export const findKommunensNotattekster = (
  part: Uuid,
  kommune: CvrNummer,
  sagEllerNotat: Uuid,
): Statement<{
  readonly part_id: Uuid
  readonly kommune: CvrNummer
  readonly item_id: Uuid
  readonly indhold: JournalnotatIndhold
}> =>
  sql(
    `SELECT part_id, kommune, item_id, indhold FROM overblik
     WHERE part_id = $1 AND kommune = $2 AND art = 'journalnotat' AND indhold IS NOT NULL AND (item_id = $3 OR $3 = ANY (sager))`,
    [part, kommune, sagEllerNotat],
    'overblik_kommunens_notattekster',
  )

export type BarnRaekke = { readonly part_id: Uuid; readonly barn: Uuid; readonly foedt: string }

/** The children under 15 whom the citizen has custody of on the day. */
export const findBoern = (part: Uuid, dag: string): Statement<BarnRaekke> => boernUnder15(part, dag, 'overblik_boern')

/** The child that is looked at. */
export const findBarn = (barn: Uuid): Statement<BarnRaekke> =>
  sql('SELECT part_id, part_id AS barn, foedt FROM part WHERE part_id = $1 AND foedt IS NOT NULL', [barn], 'overblik_barn')
