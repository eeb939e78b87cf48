import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import type { LivsomraadeNoegle } from '#klassifikation'
import { type Statement, sql } from '#platform/database'
import type { AabenAfvisning, Daekningsraekke, Emnefelt, Forventning, Tilslutning } from './daekning.ts'

/** Statements on daekning and forventning. The role stands at each. */

type Felter = { kommune: CvrNummer; livsomraade: LivsomraadeNoegle; art: Art; kilde_id: Uuid }
const noegler = (felter: readonly (Emnefelt & { readonly kilde: Uuid })[]) =>
  [
    felter.map((felt) => felt.kommune),
    felter.map((felt) => felt.livsomraade),
    felter.map((felt) => felt.art),
    felter.map((felt) => felt.kilde),
  ] as const

/**
 * Role modtagelse. Only what is new, or older than ten seconds, is written: every delivery of a source touches the same few rows, and
 * writing each would make deliveries wait for one another. Sorted, so that two that do write cannot lock each other out.
 */
export const upsertLeveringer = (
  leveringer: readonly (Emnefelt & { readonly kilde: Uuid; readonly tid: Tidspunkt })[],
): Statement<never> =>
  sql(
    `INSERT INTO daekning AS d (kommune, livsomraade, art, kilde_id, tilsluttet_siden, seneste_levering)
     SELECT n.kommune, n.livsomraade, n.art, n.kilde_id, n.tid, n.tid
     FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[]) AS n (kommune, livsomraade, art, kilde_id, tid)
     LEFT JOIN daekning f ON f.kommune = n.kommune AND f.livsomraade = n.livsomraade AND f.art = n.art AND f.kilde_id = n.kilde_id
     WHERE f.seneste_levering IS NULL OR f.seneste_levering < n.tid - interval '10 seconds'
     ORDER BY n.kommune, n.livsomraade, n.art, n.kilde_id
     ON CONFLICT (kommune, livsomraade, art, kilde_id)
     DO UPDATE SET seneste_levering = greatest(d.seneste_levering, excluded.seneste_levering)`,
    [...noegler(leveringer), leveringer.map((levering) => levering.tid)],
    'daekning_levering',
  )

/** Role opsaetning. What has been delivered and reconciled stays. */
export const upsertTilslutninger = (tilslutninger: readonly Tilslutning[]): Statement<never> =>
  sql(
    `INSERT INTO daekning (kommune, livsomraade, art, kilde_id, tilsluttet_siden, data_fra)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::date[])
     ON CONFLICT (kommune, livsomraade, art, kilde_id)
     DO UPDATE SET tilsluttet_siden = excluded.tilsluttet_siden, data_fra = excluded.data_fra`,
    [
      ...noegler(tilslutninger),
      tilslutninger.map((tilslutning) => tilslutning.tilsluttetSiden),
      tilslutninger.map((tilslutning) => tilslutning.dataFra ?? null),
    ],
  )

/** Role opsaetning. With deleteForventninger before it: what a municipality says replaces what it said. */
export const insertForventninger = (forventninger: readonly Forventning[]): Statement<never> =>
  sql(
    `INSERT INTO forventning (kommune, livsomraade, slags) SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
    [forventninger.map((led) => led.kommune), forventninger.map((led) => led.livsomraade), forventninger.map((led) => led.slags)],
  )

/** Role opsaetning. */
export const deleteForventninger = (kommune: CvrNummer): Statement<never> =>
  sql('DELETE FROM forventning WHERE kommune = $1', [kommune])

type DaekningRaekke = Felter & {
  tilsluttet_siden: Tidspunkt
  data_fra: string | null
  seneste_levering: Tidspunkt | null
  afstemt: Tidspunkt | null
}

/** Role opsaetning. */
export const loadDaekning = (): Statement<DaekningRaekke> =>
  sql(
    'SELECT kommune, livsomraade, art, kilde_id, tilsluttet_siden, data_fra, seneste_levering, afstemt FROM daekning ORDER BY kilde_id',
    [],
    'daekning_alle',
  )

export const toDaekning = (raekke: DaekningRaekke): Daekningsraekke => ({
  kommune: raekke.kommune,
  livsomraade: raekke.livsomraade,
  art: raekke.art,
  kilde: raekke.kilde_id,
  tilsluttetSiden: raekke.tilsluttet_siden,
  dataFra: raekke.data_fra ?? undefined,
  senesteLevering: raekke.seneste_levering ?? undefined,
  afstemt: raekke.afstemt ?? undefined,
})

/** Role opsaetning. */
export const loadForventninger = (): Statement<Forventning> =>
  sql('SELECT kommune, livsomraade, slags FROM forventning', [], 'daekning_forventninger')

type AfvisningRaekke = {
  kilde_id: Uuid
  kommune: CvrNummer | null
  livsomraade: string | null
  art: string | null
  antal: number
}

/** Role opsaetning. */
export const countAabneAfvisninger = (): Statement<AfvisningRaekke> =>
  sql(
    `SELECT kilde_id, kommune, livsomraade, art, count(*) AS antal FROM afvisning WHERE afgjort IS NULL
     GROUP BY kilde_id, kommune, livsomraade, art`,
    [],
    'daekning_afvisninger',
  )

export const toAabenAfvisning = (raekke: AfvisningRaekke): AabenAfvisning => ({
  kilde: raekke.kilde_id,
  kommune: raekke.kommune ?? undefined,
  livsomraade: raekke.livsomraade ?? undefined,
  art: raekke.art ?? undefined,
  antal: raekke.antal,
})

/**
 * Role modtagelse. How many objects the index holds of a source, by municipality, kind and KLE number. One without a number of its own is
 * counted where it stands: notes on their case, payments on their grant and, where that has none, on its case. Reads all of the source's
 * objects, so it is for reconciliation, not for pages.
 */
export const countObjekter = (kilde: Uuid, kommuner: readonly CvrNummer[]) =>
  sql<{ kommune: CvrNummer; art: Art; kle: string; antal: number }>(
    `SELECT t.kommune, t.art, t.kle, count(*) AS antal FROM (
       SELECT o.art,
         coalesce(o.kommune, naer.kommune, fjern.kommune) AS kommune,
         coalesce(o.kle, naer.kle, fjern.kle) AS kle
       FROM objekt o
       LEFT JOIN LATERAL (
         SELECT min(s.kommune) AS kommune, min(s.kle) AS kle
         FROM afhaengighed a JOIN objekt s ON s.objekt_id = a.af
         WHERE a.objekt_id = o.objekt_id AND (o.kommune IS NULL OR o.kle IS NULL)
       ) naer ON true
       LEFT JOIN LATERAL (
         SELECT min(s.kommune) AS kommune, min(s.kle) AS kle
         FROM afhaengighed a JOIN afhaengighed b ON b.objekt_id = a.af JOIN objekt s ON s.objekt_id = b.af
         WHERE a.objekt_id = o.objekt_id AND coalesce(o.kle, naer.kle) IS NULL
       ) fjern ON true
       WHERE o.kilde_id = $1
     ) t
     WHERE t.kommune = ANY ($2::text[]) AND t.kle IS NOT NULL
     GROUP BY t.kommune, t.art, t.kle`,
    [kilde, kommuner],
  )

/** Role modtagelse. The fields for which the source is known to deliver. */
export const findTilslutninger = (kilde: Uuid, kommuner: readonly CvrNummer[]) =>
  sql<Emnefelt>('SELECT kommune, livsomraade, art FROM daekning WHERE kilde_id = $1 AND kommune = ANY ($2::text[])', [
    kilde,
    kommuner,
  ])

/** Role modtagelse. Sets when the source's count agreed (null: it does not), and connects a field that it has stated a count for. */
export const upsertAfstemt = (
  felter: readonly (Emnefelt & { readonly kilde: Uuid; readonly ens: boolean })[],
  tid: Tidspunkt,
): Statement<never> =>
  sql(
    `INSERT INTO daekning (kommune, livsomraade, art, kilde_id, tilsluttet_siden, afstemt)
     SELECT n.kommune, n.livsomraade, n.art, n.kilde_id, $6::timestamptz, CASE WHEN n.ens THEN $6::timestamptz END
     FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::boolean[]) AS n (kommune, livsomraade, art, kilde_id, ens)
     ORDER BY n.kommune, n.livsomraade, n.art, n.kilde_id
     ON CONFLICT (kommune, livsomraade, art, kilde_id) DO UPDATE SET afstemt = excluded.afstemt`,
    [...noegler(felter), felter.map((felt) => felt.ens), tid],
  )
