import type { JournalnotatIndhold, OverblikData } from '#indeks'
import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import { ARTER_MED_TITEL } from './tekster.ts'
import type { Gennemgang, Notatvurdering, Vurdering } from './vurdering.ts'

/** Statements on what is known of titles. */

/** An item of a person's, as the worker judges it. */
export type Tingraekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly art: Art
  readonly kommune: CvrNummer
  readonly kle: string
  readonly kilde_id: Uuid
  readonly sager: readonly Uuid[]
  readonly data: OverblikData
  readonly indhold: JournalnotatIndhold | null
}

/** A person with more than this is judged up to here, in the order of ids; the rest is judged while it is shown. */
const HOEJST_PR_PART = 5_000

export const findTing = (parter: readonly Uuid[]): Statement<Tingraekke> =>
  sql(
    `SELECT o.part_id, o.item_id, o.art, o.kommune, o.kle, o.kilde_id, to_jsonb(o.sager) AS sager, o.data, o.indhold
     FROM part p CROSS JOIN LATERAL (
       SELECT * FROM overblik o WHERE o.part_id = p.part_id AND o.art = ANY ($2::text[]) ORDER BY o.item_id LIMIT $3) o
     WHERE p.part_id = ANY ($1::uuid[]) AND p.type = 'person' ORDER BY o.part_id, o.item_id`,
    [parter, ARTER_MED_TITEL, HOEJST_PR_PART],
    'vurdering_ting',
  )

/** One row of what is known: an item's titles as seen from a part. */
export type Vurderingsraekke = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly kommune: CvrNummer
  readonly kle: string
  readonly regelversion: number
  readonly vurderinger: readonly Vurdering[]
  readonly notater: readonly Notatvurdering[]
  /** When it was last judged to be so. */
  readonly vurderet: Tidspunkt
}

export type KendtRaekke = Vurderingsraekke & { readonly grundlag: string }

/** Which of the parts' items something is known of. */
export const findNoegler = (parter: readonly Uuid[]): Statement<{ readonly part_id: Uuid; readonly item_id: Uuid }> =>
  sql('SELECT part_id, item_id FROM titelvurdering WHERE part_id = ANY ($1::uuid[])', [parter], 'vurdering_noegler')

/** What is known of the parts' items, held until the transaction ends: a review that comes meanwhile waits, and is in force after. */
export const lockVurderinger = (parter: readonly Uuid[]): Statement<KendtRaekke> =>
  sql(
    `SELECT part_id, item_id, kommune, kle, regelversion, vurderinger, notater, vurderet, grundlag
     FROM titelvurdering WHERE part_id = ANY ($1::uuid[]) ORDER BY part_id, item_id FOR UPDATE`,
    [parter],
    'vurdering_laas',
  )

/** What objects say, by hash: what has the same was read before. */
export const findObjekthash = (ider: readonly Uuid[]): Statement<{ readonly objekt_id: Uuid; readonly hash: string }> =>
  sql(
    `SELECT objekt_id, encode(hash, 'hex') AS hash FROM objekt WHERE objekt_id = ANY ($1::uuid[])`,
    [ider],
    'vurdering_objekthash',
  )

/** The newest registrations of objects, sealed. */
export const findRegistreringer = (
  ider: readonly Uuid[],
): Statement<{ readonly objekt_id: Uuid; readonly tidspunkt: Tidspunkt; readonly indhold: Uint8Array }> =>
  sql(
    `SELECT r.objekt_id, r.tidspunkt, r.indhold FROM objekt o JOIN registrering r USING (objekt_id, tidspunkt)
     WHERE o.objekt_id = ANY ($1::uuid[])`,
    [ider],
    'vurdering_registreringer',
  )

/** What people have decided about a text of an item. */
export type Gennemgangsraekke = Gennemgang & {
  readonly kommune: CvrNummer
  readonly item_id: Uuid
  readonly hash: string
  /** Who had the item when it was decided. */
  readonly parter: readonly Uuid[]
}

export const upsertVurderinger = (raekker: readonly KendtRaekke[]): Statement<never> =>
  sql(
    `INSERT INTO titelvurdering AS t (part_id, item_id, kommune, kle, regelversion, vurderinger, notater, vurderet, grundlag)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::jsonb[], $7::jsonb[], $8::timestamptz[], $9::text[])
     ON CONFLICT (part_id, item_id) DO UPDATE SET kommune = excluded.kommune, kle = excluded.kle,
       regelversion = excluded.regelversion, vurderinger = excluded.vurderinger, notater = excluded.notater, grundlag = excluded.grundlag,
       vurderet = CASE WHEN t.vurderinger = excluded.vurderinger THEN t.vurderet ELSE excluded.vurderet END`,
    [
      raekker.map((raekke) => raekke.part_id),
      raekker.map((raekke) => raekke.item_id),
      raekker.map((raekke) => raekke.kommune),
      raekker.map((raekke) => raekke.kle),
      raekker.map((raekke) => raekke.regelversion),
      raekker.map((raekke) => JSON.stringify(raekke.vurderinger)),
      raekker.map((raekke) => JSON.stringify(raekke.notater)),
      raekker.map((raekke) => raekke.vurderet),
      raekker.map((raekke) => raekke.grundlag),
    ],
    'vurdering_op',
  )

export const deleteVurderinger = (raekker: readonly { readonly part_id: Uuid; readonly item_id: Uuid }[]): Statement<never> =>
  sql(
    'DELETE FROM titelvurdering t USING unnest($1::uuid[], $2::uuid[]) AS n (p, i) WHERE t.part_id = n.p AND t.item_id = n.i',
    [raekker.map((raekke) => raekke.part_id), raekker.map((raekke) => raekke.item_id)],
    'vurdering_ud',
  )

/** Everybody who has, or had when it was last judged, one of the objects. */
export const findParterMed = (objekter: readonly Uuid[]): Statement<{ readonly part_id: Uuid }> =>
  sql(
    `SELECT unnest(parter) AS part_id FROM objekt WHERE objekt_id = ANY ($1::uuid[])
     UNION SELECT part_id FROM titelvurdering WHERE item_id = ANY ($1::uuid[])`,
    [objekter],
    'vurdering_parter_med',
  )

/** Which of the parts are persons. */
export const findPersoner = (parter: readonly Uuid[]): Statement<{ readonly part_id: Uuid }> =>
  sql("SELECT part_id FROM part WHERE part_id = ANY ($1::uuid[]) AND type = 'person'", [parter], 'vurdering_personer')

/**
 * What people have decided about the titles of items. What only waits for them is held too until the transaction ends, and says nothing: a
 * judgement must not depend on whether its own task has been made yet.
 */
export const lockGennemgange = (items: readonly Uuid[]): Statement<Gennemgangsraekke> =>
  sql(
    `SELECT kommune, item_id, hash, to_jsonb(parter) AS parter,
       CASE WHEN tilstand IN ('godkendt', 'rettet', 'afvist') THEN tilstand ELSE 'ingen' END AS gennemgang, titel, frigivet
     FROM titelopgave WHERE item_id = ANY ($1::uuid[]) ORDER BY opgave_id FOR UPDATE`,
    [items],
    'vurdering_gennemgange',
  )
