import type { Art, CvrNummer, Tidspunkt, Uuid } from '#kernel'
import { type Statement, sql } from '#platform/database'
import type { Stand } from '../livstegn/index.ts'

/** Statements that a picture of what the index holds of a source is taken by. All in the role modtagelse. */

/** Everything that the transaction reads is of one instant, however long it takes. Must come first in it. */
export const readOneInstant = () => sql<never>('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')

/** A picture of millions takes longer than a batch of lines may. */
export const allowTime = () => sql<never>("SET LOCAL statement_timeout = '5min'")

/** What is sorted for the picture stays in memory for a municipality of the usual size. */
export const allowMemory = () => sql<never>("SET LOCAL work_mem = '64MB'")

/** How the source stands with the municipality at the same instant; no row: nothing was ever counted. */
export const findStand = (kilde: Uuid, kommune: CvrNummer): Statement<Stand> =>
  sql('SELECT modtaget, roert FROM bevis WHERE kilde_id = $1 AND kommune = $2', [kilde, kommune], 'fortegnelse_stand')

/** An object of the source's for the municipality: $1 and $2. What has no owner of its own has that of what it stands on, a note its case's. */
const EGNE = `SELECT o.objekt_id, o.tidspunkt FROM objekt o WHERE o.master = $1 AND o.kommune = $2
  UNION ALL
  SELECT u.objekt_id, u.tidspunkt FROM (
    SELECT o.objekt_id, o.tidspunkt, min(coalesce(s.kommune, f.kommune)) AS kommune
    FROM objekt o
    JOIN afhaengighed a ON a.objekt_id = o.objekt_id JOIN objekt s ON s.objekt_id = a.af
    LEFT JOIN afhaengighed b ON b.objekt_id = s.objekt_id AND s.kommune IS NULL LEFT JOIN objekt f ON f.objekt_id = b.af
    WHERE o.master = $1 AND o.kommune IS NULL
    GROUP BY o.objekt_id, o.tidspunkt
  ) u WHERE u.kommune = $2`

/** As src/afstemning/trae makes it of the same: uuid|YYYY-MM-DDTHH:MM:SS.mmmZ. */
const DIGEST = `sha256(convert_to(n.objekt_id::text || '|' || to_char(n.tidspunkt AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'UTF8'))`

/** Bytes of one object: its digest, its id, and its Tidspunkt in milliseconds. */
export const POST_BYTES = 56

/**
 * Opens the picture: in the order of the digests, a 256th of them in each row, so that no more than a few rows need be held at a time. OFFSET 0 keeps
 * the digest from being made again for each place that it is used in.
 */
export const openBillede = (kilde: Uuid, kommune: CvrNummer) =>
  sql<never>(
    `DECLARE billede NO SCROLL CURSOR FOR
     SELECT string_agg(p.post, ''::bytea ORDER BY p.post) AS poster
     FROM (SELECT ${DIGEST} || uuid_send(n.objekt_id) || int8send((extract(epoch FROM n.tidspunkt) * 1000)::bigint) AS post
       FROM (${EGNE}) n OFFSET 0) p
     GROUP BY get_byte(p.post, 0) ORDER BY get_byte(p.post, 0)`,
    [kilde, kommune],
  )

export const fetchBillede = (raekker: number) => sql<{ readonly poster: Uint8Array }>(`FETCH ${raekker} FROM billede`)

type HerRaekke = {
  readonly objekt_id: Uuid
  readonly tidspunkt: Tidspunkt
  readonly art: Art
  readonly kommune: CvrNummer | null
  readonly kle: string | null
}

/** What the index holds now of some of the source's objects, with where they belong. */
export const findHer = (kilde: Uuid, ider: readonly Uuid[]): Statement<HerRaekke> =>
  sql(
    `SELECT o.objekt_id, o.tidspunkt, o.art, coalesce(o.kommune, naer.kommune, fjern.kommune) AS kommune,
       coalesce(o.kle, naer.kle, fjern.kle) AS kle
     FROM objekt o
     LEFT JOIN LATERAL (
       SELECT min(s.kommune) AS kommune, min(s.kle) AS kle FROM afhaengighed a JOIN objekt s ON s.objekt_id = a.af
       WHERE a.objekt_id = o.objekt_id) naer ON true
     LEFT JOIN LATERAL (
       SELECT min(s.kommune) AS kommune, min(s.kle) AS kle
       FROM afhaengighed a JOIN afhaengighed b ON b.objekt_id = a.af JOIN objekt s ON s.objekt_id = b.af
       WHERE a.objekt_id = o.objekt_id) fjern ON true
     WHERE o.objekt_id = ANY ($2::uuid[]) AND o.master = $1`,
    [kilde, ider],
  )

/** When the source had some of its objects deleted here. */
export const findFjernede = (
  kilde: Uuid,
  ider: readonly Uuid[],
): Statement<{ readonly objekt_id: Uuid; readonly fjernet: Tidspunkt }> =>
  sql('SELECT objekt_id, fjernet FROM gravsten WHERE objekt_id = ANY ($2::uuid[]) AND master = $1', [kilde, ider])

/** Which objects have lines of the source's that stand refused, with their times and municipalities; null: what could not be read. */
export const findAfviste = (
  kilde: Uuid,
  ider: readonly Uuid[],
): Statement<{ readonly objekt_id: Uuid; readonly tidspunkt: Tidspunkt | null; readonly kommune: string | null }> =>
  sql(
    'SELECT DISTINCT objekt_id, tidspunkt, kommune FROM afvisning WHERE kilde_id = $1 AND objekt_id = ANY ($2::uuid[]) AND afgjort IS NULL',
    [kilde, ider],
  )
