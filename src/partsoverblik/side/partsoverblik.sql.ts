import type { JournalnotatIndhold } from '#indeks'
import type { Medarbejdergrundlag, Uuid } from '#kernel'
import type { OverblikRaekke, VisningsvalgRaekke } from '#overblik'
import { findOplysninger } from '#part'
import { type Statement, sql } from '#platform/database'
import { AKTIVE_NOEDSTOP } from '#visning'
import type { Forhold } from './familie.ts'

/** Statements of the caseworker's page. Role: sagsbehandler, which sees the ground's part within the ground's rights. */

type Grundlag = Pick<Medarbejdergrundlag, 'part'>

/** All that the employee may see about the part: one short range of the primary key, without long text. */
export const findRaekker = ({ part }: Grundlag): Statement<OverblikRaekke> =>
  sql(
    `SELECT part_id, item_id, art, kommune, kle, kilde_id, aendret, modtaget, foerst_modtaget, data
     FROM overblik WHERE part_id = $1 ORDER BY item_id`,
    [part],
    'partsoverblik_alt',
  )

/** Who it is, the name sealed. */
export type Oplysningsraekke = RowOf<ReturnType<typeof findPerson>>
type RowOf<S> = S extends Statement<infer R> ? R : never

/** Who it is: one row. */
export const findPerson = ({ part }: Grundlag) => findOplysninger([part])

/** What decides which of the titles that the employee sees the citizen is shown, and what is stopped: one row. */
export const findVisningsvalg = ({ part }: Grundlag): Statement<VisningsvalgRaekke> =>
  sql(
    `SELECT $1::uuid AS part_id,
       (SELECT '[' || string_agg('{"item":"' || t.item_id || '","regelversion":' || t.regelversion || ',"vurderinger":' || t.vurderinger::text
         || ',"notater":' || t.notater::text || ',"vurderet":' || to_json(t.vurderet)::text || '}', ',') || ']'
       FROM titelvurdering t JOIN overblik o ON o.part_id = t.part_id AND o.item_id = t.item_id WHERE t.part_id = $1) AS vurderinger,
       (SELECT json_agg(json_build_object('id', n.noedstop_id, 'kommune', n.kommune, 'slags', n.slags, 'vaerdi', n.vaerdi, 'siden', n.siden))
        FROM ${AKTIVE_NOEDSTOP}) AS stop,
       (SELECT nr FROM daekningsbrud) AS brud_nr`,
    [part],
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

/** The text of a note that the employee may see. */
export const findNotattekst = (
  { part }: Grundlag,
  notat: Uuid,
): Statement<{ readonly part_id: Uuid; readonly indhold: JournalnotatIndhold }> =>
  sql(
    `SELECT part_id, indhold FROM overblik WHERE part_id = $1 AND item_id = $2 AND art = 'journalnotat' AND indhold IS NOT NULL`,
    [part, notat],
    'partsoverblik_notattekst',
  )
