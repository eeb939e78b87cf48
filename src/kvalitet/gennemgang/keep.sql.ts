import type { OverblikData } from '#indeks'
import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Titelvurdering } from '#visning'
import type { Titelopgave } from './opgave.ts'

/** Statements that keep the tasks what the titles are. All run in the role kvalitet, which hands nothing out. */

/** One at a time: two that drew the same sample would each think that there is room. */
export const lockKoe = (): Statement<never> => sql('SELECT pg_advisory_xact_lock(471, 0)', [], 'gennemgang_hold_laas')

/** What is known of an item's titles as each of its parts sees it. */
export type KendtTing = {
  readonly part_id: Uuid
  readonly item_id: Uuid
  readonly kommune: CvrNummer
  readonly art: Art
  readonly kle: string
  readonly kilde_id: Uuid
  readonly sager: readonly Uuid[]
  readonly data: OverblikData
  readonly vurderinger: readonly (Titelvurdering & { readonly fund?: readonly string[] })[]
}
export const findKendte = (items: readonly Uuid[]): Statement<KendtTing> =>
  sql(
    `SELECT v.part_id, v.item_id, o.kommune, o.art, o.kle, o.kilde_id, to_jsonb(o.sager) AS sager, o.data, v.vurderinger
     FROM titelvurdering v JOIN overblik o ON o.part_id = v.part_id AND o.item_id = v.item_id
     WHERE v.item_id = ANY ($1::uuid[]) ORDER BY v.item_id, v.part_id`,
    [items],
    'gennemgang_kendte',
  )

/** Who handles the objects, with the times. */
export type BehandletRaekke = {
  readonly objekt_id: Uuid
  readonly behandlere: readonly {
    readonly behandler: string
    readonly virkning: { readonly fra: Tidspunkt; readonly til: Tidspunkt | null }
  }[]
}
export const findBehandlere = (objekter: readonly Uuid[]): Statement<BehandletRaekke> =>
  sql(
    `SELECT objekt_id, data -> 'behandlere' AS behandlere FROM objekt WHERE objekt_id = ANY ($1::uuid[]) AND data ? 'behandlere'`,
    [objekter],
    'gennemgang_behandlere',
  )

/** Where the sample of a configured number ends: the n-th lowest number drawn, or nothing where there is room. */
export const findProevegraense = (kommune: CvrNummer, kle: string, n: number): Statement<{ readonly nummer: number }> =>
  sql(
    `SELECT proeve_nummer AS nummer FROM titelopgave WHERE kommune = $1 AND proeve_kle = $2 AND proeve_nummer IS NOT NULL
     ORDER BY proeve_nummer LIMIT 1 OFFSET $3`,
    [kommune, kle, Math.max(0, n - 1)],
    'gennemgang_proevegraense',
  )

export type NyOpgave = Titelopgave & {
  readonly item: Uuid
  readonly behandler: string
  readonly kilde: Uuid
  readonly parter: readonly Uuid[]
  readonly rang: number
  readonly proeve: { readonly kle: string; readonly nummer: number } | undefined
}

const liste = (led: readonly string[]): string => `{${led.map((tekst) => JSON.stringify(tekst)).join(',')}}`

/** Somebody has come to the item since; and of what was found it is not what somebody has been shown. */
const KOMMET_TIL = 'NOT excluded.parter <@ o.parter'
const HOLDT = `excluded.tilbageholdt AND NOT (o.frigivet AND NOT (${KOMMET_TIL}))`
/** What was said of the title when the item was another's, or lay where it should, is not said of it now. A refusal is. */
const GENAABNES = `(o.tilstand IN ('godkendt', 'rettet') AND (${KOMMET_TIL} OR ${HOLDT}))`

/**
 * A task that is there is brought up to date. What has been decided stays decided, but for those who have come to the item since; what had
 * lapsed waits again, since the same text is there again. Where what waits is another matter than it was, who has it open must look again:
 * its version is another. What is as it was is not written.
 */
export const upsertOpgaver = (opgaver: readonly NyOpgave[], nu: Tidspunkt): Statement<never> =>
  sql(
    `INSERT INTO titelopgave AS o (kommune, item_id, hash, art, kle, omraade, enhed, enhedsnavn, behandler, kilde_id, parter, udfald, tilbageholdt,
       fund, rang, grund, proeve_kle, proeve_nummer, oprettet)
     SELECT k, i, h, a, kl, om, e, en, b, ki, p::uuid[], u, t, f::text[], r, g, pk, pn, $18
     FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[],
       $11::text[], $12::text[], $13::boolean[], $14::text[], $15::int[], $16::text[], $17::text[], $19::bigint[])
       AS n (k, i, h, a, kl, om, e, en, b, ki, p, u, t, f, r, g, pk, pn)
     ON CONFLICT (kommune, item_id, hash) DO UPDATE SET art = excluded.art, kle = excluded.kle, omraade = excluded.omraade,
       enhed = excluded.enhed, enhedsnavn = excluded.enhedsnavn, behandler = excluded.behandler, kilde_id = excluded.kilde_id,
       parter = excluded.parter, udfald = excluded.udfald, tilbageholdt = ${HOLDT}, fund = excluded.fund,
       rang = excluded.rang, grund = excluded.grund, proeve_kle = excluded.proeve_kle, proeve_nummer = excluded.proeve_nummer,
       tilstand = CASE WHEN o.tilstand = 'foraeldet' OR ${GENAABNES} THEN 'venter' ELSE o.tilstand END,
       titel = CASE WHEN ${GENAABNES} THEN NULL ELSE o.titel END, frigivet = o.frigivet AND NOT (${KOMMET_TIL}),
       version = o.version + CASE WHEN ${GENAABNES} OR (o.tilstand = 'venter'
         AND (${KOMMET_TIL} OR o.fund <> excluded.fund OR o.tilbageholdt <> (${HOLDT}))) THEN 1 ELSE 0 END
     WHERE o.tilstand = 'foraeldet' OR ${GENAABNES} OR (o.art, o.kle, o.enhed, o.enhedsnavn, o.behandler, o.kilde_id, o.parter, o.udfald, o.tilbageholdt, o.fund,
         o.grund, o.proeve_kle, o.proeve_nummer)
       IS DISTINCT FROM (excluded.art, excluded.kle, excluded.enhed, excluded.enhedsnavn, excluded.behandler, excluded.kilde_id,
         excluded.parter, excluded.udfald, ${HOLDT}, excluded.fund, excluded.grund, excluded.proeve_kle,
         excluded.proeve_nummer)`,
    [
      opgaver.map((led) => led.kommune),
      opgaver.map((led) => led.item),
      opgaver.map((led) => led.hash),
      opgaver.map((led) => led.art),
      opgaver.map((led) => led.kle),
      opgaver.map((led) => led.omraade),
      opgaver.map((led) => led.enhed),
      opgaver.map((led) => led.enhedsnavn),
      opgaver.map((led) => led.behandler),
      opgaver.map((led) => led.kilde),
      opgaver.map((led) => liste(led.parter)),
      opgaver.map((led) => led.udfald),
      opgaver.map((led) => led.tilbageholdt),
      opgaver.map((led) => liste(led.fund)),
      opgaver.map((led) => led.rang),
      opgaver.map((led) => led.grund),
      opgaver.map((led) => led.proeve?.kle ?? null),
      nu,
      opgaver.map((led) => led.proeve?.nummer ?? null),
    ],
    'gennemgang_hold',
  )

/** What waits of these items and is none of what they need: the title is another, or nobody is shown it any more. */
export const lapseOthers = (
  items: readonly Uuid[],
  behov: readonly { readonly item: Uuid; readonly hash: string; readonly kommune: CvrNummer }[],
): Statement<never> =>
  sql(
    `UPDATE titelopgave o SET tilstand = CASE WHEN o.tilstand = 'venter' THEN 'foraeldet' ELSE o.tilstand END, proeve_kle = NULL,
       proeve_nummer = NULL, taget_af = NULL, taget_fra = NULL, taget_til = NULL
     WHERE o.item_id = ANY ($1::uuid[]) AND (o.tilstand = 'venter' OR o.proeve_nummer IS NOT NULL)
       AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (item, hash, kommune)
         WHERE n.item = o.item_id AND n.hash = o.hash AND n.kommune = o.kommune)`,
    [items, behov.map((led) => led.item), behov.map((led) => led.hash), behov.map((led) => led.kommune)],
    'gennemgang_foraeld',
  )

/** Those that lower numbers have drawn out of the sample: what was only drawn, and waits, lapses. */
export const trimProeve = (kommune: CvrNummer, kle: string, n: number): Statement<never> =>
  sql(
    `UPDATE titelopgave o SET proeve_kle = NULL, proeve_nummer = NULL,
       tilstand = CASE WHEN o.tilstand = 'venter' AND o.grund = 'stikproeve' THEN 'foraeldet' ELSE o.tilstand END
     WHERE o.kommune = $1 AND o.proeve_kle = $2 AND o.proeve_nummer > (
       SELECT max(proeve_nummer) FROM (SELECT proeve_nummer FROM titelopgave WHERE kommune = $1 AND proeve_kle = $2
         AND proeve_nummer IS NOT NULL ORDER BY proeve_nummer LIMIT $3) d)`,
    [kommune, kle, Math.max(0, n)],
    'gennemgang_trim',
  )

/** Which of the objects have been deleted: what is only nobody's is still there. */
export const findSlettede = (items: readonly Uuid[]): Statement<{ readonly item_id: Uuid }> =>
  sql(
    `SELECT i AS item_id FROM unnest($1::uuid[]) AS i WHERE NOT EXISTS (SELECT FROM objekt WHERE objekt_id = i)
       AND EXISTS (SELECT FROM titelopgave WHERE item_id = i)`,
    [items],
    'gennemgang_slettede',
  )

/** Role sletning: what was decided about an object's titles goes with the object. The words of a correction are about somebody. */
export const deleteGennemgange = (items: readonly Uuid[]): Statement<never> =>
  sql(
    `DELETE FROM titelgennemgang g USING titelopgave o
     WHERE o.item_id = ANY ($1::uuid[]) AND g.kommune = o.kommune AND g.opgave_id = o.opgave_id`,
    [items],
    'gennemgang_slet_gennemgange',
  )
export const deleteOpgaver = (items: readonly Uuid[]): Statement<never> =>
  sql('DELETE FROM titelopgave WHERE item_id = ANY ($1::uuid[])', [items], 'gennemgang_slet_opgaver')

/** The next items that something is known of, in a pass over all of a municipality's. */
export const findNaesteItems = (
  kommune: CvrNummer,
  efter: readonly [Uuid, Uuid],
  antal: number,
): Statement<{ readonly part_id: Uuid; readonly item_id: Uuid; readonly kommune: CvrNummer }> =>
  sql(
    `SELECT part_id, item_id, kommune FROM titelvurdering WHERE (part_id, item_id) > ($2, $3) AND kommune = $1 ORDER BY part_id, item_id LIMIT $4`,
    [kommune, ...efter, antal],
    'gennemgang_naeste',
  )

export type Maerke = { readonly opsaetning: string; readonly part_id: Uuid | null; readonly item_id: Uuid | null }

/** How far a pass over the municipality's titles has come, held until the transaction ends. */
export const lockMaerke = (kommune: CvrNummer): Statement<Maerke> =>
  sql('SELECT opsaetning, part_id, item_id FROM gennemgangsmaerke WHERE kommune = $1 FOR UPDATE', [kommune], 'gennemgang_maerke')

/** `sidste` undefined: the pass is at its end. */
export const setMaerke = (
  kommune: CvrNummer,
  opsaetning: string,
  sidste: { readonly part_id: Uuid; readonly item_id: Uuid } | undefined,
): Statement<never> =>
  sql(
    `INSERT INTO gennemgangsmaerke (kommune, opsaetning, part_id, item_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kommune) DO UPDATE SET opsaetning = excluded.opsaetning, part_id = excluded.part_id, item_id = excluded.item_id`,
    [kommune, opsaetning, sidste?.part_id ?? null, sidste?.item_id ?? null],
    'gennemgang_saet_maerke',
  )
