import { type Adgang, type JournalnotatIndhold, rettighedsbetingelse } from '#indeks'
import type { Art, Medarbejdergrundlag, Tidspunkt, Uuid } from '#kernel'
import type { OverblikRaekke, VisningsvalgRaekke } from '#overblik'
import { findOplysninger } from '#part'
import { type Statement, sql } from '#platform/database'
import { AKTIVE_NOEDSTOP } from '#visning'
import type { Forhold } from './familie.ts'

/** Statements of the caseworker's page. Role: sagsbehandler, which sees the ground's part within the ground's rights. */

type Grundlag = Pick<Medarbejdergrundlag, 'part'>
type Ret = Pick<Medarbejdergrundlag, 'part' | 'rettigheder' | 'enheder' | 'kommune' | 'aktoer'>

/** So many of a citizen's things are on the page at most. Nobody looks more over, and making it must not keep others waiting. */
export const HOEJST_TING = 10_000

/**
 * All that the employee may see about the part: one short range of the primary key, without long text; those changed last, and one more than a page
 * has. Limited here, and by row-level security.
 */
export function findRaekker(grundlag: Ret, nu: Tidspunkt): Statement<OverblikRaekke & { readonly egen_enhed: boolean }> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 2, part: '$1' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, o.kommune, o.kle, o.kilde_id, o.aendret, o.modtaget, o.foerst_modtaget, o.data,
       o.art = 'bevilling' AND jsonb_path_exists(o.adgang, '$.o[*].u') AS egen_enhed
     FROM overblik o WHERE o.part_id = $1 AND ${tekst} ORDER BY o.aendret DESC, o.item_id LIMIT ${HOEJST_TING + 1}`,
    [grundlag.part, ...vaerdier],
    'partsoverblik_alt',
  )
}

/** Something that the employee may know of, and no more of it than its kind and the unit that answers for it. */
export type KendtRaekke = { readonly part_id: Uuid; readonly item_id: Uuid; readonly art: Art; readonly enhed: string | null }

/** All that the employee may know of about the part, what may be seen among it. Role: kendskab. */
export function findKendte(grundlag: Ret, nu: Tidspunkt): Statement<KendtRaekke> {
  const { vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 2, part: '$1', ret: 'kendskab' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, k.navn AS enhed
     FROM borgerblikket_kendte($1, $2::jsonb, $3::jsonpath[], $4::jsonpath[]) k JOIN overblik o ON o.item_id = k.item_id AND o.part_id = $1
     ORDER BY o.item_id`,
    [grundlag.part, ...vaerdier],
    'partsoverblik_kendte',
  )
}

export type AabnetRaekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly art: Art
  /** A note's alone. */
  readonly indhold: JournalnotatIndhold | null
}

/** What is read of a thing only when it is opened: the text of a note. */
export function findAabnet(grundlag: Ret, item: Uuid, nu: Tidspunkt): Statement<AabnetRaekke> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 3, part: '$1' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, CASE WHEN o.art = 'journalnotat' THEN o.indhold END AS indhold
     FROM overblik o WHERE o.part_id = $1 AND o.item_id = $2 AND ${tekst}`,
    [grundlag.part, item, ...vaerdier],
    'partsoverblik_aabnet',
  )
}

/** What decides who may see one thing; for a grant also of its payments, none of which are told apart. */
export type FaktaRaekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly art: Art
  readonly adgang: Adgang
  readonly betalinger: readonly Adgang[] | null
}

/** Of a thing that the employee sees. */
export function findFakta(grundlag: Ret, item: Uuid, nu: Tidspunkt): Statement<FaktaRaekke> {
  const { tekst, vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 3, part: '$1' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, f.adgang, f.betalinger
     FROM overblik o CROSS JOIN LATERAL borgerblikket_adgangsfakta(o.part_id, o.item_id) AS f
     WHERE o.part_id = $1 AND o.item_id = $2 AND ${tekst}`,
    [grundlag.part, item, ...vaerdier],
    'partsoverblik_fakta',
  )
}

/** Of one that the employee may know of. Role: kendskab, which cannot read the row. The limit is asked three times: here, at the row, behind the door. */
export function findKendtFakta(grundlag: Ret, item: Uuid, nu: Tidspunkt): Statement<FaktaRaekke> {
  const { vaerdier } = rettighedsbetingelse(grundlag, nu, { fra: 3, part: '$1', ret: 'kendskab' })
  return sql(
    `SELECT o.part_id, o.item_id, o.art, f.adgang, f.betalinger
     FROM borgerblikket_kendte($1, $3::jsonb, $4::jsonpath[], $5::jsonpath[]) k JOIN overblik o ON o.item_id = k.item_id AND o.part_id = $1
       CROSS JOIN LATERAL borgerblikket_adgangsfakta(o.part_id, o.item_id) AS f
     WHERE o.item_id = $2`,
    [grundlag.part, item, ...vaerdier],
    'partsoverblik_kendt_fakta',
  )
}

/** Who it is, the name sealed. */
export type Oplysningsraekke = RowOf<ReturnType<typeof findPerson>>
type RowOf<S> = S extends Statement<infer R> ? R : never

/** Who it is: one row. */
export const findPerson = ({ part }: Grundlag) => findOplysninger([part])

/**
 * What decides which of the titles the citizen is shown, of these items alone, and what is stopped: one row. By id and not by a join, since to ask of
 * every row twice whether it may be seen takes as long as the page.
 */
export const findVisningsvalg = ({ part }: Grundlag, sete: readonly Uuid[]): Statement<VisningsvalgRaekke> =>
  sql(
    `SELECT $1::uuid AS part_id,
       (SELECT '[' || string_agg('{"item":"' || t.item_id || '","regelversion":' || t.regelversion || ',"vurderinger":' || t.vurderinger::text
         || ',"notater":' || t.notater::text || ',"vurderet":' || to_json(t.vurderet)::text || '}', ',') || ']'
       FROM titelvurdering t WHERE t.part_id = $1 AND t.item_id = ANY ($2::uuid[])) AS vurderinger,
       (SELECT json_agg(json_build_object('id', n.noedstop_id, 'kommune', n.kommune, 'slags', n.slags, 'vaerdi', n.vaerdi, 'siden', n.siden))
        FROM ${AKTIVE_NOEDSTOP}) AS stop,
       (SELECT nr FROM daekningsbrud) AS brud_nr`,
    [part, sete],
    'partsoverblik_visningsvalg',
  )

/** Custody of others that the part has, and of the part that others have. */
export const findFamilie = ({ part }: Grundlag): Statement<Forhold & { readonly part_id: Uuid }> =>
  sql(
    `SELECT $1::uuid AS part_id, 'barn' AS forhold, barn AS anden, fra, til FROM foraeldremyndighed WHERE indehaver = $1
     UNION ALL
     SELECT $1::uuid, 'indehaver', indehaver, fra, til FROM foraeldremyndighed WHERE barn = $1
     ORDER BY fra DESC, anden`,
    [part],
    'partsoverblik_familie',
  )
